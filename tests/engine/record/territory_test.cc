// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/territory.h"

#include <gtest/gtest.h>

#include <numeric>

#include "engine/record/merge.h"
#include "engine/record/results_reader.h"
#include "tests/engine/record/sample.h"

namespace essaim::record {
namespace {

TerritoryTables written_and_read(const ResultsHeader& header) {
  const sample::TemporaryDirectory directory;
  sample::write_batch(directory.path(), header);
  merge_blocks(directory.path(), directory / "out.nc");
  return ResultsReader{directory / "out.nc"}.header().territory;
}

TEST(Territory, EachSiteGetsItsOwnBack) {
  const TerritoryTables read = written_and_read(sample::header());
  ASSERT_EQ(read.sites.size(), 2u);
  for (std::size_t site = 0; site < 2; ++site) {
    const std::optional<TerritoryMap> map = read.of_site(site);
    ASSERT_TRUE(map);
    const TerritoryMap expected = sample::territory(site == 0 ? 0 : 40);
    EXPECT_EQ(map->about.generated, expected.about.generated);
    EXPECT_EQ(map->about.latitude, 48.25);
    EXPECT_EQ(map->about.credit, expected.about.credit);
    EXPECT_EQ(map->about.licence, "ODbL 1.0");
    ASSERT_EQ(map->nodes.size(), 3u);
    EXPECT_EQ(map->nodes[1].x_m, expected.nodes[1].x_m);
    EXPECT_EQ(map->nodes[1].y_m, -50);
    EXPECT_TRUE(map->nodes[2].outside);
    ASSERT_EQ(map->roads.size(), 2u);
    EXPECT_EQ(map->roads[1].from, 1u);
    EXPECT_EQ(map->roads[1].to, 2u);
    EXPECT_EQ(map->roads[1].road_class, 2);
    EXPECT_FALSE(map->roads[1].foot);
    EXPECT_TRUE(map->roads[1].one_way);
    ASSERT_EQ(map->squares.size(), 2u);
    EXPECT_EQ(map->squares[1].households, 6u);
    EXPECT_EQ(map->squares[1].residents, 11u);
    EXPECT_EQ(map->squares[1].zone, 1);
    EXPECT_TRUE(map->squares[1].merged);
    ASSERT_EQ(map->places.size(), 1u);
    EXPECT_EQ(map->places[0].kind, static_cast<std::uint8_t>(TerritoryPlaceKind::town_hall));
    EXPECT_EQ(map->about.fields, static_cast<std::uint8_t>(TerritoryFields::known));
    EXPECT_EQ(map->about.farmland_ha, 614.5);
    EXPECT_EQ(map->about.farmland_missing_ha, 12.25);
    ASSERT_EQ(map->corners.size(), 8u);
    EXPECT_EQ(map->corners[1].x_m, expected.corners[1].x_m);
    EXPECT_EQ(map->corners[7].field, 1u);
    EXPECT_EQ(map->corners[7].ring, 1u);
    EXPECT_EQ(map->corners[7].y_m, 7);
  }
  EXPECT_FALSE(read.of_site(2));
}

TEST(Territory, AFileWithoutOneIsStillRead) {
  ResultsHeader header = sample::header();
  header.territory = {};
  const TerritoryTables read = written_and_read(header);
  EXPECT_TRUE(read.sites.empty());
  EXPECT_FALSE(read.of_site(0));
}

TEST(Territory, AFileWithoutFieldsIsStillRead) {
  TerritoryTables before = sample::header().territory;
  before.corners.clear();
  ResultsHeader header = sample::header();
  header.territory = before;
  const std::optional<TerritoryMap> map = written_and_read(header).of_site(1);
  ASSERT_TRUE(map);
  EXPECT_EQ(map->nodes.size(), 3u);
  EXPECT_TRUE(map->corners.empty());
}

TEST(Territory, TheDesignDoesNotDependOnIt) {
  ResultsHeader header = sample::header();
  const std::string with = design_id(header);
  header.territory = {};
  EXPECT_EQ(design_id(header), with);
}

TEST(Territory, ARoadToNowhereIsRefused) {
  TerritoryTables tables;
  TerritoryMap map = sample::territory(0);
  map.roads[0].to = 3;
  tables.add(map);
  EXPECT_FALSE(tables.of_site(0));
  map = sample::territory(0);
  map.roads[0].road_class = 6;
  tables = {};
  tables.add(map);
  EXPECT_FALSE(tables.of_site(0));
}

std::uint32_t households_of(const std::vector<TerritorySquare>& squares) {
  return std::accumulate(squares.begin(), squares.end(), 0u,
                         [](std::uint32_t sum, const TerritorySquare& square) { return sum + square.households; });
}

TEST(SmallSquares, AreMergedWithTheNearestOfTheirZoneAndLoseNobody) {
  std::vector<TerritorySquare> squares = {{0, 0, 0, 30, 60, 0, false},
                                          {0, 200, 0, 4, 9, 1, false},
                                          {0, 400, 0, 2, 3, 1, false},
                                          {0, 4'000, 0, 20, 41, 1, false},
                                          {0, 9'000, 0, 1, 2, 2, false}};
  merge_small_squares(squares);
  EXPECT_EQ(households_of(squares), 57u);
  for (std::size_t i = 1; i < squares.size(); ++i) {
    EXPECT_TRUE(squares[i].merged);
    EXPECT_NEAR(squares[i].households, 27.0 / 4, 1) << "even the lone house, which no square of its zone can hide";
  }
  EXPECT_FALSE(squares[0].merged);
}

TEST(SmallSquares, StayWhereEverySquareIsLarge) {
  std::vector<TerritorySquare> squares = {{0, 0, 0, 11, 20, 0, false}, {0, 200, 0, 40, 90, 0, false}};
  merge_small_squares(squares);
  EXPECT_EQ(squares[0].households, 11u);
  EXPECT_FALSE(squares[0].merged);
}

}  // namespace
}  // namespace essaim::record
