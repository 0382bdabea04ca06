// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/food/households.h"

#include <algorithm>
#include <cmath>

#include "models/commune/messages.h"
#include "models/food/streams.h"

namespace essaim::food {

namespace {

using commune::Condition;
using commune::Coupling;
using commune::days_to_payday;
using commune::Message;
using commune::month_days;

constexpr double week_memory = 6.0 / 7.0;  // of the smoothed missed share, a day
constexpr float told_step = 1.0f / 64;     // others hear of a missed share when it has changed by so much

}  // namespace

HouseholdRules::HouseholdRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns.households}, shops_{columns.shops}, town_{town} {}

void HouseholdRules::start(Context& context) {
  const auto housing = columns_.housing_due_cents.values();
  const auto transport = columns_.transport_due_cents.values();
  ordinary_housing_cents_.assign(housing.begin(), housing.end());
  ordinary_transport_cents_.assign(transport.begin(), transport.end());
  for (std::uint32_t h = 0; h < columns_.table->rows(); ++h) {
    Draw draw = context.draw(streams::first_stock, h, 0);
    const double habit = setting_.stock_habit[h];
    // Where visits leave them on an ordinary day: fresh food between two visits, dry food little below the target.
    const auto stock = [&](Product product, double days, double lowest) {
      return static_cast<std::int64_t>(setting_.need_g[product][h] * days * habit * draw.uniform(lowest, 1.0));
    };
    columns_.stock_g[dry][h] = stock(dry, setting_.parameters.household_dry.value(), 0.75);
    columns_.stock_g[fresh][h] = stock(fresh, setting_.parameters.household_fresh.value(), 0.3);
    const std::int64_t left =
        commune::income_cents(setting_.commune, h, 1) - commune::essentials_cents(setting_.commune, h) - bills_cents(h);
    // Who cannot put its usual money aside from an ordinary month has no savings either.
    if (left < setting_.month_food_money_cents[h]) {
      columns_.account_cents[h] -= columns_.savings_cents[h];
      columns_.savings_cents[h] = 0;
    }
    set_money_aside(h, left);
    const std::int64_t for_days_left = columns_.money_cents[h] * days_to_payday(h, 0) / month_days;
    columns_.cash_cents[h] = std::min(for_days_left, columns_.account_cents[h]);
    columns_.account_cents[h] -= columns_.cash_cents[h];
    reckon_affordable(h, 0);
    columns_.missed_share[h] = 1 - columns_.affordable[h];
    columns_.missed_food.initialise(h, static_cast<float>(columns_.missed_share[h]));
  }
}

void HouseholdRules::live_a_day(std::uint32_t household, Context& context) const {
  const std::uint32_t day = context.now().day();
  if (days_to_payday(household, day) == month_days) get_paid(household);
  reckon_affordable(household, day);
  lose_what_got_warm(household);
  eat(household, context);
  worry(household, context);
  seek_aid(household, context);
}

std::int64_t HouseholdRules::bills_cents(std::uint32_t household) const {
  const commune::Couplings& couplings = setting_.commune.couplings;
  const std::int64_t housing = couplings.has(Coupling::housing_food) ? columns_.housing_due_cents[household]
                                                                     : ordinary_housing_cents_[household];
  const std::int64_t transport = couplings.has(Coupling::mobility_food) ? columns_.transport_due_cents[household]
                                                                        : ordinary_transport_cents_[household];
  return housing + transport;
}

void HouseholdRules::set_money_aside(std::uint32_t household, std::int64_t available) const {
  columns_.money_cents[household] = std::clamp<std::int64_t>(available, 0, setting_.month_food_money_cents[household]);
}

std::int64_t HouseholdRules::available_cents(std::uint32_t household) const {
  const commune::Couplings& couplings = setting_.commune.couplings;
  const bool sees_account = couplings.has(Coupling::housing_food) && couplings.has(Coupling::mobility_food);
  if (sees_account) return columns_.account_cents[household] - bills_cents(household);
  // What the account would hold if the others had taken what they take in an ordinary month.
  const std::int64_t income = commune::income_cents(setting_.commune, household, columns_.jobs_kept[household]);
  return columns_.savings_cents[household] + income - commune::essentials_cents(setting_.commune, household) -
         bills_cents(household);
}

void HouseholdRules::get_paid(std::uint32_t household) const {
  columns_.other_spent_cents[household] += columns_.cash_cents[household];  // what was left of last month's
  set_money_aside(household, available_cents(household));
  columns_.cash_cents[household] = columns_.money_cents[household];
  columns_.account_cents[household] -= columns_.cash_cents[household];
}

void HouseholdRules::reckon_affordable(std::uint32_t household, std::uint32_t day) const {
  const Parameters& p = setting_.parameters;
  const double need_cents = setting_.need_cents[household] * town_.of(Condition::food_price);
  double cheapest = p.cheap_basket.value();
  if (is_member(household, day)) {
    cheapest *= 1 - p.grocer_basket.value() * (1 - town_.of(Condition::grocer_price));
  }
  const double daily_cents = static_cast<double>(columns_.money_cents[household]) / month_days;
  columns_.affordable[household] = need_cents > 0 ? std::min(1.0, daily_cents / (need_cents * cheapest)) : 1.0;
}

void HouseholdRules::lose_what_got_warm(std::uint32_t household) const {
  if (!setting_.commune.couplings.has(Coupling::housing_food)) return;
  const double hours = columns_.fridge_hours_out[household];
  if (hours <= setting_.parameters.fridge_holds.value()) return;
  std::int64_t& stock = columns_.stock_g[fresh][household];
  columns_.wasted_g[household] += stock;
  stock = 0;
}

void HouseholdRules::eat(std::uint32_t household, Context& context) const {
  const Parameters& p = setting_.parameters;
  double possible = columns_.affordable[household];
  if (setting_.commune.couplings.has(Coupling::housing_food)) {
    possible *= 1 - p.cooked.value() * columns_.kitchen_out[household];
  }
  const auto wants = [&](Product product) {
    return static_cast<std::int64_t>(setting_.need_g[product][household] * possible);
  };
  std::int64_t& dry_stock = columns_.stock_g[dry][household];
  std::int64_t& fresh_stock = columns_.stock_g[fresh][household];
  const std::int64_t from_dry = std::min(dry_stock, wants(dry));
  const std::int64_t from_fresh = std::min(fresh_stock, wants(fresh));
  const auto replaced =
      static_cast<std::int64_t>(static_cast<double>(wants(fresh) - from_fresh) * p.substitution.value());
  const std::int64_t instead = std::min(dry_stock - from_dry, replaced);
  const std::int64_t eaten = from_dry + from_fresh + instead;
  dry_stock -= from_dry + instead;
  fresh_stock -= from_fresh;
  columns_.eaten_g[household] += eaten;

  const double hot = std::max(0.0, town_.maximum_temperature[0] - p.heat_loss_from.value());
  const double loss = p.waste_at_home.value() * (1 + p.heat_spoilage.value() * hot);
  const std::int64_t wasted = std::min(fresh_stock, static_cast<std::int64_t>(static_cast<double>(eaten) * loss));
  fresh_stock -= wasted;
  columns_.wasted_g[household] += wasted;
  note_missed(household, eaten, context);
}

void HouseholdRules::note_missed(std::uint32_t household, std::int64_t eaten, Context& context) const {
  const std::int64_t need = std::int64_t{setting_.need_g[dry][household]} + setting_.need_g[fresh][household];
  columns_.needed_g[household] += need;
  const double missed = need > 0 ? 1.0 - static_cast<double>(eaten) / static_cast<double>(need) : 0.0;
  double& smoothed = columns_.missed_share[household];
  smoothed = week_memory * smoothed + (1 - week_memory) * missed;
  const auto told = static_cast<float>(smoothed);
  const float before = columns_.missed_food.latest(household);
  if (told > before + told_step || told < before - told_step) context.publish(columns_.missed_food, household, told);
}

void HouseholdRules::worry(std::uint32_t household, Context& context) const {
  const Parameters& p = setting_.parameters;
  double around = 0;
  const auto ties = setting_.commune.ties.of(household);
  for (const std::uint32_t other : ties) around += columns_.worry[other];
  if (!ties.empty()) around /= static_cast<double>(ties.size());
  const double before = columns_.worry.latest(household);
  const double push = p.panic_news.value() * town_.news[0] + 4 * p.panic_social.value() * around * around +
                      p.panic_shelves.value() * columns_.seen_empty[household];
  const double after = std::clamp(before + (1 - before) * push - before / p.panic_fading.value(), 0.0, 1.0);
  if (after != before) context.publish(columns_.worry, household, after < 1e-6 ? 0.0 : after);
}

void HouseholdRules::seek_aid(std::uint32_t household, Context& context) const {
  const std::uint32_t day = context.now().day();
  if (town_.of(Condition::grocer_capacity) <= 0 || (day + household) % 7 != 0 || is_member(household, day)) return;
  const bool concerned = columns_.affordable[household] < 1.0;
  if (!concerned || setting_.aid_reserve[household] >= setting_.parameters.aid_take_up.value()) return;
  context.send(shops_.table->process(setting_.grocer), Duration::hours(2), commune::kind(Message::grocer_application));
}

void HouseholdRules::hear_from_grocer(std::uint32_t household, const Event& answer, Context& context) const {
  if (answer.payload[0] == 0) return;
  columns_.member_until[household] =
      context.now().day() + static_cast<std::uint32_t>(setting_.parameters.grocer_stay.value());
}

}  // namespace essaim::food
