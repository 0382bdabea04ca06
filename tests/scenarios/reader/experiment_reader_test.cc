// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/experiment_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "scenarios/reader/design_points.h"
#include "tests/scenarios/reader/reader_world.h"

namespace essaim::reader::testing {

namespace {

constexpr std::string_view two_factors =
    "[[factor]]\npath = \"variant.epicerie.measure[0].capacity\"\nrange = [\"40 households\", \"200 households\"]\n"
    "levels = 3\n"
    "[[factor]]\npath = \"parameters.food.panic_social\"\nvalues = [0.1, \"20 %\"]\n";

std::string design(std::string_view kind, std::string_view rest) {
  return "scenario = \"demo.toml\"\ndesign = \"" + std::string{kind} + "\"\n" + std::string{rest};
}

TEST(ExperimentReader, overrides_seed_and_replicates_and_keeps_the_chosen_indicators) {
  const Experiment experiment = read_experiment_text(right_experiment);
  EXPECT_EQ(experiment.title, "Quelle taille ?");
  EXPECT_EQ(experiment.base.seed, 7u);
  EXPECT_EQ(experiment.base.replicates, 2u);
  EXPECT_EQ(experiment.indicators,
            (std::vector<std::string>{"food.insecure_share", "food.missed_share", "food.spending"}));
}

TEST(ExperimentReader, samples_within_ranges_and_writes_each_point_into_its_scenario) {
  const Experiment experiment = read_experiment_text(right_experiment);
  ASSERT_EQ(experiment.points.size(), 8u);
  ASSERT_EQ(experiment.factors.size(), 2u);
  EXPECT_EQ(experiment.factors[0].unit, "households");
  for (std::size_t p = 0; p < experiment.points.size(); ++p) {
    const DesignPoint& point = experiment.points[p];
    EXPECT_GE(point.values[0], 40);
    EXPECT_LE(point.values[0], 200);
    const catalogue::Scenario scenario = experiment.scenario_at(p);
    EXPECT_EQ(scenario.variants[1].measures[0].settings[0], point.values[0]);
    EXPECT_EQ(scenario.parameters[1], point.values[1]);
    EXPECT_EQ(scenario.sites.size(), 1u);
  }
}

TEST(ExperimentReader, combines_all_levels_of_a_factorial_design) {
  const Experiment experiment = read_experiment_text(design("factorial", two_factors));
  ASSERT_EQ(experiment.points.size(), 6u);
  EXPECT_EQ(experiment.points[0].values, (std::vector<double>{40, 0.1}));
  EXPECT_EQ(experiment.points[1].values, (std::vector<double>{40, 0.2}));
  EXPECT_EQ(experiment.points[2].values, (std::vector<double>{120, 0.1}));
  EXPECT_EQ(experiment.points[5].values, (std::vector<double>{200, 0.2}));
  EXPECT_EQ(experiment.points[5].texts[0], "200 households");
}

TEST(ExperimentReader, takes_a_list_of_points_as_tables_or_as_parallel_values) {
  const Experiment tables =
      read_experiment_text(design("list",
                                  "[[point]]\n\"shock[0].start\" = 2026-06-10\nparameters.food.panic_social = 0.1\n"
                                  "[[point]]\n\"shock[0].start\" = 2026-06-20\nparameters.food.panic_social = 0.2\n"));
  ASSERT_EQ(tables.points.size(), 2u);
  EXPECT_EQ(tables.points[1].texts[0], "2026-06-20");
  EXPECT_EQ(tables.points[1].plan.shocks[0].start, Time::start_of_day(19));
  EXPECT_EQ(tables.points[1].plan.parameters[1], 0.2);

  const Experiment parallel =
      read_experiment_text(design("list",
                                  "[[factor]]\npath = \"shock[0].duration\"\nvalues = [\"3 days\", \"1 week\"]\n"
                                  "[[factor]]\npath = \"parameters.food.panic_social\"\nvalues = [0.1, 0.2]\n"));
  ASSERT_EQ(parallel.points.size(), 2u);
  EXPECT_EQ(parallel.points[1].plan.shocks[0].duration, Duration::days(7));
  EXPECT_EQ(parallel.points[1].plan.parameters[1], 0.2);
}

TEST(ExperimentReader, says_at_the_factor_what_a_point_makes_of_the_scenario) {
  const auto complain = [](std::string_view rest) {
    return complaint([&] { read_experiment_text(design("list", rest)); });
  };
  EXPECT_EQ(
      complain("[[factor]]\npath = \"shock[0].start\"\nvalues = [2026-06-10, 2026-09-20]\n"),
      "plan.toml:5:23: start is 2026-09-20 (allowed: 2026-06-01 to 2026-07-30, the days of the run), choose a day "
      "within the run");
  EXPECT_EQ(
      complain("[[point]]\n\"shock[0].start\" = 2026-06-10\n[[point]]\n\"parameters.food.panic_social\" = 0.1\n"),
      "plan.toml:6:1: \"parameters.food.panic_social\" is not in the first point (all points give the same paths), "
      "add it there or remove it");
  EXPECT_EQ(complain("[[point]]\n\"shock[0].start\" = 2026-06-10\n[[point]]\n"),
            "plan.toml:5:1: this point has no \"shock[0].start\" (all points give the same paths), add it");
  EXPECT_EQ(complain(""),
            "plan.toml:1:1: the experiment varies nothing (a design needs a factor), add [[factor]] with "
            "its path and values");
}

TEST(ExperimentReader, refuses_more_points_than_anyone_can_run) {
  std::string factors;
  for (const char* path : {"shock[0].duration", "parameters.food.panic_social"}) {
    factors += std::string{"[[factor]]\npath = \""} + path + "\"\nrange = [" +
               (path[0] == 's' ? "\"1 day\", \"9 days\"" : "0.1, 0.2") + "]\nlevels = 1000\n";
  }
  EXPECT_EQ(complaint([&] { read_experiment_text(design("factorial", factors)); }),
            "plan.toml:9:9: more than 100000 points (allowed: at most that many), use fewer values");
}

TEST(DesignPoints, of_sobol_put_one_point_in_each_interval_of_each_factor) {
  for (const std::uint64_t seed : {1ull, 2ull, 3ull}) {
    const UnitPoints points = sobol_points(64, 20, seed);
    for (std::size_t factor = 0; factor < 20; ++factor) {
      std::set<int> slices;
      for (const auto& point : points) slices.insert(static_cast<int>(point[factor] * 64));
      EXPECT_EQ(slices.size(), 64u) << "seed " << seed << ", factor " << factor;
    }
  }
}

TEST(DesignPoints, of_sobol_start_with_the_same_points_however_many_there_are) {
  const UnitPoints few = sobol_points(5, 3, 9);
  const UnitPoints many = sobol_points(50, 3, 9);
  EXPECT_TRUE(std::equal(few.begin(), few.end(), many.begin()));
  EXPECT_NE(few, sobol_points(5, 3, 10));
}

TEST(DesignPoints, of_a_latin_hypercube_use_each_slice_once) {
  const UnitPoints points = latin_hypercube_points(37, 4, 11);
  for (std::size_t factor = 0; factor < 4; ++factor) {
    std::set<int> slices;
    for (const auto& point : points) slices.insert(static_cast<int>(point[factor] * 37));
    EXPECT_EQ(slices.size(), 37u);
  }
  EXPECT_EQ(points, latin_hypercube_points(37, 4, 11));
  EXPECT_NE(points, latin_hypercube_points(37, 4, 12));
}

}  // namespace

}  // namespace essaim::reader::testing
