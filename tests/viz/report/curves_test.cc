// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/report/curves.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "viz/core/day_fan.h"

namespace essaim::report {
namespace {

constexpr std::size_t points = 4;
constexpr std::size_t days = 3;

/// One site, two variants, both arms; the value of a replicate is r + 1, plus 0.5 with the measure, plus 10 x day.
design::Study study_of(std::size_t replicates) {
  design::Study study;
  study.days = days;
  study.replicates = replicates;
  study.sites.resize(1);
  study.variants = {{"baseline", ""}, {"grocer", ""}};
  for (std::size_t variant = 0; variant < 2; ++variant) {
    study.points.push_back({0, variant, design::StudyArm::shocks});
    study.points.push_back({0, variant, design::StudyArm::no_shocks});
  }
  study.indicators.resize(1);
  study.indicators.front().unit = "d";
  return study;
}

design::Series series_of(std::size_t replicates) {
  design::Series series{points, replicates, days, {}};
  for (std::size_t point = 0; point < points; ++point) {
    for (std::size_t r = 0; r < replicates; ++r) {
      for (std::size_t day = 0; day < days; ++day) {
        series.values.push_back(static_cast<double>(r + 1) + (point >= 2 ? 0.5 : 0) + 10 * static_cast<double>(day));
      }
    }
  }
  return series;
}

/// Curves as the page reads them, in steps.
std::vector<std::vector<long>> curves_in(const std::string& bytes) {
  std::vector<std::vector<long>> curves(1);
  std::size_t at = 0;
  long last = 0;
  while (at < bytes.size()) {
    long code = 0;
    for (long factor = 1;; factor *= 128) {
      const auto byte = static_cast<unsigned char>(bytes[at++]);
      code += (byte & 127) * factor;
      if (byte < 128) break;
    }
    if (curves.back().size() == days) {
      curves.emplace_back();
      last = 0;
    }
    const long zigzag = code - 2;
    last += zigzag % 2 == 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    curves.back().push_back(last);
  }
  return curves;
}

TEST(Curves, hold_quantiles_of_every_arm_then_paired_differences_then_draws) {
  const Curves curves = curves_of(study_of(21), 0, series_of(21));
  ASSERT_EQ(curves.decimals, (std::vector<int>{1})) << "41.5 has three digits with one decimal";
  ASSERT_EQ(curves.difference_decimals, (std::vector<int>{3}));
  const auto fans = curves_in(curves.quantiles);
  ASSERT_EQ(fans.size(), 4 * 5 + 5);
  // Of 1 to 21: the 5, 25, 50, 75 and 95 % quantiles are 2, 6, 11, 16 and 20.
  EXPECT_EQ(fans[0], (std::vector<long>{20, 120, 220}));
  EXPECT_EQ(fans[1], (std::vector<long>{60, 160, 260}));
  EXPECT_EQ(fans[2], (std::vector<long>{110, 210, 310}));
  EXPECT_EQ(fans[4], (std::vector<long>{200, 300, 400}));
  EXPECT_EQ(fans[10 + 2], (std::vector<long>{115, 215, 315})) << "the variant under the shocks";
  for (std::size_t q = 20; q < 25; ++q) EXPECT_EQ(fans[q], (std::vector<long>{500, 500, 500})) << "0.5 in each draw";
  const auto draws = curves_in(curves.draws);
  ASSERT_EQ(draws.size(), 2 * plot::most_draws);
  EXPECT_EQ(draws[1], (std::vector<long>{20, 120, 220}));
}

TEST(Curves, show_the_extremes_below_nineteen_draws) {
  const auto fans = curves_in(curves_of(study_of(5), 0, series_of(5)).quantiles);
  EXPECT_EQ(fans[0], (std::vector<long>{10, 110, 210}));
  EXPECT_EQ(fans[4], (std::vector<long>{50, 150, 250}));
}

}  // namespace
}  // namespace essaim::report
