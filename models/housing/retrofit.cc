// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/retrofit.h"

#include <algorithm>

#include "engine/core/math.h"
#include "models/commune/messages.h"
#include "models/housing/streams.h"

namespace essaim::housing {

namespace {

using commune::Condition;
using commune::kind;
using commune::Message;

constexpr std::uint8_t good_label = 1;  // B: not considered from here on
constexpr std::uint8_t deep_gain = 3;   // classes
constexpr std::int32_t settling_in_days = 365;
constexpr double replaced_a_month = 1.0 / 24;  // of heaters past their life, like for like
constexpr std::int64_t loan_months = 180;
constexpr double half = 0.5;

}  // namespace

RetrofitRules::RetrofitRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting},
      columns_{columns.households},
      office_{columns.office.table->process(0)},
      artisans_{columns.artisans.table->process(0)},
      town_{town} {}

bool RetrofitRules::may_retrofit(std::uint32_t household) const {
  return columns_.displaced.latest(household) == 0 && columns_.damage[household] == 0 &&
         columns_.works_pending[household] == 0 && columns_.label[household] > good_label;
}

bool RetrofitRules::has_old_heater(std::uint32_t household, std::uint32_t day) const {
  const double age = static_cast<double>(day) - columns_.heater_day[household];
  return age > setting_.parameters.heater_life.value();
}

void RetrofitRules::consider(std::uint32_t household, Context& context) const {
  const std::uint32_t day = context.now().day();
  const Parameters& p = setting_.parameters;
  const std::uint32_t d = columns_.dwelling[household];
  const bool old_heater = has_old_heater(household, day);
  Draw draw = context.draw(streams::retrofit, household, day);
  double chance = setting_.consider_chance[static_cast<std::size_t>(setting_.stock.type[d])]
                                          [static_cast<std::size_t>(setting_.stock.tenure[d])];
  const bool settling_in = static_cast<std::int32_t>(day) - columns_.moved_day[household] < settling_in_days;
  chance *= (settling_in ? p.move_trigger.value() : 1.0) * (old_heater ? p.heater_trigger.value() : 1.0);
  const bool considers = draw.chance(chance);
  if (old_heater && draw.chance(replaced_a_month)) columns_.heater_day[household] = static_cast<std::int32_t>(day);
  if (!considers || !may_retrofit(household)) return;
  if (town_.of(Condition::retrofit_advice) > 0) {
    context.send(office_, Duration::hours(24), kind(Message::advice_request));
  } else {
    decide(household, false, context);
  }
}

double RetrofitRules::peers(std::uint32_t household) const {
  const auto ties = setting_.commune.ties.of(household);
  double with = 0;
  for (const std::uint32_t other : ties) with += columns_.retrofitted[other];
  return ties.empty() ? 0.0 : with / static_cast<double>(ties.size());
}

double RetrofitRules::cost_eur(Works works) const {
  const Parameters& p = setting_.parameters;
  return works == Works::deep_retrofit ? p.deep_cost.value() : p.retrofit_cost.value();
}

double RetrofitRules::odds(std::uint32_t household, Works works, bool advised) const {
  const Parameters& p = setting_.parameters;
  const double aid_keur = std::min(1.0, town_.of(Condition::retrofit_aid)) * cost_eur(works) / 1'000;
  const double push = p.aid_weight.value() * aid_keur + p.peer_weight.value() * peers(household);
  const double ordinary = p.decide.value() / (1 - p.decide.value());
  return ordinary * math::exp(push) * (advised ? p.advice_odds.value() : 1.0);
}

void RetrofitRules::decide(std::uint32_t household, bool advised, Context& context) const {
  if (!may_retrofit(household)) return;
  const Parameters& p = setting_.parameters;
  Draw draw = context.draw(streams::decision, household, context.now().day());
  const double chance_of_yes = draw.uniform();
  const Works works = draw.chance(p.deep_share.value()) ? Works::deep_retrofit : Works::retrofit;
  const double stakes = odds(household, works, advised);
  if (chance_of_yes >= stakes / (1 + stakes) || !pay(household, works, true)) return;
  columns_.works_pending[household] = static_cast<std::uint8_t>(static_cast<std::uint32_t>(works) + 1);
  const double days = works == Works::deep_retrofit ? p.deep_works.value() : p.retrofit_works.value();
  context.send(artisans_, Duration::hours(12), kind(Message::works_request),
               {static_cast<std::uint32_t>(works), std::max(1u, static_cast<std::uint32_t>(days)), 0, 0});
}

bool RetrofitRules::pay(std::uint32_t household, Works works, bool only_ask) const {
  const std::uint32_t d = columns_.dwelling[household];
  if (setting_.stock.tenure[d] != commune::Tenure::owner) return true;  // the landlord pays
  const double aid = std::min(1.0, town_.of(Condition::retrofit_aid));
  const auto cost = static_cast<std::int64_t>(cost_eur(works) * 100 * (1 - aid));
  const std::int64_t beyond = columns_.account_cents[household] - columns_.housing_due_cents[household];
  const auto own =
      std::min(cost, static_cast<std::int64_t>(static_cast<double>(std::max<std::int64_t>(0, beyond)) * half));
  const std::int64_t monthly = (cost - own + loan_months - 1) / loan_months;
  const double limit = setting_.income_cents[household] * setting_.parameters.credit_share.value();
  if (static_cast<double>(columns_.works_loan_cents[household] + monthly) > limit) return false;
  if (only_ask) return true;
  columns_.account_cents[household] -= own;
  columns_.savings_cents[household] = std::max<std::int64_t>(0, columns_.savings_cents[household] - own);
  columns_.borrowed_cents[household] += cost - own;
  columns_.invested_cents[household] += cost;
  columns_.works_loan_cents[household] += monthly;
  return true;
}

void RetrofitRules::begin(std::uint32_t household, Works works, std::uint32_t days, Context& context) const {
  if (!pay(household, works, false)) {
    columns_.works_pending[household] = 0;  // what it had is gone: the crew came for nothing
    return;
  }
  context.schedule(context.now() + Duration::days(days), kind(Message::works_end),
                   {static_cast<std::uint32_t>(works), 0, 0, 0});
}

void RetrofitRules::end(std::uint32_t household, Works works, const HouseholdRules& bills, Context& context) const {
  const std::uint32_t day = context.now().day();
  std::uint8_t& label = columns_.label[household];
  if (works == Works::deep_retrofit) {
    label = static_cast<std::uint8_t>(std::max<int>(good_label, label - deep_gain));
    columns_.heater_day[household] = static_cast<std::int32_t>(day);
  } else {
    Draw draw = context.draw(streams::works, household, 1'000 + day);
    if (draw.chance(setting_.parameters.class_gain.value()) && label > good_label) --label;
    if (has_old_heater(household, day)) columns_.heater_day[household] = static_cast<std::int32_t>(day);
  }
  columns_.works_pending[household] = 0;
  ++columns_.retrofits[household];
  context.publish(columns_.retrofitted, household, std::uint8_t{1});
  bills.reckon(household);
}

}  // namespace essaim::housing
