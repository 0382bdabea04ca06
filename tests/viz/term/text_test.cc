// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/text.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "viz/term/table.h"

namespace essaim::term {
namespace {

TEST(Width, counts_what_is_seen_rather_than_bytes) {
  EXPECT_EQ(width("Saillans"), 8U);
  EXPECT_EQ(width("Langouët"), 8U);
  EXPECT_EQ(width("e\u0301"), 1U);     // e and a combining accent
  EXPECT_EQ(width("1\u202F234"), 5U);  // narrow no-break space
  EXPECT_EQ(width("▁▂▃"), 3U);
  EXPECT_EQ(width("蜂群"), 4U);
  EXPECT_EQ(width("\xC3"), 1U);  // a sequence cut short is not read past its end
}

TEST(Padded, aligns_accented_names) {
  EXPECT_EQ(padded("Mené", 6, Align::left), "Mené  ");
  EXPECT_EQ(padded("Mené", 6, Align::right), "  Mené");
  EXPECT_EQ(padded("Mené", 2, Align::left), "Mené");
}

TEST(Shortened, ends_with_an_ellipsis_that_fits) {
  EXPECT_EQ(shortened("Mouans-Sartoux", 20), "Mouans-Sartoux");
  EXPECT_EQ(shortened("éééééé", 4), "ééé…");
}

TEST(Wrapped, breaks_at_spaces_and_indents) {
  EXPECT_EQ(wrapped("un deux trois quatre", 9, 2), "un deux\n  trois\n  quatre");
  EXPECT_EQ(wrapped("anticonstitutionnellement", 5), "anticonstitutionnellement");
}

TEST(Sparkline, goes_from_the_lowest_to_the_highest_value) {
  EXPECT_EQ(sparkline(std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7}, 20), "▁▂▃▄▅▆▇█");
  EXPECT_EQ(sparkline(std::vector<double>{0, 0, 8, 8}, 2), "▁█");
  EXPECT_EQ(sparkline(std::vector<double>{3, 3}, 20), "▁▁");
  EXPECT_EQ(sparkline(std::vector<double>{1, std::numeric_limits<double>::quiet_NaN(), 2}, 20), "▁ █");
  EXPECT_EQ(sparkline({}, 20), "");
}

TEST(Colours, need_a_terminal_and_a_user_who_wants_them) {
  EXPECT_EQ(colours_for(true, nullptr), Colours::on);
  EXPECT_EQ(colours_for(true, ""), Colours::on);
  EXPECT_EQ(colours_for(true, "1"), Colours::off);
  EXPECT_EQ(colours_for(false, nullptr), Colours::off);
  EXPECT_EQ(painted("effet", Tone::good, Colours::off), "effet");
  EXPECT_EQ(painted("effet", Tone::good, Colours::on), "\033[32meffet\033[0m");
}

TEST(Table, aligns_by_width_whatever_the_colours) {
  Table table{{{"Site", Align::left}, {"écart", Align::right}}};
  table.add({"Langouët", {"−2,2", Tone::good}});
  table.add({"Dieulefit", "1\u202F234,0"});
  EXPECT_EQ(table.text(Colours::off),
            "Site         écart\n"
            "Langouët      −2,2\n"
            "Dieulefit  1\u202F234,0\n");
  EXPECT_EQ(table.text(Colours::on),
            "\033[1mSite\033[0m         \033[1mécart\033[0m\n"
            "Langouët      \033[32m−2,2\033[0m\n"
            "Dieulefit  1\u202F234,0\n");
}

}  // namespace
}  // namespace essaim::term
