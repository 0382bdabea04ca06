// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/influence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace essaim::design {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// 0, 1, ... in an order that is not their own.
std::vector<double> shuffled(std::size_t count) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(static_cast<double>((i * 7) % count));
  return values;
}

TEST(Influence, is_the_mean_of_the_upper_third_less_that_of_the_lower) {
  const std::vector<double> draws = shuffled(30);
  std::vector<double> outcome;
  for (const double draw : draws) outcome.push_back(5 - 2 * draw);
  const auto found = influence(draws, outcome);
  ASSERT_TRUE(found);
  // Means of 20..29 and of 0..9 are 24.5 and 4.5.
  EXPECT_DOUBLE_EQ(found->mean, -40);
  EXPECT_LT(found->high, 0);
  EXPECT_TRUE(is_established(*found));
}

TEST(Influence, of_what_does_not_count_is_not_established) {
  const std::vector<double> draws = shuffled(30);
  std::vector<double> outcome;
  for (std::size_t r = 0; r < draws.size(); ++r) outcome.push_back(static_cast<double>((r * 11 + 3) % 5));
  const auto found = influence(draws, outcome);
  ASSERT_TRUE(found);
  EXPECT_FALSE(is_established(*found));
  EXPECT_LT(found->low, 0);
  EXPECT_GT(found->high, 0);
}

TEST(Influence, leaves_out_replicates_without_a_value_and_needs_ten) {
  std::vector<double> draws = shuffled(12);
  std::vector<double> outcome(draws);
  EXPECT_TRUE(influence(draws, outcome));
  for (const std::size_t failed : {1u, 4u, 9u}) outcome[failed] = none;
  EXPECT_FALSE(influence(draws, outcome)) << "nine are left";
}

TEST(Influence, needs_draws_that_differ) {
  const std::vector<double> outcome = shuffled(15);
  EXPECT_FALSE(influence(std::vector<double>(15, 0.2), outcome));
  std::vector<double> nearly(15, 0.2);
  nearly[3] = 0.3;
  EXPECT_FALSE(influence(nearly, outcome)) << "one draw is no third";
}

TEST(Influence, of_many_at_once_has_wider_intervals) {
  EXPECT_DOUBLE_EQ(simultaneous_confidence(1), 0.95);
  EXPECT_DOUBLE_EQ(simultaneous_confidence(200), 0.99975);
  const std::vector<double> draws = shuffled(30);
  std::vector<double> outcome(draws);
  const auto alone = influence(draws, outcome);
  const auto of_many = influence(draws, outcome, simultaneous_confidence(200));
  EXPECT_EQ(alone->mean, of_many->mean);
  EXPECT_GT(of_many->high - of_many->low, alone->high - alone->low);
}

TEST(Influence, puts_equal_draws_into_the_same_third) {
  std::vector<double> draws(12, 0);
  std::vector<double> outcome(12, 10);
  for (std::size_t r = 6; r < 12; ++r) draws[r] = 1, outcome[r] = 20 + static_cast<double>(r % 2);
  outcome[0] = 11;
  const auto found = influence(draws, outcome);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->mean, 20.5 - 61.0 / 6, 1e-12) << "all twelve count, not eight of them";
}

}  // namespace
}  // namespace essaim::design
