// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/interest.h"

#include <algorithm>

namespace essaim::governance {

using commune::Condition;

namespace {

constexpr std::uint8_t frail_age = 75;
constexpr std::uint8_t poorest_third = 0;  // group numbers of commune/groups.cc

bool has(std::span<const commune::Activity> activities, commune::Activity which) {
  return std::find(activities.begin(), activities.end(), which) != activities.end();
}

}  // namespace

bool may_gain(Condition condition, const commune::Commune& commune, std::uint32_t household) {
  const commune::Population& people = commune.population;
  const bool poor = commune.groups.of(household)[0] == poorest_third;
  switch (condition) {
    case Condition::grocer_capacity:
      return poor;
    case Condition::amap_baskets:
    case Condition::land_for_locals:
      return !poor;
    case Condition::carpool_offer:
      return has(people.activities_of(household), commune::Activity::worker);
    case Condition::solidarity_rides:
      return !people.has_car(household);
    case Condition::cycle_network:
      return std::ranges::any_of(people.ages_of(household), [](std::uint8_t age) { return age >= 12 && age < 65; });
    case Condition::retrofit_advice:
    case Condition::retrofit_aid:
      return people.tenure[household] == commune::Tenure::owner;
    case Condition::light_dwellings:
      return people.tenure[household] == commune::Tenure::private_tenant;
    case Condition::cool_places:
    case Condition::visits:
      return std::ranges::any_of(people.ages_of(household), [](std::uint8_t age) { return age >= frail_age; });
    case Condition::reserve_days:
      return true;
    default:
      return false;
  }
}

bool may_gain(std::uint32_t measure, std::span<const commune::Effect> effects, const commune::Commune& commune,
              std::uint32_t household) {
  return std::ranges::any_of(effects, [&](const commune::Effect& effect) {
    return effect.measure == measure && may_gain(effect.condition, commune, household);
  });
}

bool sets_a_rule(std::uint32_t measure, std::span<const commune::Effect> effects) {
  return std::ranges::any_of(effects, [&](const commune::Effect& effect) {
    const bool is_rule = effect.condition == Condition::ration_days;
    return effect.measure == measure && is_rule && effect.value < commune::info(effect.condition).otherwise;
  });
}

}  // namespace essaim::governance
