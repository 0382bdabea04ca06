// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/verdict.h"

#include <gtest/gtest.h>

#include <limits>

namespace essaim::design {
namespace {

Estimate estimate(double low, double high) { return {(low + high) / 2, low, high, 20}; }

TEST(Verdict, is_an_effect_when_the_interval_lies_beyond_what_matters) {
  EXPECT_EQ(judge(estimate(1.2, 2.0), 1), Verdict::effect);
  EXPECT_EQ(judge(estimate(-2.0, -1.2), 1), Verdict::effect);
}

TEST(Verdict, is_no_effect_when_the_interval_lies_within_what_matters) {
  EXPECT_EQ(judge(estimate(-0.9, 0.9), 1), Verdict::no_effect);
  EXPECT_EQ(judge(estimate(0.2, 0.6), 1), Verdict::no_effect);  // sure to be there, sure to be too small
  EXPECT_EQ(judge(estimate(0, 0), 1), Verdict::no_effect);      // an inert measure
}

TEST(Verdict, is_undecided_otherwise) {
  EXPECT_EQ(judge(estimate(-0.5, 3), 1), Verdict::undecided);   // large, but zero is possible
  EXPECT_EQ(judge(estimate(0.1, 1.9), 1), Verdict::undecided);  // there, but perhaps too small to matter
  EXPECT_EQ(judge(estimate(-1, 1), 1), Verdict::undecided);     // touches what matters
}

TEST(Verdict, is_undecided_with_one_replicate) {
  constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(judge({50, nothing, nothing, 1}, 1), Verdict::undecided);
}

TEST(Direction, follows_what_is_better_for_people) {
  EXPECT_EQ(direction(-1, Better::down), Direction::better);
  EXPECT_EQ(direction(-1, Better::up), Direction::worse);
  EXPECT_EQ(direction(0, Better::up), Direction::neither);
  EXPECT_EQ(direction(3, Better::neither), Direction::neither);
}

}  // namespace
}  // namespace essaim::design
