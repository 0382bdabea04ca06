// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "models/catalogue/scenario.h"

namespace essaim::catalogue {

/// A made-up village of 240 residents through a heatwave, a supply interruption and both measures, 40 days: small
/// enough to run anywhere, with every mechanism at work. Tests and the page compare its digest over platforms.
Scenario small_scenario(std::uint64_t seed);

/// The same village with every kind of shock and every measure, imposed in one variant and decided in another: all
/// mechanisms of all themes at work.
Scenario full_scenario(std::uint64_t seed);

/// SHA-256 over all stored values and end states of one replicate of the full scenario.
std::string small_run_digest(std::uint32_t seed);

}  // namespace essaim::catalogue
