// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "scenarios/importer/territory_writer.h"
#include "tests/scenarios/importer/osm_text.h"

namespace essaim::importer::test {

namespace {

constexpr double step_north_m = 111.19;
constexpr double step_east_m = 74.98;  // at 47.6 degrees north

/// A cross: a street from west to east and one from south to north, which meet at node 3.
const std::string cross = node(1, 0, 1) + node(2, 2, 1) + node(3, 1, 1) + node(4, 1, 0) + node(5, 1, 2) +
                          way(10, {1, 3, 2}, {{"highway", "residential"}, {"name", "Rue de l'Est"}}) +
                          way(11, {4, 3, 5}, {{"highway", "tertiary"}, {"maxspeed", "50"}});

TEST(OsmDraft, cuts_ways_where_they_meet) {
  const Draft result = draft(cross);
  ASSERT_EQ(result.nodes.size(), 5u);
  ASSERT_EQ(result.edges.size(), 4u);
  double metres = 0;
  for (const DraftEdge& edge : result.edges) metres += edge.length_m;
  EXPECT_NEAR(metres, 2 * step_north_m + 2 * step_east_m, 0.5);
  EXPECT_EQ(std::ranges::count(result.edges, true, &DraftEdge::speed_tagged), 2);
}

TEST(OsmDraft, does_not_cut_at_bends) {
  const Draft result =
      draft(node(1, 0, 0) + node(2, 1, 0) + node(3, 1, 1) + way(10, {1, 2, 3}, {{"highway", "residential"}}));
  ASSERT_EQ(result.nodes.size(), 2u);
  ASSERT_EQ(result.edges.size(), 1u);
  EXPECT_NEAR(result.edges[0].length_m, step_north_m + step_east_m, 0.2);
}

TEST(OsmDraft, turns_a_street_that_runs_backwards) {
  const std::string nodes = node(1, 0, 0) + node(2, 1, 0);
  const Draft forwards = draft(nodes + way(10, {1, 2}, {{"highway", "residential"}, {"oneway", "yes"}}));
  const Draft backwards = draft(nodes + way(10, {1, 2}, {{"highway", "residential"}, {"oneway", "-1"}}));
  EXPECT_TRUE(forwards.edges.at(0).one_way);
  EXPECT_EQ(forwards.nodes.at(forwards.edges[0].a).source, 1);
  EXPECT_TRUE(backwards.edges.at(0).one_way);
  EXPECT_EQ(backwards.nodes.at(backwards.edges[0].a).source, 2);
}

TEST(OsmDraft, drives_round_a_roundabout_one_way) {
  const Draft result =
      draft(node(1, 0, 0) + node(2, 1, 0) + node(3, 1, 1) + node(4, 0, 1) + node(5, -1, 0) + node(6, 2, 1) +
            way(10, {1, 2, 3, 4, 1}, {{"highway", "tertiary"}, {"junction", "roundabout"}}) +
            way(11, {5, 1}, {{"highway", "tertiary"}}) + way(12, {3, 6}, {{"highway", "tertiary"}}));
  ASSERT_EQ(result.edges.size(), 4u);
  EXPECT_EQ(std::ranges::count(result.edges, true, &DraftEdge::one_way), 2);
}

TEST(OsmDraft, cuts_a_loop_in_two) {
  const Draft result =
      draft(node(1, 0, 0) + node(2, 1, 0) + node(3, 1, 1) + node(4, 0, 1) + node(5, -1, 0) +
            way(10, {1, 2, 3, 4, 1}, {{"highway", "residential"}}) + way(11, {5, 1}, {{"highway", "residential"}}));
  EXPECT_EQ(result.nodes.size(), 3u);
  ASSERT_EQ(result.edges.size(), 3u);
  for (const DraftEdge& edge : result.edges) EXPECT_NE(edge.a, edge.b);
}

TEST(OsmDraft, cuts_roads_where_nodes_are_missing) {
  const Draft result = draft(node(1, 0, 0) + node(2, 1, 0) + node(4, 3, 0) + node(5, 4, 0) +
                             way(10, {1, 2, 3, 4, 5}, {{"highway", "residential"}}));
  EXPECT_EQ(result.remarks.cut_roads, 2u);
  ASSERT_EQ(result.edges.size(), 2u);
  EXPECT_NEAR(result.edges[0].length_m + result.edges[1].length_m, 2 * step_east_m, 0.2);
}

TEST(OsmDraft, keeps_what_lies_in_the_box) {
  const Box box{-2.1005, 47.5995, -2.0985, 47.6005};  // of a road that goes on to the east
  const Draft result =
      draft(node(1, 0, 0) + node(2, 1, 0) + node(3, 2, 0) + way(10, {1, 2, 3}, {{"highway", "residential"}}), box);
  EXPECT_EQ(result.remarks.cut_roads, 1u);
  ASSERT_EQ(result.edges.size(), 1u);
  EXPECT_NEAR(result.edges[0].length_m, step_east_m, 0.1);
}

TEST(OsmDraft, leaves_out_roads_closed_to_the_public) {
  const Draft result = draft(cross + way(12, {1, 4}, {{"highway", "service"}, {"access", "private"}}));
  EXPECT_EQ(result.edges.size(), 4u);
  EXPECT_EQ(result.remarks.forbidden_ways, 1u);
}

TEST(OsmDraft, does_not_depend_on_the_order_of_the_file) {
  const std::string upside_down = way(11, {4, 3, 5}, {{"highway", "tertiary"}, {"maxspeed", "50"}}) +
                                  way(10, {1, 3, 2}, {{"highway", "residential"}}) + node(5, 1, 2) + node(4, 1, 0) +
                                  node(3, 1, 1) + node(2, 2, 1) + node(1, 0, 1);
  const Imported one = imported(cross);
  const Imported other = imported(upside_down);
  EXPECT_EQ(nodes_csv(one), nodes_csv(other));
  EXPECT_EQ(edges_csv(one), edges_csv(other));
}

TEST(OsmDraft, reads_a_file_that_starts_with_a_byte_order_mark) {
  const OsmData data = read_osm_bytes("\xEF\xBB\xBF" + osm(cross), "osm", "test.osm");
  EXPECT_EQ(data.ways.size(), 2u);
  EXPECT_EQ(data.nodes_in_file, 5u);
}

TEST(OsmDraft, takes_the_newest_of_two_versions) {
  std::string old_street = way(10, {1, 2}, {{"highway", "track"}});
  std::string new_street = way(10, {1, 2}, {{"highway", "residential"}});
  old_street.insert(4, " version=\"1\"");
  new_street.insert(4, " version=\"2\"");
  const Draft result = draft(node(1, 0, 0) + node(2, 1, 0) + new_street + old_street);
  ASSERT_EQ(result.edges.size(), 1u);
  EXPECT_EQ(result.edges[0].road, RoadClass::street);
}

std::string square(int id, int east, int north, Pairs tags) {  // 75 m by 111 m
  const int first = 1'000 * id;
  return node(first, east, north) + node(first + 1, east + 1, north) + node(first + 2, east + 1, north + 1) +
         node(first + 3, east, north + 1) + way(id, {first, first + 1, first + 2, first + 3, first}, tags);
}

TEST(OsmDraft, finds_places) {
  const Draft result = draft(cross + node(20, 1, 1, {{"shop", "bakery"}}) + square(30, 0, 0, {{"building", "yes"}}) +
                             square(31, 1, 0, {{"building", "apartments"}, {"building:levels", "2"}}) +
                             square(32, 0, 1, {{"building", "yes"}, {"amenity", "townhall"}}) +
                             square(33, 1, 1, {{"building", "garage"}}));
  ASSERT_EQ(result.places.size(), 4u);
  EXPECT_EQ(result.places[0].kind, commune::PlaceKind::food_shop);
  EXPECT_EQ(result.places[0].source, "node/20");
  EXPECT_EQ(result.places[1].kind, commune::PlaceKind::dwellings);
  EXPECT_EQ(result.places[1].weight, 1);
  EXPECT_NEAR(result.places[2].weight, 2 * step_north_m * step_east_m / 80, 1);
  EXPECT_EQ(result.places[3].kind, commune::PlaceKind::town_hall);
}

TEST(OsmDraft, counts_a_school_drawn_twice_once) {
  const Draft result = draft(cross + node(20, 1, 1, {{"amenity", "school"}, {"name", "Jules Ferry"}}) +
                             square(30, 1, 1, {{"amenity", "school"}, {"name", "Jules Ferry"}}));
  EXPECT_EQ(result.places.size(), 1u);
  EXPECT_EQ(result.remarks.merged_places, 1u);
}

TEST(OsmDraft, takes_the_outer_ring_of_an_area) {
  const Draft result = draft(cross + square(30, 0, 0, {}) + square(31, 1, 1, {}) +
                             "<relation id=\"40\"><member type=\"way\" ref=\"30\" role=\"outer\"/>"
                             "<member type=\"way\" ref=\"31\" role=\"inner\"/>" +
                             tag_lines({{"type", "multipolygon"}, {"building", "house"}}) + "</relation>");
  ASSERT_EQ(result.places.size(), 1u);
  EXPECT_EQ(result.places[0].source, "relation/40");
}

}  // namespace
}  // namespace essaim::importer::test
