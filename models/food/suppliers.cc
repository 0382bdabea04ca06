// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/food/suppliers.h"

#include <algorithm>
#include <cmath>

#include "models/commune/messages.h"

namespace essaim::food {

namespace {

using commune::Condition;
using commune::kind;
using commune::Message;
using commune::word;

constexpr double first_variance = 0.04;
constexpr std::uint32_t closing_s = 23 * 3'600;
constexpr std::int64_t supplies_after_h = 19;  // from closing to 18:00 on the next day
constexpr std::uint32_t morning_s = 6 * 3'600;

}  // namespace

PlatformRules::PlatformRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns.platforms}, shops_{columns.shops}, town_{town} {}

void PlatformRules::start(Context& context) const {
  for (std::uint32_t platform = 0; platform < platform_rows; ++platform) {
    for (const Product product : {dry, fresh}) {
      double daily = 0;
      for (std::uint32_t shop = 0; shop < setting_.shop_rows(); ++shop) {
        const bool served = (shop == setting_.outside) == (platform == outside_platform);
        if (served) daily += setting_.expected_sales_g[product][shop];
      }
      columns_.forecast_g[product][platform] = daily;
      columns_.variance_g2[product][platform] = first_variance * daily * daily;
      columns_.stock_g[product][platform] = static_cast<std::int64_t>(level_g(platform, product));
    }
    context.start_process(columns_.table->process(platform), Time::at(closing_s), kind(Message::platform_closes));
  }
}

void PlatformRules::ship(std::uint32_t platform, const Event& order, Context& context) const {
  const std::uint32_t shop = order.payload[2];
  const auto drive = setting_.drive_time_ms(town_.road_state[0], shop);
  const bool reachable = drive != Network::unreachable;
  const double carried = share_carried();
  std::uint32_t shipped[products] = {0, 0};
  for (const Product product : {dry, fresh}) {
    const auto stock = static_cast<double>(columns_.stock_g[product][platform]);
    const double expected =
        columns_.forecast_g[product][platform] - static_cast<double>(columns_.asked_today_g[product][platform]);
    columns_.asked_today_g[product][platform] += order.payload[product];
    if (!reachable || order.payload[product] == 0) continue;
    const double still_to_come = std::max<double>(order.payload[product], expected);
    shipped[product] = word(order.payload[product] * carried * std::min(1.0, stock / still_to_come));
    columns_.stock_g[product][platform] -= shipped[product];
    columns_.shipped_g[product][platform] += shipped[product];
  }
  if (shipped[dry] + shipped[fresh] == 0) return;
  const double cents = (shipped[dry] * setting_.price[dry] + shipped[fresh] * setting_.price[fresh]) *
                       setting_.parameters.wholesale.value() * town_.of(Condition::food_price);
  const Time arrival = Time::start_of_day(context.now().day() + 1) + Duration::seconds(morning_s + drive / 1'000);
  context.send(order.from, arrival - context.now(), kind(Message::delivery),
               {shipped[dry], shipped[fresh], word(cents), static_cast<std::uint32_t>(commune::Seller::platform)});
}

double PlatformRules::share_carried() const {
  const Parameters& p = setting_.parameters;
  const double drivers = 1 - p.absence_felt.value() * town_.of(Condition::absent_workers);
  const double fuel = 1 - p.fuel_felt.value() * (1 - town_.of(Condition::fuel_supply));
  return std::max(0.0, drivers) * std::max(0.0, fuel);
}

double PlatformRules::level_g(std::uint32_t platform, Product product) const {
  const Parameters& p = setting_.parameters;
  const double days = product == dry ? p.platform_dry.value() : p.platform_fresh.value();
  return columns_.forecast_g[product][platform] * days +
         p.safety.value() * std::sqrt(2 * columns_.variance_g2[product][platform]);
}

void PlatformRules::close(std::uint32_t platform, Context& context) const {
  const double supply = town_.of(platform == commune_platform ? Condition::platform_supply : Condition::outside_supply);
  const double learning = setting_.parameters.learning.value();
  std::uint32_t sent[products];
  for (const Product product : {dry, fresh}) {
    double& forecast = columns_.forecast_g[product][platform];
    double& variance = columns_.variance_g2[product][platform];
    const double error = static_cast<double>(columns_.asked_today_g[product][platform]) - forecast;
    columns_.asked_today_g[product][platform] = 0;
    forecast += learning * error;
    variance += learning * (error * error - variance);
    const auto held = static_cast<double>(columns_.stock_g[product][platform] + columns_.coming_g[product][platform]);
    const double ordered =
        std::clamp(level_g(platform, product) - held, 0.0, setting_.parameters.burst.value() * forecast);
    sent[product] = word(ordered * supply);
    columns_.coming_g[product][platform] += sent[product];
    columns_.imported_g[platform] += sent[product];
  }
  const auto cents = static_cast<std::int64_t>((sent[dry] * setting_.price[dry] + sent[fresh] * setting_.price[fresh]) *
                                               setting_.parameters.wholesale.value() * town_.of(Condition::food_price));
  columns_.cash_cents[platform] -= cents;
  columns_.paid_cents[platform] += cents;
  context.schedule(context.now() + Duration::hours(supplies_after_h), kind(Message::supplies),
                   {sent[dry], sent[fresh], 0, 0});
  context.schedule(context.now() + Duration::days(1), kind(Message::platform_closes));
}

void PlatformRules::receive(std::uint32_t platform, const Event& supplies) const {
  for (const Product product : {dry, fresh}) {
    columns_.stock_g[product][platform] += supplies.payload[product];
    columns_.coming_g[product][platform] -= supplies.payload[product];
  }
}

}  // namespace essaim::food
