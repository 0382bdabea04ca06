// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/measure_rules.h"

#include <algorithm>
#include <cmath>

#include "models/commune/households.h"
#include "models/commune/messages.h"

namespace essaim::commune {

namespace {

constexpr std::uint32_t asks_ahead_days = 10;
constexpr double weeks_per_year = 365.0 / 7.0;

}  // namespace

MeasureRules::MeasureRules(const Commune& commune, const Programme& programme, const PublicColumns& columns)
    : commune_{commune}, programme_{programme}, columns_{columns} {}

void MeasureRules::start(Context& context) const {
  const MeasureColumns& own = columns_.measures;
  for (std::uint32_t row = 0; row < programme_.measures.size(); ++row) {
    const Measure& measure = programme_.measures[row];
    own.staffing[row] = 1;
    context.start_process(own.table->process(row), measure.proposed, kind(Message::measure_proposed));
    context.start_process(own.table->process(row), measure.end, kind(Message::measure_ends));
  }
}

bool MeasureRules::is_governed(std::uint32_t row) const {
  const std::string_view theme = programme_.measures[row].info->theme;
  const Couplings& couplings = commune_.couplings;
  if (theme == "food") return couplings.has(Coupling::governance_food);
  if (theme == "mobility") return couplings.has(Coupling::governance_mobility);
  if (theme == "housing") return couplings.has(Coupling::governance_housing);
  return true;
}

void MeasureRules::set_status(std::uint32_t row, MeasureStatus next, double strength, Context& context) const {
  const MeasureColumns& own = columns_.measures;
  const bool changes = own.strength.latest(row) != strength;
  if (status(row) != next) context.publish(own.status, row, static_cast<std::uint8_t>(next));
  if (!changes) return;
  context.publish(own.strength, row, strength);
  context.send(town_hall(), context.lookahead(), kind(Message::measure_changes));
}

void MeasureRules::propose(std::uint32_t row, Context& context) const {
  if (context.now() >= programme_.measures[row].end) return;
  const bool imposed = programme_.measures[row].decision == Decision::imposed || !is_governed(row);
  if (imposed) return adopt(row, context);
  set_status(row, MeasureStatus::proposed, 0, context);
}

void MeasureRules::decide(std::uint32_t row, const Event& decision, Context& context) const {
  if (status(row) != MeasureStatus::proposed) return;
  if (decision.payload[0] == 1) return adopt(row, context);
  set_status(row, MeasureStatus::refused, 0, context);
}

std::int64_t MeasureRules::daily_cents(std::uint32_t row) const {
  if (!is_governed(row)) return 0;
  const Needs& needs = programme_.measures[row].needs;
  const double wages = needs.staff_h_per_week * weeks_per_year * commune_.parameters.staff_cost.value();
  return static_cast<std::int64_t>(std::ceil((needs.running_eur_per_year + wages) * 100.0 / 365.0));
}

void MeasureRules::adopt(std::uint32_t row, Context& context) const {
  const MeasureColumns& own = columns_.measures;
  const Needs& needs = programme_.measures[row].needs;
  const std::uint32_t today = context.now().day();
  own.opens[row] = today + static_cast<std::uint32_t>(std::ceil(needs.lead_days));
  own.paid_until[row] = own.opens[row];
  set_status(row, MeasureStatus::adopted, 0, context);
  const bool free = daily_cents(row) == 0 && (needs.investment_eur <= 0 || !is_governed(row));
  if (free) own.invested[row] = 1;
  if (!free) return ask_for_funds(row, context);
  if (own.opens[row] == today) set_status(row, MeasureStatus::open, 1, context);
  begin_days(row, context);
}

void MeasureRules::begin_days(std::uint32_t row, Context& context) const {
  const std::uint32_t first = std::max(context.now().day() + 1, columns_.measures.opens[row]);
  context.schedule(Time::start_of_day(first), kind(Message::measure_day));
}

std::uint32_t MeasureRules::paid_until(std::uint32_t row, std::uint32_t today) const {
  const std::int64_t daily = daily_cents(row);
  const std::uint32_t first = std::max(today, columns_.measures.opens[row]);
  if (daily == 0) return first;
  return first + static_cast<std::uint32_t>(columns_.measures.cash_cents[row] / daily);
}

void MeasureRules::ask_for_funds(std::uint32_t row, Context& context) const {
  const Measure& measure = programme_.measures[row];
  // Today is paid already once it is at work.
  const std::uint32_t first = context.now().day() + (columns_.measures.invested[row] ? 1 : 0);
  const std::uint32_t paid = std::min(paid_until(row, first), measure.end.day());
  const std::uint32_t days = std::min(month_days, measure.end.day() - paid);
  const double investment = columns_.measures.invested[row] ? 0.0 : measure.needs.investment_eur * 100;
  context.send(town_hall(), Duration::hours(1), kind(Message::funds_request),
               {word(static_cast<double>(daily_cents(row)) * days), word(investment), row, days});
}

void MeasureRules::be_funded(std::uint32_t row, const Event& funds, Context& context) const {
  const MeasureColumns& own = columns_.measures;
  if (status(row) == MeasureStatus::over) {  // the money came too late: its running cost goes back
    own.cash_cents[row] += funds.payload[0];
    own.spent_cents[row] += funds.payload[1];
    return give_back(row, context);
  }
  if (funds.payload[3] == 0) {
    // Before it opens it asks again in a month; afterwards its own days ask.
    if (!own.invested[row]) context.schedule_in(Duration::days(month_days), kind(Message::measure_day));
    return;
  }
  own.cash_cents[row] += funds.payload[0];
  own.spent_cents[row] += funds.payload[1];
  const bool first = own.invested[row] == 0;
  own.invested[row] = 1;
  own.paid_until[row] = paid_until(row, context.now().day());
  if (!first) return;
  if (own.opens[row] <= context.now().day()) work(row, is_staffed(row), context);
  begin_days(row, context);
}

void MeasureRules::be_staffed(std::uint32_t row, const Event& staff, Context& context) const {
  columns_.measures.staffing[row] = std::min(1.0, staff.payload[0] / 1'000.0);
  const bool at_work = status(row) == MeasureStatus::open || status(row) == MeasureStatus::starved;
  if (!at_work || !is_governed(row)) return;
  const bool broke = status(row) == MeasureStatus::starved && columns_.measures.cash_cents[row] < daily_cents(row);
  if (broke) return;
  work(row, is_staffed(row), context);
}

bool MeasureRules::is_staffed(std::uint32_t row) const {
  const double least = commune_.parameters.volunteer_minimum.value();
  return !is_governed(row) || columns_.measures.staffing[row] >= least;
}

void MeasureRules::work(std::uint32_t row, bool can, Context& context) const {
  const double strength = !can ? 0.0 : is_governed(row) ? columns_.measures.staffing[row] : 1.0;
  set_status(row, can ? MeasureStatus::open : MeasureStatus::starved, strength, context);
}

void MeasureRules::live_a_day(std::uint32_t row, Context& context) const {
  const MeasureColumns& own = columns_.measures;
  const std::uint32_t today = context.now().day();
  if (status(row) == MeasureStatus::over || context.now() >= programme_.measures[row].end) return;
  if (!own.invested[row]) return ask_for_funds(row, context);
  context.schedule(Time::start_of_day(today + 1), kind(Message::measure_day));
  const std::int64_t daily = daily_cents(row);
  const bool paid = own.cash_cents[row] >= daily;
  if (paid) {
    own.cash_cents[row] -= daily;
    own.spent_cents[row] += daily;
  }
  const bool works = paid && is_staffed(row);
  if (!works) ++own.starved_days[row];
  work(row, works, context);
  const bool soon_short = daily > 0 && own.cash_cents[row] < daily * asks_ahead_days;
  const bool goes_on = paid_until(row, today + 1) < programme_.measures[row].end.day();
  if (soon_short && goes_on && today % asks_ahead_days == 0) ask_for_funds(row, context);
}

void MeasureRules::give_back(std::uint32_t row, Context& context) const {
  std::int64_t& cash = columns_.measures.cash_cents[row];
  if (cash <= 0) return;
  context.send(town_hall(), context.lookahead(), kind(Message::public_payment),
               {0, 0, word(static_cast<double>(cash)), 0});
  cash = 0;
}

void MeasureRules::end(std::uint32_t row, Context& context) const {
  if (status(row) == MeasureStatus::none || status(row) == MeasureStatus::refused) return;
  set_status(row, MeasureStatus::over, 0, context);
  give_back(row, context);
}

}  // namespace essaim::commune
