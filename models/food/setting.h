// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/commune/commune.h"
#include "models/commune/households.h"
#include "models/commune/public_body.h"
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
  commune::PlaceId place_of(std::uint32_t shop) const {
    return shop == outside ? commune::Places::town : commune.places.shops.first + shop;
  }
  /// Drive time from the platform, which is in the town, to a shop [ms]; Network::unreachable if there is no way.
  Network::Milliseconds drive_time_ms(std::uint32_t road_state, std::uint32_t shop) const {
    return commune.travel.car_ms(road_state, place_of(shop), commune.territory.town.index());
  }

  std::vector<std::uint8_t> has_generator;
  std::vector<float> shop_power;  ///< a shop has no power while this is below the share that is cut off

  // Households: by row
  std::vector<std::uint32_t> need_g[products];       ///< a day
  std::vector<double> stock_habit;                   ///< its ordinary stock over the mean one
  std::vector<std::int64_t> month_food_money_cents;  ///< what it gives to food at most
  std::vector<double> need_cents;          ///< what its need costs a day in the ordinary basket, losses included
  std::vector<double> aid_reserve;         ///< takes up aid if the take-up rate is above this
  std::vector<std::uint32_t> basket_rank;  ///< who takes a farm contract first
  /// Shops that are considered from a node, the most attractive first, `choices` of them; the grocer comes after them.
  struct Choice {
    std::uint32_t shop = 0;
    float weight = 0;  ///< in the choice; 0: no shop
  };
  static constexpr std::uint32_t choices = 6;
  std::span<const Choice> choices_of(std::uint32_t node, std::uint32_t household) const {
    return std::span{choice}.subspan(choice_row(node, household), choices);
  }
  const Choice& way_to_grocer(std::uint32_t node, std::uint32_t household) const {
    return choice[choice_row(node, household) + choices];
  }
  std::vector<Choice> choice;  ///< [node][without a car, with one][choice]

  std::uint32_t shop_of(commune::PlaceId place) const {
    return place == commune::Places::town ? outside : place - commune.places.shops.first;
  }
  /// Whether no open road leads there.
  bool is_out_of_reach(std::uint32_t road_state, std::uint32_t shop, std::uint32_t node) const {
    return commune.travel.car_ms(road_state, place_of(shop), node) == Network::unreachable;
  }

  /// Fresh food to buy for that need: what is eaten of it, and what is lost of everything at home.
  double fresh_to_buy_g(std::uint32_t household) const {
    return need_g[fresh][household] +
           parameters.waste_at_home.value() * (need_g[dry][household] + need_g[fresh][household]);
  }
  // Prices, cents per gram
  double price[products] = {};

  // Farms
  std::uint32_t farms = 0;
  double harvest_g_per_day[products] = {};  ///< of each farm, mean over the year
  /// Share of the farmland that a land trust of so many hectares keeps for the commune.
  double land_share(double hectares) const;
  /// Share of a shop's orders that go to its farms: the ordinary one, and what land kept for the commune adds, at most
  /// what that land would feed.
  double local_share(double hectares) const;
  double baskets_g_per_day(const commune::PublicColumns& town) const;  ///< that contracts may ask for

  double total_need_g[products] = {};              ///< of all residents, a day
  std::vector<double> expected_sales_g[products];  ///< of each shop, a day, if every household eats its fill
  std::vector<double> visitors_g[products];        ///< of these, to customers from outside

 private:
  std::size_t choice_row(std::uint32_t node, std::uint32_t household) const {
    return choice_row(node, commune.population.has_car(household));
  }
  static std::size_t choice_row(std::uint32_t node, bool with_car) {
    return (std::size_t{node} * 2 + (with_car ? 1 : 0)) * (choices + 1);
  }
  void place_shops(const Random& random);
  void settle_needs();
  void settle_habits(const Random& random);
  void settle_choices();
  void consider_shop(std::uint32_t shop, std::uint32_t node, bool with_car, double minutes);
  void expect_sales();
  void settle_farms();
};

}  // namespace essaim::food
