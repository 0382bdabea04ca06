// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/food/columns.h"

#include "models/commune/ledger.h"
#include "models/food/setting.h"

namespace essaim::food {

namespace {

using commune::food_source;
using commune::food_stock;
using commune::money_source;
using commune::money_stock;

template <class T>
void add_both(Table& table, const char* dry_name, const char* fresh_name, Column<T> (&columns)[products],
              LedgerEntry entry = {}) {
  columns[dry] = table.add<T>(dry_name, entry);
  columns[fresh] = table.add<T>(fresh_name, entry);
}

}  // namespace

HouseholdColumns::HouseholdColumns(const commune::HouseholdColumns& shared) : commune::HouseholdColumns{shared} {
  add_both(*table, "dry_stock", "fresh_stock", stock_g, food_stock);
  eaten_g = table->add<std::int64_t>("eaten", food_stock);
  wasted_g = table->add<std::int64_t>("wasted", food_stock);
  needed_g = table->add<std::int64_t>("needed");
  cash_cents = table->add<std::int64_t>("food_cash", money_stock);
  money_cents = table->add<std::int64_t>("food_money");
  spent_cents = table->add<std::int64_t>("food_spent");
  affordable = table->add<double>("affordable");
  missed_share = table->add<double>("missed_share");
  seen_empty = table->add<double>("seen_empty");
  avoid_until = table->add<std::uint32_t>("avoid_until");
  avoided_shop = table->add<std::uint32_t>("avoided_shop");
  member_until = table->add<std::uint32_t>("member_until");
  visits = table->add<std::uint32_t>("visits");
  empty_visits = table->add<std::uint32_t>("empty_visits");
  errands_not_made = table->add<std::uint32_t>("errands_not_made");
  worry = table->publish<double>("worry");
}

ShopColumns::ShopColumns(World& world, std::uint32_t rows) : table{&world.add_table("shop", rows)} {
  add_both(*table, "dry_stock", "fresh_stock", stock_g, food_stock);
  add_both(*table, "dry_on_order", "fresh_on_order", on_order_g);
  add_both(*table, "dry_sold", "fresh_sold", sold_g);
  add_both(*table, "dry_sold_at_last_close", "fresh_sold_at_last_close", sold_at_last_close_g);
  local_g = table->add<std::int64_t>("local");
  visitors_g = table->add<std::int64_t>("visitors", food_stock);
  visitors_cents = table->add<std::int64_t>("visitors_paid", money_source);
  wasted_g = table->add<std::int64_t>("wasted", food_stock);
  cash_cents = table->add<std::int64_t>("cash", money_stock);
  kept_cents = table->add<std::int64_t>("kept", money_stock);
  add_both(*table, "dry_forecast", "fresh_forecast", forecast_g);
  add_both(*table, "dry_variance", "fresh_variance", variance_g2);
  members = table->add<std::uint32_t>("members");
  member_days = table->add<std::uint32_t>("member_days");
  deliveries = table->add<std::uint32_t>("deliveries");
  closed = table->add<std::uint8_t>("closed");
}

PlatformColumns::PlatformColumns(World& world, std::uint32_t rows) : table{&world.add_table("platform", rows)} {
  add_both(*table, "dry_stock", "fresh_stock", stock_g, food_stock);
  add_both(*table, "dry_coming", "fresh_coming", coming_g);
  add_both(*table, "dry_shipped", "fresh_shipped", shipped_g);
  add_both(*table, "dry_asked_today", "fresh_asked_today", asked_today_g);
  add_both(*table, "dry_forecast", "fresh_forecast", forecast_g);
  add_both(*table, "dry_variance", "fresh_variance", variance_g2);
  imported_g = table->add<std::int64_t>("imported", food_source);
  wasted_g = table->add<std::int64_t>("wasted", food_stock);
  cash_cents = table->add<std::int64_t>("cash", money_stock);
  paid_cents = table->add<std::int64_t>("paid", money_stock);
}

FarmColumns::FarmColumns(World& world, std::uint32_t rows) : table{&world.add_table("farm", rows)} {
  add_both(*table, "dry_stock", "fresh_stock", stock_g, food_stock);
  harvested_g = table->add<std::int64_t>("harvested", food_source);
  exported_g = table->add<std::int64_t>("exported", food_stock);
  sold_locally_g = table->add<std::int64_t>("sold_locally");
  baskets_g = table->add<std::int64_t>("baskets_weight");
  baskets = table->add<std::uint32_t>("baskets");
  cash_cents = table->add<std::int64_t>("cash", money_stock);
  export_earned_cents = table->add<std::int64_t>("export_earned", money_source);
}

Columns::Columns(World& world, const commune::HouseholdColumns& shared, const Setting& setting)
    : households{shared},
      shops{world, setting.shop_rows()},
      platforms{world, platform_rows},
      farms{world, setting.farms} {}

}  // namespace essaim::food
