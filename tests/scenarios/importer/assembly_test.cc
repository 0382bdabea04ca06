// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "scenarios/importer/components.h"
#include "scenarios/importer/geometry.h"
#include "scenarios/importer/nearest.h"
#include "tests/scenarios/importer/osm_text.h"

namespace essaim::importer::test {

namespace {

/// Three streets in a row, and a street by itself.
const std::string row_and_island =
    node(1, 0, 0) + node(2, 1, 0) + node(3, 2, 0) + node(4, 3, 0) + node(8, 50, 0) + node(9, 51, 0) +
    way(10, {1, 2}, {{"highway", "residential"}}) + way(11, {2, 3}, {{"highway", "residential"}, {"oneway", "yes"}}) +
    way(12, {3, 4}, {{"highway", "footway"}}) + way(13, {8, 9}, {{"highway", "residential"}});

TEST(Assembly, keeps_the_largest_part_and_reports_the_loss) {
  const Imported result = imported(row_and_island);
  EXPECT_EQ(result.report.found.nodes, 6u);
  EXPECT_EQ(result.report.found.edges, 4u);
  EXPECT_EQ(result.report.kept.nodes, 4u);
  EXPECT_EQ(result.report.kept.edges, 3u);
  EXPECT_NEAR(result.report.found.km - result.report.kept.km, 0.075, 0.001);
  EXPECT_EQ(result.map.nodes.size(), 4u);
}

TEST(Assembly, measures_where_cars_get_back_from) {
  const Imported result = imported(row_and_island);
  EXPECT_EQ(result.report.car_nodes, 3u);
  EXPECT_EQ(result.report.car_core, 2u);  // from node 3 no car returns
}

TEST(Assembly, leaves_out_what_cannot_be_walked_to) {
  const Imported result =
      imported(row_and_island + node(5, 4, 1) + node(6, 5, 1) + way(14, {4, 5, 6}, {{"highway", "motorway"}}));
  EXPECT_EQ(result.map.nodes.size(), 4u);
}

TEST(Assembly, counts_metres_from_the_middle) {
  const Imported result = imported(row_and_island);
  EXPECT_NEAR(result.map.latitude, 47.6, 1e-6);
  EXPECT_NEAR(result.map.longitude, -2.0985, 1e-6);
  for (const Node at : result.map.nodes) {
    EXPECT_EQ(at.y_m, 0);
    EXPECT_LE(std::abs(at.x_m), 112.6);
    EXPECT_NEAR(at.x_m * 10, std::round(at.x_m * 10), 1e-6);
  }
}

TEST(Assembly, joins_places_to_the_nearest_node_within_a_kilometre) {
  const Imported result =
      imported(row_and_island + node(20, 3, 1, {{"shop", "bakery"}}) + node(21, 3, 20, {{"shop", "bakery"}}));
  ASSERT_EQ(result.map.places.size(), 1u);
  EXPECT_EQ(result.report.far_places, 1u);
  const Node at = result.map.nodes[result.map.places[0].node.index()];
  EXPECT_NEAR(at.x_m, 112.5, 0.2);
  EXPECT_NEAR(result.map.places[0].y_m, 111.2, 0.1);
}

TEST(Assembly, refuses_what_is_no_network_of_a_commune) {
  EXPECT_EQ(complaint([] { refuse_unfit(imported(row_and_island), "a.osm"); }),
            "a.osm: only 4 crossings and ends of roads hang together (expected at least 10), take a larger extract");
}

TEST(Components, are_found_with_and_without_directions) {
  const std::vector<Link> links = {{0, 1, true}, {1, 2, true}, {2, 0, true}, {2, 3, true}, {4, 5, false}};
  const Parts weak = connected_parts(7, links);
  EXPECT_EQ(weak.of, (std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 2}));
  const Parts strong = strong_parts(7, links);
  EXPECT_EQ(strong.of, (std::vector<std::uint32_t>{0, 0, 0, 1, 2, 2, 3}));
  EXPECT_EQ(strong.largest(), 0u);
}

TEST(Components, of_a_long_road_need_no_deep_stack) {
  constexpr std::size_t nodes = 300'000;
  std::vector<Link> links;
  for (std::size_t i = 0; i + 1 < nodes; ++i) links.push_back({i, i + 1, true});
  EXPECT_EQ(strong_parts(nodes, links).count, nodes);
  EXPECT_EQ(connected_parts(nodes, links).count, 1u);
}

TEST(NearestNode, agrees_with_looking_at_each_node) {
  std::vector<Node> nodes;
  for (int i = 0; i < 200; ++i) nodes.push_back({(i * 7919) % 5'000 - 2'500.0, (i * 104'729) % 3'000 - 1'500.0});
  const NearestNode nearest{nodes, 1'000};
  for (int i = 0; i < 300; ++i) {
    const Node point{(i * 6'311) % 9'000 - 4'500.0, (i * 2'713) % 6'000 - 3'000.0};
    double least = 1'000;
    for (const Node at : nodes) least = std::min(least, std::hypot(at.x_m - point.x_m, at.y_m - point.y_m));
    const auto found = nearest.to(point);
    ASSERT_EQ(found.has_value(), least < 1'000) << i;
    if (!found) continue;
    const Node at = nodes[found->index()];
    EXPECT_EQ(std::hypot(at.x_m - point.x_m, at.y_m - point.y_m), least) << i;
  }
}

TEST(Geometry, measures_on_the_globe) {
  EXPECT_NEAR(distance_m(47, 2, 48, 2), 111'195, 1);  // a degree of a meridian
  EXPECT_NEAR(distance_m(60, 0, 60, 1), 55'597, 2);   // half as long at 60 degrees north
  const std::vector<Metres> triangle = {{0, 0}, {10, 0}, {0, 6}};
  EXPECT_EQ(surface_m2(triangle), 30);
}

}  // namespace
}  // namespace essaim::importer::test
