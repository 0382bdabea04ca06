// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/columns.h"

#include "models/commune/ledger.h"

namespace essaim::housing {

using commune::home_source;
using commune::home_stock;
using commune::money_source;
using commune::money_stock;

HouseholdColumns::HouseholdColumns(const commune::HouseholdColumns& shared) : commune::HouseholdColumns{shared} {
  homes = table->add<std::int64_t>("housing_homes", home_stock);
  dwelling = table->add<std::uint32_t>("housing_dwelling");
  shelter = table->add<std::uint32_t>("housing_shelter");
  label = table->add<std::uint8_t>("housing_label");
  heater_day = table->add<std::int32_t>("housing_heater_day");
  moved_day = table->add<std::int32_t>("housing_moved_day");
  degree_wh = table->add<double>("housing_degree_wh");
  base_wh = table->add<std::uint32_t>("housing_base_wh");
  heating_co2_g = table->add<float>("housing_heating_co2");
  base_co2_g = table->add<std::uint32_t>("housing_base_co2");
  burdened = table->add<std::uint8_t>("housing_burdened");
  intensity = table->add<float>("housing_intensity");
  price = table->add<float>("housing_price");
  jobs_counted = table->add<float>("housing_jobs_counted");
  price_day = table->add<std::uint32_t>("housing_price_day");
  used_wh = table->add<std::int64_t>("housing_used");
  co2_g = table->add<std::int64_t>("housing_co2");
  energy_cents = table->add<std::int64_t>("housing_energy_bill");
  dwelling_cents = table->add<std::int64_t>("housing_dwelling_bill");
  works_loan_cents = table->add<std::int64_t>("housing_works_loan");
  paid_cents = table->add<std::int64_t>("housing_paid", money_stock);
  invested_cents = table->add<std::int64_t>("housing_invested", money_stock);
  borrowed_cents = table->add<std::int64_t>("housing_borrowed", money_source);
  arrears_cents = table->add<std::int64_t>("housing_arrears");
  phase = table->add<std::uint8_t>("housing_phase");
  damage = table->add<float>("housing_damage");
  left_day = table->add<std::uint32_t>("housing_left_day");
  trouble = table->add<std::uint8_t>("housing_trouble");
  bad_week = table->add<float>("housing_bad_week");
  works_pending = table->add<std::uint8_t>("housing_works_pending");
  works_days = table->add<std::uint32_t>("housing_works_days");
  works_done = table->add<std::uint32_t>("housing_works_done");
  retrofits = table->add<std::uint32_t>("housing_retrofits");
  moves = table->add<std::uint32_t>("housing_moves");
  retrofitted = table->publish<std::uint8_t>("housing_retrofitted");
}

OfficeColumns::OfficeColumns(World& world, const Setting& setting)
    : table{&world.add_table("housing_office", 1)}, dwellings{&world.add_table("dwelling", setting.stock.count())} {
  light_set_up = table->add<std::int64_t>("light_set_up", home_source);
  free_count = table->add<std::uint32_t>("free_count");
  advice_left = table->add<double>("advice_left");
  advised = table->add<std::uint32_t>("advised");
  moves_refused = table->add<std::uint32_t>("moves_refused");
  free = dwellings->add<std::int64_t>("free", home_stock);
  free_list = dwellings->add<std::uint32_t>("free_list");
  present = dwellings->add<std::uint8_t>("present");
  label = dwellings->add<std::uint8_t>("label");
  heater_day = dwellings->add<std::int32_t>("heater_day");
  const Stock& stock = setting.stock;
  for (std::uint32_t d = stock.households; d < stock.first_light; ++d) {
    free[d] = 1;
    free_list[free_count[0]++] = d;
    label[d] = stock.label[d];
    heater_day[d] = stock.heater_day[d];
  }
}

ArtisanColumns::ArtisanColumns(World& world, const Setting& setting)
    : table{&world.add_table("artisans", 1)}, queue{&world.add_table("works_queue", setting.stock.households)} {
  busy = table->add<std::uint32_t>("busy");
  constexpr std::string_view names[2][6] = {
      {"repair_first", "repair_waiting", "repair_household", "repair_works", "repair_days", "repair_asked"},
      {"retrofit_first", "retrofit_waiting", "retrofit_household", "retrofit_works", "retrofit_days",
       "retrofit_asked"}};
  for (std::size_t line = 0; line < 2; ++line) {
    first[line] = table->add<std::uint32_t>(names[line][0]);
    waiting[line] = table->add<std::uint32_t>(names[line][1]);
    household[line] = queue->add<std::uint32_t>(names[line][2]);
    works[line] = queue->add<std::uint32_t>(names[line][3]);
    days[line] = queue->add<std::uint32_t>(names[line][4]);
    asked_day[line] = queue->add<std::uint32_t>(names[line][5]);
  }
}

Columns::Columns(World& world, const commune::HouseholdColumns& shared, const Setting& setting)
    : households{shared}, office{world, setting}, artisans{world, setting} {}

}  // namespace essaim::housing
