// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/random.h"
#include "models/commune/commune.h"
#include "models/mobility/parameters.h"
#include "models/mobility/peak.h"

namespace essaim::mobility {

/// What a trip is for. The first four are needed: not making them counts as a trip missed.
enum class Purpose : std::uint8_t { work, school, care, shop, outing, none };
constexpr bool is_needed(Purpose purpose) { return purpose < Purpose::outing; }

/// There and back: a way that somebody of a household may have to go, whatever the day. Constant; where it starts and
/// how it is made are not.
struct Tour {
  commune::PlaceId place = commune::Places::town;
  std::uint16_t beyond_m100 = 0;  ///< further way beyond the town [100 m]
  std::uint8_t age = 40;          ///< of who goes
  Purpose purpose = Purpose::none;
};

enum class DayKind : std::uint8_t { workday, schoolday, weekend };  ///< a school day is a workday too

/// What the mobility theme adds to a commune before anything happens: constant, shared by all variants and arms.
///
/// Tours of a household, in this order: one for each member, to work or school (purpose `none` for others); places it
/// goes out to, for adults and again for minors; a carer; and room for shops, whose places messages say.
///
///     working outside: beyond the town by max(0, D - town), D log-normal, median commute_distance
///     places to go out to: weight 1 in the commune, town_pull in town, times exp(-habit_decay minutes)
///     outings a day: rate w_status, with the rate such that a mean resident makes `trips` trips on a weekday
struct Setting {
  Setting(const commune::Commune& commune, const Parameters& parameters, const Random& random);

  const commune::Commune& commune;
  Parameters parameters;
  PeakTimes peak;

  static constexpr std::uint32_t habits = 4;
  static constexpr std::uint32_t shop_slots = 4;

  // Households, by row
  std::vector<std::uint32_t> first_tour;
  std::vector<std::uint8_t> adults;         ///< members of 18 or more, who may drive
  std::vector<std::uint8_t> workers;        ///< members who work
  std::vector<std::uint8_t> errand_member;  ///< who does the shopping
  std::vector<float> cost_sense;            ///< weight of a euro over that of a median income
  std::vector<std::uint32_t> station;       ///< row of the fuel station it goes to first
  std::vector<commune::PlaceId> shop;       ///< where it shops if the food theme does not say
  std::vector<Tour> tours;

  std::uint32_t member_tour(std::uint32_t household, std::uint32_t member) const {
    return first_tour[household] + member;
  }
  std::uint32_t outing(std::uint32_t household, bool minor, std::uint32_t habit) const {
    return first_tour[household] + commune.population.persons[household] + (minor ? habits : 0) + habit;
  }
  std::uint32_t care_tour(std::uint32_t household) const { return outing(household, true, habits); }
  std::uint32_t shop_tour(std::uint32_t household, commune::PlaceId place) const {
    return care_tour(household) + 1 + place % shop_slots;
  }
  std::uint32_t end_tour(std::uint32_t household) const { return care_tour(household) + 1 + shop_slots; }

  // Persons, by number
  std::vector<float> outings;  ///< mean number of outings a day

  // The commune
  bool has_transit = false;
  double headway_min = 0;
  double work_chance = 0;  ///< of a worker on a weekday
  double town_km = 0;      ///< from the middle of the commune to the town
  std::vector<DayKind> day_kinds;
  DayKind day_kind(std::uint32_t day) const { return day < day_kinds.size() ? day_kinds[day] : DayKind::workday; }

  /// Fuel stations: row 0 stands for those of the town, the others are the commune's.
  std::uint32_t stations() const { return 1 + commune.places.stations.count; }
  commune::PlaceId place_of_station(std::uint32_t row) const {
    return row == 0 ? commune::Places::town : commune.places.stations.first + row - 1;
  }
  double fuel_l_per_km() const { return parameters.consumption.value() / 100; }
  /// What a station sells on an ordinary day, expected from the cars of those who use it [ml].
  std::vector<double> ordinary_sales_ml;
  double ordinary_fuel_ml() const;
  std::int64_t tank_ml(std::uint32_t household) const {
    return static_cast<std::int64_t>(parameters.tank.value() * 1'000.0) * commune.population.cars[household];
  }

 private:
  void settle_commune();
  void settle_household(std::uint32_t household, const Random& random);
  Tour main_tour(std::uint32_t person, bool has_car, const Random& random) const;
  std::uint16_t beyond_town_m100(double median_km, Draw& draw) const;
  void add_habits(std::uint32_t household, const Random& random);
  void fit_outings();
  void load_roads();
  void expect_fuel_sales();
};

}  // namespace essaim::mobility
