// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/core/calendar.h"
#include "engine/core/random.h"
#include "models/commune/parameters.h"

namespace essaim::commune {

/// Each day's maximum temperature [degC] without any shock: monthly normals joined by straight lines between
/// mid-months, plus the warming shift, plus half the daily range, plus a first-order autoregressive deviation. Shared
/// by all arms.
std::vector<double> draw_maximum_temperatures(const std::array<double, 12>& monthly_mean, double shift,
                                              const Parameters& parameters, const Calendar& calendar,
                                              std::uint32_t days, const Random& random);

/// Relative risk of death of a population on a day of this maximum temperature, cumulated over the 21 days after it,
/// against a mild day: 1 up to `comfort`, 1.96 at `extreme`, log-linear between and beyond. The 1.96 (1.59 to 2.42) is
/// that of percentile 99.9 against the median, 18 French urban areas 2000-2010 (Pascal, Wagner, Corso 2017).
double heat_relative_risk(double maximum_degc, double comfort_degc, double extreme_degc);

}  // namespace essaim::commune
