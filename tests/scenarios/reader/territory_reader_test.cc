// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "scenarios/reader/load.h"
#include "scenarios/reader/pilot_files.h"
#include "tests/scenarios/reader/reader_world.h"

namespace essaim::reader::testing {

namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const std::map<std::string, std::string> right_files = {
    {"bourg.territory.toml",
     "source = \"bourg.osm\"\nlicence = \"ODbL 1.0\"\ncredit = \"© OpenStreetMap contributors\"\nlatitude = 47.65\n"
     "longitude = -2\nnodes = \"n.csv\"\nedges = \"e.csv\"\nplaces = \"p.csv\"\n"},
    {"n.csv", "node,x_m,y_m,height_m,source\n0,0.0,0.0,12.5,7\n1,100.5,0.0,13,8\n2,200,-50.5,14,9\n"},
    {"e.csv",
     "a,b,length_m,speed_km_h,road,one_way,car,foot\n0,1,100.6,30,street,1,1,1\n1,2,111,80,major,0,1,0\n"
     "2,1,0.2,15,path,0,0,1\n"},
    {"p.csv", "kind,node,x_m,y_m,weight\ndwellings,2,201,-60,3.5\nfood_shop,0,1,1,1\n"}};

using Texts = std::map<std::string, std::string>;

commune::RoadMap read(const Texts& files) {
  const auto open = [&](const std::string& name, const std::string&) { return OpenedFile{name, files.at(name)}; };
  return read_territory(parse_document(files.at("bourg.territory.toml"), "bourg.territory.toml"), open);
}

/// What the reader says if `from` is written `to` in one of the files.
std::string complaint_of(const std::string& file, const std::string& from, const std::string& to) {
  Texts files = right_files;
  const std::size_t at = files.at(file).find(from);
  EXPECT_NE(at, std::string::npos) << from;
  files.at(file).replace(at, from.size(), to);
  return complaint([&] { read(files); });
}

TEST(TerritoryReader, refuses_roads_on_which_nobody_can_live) {
  EXPECT_EQ(
      complaint_of("e.csv", "0,1,100.6,30,street,1,1,1", "0,1,100.6,30,street,1,0,1"),
      "e.csv: no road is open to cars and walkers (car and foot are 1 on none, and homes lie on such roads), import "
      "the territory again");
}

TEST(TerritoryReader, reads_fields_ring_by_ring) {
  const auto with_fields = [](const std::string& rows) {
    Texts files = right_files;
    files.at("bourg.territory.toml") += "fields = \"f.csv\"\n";
    files["f.csv"] = "field,ring,x_m,y_m,source\n" + rows;
    return files;
  };
  const std::string outer = "0,0,0,0,a\n0,0,90,0,a\n0,0,90,90,a\n";
  const commune::RoadMap map =
      read(with_fields(outer + "0,1,50,20,a\n0,1,70,40,a\n0,1,70,20,a\n1,0,1,1,b\n1,0,2,1,b\n1,0,2,2,b\n"));
  ASSERT_EQ(map.fields.size(), 2u);
  ASSERT_EQ(map.fields[0].rings.size(), 2u);
  EXPECT_EQ(map.fields[0].rings[1][1].y_m, 40);
  EXPECT_EQ(map.fields[1].rings[0].size(), 3u);
  EXPECT_TRUE(read(right_files).fields.empty());
  for (const std::string wrong : {"1,0,0,0,a\n", "0,1,0,0,a\n", "2,0,0,0,a\n", "0,2,0,0,a\n"}) {
    const bool first = wrong[0] == '1' || wrong.starts_with("0,1");
    const Texts files = with_fields(first ? wrong : outer + wrong);
    EXPECT_THAT(complaint([&] { read(files); }), HasSubstr("is not the next one")) << wrong;
  }
  EXPECT_THAT(complaint([&] { read(with_fields("0,0,0,0,a\n0,0,9,0,a\n")); }), HasSubstr("fewer than 3 corners"));
  EXPECT_THAT(complaint([&] { read(with_fields(outer + "0,1,0,0,a\n1,0,0,0,b\n")); }),
              HasSubstr("fewer than 3 corners"));
}

TEST(TerritoryReader, reads_each_column) {
  const commune::RoadMap map = read(right_files);
  EXPECT_EQ(map.source, "bourg.osm");
  EXPECT_EQ(map.latitude, 47.65);
  EXPECT_EQ(map.longitude, -2);
  ASSERT_EQ(map.nodes.size(), 3u);
  EXPECT_EQ(map.nodes[1].x_m, 100.5);
  EXPECT_EQ(map.nodes[2].y_m, -50.5);
  EXPECT_EQ(map.height_m, (std::vector<float>{12.5f, 13, 14}));
  ASSERT_EQ(map.edges.size(), 3u);
  EXPECT_EQ(map.edges[0].length_m, 101u);
  EXPECT_TRUE(map.edges[0].one_way);
  EXPECT_EQ(map.edges[1].road, RoadClass::major);
  EXPECT_FALSE(map.edges[1].foot);
  EXPECT_EQ(map.edges[2].length_m, 1u);  // none is shorter
  EXPECT_FALSE(map.edges[2].car);
  ASSERT_EQ(map.places.size(), 2u);
  EXPECT_EQ(map.places[0].weight, 3.5);
  EXPECT_EQ(map.places[1].kind, commune::PlaceKind::food_shop);
  EXPECT_EQ(map.places[0].node, NodeId{2});
}

TEST(TerritoryReader, points_at_what_is_wrong) {
  EXPECT_EQ(complaint_of("e.csv", "\n0,1,", "\n0,3,"), "e.csv:2:3: b is 3 (allowed: 0 to 2), correct it");
  EXPECT_EQ(complaint_of("e.csv", "\n0,1,", "\n1,1,"),
            "e.csv:2:3: the road ends where it begins (expected two nodes), remove the line");
  EXPECT_EQ(complaint_of("e.csv", "street", "stret"), "e.csv:2:14: unknown name \"stret\", did you mean \"street\"?");
  EXPECT_EQ(complaint_of("e.csv", "path,0,0,1", "path,0,0,0"),
            "e.csv:4:19: a road for nobody (car and foot are 0), remove the line");
  EXPECT_EQ(complaint_of("e.csv", "street,1,1", "street,yes,1"),
            "e.csv:2:21: one_way is \"yes\" (allowed: 0, 1), correct it");
  EXPECT_EQ(complaint_of("e.csv", "80", "800"), "e.csv:3:9: speed_km_h is 800 (allowed: 1 to 200), correct it");
  EXPECT_EQ(complaint_of("n.csv", "\n1,100.5", "\n2,100.5"),
            "n.csv:3:1: node 2 (expected 1, for nodes are counted from 0 without gaps), number them again");
  EXPECT_EQ(complaint_of("n.csv", "100.5", "east"),
            "n.csv:3:3: x_m is \"east\" (expected a number such as 12.5), correct it");
  EXPECT_EQ(complaint_of("n.csv", "x_m", "x"),
            "n.csv:1:1: no column \"x_m\" (columns here: node, x, y_m, height_m, source), add or rename it");
  EXPECT_THAT(complaint_of("p.csv", "dwellings", "château"), HasSubstr("p.csv:2:1: unknown name \"château\""));
  EXPECT_EQ(complaint_of("bourg.territory.toml", "47.65", "147"),
            "bourg.territory.toml:4:12: latitude is the number 147 (expected degrees, -90 to 90), write for example "
            "latitude = 4.65");
  EXPECT_EQ(complaint_of("bourg.territory.toml", "\"n.csv\"", "\"../n.csv\""),
            "bourg.territory.toml:6:9: nodes is \"../n.csv\" (expected the name of a file beside this one), move that "
            "file here");
  EXPECT_THAT(complaint_of("bourg.territory.toml", "credit = \"© OpenStreetMap contributors\"\n", ""),
              HasSubstr("the territory has no credit"));
}

TEST(TerritoryReader, refuses_what_cannot_be_walked_to) {
  EXPECT_EQ(complaint_of("e.csv", "path,0,0,1", "path,0,1,0"),
            "n.csv:4:1: node 2 cannot be walked to from node 0 (roads hang together), import the territory again");
}

/// Files on disk: a pilot in one folder, its territory in another.
class PilotWithTerritory : public ::testing::Test {
 protected:
  PilotWithTerritory() {
    std::string name = (fs::temp_directory_path() / "essaim-territory-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    fs::create_directory(folder_ / "maps");
    for (const auto& [file, text] : right_files) std::ofstream{folder_ / "maps" / file, std::ios::binary} << text;
    write_pilot("maps/bourg.territory.toml", "");
  }
  ~PilotWithTerritory() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  void write_pilot(const std::string& territory, const std::string& credits) const {
    std::ofstream{folder_ / "essai.toml"}
        << "name = \"Essai\"\ninsee = \"01234\"\nterritory = \"" << territory << "\"\n"
        << credits
        << "population = { value = \"900 persons\", year = 2021, source = \"INSEE\", mark = \"published\" }\n"
           "area = { value = \"12 km2\", year = 2021, source = \"INSEE\", mark = \"published\" }\n";
  }

  fs::path folder_;
};

TEST_F(PilotWithTerritory, has_its_map_and_owes_its_credit) {
  const commune::Site site = load_pilot(folder_ / "essai.toml");
  ASSERT_TRUE(site.map);
  EXPECT_EQ(site.map->nodes.size(), 3u);
  EXPECT_EQ(site.credits, (std::vector<std::string>{"© OpenStreetMap contributors (ODbL 1.0)"}));
}

TEST_F(PilotWithTerritory, does_not_owe_a_credit_twice) {
  write_pilot("maps/bourg.territory.toml", "credits = [\"Carte : © OpenStreetMap contributors\"]\n");
  EXPECT_EQ(load_pilot(folder_ / "essai.toml").credits.size(), 1u);
}

TEST_F(PilotWithTerritory, keeps_the_bytes_of_each_file) {
  PilotFiles files{folder_};
  files.load("essai.toml", "here");
  std::map<std::string, std::string> kept;
  for (const InputFile& input : files.take_inputs()) kept[input.name] = input.bytes;
  ASSERT_EQ(kept.size(), 5u);
  EXPECT_TRUE(kept.contains("pilots/essai.toml"));
  for (const auto& [file, text] : right_files) EXPECT_EQ(kept["pilots/essai/" + file], text) << file;
}

TEST_F(PilotWithTerritory, says_which_file_is_missing_and_who_names_it) {
  fs::remove(folder_ / "maps" / "e.csv");
  const std::string at_table = complaint([&] { load_pilot(folder_ / "essai.toml"); });
  EXPECT_THAT(at_table, HasSubstr("bourg.territory.toml:7:9: file"));
  EXPECT_THAT(at_table, HasSubstr("e.csv\": no such file, check its path"));
  write_pilot("maps/bourge.territory.toml", "");
  const std::string at_pilot = complaint([&] { load_pilot(folder_ / "essai.toml"); });
  EXPECT_THAT(at_pilot, HasSubstr("essai.toml:3:13: file"));
  EXPECT_THAT(at_pilot, HasSubstr("did you mean"));
}

TEST_F(PilotWithTerritory, is_checked_as_what_it_is) {
  EXPECT_EQ(check_file(folder_ / "maps" / "bourg.territory.toml").kind, FileKind::territory);
  EXPECT_EQ(check_file(folder_ / "essai.toml").kind, FileKind::pilot);
  EXPECT_THAT(complaint([&] { load_pilot(folder_ / "maps" / "bourg.territory.toml"); }),
              HasSubstr("this is a territory file (expected a pilot file)"));
}

}  // namespace
}  // namespace essaim::reader::testing
