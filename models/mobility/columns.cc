// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/mobility/columns.h"

#include <string>

#include "models/commune/ledger.h"

namespace essaim::mobility {

namespace {

constexpr std::array<const char*, all_modes> mode_columns = {"mobility_car",     "mobility_lift", "mobility_carpool",
                                                             "mobility_transit", "mobility_bike", "mobility_walk",
                                                             "mobility_ride"};
constexpr std::array<const char*, reasons> reason_columns = {"mobility_unmade_road", "mobility_unmade_fuel",
                                                             "mobility_unmade_money", "mobility_unmade_car"};

}  // namespace

HouseholdColumns::HouseholdColumns(const commune::HouseholdColumns& shared) : commune::HouseholdColumns{shared} {
  const auto count = [&](const char* name) { return table->add<std::uint32_t>(name); };
  for (std::uint32_t m = 0; m < all_modes; ++m) {
    const std::string name = mode_columns[m];
    trips[m] = table->add<std::uint32_t>(name);
    minutes[m] = table->add<std::uint32_t>(name + "_minutes");
    commutes[m] = table->add<std::uint32_t>(name + "_commutes");
  }
  moved_m100 = count("mobility_moved");
  driven_m100 = count("mobility_driven");
  carpool_m100 = count("mobility_carpool_distance");
  transit_m100 = count("mobility_transit_distance");
  bike_m100 = count("mobility_bike_distance");
  needed = count("mobility_needed");
  outside = count("mobility_outside");
  for (std::uint32_t r = 0; r < reasons; ++r) unmade[r] = count(reason_columns[r]);
  put_off = count("mobility_put_off");
  needed_before = count("mobility_needed_before");
  unmade_before = count("mobility_unmade_before");
  cars_out = table->add<std::uint8_t>("mobility_cars_out");
  shopper_late = table->add<std::uint8_t>("mobility_shopper_late");
  dry = table->add<std::uint8_t>("mobility_dry");
  tank_ml = table->add<std::int64_t>("mobility_tank", commune::fuel_stock);
  burnt_ml = table->add<std::int64_t>("mobility_burnt", commune::fuel_stock);
  fuel_cents = table->add<std::int64_t>("mobility_fuel_paid");
  paid_cents = table->add<std::int64_t>("mobility_paid", commune::money_stock);
  arrears_cents = table->add<std::int64_t>("mobility_arrears");
  billed_m100 = count("mobility_billed_distance");
  billed_transit = count("mobility_billed_transit");
}

StationColumns::StationColumns(World& world, const Setting& setting)
    : table{&world.add_table("station", setting.stations())} {
  stock_ml = table->add<std::int64_t>("stock", commune::fuel_stock);
  delivered_ml = table->add<std::int64_t>("delivered", commune::fuel_source);
  sold_ml = table->add<std::int64_t>("sold");
  sold_before_ml = table->add<std::int64_t>("sold_before");
  takings_cents = table->add<std::int64_t>("takings", commune::money_stock);
  forecast_ml = table->add<double>("forecast");
  refused = table->add<std::uint32_t>("refused");
}

RideColumns::RideColumns(World& world) : table{&world.add_table("ride", 1)} {
  day = table->add<std::uint32_t>("day");
  today = table->add<std::uint32_t>("today");
  given = table->add<std::uint32_t>("given");
  refused = table->add<std::uint32_t>("refused");
}

Columns::Columns(World& world, const commune::HouseholdColumns& shared, const Setting& setting)
    : households{shared}, stations{world, setting}, rides{world} {}

}  // namespace essaim::mobility
