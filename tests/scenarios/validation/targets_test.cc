// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "scenarios/validation/target.h"

// The committed table by itself: complete, in both languages, honest about what was fitted.

namespace essaim::validation {
namespace {

bool complete(const Words& words) { return !words.fr.empty() && !words.en.empty(); }

TEST(Targets, have_unique_ids_under_a_theme) {
  std::set<std::string_view> seen;
  for (const Target& target : targets()) {
    EXPECT_TRUE(seen.insert(target.id).second) << target.id << " stands twice";
    EXPECT_NE(target.id.find('.'), std::string_view::npos) << target.id;
  }
}

TEST(Targets, say_what_they_are_why_that_tolerance_and_where_from_in_both_languages) {
  for (const Target& target : targets()) {
    EXPECT_TRUE(complete(target.says)) << target.id;
    EXPECT_TRUE(complete(target.reason)) << target.id;
    EXPECT_FALSE(target.source.empty()) << target.id;
    EXPECT_EQ(target.unit.fr.empty(), target.unit.en.empty()) << target.id;
    EXPECT_EQ(target.note.fr.empty(), target.note.en.empty()) << target.id;
  }
}

TEST(Targets, are_intervals_that_some_value_can_miss) {
  for (const Target& target : targets()) {
    EXPECT_LE(target.low, target.high) << target.id;
    EXPECT_GE(target.tolerance, 0) << target.id;
    EXPECT_TRUE(std::isfinite(target.tolerance)) << target.id;
    EXPECT_TRUE(std::isfinite(target.low) || std::isfinite(target.high)) << target.id;
  }
}

TEST(Targets, that_were_fitted_are_of_the_half_that_may_be) {
  for (const Target& target : targets()) {
    EXPECT_TRUE(target.use != Use::fitted || may_be_fitted(target.id)) << target.id;
  }
}

TEST(Targets, that_are_no_evidence_say_why) {
  for (const Target& target : targets()) {
    EXPECT_TRUE(target.use == Use::held_out || complete(target.note)) << target.id;
  }
}

TEST(Targets, hold_some_figures_out) {
  std::size_t held_out = 0;
  for (const Target& target : targets()) held_out += target.use == Use::held_out;
  EXPECT_GE(held_out, 5u);
}

TEST(MayBeFitted, follows_the_last_hexadecimal_digit_of_sha_256) {
  EXPECT_TRUE(may_be_fitted("food.insecure_share"));
  EXPECT_TRUE(may_be_fitted("food.news_peak_day"));
  EXPECT_FALSE(may_be_fitted("food.news_week_after"));
  EXPECT_FALSE(may_be_fitted("population.income_q1"));
}

}  // namespace
}  // namespace essaim::validation
