// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "models/catalogue/replicate.h"
#include "models/catalogue/scenario.h"
#include "scenarios/validation/validation.h"

// A commune with the figures of France, for published figures that are national: the stand-ins of every figure, the
// median income and the density of the country.

namespace essaim::validation {

inline constexpr double national_median_eur = 23'000;  ///< standard of living, France 2021, INSEE (insee.fr 7941413)

catalogue::Scenario national(const Effort& effort, Date start, std::uint32_t days);

/// Adds what a scenario file would say under [[shock]] or [[variant.x.measure]].
void add_shock(catalogue::Scenario& scenario, std::string_view kind, std::uint32_t first_day, std::uint32_t days,
               std::vector<double> settings);
void add_variant(catalogue::Scenario& scenario, std::string_view measure, std::vector<double> settings);

/// The value that a parameter takes in a replicate, and the same scenario with it multiplied.
double drawn_parameter(const catalogue::Scenario& scenario, std::uint32_t replicate, std::string_view name);
catalogue::Scenario multiplied(catalogue::Scenario scenario, std::uint32_t replicate,
                               const std::vector<std::string_view>& names, double factor);

/// Values of an indicator, a day each.
std::vector<double> series(const catalogue::ArmOutcome& arm, std::string_view indicator);
double mean_of_days(const std::vector<double>& series, std::size_t first, std::size_t end);

}  // namespace essaim::validation
