// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "models/catalogue/scenario.h"

namespace essaim::live {

/// What a page may let a room choose, as JSON: every kind of measure with its words, the range of its size, the size
/// that is called strong, and what it costs; the measures of each variant as the scenario has them; the first and last
/// day of each shock; and which assumptions the scenario has fixed.
std::string room_offer(const catalogue::Scenario& scenario);

}  // namespace essaim::live
