// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/statistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace essaim::design {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

TEST(Quantile, is_type_7_of_hyndman_and_fan) {
  // R: quantile(c(1, 2, 4, 8, 16), c(.05, .25, .5, .9), type = 7)  ->  1.2  2  4  12.8
  const std::vector<double> values{16, 1, 8, 2, 4};
  EXPECT_DOUBLE_EQ(quantile(values, 0.05), 1.2);
  EXPECT_DOUBLE_EQ(quantile(values, 0.25), 2);
  EXPECT_DOUBLE_EQ(quantile(values, 0.5), 4);
  EXPECT_DOUBLE_EQ(quantile(values, 0.9), 12.8);
  EXPECT_DOUBLE_EQ(quantile(values, 0), 1);
  EXPECT_DOUBLE_EQ(quantile(values, 1), 16);
}

TEST(Quantile, leaves_missing_values_out_and_says_nothing_of_nobody) {
  EXPECT_DOUBLE_EQ(quantile(std::vector<double>{nothing, 3, nothing, 5}, 0.5), 4);
  EXPECT_TRUE(std::isnan(quantile(std::vector<double>{nothing}, 0.5)));
}

TEST(Quantile, does_not_let_a_censored_neighbour_hide_a_value) {
  constexpr double never = std::numeric_limits<double>::infinity();
  EXPECT_EQ(quantile(std::vector<double>{2, 3, never}, 0.5), 3);
}

TEST(Mean, leaves_missing_values_out) {
  EXPECT_DOUBLE_EQ(mean(std::vector<double>{1, nothing, 2}), 1.5);
  EXPECT_TRUE(std::isnan(mean({})));
}

TEST(MeanInterval, is_students) {
  // Mean 3, standard deviation sqrt(2.5), t(0.975, 4) = 2.776445105: half width 2.776445 * sqrt(2.5 / 5) = 1.963243.
  const Estimate estimate = mean_interval(std::vector<double>{1, 2, 3, 4, 5});
  EXPECT_DOUBLE_EQ(estimate.mean, 3);
  EXPECT_NEAR(estimate.low, 3 - 1.9632432, 1e-6);
  EXPECT_NEAR(estimate.high, 3 + 1.9632432, 1e-6);
  EXPECT_EQ(estimate.count, 5U);
}

TEST(MeanInterval, of_two_values_is_that_of_cauchy) {
  // With one degree of freedom Student is Cauchy: t(0.975) = tan(0.475 pi) = 12.7062047; standard error of {0, 2} is 1.
  EXPECT_NEAR(mean_interval(std::vector<double>{0, 2}).high, 1 + std::tan(0.475 * M_PI), 1e-9);
}

TEST(MeanInterval, does_not_exist_for_one_replicate) {
  const Estimate estimate = mean_interval(std::vector<double>{7});
  EXPECT_EQ(estimate.mean, 7);
  EXPECT_FALSE(estimate.has_interval());
}

TEST(MeanInterval, of_equal_values_is_a_point) {
  const Estimate estimate = mean_interval(std::vector<double>(3, 0.1));
  EXPECT_EQ(estimate.low, estimate.high);
}

TEST(PairedDifference, is_much_narrower_than_the_unpaired_one_when_chance_is_shared) {
  const std::vector<double> without{10, 20, 30, 40};
  const std::vector<double> with{9, 18.9, 29.1, 39};
  const Estimate paired = paired_difference(with, without);
  const Estimate unpaired = unpaired_difference(with, without);
  EXPECT_NEAR(paired.mean, -1, 1e-12);
  EXPECT_NEAR(unpaired.mean, -1, 1e-12);
  EXPECT_LT(paired.high, 0);
  EXPECT_GT(unpaired.high, 0);
}

TEST(PairedDifference, drops_a_replicate_that_lacks_one_of_the_two) {
  const Estimate estimate = paired_difference(std::vector<double>{5, nothing, 7}, std::vector<double>{1, 2, 3});
  EXPECT_EQ(estimate.count, 2U);
  EXPECT_DOUBLE_EQ(estimate.mean, 4);
}

TEST(UnpairedDifference, is_welchs) {
  // Means 4 and 2; variances of the mean 4/3 and 1/3; df = (5/3)^2 / ((16/9 + 1/9) / 2) = 2.941176;
  // t(0.975, 2.941176) = 3.2186; half width 3.2186 * sqrt(5/3) = 4.1552.
  const Estimate estimate = unpaired_difference(std::vector<double>{2, 4, 6}, std::vector<double>{1, 2, 3});
  EXPECT_DOUBLE_EQ(estimate.mean, 2);
  EXPECT_NEAR(estimate.high, 2 + 4.155, 2e-3);
  EXPECT_NEAR(estimate.low, 2 - 4.155, 2e-3);
}

}  // namespace
}  // namespace essaim::design
