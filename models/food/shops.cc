// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/food/shops.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/commune/messages.h"

namespace essaim::food {

namespace {

using commune::Condition;
using commune::kind;
using commune::Message;
using commune::word;

constexpr std::uint32_t closing_s = 20 * 3'600;
constexpr double shortfall_noticed = 0.2;  // missing share of an order that makes a shop look elsewhere
constexpr double first_variance = 0.04;    // of the forecast squared, before any sale is seen
constexpr std::uint32_t checking_s = 10 * 3'600;
constexpr std::uint32_t visitors_s = 11 * 3'600;
constexpr std::int64_t visitors_again_h = 6;
constexpr double visitors_times = 2;  // a day

}  // namespace

ShopRules::ShopRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns.shops}, platforms_{columns.platforms}, farms_{columns.farms}, town_{town} {}

void ShopRules::start(Context& context) const {
  for (std::uint32_t shop = 0; shop < setting_.shop_rows(); ++shop) {
    for (const Product product : {dry, fresh}) {
      const double daily = setting_.expected_sales_g[product][shop];
      columns_.forecast_g[product][shop] = daily;
      columns_.variance_g2[product][shop] = first_variance * daily * daily;
      columns_.stock_g[product][shop] = static_cast<std::int64_t>(level_g(shop, product));
    }
    context.start_process(columns_.table->process(shop), Time::at(checking_s), kind(Message::shop_checks));
    context.start_process(columns_.table->process(shop), Time::at(closing_s), kind(Message::shop_closes));
    if (setting_.visitors_g[dry][shop] + setting_.visitors_g[fresh][shop] <= 0) continue;
    context.start_process(columns_.table->process(shop), Time::at(visitors_s), kind(Message::visitors));
  }
}

void ShopRules::serve(std::uint32_t shop, const Event& visit, Context& context) const {
  const double quality = static_cast<double>(visit.payload[3] >> 16) / 1'000.0;
  const std::uint32_t persons = visit.payload[3] & 0xffffu;
  const double rebate = shop == setting_.grocer ? town_.of(Condition::grocer_price) : 1.0;
  const double per_person_g = setting_.parameters.intake.value() * 1'000.0 * setting_.parameters.dry_share.value();
  const double ration_g = town_.ration_days() * persons * per_person_g;

  double give[products];
  double refused_g = 0;
  const bool closed = is_closed(shop);
  for (const Product product : {dry, fresh}) {
    const double allowed = product == dry ? std::min<double>(visit.payload[product], ration_g) : visit.payload[product];
    give[product] = closed ? 0.0 : std::min(allowed, static_cast<double>(columns_.stock_g[product][shop]));
    refused_g += allowed - give[product];
  }
  const double level = quality * rebate * town_.of(Condition::food_price);
  const double price[products] = {setting_.price[dry] * level, setting_.price[fresh] * level};
  const double cost = give[dry] * price[dry] + give[fresh] * price[fresh];
  const double payable = cost > visit.payload[2] ? visit.payload[2] / cost : 1.0;
  const std::uint32_t brought[products] = {word(give[dry] * payable), word(give[fresh] * payable)};
  const auto paid = std::min<std::uint32_t>(visit.payload[2],
                                            word(std::ceil(brought[dry] * price[dry] + brought[fresh] * price[fresh])));
  for (const Product product : {dry, fresh}) {
    columns_.stock_g[product][shop] -= brought[product];
    columns_.sold_g[product][shop] += brought[product];
  }
  columns_.cash_cents[shop] += paid;
  const double wanted_g = static_cast<double>(visit.payload[0]) + visit.payload[1];
  const auto refused_permille = static_cast<std::uint32_t>(wanted_g > 0 ? 1'000.0 * refused_g / wanted_g : 0.0);
  context.send(visit.from, Duration::hours(1), kind(Message::purchase),
               {brought[dry], brought[fresh], visit.payload[2] - paid, shop << 16 | refused_permille});
}

void ShopRules::serve_visitors(std::uint32_t shop, Context& context) const {
  const bool first = context.now().second_of_day() == visitors_s;
  context.schedule_in(Duration::hours(first ? visitors_again_h : 24 - visitors_again_h), kind(Message::visitors));
  const bool can_come = setting_.drive_time_ms(town_.road_state[0], shop) != Network::unreachable;
  if (!can_come || is_closed(shop)) return;
  const double short_outside = 1 - std::min(1.0, town_.of(Condition::outside_supply));
  const double more = 1 + setting_.parameters.visitor_spill.value() * short_outside;
  double cents = 0;
  for (const Product product : {dry, fresh}) {
    const double wanted = setting_.visitors_g[product][shop] * more / visitors_times;
    const auto sold = std::min<std::int64_t>(static_cast<std::int64_t>(wanted), columns_.stock_g[product][shop]);
    columns_.stock_g[product][shop] -= sold;
    columns_.sold_g[product][shop] += sold;
    columns_.visitors_g[shop] += sold;
    cents += static_cast<double>(sold) * setting_.price[product] * town_.of(Condition::food_price);
  }
  const auto paid = static_cast<std::int64_t>(cents);
  columns_.visitors_cents[shop] += paid;
  columns_.cash_cents[shop] += paid;
}

void ShopRules::close(std::uint32_t shop, Context& context) const {
  learn_sales(shop);
  spoil(shop, context);
  order(shop, context);
  columns_.member_days[shop] += columns_.members[shop];
  if (shop != setting_.grocer) {
    const std::int64_t to_pay = wholesale_cents(columns_.on_order_g[dry][shop], columns_.on_order_g[fresh][shop]);
    columns_.kept_cents[shop] += columns_.cash_cents[shop] - to_pay;
    columns_.cash_cents[shop] = to_pay;
  }
  context.schedule(context.now() + Duration::days(1), kind(Message::shop_closes));
}

void ShopRules::learn_sales(std::uint32_t shop) const {
  const double learning = setting_.parameters.learning.value();
  for (const Product product : {dry, fresh}) {
    const auto sold =
        static_cast<double>(columns_.sold_g[product][shop] - columns_.sold_at_last_close_g[product][shop]);
    columns_.sold_at_last_close_g[product][shop] = columns_.sold_g[product][shop];
    double& forecast = columns_.forecast_g[product][shop];
    double& variance = columns_.variance_g2[product][shop];
    const double error = sold - forecast;
    forecast += learning * error;
    variance += learning * (error * error - variance);
  }
}

bool ShopRules::is_closed(std::uint32_t shop) const {
  if (shop == setting_.outside) return false;  // shocks to the town's power and river are not modelled
  const commune::Territory& territory = setting_.commune.territory;
  const std::uint32_t node = setting_.commune.places.nodes[setting_.place_of(shop)].index();
  const commune::Zone zone = territory.zone[node];
  const bool flooded = territory.flood_depth_m(node, town_.of(Condition::flood_depth, zone)) >
                       setting_.parameters.shop_floods_at.value();
  return flooded || (setting_.shop_power[shop] < town_.of(Condition::power_out, zone) && !setting_.has_generator[shop]);
}

void ShopRules::spoil(std::uint32_t shop, Context& context) const {
  const Parameters& p = setting_.parameters;
  const double hot = std::max(0.0, town_.maximum_temperature[0] - p.heat_loss_from.value());
  // Cold rooms hold a few hours: a shop that is closed in the evening has lost what was fresh.
  columns_.closed[shop] = is_closed(shop) ? 1 : 0;
  const double rate =
      columns_.closed[shop] ? 1.0 : std::min(1.0, p.shop_spoilage.value() * (1 + p.heat_spoilage.value() * hot));
  std::int64_t& stock = columns_.stock_g[fresh][shop];
  const auto unsold = static_cast<std::int64_t>(static_cast<double>(stock) * rate);
  const bool gives =
      columns_.closed[shop] == 0 && shop < setting_.local_shops && town_.of(Condition::grocer_capacity) > 0;
  const auto given = static_cast<std::int64_t>(gives ? static_cast<double>(unsold) * p.donated.value() : 0.0);
  stock -= unsold;
  columns_.wasted_g[shop] += unsold - given;
  if (given > 0) {
    context.send(columns_.table->process(setting_.grocer), Duration::hours(1), kind(Message::donation),
                 {0, static_cast<std::uint32_t>(given), 0, 0});
  }
}

double ShopRules::level_g(std::uint32_t shop, Product product) const {
  const Parameters& p = setting_.parameters;
  const double days = product == dry ? p.shop_dry.value() : p.shop_fresh.value();
  double daily = columns_.forecast_g[product][shop];
  if (shop == setting_.grocer) {
    // It knows its members: their visits need this, whatever it could sell so far.
    const double mean_need = setting_.total_need_g[product] / std::max(1u, setting_.commune.population.households());
    const bool open = town_.of(Condition::grocer_capacity) > 0;
    daily = open ? columns_.members[shop] * mean_need * p.grocer_basket.value() : 0.0;
  }
  return daily * days + p.safety.value() * std::sqrt(2 * columns_.variance_g2[product][shop]);
}

std::int64_t ShopRules::wholesale_cents(std::int64_t dry_g, std::int64_t fresh_g) const {
  const double full =
      static_cast<double>(dry_g) * setting_.price[dry] + static_cast<double>(fresh_g) * setting_.price[fresh];
  return static_cast<std::int64_t>(full * setting_.parameters.wholesale.value() * town_.of(Condition::food_price));
}

double ShopRules::affordable_share(std::uint32_t shop, const std::int64_t (&missing)[products],
                                   Context& context) const {
  if (shop != setting_.grocer) return 1.0;
  const std::int64_t cost = wholesale_cents(missing[dry], missing[fresh]);
  const std::int64_t cash = columns_.cash_cents[shop];
  if (cost <= cash) return 1.0;
  context.send(town_.table->process(0), Duration::hours(1), kind(Message::aid_request),
               {word(static_cast<double>(cost - cash)), shop, 0, 0});
  return static_cast<double>(std::max<std::int64_t>(0, cash)) / static_cast<double>(cost);
}

void ShopRules::order(std::uint32_t shop, Context& context) const {
  std::int64_t missing[products];
  for (const Product product : {dry, fresh}) {
    const auto level = static_cast<std::int64_t>(level_g(shop, product));
    missing[product] = std::max<std::int64_t>(0, level - columns_.stock_g[product][shop]);
  }
  const double share = affordable_share(shop, missing, context);
  const bool has_farm = setting_.farms > 0 && shop < setting_.local_shops;
  const double local = has_farm ? setting_.local_share(town_.of(Condition::land_for_locals)) : 0.0;
  std::uint32_t farm_part[products];
  std::uint32_t platform_part[products];
  for (const Product product : {dry, fresh}) {
    const double wanted = static_cast<double>(missing[product]) * share;
    farm_part[product] = word(wanted * local);
    platform_part[product] = word(wanted - farm_part[product]);
    columns_.on_order_g[product][shop] = std::int64_t{platform_part[product]} + farm_part[product];
  }
  if (platform_part[dry] + platform_part[fresh] > 0) {
    context.send(platforms_.table->process(platform_of(shop)), Duration::hours(1), kind(Message::order),
                 {platform_part[dry], platform_part[fresh], shop, 0});
  }
  order_from_farms(shop, farm_part, FarmOrder::ordinary, context);
}

void ShopRules::order_from_farms(std::uint32_t shop, const std::uint32_t (&wanted)[products], FarmOrder urgency,
                                 Context& context) const {
  if (setting_.farms == 0 || wanted[dry] + wanted[fresh] == 0) return;
  const std::uint32_t first = shop % setting_.farms;
  const std::uint32_t asked = 1 + (setting_.farms - 1 - first) / setting_.local_shops;
  for (std::uint32_t farm = first; farm < setting_.farms; farm += setting_.local_shops) {
    context.send(farms_.table->process(farm), Duration::hours(1), kind(Message::farm_order),
                 {wanted[dry] / asked, wanted[fresh] / asked, shop, static_cast<std::uint32_t>(urgency)});
  }
}

void ShopRules::check_deliveries(std::uint32_t shop, Context& context) const {
  context.schedule(context.now() + Duration::days(1), kind(Message::shop_checks));
  if (shop == setting_.outside) return;
  const std::int64_t missing[products] = {std::max<std::int64_t>(0, columns_.on_order_g[dry][shop]),
                                          std::max<std::int64_t>(0, columns_.on_order_g[fresh][shop])};
  const auto daily = [&](Product product) { return columns_.forecast_g[product][shop]; };
  const bool lacks_dry = static_cast<double>(missing[dry]) > shortfall_noticed * daily(dry);
  const bool lacks_fresh = static_cast<double>(missing[fresh]) > shortfall_noticed * daily(fresh);
  if (lacks_dry && town_.reserve_g[0] > 0) {
    // A shop asks for what it sells in a day, not for what it would like to hold: the stock is for everybody.
    const double asked = std::min(static_cast<double>(missing[dry]), daily(dry));
    context.send(town_.table->process(0), Duration::hours(1), kind(Message::reserve_request),
                 {word(asked), shop, 0, 0});
  }
  if ((lacks_dry || lacks_fresh) && shop != setting_.grocer) {
    const std::uint32_t asked[products] = {word(std::min(static_cast<double>(missing[dry]), daily(dry))),
                                           word(std::min(static_cast<double>(missing[fresh]), daily(fresh)))};
    order_from_farms(shop, asked, FarmOrder::urgent, context);
  }
}

void ShopRules::receive(std::uint32_t shop, const Event& delivery, Context& context) const {
  for (const Product product : {dry, fresh}) {
    columns_.stock_g[product][shop] += delivery.payload[product];
    columns_.on_order_g[product][shop] -= delivery.payload[product];
  }
  ++columns_.deliveries[shop];
  columns_.cash_cents[shop] -= delivery.payload[2];
  const auto seller = static_cast<commune::Seller>(delivery.payload[3]);
  if (seller == commune::Seller::farm)
    columns_.local_g[shop] += std::int64_t{delivery.payload[0]} + delivery.payload[1];
  const Message payment = seller == commune::Seller::platform ? Message::payment
                          : seller == commune::Seller::farm   ? Message::farm_payment
                                                              : Message::public_payment;
  context.send(delivery.from, Duration::hours(1), kind(payment), {0, 0, delivery.payload[2], 0});
}

void ShopRules::take_in(std::uint32_t shop, const Event& application, Context& context) const {
  const bool room = columns_.members[shop] < town_.of(Condition::grocer_capacity);
  if (room) {
    ++columns_.members[shop];
    const auto stay = Duration::days(static_cast<std::int64_t>(setting_.parameters.grocer_stay.value()));
    context.schedule(context.now() + stay, kind(Message::member_leaves));
  }
  context.send(application.from, Duration::hours(1), kind(Message::grocer_answer), {room ? 1u : 0u, 0, 0, 0});
}

}  // namespace essaim::food
