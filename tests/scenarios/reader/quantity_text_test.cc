// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/quantity_text.h"

#include <gtest/gtest.h>

#include "engine/core/unit.h"
#include "scenarios/reader/names.h"

namespace essaim::reader {

namespace {

TEST(QuantityText, splits_number_and_unit_with_or_without_a_space) {
  for (const char* text : {"12.5 %", "12.5%", " 12.5  % ", "+12.5 %", "1.25e1 %"}) {
    const auto quantity = split_quantity(text);
    ASSERT_TRUE(quantity) << text;
    EXPECT_EQ(quantity->value, 12.5) << text;
    EXPECT_EQ(quantity->unit, "%") << text;
  }
  for (const char* text : {"", "days", "-", "inf days", "nan", ".5 km", "1e999", "0x10 km days"}) {
    const auto quantity = split_quantity(text);
    EXPECT_TRUE(!quantity || !to_canonical(quantity->value, quantity->unit, "km")) << text;
  }
}

TEST(QuantityText, gives_the_same_bits_for_the_same_amount_in_any_spelling) {
  for (int i = 0; i <= 1'000; ++i) {
    const double percent = i / 10.0;
    EXPECT_EQ(to_canonical(percent, "%", "1"), percent / 100) << percent;
  }
  EXPECT_EQ(to_canonical(7, "%", "1"), 0.07);
  EXPECT_EQ(to_canonical(36, "hours", "days"), 1.5);
  EXPECT_EQ(to_canonical(350, "g", "kg"), 0.35);
  EXPECT_EQ(to_canonical(2, "weeks", "days"), 14);
  EXPECT_EQ(to_canonical(3, "kg", "days"), std::nullopt);
}

TEST(QuantityText, goes_round_through_text_in_every_unit) {
  for (const UnitSpelling& spelling : unit_spellings()) {
    for (const double value : {0.0, 1.0, 0.1, 12.0, 1234567.891, 1e-9, -3.25, 1.0 / 3.0}) {
      const std::string text = number_text(value) + " " + std::string{spelling.text == "1" ? "" : spelling.text};
      const auto quantity = split_quantity(text);
      ASSERT_TRUE(quantity) << text;
      EXPECT_EQ(quantity->value, value) << text;
      const auto canonical = to_canonical(quantity->value, quantity->unit, spelling.canonical);
      ASSERT_TRUE(canonical) << text;
      EXPECT_NEAR(from_canonical(*canonical, spelling.text, spelling.canonical), value, 1e-12 * (1 + std::abs(value)))
          << text;
    }
  }
}

TEST(QuantityText, writes_numbers_as_people_do) {
  EXPECT_EQ(number_text(1'000'000), "1000000");
  EXPECT_EQ(number_text(0.15), "0.15");
  EXPECT_EQ(rounded_text(0.1 + 0.2), "0.3");
  EXPECT_EQ(quantity_text(12, "days"), "12 days");
  EXPECT_EQ(quantity_text(0.5, "1"), "0.5");
}

TEST(Names, are_near_when_letters_are_missing_swapped_or_wrong) {
  EXPECT_EQ(edit_distance("capacity", "capcity"), 1u);
  EXPECT_EQ(edit_distance("heatwave", "haetwave"), 1u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  const std::vector<std::string> names = {"seed", "site", "start"};
  EXPECT_EQ(nearest_name("sead", names), "seed");
  EXPECT_EQ(nearest_name("sites", names), "site");
  EXPECT_EQ(nearest_name("wind", names), "");
}

TEST(Names, fit_patterns_with_stars) {
  EXPECT_TRUE(matches("food.insecure_share", "food.*"));
  EXPECT_TRUE(matches("food.insecure_share", "*share"));
  EXPECT_TRUE(matches("food.insecure_share", "f?od*_*"));
  EXPECT_FALSE(matches("food.insecure_share", "food"));
  EXPECT_FALSE(matches("food", "food.*"));
}

}  // namespace

}  // namespace essaim::reader
