// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/mobility/ways.h"

#include <algorithm>

#include "engine/core/math.h"

namespace essaim::mobility {

namespace {

constexpr double month_days = commune::month_days;
constexpr double school_share = 162.0 / 365;  // school days in a year: 36 weeks of four and a half days
constexpr double there_and_back = 2;

}  // namespace

Ways::Ways(const Setting& setting)
    : setting_{setting},
      choices_{setting},
      known_(setting.commune.population.households()),
      ways_(setting.tours.size()) {}

void Ways::work_out(std::uint32_t household, const Tour& tour, Way& way) const {
  const Known& known = known_[household];
  way.place = tour.place;
  const Leg leg = choices_.leg(tour, known.home, known.conditions.roads);
  way.m100 = leg.m100;
  way.reachable = leg.reachable;
  way.weights = choices_.weights(household, tour, leg, known.conditions);
  for (std::uint32_t m = 0; m < all_modes; ++m) {
    const double minutes = choices_.minutes(tour, leg, static_cast<Mode>(m), known.conditions);
    way.minutes[m] = static_cast<std::uint16_t>(std::min(there_and_back * minutes + 0.5, 65'535.0));
  }
}

bool Ways::refresh(std::uint32_t household, std::uint32_t home, const Conditions& conditions) {
  Known& known = known_[household];
  if (known.home == home && known.conditions == conditions) return false;
  known.home = home;
  known.conditions = conditions;
  const double elasticity = setting_.parameters.postponing.value() * setting_.cost_sense[household];
  known.keeps_outing =
      conditions.fuel_price > 1 ? static_cast<float>(math::pow(conditions.fuel_price, -elasticity)) : 1.0f;
  const std::uint32_t shops = setting_.care_tour(household) + 1;
  for (std::uint32_t t = setting_.first_tour[household]; t < shops; ++t) {
    if (setting_.tours[t].purpose != Purpose::none) work_out(household, setting_.tours[t], ways_[t]);
  }
  for (std::uint32_t t = shops; t < setting_.end_tour(household); ++t) ways_[t].place = nowhere;
  return true;
}

void Ways::expect(std::uint32_t household) const {
  const auto read_ahead = [](const auto& first, const auto& last) {
    constexpr std::ptrdiff_t line_bytes = 64;
    const auto* end = reinterpret_cast<const char*>(&last + 1);
    for (auto* byte = reinterpret_cast<const char*>(&first); byte < end; byte += line_bytes) __builtin_prefetch(byte);
  };
  const std::uint32_t first = setting_.first_tour[household];
  const std::uint32_t last = setting_.care_tour(household);
  read_ahead(ways_[first], ways_[last]);
  read_ahead(setting_.tours[first], setting_.tours[last]);
  read_ahead(known_[household], known_[household]);
}

const Ways::Way& Ways::to_shop(std::uint32_t household, commune::PlaceId place) {
  const std::uint32_t slot = setting_.shop_tour(household, place);
  if (ways_[slot].place != place) {
    Tour tour = setting_.tours[slot];
    tour.place = place;
    work_out(household, tour, ways_[slot]);
  }
  return ways_[slot];
}

double Ways::expected_cents(std::uint32_t household, const Way& way) const {
  const Parameters& p = setting_.parameters;
  double sum = 0;
  for (const float weight : way.weights) sum += weight;
  if (sum <= 0) return 0;
  const double km = way.m100 / 10.0;
  const double drive = km * (choices_.fuel_eur_per_km(known_[household].conditions) + p.wear.value());
  const double eur = way.weights[car] * drive + way.weights[lift] * drive * p.lift_detour.value() +
                     way.weights[carpool] * drive * p.carpool_cost.value() + way.weights[transit] * p.fare.value();
  return there_and_back * 100.0 * eur / sum;
}

double Ways::month_commute_cents(std::uint32_t household) const {
  const double tours = setting_.parameters.work_trips.value() / there_and_back * month_days;
  double cents = 0;
  for (std::uint32_t m = 0; m < setting_.commune.population.persons[household]; ++m) {
    const std::uint32_t t = setting_.member_tour(household, m);
    if (setting_.tours[t].purpose == Purpose::work) cents += tours * expected_cents(household, ways_[t]);
  }
  return cents;
}

double Ways::month_cents(std::uint32_t household) {
  const Parameters& p = setting_.parameters;
  const auto& people = setting_.commune.population;
  double cents = month_commute_cents(household);
  double outings = 0;
  for (std::uint32_t m = 0; m < people.persons[household]; ++m) {
    const std::uint32_t t = setting_.member_tour(household, m);
    if (setting_.tours[t].purpose == Purpose::school) {
      cents += month_days * school_share * expected_cents(household, ways_[t]);
    }
    outings += setting_.outings[people.first_person[household] + m];
  }
  for (std::uint32_t i = 0; i < Setting::habits; ++i) {
    const Way& way = ways_[setting_.outing(household, false, i)];
    cents += month_days * outings / Setting::habits * expected_cents(household, way);
  }
  const double care = p.care_visits.value() * setting_.adults[household];
  cents += month_days * care * expected_cents(household, ways_[setting_.care_tour(household)]);
  const Way& shop = to_shop(household, setting_.shop[household]);
  return cents + month_days * p.shopping_rhythm.value() * expected_cents(household, shop);
}

}  // namespace essaim::mobility
