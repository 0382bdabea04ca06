// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/equity.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace essaim::design {
namespace {

using testing::ElementsAre;

/// One site, one measure, 2 replicates of 4 days, a shock on day 2. Share in need in the crisis, without the measure:
/// 0.40, 0.20 and 0.10 from the poorest third to the richest, and 0.20, 0.20 and 0.10 with it; 0.10 without shocks for
/// the first two, 0 for the richest. Hamlets are too few to be read.
Study small_study() {
  Study study;
  study.days = 4;
  study.replicates = 2;
  study.shock_day = 2;
  study.sites.resize(1);
  study.variants = {{"baseline", ""}, {"grocer", "Épicerie"}};
  study.points = {
      {0, 0, StudyArm::shocks}, {0, 0, StudyArm::no_shocks}, {0, 1, StudyArm::shocks}, {0, 1, StudyArm::no_shocks}};
  StudyIndicator share;
  share.name = "food.insecure_share";
  share.unit = "1";
  share.better = Better::down;
  share.by_group = true;
  study.indicators = {share};
  study.groups = {{"income_low", "income", "", ""},
                  {"income_middle", "income", "", ""},
                  {"income_high", "income", "", ""},
                  {"zone_hamlets", "zone", "", ""}};
  study.load_group = [](std::size_t, std::size_t group) {
    constexpr double crisis[2][3] = {{0.40, 0.20, 0.10}, {0.20, 0.20, 0.10}};  // [variant][third]
    Series series{4, 2, 4, {}};
    for (std::size_t point = 0; point < 4; ++point) {
      for (std::size_t i = 0; i < 8; ++i) {
        const double quiet = group == 2 ? 0 : 0.10;
        const double value = point % 2 == 1 || i % 4 < 2 ? quiet : crisis[point / 2][group % 3];
        series.values.push_back(group == 3 ? std::numeric_limits<double>::quiet_NaN() : value);
      }
    }
    return series;
  };
  return study;
}

TEST(Equity, reads_the_effect_and_the_loss_of_each_group) {
  const std::vector<Equity> rows = equity(small_study(), 0);
  ASSERT_EQ(rows.size(), 1u);
  ASSERT_EQ(rows[0].groups.size(), 4u);
  EXPECT_NEAR(rows[0].groups[0].crisis.mean, -0.20, 1e-12);
  EXPECT_NEAR(rows[0].groups[2].crisis.mean, 0, 1e-12);
  EXPECT_THAT(rows[0].groups[0].loss_without,
              ElementsAre(testing::DoubleNear(0.6, 1e-12), testing::_));  // 2 days of .3
  EXPECT_THAT(rows[0].groups[0].loss_with, ElementsAre(testing::DoubleNear(0.2, 1e-12), testing::_));
}

TEST(Equity, shares_the_loss_between_the_thirds) {
  const Equity row = equity(small_study(), 0).front();
  ASSERT_TRUE(row.without && row.with_measure);
  EXPECT_NEAR(row.without->poorest.mean, 0.6, 1e-12);
  EXPECT_NEAR(row.without->richest.mean, 0.2, 1e-12);
  EXPECT_NEAR(row.without->ratio.value(), 3, 1e-9);
  EXPECT_NEAR(row.without->borne_by_poorest.median, 0.6, 1e-9) << "0.6 of 0.6 + 0.2 + 0.2";
  EXPECT_EQ(row.without->borne_by_poorest.kind, Spread::Kind::extremes);
  EXPECT_NEAR(row.with_measure->ratio.value(), 1, 1e-9);
  EXPECT_NEAR(row.with_measure->borne_by_poorest.median, 1.0 / 3, 1e-9);
}

TEST(Equity, says_nothing_of_a_group_that_is_too_small) {
  const Equity row = equity(small_study(), 0).front();
  EXPECT_EQ(row.groups[3].crisis.count, 0u);
  EXPECT_TRUE(std::isnan(row.groups[3].loss_without[0]));
}

TEST(Equity, has_no_ratio_where_the_richest_lose_nothing) {
  Study study = small_study();
  study.load_group = [](std::size_t, std::size_t) { return Series{4, 2, 4, std::vector<double>(32, 0.5)}; };
  const Equity row = equity(study, 0).front();
  ASSERT_TRUE(row.without);
  EXPECT_FALSE(row.without->ratio);
  EXPECT_EQ(row.without->borne_by_poorest.count, 0u);
}

TEST(Equity, is_empty_for_an_indicator_that_is_not_read_by_group) {
  Study study = small_study();
  study.indicators[0].by_group = false;
  EXPECT_TRUE(equity(study, 0).empty());
}

TEST(Equity, joins_the_groups_of_several_files) {
  Study other = small_study();
  other.sites[0].id = "elsewhere";
  const Study both = join({small_study(), other});
  EXPECT_EQ(both.load_group(0, 1).points, 8u);
  const std::vector<Equity> rows = equity(both, 0);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1].groups[0].crisis.mean, rows[0].groups[0].crisis.mean);
}

}  // namespace
}  // namespace essaim::design
