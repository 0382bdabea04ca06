// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/random.h"
#include "models/commune/commune.h"
#include "models/governance/parameters.h"

namespace essaim::governance {

/// What the governance theme adds to a commune before anything happens: constant, shared by all variants and arms.
///
///     first trust  = 0.5 + trust_spread (z + quantile(mayor_trust)), z standard normal: so the share of households
///                    above one half is mayor_trust
///     volunteers   each adult volunteers with chance `volunteers`, and can give volunteer_hours x volunteer_share to
///                    the measures of the commune
struct Setting {
  Setting(const commune::Commune& commune, const Parameters& parameters, const Random& random);

  const commune::Commune& commune;
  Parameters parameters;

  // Households: by row
  std::vector<float> first_trust;
  std::vector<float> general_taste;         ///< for public measures of any kind, standard normal
  std::vector<std::uint8_t> adults;         ///< of 18 and over
  std::vector<float> hours_per_week;        ///< that its volunteers could give
  std::vector<std::uint32_t> evening_s;     ///< seconds after midnight
  std::vector<std::uint32_t> household_of;  ///< by person

  double total_adults = 0;
  double turnout = 0;  ///< at the municipal election of 2020, or what stands in for it

  bool uses_bounded_confidence() const { return parameters.opinion_rule.value() >= 0.5; }
  bool counts_equal_shares() const { return parameters.budget_rule.value() >= 0.5; }
};

inline constexpr std::uint8_t adult_age = 18;
inline constexpr double weeks_per_month = 30.0 / 7.0;

}  // namespace essaim::governance
