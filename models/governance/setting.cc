// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/setting.h"

#include <algorithm>

#include "engine/core/math.h"
#include "models/governance/streams.h"

namespace essaim::governance {

Setting::Setting(const commune::Commune& about, const Parameters& given, const Random& random)
    : commune{about}, parameters{given} {
  const auto& people = commune.population;
  turnout = commune.figure(commune::FigureId::turnout_2020);
  const double shift = math::normal_quantile(parameters.mayor_trust.value());
  const double hours = parameters.volunteer_hours.value() * parameters.volunteer_share.value();
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    Draw draw = random.draw(streams::character, h, 0);
    const double trust = 0.5 + parameters.trust_spread.value() * (draw.normal() + shift);
    first_trust.push_back(static_cast<float>(std::clamp(trust, 0.0, 1.0)));
    general_taste.push_back(static_cast<float>(draw.normal()));
    evening_s.push_back(18 * 3'600 + random.draw(streams::evening, h, 0).below(4 * 3'600));
    std::uint8_t grown = 0;
    std::uint32_t helpers = 0;
    for (std::uint32_t p = people.first_person[h]; p < people.first_person[h] + people.persons[h]; ++p) {
      household_of.push_back(h);
      if (people.age[p] < adult_age) continue;
      ++grown;
      helpers += random.draw(streams::volunteer, p, 0).chance(parameters.volunteers.value()) ? 1 : 0;
    }
    adults.push_back(grown);
    total_adults += grown;
    hours_per_week.push_back(static_cast<float>(helpers * hours));
  }
}

}  // namespace essaim::governance
