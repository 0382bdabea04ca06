// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/council.h"

#include <algorithm>

#include "models/commune/messages.h"
#include "models/governance/streams.h"

namespace essaim::governance {

using commune::Decision;
using commune::MeasureStatus;
using commune::Message;

namespace {

constexpr std::uint32_t week_days = 7;
constexpr std::uint32_t year_days = 365;
constexpr std::uint32_t standing_assembly = 0;  // chance of one that sits on no measure in particular
constexpr double weeks_per_year = 365.0 / 7.0;
constexpr Duration counts_at = Duration::hours(6);
constexpr Duration meets_at = Duration::hours(19);

std::uint32_t whole_days(Days days) { return static_cast<std::uint32_t>(days.value() + 0.5); }

}  // namespace

CouncilRules::CouncilRules(const Setting& setting, const commune::Programme& programme, const Columns& columns,
                           const commune::PublicColumns& town)
    : setting_{setting},
      programme_{programme},
      columns_{columns},
      town_{town},
      forums_{setting, columns, town},
      volunteers_{setting, programme, columns, town} {}

void CouncilRules::start(Context& context) const {
  const ProcessId self = columns_.council.table->process(0);
  const std::uint32_t between = std::max(1u, whole_days(setting_.parameters.session_days));
  const std::uint32_t first = context.draw(streams::first_session, 0, 0).below(between);
  context.start_process(self, Time{} + counts_at, commune::kind(Message::council_week));
  context.start_process(self, Time::start_of_day(first) + meets_at, commune::kind(Message::council_meets));
}

void CouncilRules::set_stage(std::uint32_t measure, Stage stage, std::uint32_t due) const {
  columns_.council.stage[measure][0] = static_cast<std::uint8_t>(stage);
  columns_.council.due[measure][0] = due;
}

bool CouncilRules::is_proposed(std::uint32_t measure) const {
  return static_cast<MeasureStatus>(town_.measures.status[measure]) == MeasureStatus::proposed;
}

std::uint32_t CouncilRules::seats() const {
  const double standing = town_.of(commune::Condition::assembly);
  return static_cast<std::uint32_t>(standing >= 1 ? standing : setting_.parameters.assembly_seats.value());
}

bool CouncilRules::needs_advice(std::uint32_t measure) const {
  if (columns_.council.advised[measure].latest(0)) return false;
  const Decision how = programme_.measures[measure].decision;
  const bool one_sits = town_.of(commune::Condition::assembly) >= 1;
  return how == Decision::assembly || (how == Decision::council && one_sits);
}

bool CouncilRules::has_power(std::uint32_t measure) const {
  const commune::Measure& about = programme_.measures[measure];
  return about.decision != Decision::request && commune::council_may_adopt(about.info->body);
}

double CouncilRules::first_year_cents(std::uint32_t measure, std::uint32_t today) const {
  const commune::Measure& about = programme_.measures[measure];
  const double wages = about.needs.staff_h_per_week * weeks_per_year * setting_.commune.parameters.staff_cost.value();
  const std::uint32_t end = about.end.day();
  const double years = static_cast<double>(std::min(year_days, end > today ? end - today : 0)) / year_days;
  return (about.needs.running_eur_per_year + wages) * years * 100;
}

void CouncilRules::meet(Context& context) const {
  const std::uint32_t between = std::max(1u, whole_days(setting_.parameters.session_days));
  context.schedule_in(Duration::days(between), commune::kind(Message::council_meets));
  seat_standing_assembly(context);
  Purse purse{town_.operating_left_cents[0], town_.investment_left_cents[0]};
  for (std::uint32_t k = 0; k < programme_.measures.size(); ++k) {
    if (is_proposed(k)) consider(k, purse, context);
  }
}

void CouncilRules::seat_standing_assembly(Context& context) const {
  const std::uint32_t today = context.now().day();
  const bool sits = town_.of(commune::Condition::assembly) >= 1;
  if (!sits || today < columns_.council.next_sitting[0]) return;
  columns_.council.next_sitting[0] = today + year_days;
  forums_.convene(columns_.measures(), standing_assembly, seats(), context);
}

void CouncilRules::consider(std::uint32_t measure, Purse& purse, Context& context) const {
  const Parameters& p = setting_.parameters;
  const std::uint32_t today = context.now().day();
  if (stage(measure) != Stage::waiting) return;
  if (needs_advice(measure)) {
    set_stage(measure, Stage::deliberating, today + whole_days(p.assembly_days));
    return forums_.convene(measure, programme_.measures[measure].chance, seats(), context);
  }
  if (programme_.measures[measure].decision == Decision::participatory_budget && has_power(measure)) {
    return set_stage(measure, Stage::voting, today + whole_days(p.budget_calendar));
  }
  decide(measure, purse, context);
}

void CouncilRules::decide(std::uint32_t measure, Purse& purse, Context& context) const {
  const Parameters& p = setting_.parameters;
  const CouncilColumns& own = columns_.council;
  const double support = own.support[measure].latest(0) + p.advice_weight.value() * own.advice[measure].latest(0);
  if (support < p.adoption_threshold.value()) return answer(measure, false, context);
  if (!has_power(measure)) return ask_other_body(measure, context);
  const auto investment = static_cast<std::int64_t>(programme_.measures[measure].needs.investment_eur * 100);
  const auto running = static_cast<std::int64_t>(first_year_cents(measure, context.now().day()));
  if (investment > purse.investment_cents || running > purse.operating_cents) {
    ++own.delays[measure][0];
    if (own.delays[measure][0] > p.council_delays.value()) answer(measure, false, context);
    return;
  }
  purse.investment_cents -= investment;
  purse.operating_cents -= running;
  answer(measure, true, context);
}

void CouncilRules::ask_other_body(std::uint32_t measure, Context& context) const {
  Draw draw = context.draw(streams::request, programme_.measures[measure].chance, 0);
  const double days = setting_.parameters.request_days.value() * draw.uniform(0.5, 1.5);
  set_stage(measure, Stage::asking, context.now().day() + static_cast<std::uint32_t>(days));
}

void CouncilRules::answer(std::uint32_t measure, bool adopted, Context& context) const {
  set_stage(measure, Stage::answered);
  context.send(town_.measures.table->process(measure), context.lookahead(), commune::kind(Message::decision),
               {adopted ? 1u : 0u, 0, 0, 0});
}

void CouncilRules::count(Context& context) const {
  ++columns_.council.weeks[0];
  context.schedule_in(Duration::days(week_days), commune::kind(Message::council_week));
  hear_answers(context);
  count_voices(context);
}

void CouncilRules::count_voices(Context& context) const {
  const HouseholdColumns& h = columns_.households;
  const auto measures = static_cast<std::uint32_t>(programme_.measures.size());
  const double trust_weight = setting_.parameters.turnout_trust.value();
  std::vector<double> in_favour(measures, 0.0);
  std::vector<double> offered(measures, 0.0);
  double voices = 0;
  const bool coupled = setting_.commune.couplings.has(commune::Coupling::housing_governance);
  bool displaced = false;
  for (std::uint32_t row = 0; row < h.table->rows(); ++row) {
    displaced = displaced || (coupled && h.displaced[row] != 0);
    if (measures == 0 || !is_present(setting_, h, row)) continue;
    const double trust = static_cast<double>(h.trust[row]);
    const double weight = setting_.adults[row] * std::clamp(setting_.turnout + trust_weight * (trust - 0.5), 0.05, 1.0);
    voices += weight;
    double wishes = 0;
    for (std::uint32_t k = 0; k < measures; ++k) {
      const double wish = std::max(0.0, static_cast<double>(h.opinion[k][row]));
      if (wish > 0) in_favour[k] += weight;
      if (volunteers_.wants_hands(k)) wishes += wish;
    }
    if (wishes <= 0) continue;
    const double hours = static_cast<double>(setting_.hours_per_week[row]) * (0.5 + trust) / std::max(1.0, wishes);
    for (std::uint32_t k = 0; k < measures; ++k) {
      offered[k] += hours * std::max(0.0, static_cast<double>(h.opinion[k][row]));
    }
  }
  for (std::uint32_t k = 0; k < measures; ++k) {
    const double support = voices > 0 ? in_favour[k] / voices : 0.0;
    if (support != columns_.council.support[k].latest(0)) context.publish(columns_.council.support[k], 0, support);
  }
  volunteers_.share_out(offered, displaced, context);
}

bool CouncilRules::is_due(std::uint32_t measure, Stage which, std::uint32_t today) const {
  return is_proposed(measure) && stage(measure) == which && columns_.council.due[measure][0] <= today;
}

void CouncilRules::hear_answers(Context& context) const {
  const std::uint32_t today = context.now().day();
  for (std::uint32_t k = 0; k < programme_.measures.size(); ++k) {
    if (is_due(k, Stage::deliberating, today)) {
      context.publish(columns_.council.advice[k], 0, forums_.advice_of(k));
      context.publish(columns_.council.advised[k], 0, std::uint8_t{1});
      set_stage(k, Stage::waiting);
    }
    if (is_due(k, Stage::asking, today)) {
      Draw draw = context.draw(streams::request, programme_.measures[k].chance, 1);
      answer(k, draw.chance(setting_.parameters.request_granted.value()), context);
    }
  }
  hold_vote(context);
}

void CouncilRules::hold_vote(Context& context) const {
  const std::uint32_t today = context.now().day();
  std::vector<std::uint32_t> measures;
  std::vector<double> costs;
  for (std::uint32_t k = 0; k < programme_.measures.size(); ++k) {
    if (!is_due(k, Stage::voting, today)) continue;
    measures.push_back(k);
    costs.push_back(programme_.measures[k].needs.investment_eur * 100 + first_year_cents(k, today));
  }
  if (measures.empty()) return;
  const Funded funded = forums_.vote(measures, costs, context);
  for (std::size_t i = 0; i < measures.size(); ++i) answer(measures[i], funded[i] != 0, context);
}

}  // namespace essaim::governance
