// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "models/commune/commune.h"
#include "tests/models/commune/grid_map.h"

// A commune on a map of real roads.

namespace essaim::commune {
namespace {

Site mapped(RoadMap map, double households, Settlement settlement = Settlement::rural) {
  Site site;
  site.id = "test";
  const auto set = [&](FigureId id, double value) {
    site.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2021, "test", Mark::published, false, true};
  };
  set(FigureId::population, 2.2 * households);
  set(FigureId::households, households);
  set(FigureId::area, 400);
  set(FigureId::income_median, 22'000);
  set(FigureId::middle_schools, 1);
  site.settlement = settlement;
  site.map = std::make_shared<const RoadMap>(std::move(map));
  return site;
}

Commune made(const Site& site, std::uint32_t replicate = 0) {
  return make_commune(site, Parameters{}, Uncertainty::fixed, {Date{2026, 6, 1}, 30, {}, {}},
                      Random{7, replicate, site.id});
}

TEST(MapTerritory, gives_each_dwelling_one_household_while_there_are_as_many) {
  const Commune commune = made(mapped(grid_map(), 50));
  std::vector<std::uint32_t> homes(39, 0);
  for (const NodeId home : commune.territory.homes) ++homes[home.index()];
  EXPECT_EQ(homes[0], 12u) << "ten dwellings, and those of the lane and of the footpath, where no car comes";
  EXPECT_EQ(homes[36], 3u);
  for (std::uint32_t i = 1; i < 36; ++i) EXPECT_EQ(homes[i], 1u) << i;
}

TEST(MapTerritory, spreads_fewer_or_more_households_evenly) {
  for (const std::uint32_t households : {10u, 25u, 500u}) {
    const Commune commune = made(mapped(grid_map(), households));
    ASSERT_EQ(commune.territory.homes.size(), households);
    std::vector<std::uint32_t> homes(39, 0);
    for (const NodeId home : commune.territory.homes) ++homes[home.index()];
    EXPECT_NEAR(homes[0], 12 * households / 50.0, 1.0) << households;
    EXPECT_LE(*std::max_element(homes.begin() + 1, homes.end()), std::ceil(3 * households / 50.0)) << households;
  }
}

TEST(MapTerritory, puts_homes_and_places_where_cars_come_and_go) {
  const Commune commune = made(mapped(grid_map(), 200));
  const auto& travel = commune.travel;
  for (PlaceId place = 0; place < commune.places.count(); ++place) {
    for (const NodeId home : commune.territory.homes) {
      ASSERT_NE(travel.car_ms(0, place, home.index()), Network::unreachable) << place;
      ASSERT_NE(travel.metres(0, place, home.index()), Network::unreachable) << place;
    }
    ASSERT_NE(travel.car_ms(0, place, commune.territory.town.index()), Network::unreachable) << "deliveries";
  }
}

TEST(MapTerritory, has_the_places_of_the_map_and_draws_those_it_does_not_show) {
  const Commune commune = made(mapped(grid_map(), 200));
  const Places& places = commune.places;
  EXPECT_EQ(places.shops.count, 1u);
  EXPECT_EQ(places.nodes[places.shops.first], NodeId{7});
  ASSERT_EQ(places.schools.count, 2u);
  EXPECT_EQ(places.nodes[places.schools.first], NodeId{8});
  EXPECT_EQ(places.nodes[places.schools.first + 1], NodeId{0}) << "the school of the footpath, at its nearest street";
  EXPECT_EQ(places.middle_schools.count, 1u) << "from the figures: the map shows none";
  EXPECT_EQ(places.nodes[places.hall], NodeId{0});
}

TEST(MapTerritory, calls_the_largest_group_of_squares_the_village_and_the_rest_hamlets) {
  const Commune rural = made(mapped(grid_map(), 50));
  EXPECT_EQ(rural.territory.zone[0], Zone::centre);
  EXPECT_EQ(rural.territory.zone[35], Zone::edge);
  EXPECT_EQ(rural.territory.zone[36], Zone::hamlets);
  const Commune suburb = made(mapped(grid_map(), 50, Settlement::suburb));
  EXPECT_EQ(suburb.territory.zone[36], Zone::edge);
  EXPECT_FALSE(suburb.territory.has(Zone::hamlets));
}

TEST(MapTerritory, leaves_the_commune_by_its_larger_roads_for_the_town) {
  const Commune commune = made(mapped(grid_map(), 50));
  const auto edges = commune.territory.network.edges();
  ASSERT_GE(commune.territory.access.size(), 1u);
  for (const std::uint32_t access : commune.territory.access) {
    EXPECT_EQ(edges[access].b, commune.territory.town);
    EXPECT_TRUE(edges[access].a == NodeId{35} || edges[access].a == NodeId{36}) << "ends of the one larger road";
  }
}

TEST(MapTerritory, lies_above_its_lowest_nodes_if_the_map_knows_heights) {
  RoadMap map = grid_map();
  map.height_m.assign(map.nodes.size(), 50.0f);
  map.height_m[3] = 42.5f;
  map.height_m[36] = 80.0f;
  map.height_m[20] = std::numeric_limits<float>::quiet_NaN();
  const Commune commune = made(mapped(std::move(map), 50));
  EXPECT_EQ(commune.territory.above_river_m[3], 0.0f);
  EXPECT_EQ(commune.territory.above_river_m[0], 7.5f);
  EXPECT_EQ(commune.territory.above_river_m[36], 0.0f) << "nothing lower within a kilometre";
  EXPECT_GE(commune.territory.above_river_m[20], 0.0f);
}

TEST(MapTerritory, is_the_same_for_the_same_seed_and_moves_the_town_with_the_replicate) {
  const Site site = mapped(grid_map(), 120);
  EXPECT_EQ(made(site).territory.homes, made(site).territory.homes);
  const auto town = [&](std::uint32_t replicate) {
    const Territory& territory = made(site, replicate).territory;
    return territory.network.nodes()[territory.town.index()].x_m;
  };
  EXPECT_EQ(town(3), town(3));
  EXPECT_NE(town(3), town(4));
}

}  // namespace
}  // namespace essaim::commune
