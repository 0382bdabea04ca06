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
using commune::Message;

constexpr std::uint32_t month_days = Setting::month_days;
constexpr double week_memory = 6.0 / 7.0;  // of the smoothed missed share, a day
constexpr double noticed = 0.05;           // share of a basket refused that counts as an empty shelf
constexpr std::uint32_t avoid_days = 3;
constexpr double shortest_budget_days = 10;  // a visit may spend what ten days to payday would leave for it
constexpr std::uint32_t first_visit_s = 9 * 3'600;
constexpr std::uint32_t visiting_hours_s = 9 * 3'600;

}  // namespace

HouseholdRules::HouseholdRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns.households}, shops_{columns.shops}, town_{town} {}

void HouseholdRules::start(Context& context) const {
  for (std::uint32_t h = 0; h < columns_.table->rows(); ++h) {
    Draw draw = context.draw(streams::first_stock, h, 0);
    const double habit = setting_.stock_habit[h];
    // Where visits leave them on an ordinary day: fresh food between two visits, dry food little below the target.
    const auto stock = [&](Product product, double days, double lowest) {
      return static_cast<std::int64_t>(setting_.need_g[product][h] * days * habit * draw.uniform(lowest, 1.0));
    };
    columns_.residents[h] = setting_.commune.population.persons[h];
    columns_.stock_g[dry][h] = stock(dry, setting_.parameters.household_dry.value(), 0.75);
    columns_.stock_g[fresh][h] = stock(fresh, setting_.parameters.household_fresh.value(), 0.3);
    columns_.cash_cents[h] = setting_.month_food_money_cents[h] * days_to_payday(h, 0) / month_days;
    reckon_affordable(h, 0);
    columns_.missed_share[h] = 1 - columns_.affordable[h];
    context.start_process(columns_.table->process(h), Time::at(setting_.day_start_s[h]),
                          commune::kind(Message::household_day));
  }
}

void HouseholdRules::live_a_day(std::uint32_t household, Context& context) const {
  const std::uint32_t day = context.now().day();
  if (days_to_payday(household, day) == month_days) get_paid(household);
  reckon_affordable(household, day);
  eat(household);
  worry(household, context);
  seek_aid(household, context);
  consider_shopping(household, context);
  context.schedule(Time::start_of_day(day + 1) + Duration::seconds(setting_.day_start_s[household]),
                   commune::kind(Message::household_day));
}

std::uint32_t HouseholdRules::days_to_payday(std::uint32_t household, std::uint32_t day) const {
  return month_days - (day + household) % month_days;  // paydays are spread over the month
}

void HouseholdRules::get_paid(std::uint32_t household) const {
  const std::int64_t income = setting_.month_income_cents[household];
  const std::int64_t food_money = setting_.month_food_money_cents[household];
  columns_.earned_cents[household] += income;
  columns_.other_spent_cents[household] += income - food_money + columns_.cash_cents[household];
  columns_.cash_cents[household] = food_money;
}

void HouseholdRules::reckon_affordable(std::uint32_t household, std::uint32_t day) const {
  const Parameters& p = setting_.parameters;
  const double need_cents = setting_.need_cents[household];
  double cheapest = p.cheap_basket.value();
  if (is_member(household, day)) {
    cheapest *= 1 - p.grocer_basket.value() * (1 - town_.of(Condition::grocer_price));
  }
  const double daily_cents = static_cast<double>(setting_.month_food_money_cents[household]) / month_days;
  columns_.affordable[household] = need_cents > 0 ? std::min(1.0, daily_cents / (need_cents * cheapest)) : 1.0;
}

void HouseholdRules::eat(std::uint32_t household) const {
  const Parameters& p = setting_.parameters;
  const auto wants = [&](Product product) {
    return static_cast<std::int64_t>(setting_.need_g[product][household] * columns_.affordable[household]);
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

  const std::int64_t need = std::int64_t{setting_.need_g[dry][household]} + setting_.need_g[fresh][household];
  columns_.needed_g[household] += need;
  const double missed = need > 0 ? 1.0 - static_cast<double>(eaten) / static_cast<double>(need) : 0.0;
  double& smoothed = columns_.missed_share[household];
  smoothed = week_memory * smoothed + (1 - week_memory) * missed;
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

double HouseholdRules::lasts_days(std::uint32_t household, Product product) const {
  const double daily = setting_.need_g[product][household] * columns_.affordable[household];
  return daily > 0 ? static_cast<double>(columns_.stock_g[product][household]) / daily : 1e9;
}

void HouseholdRules::consider_shopping(std::uint32_t household, Context& context) const {
  Draw draw = context.draw(streams::visit, household, context.now().day());
  const double soon = setting_.parameters.urgent_below.value();
  const bool urgent = lasts_days(household, dry) < soon || lasts_days(household, fresh) < soon;
  const double chance = std::max({setting_.parameters.visit_chance.value(),
                                  setting_.parameters.worried_visit.value() * columns_.worry.latest(household),
                                  urgent ? setting_.parameters.urgent_visit.value() : 0.0});
  if (draw.chance(chance)) go_shopping(household, draw, context);
}

std::uint32_t HouseholdRules::wanted_g(std::uint32_t household, Product product) const {
  const Parameters& p = setting_.parameters;
  const double habit = setting_.stock_habit[household];
  const double days = product == dry ? p.household_dry.value() * habit *
                                           (1 + p.panic_stocking.value() * columns_.worry.latest(household))
                                     : p.household_fresh.value() * std::min(1.5, std::max(0.7, habit));
  const double target = setting_.need_g[product][household] * columns_.affordable[household] * days;
  return static_cast<std::uint32_t>(std::max(0.0, target - static_cast<double>(columns_.stock_g[product][household])));
}

void HouseholdRules::go_shopping(std::uint32_t household, Draw& draw, Context& context) const {
  const std::uint32_t day = context.now().day();
  const std::uint32_t want[products] = {wanted_g(household, dry), wanted_g(household, fresh)};
  if (want[dry] + want[fresh] == 0) return;
  const Setting::Choice choice = choose_shop(household, context);
  const std::uint32_t shop = choice.shop;
  if (choice.weight <= 0) return;

  // Those who cannot pay the ordinary basket buy the cheapest.
  const double quality = setting_.buys_cheapest(household) ? setting_.parameters.cheap_basket.value() : 1.0;
  const double rebate = shop == setting_.grocer ? town_.of(Condition::grocer_price) : 1.0;
  const double full_cents = (want[dry] * setting_.price[dry] + want[fresh] * setting_.price[fresh]) * rebate;
  const double limit = std::min(1.0, shortest_budget_days / days_to_payday(household, day));
  const double purse = static_cast<double>(columns_.cash_cents[household]) * limit;
  const double paying = std::min({full_cents * quality + 1, purse, 4e9});
  const auto carried = static_cast<std::uint32_t>(std::max(0.0, paying));
  columns_.cash_cents[household] -= carried;

  if (shop != setting_.grocer) ++columns_.visits[household];
  if (setting_.commune.population.has_car[household]) columns_.driven_m100[household] += choice.km100;
  const Time arrival = Time::start_of_day(day) + Duration::seconds(first_visit_s + draw.below(visiting_hours_s));
  const auto delay = std::max(arrival - context.now(), Duration::hours(1));
  const auto permille = static_cast<std::uint32_t>(quality * 1'000 + 0.5);
  const std::uint32_t customer = permille << 16 | setting_.commune.population.persons[household];
  context.send(shops_.table->process(shop), delay, commune::kind(Message::visit),
               {want[dry], want[fresh], carried, customer});
}

Setting::Choice HouseholdRules::choose_shop(std::uint32_t household, Context& context) const {
  const std::uint32_t day = context.now().day();
  if (is_member(household, day) && town_.of(Condition::grocer_capacity) > 0 &&
      context.draw(streams::grocer_or_shop, household, day).chance(setting_.parameters.grocer_basket.value())) {
    return setting_.way_to_grocer(household);
  }
  const std::uint32_t closed_roads = setting_.closed_roads(town_.of(Condition::access_closed));
  const bool cut_off = setting_.drive_time_ms(closed_roads, setting_.grocer) == Network::unreachable;
  const auto weight = [&](const Setting::Choice& option) {
    if (cut_off && option.shop == setting_.outside) return 0.0f;
    const bool avoided = columns_.avoid_until[household] > day && columns_.avoided_shop[household] == option.shop;
    return avoided ? 0.1f * option.weight : option.weight;
  };
  double sum = 0;
  for (const auto& option : setting_.choices_of(household)) sum += weight(option);
  double u = context.draw(streams::shop_choice, household, day).uniform() * sum;
  Setting::Choice chosen;
  for (const auto& option : setting_.choices_of(household)) {
    if (weight(option) <= 0) continue;
    chosen = option;
    u -= weight(option);
    if (u < 0) break;
  }
  return chosen;
}

void HouseholdRules::bring_home(std::uint32_t household, const Event& purchase, Context& context) const {
  columns_.stock_g[dry][household] += purchase.payload[0];
  columns_.stock_g[fresh][household] += purchase.payload[1];
  columns_.cash_cents[household] += purchase.payload[2];
  const double refused = static_cast<double>(purchase.payload[3] & 0xffffu) / 1'000.0;
  const std::uint32_t shop = purchase.payload[3] >> 16;
  // An out-of-stock grocer is no news about the shops: it lives on what they leave.
  if (shop != setting_.grocer) columns_.seen_empty[household] = refused;
  if (refused < noticed) return;
  if (shop != setting_.grocer) ++columns_.empty_visits[household];
  columns_.avoided_shop[household] = shop;
  columns_.avoid_until[household] = context.now().day() + avoid_days;
}

}  // namespace essaim::food
