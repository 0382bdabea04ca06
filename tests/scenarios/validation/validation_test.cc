// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/validation/validation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

#include "engine/parallel/make_executor.h"
#include "scenarios/reader/load.h"

namespace essaim::validation {
namespace {

constexpr Effort small{.replicates = 2, .residents = 240, .seed = 7};

std::vector<commune::Site> two_pilots() {
  const std::string folder = std::string{ESSAIM_SOURCE_DIR} + "/scenarios/pilots/";
  return {reader::load_pilot(folder + "dieulefit.toml"), reader::load_pilot(folder + "langouet.toml")};
}

Target target_of(double low, double high, double tolerance, Judged judged) {
  Target target;
  target.low = low;
  target.high = high;
  target.tolerance = tolerance;
  target.judged = judged;
  return target;
}

TEST(Validate, gives_the_same_rows_twice_and_on_any_number_of_workers) {
  const std::vector<commune::Site> pilots = two_pilots();
  SerialExecutor serial;
  const auto threads = parallel::make_executor(parallel::Backend::threads, 3);
  const std::vector<Row> first = validate(small, pilots, serial);
  const std::vector<Row> second = validate(small, pilots, *threads);
  ASSERT_EQ(first.size(), targets().size());
  ASSERT_EQ(second.size(), first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_GT(first[i].draws, 0u) << targets()[i].id << " is measured nowhere";
    EXPECT_EQ(first[i].value, second[i].value) << targets()[i].id;
    EXPECT_EQ(first[i].low, second[i].low) << targets()[i].id;
    EXPECT_EQ(first[i].high, second[i].high) << targets()[i].id;
    EXPECT_EQ(first[i].pass, second[i].pass) << targets()[i].id;
  }
}

TEST(Validate, measures_nothing_that_the_table_does_not_know) {
  std::set<std::string_view> known;
  for (const Target& target : targets()) known.insert(target.id);
  for (const Measured& one : measure_food(small, 0)) EXPECT_TRUE(known.contains(one.id)) << one.id;
  for (const Measured& one : measure_population(two_pilots()[0], 7)) EXPECT_TRUE(known.contains(one.id)) << one.id;
}

TEST(Validate, compares_a_pilot_only_with_figures_of_its_own) {
  for (const Measured& one : measure_population(two_pilots()[1], 7)) {  // Langouët: too small for Filosofi quartiles
    EXPECT_NE(one.id, "population.income_q1");
    EXPECT_NE(one.id, "population.poverty_rate");
  }
}

TEST(Judge, passes_a_median_within_the_tolerance) {
  EXPECT_TRUE(judge(target_of(10, 10, 2, Judged::median), {0, 12, 90}).pass);
  EXPECT_FALSE(judge(target_of(10, 10, 2, Judged::median), {0, 12.1, 90}).pass);
  EXPECT_TRUE(judge(target_of(-std::numeric_limits<double>::infinity(), -5, 0, Judged::median), {-80, -5, 3}).pass);
  EXPECT_FALSE(judge(target_of(-std::numeric_limits<double>::infinity(), -5, 0, Judged::median), {-80, -4, 3}).pass);
}

TEST(Judge, of_every_draw_shows_the_one_furthest_from_the_target) {
  const Row row = judge(target_of(0, 0, 3, Judged::every), {1, -4, 2});
  EXPECT_EQ(row.value, -4);
  EXPECT_FALSE(row.pass);
  EXPECT_TRUE(judge(target_of(0, 0, 4, Judged::every), {1, -4, 2}).pass);
}

TEST(Judge, misses_what_has_no_value) {
  const Row row = judge(target_of(0, 0, 3, Judged::every), {std::nan("")});
  EXPECT_FALSE(row.pass);
  EXPECT_EQ(row.draws, 0u);
}

}  // namespace
}  // namespace essaim::validation
