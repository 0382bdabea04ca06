// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tests/models/catalogue/small_world.h"

// Patterns that the food theme must show before anything it says about a crisis is worth reading.

namespace essaim::catalogue {
namespace {

/// In a village of three hundred, one unlucky day may leave a household before an empty shelf; no panic follows.
TEST(WithoutShocks, hardly_a_visit_meets_an_empty_shelf_in_two_years) {
  Scenario scenario = without_shocks(village(730));
  scenario.variants.resize(1);
  for (std::uint32_t replicate = 0; replicate < 6; ++replicate) {
    const auto arms = arms_of(scenario, replicate);
    const auto stockouts = series_of(arms[0], "food.stockout_share");
    EXPECT_LT(std::accumulate(stockouts.begin(), stockouts.end(), 0.0) / 730, 1e-3) << "replicate " << replicate;
    const auto worry = series_of(arms[0], "food.worry");
    EXPECT_LT(*std::max_element(worry.begin(), worry.end()), 0.01) << "replicate " << replicate;
    EXPECT_LT(std::accumulate(worry.begin(), worry.end(), 0.0) / 730, 1e-3) << "replicate " << replicate;
  }
}

TEST(WithoutShocks, stocks_and_need_met_stay_where_they_are) {
  Scenario scenario = without_shocks(village(730));
  scenario.variants.resize(1);
  const auto arm = arms_of(scenario)[0];
  const auto mean_over = [&](std::string_view indicator, std::uint32_t first, std::uint32_t last) {
    double sum = 0;
    for (std::uint32_t day = first; day < last; ++day) sum += value_on(arm, indicator, day);
    return sum / (last - first);
  };
  for (const char* indicator : {"food.household_stock", "food.shop_stock", "food.need_met"}) {
    const double early = mean_over(indicator, 30, 130);
    EXPECT_NEAR(mean_over(indicator, 630, 730), early, 0.05 * early) << indicator;
  }
}

/// Three years of four themes: nothing drifts once the first months have spread opening stocks, moves and paydays.
TEST(WithoutShocks, the_third_year_is_like_the_second) {
  Scenario scenario = without_shocks(village(3 * 365));
  scenario.variants.resize(1);
  scenario.fixed_parameters = true;
  const auto arm = arms_of(scenario)[0];
  const auto year = [&](std::string_view indicator, std::uint32_t number) {
    double sum = 0;
    for (std::uint32_t day = 365 * number; day < 365 * (number + 1); ++day) sum += value_on(arm, indicator, day);
    return sum / 365;
  };
  // Winters differ by more than the rest.
  EXPECT_NEAR(year("housing.energy_used", 2), year("housing.energy_used", 1), 0.1 * year("housing.energy_used", 1));
  for (const char* indicator : {"food.need_met", "food.household_stock", "mobility.trips", "mobility.minutes",
                                "mobility.car_share", "governance.trust"}) {
    EXPECT_NEAR(year(indicator, 2), year(indicator, 1), 0.05 * year(indicator, 1)) << indicator;
  }
  for (const char* share :
       {"food.insecure_share", "mobility.missed_share", "housing.arrears_share", "housing.displaced_share"}) {
    EXPECT_NEAR(year(share, 2), year(share, 1), 0.03) << share;
  }
}

TEST(SupplyInterruption, empties_shelves_within_days_and_they_fill_again) {
  Scenario scenario = village(60);
  scenario.variants.resize(1);
  scenario.shocks.erase(scenario.shocks.begin());  // no heat
  scenario.shocks.pop_back();                      // no road closed
  commune::Figure& farmland = scenario.sites[0].figures[static_cast<std::size_t>(commune::FigureId::farmland)];
  farmland.value = 0;  // farms would feed the village
  farmland.range = {0, 0};
  const auto arms = arms_of(scenario);  // 90 % for 12 days from day 12
  const auto stockouts = series_of(arms[0], "food.stockout_share");
  EXPECT_EQ(stockouts[11], 0.0);
  EXPECT_GT(*std::max_element(stockouts.begin() + 12, stockouts.begin() + 24), 0.3);
  EXPECT_EQ(stockouts[55], 0.0);
  EXPECT_LT(value_on(arms[0], "food.need_met", 22), value_on(arms[1], "food.need_met", 22) - 0.03);
  EXPECT_NEAR(value_on(arms[0], "food.need_met", 55), value_on(arms[1], "food.need_met", 55), 0.02);
}

TEST(SupplyInterruption, that_nobody_hears_of_and_that_stops_nothing_does_nothing) {
  Scenario scenario = village(40);
  scenario.variants.resize(1);
  scenario.shocks.resize(2);
  scenario.shocks.erase(scenario.shocks.begin());
  scenario.shocks[0].settings = {0, 1, 0};
  const auto arms = arms_of(scenario);
  EXPECT_EQ(arms[0].state_sha256, arms[1].state_sha256);
}

TEST(RoadClosure, stops_deliveries_while_it_lasts) {
  Scenario scenario = village(40);
  scenario.variants.resize(1);
  scenario.shocks.erase(scenario.shocks.begin(), scenario.shocks.begin() + 2);
  scenario.shocks[0].start = Time::start_of_day(10);
  scenario.shocks[0].duration = Duration::days(6);
  const auto arms = arms_of(scenario);
  EXPECT_EQ(value_on(arms[0], "food.outside_share", 12), 0.0);
  EXPECT_GT(value_on(arms[1], "food.outside_share", 12), 0.0);
  EXPECT_LT(value_on(arms[0], "food.shop_stock", 15), 0.8 * value_on(arms[1], "food.shop_stock", 15));
  EXPECT_NEAR(value_on(arms[0], "food.shop_stock", 39), value_on(arms[1], "food.shop_stock", 39), 1.5);
}

TEST(Heatwave, costs_harvest_and_fresh_food_and_heats_homes) {
  Scenario scenario = village(20);
  scenario.variants.resize(1);
  scenario.shocks.resize(1);
  const auto arms = arms_of(scenario);  // ten days from day 8
  EXPECT_NEAR(value_on(arms[0], "heat.maximum_temperature", 12), 39, 1e-12);
  EXPECT_LT(value_on(arms[0], "food.harvest", 13), value_on(arms[1], "food.harvest", 13));
  EXPECT_GT(value_on(arms[0], "food.waste", 13), value_on(arms[1], "food.waste", 13));
  EXPECT_GT(value_on(arms[0], "heat.exposed_share", 13), value_on(arms[1], "heat.exposed_share", 13));
  EXPECT_EQ(value_on(arms[0], "heat.maximum_temperature", 18), value_on(arms[1], "heat.maximum_temperature", 18));
}

TEST(CommunalStock, is_filled_before_the_crisis_and_feeds_shops_in_it) {
  const auto arms = arms_of(village(40));
  EXPECT_NEAR(value_on(arms[2], "food.reserve", 11), 5.0, 0.6);
  EXPECT_LT(value_on(arms[2], "food.reserve", 23), 2.0);
  EXPECT_EQ(value_on(arms[0], "food.reserve", 11), 0.0);
  EXPECT_GT(value_on(arms[2], "commune.spent", 11), 0.0);
}

TEST(SolidarityGrocer, takes_in_only_households_that_lack_money_for_food) {
  Scenario scenario = without_shocks(village(40));
  const SharedDraw shared{scenario, 0, 0};
  Arm arm{scenario, shared, scenario.variants[1], Shocks::with};
  SerialExecutor executor;
  const auto& households = arm.food().households;
  std::vector<double> yesterday{households.affordable.values().begin(), households.affordable.values().end()};
  std::vector<bool> known(yesterday.size());
  std::uint32_t members = 0;
  while (arm.run_day(executor)) {
    for (std::uint32_t h = 0; h < yesterday.size(); ++h) {
      if (households.member_until[h] != 0 && !known[h]) {
        known[h] = true;
        ++members;
        EXPECT_LT(std::min(yesterday[h], households.affordable[h]), 1.0) << "household " << h;
      }
      yesterday[h] = households.affordable[h];
    }
  }
  EXPECT_GT(members, 0u);
  EXPECT_LT(members, yesterday.size() / 2);
  EXPECT_EQ(members, arm.food().shops.members[shared.food.grocer]);
}

}  // namespace
}  // namespace essaim::catalogue
