// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/core/random.h"
#include "models/commune/commune.h"
#include "models/housing/energy.h"
#include "models/housing/parameters.h"
#include "models/housing/stock.h"

namespace essaim::housing {

/// What the housing theme adds to a commune before anything happens: constant, shared by all variants and arms.
struct Setting {
  Setting(const commune::Commune& commune, const Parameters& parameters, const Random& random);

  const commune::Commune& commune;
  Parameters parameters;
  Energy energy;
  Stock stock;

  // Households, by row
  std::vector<double> income_cents;         ///< of an ordinary month
  std::vector<std::uint8_t> low_income;     ///< 1 in the first three deciles, per consumption unit
  std::vector<std::uint32_t> loan_cents;    ///< a month, of owners who repay one
  std::vector<std::uint8_t> electric_cook;  ///< 1: cooks with electricity alone
  std::vector<std::uint32_t> other_wh;      ///< electricity of a day, heating and hot water apart
  std::vector<std::uint32_t> water_wh;      ///< energy for hot water of a day
  std::vector<float> leave_m;               ///< water in the home that makes it leave
  std::vector<float> goes;                  ///< uniform in (0, 1): goes to a cool room if below the take-up

  std::vector<std::int32_t> moved_day;  ///< day of its last move; a year before the start at most, or long ago

  std::uint32_t crews = 1;                                    ///< of artisans who repair and retrofit
  std::array<double, commune::zone_count> highest_river_m{};  ///< that a shock of the scenario brings, by zone
  double move_chance[3] = {};                                 ///< a month, by tenure
  double consider_chance[2][3] = {};  ///< of a retrofit, a month, by type and tenure, without any trigger

  /// Water on the floor of a dwelling when the river stands `river_m` above its banks [m].
  double water_m(std::uint32_t dwelling, double river_m) const {
    const double ground = commune.territory.flood_depth_m(stock.node[dwelling], river_m);
    return ground > stock.floor_m[dwelling] ? ground - stock.floor_m[dwelling] : 0.0;
  }
  commune::Zone zone_of(std::uint32_t dwelling) const { return stock.zone[dwelling]; }
  /// Mean temperature of a day whose maximum is this [degC].
  double mean_of(double maximum_degc) const { return maximum_degc - commune.parameters.half_daily_range.value(); }
  double heating_kwh_of_year(std::uint32_t dwelling, std::size_t label) const {  ///< at intensity 1
    return energy.need_per_m2(label, stock.heating[dwelling]) * stock.area_m2[dwelling];
  }

 private:
  void settle_households(const Random& random);
  void settle_rates();
  void settle_last_moves(const Random& random);
};

/// Share of a home that water of this depth destroys: JRC, residential, Europe.
double damage_of(double water_m);

}  // namespace essaim::housing
