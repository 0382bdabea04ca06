// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/spread.h"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>
#include <vector>

namespace essaim::design {
namespace {

std::vector<double> one_to(int n) {
  std::vector<double> values(static_cast<std::size_t>(n));
  std::iota(values.begin(), values.end(), 1);
  return values;
}

TEST(Spread, gives_extremes_below_19_replicates_and_never_quantiles) {
  const Spread eighteen = spread(one_to(18));
  EXPECT_EQ(eighteen.kind, Spread::Kind::extremes);
  EXPECT_EQ(eighteen.low, 1);
  EXPECT_EQ(eighteen.high, 18);
  const Spread nineteen = spread(one_to(19));
  EXPECT_EQ(nineteen.kind, Spread::Kind::interval);
  EXPECT_DOUBLE_EQ(nineteen.low, 1.9);
  EXPECT_DOUBLE_EQ(nineteen.high, 18.1);
  EXPECT_EQ(nineteen.median, 10);
}

TEST(Spread, counts_a_rare_event_in_place_of_its_median) {
  const Spread result = spread(std::vector<double>{0, 0, 4, 0, 2});
  EXPECT_EQ(result.kind, Spread::Kind::rare);
  EXPECT_EQ(result.occurrences, 2U);
  EXPECT_EQ(result.count, 5U);
}

TEST(Spread, calls_what_happens_half_of_the_time_common_and_what_never_happens_zero) {
  EXPECT_EQ(spread(std::vector<double>{0, 0, 4, 2}).kind, Spread::Kind::extremes);
  EXPECT_EQ(spread(std::vector<double>{0, 0, 0, 0}).kind, Spread::Kind::extremes);
}

TEST(Spread, counts_only_replicates_that_have_a_value) {
  constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(spread(std::vector<double>{nothing, 3}).count, 1U);
  EXPECT_EQ(spread(std::vector<double>{nothing}).kind, Spread::Kind::none);
}

TEST(HiddenCount, hides_one_to_ten_households) {
  EXPECT_FALSE(is_hidden_count(0));
  EXPECT_TRUE(is_hidden_count(1));
  EXPECT_TRUE(is_hidden_count(10.9));
  EXPECT_TRUE(is_hidden_count(-3));
  EXPECT_FALSE(is_hidden_count(11));
}

}  // namespace
}  // namespace essaim::design
