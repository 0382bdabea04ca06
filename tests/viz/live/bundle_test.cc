// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/live/bundle.h"

#include <gtest/gtest.h>

#include <memory>

#include "models/commune/population_grid.h"
#include "models/commune/population_sample.h"
#include "models/commune/road_map.h"
#include "tests/viz/live/made_up.h"

namespace essaim::live {
namespace {

/// A scenario in which nothing has its default.
catalogue::Scenario crowded_scenario() {
  catalogue::Scenario scenario = catalogue::full_scenario(12345678901234567890ULL);
  scenario.authors = {"A", "B"};
  scenario.license = "CC-BY-4.0";
  scenario.parameters[2] = 0.25;
  scenario.fixed_parameters = true;
  scenario.primary = {"food.insecure_share"};
  scenario.matters = 0.005;
  scenario.couplings.switch_off(commune::Coupling::housing_food);
  scenario.variants[1].measures[0].title = "Épicerie";
  scenario.variants[1].measures[0].composed = {{commune::Condition::reserve_days, 2.5}};
  commune::RoadMap map;
  map.nodes = {{0, 1}, {2, 3}};
  map.height_m = {120, 121};
  map.edges = {{NodeId{0}, NodeId{1}, 17, 30, RoadClass::track, true, false, false}};
  map.places = {{commune::PlaceKind::doctor, NodeId{1}, 4, 5, 6}};
  map.fields = {{{{{1, 2}, {3, 4}, {5, 7}}}}, {{{{8, 9}, {9, 9}, {9, 8}}}}};
  map.credit = "© made up";
  scenario.sites[0].map = std::make_shared<const commune::RoadMap>(map);
  commune::MicroSample sample;
  sample.sample.households.resize(2);
  sample.sample.households[1].cars = 2;
  sample.sample.members = {{42, commune::Sex::woman, commune::Activity::other}};
  sample.given.cars = true;
  scenario.sites[0].sample = std::make_shared<const commune::MicroSample>(sample);
  commune::PopulationGrid grid;
  grid.squares.resize(1);
  grid.squares[0].counts[3] = 7.5;
  grid.square_of_node = {0, commune::no_square};
  scenario.sites[0].grid = std::make_shared<const commune::PopulationGrid>(grid);
  scenario.sites[0].outline = {{1.5, 2.5}};
  scenario.sites[0].already = {{"canteen", "cantine", "canteen", "1300 meals/day", 2020, "source", Mark::measured}};
  return scenario;
}

TEST(Bundle, WhatIsReadIsWhatWasWritten) {
  const std::string bytes = pack(bundle_of(crowded_scenario(), 4));
  const std::optional<Bundle> read = unpack(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(pack(*read), bytes);
  const catalogue::Scenario& scenario = read->scenario;
  EXPECT_EQ(scenario.seed, 12345678901234567890ULL);
  EXPECT_EQ(scenario.authors, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(scenario.parameters[2], 0.25);
  EXPECT_FALSE(scenario.parameters[3]);
  EXPECT_TRUE(scenario.fixed_parameters);
  EXPECT_EQ(scenario.matters, 0.005);
  EXPECT_FALSE(scenario.couplings.has(commune::Coupling::housing_food));
  EXPECT_TRUE(scenario.couplings.has(commune::Coupling::food_mobility));
  EXPECT_EQ(scenario.variants[1].measures[0].title, "Épicerie");
  EXPECT_EQ(scenario.variants[1].measures[0].composed.front().second, 2.5);
  ASSERT_TRUE(scenario.sites[0].map && scenario.sites[0].sample && scenario.sites[0].grid);
  EXPECT_EQ(scenario.sites[0].map->edges[0].length_m, 17U);
  EXPECT_TRUE(scenario.sites[0].map->edges[0].one_way);
  EXPECT_EQ(scenario.sites[0].map->credit, "© made up");
  EXPECT_EQ(scenario.sites[0].sample->sample.members[0].age, 42);
  EXPECT_EQ(scenario.sites[0].grid->squares[0].counts[3], 7.5);
  EXPECT_EQ(scenario.sites[0].grid->square_of_node[1], commune::no_square);
  EXPECT_EQ(scenario.sites[0].already[0].value, "1300 meals/day");
  EXPECT_EQ(read->study.shock_day, 4U);
  EXPECT_EQ(read->study.groups.size(), commune::group_infos().size());
}

TEST(Bundle, AnyCutIsRefused) {
  const std::string bytes = pack(bundle_of(crowded_scenario(), 4));
  for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 50) {
    EXPECT_FALSE(unpack(std::string_view{bytes}.substr(0, size))) << size;
  }
  EXPECT_FALSE(unpack(bytes + "x"));
}

}  // namespace
}  // namespace essaim::live
