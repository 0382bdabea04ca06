// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/public_body.h"

#include <algorithm>
#include <limits>

#include "models/commune/ledger.h"
#include "models/commune/messages.h"

namespace essaim::commune {

namespace {

constexpr std::uint32_t largest_parcel_g = std::numeric_limits<std::uint32_t>::max();

}  // namespace

PublicColumns::PublicColumns(World& world) : table{&world.add_table("public", 1)} {
  for (const ConditionInfo& info : condition_infos()) {
    auto& column = condition[static_cast<std::size_t>(info.condition)];
    column = table->publish<double>(info.name);
    column.initialise(0, info.otherwise);
  }
  news = table->publish<double>("news");
  maximum_temperature = table->publish<double>("maximum_temperature");
  reserve_g = table->publish<double>("reserve");
  cash_cents = table->add<std::int64_t>("cash", money_stock);
  stock_g = table->add<std::int64_t>("reserve_stock", food_stock);
  bought_g = table->add<std::int64_t>("reserve_bought", food_source);
  paid_cents = table->add<std::int64_t>("paid", money_stock);
  spent_cents = table->add<std::int64_t>("spent");
}

PublicBody::PublicBody(const Commune& commune, std::vector<Effect> effects, ReserveNorms norms,
                       const PublicColumns& columns)
    : commune_{commune}, effects_{std::move(effects)}, norms_{norms}, columns_{columns} {
  const double euros = commune.parameters.crisis_fund.value() * commune.figure(FigureId::operating_spending) *
                       commune.population.residents();
  columns_.cash_cents[0] = static_cast<std::int64_t>(euros * 100);
  columns_.maximum_temperature.initialise(0, temperature_on(0, 0, 0));
}

void PublicBody::start(Context& context) {
  const ProcessId self = columns_.table->process(0);
  context.start_process(self, Time{}, kind(Message::public_day));
  for (const Effect& effect : effects_) {
    const auto condition = static_cast<std::uint32_t>(effect.condition);
    context.start_process(self, effect.start, kind(Message::condition_changes), {condition});
    context.start_process(self, effect.end, kind(Message::condition_changes), {condition});
  }
}

void PublicBody::handle(const Event& event, Context& context) {
  switch (static_cast<Message>(event.kind)) {
    case Message::condition_changes:
      return make_known(static_cast<Condition>(event.payload[0]), context);
    case Message::public_day:
      return begin_day(context);
    case Message::reserve_request:
      return hand_out(event, context);
    case Message::aid_request:
      return give_aid(event, context);
    case Message::public_payment:
      columns_.cash_cents[0] += event.payload[2];
      columns_.spent_cents[0] -= event.payload[2];
      return;
    default:
      return context.fail("commune.unknown_message", "the town hall got a message that it does not know");
  }
}

void PublicBody::make_known(Condition condition, Context& context) {
  const auto& column = columns_.condition[static_cast<std::size_t>(condition)];
  context.publish(column, 0, combined(condition, effects_, context.now()));
  if (condition == Condition::alarm) {
    context.publish(columns_.news, 0, news_strength(effects_, context.now(), commune_.parameters.news_fading.value()));
  }
}

double PublicBody::temperature_on(std::uint32_t day, double weight, double peak) const {
  const auto& days = commune_.maximum_temperature;
  const double ordinary = days.empty() ? 0.0 : days[std::min<std::size_t>(day, days.size() - 1)];
  return ordinary + weight * std::max(0.0, peak - ordinary);
}

void PublicBody::begin_day(Context& context) {
  const std::uint32_t day = context.now().day();
  const double weight = combined(Condition::heat_weight, effects_, context.now());
  const double peak = combined(Condition::heat_peak, effects_, context.now());
  context.publish(columns_.maximum_temperature, 0, temperature_on(day, weight, peak));
  context.publish(columns_.news, 0, news_strength(effects_, context.now(), commune_.parameters.news_fading.value()));
  fill_reserve(context);
  context.schedule(Time::start_of_day(day + 1), kind(Message::public_day));
}

void PublicBody::fill_reserve(Context& context) {
  const double wanted = combined(Condition::reserve_days, effects_, context.now()) * norms_.dry_need_g_per_day;
  const double missing = wanted - static_cast<double>(columns_.stock_g[0]);
  if (missing > 0) {
    const double daily = commune_.parameters.reserve_filling.value() * norms_.dry_need_g_per_day;
    const double sent = std::min(missing, daily) * combined(Condition::platform_supply, effects_, context.now());
    const double affordable = static_cast<double>(columns_.cash_cents[0]) * 1'000.0 / norms_.price_cents_per_kg;
    const auto grams = static_cast<std::int64_t>(std::min(sent, affordable));
    const auto cents = static_cast<std::int64_t>(static_cast<double>(grams) * norms_.price_cents_per_kg / 1'000.0);
    columns_.stock_g[0] += grams;
    columns_.bought_g[0] += grams;
    columns_.cash_cents[0] -= cents;
    columns_.paid_cents[0] += cents;
    columns_.spent_cents[0] += cents;
  }
  context.publish(columns_.reserve_g, 0, static_cast<double>(columns_.stock_g[0]));
}

void PublicBody::hand_out(const Event& request, Context& context) {
  const std::int64_t grams = std::min<std::int64_t>(request.payload[0], columns_.stock_g[0]);
  if (grams <= 0) return;
  columns_.stock_g[0] -= grams;
  context.publish(columns_.reserve_g, 0, static_cast<double>(columns_.stock_g[0]));
  const double cents = static_cast<double>(grams) * norms_.price_cents_per_kg / 1'000.0;
  context.send(request.from, Duration::hours(1), kind(Message::delivery),
               {static_cast<std::uint32_t>(std::min<std::int64_t>(grams, largest_parcel_g)), 0,
                static_cast<std::uint32_t>(cents), static_cast<std::uint32_t>(Seller::commune)});
}

void PublicBody::give_aid(const Event& request, Context& context) {
  const std::int64_t cents = std::clamp<std::int64_t>(columns_.cash_cents[0], 0, request.payload[0]);
  if (cents == 0) return;
  columns_.cash_cents[0] -= cents;
  columns_.spent_cents[0] += cents;
  context.send(request.from, Duration::hours(1), kind(Message::aid), {0, 0, static_cast<std::uint32_t>(cents), 0});
}

}  // namespace essaim::commune
