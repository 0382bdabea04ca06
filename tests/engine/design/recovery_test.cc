// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/recovery.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace essaim::design {
namespace {

std::vector<double> flat(std::size_t days, double level = 1) { return std::vector<double>(days, level); }

/// Falls to `depth` below 1 at once and climbs back in a straight line over `days`.
std::vector<double> triangle(std::size_t length, std::size_t days, double depth) {
  std::vector<double> curve = flat(length);
  for (std::size_t day = 0; day < days; ++day) {
    curve[day] = 1 - depth * (1 - static_cast<double>(day) / static_cast<double>(days));
  }
  return curve;
}

TEST(Recovery, of_a_triangle_has_its_closed_form) {
  // Loss 0.5 x (10 + 9 + ... + 1) / 10 = 0.5 x 5.5; 1 - 0.5 (1 - d/10) reaches 0.90 at d = 8 and 0.95 at d = 9.
  const Recovery result = *recovery(triangle(40, 10, 0.5), flat(40));
  EXPECT_NEAR(result.loss, 2.75, 1e-12);
  EXPECT_DOUBLE_EQ(result.depth, 0.5);
  EXPECT_EQ(result.deepest, 0U);
  EXPECT_EQ(result.to_90, 8);
  EXPECT_EQ(result.to_95, 9);
}

TEST(Recovery, is_read_against_the_twin_and_not_against_the_day_before) {
  // The twin falls too (a Sunday, a holiday): nothing is lost.
  const std::vector<double> curve = triangle(30, 10, 0.4);
  const Recovery result = *recovery(curve, curve);
  EXPECT_EQ(result.loss, 0);
  EXPECT_EQ(result.to_90, 0);
}

TEST(Recovery, does_not_let_a_surplus_give_back_a_missed_meal) {
  std::vector<double> curve = flat(30);
  curve[2] = 0.5;
  for (std::size_t day = 3; day < 30; ++day) curve[day] = 1.5;
  EXPECT_DOUBLE_EQ(recovery(curve, flat(30))->loss, 0.5);
}

TEST(Recovery, counts_only_when_maintained) {
  std::vector<double> curve = flat(60, 0.5);
  for (std::size_t day = 20; day < 33; ++day) curve[day] = 1;  // 13 good days are not 14
  for (std::size_t day = 40; day < 60; ++day) curve[day] = 1;
  EXPECT_EQ(recovery(curve, flat(60))->to_90, 40);
  EXPECT_EQ(recovery(curve, flat(60), 13)->to_90, 20);
}

TEST(Recovery, is_censored_when_the_run_ends_first) {
  std::vector<double> curve = flat(30, 0.5);
  for (std::size_t day = 20; day < 30; ++day) curve[day] = 1;  // 10 days are left, 14 are asked for
  EXPECT_FALSE(recovery(curve, flat(30))->to_90.has_value());
}

TEST(Recovery, is_not_read_from_a_curve_with_a_missing_day) {
  std::vector<double> curve = flat(5);
  curve[3] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(recovery(curve, flat(5)).has_value());
}

TEST(Resilience, counts_censored_replicates_and_lets_them_outlast_all_others) {
  const std::vector<double> twin = flat(40);
  const std::vector<std::optional<Recovery>> replicates{recovery(triangle(40, 10, 0.5), twin),
                                                        recovery(triangle(40, 20, 0.5), twin),
                                                        recovery(flat(40, 0.5), twin), std::nullopt};
  const Resilience result = resilience(replicates);
  EXPECT_EQ(result.to_90.count, 3U);
  EXPECT_EQ(result.to_90.not_recovered, 1U);
  EXPECT_EQ(result.to_90.median, 16);  // of 8, 16 and never
  EXPECT_TRUE(std::isnan(result.loss[3]));
  EXPECT_EQ(result.loss.size(), 4U);
}

TEST(Resilience, has_no_median_time_when_half_have_not_recovered) {
  const std::vector<double> twin = flat(40);
  const std::vector<std::optional<Recovery>> replicates{recovery(triangle(40, 10, 0.5), twin),
                                                        recovery(flat(40, 0.5), twin)};
  EXPECT_FALSE(resilience(replicates).to_90.median.has_value());
}

}  // namespace
}  // namespace essaim::design
