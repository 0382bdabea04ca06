// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/heat.h"

#include <algorithm>

namespace essaim::housing {

namespace {

constexpr std::uint8_t old_age = 75;
constexpr std::uint8_t elderly_age = 65;

}  // namespace

HeatWatch::HeatWatch(const Setting& setting, const HouseholdColumns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns}, town_{town} {
  const commune::Population& people = setting.commune.population;
  members_.resize(people.households());
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    for (const std::uint8_t age : people.ages_of(h)) {
      const Class which = age >= old_age       ? (people.is(commune::Weakness::old_and_alone, h) ? alone_old : old)
                          : age >= elderly_age ? elderly
                                               : other;
      ++members_[h][which];
    }
  }
}

HeatDay HeatWatch::today() const {
  HeatDay day;
  const std::uint32_t households = columns_.table->rows();
  const Parameters& p = setting_.parameters;
  double places = town_.of(commune::Condition::cool_places);
  double visits = town_.of(commune::Condition::visits);
  const bool governed = setting_.commune.couplings.has(commune::Coupling::governance_housing);
  double weight[2] = {};   // of those under 75, and of the others
  double avoided[2] = {};  // weight x (1 - factor)
  for (std::size_t which = 0; which < classes; ++which) {
    const std::size_t side = which <= old ? 1 : 0;
    for (std::uint32_t h = 0; h < households; ++h) {
      const double persons = members_[h][which];
      if (persons == 0) continue;
      const bool exposed = (columns_.trouble[h] & hot) != 0;
      const double each = exposed ? p.hot_home_risk.value() : 1.0;
      weight[side] += each * persons;
      if (!exposed) continue;
      day.exposed += persons;
      if (which == alone_old) day.isolated += persons;
      const bool goes = setting_.goes[h] < p.cool_take_up.value() * (governed ? columns_.compliance[h] : 1.0);
      const double in_room = goes ? std::min(persons, places) : 0.0;
      places -= in_room;
      const double visited = which == alone_old ? std::min(persons - in_room, visits) : 0.0;
      visits -= visited;
      day.unreached += persons - in_room - visited;
      avoided[side] += each * (in_room * (1 - p.cool_place_effect.value()) + visited * (1 - p.visit_effect.value()));
    }
  }
  const double old_share = weight[1] > 0 ? p.heat_deaths_old.value() : 0.0;
  if (weight[1] > 0) day.avoided += old_share * avoided[1] / weight[1];
  if (weight[0] > 0) day.avoided += (1 - old_share) * avoided[0] / weight[0];
  return day;
}

}  // namespace essaim::housing
