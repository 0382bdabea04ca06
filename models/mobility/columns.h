// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "models/commune/households.h"
#include "models/mobility/setting.h"

namespace essaim::mobility {

/// How a trip is made. Rides are those that volunteers give; the others are chosen.
enum Mode : std::uint8_t { car, lift, carpool, transit, bike, walk, ride };
inline constexpr std::uint32_t chosen_modes = 6;
inline constexpr std::uint32_t all_modes = 7;

/// Why a trip was not made: no open road; no fuel at the station; no money for fuel; no car, and too far without.
enum class Reason : std::uint8_t { road, fuel, money, car };
inline constexpr std::uint32_t reasons = 4;

/// Why the tank is not full.
enum class Dry : std::uint8_t { no, station, money };

/// Beside what all themes share of a household. Totals since the start of the run; trips are counted one way.
struct HouseholdColumns : commune::HouseholdColumns {
  explicit HouseholdColumns(const commune::HouseholdColumns& shared);
  std::array<Column<std::uint32_t>, all_modes> trips;
  std::array<Column<std::uint32_t>, all_modes> minutes;
  std::array<Column<std::uint32_t>, all_modes> commutes;  ///< those of the trips that go to work
  Column<std::uint32_t> moved_m100;                       ///< by all modes [100 m]
  Column<std::uint32_t> driven_m100;                      ///< by its cars
  Column<std::uint32_t> carpool_m100;                     ///< as passengers of other households or of volunteers
  Column<std::uint32_t> transit_m100;
  Column<std::uint32_t> bike_m100;
  Column<std::uint32_t> needed;                       ///< trips to work, school, care and food shops, made or not
  Column<std::uint32_t> outside;                      ///< those of them that were made, and led out of the commune
  std::array<Column<std::uint32_t>, reasons> unmade;  ///< needed trips that were not made
  Column<std::uint32_t> put_off;                      ///< outings that were not made
  Column<std::uint32_t> needed_before;                ///< at yesterday's end, for the smoothed share
  Column<std::uint32_t> unmade_before;
  Column<std::uint8_t> cars_out;      ///< cars that are at work today
  Column<std::uint8_t> shopper_late;  ///< 1 if who does the shopping comes back from work first today
  Column<std::uint8_t> dry;           ///< `Dry`: what the last visit to a station lacked
  Column<std::int64_t> tank_ml;       ///< of all its cars
  Column<std::int64_t> burnt_ml;
  Column<std::int64_t> fuel_cents;       ///< paid for fuel
  Column<std::int64_t> paid_cents;       ///< fares and upkeep, to the outside
  Column<std::int64_t> arrears_cents;    ///< that it could not pay
  Column<std::uint32_t> billed_m100;     ///< driven that upkeep has been billed for
  Column<std::uint32_t> billed_transit;  ///< trips by public transport that fares have been billed for
};

struct StationColumns {
  StationColumns(World& world, const Setting& setting);
  Table* table;
  Column<std::int64_t> stock_ml;
  Column<std::int64_t> delivered_ml;
  Column<std::int64_t> sold_ml;
  Column<std::int64_t> sold_before_ml;  ///< at the last delivery
  Column<std::int64_t> takings_cents;   ///< left for those who supply it, outside
  Column<double> forecast_ml;           ///< of a day's sales
  Column<std::uint32_t> refused;        ///< visits that found too little
};

/// Volunteers who drive, as one.
struct RideColumns {
  explicit RideColumns(World& world);
  Table* table;
  Column<std::uint32_t> day;    ///< that `today` is about
  Column<std::uint32_t> today;  ///< rides given, there and back counting one
  Column<std::uint32_t> given;
  Column<std::uint32_t> refused;
};

/// State of the mobility theme.
struct Columns {
  Columns(World& world, const commune::HouseholdColumns& shared, const Setting& setting);
  HouseholdColumns households;
  StationColumns stations;
  RideColumns rides;
};

}  // namespace essaim::mobility
