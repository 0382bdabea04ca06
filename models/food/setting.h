// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/commune/commune.h"
#include "models/food/columns.h"
#include "models/food/parameters.h"

namespace essaim::food {

/// What the food theme adds to a commune before anything happens: constant, shared by all variants and arms.
///
/// Rows of the shop table: the commune's shops, then the solidarity grocer (which takes nobody in unless a measure
/// says so), then the shops of the nearest town as one.
struct Setting {
  Setting(const commune::Commune& commune, const Parameters& parameters, const Random& random);

  const commune::Commune& commune;
  Parameters parameters;

  // Shops
  std::uint32_t local_shops = 0;
  std::uint32_t grocer = 0;   ///< its row
  std::uint32_t outside = 0;  ///< its row
  std::uint32_t shop_rows() const { return outside + 1; }
  std::vector<NodeId> shop_node;
  /// Drive time from the platform to each shop when the first k access roads are closed, in ms:
  /// [k x shop_rows + shop]; Network::unreachable if there is no way.
  std::vector<Network::Milliseconds> drive_ms;
  Network::Milliseconds drive_time_ms(std::uint32_t closed_roads, std::uint32_t shop) const {
    return drive_ms[closed_roads * shop_rows() + shop];
  }
  std::uint32_t closed_roads(double share) const;

  // Households: by row
  std::vector<std::uint32_t> need_g[products];  ///< a day
  std::vector<double> stock_habit;              ///< its ordinary stock over the mean one
  std::vector<std::int64_t> month_income_cents;
  std::vector<std::int64_t> month_food_money_cents;  ///< what it can give to food
  std::vector<double> need_cents;          ///< what its need costs a day in the ordinary basket, losses included
  std::vector<double> aid_reserve;         ///< takes up aid if the take-up rate is above this
  std::vector<std::uint32_t> day_start_s;  ///< seconds after midnight
  /// Shops that a household considers, the most attractive first, `choices` a household; the grocer comes after them.
  struct Choice {
    std::uint32_t shop = 0;
    float weight = 0;         ///< in the choice; 0: no shop
    std::uint16_t km100 = 0;  ///< way there and back [100 m]
  };
  static constexpr std::uint32_t choices = 6;
  std::span<const Choice> choices_of(std::uint32_t household) const {
    return std::span{choice}.subspan(std::size_t{household} * (choices + 1), choices);
  }
  const Choice& way_to_grocer(std::uint32_t household) const {
    return choice[std::size_t{household} * (choices + 1) + choices];
  }
  std::vector<Choice> choice;

  /// Fresh food to buy for that need: what is eaten of it, and what is lost of everything at home.
  double fresh_to_buy_g(std::uint32_t household) const {
    return need_g[fresh][household] +
           parameters.waste_at_home.value() * (need_g[dry][household] + need_g[fresh][household]);
  }
  /// Whether its food money does not pay the ordinary basket, so that it buys the cheapest.
  bool buys_cheapest(std::uint32_t household) const {
    return static_cast<double>(month_food_money_cents[household]) / month_days < need_cents[household];
  }
  static constexpr std::uint32_t month_days = 30;

  // Prices, cents per gram
  double price[products] = {};

  // Farms
  std::uint32_t farms = 0;
  double harvest_g_per_day[products] = {};  ///< of each farm, mean over the year

  double total_need_g[products] = {};              ///< of all residents, a day
  std::vector<double> expected_sales_g[products];  ///< of each shop, a day, if every household eats its fill

 private:
  void place_shops(const Random& random);
  void settle_needs();
  void settle_habits(const Random& random);
  void settle_choices();
  void expect_sales();
  void settle_farms();
};

}  // namespace essaim::food
