// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/food/setting.h"

#include <algorithm>
#include <cmath>

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
  const double residents = commune.population.residents();
  local_shops =
      std::max(1u, static_cast<std::uint32_t>(residents / commune.parameters.residents_per_shop.value() + 0.5));
  grocer = local_shops;
  outside = local_shops + 1;
  shop_node = commune::place_shops(commune.territory, local_shops + 1, random);
  shop_node.push_back(commune.territory.town);
  const auto& access = commune.territory.access;
  std::vector<std::uint8_t> closed(commune.territory.network.edges().size(), 0);
  for (std::size_t k = 0; k <= access.size(); ++k) {
    if (k > 0) closed[access[k - 1]] = 1;
    const auto times = commune.territory.network.travel_times_from(commune.territory.town, closed);
    for (const NodeId node : shop_node) drive_ms.push_back(times[node.index()]);
  }
}

std::uint32_t Setting::closed_roads(double share) const {
  const auto roads = static_cast<double>(commune.territory.access.size());
  return static_cast<std::uint32_t>(std::ceil(std::clamp(share, 0.0, 1.0) * roads - 1e-9));
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
    const double month = people.income_per_unit_eur[h] * people.consumption_units[h] * 100.0 / 12.0;
    const double share = std::min(0.9, parameters.food_budget.value() * budget_habit);
    need_cents.push_back(need_g[dry][h] * price[dry] + fresh_to_buy_g(h) * price[fresh]);
    month_income_cents.push_back(static_cast<std::int64_t>(month));
    month_food_money_cents.push_back(static_cast<std::int64_t>(month * share));
    Draw hour = random.draw(streams::hours, h, 0);
    day_start_s.push_back(6 * 3'600 + hour.below(2 * 3'600));
  }
}

void Setting::settle_choices() {
  const auto& territory = commune.territory;
  const auto nodes = territory.network.nodes();
  const auto households = static_cast<std::uint32_t>(territory.homes.size());
  choice.assign(std::size_t{households} * (choices + 1), {});
  for (std::uint32_t shop = 0; shop < shop_rows(); ++shop) {
    const auto times = territory.network.travel_times_from(shop_node[shop]);
    const double size = shop == outside ? parameters.outside_size.value() : 1.0;
    const Node& there = nodes[shop_node[shop].index()];
    for (std::uint32_t h = 0; h < households; ++h) {
      const std::uint32_t home = territory.homes[h].index();
      const double minutes = static_cast<double>(times[home]) / 60'000.0;
      const double dx = nodes[home].x_m - there.x_m;
      const double dy = nodes[home].y_m - there.y_m;
      const double km = 2 * commune.parameters.detour.value() * std::sqrt(dx * dx + dy * dy) / 1'000.0;
      const Choice option{shop, static_cast<float>(size * math::exp(-parameters.travel_weight.value() * minutes)),
                          static_cast<std::uint16_t>(std::min(65'000.0, km * 10.0 + 0.5))};
      Choice* own = &choice[std::size_t{h} * (choices + 1)];
      if (shop == grocer) {
        own[choices] = option;
        continue;
      }
      // Kept in order; shops come in the order of their rows, so equal weights keep that order.
      if (option.weight <= own[choices - 1].weight) continue;
      std::uint32_t place = choices - 1;
      for (; place > 0 && own[place - 1].weight < option.weight; --place) own[place] = own[place - 1];
      own[place] = option;
    }
  }
  expect_sales();
}

void Setting::expect_sales() {
  expected_sales_g[dry].assign(shop_rows(), 0.0);
  expected_sales_g[fresh].assign(shop_rows(), 0.0);
  for (std::uint32_t h = 0; h < commune.population.households(); ++h) {
    double sum = 0;
    for (const Choice& option : choices_of(h)) sum += option.weight;
    for (const Choice& option : choices_of(h)) {
      const double share = option.weight / sum;
      expected_sales_g[dry][option.shop] += share * need_g[dry][h];
      expected_sales_g[fresh][option.shop] += share * fresh_to_buy_g(h);
    }
  }
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
