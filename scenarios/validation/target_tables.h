// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "scenarios/validation/target.h"

// The committed table, by subject; `targets()` is all of it.

namespace essaim::validation {

std::span<const Target> food_targets();  ///< and heat, and what population and ties must meet
std::span<const Target> mobility_targets();
std::span<const Target> housing_targets();  ///< and household budgets
std::span<const Target> governance_targets();
std::span<const Target> road_targets();

}  // namespace essaim::validation
