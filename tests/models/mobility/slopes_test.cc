// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/mobility/slopes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <utility>

#include "models/catalogue/shared_draw.h"
#include "models/mobility/choice.h"
#include "tests/models/commune/grid_map.h"
#include "tests/models/mobility/made_up.h"

namespace essaim::mobility {

namespace {

/// The grid of streets on a plane that rises by `slope` to the north.
Scenario on_a_slope(double slope, bool heights = true) {
  Scenario scenario = made_up(3);
  commune::RoadMap map = commune::grid_map();
  if (heights) {
    for (const Node& node : map.nodes) map.height_m.push_back(static_cast<float>(100 + slope * node.y_m));
  }
  scenario.sites[0].map = std::make_shared<const commune::RoadMap>(std::move(map));
  return scenario;
}

TEST(Slope, of_nothing_changes_nothing) {
  const Parameters p;
  EXPECT_EQ(bike_metres(0, p), 1);
  EXPECT_EQ(walk_metres(0), 1);
}

TEST(Slope, uphill_is_slower_by_more_than_downhill_is_quicker) {
  const Parameters p;
  EXPECT_NEAR(1 / bike_metres(-0.03, p), 25.0 / 22.0, 0.002);  // Parkin and Rotheram 2010
  EXPECT_EQ(bike_metres(-0.03, p), bike_metres(-0.10, p));
  EXPECT_NEAR(bike_metres(0.03, p), 1 / 0.79, 1e-12);
  EXPECT_GT(bike_metres(0.03, p) - 1, 1 - bike_metres(-0.03, p));
  EXPECT_NEAR(bike_metres(0.25, p), p.bike_speed.value() / p.walk_speed.value(), 1e-12);  // pushed
  // Tobler 1993: 6 km/h at -5 %, exp(-0.175) of it on the flat, equal speeds at 0 and at -10 %.
  EXPECT_NEAR(1 / walk_metres(-0.05), std::exp(0.175), 1e-9);
  EXPECT_NEAR(walk_metres(-0.10), 1, 1e-12);
  EXPECT_NEAR(1 / walk_metres(0.10), std::exp(-0.35), 1e-9);
}

TEST(Slope, of_an_edge_has_a_direction) {
  const Scenario scenario = on_a_slope(0.05);
  const SharedDraw shared{scenario, 0, 0};
  const auto& territory = shared.commune.territory;
  const auto edges = territory.network.edges();
  const std::vector<std::uint8_t> open(edges.size(), 0);
  const Climbs bikes = climbs(territory, Slopes::Mode::bike, shared.mobility.parameters, open);
  std::size_t up = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const double rise = double{territory.height_m[edges[i].b.index()]} - territory.height_m[edges[i].a.index()];
    const bool is_flat = std::isnan(rise) || rise == 0;  // nobody knows the height of the town
    EXPECT_EQ(bikes.forward[i] == edges[i].length_m * 10 && bikes.backward[i] == bikes.forward[i], is_flat);
    EXPECT_EQ(bikes.forward[i] > bikes.backward[i], rise > 0);
    up += rise > 0 ? 1 : 0;
  }
  EXPECT_EQ(up, 31u);  // 30 streets to the north and the hamlet's road
}

TEST(Slope, adds_to_ways_there_and_back_what_its_formula_says) {
  const Scenario scenario = on_a_slope(0.05);
  const SharedDraw shared{scenario, 0, 0};
  const Parameters& p = shared.mobility.parameters;
  const Slopes slopes{shared.commune, p};
  const commune::PlaceId hall = 0;
  // From the hamlet, 2 km above the grid, to any place of the grid: all ways climb the same.
  for (commune::PlaceId place = hall; place < shared.commune.places.count(); ++place) {
    const NodeId node = shared.commune.places.nodes[place];
    if (node == shared.commune.territory.town || node.index() >= 36) continue;
    const double north_m = 2'000 + 100.0 * (5 - node.index() / 6);
    const double bike = north_m * ((bike_metres(0.05, p) + bike_metres(-0.05, p)) / 2 - 1);
    const double walk = north_m * ((walk_metres(0.05) + walk_metres(-0.05)) / 2 - 1);
    EXPECT_NEAR(slopes.extra_m(Slopes::Mode::bike, 0, place, 36), bike, 1);
    EXPECT_NEAR(slopes.extra_m(Slopes::Mode::walk, 0, place, 36), walk, 1);
  }
}

TEST(Slope, none_gives_the_bits_of_a_map_without_heights) {
  const auto days = [](const Scenario& scenario) {
    const auto arm = arms_of(scenario)[0];
    EXPECT_EQ(arm.error, "");
    return std::pair{series_of(arm, "mobility.bike_share"), series_of(arm, "mobility.minutes")};
  };
  EXPECT_NE(days(on_a_slope(0.05)), days(on_a_slope(0)));
  EXPECT_EQ(days(on_a_slope(0, false)), days(on_a_slope(0)));
}

}  // namespace

}  // namespace essaim::mobility
