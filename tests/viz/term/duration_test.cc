// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/duration.h"

#include <gtest/gtest.h>

namespace essaim::term {
namespace {

TEST(Duration, is_read_in_days_whatever_its_unit) {
  EXPECT_EQ(duration_days("12 days"), 12);
  EXPECT_EQ(duration_days("1 day"), 1);
  EXPECT_EQ(duration_days("36 hours"), 1.5);
  EXPECT_EQ(duration_days("2 weeks"), 14);
}

TEST(Duration, is_none_where_the_file_says_none) {
  for (const char* text : {"", "days", "12", "12days", "12 dayss", "-2 days", "nan days", "12 parsecs"}) {
    EXPECT_FALSE(duration_days(text)) << text;
  }
}

TEST(Duration, is_written_as_people_write_it) {
  const Locale french{Language::fr};
  const Locale english{Language::en};
  EXPECT_EQ(duration_text(french, "12 days"), "12 jours");
  EXPECT_EQ(duration_text(french, "36 hours"), "36 heures");
  EXPECT_EQ(duration_text(french, "1.5 hours"), "1,5 heure");
  EXPECT_EQ(duration_text(english, "1.5 hours"), "1.5 hours");
  EXPECT_EQ(duration_text(english, "1 days"), "1 day");
  EXPECT_EQ(duration_text(french, "for ever"), "for ever");
}

}  // namespace
}  // namespace essaim::term
