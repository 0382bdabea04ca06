// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/food/shopping.h"

#include <algorithm>
#include <cmath>

#include "models/commune/messages.h"
#include "models/food/streams.h"

namespace essaim::food {

namespace {

using commune::Condition;
using commune::Coupling;
using commune::days_to_payday;
using commune::kind;
using commune::Message;
using commune::month_days;

constexpr double noticed = 0.05;  // share of a basket refused that counts as an empty shelf
constexpr std::uint32_t avoid_days = 3;
constexpr double least_fresh_habit = 0.4;  // fresh food keeps less than habits would have it
constexpr double most_fresh_habit = 2.5;
constexpr double shortest_budget_days = 10;  // a visit may spend what ten days to payday would leave for it
constexpr std::uint32_t first_visit_s = 9 * 3'600;
constexpr std::uint32_t visiting_hours_s = 9 * 3'600;

}  // namespace

ShoppingRules::ShoppingRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns.households}, shops_{columns.shops}, farms_{columns.farms}, town_{town} {}

double ShoppingRules::lasts_days(std::uint32_t household, Product product) const {
  const double daily = setting_.need_g[product][household] * columns_.affordable[household];
  return daily > 0 ? static_cast<double>(columns_.stock_g[product][household]) / daily : 1e9;
}

Draw ShoppingRules::chance(std::uint32_t household, const Context& context) const {
  return context.draw(streams::visit, household, context.now().day());
}

void ShoppingRules::consider(std::uint32_t household, Draw& draw, Context& context) const {
  const double soon = setting_.parameters.urgent_below.value();
  const bool urgent = lasts_days(household, dry) < soon || lasts_days(household, fresh) < soon;
  const double chance = std::max({setting_.parameters.visit_chance.value(),
                                  setting_.parameters.worried_visit.value() * columns_.worry.latest(household),
                                  urgent ? setting_.parameters.urgent_visit.value() : 0.0});
  if (!draw.chance(chance) || wanted_g(household, dry) + wanted_g(household, fresh) == 0) return;
  const Setting::Choice choice = choose_shop(household, context);
  if (choice.weight <= 0) return;
  if (!setting_.commune.couplings.has(Coupling::food_mobility)) return shop_at(household, choice, context);
  context.schedule(context.now(), kind(Message::errand_wanted), {setting_.place_of(choice.shop), 0, 0, 0});
}

void ShoppingRules::set_out(std::uint32_t household, const Event& answer, Context& context) const {
  const bool made = answer.payload[2] == 1 || !setting_.commune.couplings.has(Coupling::mobility_food);
  if (!made) {
    ++columns_.errands_not_made[household];
    return;
  }
  const std::uint32_t shop = setting_.shop_of(answer.payload[0]);
  if (shop == setting_.grocer)
    return shop_at(household, setting_.way_to_grocer(home_of(household), household), context);
  for (const Setting::Choice& option : setting_.choices_of(home_of(household), household)) {
    if (option.shop == shop) return shop_at(household, option, context);
  }
}

std::uint32_t ShoppingRules::home_of(std::uint32_t household) const {
  const commune::Commune& commune = setting_.commune;
  return commune.couplings.has(Coupling::housing_food) ? columns_.home[household]
                                                       : commune.territory.homes[household].index();
}

std::uint32_t ShoppingRules::wanted_g(std::uint32_t household, Product product) const {
  const Parameters& p = setting_.parameters;
  const double habit = setting_.stock_habit[household];
  const double days =
      product == dry
          ? p.household_dry.value() * habit * (1 + p.panic_stocking.value() * columns_.worry.latest(household))
          : p.household_fresh.value() * std::clamp(habit, least_fresh_habit, most_fresh_habit);
  const double target = setting_.need_g[product][household] * columns_.affordable[household] * days;
  return static_cast<std::uint32_t>(std::max(0.0, target - static_cast<double>(columns_.stock_g[product][household])));
}

/// A ration counts persons; who does not keep to the rule comes twice.
std::uint32_t ShoppingRules::rationed_persons(std::uint32_t household, Context& context) const {
  const std::uint32_t persons = setting_.commune.population.persons[household];
  const double compliance = columns_.compliance.latest(household);
  if (compliance >= 1 || !setting_.commune.couplings.has(Coupling::governance_food)) return persons;
  const bool complies = context.draw(streams::compliance, household, context.now().day()).chance(compliance);
  return complies ? persons : 2 * persons;
}

void ShoppingRules::shop_at(std::uint32_t household, const Setting::Choice& choice, Context& context) const {
  const std::uint32_t day = context.now().day();
  const std::uint32_t shop = choice.shop;
  const std::uint32_t want[products] = {wanted_g(household, dry), wanted_g(household, fresh)};
  if (want[dry] + want[fresh] == 0) return;

  // Those who cannot pay the ordinary basket buy the cheapest.
  const double level = town_.of(Condition::food_price);
  const bool cheapest =
      static_cast<double>(columns_.money_cents[household]) < level * setting_.need_cents[household] * month_days;
  const double quality = cheapest ? setting_.parameters.cheap_basket.value() : 1.0;
  const double rebate = shop == setting_.grocer ? town_.of(Condition::grocer_price) : 1.0;
  const double full_cents = (want[dry] * setting_.price[dry] + want[fresh] * setting_.price[fresh]) * rebate * level;
  const double limit = std::min(1.0, shortest_budget_days / days_to_payday(household, day));
  const double purse = static_cast<double>(columns_.cash_cents[household]) * limit;
  const double paying = std::min({full_cents * quality + 1, purse, 4e9});
  const auto carried = static_cast<std::uint32_t>(std::max(0.0, paying));
  columns_.cash_cents[household] -= carried;
  columns_.spent_cents[household] += carried;

  if (shop != setting_.grocer) ++columns_.visits[household];
  Draw draw = context.draw(streams::visit_hour, household, day);
  const Time arrival = Time::start_of_day(day) + Duration::seconds(first_visit_s + draw.below(visiting_hours_s));
  const auto delay = arrival > context.now() + Duration::hours(1) ? arrival - context.now() : Duration::hours(1);
  const auto permille = static_cast<std::uint32_t>(quality * 1'000 + 0.5);
  const std::uint32_t customer = permille << 16 | rationed_persons(household, context);
  context.send(shops_.table->process(shop), delay, kind(Message::visit), {want[dry], want[fresh], carried, customer});
}

Setting::Choice ShoppingRules::choose_shop(std::uint32_t household, Context& context) const {
  const std::uint32_t day = context.now().day();
  const std::uint32_t home = home_of(household);
  if (columns_.member_until[household] > day && town_.of(Condition::grocer_capacity) > 0 &&
      context.draw(streams::grocer_or_shop, household, day).chance(setting_.parameters.grocer_basket.value())) {
    return setting_.way_to_grocer(home, household);
  }
  const auto weight = [&](const Setting::Choice& option) {
    const std::uint32_t roads = town_.road_state[0];
    if (roads != 0 && setting_.is_out_of_reach(roads, option.shop, home)) return 0.0f;
    const bool avoided = columns_.avoid_until[household] > day && columns_.avoided_shop[household] == option.shop;
    return avoided ? 0.1f * option.weight : option.weight;
  };
  double sum = 0;
  for (const auto& option : setting_.choices_of(home, household)) sum += weight(option);
  double u = context.draw(streams::shop_choice, household, day).uniform() * sum;
  Setting::Choice chosen;
  for (const auto& option : setting_.choices_of(home, household)) {
    if (weight(option) <= 0) continue;
    chosen = option;
    u -= weight(option);
    if (u < 0) break;
  }
  return chosen;
}

void ShoppingRules::bring_home(std::uint32_t household, const Event& purchase, Context& context) const {
  columns_.stock_g[dry][household] += purchase.payload[0];
  columns_.stock_g[fresh][household] += purchase.payload[1];
  columns_.cash_cents[household] += purchase.payload[2];
  columns_.spent_cents[household] -= purchase.payload[2];
  const double refused = static_cast<double>(purchase.payload[3] & 0xffffu) / 1'000.0;
  const std::uint32_t shop = purchase.payload[3] >> 16;
  // An out-of-stock grocer is no news about the shops: it lives on what they leave.
  if (shop != setting_.grocer) columns_.seen_empty[household] = refused;
  if (refused < noticed) return;
  if (shop != setting_.grocer) ++columns_.empty_visits[household];
  columns_.avoided_shop[household] = shop;
  columns_.avoid_until[household] = context.now().day() + avoid_days;
}

void ShoppingRules::order_basket(std::uint32_t household, Context& context) const {
  const double contracts = town_.of(Condition::amap_baskets);
  if (contracts <= 0 || setting_.farms == 0 || (context.now().day() + household) % 7 != 0) return;
  const auto cents = static_cast<std::int64_t>(setting_.parameters.basket_price.value() * 100);
  const bool holds_one = setting_.basket_rank[household] < contracts && columns_.cash_cents[household] >= cents;
  if (!holds_one || columns_.affordable[household] < 1) return;
  columns_.cash_cents[household] -= cents;
  columns_.spent_cents[household] += cents;
  const auto grams = static_cast<std::uint32_t>(setting_.parameters.basket.value() * 1'000);
  context.send(farms_.table->process(household % setting_.farms), Duration::hours(1), kind(Message::basket_order),
               {0, grams, static_cast<std::uint32_t>(cents), 0});
}

void ShoppingRules::take_basket(std::uint32_t household, const Event& basket) const {
  columns_.stock_g[fresh][household] += basket.payload[1];
}

}  // namespace essaim::food
