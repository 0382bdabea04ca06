// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <numeric>

#include "scenarios/importer/import.h"
#include "scenarios/importer/territory_writer.h"
#include "scenarios/reader/load.h"
#include "tests/scenarios/importer/osm_text.h"

namespace essaim::importer::test {

namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// A folder of its own; messages are compared without its path.
class Files : public ::testing::Test {
 protected:
  Files() {
    std::string name = (fs::temp_directory_path() / "essaim-import-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~Files() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream{folder_ / name, std::ios::binary} << bytes;
    return folder_ / name;
  }

  std::string complaint_of(const std::function<void()>& action) const {
    std::string text = complaint(action);
    const std::string prefix = folder_.string() + "/";
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
      text.erase(at, prefix.size());
    }
    return text;
  }
  std::string complaint_of_osm(const std::string& name, const std::string& bytes) const {
    const fs::path file = write(name, bytes);
    return complaint_of([&] { import_osm(file); });
  }

  fs::path folder_;
};

/// A ladder of twelve crossings, with a bakery, a house and heights if it comes from tables.
std::string ladder() {
  std::string text;
  for (int i = 0; i < 12; ++i) text += node(i + 1, i / 2, i % 2);
  text += way(100, {1, 3, 5, 7, 9, 11}, {{"highway", "residential"}, {"maxspeed", "30"}});
  text += way(101, {2, 4, 6, 8, 10, 12}, {{"highway", "tertiary"}, {"oneway", "yes"}});
  for (int i = 0; i < 6; ++i) text += way(102 + i, {2 * i + 1, 2 * i + 2}, {{"highway", i == 2 ? "steps" : "service"}});
  return text + node(50, 2, 1, {{"shop", "bakery"}}) + node(60, 0, 0) + node(61, 1, 0) + node(62, 1, 1) +
         way(110, {60, 61, 62, 60}, {{"building", "house"}});
}

/// The same with a field of 4 by 2 steps that has a hole of one, in two chains of ways, and a meadow far beyond.
std::string farmed_ladder() {
  std::string text = ladder();
  const auto corner = [&](int id, int east, int north) { text += node(id, east, north); };
  corner(70, 0, 2), corner(71, 4, 2), corner(72, 4, 4), corner(73, 0, 4);
  corner(74, 1, 3), corner(75, 2, 3), corner(76, 2, 4), corner(77, 1, 4);
  corner(80, 900, 900), corner(81, 901, 900), corner(82, 901, 901);
  text += way(120, {70, 71, 72}, {}) + way(121, {70, 73, 72}, {}) + way(122, {74, 75, 76, 77, 74}, {});
  text += way(123, {80, 81, 82, 80}, {{"landuse", "meadow"}});
  return text +
         "<relation id=\"130\"><member type=\"way\" ref=\"121\" role=\"outer\"/><member type=\"way\" ref=\"122\" "
         "role=\"inner\"/><member type=\"way\" ref=\"120\" role=\"outer\"/><tag k=\"type\" v=\"multipolygon\"/><tag "
         "k=\"landuse\" v=\"farmland\"/></relation>\n";
}

constexpr std::string_view csv_nodes =
    "node,lat,lon,z_m\n0,47.600,-2.100,10\n1,47.601,-2.100,20\n2,47.602,-2.100,\n3,47.603,-2.100,40\n"
    "4,47.604,-2.100,50\n5,47.605,-2.100,60\n6,47.606,-2.100,70\n7,47.607,-2.100,80\n8,47.608,-2.100,90\n"
    "9,47.609,-2.100,100\n";
constexpr std::string_view csv_edges =
    "from,to,length_m\n0,1,111.2\n1,2,111.2\n2,3,111.2\n3,4,111.2\n4,5,111.2\n5,6,111.2\n6,7,111.2\n7,8,111.2\n8,9,\n";

CsvSource tables(const fs::path& nodes, const fs::path& edges) {
  return {nodes, edges, {}, "Licence Ouverte 2.0", "IGN, \"BD TOPO\""};
}

TEST_F(Files, write_what_the_reader_reads) {
  const Imported imported = import_osm(write("bourg.osm", osm(ladder())));
  const TerritoryFiles files = territory_files(folder_ / "bourg.territory.toml", false);
  write_territory(imported, files, "Essaim test");
  const commune::RoadMap map = reader::load_territory(files.toml);
  EXPECT_EQ(map.source, "bourg.osm, OpenStreetMap");
  EXPECT_EQ(map.licence, "ODbL 1.0");
  EXPECT_EQ(map.credit, "© OpenStreetMap contributors");
  EXPECT_EQ(map.latitude, imported.map.latitude);
  EXPECT_EQ(map.longitude, imported.map.longitude);
  ASSERT_EQ(map.nodes.size(), 12u);
  ASSERT_EQ(map.edges.size(), 16u);
  ASSERT_EQ(map.places.size(), 2u);
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    EXPECT_EQ(map.nodes[i].x_m, imported.map.nodes[i].x_m);
    EXPECT_EQ(map.nodes[i].y_m, imported.map.nodes[i].y_m);
  }
  for (std::size_t i = 0; i < map.edges.size(); ++i) {
    const Edge& read = map.edges[i];
    const Edge& written = imported.map.edges[i];
    EXPECT_EQ(std::tuple(read.a, read.b, read.length_m, read.speed_km_h, read.road),
              std::tuple(written.a, written.b, written.length_m, written.speed_km_h, written.road));
    EXPECT_EQ(std::tuple(read.one_way, read.car, read.foot), std::tuple(written.one_way, written.car, written.foot));
  }
  for (std::size_t i = 0; i < map.places.size(); ++i) {
    EXPECT_EQ(map.places[i].kind, imported.map.places[i].kind);
    EXPECT_EQ(map.places[i].node, imported.map.places[i].node);
  }
}

TEST_F(Files, have_fields_with_their_holes_near_the_roads) {
  const Imported imported = import_osm(write("bourg.osm", osm(farmed_ladder())));
  ASSERT_EQ(imported.map.fields.size(), 1u) << "the meadow lies far from every road";
  EXPECT_EQ(imported.field_sources, std::vector<std::string>{"relation/130"});
  const double step_ha = 111.19 * 74.98 / 10'000;
  EXPECT_NEAR(imported.report.field_ha, (4 * 2 - 1) * step_ha, 0.05 * step_ha);
  ASSERT_EQ(imported.map.fields[0].rings.size(), 2u);
  EXPECT_EQ(imported.map.fields[0].rings[0].size(), 4u);
  EXPECT_EQ(imported.map.fields[0].rings[1].size(), 4u);
  const TerritoryFiles files = territory_files(folder_ / "bourg.territory.toml", false);
  write_territory(imported, files, "Essaim test");
  const commune::RoadMap map = reader::load_territory(files.toml);
  ASSERT_EQ(map.fields.size(), 1u);
  for (std::size_t ring = 0; ring < 2; ++ring) {
    ASSERT_EQ(map.fields[0].rings[ring].size(), 4u);
    for (std::size_t corner = 0; corner < 4; ++corner) {
      EXPECT_EQ(map.fields[0].rings[ring][corner].x_m, imported.map.fields[0].rings[ring][corner].x_m);
      EXPECT_EQ(map.fields[0].rings[ring][corner].y_m, imported.map.fields[0].rings[ring][corner].y_m);
    }
  }
}

TEST_F(Files, have_the_same_roads_and_places_with_fields) {
  const Imported with = import_osm(write("with.osm", osm(farmed_ladder())));
  const Imported without = import_osm(write("without.osm", osm(ladder())));
  EXPECT_EQ(nodes_csv(with), nodes_csv(without));
  EXPECT_EQ(edges_csv(with), edges_csv(without));
  EXPECT_EQ(places_csv(with), places_csv(without));
}

TEST_F(Files, cut_fields_off_beyond_the_roads) {
  std::string text = ladder() + node(90, -100, -100) + node(91, 100, -100) + node(92, 100, 100) + node(93, -100, 100);
  text += way(124, {90, 91, 92, 93, 90}, {{"landuse", "farmland"}});
  const Imported imported = import_osm(write("large.osm", osm(text)));
  ASSERT_EQ(imported.map.fields.size(), 1u);
  const double width_m = 5 * 74.98 + 2 * fields_beyond_m;
  EXPECT_NEAR(imported.report.field_ha, width_m * (111.19 + 2 * fields_beyond_m) / 10'000, 1);
}

TEST_F(Files, leave_nothing_else_behind) {
  const Imported imported = import_osm(write("bourg.osm", osm(ladder())));
  write_territory(imported, territory_files(folder_ / "bourg.territory.toml", false), "Essaim test");
  const auto count = std::distance(fs::directory_iterator{folder_}, fs::directory_iterator{});
  EXPECT_EQ(count, 5);  // the extract, and four
}

TEST_F(Files, are_not_replaced_unless_told) {
  write("bourg.edges.csv", "mine");
  EXPECT_EQ(complaint_of([&] { territory_files(folder_ / "bourg.territory.toml", false); }),
            "bourg.edges.csv: the file is there already, add --force to replace it, or choose another name");
  EXPECT_EQ(complaint_of([&] { territory_files(folder_ / "bourg.territory.toml", true); }), "no complaint");
  EXPECT_THAT(complaint_of([&] { territory_files(folder_ / "bourg.toml", true); }),
              HasSubstr("does not end in .territory.toml"));
  EXPECT_THAT(complaint_of([&] { territory_files(folder_ / "no" / "bourg.territory.toml", true); }),
              HasSubstr("there is no folder"));
}

TEST_F(Files, of_tables_say_what_was_assumed) {
  const Imported imported =
      import_csv(tables(write("n.csv", std::string{csv_nodes}), write("e.csv", std::string{csv_edges})));
  EXPECT_EQ(imported.report.remarks.no_class, 9u);
  EXPECT_EQ(imported.report.remarks.no_length, 1u);
  EXPECT_EQ(imported.report.guessed_heights, 1u);
  ASSERT_EQ(imported.map.nodes.size(), 10u);
  const float sum = std::accumulate(imported.map.height_m.begin(), imported.map.height_m.end(), 0.0f);
  EXPECT_EQ(sum, 550);  // the unknown one is 30, between 20 and 40
  EXPECT_NEAR(imported.report.kept.km, 9 * 0.1112, 0.001);
  const TerritoryFiles files = territory_files(folder_ / "t.territory.toml", false);
  write_territory(imported, files, "Essaim test");
  const commune::RoadMap map = reader::load_territory(files.toml);
  EXPECT_EQ(map.credit, "IGN, \"BD TOPO\"");
  EXPECT_EQ(map.height_m, imported.map.height_m);
  EXPECT_TRUE(map.places.empty());
}

TEST_F(Files, of_places_tell_homes_and_work) {
  CsvSource source = tables(write("n.csv", std::string{csv_nodes}), write("e.csv", std::string{csv_edges}));
  source.places = write("p.csv",
                        "id,lat,lon,footprint_m2,use,light,dwellings\n"
                        "a,47.6,-2.1,90,Résidentiel,0,3\nb,47.6,-2.1,90,Résidentiel,0,\n"
                        "c,47.6,-2.1,9,Résidentiel,0,\nd,47.6,-2.1,90,Annexe,0,\n"
                        "e,47.6,-2.1,90,Industriel,0,0\n");
  const Imported imported = import_csv(source);
  EXPECT_EQ(imported.place_sources, (std::vector<std::string>{"a", "b", "e"}));
  EXPECT_EQ(imported.report.dwellings, 4);
  EXPECT_EQ(imported.map.places.at(2).kind, commune::PlaceKind::workplace);
}

TEST_F(Files, of_tables_are_refused_where_they_are_wrong) {
  const auto of = [&](const std::string& nodes, const std::string& edges) {
    const CsvSource source = tables(write("n.csv", nodes), write("e.csv", edges));
    return complaint_of([&] { import_csv(source); });
  };
  const std::string nodes{csv_nodes};
  EXPECT_EQ(of("lat,x\n1,2\n", "from,to\n0,0\n"),
            "n.csv:1:1: no column \"lon\" (columns here: lat, x), add or rename it");
  EXPECT_EQ(of("lat;lon\n1;2\n", "a\n1\n"),
            "n.csv: columns are separated by semicolons or tabs (expected commas), export the file with commas");
  EXPECT_EQ(of("lat,lon\n", "a\n1\n"),
            "n.csv: no row below the names of columns (expected at least one), write it again");
  EXPECT_EQ(of("lat,lon\n1,2\n1\n", "a\n1\n"),
            "n.csv:3:1: 1 value (expected 2, as many as columns), complete the line");
  EXPECT_EQ(of("lat,lon\n91,2\n", "from,to\n0,0\n"), "n.csv:2:1: lat is 91 (allowed: -90 to 90), correct it");
  EXPECT_EQ(of("lat,lon\n1,\"2\n", "from,to\n0,0\n"), "n.csv:2:3: quotes that do not close on their line, close them");
  EXPECT_EQ(of(nodes, "from,to\n0,10\n"), "e.csv:2:3: to is 10 (allowed: 0 to 9), correct it");
  EXPECT_EQ(of(nodes, "from,to\n0,x\n"), "e.csv:2:3: to is \"x\" (expected a number such as 12.5), correct it");
  EXPECT_EQ(of(nodes, "from,to,highway\n0,1,rue\n"),
            "e.csv:2:5: unknown highway \"rue\" (expected a class of OpenStreetMap such as residential), correct it");
}

TEST_F(Files, that_are_no_extract_are_refused) {
  const std::string whole = osm(ladder());
  EXPECT_EQ(complaint_of_osm("empty.osm", ""),
            "empty.osm: the file is empty (expected an extract), fetch the extract again");
  EXPECT_THAT(
      complaint_of_osm("cut.osm", whole.substr(0, 500)),
      HasSubstr("cut.osm:11:1: the file ends in the middle of an element (it was cut), fetch the extract again"));
  EXPECT_EQ(complaint_of_osm("text.osm", "hello"),
            "text.osm:1:1: this is no OpenStreetMap XML (syntax error), fetch the extract again");
  EXPECT_THAT(complaint_of_osm("page.osm", "<html/>"), HasSubstr("Unknown top-level element: html"));
  EXPECT_THAT(complaint_of_osm("text.osm.pbf", "hello"), HasSubstr("no whole OpenStreetMap PBF"));
  EXPECT_THAT(complaint_of_osm("none.osm", osm("")), HasSubstr("no road that people can use (0 nodes and 0 ways"));
  EXPECT_THAT(complaint_of_osm("two.osm", osm(node(1, 0, 0) + node(2, 1, 0) + way(3, {1, 2}, {{"highway", "road"}}))),
              HasSubstr("only 2 crossings and ends of roads hang together"));
  EXPECT_THAT(complaint_of_osm("bourg.zip", whole), HasSubstr("unknown suffix (allowed: .osm, .osm.gz, .osm.pbf)"));
  EXPECT_EQ(complaint_of([&] { import_osm(folder_ / "nowhere.osm"); }), "nowhere.osm: no such file, check its path");
  fs::create_directory(folder_ / "folder.osm");
  EXPECT_THAT(complaint_of([&] { import_osm(folder_ / "folder.osm"); }), HasSubstr("this is a directory"));
  fs::resize_file(write("large.osm", "x"), 600'000'000);  // a hole, no bytes on disk
  EXPECT_THAT(complaint_of([&] { import_osm(folder_ / "large.osm"); }), HasSubstr("600 MB (allowed: at most 512)"));
}

TEST(ParseBox, reads_four_sides) {
  const Box box = parse_box("5.25,48.49,5.33,48.58");
  EXPECT_TRUE(box.contains(5.3, 48.5));
  EXPECT_FALSE(box.contains(5.3, 48.6));
  EXPECT_THAT(complaint([] { parse_box("5.25,48.49,5.33"); }), HasSubstr("not four numbers"));
  EXPECT_THAT(complaint([] { parse_box("5.25,48.49,5.33,48.58,1"); }), HasSubstr("not four numbers"));
  EXPECT_THAT(complaint([] { parse_box("5,48,4,49"); }), HasSubstr("the box is empty"));
}

}  // namespace
}  // namespace essaim::importer::test
