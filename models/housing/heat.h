// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/commune/public_body.h"
#include "models/housing/columns.h"
#include "models/housing/setting.h"

namespace essaim::housing {

/// Who was in a home that is too hot today, and whom a cool room or a visit reached.
struct HeatDay {
  double exposed = 0;    ///< persons
  double isolated = 0;   ///< persons of 75 and over who live alone, among them
  double unreached = 0;  ///< exposed persons whom neither reached
  double avoided = 0;    ///< share of the population's excess risk that both avoid
};

/// Cool rooms and visits on a hot day, and what they do to the risk of the population.
///
/// Exposed persons are those in a home that is too hot. Cool rooms take in `cool_places` of them: of those who would go
/// (own draw below cool_take_up times the household's compliance) first who is 75 or over and alone, then others of 75
/// and over, of 65 and over, and the rest. Visitors see `visits` exposed persons of 75 and over who live alone and did
/// not go. Person i has the weight w_i = hot_home_risk if exposed, 1 otherwise, and the factor m_i = cool_place_effect,
/// visit_effect or 1. The excess risk of the population, that of `heat.excess_risk`, is split between those of 75 and
/// over (heat_deaths_old) and the others, and within each class in proportion to w, so that individual risks average to
/// it. After measures it is multiplied by
///     1 - avoided,  avoided = sum over both classes of share x sum(w_i (1 - m_i)) / sum(w_i)
/// Odds ratios of observational studies are taken as ratios of that excess, drawn between none and the ratio.
class HeatWatch {
 public:
  HeatWatch(const Setting& setting, const HouseholdColumns& columns, const commune::PublicColumns& town);
  HeatDay today() const;

 private:
  enum Class : std::uint8_t { alone_old, old, elderly, other };
  static constexpr std::size_t classes = 4;

  const Setting& setting_;
  HouseholdColumns columns_;
  commune::PublicColumns town_;
  std::vector<std::array<std::uint8_t, classes>> members_;  ///< persons of each class in each household
};

}  // namespace essaim::housing
