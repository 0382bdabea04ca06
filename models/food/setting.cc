// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/food/setting.h"

#include <algorithm>

#include "engine/core/math.h"
#include "models/food/streams.h"

namespace essaim::food {

namespace {

constexpr std::uint32_t most_farms = 64;

/// Food eaten by age over that of an adult: INCA 3, 2.2 kg at 11 to 17 and 1.6 kg below against 2.9 kg, drinks
/// included.
double appetite(std::uint8_t age) { return age < 11 ? 1.6 / 2.9 : age < 18 ? 2.2 / 2.9 : 1.0; }

}  // namespace

Setting::Setting(const commune::Commune& about, const Parameters& given, const Random& random)
    : commune{about}, parameters{given} {
  price[dry] = parameters.dry_price.value() / 10.0;  // 1 EUR/kg is 0.1 cent/g
  price[fresh] = parameters.fresh_price.value() / 10.0;
  place_shops(random);
  settle_needs();
  settle_habits(random);
  settle_choices();
  settle_farms();
}

void Setting::place_shops(const Random& random) {
  local_shops = commune.places.shops.count;
  grocer = local_shops;
  outside = local_shops + 1;
  for (std::uint32_t shop = 0; shop < shop_rows(); ++shop) {
    Draw draw = random.draw(streams::generator, shop, 0);
    has_generator.push_back(draw.chance(parameters.generators.value()) ? 1 : 0);
    shop_power.push_back(static_cast<float>(draw.uniform()));
  }
}

void Setting::settle_needs() {
  const auto& people = commune.population;
  double appetites = 0;
  for (const std::uint8_t age : people.age) appetites += appetite(age);
  const double adult_g = parameters.intake.value() * 1'000.0 * people.residents() / appetites;
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    double grams = 0;
    for (const std::uint8_t age : people.ages_of(h)) grams += adult_g * appetite(age);
    need_g[dry].push_back(static_cast<std::uint32_t>(grams * parameters.dry_share.value() + 0.5));
    need_g[fresh].push_back(static_cast<std::uint32_t>(grams * (1 - parameters.dry_share.value()) + 0.5));
    total_need_g[dry] += need_g[dry].back();
    total_need_g[fresh] += need_g[fresh].back();
  }
}

void Setting::settle_habits(const Random& random) {
  const auto& people = commune.population;
  const double spread = parameters.stock_spread.value();
  const double budget_spread = parameters.food_budget_spread.value();
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    Draw draw = random.draw(streams::household_habits, h, 0);
    // Log-normal factors of mean one.
    stock_habit.push_back(math::exp(spread * draw.normal() - 0.5 * spread * spread));
    const double budget_habit = math::exp(budget_spread * draw.normal() - 0.5 * budget_spread * budget_spread);
    aid_reserve.push_back(draw.uniform());
    const auto month = static_cast<double>(commune::ordinary_income_cents(people, h));
    const double share = std::min(0.9, parameters.food_budget.value() * budget_habit);
    need_cents.push_back(need_g[dry][h] * price[dry] + fresh_to_buy_g(h) * price[fresh]);
    month_food_money_cents.push_back(static_cast<std::int64_t>(month * share));
  }
  std::vector<std::uint64_t> keen(people.households());
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    keen[h] = std::uint64_t{random.draw(streams::basket, h, 0).bits()} << 32 | h;  // the number settles equal draws
  }
  std::sort(keen.begin(), keen.end());  // unique: each holds its number
  basket_rank.resize(people.households());
  for (std::uint32_t rank = 0; rank < keen.size(); ++rank) {
    basket_rank[static_cast<std::uint32_t>(keen[rank])] = rank;
  }
}

void Setting::consider_shop(std::uint32_t shop, std::uint32_t node, bool with_car, double minutes) {
  const double size = shop == outside ? parameters.outside_size.value() : 1.0;
  const Choice option{shop, static_cast<float>(size * math::exp(-parameters.travel_weight.value() * minutes))};
  Choice* own = &choice[choice_row(node, with_car)];
  if (shop == grocer) {
    own[choices] = option;
    return;
  }
  // Kept in order; shops come in the order of their rows, so equal weights keep that order.
  if (option.weight <= own[choices - 1].weight) return;
  std::uint32_t place = choices - 1;
  for (; place > 0 && own[place - 1].weight < option.weight; --place) own[place] = own[place - 1];
  own[place] = option;
}

void Setting::settle_choices() {
  const auto nodes = static_cast<std::uint32_t>(commune.territory.network.nodes().size());
  const double metres_per_minute = parameters.carless_speed.value() * 1'000.0 / 60.0;
  choice.assign(choice_row(nodes, false), {});
  for (std::uint32_t shop = 0; shop < shop_rows(); ++shop) {
    const commune::PlaceId place = place_of(shop);
    for (std::uint32_t node = 0; node < nodes; ++node) {
      consider_shop(shop, node, true, static_cast<double>(commune.travel.car_ms(0, place, node)) / 60'000.0);
      consider_shop(shop, node, false, static_cast<double>(commune.travel.metres(0, place, node)) / metres_per_minute);
    }
  }
  expect_sales();
}

void Setting::expect_sales() {
  expected_sales_g[dry].assign(shop_rows(), 0.0);
  expected_sales_g[fresh].assign(shop_rows(), 0.0);
  for (std::uint32_t h = 0; h < commune.population.households(); ++h) {
    double sum = 0;
    const std::uint32_t home = commune.territory.homes[h].index();
    for (const Choice& option : choices_of(home, h)) sum += option.weight;
    if (sum <= 0) continue;
    for (const Choice& option : choices_of(home, h)) {
      const double share = option.weight / sum;
      expected_sales_g[dry][option.shop] += share * need_g[dry][h];
      expected_sales_g[fresh][option.shop] += share * fresh_to_buy_g(h);
    }
  }
  const double visitors = parameters.visitor_share.value();
  for (const Product product : {dry, fresh}) {
    visitors_g[product].assign(shop_rows(), 0.0);
    for (std::uint32_t shop = 0; shop < local_shops; ++shop) {
      double& sales = expected_sales_g[product][shop];
      visitors_g[product][shop] = sales * visitors / (1 - visitors);
      sales += visitors_g[product][shop];
    }
  }
}

double Setting::land_share(double hectares) const {
  const double farmland = commune.figure(commune::FigureId::farmland);
  return farmland > 0 ? std::clamp(hectares / farmland, 0.0, 1.0) : 0.0;
}

double Setting::local_share(double hectares) const {
  const double need = total_need_g[dry] + total_need_g[fresh];
  const double harvest = farms * (harvest_g_per_day[dry] + harvest_g_per_day[fresh]) * land_share(hectares);
  const double ordinary = parameters.local_share.value();
  return need > 0 ? ordinary + (1 - ordinary) * std::min(1.0, harvest / need) : ordinary;
}

double Setting::baskets_g_per_day(const commune::PublicColumns& town) const {
  const double contracts = std::min<double>(town.of(commune::Condition::amap_baskets), commune.population.households());
  return contracts * parameters.basket.value() * 1'000.0 / 7.0;
}

void Setting::settle_farms() {
  const double hectares = commune.figure(commune::FigureId::farmland);
  const double count = commune.figure(commune::FigureId::farms);
  if (hectares <= 0) return;
  farms = std::clamp(static_cast<std::uint32_t>(count + 0.5), 1u, most_farms);
  // What the land feeds, in persons, times what a person eats.
  const double food_g = hectares / parameters.land_per_person.value() * parameters.intake.value() * 1'000.0;
  harvest_g_per_day[dry] = food_g * parameters.dry_share.value() / farms;
  harvest_g_per_day[fresh] = food_g * (1 - parameters.dry_share.value()) / farms;
}

}  // namespace essaim::food
