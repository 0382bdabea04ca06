// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "models/commune/action.h"

/// What a territory can decide: each measure is a table row and a function from its settings to effects on conditions.
namespace essaim::measures {

std::span<const commune::ActionInfo> infos();

}  // namespace essaim::measures
