// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <filesystem>
#include <string>

#include "scenarios/importer/import.h"
#include "scenarios/importer/region_reader.h"
#include "tests/scenarios/importer/osm_text.h"
#include "tests/shared_data.h"

namespace essaim::importer::test {

namespace {

using ::testing::HasSubstr;

/// A square of 0.01 degrees with a hole in its middle, and an island to the east.
constexpr std::string_view with_hole =
    R"({"type":"MultiPolygon","coordinates":[[[[0,45],[0.01,45],[0.01,45.01],[0,45.01],[0,45]],)"
    R"([[0.004,45.004],[0.004,45.006],[0.006,45.006],[0.006,45.004],[0.004,45.004]]],)"
    R"([[[0.02,45],[0.03,45],[0.03,45.01],[0.02,45.01],[0.02,45]]]]})";

std::string square(const std::string& properties, double west) {
  const auto point = [&](double east, double north) {
    return "[" + std::to_string(west + east) + "," + std::to_string(47.599 + north) + "]";
  };
  return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":"Polygon","coordinates":[[)" +
         point(0, 0) + "," + point(0.002, 0) + "," + point(0.002, 0.002) + "," + point(0, 0.002) + "," + point(0, 0) +
         "]]}}";
}

std::string two_squares() {
  return R"({"type":"FeatureCollection","features":[)" + square(R"("code":"35236","nom":"Redon")", -2.101) + "," +
         square(R"("code":35237,"nom":"Voisin")", -2.099) + "]}";
}

std::string said_of(const std::string& text, const std::string& choice = "") {
  return complaint([&] { parse_region(text, "o.geojson", choice); });
}

TEST(Region, leaves_holes_out_and_keeps_islands) {
  const Region region = parse_region(with_hole, "o.geojson", "");
  EXPECT_TRUE(region.contains(0.001, 45.001));
  EXPECT_FALSE(region.contains(0.005, 45.005));
  EXPECT_TRUE(region.contains(0.007, 45.005));
  EXPECT_FALSE(region.contains(0.015, 45.005));
  EXPECT_TRUE(region.contains(0.025, 45.005));
  EXPECT_FALSE(region.contains(-0.001, 45.005));
}

TEST(Region, of_two_neighbours_shares_no_point_of_their_border) {
  const Region here = parse_region(two_squares(), "o.geojson", "Redon");
  const Region there = parse_region(two_squares(), "o.geojson", "35237");
  for (int i = 1; i < 200; ++i) {
    const double latitude = 47.599 + 0.002 * i / 200;
    EXPECT_NE(here.contains(-2.099, latitude), there.contains(-2.099, latitude)) << i;
  }
}

TEST(Region, chooses_by_code_or_name) {
  EXPECT_EQ(parse_region(two_squares(), "o.geojson", "35236").box.west, -2.101);
  EXPECT_EQ(parse_region(two_squares(), "o.geojson", "Voisin").box.west, -2.099);
  EXPECT_EQ(said_of(two_squares()),
            "o.geojson: 2 outlines (expected one, or a choice; they are: 35236, Redon, Voisin), choose one by its code "
            "or name, for example --commune \"35236\"");
  EXPECT_EQ(said_of(two_squares(), "Redn"), "o.geojson: no outline has a property \"Redn\", did you mean \"Redon\"?");
}

TEST(Region, faults_have_one_message_each) {
  EXPECT_THAT(said_of("name = 1"), HasSubstr("this is no JSON"));
  EXPECT_THAT(said_of("{\"a\":1}"), HasSubstr("no polygon (found no GeoJSON type"));
  EXPECT_THAT(said_of("[1]"), HasSubstr("no polygon (found no GeoJSON type"));
  EXPECT_THAT(said_of(R"({"type":"Point","coordinates":[1,2]})"), HasSubstr("no polygon (found Point"));
  EXPECT_THAT(said_of(R"({"type":"FeatureCollection","features":[]})"), HasSubstr("no polygon (found a collection"));
  EXPECT_THAT(said_of(R"({"type":"Feature","properties":null,"geometry":null})"), HasSubstr("no polygon (found no"));
  EXPECT_THAT(said_of(R"({"type":"Polygon","coordinates":[]})"), HasSubstr("no polygon (found a polygon without"));
  EXPECT_THAT(said_of(R"({"type":"Polygon","coordinates":[[[1,2],[1,3],[1,2]]]})"), HasSubstr("has 3 points"));
  EXPECT_THAT(said_of(R"({"type":"Polygon","coordinates":[[[1,2],[1,3],[2,3],[2,2]]]})"), HasSubstr("is open"));
  EXPECT_THAT(said_of(R"({"type":"Polygon","coordinates":[[["a",2],[1,3],[2,3],[2,2]]]})"), HasSubstr("two numbers"));
  EXPECT_THAT(said_of(R"({"type":"Polygon","coordinates":[[[652000,6862000],[1,3],[2,3],[2,2]]]})"),
              HasSubstr("lies at 652000, 6862000 (expected degrees"));
  EXPECT_THAT(said_of(std::string{with_hole}, "x"), HasSubstr("no properties to choose \"x\" by, remove --commune"));
}

TEST(Region, cuts_roads_where_they_leave_it) {
  // Five nodes from west to east, one step of 0.001 degrees each: the square holds the first two.
  const std::string road = node(1, 0, 0) + node(2, 1, 0) + node(3, 2, 0) + node(4, 3, 0) + node(5, 4, 0) +
                           way(9, {1, 2, 3, 4, 5}, {{"highway", "residential"}});
  const Draft kept = draft(road, parse_region(square("", -2.1005), "o.geojson", ""));
  EXPECT_EQ(kept.nodes.size(), 2u);
  EXPECT_EQ(kept.remarks.cut_roads, 1u);
  EXPECT_EQ(draft(road).nodes.size(), 2u);
  EXPECT_NEAR(draft(road).edges[0].length_m, 4 * kept.edges[0].length_m, 0.1);
}

TEST(Region, of_a_real_commune_keeps_less_than_its_extract) {
  namespace fs = std::filesystem;
  const fs::path folder = shared_data::folder();
  const fs::path outlines = folder / "communes" / "boundaries.geojson";
  const fs::path extract = folder / "osm" / "montiers_sur_saulx.osm.gz";
  if (!fs::exists(outlines) || !fs::exists(extract)) GTEST_SKIP() << shared_data::absent(outlines);
  const Imported all = import_osm(extract);
  const Imported within = import_osm(extract, read_region(outlines, "55348"));
  EXPECT_LT(within.report.found.km, all.report.found.km);
  EXPECT_GT(within.report.found.km, 0.2 * all.report.found.km);
  EXPECT_THAT(complaint([&] { import_osm(extract, read_region(outlines, "35236")); }),
              HasSubstr("boundaries.geojson: nothing of montiers_sur_saulx.osm.gz lies within the outline"));
}

}  // namespace
}  // namespace essaim::importer::test
