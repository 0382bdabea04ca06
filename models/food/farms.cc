// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/food/farms.h"

#include <algorithm>

#include "engine/core/math.h"
#include "models/commune/messages.h"

namespace essaim::food {

namespace {

using commune::Condition;
using commune::kind;
using commune::Message;
using commune::word;

constexpr std::uint32_t harvest_s = 4 * 3'600;
constexpr double local_reserve_days = 3;
constexpr double basket_days = 7;
constexpr double days_per_year = 365;
constexpr double richest_day = 210;  // end of July
constexpr double two_pi = 6.283185307179586;

}  // namespace

FarmRules::FarmRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns.farms}, town_{town} {}

void FarmRules::start(Context& context) const {
  for (std::uint32_t farm = 0; farm < columns_.table->rows(); ++farm) {
    for (const Product product : {dry, fresh}) {
      columns_.stock_g[product][farm] = static_cast<std::int64_t>(setting_.harvest_g_per_day[product]);
    }
    context.start_process(columns_.table->process(farm), Time::at(harvest_s), kind(Message::farm_day));
  }
}

double FarmRules::harvest_g(Product product, Time now) const {
  const double mean = setting_.harvest_g_per_day[product];
  if (product == dry) return mean;
  const Parameters& p = setting_.parameters;
  const double day = setting_.commune.calendar.date(now).day_of_year();
  const double season = 1 + p.farm_season.value() * math::cos(two_pi * (day - richest_day) / days_per_year);
  const double hot = std::max(0.0, town_.maximum_temperature[0] - p.farm_heat_from.value());
  return mean * season * std::max(0.0, 1 - p.farm_heat.value() * hot);
}

void FarmRules::live_a_day(std::uint32_t farm, Context& context) const {
  const Parameters& p = setting_.parameters;
  double exported_cents = 0;
  for (const Product product : {dry, fresh}) {
    const double harvest = harvest_g(product, context.now());
    const auto harvested = static_cast<std::int64_t>(harvest);
    const double land = town_.of(Condition::land_for_locals);
    const double local_orders = setting_.total_need_g[product] * setting_.local_share(land) / setting_.farms;
    const double first_for_locals = std::max(p.farm_flexibility.value(), setting_.land_share(land));
    const double baskets = product == fresh ? basket_days * setting_.baskets_g_per_day(town_) / setting_.farms : 0.0;
    const auto kept =
        static_cast<std::int64_t>(local_reserve_days * local_orders + first_for_locals * harvest + baskets);
    std::int64_t& stock = columns_.stock_g[product][farm];
    columns_.harvested_g[farm] += harvested;
    stock += harvested;
    const std::int64_t exported = std::max<std::int64_t>(0, stock - kept);
    stock -= exported;
    columns_.exported_g[farm] += exported;
    exported_cents +=
        static_cast<double>(exported) * setting_.price[product] * p.wholesale.value() * town_.of(Condition::food_price);
  }
  columns_.cash_cents[farm] += static_cast<std::int64_t>(exported_cents);
  columns_.export_earned_cents[farm] += static_cast<std::int64_t>(exported_cents);
  context.schedule(context.now() + Duration::days(1), kind(Message::farm_day));
}

void FarmRules::sell(std::uint32_t farm, const Event& order, Context& context) const {
  std::uint32_t sold[products];
  double cents = 0;
  for (const Product product : {dry, fresh}) {
    sold[product] =
        word(std::min<double>(order.payload[product], static_cast<double>(columns_.stock_g[product][farm])));
    columns_.stock_g[product][farm] -= sold[product];
    cents += sold[product] * setting_.price[product] * setting_.parameters.wholesale.value() *
             town_.of(Condition::food_price);
  }
  if (sold[dry] + sold[fresh] == 0) return;
  columns_.sold_locally_g[farm] += std::int64_t{sold[dry]} + sold[fresh];
  // Ordered in the evening it comes in the morning; asked for in the morning it comes within the hour.
  const Duration delay = order.payload[3] == 0 ? Duration::hours(10) : Duration::hours(1);
  context.send(order.from, delay, kind(Message::delivery),
               {sold[dry], sold[fresh], word(cents), static_cast<std::uint32_t>(commune::Seller::farm)});
}

void FarmRules::fill_basket(std::uint32_t farm, const Event& order, Context& context) const {
  // Paid in advance: the farm keeps the money whatever it has harvested, which is the contract's point.
  columns_.cash_cents[farm] += order.payload[2];
  const std::int64_t grams = std::min<std::int64_t>(order.payload[1], columns_.stock_g[fresh][farm]);
  if (grams <= 0) return;
  columns_.stock_g[fresh][farm] -= grams;
  columns_.baskets_g[farm] += grams;
  ++columns_.baskets[farm];
  context.send(order.from, Duration::hours(8), kind(Message::basket), {0, static_cast<std::uint32_t>(grams), 0, 0});
}

}  // namespace essaim::food
