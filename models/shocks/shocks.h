// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "models/commune/action.h"

/// What happens to a territory: each shock is a table row and a function from its settings to effects on conditions.
namespace essaim::shocks {

std::span<const commune::ActionInfo> infos();

}  // namespace essaim::shocks
