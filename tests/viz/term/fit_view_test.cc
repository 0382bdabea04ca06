// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/fit_view.h"

#include <gtest/gtest.h>

namespace essaim::term {
namespace {

TEST(Fit, shows_sourced_margins_alone_and_no_count_below_eleven) {
  design::StudySite site;
  site.fit = {{"population", "persons", 602, 596, true},
              {"care_home_residents", "persons", 8, 7, true},
              {"flats", "1", 0, 0.1, true},
              {"poverty_rate", "1", 0.14, 0.15, false}};
  const FitWords words = fit_words(site, Locale{Language::fr});
  ASSERT_EQ(words.rows.size(), 3U);
  EXPECT_EQ(words.rows[0].margin, "habitants (personnes)");
  EXPECT_EQ(words.rows[0].known, "602");
  EXPECT_EQ(words.rows[0].gap, "−1,0\u202F%");
  EXPECT_EQ(words.rows[1].known, "< 11");
  EXPECT_EQ(words.rows[1].drawn, "< 11");
  EXPECT_EQ(words.rows[1].gap, "–") << "a gap would give the count away";
  EXPECT_EQ(words.rows[2].gap, "–") << "there is no gap to zero in percent";
  EXPECT_EQ(words.guessed, "taux de pauvreté");
}

}  // namespace
}  // namespace essaim::term
