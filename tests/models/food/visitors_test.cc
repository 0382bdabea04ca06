// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <numeric>

#include "tests/models/mobility/made_up.h"

// Customers from outside in the shops of a commune: their share of sales is what was asked for, they are nobody's
// residents, and they stay away where no road leads.

namespace essaim::food {
namespace {

using mobility::fix;
using mobility::made_up;
using mobility::shock;
using mobility::total_of;
using namespace catalogue;

double mean_of(const ArmOutcome& arm, std::string_view indicator, std::size_t first, std::size_t last) {
  const auto series = series_of(arm, indicator);
  return std::accumulate(series.begin() + static_cast<std::ptrdiff_t>(first),
                         series.begin() + static_cast<std::ptrdiff_t>(last), 0.0) /
         static_cast<double>(last - first);
}

TEST(Visitors, take_their_share_of_sales_and_eat_nothing_here) {
  Scenario scenario = made_up(56);
  fix(scenario, "food.visitor_share", 0.25);
  const auto with = arms_of(scenario);
  ASSERT_EQ(with[0].error, "");  // ledgers of food and money are audited each day
  EXPECT_NEAR(mean_of(with[0], "food.visitor_share", 14, 56), 0.25, 0.03);
  fix(scenario, "food.visitor_share", 0);
  const auto without = arms_of(scenario);
  EXPECT_EQ(total_of(without[0], "food.visitor_share"), 0.0);
  EXPECT_NEAR(total_of(with[0], "food.sales") / total_of(without[0], "food.sales"), 1, 0.01);
  EXPECT_NEAR(mean_of(with[0], "food.need_met", 0, 56), mean_of(without[0], "food.need_met", 0, 56), 0.01);
}

TEST(Visitors, stay_away_while_no_road_is_open) {
  Scenario scenario = made_up(28);
  scenario.shocks = {shock("road_closure", 10, 7, {1})};
  const auto arms = arms_of(scenario);
  EXPECT_EQ(mean_of(arms[0], "food.visitor_share", 11, 16), 0.0);
  EXPECT_GT(mean_of(arms[0], "food.visitor_share", 18, 28), 0.05);
}

TEST(Visitors, come_in_numbers_where_the_town_runs_short_too) {
  const auto stockouts = [](double spill) {
    Scenario scenario = made_up(28);
    scenario.shocks = {shock("supply_interruption", 7, 14, {1, 1, 0})};
    fix(scenario, "food.visitor_share", 0.2);
    fix(scenario, "food.visitor_spill", spill);
    return mean_of(arms_of(scenario)[0], "food.stockout_share", 7, 21);
  };
  EXPECT_GT(stockouts(2), stockouts(0) + 0.02);
}

}  // namespace
}  // namespace essaim::food
