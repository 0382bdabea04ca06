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
constexpr std::uint32_t year_days = 365;

}  // namespace

MeasureColumns::MeasureColumns(World& world, std::uint32_t rows) : table{&world.add_table("measure", rows)} {
  status = table->publish<std::uint8_t>("status");
  strength = table->publish<double>("strength");
  cash_cents = table->add<std::int64_t>("cash", money_stock);
  spent_cents = table->add<std::int64_t>("spent", money_stock);
  opens = table->add<std::uint32_t>("opens");
  paid_until = table->add<std::uint32_t>("paid_until");
  invested = table->add<std::uint8_t>("invested");
  staffing = table->add<double>("staffing");
  starved_days = table->add<std::uint32_t>("starved_days");
}

PublicColumns::PublicColumns(World& world, std::uint32_t measure_rows)
    : table{&world.add_table("public", 1)}, measures{world, measure_rows} {
  for (const ConditionInfo& about : condition_infos()) {
    auto& columns = condition[static_cast<std::size_t>(about.condition)];
    for (std::size_t zone = 0; zone < zone_count; ++zone) {
      if (zone > 0 && about.extent == Extent::commune) {
        columns[zone] = columns[0];
        continue;
      }
      const std::string name{about.name};
      columns[zone] = table->publish<double>(zone == 0 ? name : name + "_" + std::string{zone_names[zone]});
      columns[zone].initialise(0, about.otherwise);
    }
  }
  news = table->publish<double>("news");
  maximum_temperature = table->publish<double>("maximum_temperature");
  reserve_g = table->publish<double>("reserve");
  road_state = table->publish<std::uint32_t>("road_state");
  operating_left_cents = table->publish<std::int64_t>("operating_left");
  investment_left_cents = table->publish<std::int64_t>("investment_left");
  cash_cents = table->add<std::int64_t>("cash", money_stock);
  investment_cents = table->add<std::int64_t>("investment", money_stock);
  granted_cents = table->add<std::int64_t>("granted", money_source);
  stock_g = table->add<std::int64_t>("reserve_stock", food_stock);
  bought_g = table->add<std::int64_t>("reserve_bought", food_source);
  paid_cents = table->add<std::int64_t>("paid", money_stock);
  spent_cents = table->add<std::int64_t>("spent");
}

PublicBody::PublicBody(const Commune& commune, const Programme& programme, ReserveNorms norms,
                       const PublicColumns& columns)
    : commune_{commune}, programme_{programme}, norms_{norms}, columns_{columns} {
  receive_budgets();
  columns_.operating_left_cents.initialise(0, columns_.cash_cents[0]);
  columns_.investment_left_cents.initialise(0, columns_.investment_cents[0]);
  columns_.maximum_temperature.initialise(0, temperature_on(0, 0, 0));
}

void PublicBody::receive_budgets() const {
  const double residents = commune_.population.residents();
  const auto grant = [&](const Column<std::int64_t>& fund, FigureId budget, Fraction share) {
    const auto cents = static_cast<std::int64_t>(share.value() * commune_.figure(budget) * residents * 100);
    fund[0] += cents;
    columns_.granted_cents[0] += cents;
  };
  grant(columns_.cash_cents, FigureId::operating_spending, commune_.parameters.crisis_fund);
  grant(columns_.investment_cents, FigureId::investment_spending, commune_.parameters.measure_investment);
}

void PublicBody::make_funds_known(Context& context) const {
  const auto publish = [&](const Published<std::int64_t>& known, std::int64_t cents) {
    if (known.latest(0) != cents) context.publish(known, 0, cents);
  };
  publish(columns_.operating_left_cents, columns_.cash_cents[0]);
  publish(columns_.investment_left_cents, columns_.investment_cents[0]);
}

void PublicBody::start(Context& context) const {
  const ProcessId self = columns_.table->process(0);
  context.start_process(self, Time{}, kind(Message::public_day));
  for (std::uint32_t i = 0; i < programme_.effects.size(); ++i) {
    const Effect& effect = programme_.effects[i];
    if (effect.measure != no_measure) continue;  // its measure tells when it changes
    context.start_process(self, effect.start, kind(Message::condition_changes), {i});
    context.start_process(self, effect.end, kind(Message::condition_changes), {i});
  }
}

Strength PublicBody::strength() const { return {columns_.measures.strength.values()}; }

void PublicBody::make_known(Condition condition, Context& context) const {
  const auto& columns = columns_.condition[static_cast<std::size_t>(condition)];
  const std::size_t zones = info(condition).extent == Extent::zones ? zone_count : 1;
  for (std::size_t zone = 0; zone < zones; ++zone) {
    const double value = combined(condition, static_cast<Zone>(zone), programme_.effects, strength(), context.now());
    if (value != columns[zone].latest(0)) context.publish(columns[zone], 0, value);
  }
}

void PublicBody::make_news_known(Context& context) const {
  context.publish(columns_.news, 0,
                  news_strength(programme_.effects, context.now(), commune_.parameters.news_fading.value()));
}

void PublicBody::make_all_known(Context& context) const {
  for (const ConditionInfo& about : condition_infos()) make_known(about.condition, context);
  const RoadState roads = road_state(commune_.territory, programme_.effects, context.now());
  context.publish(columns_.road_state, 0, commune_.travel.find(roads));
  make_news_known(context);
}

double PublicBody::temperature_on(std::uint32_t day, double weight, double peak) const {
  const auto& days = commune_.maximum_temperature;
  const double ordinary = days.empty() ? 0.0 : days[std::min<std::size_t>(day, days.size() - 1)];
  return ordinary + weight * std::max(0.0, peak - ordinary);
}

void PublicBody::begin_day(Context& context) const {
  const std::uint32_t day = context.now().day();
  const auto now = [&](Condition which) {
    return combined(which, Zone::centre, programme_.effects, strength(), context.now());
  };
  if (day > 0 && day % year_days == 0) receive_budgets();
  context.publish(columns_.maximum_temperature, 0,
                  temperature_on(day, now(Condition::heat_weight), now(Condition::heat_peak)));
  make_news_known(context);
  fill_reserve(context);
  make_funds_known(context);
  context.schedule(Time::start_of_day(day + 1), kind(Message::public_day));
}

void PublicBody::fill_reserve(Context& context) const {
  const double wanted = columns_.of(Condition::reserve_days) * norms_.dry_need_g_per_day;
  const double missing = wanted - static_cast<double>(columns_.stock_g[0]);
  if (missing > 0) {
    const double daily = commune_.parameters.reserve_filling.value() * norms_.dry_need_g_per_day;
    const double sent = std::min(missing, daily) * columns_.of(Condition::platform_supply);
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

void PublicBody::hand_out(const Event& request, Context& context) const {
  const std::int64_t grams = std::min<std::int64_t>(request.payload[0], columns_.stock_g[0]);
  if (grams <= 0) return;
  columns_.stock_g[0] -= grams;
  context.publish(columns_.reserve_g, 0, static_cast<double>(columns_.stock_g[0]));
  const double cents = static_cast<double>(grams) * norms_.price_cents_per_kg / 1'000.0;
  context.send(request.from, Duration::hours(1), kind(Message::delivery),
               {static_cast<std::uint32_t>(std::min<std::int64_t>(grams, largest_parcel_g)), 0,
                static_cast<std::uint32_t>(cents), static_cast<std::uint32_t>(Seller::commune)});
}

void PublicBody::give_aid(const Event& request, Context& context) const {
  const std::int64_t cents = std::clamp<std::int64_t>(columns_.cash_cents[0], 0, request.payload[0]);
  if (cents == 0) return;
  columns_.cash_cents[0] -= cents;
  columns_.spent_cents[0] += cents;
  context.send(request.from, Duration::hours(1), kind(Message::aid), {0, 0, static_cast<std::uint32_t>(cents), 0});
}

void PublicBody::fund(const Event& request, Context& context) const {
  const std::int64_t running = request.payload[0];
  const std::int64_t investment = request.payload[1];
  const bool enough = columns_.cash_cents[0] >= running && columns_.investment_cents[0] >= investment;
  Payload answer{};
  if (enough) {
    columns_.cash_cents[0] -= running;
    columns_.investment_cents[0] -= investment;
    columns_.spent_cents[0] += running + investment;
    answer = {request.payload[0], request.payload[1], static_cast<std::uint32_t>(running + investment), 1};
  }
  make_funds_known(context);
  context.send(request.from, Duration::hours(1), kind(Message::measure_funded), answer);
}

void PublicBody::get_paid(const Event& payment) const {
  columns_.cash_cents[0] += payment.payload[2];
  columns_.spent_cents[0] -= payment.payload[2];
}

}  // namespace essaim::commune
