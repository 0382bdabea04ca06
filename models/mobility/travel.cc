// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "models/commune/messages.h"
#include "models/mobility/households.h"

// One tour of a household: by what, or why not; and the fuel that it takes.

namespace essaim::mobility {

namespace {

using commune::Condition;

constexpr double fuel_noticed = 0.05;   // share of a filling refused that counts as an empty station
constexpr double alarm_noticed = 0.05;  // strength of news that makes people fill up
constexpr std::int64_t least_filling_ml = 2'000;

}  // namespace

std::uint32_t HouseholdRules::cars_at_home(std::uint32_t household, bool late) const {
  const std::uint32_t cars = setting_.commune.population.cars[household];
  return late ? cars : cars - std::min<std::uint32_t>(cars, columns_.cars_out[household]);
}

std::int64_t HouseholdRules::burn_ml(double driven_m100) const {
  return static_cast<std::int64_t>(driven_m100 * setting_.fuel_l_per_km() * 100.0 + 0.5);
}

HouseholdRules::Result HouseholdRules::travel(std::uint32_t household, const Tour& tour, const Ways::Way& way,
                                              const Luck& luck, std::uint32_t cars) {
  const Parameters& p = setting_.parameters;
  if (is_needed(tour.purpose)) columns_.needed[household] += trips_per_tour;
  if (!way.reachable) {
    miss(household, tour.purpose, Reason::road);
    return {};
  }
  const bool owns = setting_.commune.population.has_car(household);
  const bool fuelled = owns && columns_.tank_ml[household] >= burn_ml(trips_per_tour * way.m100);
  const bool main = Choices::at_peak(tour.purpose);
  const double offer = ways_.conditions(household).carpool_offer;
  Weights weights = way.weights;
  if (!fuelled || cars == 0) weights[car] = 0;
  if (!fuelled || (cars == 0 && !main)) weights[lift] = 0;  // to work or school, with somebody on the way
  if (luck.seat >= p.carpool_ordinary.value() + offer * p.carpool_match.value()) weights[carpool] = 0;
  double sum = 0;
  for (const float weight : weights) sum += weight;
  if (sum > 0) {
    // Where u falls among the weights laid end to end; without branches, which nothing could foresee.
    double u = luck.mode * sum;
    std::uint32_t mode = 0;
    bool found = false;
    for (std::uint32_t m = 0; m < chosen_modes; ++m) {
      u -= weights[m];
      const bool at_hand = weights[m] > 0;
      mode = (at_hand & !found) ? m : mode;
      found |= at_hand & (u < 0);
    }
    if (tour.purpose == Purpose::outing && mode == car && luck.keeps >= ways_.keeps_outing(household)) {
      columns_.put_off[household] += trips_per_tour;
      return {};
    }
    count(household, tour, way, static_cast<Mode>(mode));
    return {Outcome::made, static_cast<Mode>(mode)};
  }
  const bool broke = static_cast<Dry>(columns_.dry[household]) == Dry::money;
  const Reason reason = owns && !fuelled ? (broke ? Reason::money : Reason::fuel) : Reason::car;
  const bool driven_by_relatives = is_needed(tour.purpose) && tour.purpose != Purpose::work;
  if (driven_by_relatives && luck.neighbour < p.neighbour_lift.value()) {
    count(household, tour, way, carpool);
    return {Outcome::made, carpool};
  }
  if (ask_for_ride(household, tour, reason)) return {Outcome::asked, ride};
  miss(household, tour.purpose, reason);
  return {};
}

bool HouseholdRules::ask_for_ride(std::uint32_t household, const Tour& tour, Reason reason) const {
  const bool errand = tour.purpose == Purpose::care || tour.purpose == Purpose::shop;
  return errand && reason == Reason::car && !setting_.commune.population.has_car(household) &&
         town_.of(Condition::solidarity_rides) > 0;
}

void HouseholdRules::miss(std::uint32_t household, Purpose purpose, Reason reason) const {
  if (is_needed(purpose)) {
    columns_.unmade[static_cast<std::size_t>(reason)][household] += trips_per_tour;
  } else {
    columns_.put_off[household] += trips_per_tour;
  }
}

void HouseholdRules::count(std::uint32_t household, const Tour& tour, const Ways::Way& way, Mode mode) const {
  constexpr std::uint32_t trips = trips_per_tour;
  const std::uint32_t m100 = trips * way.m100;
  columns_.trips[mode][household] += trips;
  columns_.minutes[mode][household] += way.minutes[mode];
  if (watcher_ != nullptr) {
    watcher_->made({household, home_of(household), tour.place, tour.purpose, mode, way.minutes[mode] / 2.0});
  }
  if (tour.purpose == Purpose::work) columns_.commutes[mode][household] += trips;
  columns_.moved_m100[household] += m100;
  if (is_needed(tour.purpose) && tour.place == commune::Places::town) columns_.outside[household] += trips;
  switch (mode) {
    case car:
      return drive(household, m100);
    case lift:
      return drive(household, static_cast<std::uint32_t>(m100 * setting_.parameters.lift_detour.value() + 0.5));
    case carpool:
    case ride:
      columns_.carpool_m100[household] += m100;
      return;
    case transit:
      columns_.transit_m100[household] += m100;
      return;
    case bike:
      columns_.bike_m100[household] += m100;
      return;
    default:
      return;
  }
}

void HouseholdRules::drive(std::uint32_t household, std::uint32_t m100) const {
  columns_.driven_m100[household] += m100;
  const std::int64_t burnt = std::min(columns_.tank_ml[household], burn_ml(m100));
  columns_.tank_ml[household] -= burnt;
  columns_.burnt_ml[household] += burnt;
}

std::uint32_t HouseholdRules::station_to_try(std::uint32_t household, std::uint32_t day) const {
  // Who found the usual station empty tries the town's every other day.
  const bool was_empty = static_cast<Dry>(columns_.dry[household]) == Dry::station;
  const std::uint32_t usual = setting_.station[household];
  const std::uint32_t first = was_empty && day % 2 == 0 ? 0 : usual;
  const auto reachable = [&](std::uint32_t row) {
    const auto place = setting_.place_of_station(row);
    return setting_.commune.travel.metres(town_.road_state[0], place, home_of(household)) != Network::unreachable;
  };
  if (reachable(first)) return first;
  return reachable(usual) ? usual : setting_.stations();
}

void HouseholdRules::consider_refuelling(std::uint32_t household, Context& context) const {
  const std::int64_t full = setting_.tank_ml(household);
  if (full == 0) return;
  const Parameters& p = setting_.parameters;
  const bool worried = town_.news[0] > alarm_noticed || static_cast<Dry>(columns_.dry[household]) == Dry::station;
  const double below = (worried ? p.worried_refuel : p.refuel_below).value();
  if (static_cast<double>(columns_.tank_ml[household]) >= below * static_cast<double>(full)) return;
  const std::uint32_t row = station_to_try(household, context.now().day());
  if (row >= setting_.stations()) return;
  const double cents_per_ml = p.fuel_price.value() * town_.of(Condition::fuel_price) / 10.0;
  const double price = static_cast<double>(full - columns_.tank_ml[household]) * cents_per_ml;
  const std::int64_t cents =
      std::clamp<std::int64_t>(columns_.account_cents[household], 0, static_cast<std::int64_t>(price));
  if (static_cast<double>(cents) < static_cast<double>(least_filling_ml) * cents_per_ml) {
    columns_.dry[household] = static_cast<std::uint8_t>(Dry::money);
    return;
  }
  columns_.account_cents[household] -= cents;
  columns_.fuel_cents[household] += cents;
  context.send(stations_.table->process(row), context.lookahead(), commune::kind(commune::Message::refuel),
               {commune::word(static_cast<double>(cents)), commune::word(cents_per_ml * 10'000.0 + 0.5), 0, 0});
}

void HouseholdRules::fill_tank(std::uint32_t household, const Event& refuelled) const {
  columns_.tank_ml[household] += refuelled.payload[0];
  columns_.account_cents[household] += refuelled.payload[1];
  columns_.fuel_cents[household] -= refuelled.payload[1];
  const bool empty = refuelled.payload[2] >= fuel_noticed * 1'000;
  columns_.dry[household] = static_cast<std::uint8_t>(empty ? Dry::station : Dry::no);
}

}  // namespace essaim::mobility
