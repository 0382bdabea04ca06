// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/travel.h"

#include <gtest/gtest.h>

#include "models/commune/commune.h"

// Roads that close and reopen, and water on them.

namespace essaim::commune {
namespace {

Site village() {
  Site site;
  site.id = "test";
  const auto set = [&](FigureId id, double value) {
    site.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2021, "test", Mark::published, false, true};
  };
  set(FigureId::population, 1'400);
  set(FigureId::households, 650);
  set(FigureId::area, 1'500);
  set(FigureId::income_median, 22'000);
  return site;
}

Commune made(std::vector<Effect> shocks) {
  return make_commune(village(), Parameters{}, Uncertainty::fixed, {Date{2026, 6, 1}, 30, std::move(shocks), {}},
                      Random{7, 0, "test"});
}

Effect effect(Condition condition, double value, std::uint32_t first, std::uint32_t end,
              std::uint8_t zones = all_zones) {
  return {condition, value, Time::start_of_day(first), Time::start_of_day(end), zones};
}

TEST(Travel, prepares_only_the_states_of_roads_that_shocks_bring_about) {
  EXPECT_EQ(made({}).travel.states().size(), 1u);
  EXPECT_EQ(made({effect(Condition::fuel_price, 2, 3, 9)}).travel.states().size(), 1u);
  EXPECT_EQ(made({effect(Condition::access_closed, 1, 3, 9)}).travel.states().size(), 2u);
  EXPECT_EQ(made({effect(Condition::access_closed, 1, 3, 9), effect(Condition::flood_depth, 2, 5, 12)})
                .travel.states()
                .size(),
            4u);
}

TEST(Travel, gives_the_old_times_back_when_roads_reopen) {
  const std::vector<Effect> shocks = {effect(Condition::access_closed, 1, 3, 9)};
  const Commune commune = made(shocks);
  const auto state = [&](std::uint32_t day) {
    return commune.travel.find(road_state(commune.territory, shocks, Time::start_of_day(day)));
  };
  EXPECT_EQ(state(2), 0u);
  EXPECT_NE(state(3), 0u);
  EXPECT_NE(state(8), 0u);
  EXPECT_EQ(state(9), 0u);
  const std::uint32_t home = commune.territory.homes[0].index();
  EXPECT_NE(commune.travel.car_ms(0, Places::town, home), Network::unreachable);
  EXPECT_EQ(commune.travel.car_ms(state(5), Places::town, home), Network::unreachable);
}

TEST(Travel, equals_plain_searches_from_each_place) {
  const Commune commune = made({effect(Condition::access_closed, 0.5, 3, 9)});
  const Territory& territory = commune.territory;
  for (std::uint32_t state = 0; state < commune.travel.states().size(); ++state) {
    const auto closed = closed_edges(territory, commune.travel.states()[state]);
    for (PlaceId place = 0; place < commune.places.count(); ++place) {
      const auto times = territory.network.travel_times_to(commune.places.nodes[place], closed);
      for (std::uint32_t node = 0; node < times.size(); ++node) {
        EXPECT_EQ(commune.travel.car_ms(state, place, node), times[node]);
      }
    }
  }
}

TEST(Flood, closes_roads_under_deep_water_and_no_others) {
  const Commune commune = made({});
  RoadState high;
  high.river_m = {3, 3, 3};
  const auto closed = closed_edges(commune.territory, high);
  const auto edges = commune.territory.network.edges();
  std::size_t count = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const auto depth = [&](NodeId node) { return commune.territory.flood_depth_m(node.index(), 3); };
    EXPECT_EQ(closed[i] == 1, depth(edges[i].a) > passable_m || depth(edges[i].b) > passable_m);
    count += closed[i];
  }
  EXPECT_GT(count, 0u);
  EXPECT_LT(count, edges.size());
}

TEST(Flood, spares_the_zones_that_a_mask_leaves_out) {
  const std::vector<Effect> shocks = {effect(Condition::flood_depth, 2, 1, 5, 0b001)};
  const Commune commune = made({});
  const RoadState state = road_state(commune.territory, shocks, Time::start_of_day(2));
  EXPECT_EQ(state.river_m[0], 2);
  EXPECT_EQ(state.river_m[1], 0);
  EXPECT_EQ(state.river_m[2], 0);
}

TEST(Combined, scales_a_measures_effect_by_its_strength_and_leaves_a_shock_whole) {
  std::vector<Effect> effects = {effect(Condition::grocer_price, 0.2, 0, 10)};
  const Time now = Time::start_of_day(1);
  const auto value = [&](Strength strength) {
    return combined(Condition::grocer_price, Zone::centre, effects, strength, now);
  };
  EXPECT_EQ(value({}), 0.2);
  effects[0].measure = 0;
  const double none[] = {0.0};
  const double half[] = {0.5};
  const double full[] = {1.0};
  EXPECT_EQ(value({none}), 1.0);
  EXPECT_DOUBLE_EQ(value({half}), 0.6);
  EXPECT_EQ(value({full}), 0.2);
  EXPECT_EQ(value({}), 1.0) << "a measure that no row knows does nothing";
}

}  // namespace
}  // namespace essaim::commune
