// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "models/catalogue/catalogue.h"
#include "viz/term/value_format.h"

namespace essaim::term {
namespace {

/// Written in words, and in percent if, and only if, its numbers are shown a hundred times as large.
void expect_words(const std::string& unit, const std::string& whose) {
  for (const Language language : {Language::fr, Language::en}) {
    const Locale locale{language};
    EXPECT_TRUE(unit.empty() || locale.knows("unit." + unit)) << whose << ": no words for the unit " << unit;
    EXPECT_EQ(unit_text(locale, unit).starts_with("%"), display_factor(unit) == 100) << whose << ", in " << unit;
  }
}

TEST(UnitText, says_the_unit_of_every_assumption_that_a_room_may_contest) {
  for (const catalogue::ParameterInfo& info : catalogue::parameter_infos()) {
    const Range plausible = info.field.plausible;
    if (info.field.mark != Mark::assumption || plausible.low >= plausible.high) continue;
    const Range allowed = info.field.allowed;
    expect_words(std::string{parameter_unit(info.unit, allowed.low, allowed.high)}, info.name);
  }
}

TEST(UnitText, says_the_unit_of_every_size_of_a_measure) {
  for (const commune::ActionInfo& info : catalogue::measure_infos()) {
    if (commune::own_settings(info) > 0) expect_words(std::string{info.settings[0].unit}, std::string{info.name});
  }
}

TEST(UnitText, says_the_unit_of_every_indicator) {
  for (const IndicatorInfo& info : catalogue::indicator_infos()) {
    expect_words(std::string{info.unit}, std::string{info.name});
  }
}

TEST(UnitText, shows_in_percent_what_is_a_share_alone) {
  EXPECT_EQ(parameter_unit("1", 0, 1), "1");
  EXPECT_EQ(parameter_unit("1", 2, 20), "") << "ties of a household";
  EXPECT_EQ(parameter_unit("1", -10, 10), "") << "a constant of a choice";
  EXPECT_EQ(parameter_unit("days", 0, 90), "days");
  EXPECT_EQ(display_factor("1/degC"), 100);
  EXPECT_EQ(display_factor(""), 1);
}

}  // namespace
}  // namespace essaim::term
