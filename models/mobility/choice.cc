// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/mobility/choice.h"

#include <algorithm>
#include <limits>

#include "engine/core/math.h"

namespace essaim::mobility {

namespace {

constexpr double door_to_road_m = 150;
constexpr double country_km_h = 50;      // beyond the town: country roads and other towns
constexpr double car_access_min = 4;     // on foot, to the car and from it (eqasim)
constexpr double parking_min = 4;        // search in town (eqasim)
constexpr double longest_wait_min = 20;  // people know the hours of a rare service
constexpr double shortest_transit_km = 1;
constexpr std::uint8_t adult_age = 18;
constexpr std::uint8_t alone_age = 11;  // from which children go alone, by bike or coach
constexpr double child_reach_km = 1.5;  // on foot, below that age
constexpr double coach_wait_min = 5;
constexpr double impossible = -std::numeric_limits<double>::infinity();

bool leads_outside(const Tour& tour) { return tour.place == commune::Places::town; }

}  // namespace

Leg Choices::leg(const Tour& tour, std::uint32_t home, std::uint32_t roads) const {
  const auto& travel = setting_.commune.travel;
  const std::uint32_t metres = travel.metres(roads, tour.place, home);
  if (metres == Network::unreachable) return {};
  const auto ms =
      at_peak(tour.purpose) ? setting_.peak.car_ms(roads, tour.place, home) : travel.car_ms(roads, tour.place, home);
  Leg leg;
  leg.reachable = true;
  leg.m100 = tour.beyond_m100 + static_cast<std::uint32_t>((metres + door_to_road_m) / 100.0 + 0.5);
  leg.car_min = static_cast<float>(ms / 60'000.0 + tour.beyond_m100 / 10.0 * 60.0 / country_km_h);
  const double metres_way = leg.m100 * 100.0;
  leg.bike_slope = static_cast<float>(1 + slopes_.extra_m(Slopes::Mode::bike, roads, tour.place, home) / metres_way);
  leg.walk_slope = static_cast<float>(1 + slopes_.extra_m(Slopes::Mode::walk, roads, tour.place, home) / metres_way);
  return leg;
}

double Choices::fuel_eur_per_km(const Conditions& conditions) const {
  return setting_.fuel_l_per_km() * setting_.parameters.fuel_price.value() * conditions.fuel_price;
}

bool Choices::has_coach(const Tour& tour) const {
  return tour.purpose == Purpose::school && leads_outside(tour) && tour.age >= alone_age && tour.age < adult_age;
}

bool Choices::has_transit(const Tour& tour, double km) const {
  if (has_coach(tour)) return true;
  // A village has a line to the town and none inside.
  const bool inside_too = setting_.commune.settlement != commune::Settlement::rural;
  return setting_.has_transit && tour.age >= alone_age && km >= shortest_transit_km &&
         (leads_outside(tour) || inside_too);
}

double Choices::wait_min(const Tour& tour) const {
  return has_coach(tour) ? coach_wait_min : std::min(longest_wait_min, setting_.headway_min / 2);
}

double Choices::bike_km_h(const Conditions& conditions) const {
  const Parameters& p = setting_.parameters;
  return p.bike_speed.value() * (1 + p.cycle_speed.value() * conditions.cycle_network);
}

double Choices::minutes(const Tour& tour, const Leg& leg, Mode mode, const Conditions& conditions) const {
  const Parameters& p = setting_.parameters;
  const double km = leg.m100 / 10.0;
  switch (mode) {
    case Mode::transit:
      return leg.car_min * p.transit_slowness.value() + wait_min(tour) + 2 * p.transit_access.value();
    case Mode::bike:
      return km * leg.bike_slope / bike_km_h(conditions) * 60;
    case Mode::walk:
      return km * leg.walk_slope / p.walk_speed.value() * 60;
    case Mode::carpool:
      return leg.car_min + car_access_min + p.carpool_meeting.value();
    default:
      return leg.car_min + car_access_min + (leads_outside(tour) ? parking_min / 2 : 0.0);
  }
}

Weights Choices::weights(std::uint32_t household, const Tour& tour, const Leg& leg,
                         const Conditions& conditions) const {
  Weights weights{};
  if (!leg.reachable) return weights;
  const Parameters& p = setting_.parameters;
  const bool rural = setting_.commune.settlement == commune::Settlement::rural;
  const double km = leg.m100 / 10.0;
  const double euro = p.cost_weight.value() * setting_.cost_sense[household] *
                      math::pow(std::max(km, 1.0) / 40, p.cost_distance.value());
  const double drive_eur = km * (fuel_eur_per_km(conditions) + p.wear.value());
  const double parking = leads_outside(tour) ? parking_min : 0.0;
  const double by_car = p.car_constant.value() + (rural ? p.car_shift_rural : p.car_shift_town).value() +
                        p.car_minute.value() * (leg.car_min + parking) + p.walk_minute.value() * car_access_min;
  const bool owns = setting_.commune.population.has_car(household);
  const bool grown = tour.age >= adult_age;
  const bool alone = tour.age >= alone_age;

  std::array<double, chosen_modes> utility;
  utility.fill(impossible);
  if (owns && grown) utility[car] = by_car + euro * drive_eur;
  if (owns && setting_.adults[household] >= (grown ? 2 : 1)) {
    utility[lift] = by_car + euro * drive_eur + (grown ? p.lift_shift.value() : 0.0);
  }
  if (alone) {
    utility[carpool] =
        by_car + p.car_minute.value() * p.carpool_meeting.value() + euro * drive_eur * p.carpool_cost.value();
  }
  if (has_transit(tour, km)) {
    utility[transit] = p.transit_shift.value() + p.transit_minute.value() * leg.car_min * p.transit_slowness.value() +
                       p.wait_minute.value() * wait_min(tour) + p.access_minute.value() * 2 * p.transit_access.value() +
                       (tour.beyond_m100 > 0 ? p.transfer.value() : 0.0) +
                       (has_coach(tour) ? 0.0 : euro * p.fare.value());
  }
  if (setting_.commune.population.bikes[household] != 0 && alone && km <= p.bike_reach.value()) {
    utility[bike] =
        p.bike_constant.value() + p.bike_shift.value() + p.bike_minute.value() * minutes(tour, leg, bike, conditions) +
        p.bike_age.value() * std::max(0, tour.age - adult_age) + p.cycle_comfort.value() * conditions.cycle_network;
  }
  if (km <= (alone ? p.walk_reach.value() : child_reach_km)) {
    utility[walk] =
        p.walk_constant.value() + p.walk_shift.value() + p.walk_minute.value() * minutes(tour, leg, walk, conditions);
  }
  const double best = *std::max_element(utility.begin(), utility.end());
  for (std::uint32_t m = 0; m < chosen_modes; ++m) {
    weights[m] = utility[m] == impossible ? 0.0f : static_cast<float>(math::exp(utility[m] - best));
  }
  return weights;
}

}  // namespace essaim::mobility
