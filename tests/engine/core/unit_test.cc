// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/unit.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

namespace essaim {
namespace {

TEST(Convert, brings_spellings_to_the_canonical_unit) {
  EXPECT_EQ(convert(12, "days", "days"), 12);
  EXPECT_EQ(convert(2, "weeks", "days"), 14);
  EXPECT_DOUBLE_EQ(convert(36, "hours", "days").value(), 1.5);
  EXPECT_DOUBLE_EQ(convert(90, "min", "h").value(), 1.5);
  EXPECT_EQ(convert(2, "t", "kg"), 2'000);
  EXPECT_DOUBLE_EQ(convert(450, "g", "kg").value(), 0.45);
  EXPECT_EQ(convert(100, "EUR/month", "EUR/year"), 1'200);
  EXPECT_EQ(convert(3, "km2", "ha"), 300);
  EXPECT_EQ(convert(39, "°C", "degC"), 39);
  EXPECT_EQ(convert(1, "household", "households"), 1);
}

TEST(Convert, reads_shares_as_percent_points_or_pure_numbers) {
  EXPECT_DOUBLE_EQ(convert(25, "%", "1").value(), 0.25);
  EXPECT_DOUBLE_EQ(convert(0.5, "points", "1").value(), 0.005);
  EXPECT_DOUBLE_EQ(convert(1, "point", "1").value(), 0.01);
  EXPECT_EQ(convert(0.25, "1", "1"), 0.25);
}

TEST(Convert, reads_one_spelling_by_what_is_asked_for) {
  EXPECT_EQ(convert(48, "hours", "days"), 48 * (1.0 / 24.0));
  EXPECT_EQ(convert(48, "hours", "h"), 48);
  EXPECT_EQ(convert(48, "hours", "min"), 48 * 60);
}

TEST(Convert, refuses_another_dimension) {
  EXPECT_FALSE(convert(1, "kg", "EUR"));
  EXPECT_FALSE(convert(1, "EUR", "EUR/kg"));
  EXPECT_FALSE(convert(1, "persons", "households"));
  EXPECT_FALSE(convert(1, "%", "degC"));
  EXPECT_FALSE(convert(1, "kg", "1"));
}

TEST(Convert, refuses_an_unknown_unit) {
  for (const char* unit : {"", "stone", "KG", "kg ", "Days", "%%"}) EXPECT_FALSE(convert(1, unit, "kg")) << unit;
  EXPECT_FALSE(convert(1, "kg", "stone"));
}

TEST(UnitSpellings, are_each_said_once_with_a_positive_factor) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const UnitSpelling& s : unit_spellings()) {
    EXPECT_TRUE(seen.emplace(s.text, s.canonical).second) << s.text << " to " << s.canonical;
    EXPECT_GT(s.factor, 0) << s.text;
  }
}

TEST(UnitSpellings, include_each_canonical_symbol_unchanged) {
  for (const UnitSpelling& s : unit_spellings()) {
    EXPECT_EQ(convert(7.25, s.canonical, s.canonical), 7.25) << s.canonical;
  }
}

}  // namespace
}  // namespace essaim
