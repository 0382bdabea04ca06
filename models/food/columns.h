// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "engine/world/table.h"
#include "models/commune/households.h"

namespace essaim::food {

struct Setting;

/// Two kinds of food: what keeps and what does not.
enum Product : std::uint8_t { dry = 0, fresh = 1 };
inline constexpr std::uint32_t products = 2;

// State of the food theme, a table each. Goods in grams, money in cents, totals since the start of the run.

/// Beside what all themes share of a household.
struct HouseholdColumns : commune::HouseholdColumns {
  explicit HouseholdColumns(const commune::HouseholdColumns& shared);
  Column<std::int64_t> stock_g[products];
  Column<std::int64_t> eaten_g;
  Column<std::int64_t> wasted_g;
  Column<std::int64_t> needed_g;
  Column<std::int64_t> cash_cents;    ///< what is left of the month's food money
  Column<std::int64_t> money_cents;   ///< food money of this month, when it began
  Column<std::int64_t> spent_cents;   ///< on food since the start
  Column<double> affordable;          ///< share of the need that the month's food money can pay, 0 to 1
  Column<double> missed_share;        ///< of need, smoothed over about a week
  Column<double> seen_empty;          ///< share refused by empty shelves at the last visit
  Column<std::uint32_t> avoid_until;  ///< day until which the shop below is avoided, having been empty
  Column<std::uint32_t> avoided_shop;
  Column<std::uint32_t> member_until;  ///< day on which the stay at the grocer ends; 0: no member
  Column<std::uint32_t> visits;
  Column<std::uint32_t> empty_visits;      ///< that left at least 5 % unserved for want of stock
  Column<std::uint32_t> errands_not_made;  ///< visits that it wanted to make and could not
  Published<double> worry;                 ///< 0 calm to 1; neighbours feel it
};

struct ShopColumns {
  ShopColumns(World& world, std::uint32_t rows);
  Table* table;
  Column<std::int64_t> stock_g[products];
  Column<std::int64_t> on_order_g[products];  ///< since yesterday evening, less what came
  Column<std::int64_t> sold_g[products];
  Column<std::int64_t> sold_at_last_close_g[products];
  Column<std::int64_t> local_g;     ///< received from farms of the commune
  Column<std::int64_t> visitors_g;  ///< of what was sold: to customers from outside
  Column<std::int64_t> visitors_cents;
  Column<std::int64_t> wasted_g;
  Column<std::int64_t> cash_cents;
  Column<std::int64_t> kept_cents;      ///< margin that left for wages, rents, taxes; less what owners put in
  Column<double> forecast_g[products];  ///< of a day's sales
  Column<double> variance_g2[products];
  Column<std::uint32_t> members;      ///< solidarity grocer: households taken in now
  Column<std::uint32_t> member_days;  ///< household-days of membership
  Column<std::uint32_t> deliveries;
  Column<std::uint8_t> closed;  ///< 1 while it has no power, or water in it
};

struct PlatformColumns {
  PlatformColumns(World& world, std::uint32_t rows);
  Table* table;
  Column<std::int64_t> stock_g[products];
  Column<std::int64_t> coming_g[products];
  Column<std::int64_t> shipped_g[products];
  Column<std::int64_t> asked_today_g[products];
  Column<double> forecast_g[products];  ///< of a day's orders
  Column<double> variance_g2[products];
  Column<std::int64_t> imported_g;  ///< sent by suppliers outside
  Column<std::int64_t> wasted_g;
  Column<std::int64_t> cash_cents;
  Column<std::int64_t> paid_cents;  ///< to suppliers outside
};

struct FarmColumns {
  FarmColumns(World& world, std::uint32_t rows);
  Table* table;
  Column<std::int64_t> stock_g[products];
  Column<std::int64_t> harvested_g;
  Column<std::int64_t> exported_g;
  Column<std::int64_t> sold_locally_g;
  Column<std::int64_t> baskets_g;  ///< given in baskets
  Column<std::uint32_t> baskets;
  Column<std::int64_t> cash_cents;
  Column<std::int64_t> export_earned_cents;
};

/// All of them, registered in one order.
struct Columns {
  Columns(World& world, const commune::HouseholdColumns& shared, const Setting& setting);
  HouseholdColumns households;
  ShopColumns shops;
  PlatformColumns platforms;
  FarmColumns farms;
};

/// Rows of the platform table.
enum PlatformRow : std::uint32_t { commune_platform = 0, outside_platform = 1, platform_rows = 2 };

}  // namespace essaim::food
