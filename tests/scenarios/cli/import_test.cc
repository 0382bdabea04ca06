// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/scenarios/cli/command_line.h"

namespace essaim::cli::command_line {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

constexpr std::string_view pilot = R"(name = "Essai"
insee = "35236"
territory = "bourg.territory.toml"
population = { value = "300 persons", year = 2021, source = "INSEE", mark = "published" }
area = { value = "5 km2", year = 2021, source = "INSEE", mark = "published" }
)";

/// A ladder of fourteen crossings, with a bakery on each rung and a house.
std::string extract() {
  std::string text = "<osm version=\"0.6\">";
  const auto node = [&](int id, int east, int north, const std::string& tags) {
    text += "<node id=\"" + std::to_string(id) + "\" lat=\"" + std::to_string(47.65 + 0.001 * north) + "\" lon=\"" +
            std::to_string(-2.08 + 0.001 * east) + "\">" + tags + "</node>";
  };
  const auto way = [&](int id, const std::vector<int>& nodes, const std::string& key, const std::string& value) {
    text += "<way id=\"" + std::to_string(id) + "\">";
    for (const int one : nodes) text += "<nd ref=\"" + std::to_string(one) + "\"/>";
    text += "<tag k=\"" + key + "\" v=\"" + value + "\"/></way>";
  };
  for (int i = 0; i < 14; ++i) node(i + 1, i / 2, i % 2, "");
  way(100, {1, 3, 5, 7, 9, 11, 13}, "highway", "residential");
  way(101, {2, 4, 6, 8, 10, 12, 14}, "highway", "tertiary");
  for (int i = 0; i < 7; ++i) {
    way(110 + i, {2 * i + 1, 2 * i + 2}, "highway", "service");
    node(200 + i, i, 0, "<tag k=\"shop\" v=\"bakery\"/>");
  }
  node(301, 0, 0, "");
  node(302, 1, 0, "");
  node(303, 1, 1, "");
  way(300, {301, 302, 303, 301}, "building", "house");
  return text + "</osm>";
}

class Import : public Program {
 protected:
  void SetUp() override {
    Program::SetUp();
    write("bourg.osm", extract());
  }
};

TEST_F(Import, says_what_it_kept_in_both_languages) {
  const Ended english = run("import osm bourg.osm -o bourg.territory.toml --lang en");
  EXPECT_EQ(english.code, 0) << english.err;
  EXPECT_THAT(english.out, AllOf(HasSubstr("Roads: 14 crossings and ends, 19 edges"), HasSubstr("food shops"),
                                 HasSubstr("© OpenStreetMap contributors, ODbL 1.0"),
                                 HasSubstr("Next: essaim check bourg.territory.toml")));
  const Ended french = run("import osm bourg.osm -o bourg.territory.toml --force --lang fr");
  EXPECT_EQ(french.code, 0) << french.err;
  EXPECT_THAT(french.out, AllOf(HasSubstr("Routes : 14 carrefours et extrémités, 19 tronçons"),
                                HasSubstr("commerces alimentaires")));
  EXPECT_EQ(run("check bourg.territory.toml").code, 0);
  EXPECT_THAT(run("describe bourg.territory.toml --lang en").out, HasSubstr("14 crossings and ends, 19 edges"));
}

TEST_F(Import, tells_a_program_the_same) {
  const json told = json::parse(run("import osm bourg.osm -o bourg.territory.toml --json").out);
  EXPECT_EQ(told["kept"]["nodes"], 14);
  EXPECT_EQ(told["kept"]["edges"], 19);
  EXPECT_EQ(told["places"]["food_shop"], 7);
  EXPECT_EQ(told["remarks"]["far_places"], 0);
}

TEST_F(Import, refuses_and_writes_nothing) {
  write("cut.osm", extract().substr(0, 900));
  const Ended cut = run("import osm cut.osm -o cut.territory.toml");
  EXPECT_EQ(cut.code, 2);
  EXPECT_THAT(cut.err, HasSubstr("cut.osm:1:"));
  EXPECT_EQ(cut.out, "");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "cut.territory.toml"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "cut.nodes.csv"));
  EXPECT_EQ(run("import osm bourg.osm -o bourg.territory.toml").code, 0);
  EXPECT_THAT(run("import osm bourg.osm -o bourg.territory.toml").err, HasSubstr("add --force to replace it"));
  EXPECT_THAT(run("import gpx bourg.osm -o b.territory.toml --lang en").err,
              HasSubstr("unknown format \"gpx\" (allowed: osm, csv)"));
  EXPECT_THAT(run("import osm bourg.osm --lang en").err, HasSubstr("-o is missing"));
  EXPECT_THAT(run("import csv bourg.osm -o b.territory.toml --lang en").err, HasSubstr("--nodes is missing"));
}

TEST_F(Import, keeps_what_lies_within_an_outline) {
  // The ladder without its last two rungs; a second outline lies elsewhere.
  const std::string ring = "[[[-2.0805,47.649],[-2.0755,47.649],[-2.0755,47.652],[-2.0805,47.652],[-2.0805,47.649]]]";
  const std::string far = "[[[2,47],[2.1,47],[2.1,47.1],[2,47]]]";
  const auto feature = [](const std::string& code, const std::string& coordinates) {
    return R"({"type":"Feature","properties":{"code":")" + code + R"("},"geometry":{"type":"Polygon","coordinates":)" +
           coordinates + "}}";
  };
  write("o.geojson",
        R"({"type":"FeatureCollection","features":[)" + feature("35236", ring) + "," + feature("18033", far) + "]}");
  const std::string import = "import osm bourg.osm -o bourg.territory.toml --lang en --force ";
  const Ended ended = run(import + "--within o.geojson --commune 35236 --json");
  ASSERT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(json::parse(ended.out)["kept"]["nodes"], 10);
  EXPECT_EQ(json::parse(ended.out)["places"]["food_shop"], 5);
  const auto refused = [&](const std::string& options) {
    const Ended wrong = run(import + options);
    EXPECT_EQ(wrong.code, 2) << options;
    return wrong.err;
  };
  EXPECT_THAT(refused("--within o.geojson"), HasSubstr("o.geojson: 2 outlines"));
  EXPECT_THAT(refused("--within o.geojson --commune 18033"), HasSubstr("nothing of bourg.osm lies within"));
  EXPECT_THAT(refused("--within no.geojson"), HasSubstr("no.geojson"));
  EXPECT_THAT(refused("--within bourg.osm"), HasSubstr("no JSON"));
  EXPECT_THAT(refused("--within o.geojson --box 1,2,3,4"), HasSubstr("--box and --within"));
  EXPECT_THAT(refused("--commune 35236"), HasSubstr("--commune chooses an outline"));
}

TEST_F(Import, travels_in_the_results_of_a_run) {
  ASSERT_EQ(run("import osm bourg.osm -o bourg.territory.toml").code, 0);
  write("essai.toml", std::string{pilot});
  std::string scenario = small_scenario;
  scenario.replace(scenario.find("\"langouet\""), 10, "\"essai.toml\"");
  write("small.toml", scenario);
  const Ended made = run("run small.toml -o small.nc --replicates 1");
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_THAT(run("cite small.nc").out, HasSubstr("© OpenStreetMap contributors (ODbL 1.0)"));
  for (const char* file : {"essai.toml", "bourg.territory.toml", "bourg.nodes.csv", "bourg.edges.csv"}) {
    std::filesystem::remove(folder_ / file);
  }
  const Ended told = run("explain small.nc --site essai --variant epicerie --replicate 0 --household 1");
  EXPECT_EQ(told.code, 0) << told.err;
}

}  // namespace
}  // namespace essaim::cli::command_line
