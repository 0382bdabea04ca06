// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Real extracts, which are no part of the repository. Expected numbers come from another program (ways cut at shared
// nodes, before anything is left out).
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <ostream>
#include <string>

#include "scenarios/importer/import.h"
#include "scenarios/importer/territory_writer.h"
#include "tests/shared_data.h"

namespace essaim::importer::test {

namespace {

namespace fs = std::filesystem;

struct Expected {
  std::string file;
  double nodes;
  double edges;
  double km;
  double car_km;
};

void PrintTo(const Expected& expected, std::ostream* out) { *out << expected.file; }

class Extracts : public ::testing::TestWithParam<Expected> {};

TEST_P(Extracts, give_the_roads_that_another_program_finds) {
  const Expected& expected = GetParam();
  const fs::path file = shared_data::folder() / "osm" / expected.file;
  if (!fs::exists(file)) GTEST_SKIP() << shared_data::absent(file);
  const Imported imported = import_osm(file);
  constexpr double tolerance = 0.03;
  EXPECT_NEAR(static_cast<double>(imported.report.found.nodes), expected.nodes, tolerance * expected.nodes);
  EXPECT_NEAR(static_cast<double>(imported.report.found.edges), expected.edges, tolerance * expected.edges);
  EXPECT_NEAR(imported.report.found.km, expected.km, tolerance * expected.km);
  EXPECT_GT(imported.report.km_driven, 0.8 * expected.car_km);   // of the kept part, without private roads
  EXPECT_LT(imported.report.km_driven, 1.15 * expected.car_km);  // and with tracks that are open to cars
  EXPECT_GT(imported.report.dwellings, 300);
}

INSTANTIATE_TEST_SUITE_P(Shared, Extracts,
                         ::testing::Values(Expected{"redon.osm.gz", 530, 706, 23.7, 15.7},
                                           Expected{"pont_de_veyle.osm.gz", 415, 517, 40.6, 22.2},
                                           Expected{"montiers_sur_saulx.osm.gz", 374, 428, 191.5, 76.3},
                                           Expected{"saint_jean_la_poterie.osm.gz", 78, 95, 6.8, 6.2},
                                           Expected{"monaco.osm.gz", 1'179, 1'587, 83.5, 60.7},
                                           Expected{"liechtenstein.osm.pbf", 6'257, 7'885, 1'140.4, 408.9}),
                         [](const auto& tested) {
                           const std::string& name = tested.param.file;
                           return name.substr(0, name.find('.'));
                         });

class Tables : public ::testing::TestWithParam<std::string> {};

/// The same roads, cut by another program: each way has the same length in both, unless it is closed to the public.
TEST_P(Tables, agree_way_by_way_with_the_extract) {
  const fs::path extract = shared_data::folder() / "osm" / (GetParam() + ".osm.gz");
  const fs::path nodes = shared_data::folder() / "graphs" / (GetParam() + ".nodes.csv");
  if (!fs::exists(nodes)) GTEST_SKIP() << shared_data::absent(nodes);
  const auto metres_by_way = [](const Imported& imported) {
    std::map<std::int64_t, double> metres;
    for (std::size_t i = 0; i < imported.map.edges.size(); ++i) {
      metres[imported.edge_sources[i]] += imported.map.edges[i].length_m;
    }
    return metres;
  };
  const auto ours = metres_by_way(import_osm(extract));
  const CsvSource source{nodes, shared_data::folder() / "graphs" / (GetParam() + ".edges.csv"), {}, "ODbL", "OSM"};
  const auto theirs = metres_by_way(import_csv(source));
  std::size_t shared = 0;
  std::size_t alike = 0;
  for (const auto& [way, metres] : ours) {
    const auto found = theirs.find(way);
    if (found == theirs.end()) continue;
    ++shared;
    if (std::abs(metres - found->second) <= 0.01 * metres + 5) ++alike;
  }
  EXPECT_GT(shared, ours.size() * 95 / 100);
  EXPECT_GT(alike, shared * 98 / 100);  // tables tell loops by one node: they are left out
}

INSTANTIATE_TEST_SUITE_P(Shared, Tables,
                         ::testing::Values("redon", "pont_de_veyle", "montiers_sur_saulx", "saint_jean_la_poterie",
                                           "monaco"));

TEST(Olemps, comes_with_heights_and_dwellings) {
  const fs::path folder = shared_data::folder() / "olemps";
  if (!fs::exists(folder)) GTEST_SKIP() << shared_data::absent(folder);
  const CsvSource source{folder / "roads_bdtopo_v3.nodes.csv", folder / "roads_bdtopo_v3.edges.csv",
                         folder / "buildings_bdtopo_v3.csv", "Licence Ouverte 2.0", "IGN – BD TOPO, 2022"};
  const Imported imported = import_csv(source);
  EXPECT_EQ(imported.report.found.nodes, 1'116u);
  EXPECT_NEAR(imported.report.found.km, 113.0, 1);
  EXPECT_EQ(imported.map.height_m.size(), imported.map.nodes.size());
  EXPECT_NEAR(imported.report.dwellings, 1'429, 60);
}

}  // namespace
}  // namespace essaim::importer::test
