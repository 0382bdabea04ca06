// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <string>

#include "golden.h"
#include "viz/term/locale.h"
#include "viz/term/number_text.h"
#include "viz/term/value_format.h"

// The page writes numbers in TypeScript: tests/web/format_test.ts compares its texts with those written here.

namespace essaim::term {
namespace {

TEST(NumberTexts, are_these_in_the_page_too) {
  const Locale french{Language::fr};
  std::string text;
  const auto add = [&](double value, int decimals) {
    text += fmt::format("{}[{}, {}, \"{}\", \"{}\"]", text.empty() ? "[\n" : ",\n", value, decimals,
                        french.number(value, decimals), french.shortest(value));
  };
  // Half-way values that binary numbers hold exactly, then those that only look half-way.
  for (const double value : {0.5, 1.5, 2.5, 3.5, -0.5, -2.5, 1234.5, 1235.5, 0.0, 4503599627370496.5}) add(value, 0);
  for (const double value : {0.25, 0.75, 0.125, 0.375, 2.25, -12.25, 12.75}) add(value, 1);
  for (const double value : {0.125, 0.375, 0.625, 5.125, 1.005, 2.675, 0.145, 1e21}) add(value, 2);
  for (const double value : {0.0625, 0.1875, 0.3125, 7.0005, 0.0005, 1e-7, 123456.0625}) add(value, 3);
  for (int i = 0; i < 60; ++i) add(i * 0.0625 - 1.9, i % 4), add(static_cast<double>(i * i) / 16, i % 3);
  expect_golden("numbers.json", text + "\n]\n");
}

TEST(NumberTexts, have_the_digits_of_fmt_for_any_number) {
  std::uint64_t state = 2026;
  const auto next = [&] { return state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U; };  // Knuth
  for (int i = 0; i < 20'000; ++i) {
    const double any = std::fabs(std::bit_cast<double>(next()));
    const double half_way = static_cast<double>(next() >> 40U) / 64;
    const int decimals = static_cast<int>(next() >> 61U);
    for (const double size : {any, half_way, half_way / 1e5}) {
      if (!std::isfinite(size)) continue;
      ASSERT_EQ(fixed_text(size, decimals), fmt::format("{:.{}f}", size, decimals)) << size << " " << decimals;
    }
  }
  EXPECT_EQ(fixed_text(0, 2), "0.00");
  EXPECT_EQ(fixed_text(9.995, 2), "9.99");
  EXPECT_EQ(fixed_text(5e-324, 3), "0.000");
}

TEST(Units, are_those_of_the_language_for_every_view) {
  EXPECT_EQ(unit_text(Locale{Language::fr}, "measures"), "mesures");
  EXPECT_EQ(unit_text(Locale{Language::en}, "works"), "works");
  EXPECT_EQ(unit_text(Locale{Language::fr}, "parsec"), "parsec") << "a unit without a word is its own";
}

}  // namespace
}  // namespace essaim::term
