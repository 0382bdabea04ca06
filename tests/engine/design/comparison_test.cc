// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/comparison.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace essaim::design {
namespace {

using testing::ElementsAre;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// One site, one measure, 3 replicates of 4 days, a shock on day 2. In crisis the share of people in need is 0.20
/// without and 0.10 with the measure; in quiet times 0.05 and 0.04; the replicates differ by 0.01.
Study small_study() {
  Study study;
  study.days = 4;
  study.replicates = 3;
  study.shock_day = 2;
  study.matters = 0.005;
  study.sites.resize(1);
  study.variants = {{"baseline", ""}, {"grocer", "Épicerie"}};
  study.points = {
      {0, 0, StudyArm::shocks}, {0, 0, StudyArm::no_shocks}, {0, 1, StudyArm::shocks}, {0, 1, StudyArm::no_shocks}};
  StudyIndicator share;
  share.name = "food.insecure_share";
  share.unit = "1";
  share.better = Better::down;
  share.cell_methods = "time: mean";
  share.primary = true;
  study.indicators = {share};
  study.load = [](std::size_t) {
    Series series{4, 3, 4, {}};
    const double in_window[] = {0.20, 0.05, 0.10, 0.04};
    for (std::size_t point = 0; point < 4; ++point) {
      for (std::size_t r = 0; r < 3; ++r) {
        const double value = in_window[point] + 0.01 * static_cast<double>(r);
        for (const double day : {nothing, 0.9, value, value}) series.values.push_back(day);
      }
    }
    return series;
  };
  return study;
}

TEST(Reduction, adds_up_what_is_a_sum_over_the_day_and_averages_the_rest) {
  StudyIndicator indicator;
  for (const char* methods : {"time: mean", "time: point"}) {
    indicator.cell_methods = methods;
    EXPECT_EQ(reduction_of(indicator), Reduction::mean);
  }
  indicator.cell_methods = "time: sum";
  indicator.unit = "EUR";
  EXPECT_EQ(reduction_of(indicator), Reduction::sum);
  indicator.unit = "kg/day";  // the sum of days would no longer be kilograms a day
  EXPECT_EQ(reduction_of(indicator), Reduction::mean);
  const std::vector<double> days{1, nothing, 3};
  EXPECT_EQ(reduce(days, Reduction::sum), 4);
  EXPECT_EQ(reduce(days, Reduction::mean), 2);
  indicator.cell_methods = running_total;
  EXPECT_EQ(reduction_of(indicator), Reduction::last);
  EXPECT_EQ(reduce(std::vector<double>{5, 9, nothing}, Reduction::last), 9) << "the last day that has a value";
  EXPECT_TRUE(std::isnan(reduce(std::vector<double>{nothing}, Reduction::last)));
  EXPECT_TRUE(std::isnan(reduce(std::vector<double>{nothing}, Reduction::sum)));
}

TEST(Compare, reads_the_window_from_the_first_shock_on) {
  const Compared row = compare(small_study(), 0).front();
  EXPECT_NEAR(row.arms.without_in_crisis[0], 0.20, 1e-12);
  EXPECT_NEAR(row.without.median, 0.21, 1e-12);
}

TEST(Compare, gives_everyday_and_crisis_effect_and_their_interaction) {
  const Compared row = compare(small_study(), 0).front();
  EXPECT_NEAR(row.effects.everyday.mean, -0.01, 1e-12);
  EXPECT_NEAR(row.effects.crisis.mean, -0.10, 1e-12);
  EXPECT_NEAR(row.effects.interaction.mean, -0.09, 1e-12);
  EXPECT_EQ(row.verdict, Verdict::effect);
  EXPECT_EQ(row.better_in, 3U);
  EXPECT_EQ(row.pairs, 3U);
}

TEST(Compare, judges_primary_indicators_alone) {
  Study study = small_study();
  study.indicators[0].primary = false;
  EXPECT_FALSE(compare(study, 0).front().verdict.has_value());
}

TEST(Compare, reads_a_share_of_people_in_need_as_one_minus_a_performance) {
  const Compared row = compare(small_study(), 0).front();
  // Two days at 0.80 against the twin's 0.95.
  EXPECT_NEAR(row.resilience_without->loss[0], 0.30, 1e-12);
  EXPECT_NEAR(row.resilience_with->loss[0], 0.12, 1e-12);
}

TEST(Compare, does_not_read_a_ratio_above_1_as_a_performance) {
  Study study = small_study();
  const auto load = study.load;
  study.load = [load](std::size_t i) {
    Series series = load(i);
    for (double& value : series.values) value += 1;
    return series;
  };
  EXPECT_EQ(compare(study, 0).front().resilience_without->to_95.count, 0U);
}

TEST(Compare, says_nothing_where_the_twin_is_missing) {
  Study study = small_study();
  study.points[1].site = 7;
  const Compared row = compare(study, 0).front();
  EXPECT_EQ(row.effects.everyday.count, 0U);
  EXPECT_EQ(row.effects.crisis.count, 3U);
  EXPECT_FALSE(row.resilience_without.has_value());
}

TEST(BetweenSites, is_insufficient_when_stand_ins_could_reverse_the_sign) {
  const std::vector<double> here{0.10, 0.12, 0.30};
  const std::vector<double> there{0.11, 0.05, 0.06};
  const SiteDifference unsure = between_sites(here, there, 0.4);
  EXPECT_NEAR(unsure.agreement, 8.0 / 9, 1e-12);
  EXPECT_FALSE(unsure.sufficient);
  EXPECT_TRUE(between_sites(here, there, 0).sufficient);
  EXPECT_TRUE(between_sites(std::vector<double>{3, 4}, std::vector<double>{1, 2}, 0.4).sufficient);
}

TEST(ShownIndicators, always_hold_one_of_each_aim) {
  Study study = small_study();
  study.indicators.resize(6);
  const Aim aims[] = {Aim::solidarity, Aim::none, Aim::sobriety, Aim::sobriety, Aim::solidarity, Aim::resilience};
  for (std::size_t i = 0; i < 6; ++i) study.indicators[i].aim = aims[i];
  EXPECT_THAT(shown_indicators(study, {}), ElementsAre(0, 2, 5));
  const std::size_t asked[] = {3};
  EXPECT_THAT(shown_indicators(study, asked), ElementsAre(3, 0, 5));
}

TEST(Join, puts_the_sites_of_two_files_one_after_the_other) {
  Study a = small_study();
  Study b = small_study();
  a.sites[0].id = "langouet";
  b.sites[0].id = "saillans";
  ASSERT_FALSE(why_not_joinable(a, b).has_value());
  const Study whole = join({a, b});
  EXPECT_EQ(whole.sites.size(), 2U);
  EXPECT_EQ(compare(whole, 0).size(), 2U);
  EXPECT_NEAR(compare(whole, 0)[1].effects.crisis.mean, -0.10, 1e-12);
}

TEST(Join, refuses_results_of_another_design) {
  const Study a = small_study();
  Study b = small_study();
  EXPECT_EQ(why_not_joinable(a, b), "join.sites");
  b.sites[0].id = "saillans";
  b.days = 9;
  EXPECT_EQ(why_not_joinable(a, b), "join.days");
}

}  // namespace
}  // namespace essaim::design
