// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/compare_words.h"

#include <gtest/gtest.h>

#include "made_up_study.h"
#include "viz/term/study_reader.h"

namespace essaim::term {
namespace {

design::Spread happening(std::size_t times, std::size_t of) {
  design::Spread spread;
  spread.occurrences = times;
  spread.count = of;
  return spread;
}

TEST(RareEvent, happens_in_fewer_than_half_of_the_draws_of_either_side_but_happens) {
  EXPECT_TRUE(is_rare_event(happening(3, 20), happening(1, 20)));
  EXPECT_TRUE(is_rare_event(happening(3, 20), happening(0, 20)));
  EXPECT_TRUE(is_rare_event(happening(0, 20), happening(9, 20)));
  EXPECT_FALSE(is_rare_event(happening(0, 20), happening(0, 20))) << "what never happens is a plain zero";
  EXPECT_FALSE(is_rare_event(happening(3, 20), happening(10, 20)));
  EXPECT_FALSE(is_rare_event(happening(20, 20), happening(1, 20)));
  EXPECT_FALSE(is_rare_event(happening(0, 0), happening(0, 0)));
  EXPECT_TRUE(is_rare_event(happening(2, 20), happening(0, 0))) << "one side alone may be there";
}

TEST(RareEvent, is_counted_in_every_column) {
  const design::Study study = made_up_study();
  const std::vector<design::Compared> rows = design::compare(study, 0);
  const Locale french{Language::fr};
  const ValueFormat format = format_for(french, study.indicators[0], rows);
  ASSERT_TRUE(is_rare_event(rows.front()));
  EXPECT_EQ(without_text(format, rows.front()), "1/4");
  EXPECT_EQ(with_text(format, rows.front()), "1/4");
  EXPECT_EQ(crisis_text(format, rows.front()), "1/4 → 1/4");
  EXPECT_EQ(everyday_text(format, rows.front()), "1/4 → 1/4");
  EXPECT_EQ(interaction_text(format, french, rows.front()), "–");
  EXPECT_EQ(format.level(rows.front().without, "1"), "1/4") << "a number of draws has no unit";
}

TEST(Study, that_keeps_its_last_series_reads_each_once) {
  design::Study study = made_up_study();
  std::vector<std::size_t> read;
  study.load = [&read, load = study.load](std::size_t indicator) {
    read.push_back(indicator);
    return load(indicator);
  };
  const design::Study kept = keeping_last_series(study);
  (void)kept.load(1);
  EXPECT_EQ(kept.load(1).values.size(), study.points.size() * study.replicates * study.days);
  (void)kept.load(0);
  EXPECT_EQ(read, (std::vector<std::size_t>{1, 0}));
}

}  // namespace
}  // namespace essaim::term
