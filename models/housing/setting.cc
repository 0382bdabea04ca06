// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/setting.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/core/math.h"
#include "models/commune/households.h"
#include "models/housing/streams.h"

namespace essaim::housing {

namespace {

constexpr double days_in_year = 365;
constexpr double months_in_year = days_in_year / commune::month_days;

}  // namespace

Setting::Setting(const commune::Commune& about, const Parameters& given, const Random& random)
    : commune{about}, parameters{given}, energy{parameters, about}, stock{about, given, random} {
  settle_households(random);
  settle_rates();
  settle_last_moves(random);
  const double builders = commune.population.residents() / 1'000.0 * given.craft_firms.value();
  crews = std::max(1u, static_cast<std::uint32_t>(builders * given.craft_share.value() + 0.5));
  for (const commune::RoadState& state : about.travel.states()) {
    for (std::size_t zone = 0; zone < commune::zone_count; ++zone) {
      highest_river_m[zone] = std::max(highest_river_m[zone], state.river_m[zone]);
    }
  }
}

void Setting::settle_households(const Random& random) {
  const commune::Population& people = commune.population;
  const Parameters& p = parameters;
  low_income.assign(people.households(), 0);
  const auto order = commune::by_income(people);
  for (std::size_t i = 0; i < order.size() * 3 / 10; ++i) low_income[order[i]] = 1;
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    Draw draw = random.draw(streams::ways, h, 0);
    const double income = static_cast<double>(commune::ordinary_income_cents(people, h));
    const auto ages = people.ages_of(h);
    const double oldest = *std::max_element(ages.begin(), ages.end());
    const double repays = p.loan_young.value() * std::clamp((70 - oldest) / (70.0 - 35.0), 0.0, 1.0);
    const bool loan = draw.chance(repays) && people.tenure[h] == commune::Tenure::owner;
    income_cents.push_back(income);
    loan_cents.push_back(loan ? static_cast<std::uint32_t>(income * p.loan_share.value()) : 0u);
    electric_cook.push_back(draw.chance(p.electric_cooking.value()) ? 1 : 0);
    const double persons = people.persons[h];
    const double other = p.electricity_home.value() + p.electricity_person.value() * persons;
    other_wh.push_back(static_cast<std::uint32_t>(other / days_in_year * 1'000));
    water_wh.push_back(static_cast<std::uint32_t>(p.hot_water.value() * persons / days_in_year * 1'000));
    leave_m.push_back(static_cast<float>(p.leave_depth.value() * math::exp(0.5 * draw.normal())));
    goes.push_back(static_cast<float>(draw.uniform()));
  }
}

void Setting::settle_rates() {
  const Parameters& p = parameters;
  const commune::Population& people = commune.population;
  // Moves: `move_rate` on average over the households there are.
  const double relative[3] = {1, p.private_moves.value(), p.social_moves.value()};
  double sum = 0;
  double old_heaters = 0;
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    sum += relative[static_cast<std::size_t>(people.tenure[h])];
    old_heaters += -stock.heater_day[h] > p.heater_life.value() ? 1 : 0;
  }
  const double households = people.households();
  for (std::size_t tenure = 0; tenure < 3; ++tenure) {
    move_chance[tenure] = p.move_rate.value() / months_in_year * relative[tenure] * households / std::max(sum, 1.0);
  }
  // Retrofits: Res-IRF's rates once ordinary triggers and the ordinary chance of deciding are counted.
  const double triggers = (1 + (p.move_trigger.value() - 1) * p.move_rate.value()) *
                          (1 + (p.heater_trigger.value() - 1) * old_heaters / std::max(households, 1.0));
  const double rates[2][3] = {{p.rate_owner_house.value(), p.rate_private_house.value(), p.rate_social.value()},
                              {p.rate_owner_flat.value(), p.rate_private_flat.value(), p.rate_social.value()}};
  for (std::size_t type = 0; type < 2; ++type) {
    for (std::size_t tenure = 0; tenure < 3; ++tenure) {
      consider_chance[type][tenure] = rates[type][tenure] / months_in_year / p.decide.value() / triggers;
    }
  }
}

void Setting::settle_last_moves(const Random& random) {
  constexpr std::int32_t long_ago = -10'000;
  for (std::uint32_t h = 0; h < stock.households; ++h) {
    Draw draw = random.draw(streams::ways, h, 1);
    const double in_a_year = move_chance[static_cast<std::size_t>(stock.tenure[h])] * months_in_year;
    moved_day.push_back(draw.chance(in_a_year) ? -static_cast<std::int32_t>(draw.below(365)) : long_ago);
  }
}

double damage_of(double water_m) {
  constexpr std::array<std::pair<double, double>, 8> curve = {
      {{0, 0}, {0.5, 0.25}, {1, 0.40}, {1.5, 0.50}, {2, 0.60}, {3, 0.75}, {4, 0.85}, {5, 0.95}}};
  if (water_m <= 0) return 0;
  for (std::size_t i = 1; i < curve.size(); ++i) {
    const auto [low, low_ratio] = curve[i - 1];
    const auto [high, high_ratio] = curve[i];
    if (water_m <= high) return low_ratio + (high_ratio - low_ratio) * (water_m - low) / (high - low);
  }
  return curve.back().second;
}

}  // namespace essaim::housing
