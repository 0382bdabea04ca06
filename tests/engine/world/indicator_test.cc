// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/world/indicator.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace essaim {
namespace {

TEST(Mark, is_written_as_one_of_the_three_words_of_pilot_files) {
  EXPECT_EQ(text(Mark::measured), "measured");
  EXPECT_EQ(text(Mark::published), "published");
  EXPECT_EQ(text(Mark::assumption), "assumption");
}

TEST(Indicator, names_its_aim_and_direction_as_results_files_do) {
  const std::set<std::string_view> aims{text(Aim::none), text(Aim::sobriety), text(Aim::solidarity),
                                        text(Aim::resilience)};
  EXPECT_EQ(aims, (std::set<std::string_view>{"none", "sobriety", "solidarity", "resilience"}));
  EXPECT_EQ(text(Better::up), "up");
  EXPECT_EQ(text(Better::down), "down");
  EXPECT_EQ(text(Better::neither), "neither");
}

}  // namespace
}  // namespace essaim
