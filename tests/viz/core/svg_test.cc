// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/svg.h"

#include <gmock/gmock.h>

#include <array>
#include <cmath>

#include "viz/core/ramp.h"
#include "viz/core/text_width.h"

namespace essaim::plot {
namespace {

TEST(Svg, writes_numbers_with_two_decimals_at_most) {
  EXPECT_EQ(number(12), "12");
  EXPECT_EQ(number(1.2345), "1.23");
  EXPECT_EQ(number(-0.001), "0");
  EXPECT_EQ(number(-1.5), "-1.5");
  EXPECT_EQ(number(std::nan("")), "0") << "never a word where a number should be";
}

TEST(Svg, escapes_what_people_write) {
  EXPECT_EQ(escaped("<a href=\"x\">l'été & co\n"), "&lt;a href=&quot;x&quot;&gt;l'été &amp; co");
  Svg svg;
  svg.text({1, 2, 3, "<script>"});
  const std::string figure = svg.finish(10, 10, "fr", "a & b", "c < d");
  EXPECT_THAT(figure, testing::Not(testing::HasSubstr("<script>")));
  EXPECT_THAT(figure, testing::HasSubstr("<title id=\"title\">a &amp; b</title>"));
  EXPECT_THAT(figure, testing::HasSubstr("<desc id=\"desc\">c &lt; d</desc>"));
  EXPECT_THAT(figure, testing::HasSubstr("role=\"img\""));
}

TEST(Text, is_wrapped_to_a_width_and_keeps_all_words) {
  const std::string text = "Plan imaginaire, aux chiffres de la commune : rues, maisons et lieux sont tirés au sort.";
  std::string joined;
  for (const std::string& line : wrapped(text, 40, 2.8)) {
    EXPECT_LE(text_width(line, 2.8), 40) << line;
    EXPECT_FALSE(line.starts_with(":")) << "no line begins with a sign";
    joined += (joined.empty() ? "" : " ") + line;
  }
  EXPECT_EQ(joined, text);
}

TEST(Text, has_a_box_around_its_anchor) {
  const Box middle = box_of({10, 10, 3, "mairie", false, Anchor::middle});
  EXPECT_NEAR(middle.centre().x, 10, 1e-9);
  EXPECT_NEAR(box_of({10, 10, 3, "mairie", false, Anchor::end}).right(), 10, 1e-9);
}

TEST(Classes, have_round_ends_that_hold_every_value) {
  const std::array<double, 3> values = {12.3, 17.9, 31.0};
  const Classes classes{values};
  ASSERT_GE(classes.count(), 2u);
  ASSERT_LE(classes.count(), 5u);
  for (const double value : values) {
    EXPECT_LE(classes.low(classes.of(value)), value);
    EXPECT_GE(classes.high(classes.of(value)), value);
  }
  EXPECT_LE(classes.low(0), 12.3);
  EXPECT_EQ(classes.decimals(), 0);
}

TEST(Classes, may_be_one_or_none) {
  EXPECT_EQ(Classes{std::span<const double>{}}.count(), 0u);
  const std::array<double, 2> zeros = {0, 0};
  EXPECT_EQ(Classes{zeros}.count(), 1u);
  const std::array<double, 2> nothing = {std::nan(""), std::nan("")};
  EXPECT_EQ(Classes{nothing}.count(), 0u);
}

TEST(Classes, ramp_colours_get_ever_darker) {
  for (const std::size_t count : {2u, 3u, 4u, 5u}) {
    double before = 1e9;
    for (std::size_t i = 0; i < count; ++i) {
      const unsigned long rgb = std::stoul(std::string{ramp_colour(i, count).substr(1)}, nullptr, 16);
      const double light = 0.299 * static_cast<double>(rgb >> 16) + 0.587 * static_cast<double>((rgb >> 8) & 255) +
                           0.114 * static_cast<double>(rgb & 255);
      EXPECT_LT(light, before - 10) << "of " << count << ", class " << i;
      before = light;
    }
  }
}

TEST(Lengths, are_1_2_or_5_times_a_power_of_ten) {
  EXPECT_EQ(nice_above(0.3), 0.5);
  EXPECT_EQ(nice_above(1.01), 2);
  EXPECT_EQ(nice_above(700), 1'000);
}

}  // namespace
}  // namespace essaim::plot
