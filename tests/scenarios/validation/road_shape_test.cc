// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/validation/road_shape.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <numbers>
#include <sstream>
#include <string>

#include "models/commune/commune.h"
#include "scenarios/validation/target.h"
#include "tests/shared_data.h"

namespace essaim::validation {
namespace {

namespace fs = std::filesystem;
using commune::FigureId;

const Target& row(std::string_view id) {
  for (const Target& target : targets()) {
    if (target.id == id) return target;
  }
  throw std::logic_error("no such row");
}

void expect_within(const Target& target, double value, const std::string& place) {
  EXPECT_GE(value, target.low - target.tolerance) << target.id << ", " << place;
  EXPECT_LE(value, target.high + target.tolerance) << target.id << ", " << place;
}

/// Communes from a hamlet to a dense town: households, area [ha], settlement.
TEST(RoadShape, of_generated_roads_is_that_of_real_ones) {
  struct Place {
    double households;
    double area_ha;
    commune::Settlement settlement;
  };
  const Place places[] = {
      {226, 699, commune::Settlement::rural},      {2'792, 16'323, commune::Settlement::rural},
      {2'850, 1'270, commune::Settlement::suburb}, {5'891, 669, commune::Settlement::suburb},
      {7'821, 2'144, commune::Settlement::centre}, {40'000, 3'000, commune::Settlement::isolated_town}};
  for (const Place& place : places) {
    commune::FigureValues figures{};
    figures[static_cast<std::size_t>(FigureId::area)] = place.area_ha;
    figures[static_cast<std::size_t>(FigureId::distance_town_20k)] = 10;
    double degree = 0, dead_ends = 0, detour = 0, road_m = 0;
    constexpr int draws = 5;
    for (std::uint32_t i = 0; i < draws; ++i) {
      const RoadShape shape =
          road_shape(generate_territory(figures, place.settlement, commune::Parameters{},
                                        static_cast<std::uint32_t>(place.households), Random{i, 0, "test"}));
      degree += shape.degree / draws, dead_ends += 100 * shape.dead_ends / draws;
      detour += shape.detour / draws, road_m += shape.road_m / draws;
    }
    const std::string name = std::to_string(static_cast<int>(place.households)) + " households";
    // Hamlets of three crossings have few roads, which a commune of forty crossings feels: a twentieth less.
    EXPECT_GE(degree, 0.95 * (row("roads.degree").low - row("roads.degree").tolerance)) << name;
    EXPECT_LE(degree, row("roads.degree").high + row("roads.degree").tolerance) << name;
    expect_within(row("roads.dead_ends"), dead_ends, name);
    expect_within(row("roads.length"), road_m, name);
    // A small draw with hamlets on one side may have no short way between them: a tenth more.
    EXPECT_LE(detour, 1.1 * row("roads.detour").high) << name;
    EXPECT_GE(detour, row("roads.detour").low) << name;
  }
}

std::vector<std::vector<std::string>> read_csv(const fs::path& file) {
  std::ifstream in{file};
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells{line};
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
  }
  return rows;
}

std::size_t column(const std::vector<std::string>& header, const std::string& name) {
  return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
}

/// The largest part of a real network, as a territory of which no road leads to a town.
commune::Territory real_roads(const fs::path& nodes_file, const fs::path& edges_file) {
  const auto nodes = read_csv(nodes_file);
  const auto edges = read_csv(edges_file);
  std::vector<Node> points;
  const std::size_t lat = column(nodes[0], "lat"), lon = column(nodes[0], "lon");
  const double metres_a_degree = 6'371'009 * std::numbers::pi / 180;
  const double narrowing = std::cos(std::stod(nodes[1][lat]) * std::numbers::pi / 180);
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    points.push_back(
        {std::stod(nodes[i][lon]) * metres_a_degree * narrowing, std::stod(nodes[i][lat]) * metres_a_degree});
  }
  std::vector<Edge> roads;
  const std::size_t from = column(edges[0], "from"), to = column(edges[0], "to"), length = column(edges[0], "length_m");
  for (std::size_t i = 1; i < edges.size(); ++i) {
    const NodeId a{static_cast<std::uint32_t>(std::stoul(edges[i][from]))};
    const NodeId b{static_cast<std::uint32_t>(std::stoul(edges[i][to]))};
    if (a != b) roads.push_back({a, b, static_cast<std::uint32_t>(std::stod(edges[i][length]) + 0.5)});
  }
  const Network all{points, roads};
  std::vector<std::uint8_t> largest;
  for (std::uint32_t hub = 0; hub < points.size(); hub += 7) {
    auto part = all.shares_cars_with(NodeId{hub});
    if (std::count(part.begin(), part.end(), 1) > std::count(largest.begin(), largest.end(), 1))
      largest = std::move(part);
  }
  std::vector<std::uint32_t> number(points.size());
  std::vector<Node> kept;
  for (std::size_t i = 0; i < points.size(); ++i) {
    number[i] = static_cast<std::uint32_t>(kept.size());
    if (largest[i] != 0) kept.push_back(points[i]);
  }
  std::erase_if(roads, [&](const Edge& edge) { return largest[edge.a.index()] == 0; });
  for (Edge& edge : roads) edge.a = NodeId{number[edge.a.index()]}, edge.b = NodeId{number[edge.b.index()]};
  commune::Territory territory;
  for (std::uint32_t i = 0; i < kept.size(); ++i) territory.crossings.emplace_back(i);
  kept.push_back({0, 0});  // the town, which nothing joins
  territory.network = Network{std::move(kept), std::move(roads)};
  return territory;
}

class RealRoads : public ::testing::TestWithParam<std::string> {};

/// Bounds of the committed rows are the extremes of these six.
TEST_P(RealRoads, lie_within_the_rows_that_quote_them) {
  const fs::path graphs = shared_data::folder() / "graphs";
  const fs::path nodes = graphs / (GetParam() + ".nodes.csv");
  if (!fs::exists(nodes)) GTEST_SKIP() << shared_data::absent(nodes);
  const RoadShape shape = road_shape(real_roads(nodes, graphs / (GetParam() + ".edges.csv")));
  expect_within(row("roads.degree"), shape.degree, GetParam());
  expect_within(row("roads.dead_ends"), 100 * shape.dead_ends, GetParam());
  expect_within(row("roads.detour"), shape.detour, GetParam());
  expect_within(row("roads.length"), shape.road_m, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Shared, RealRoads,
                         ::testing::Values("redon", "pont_de_veyle", "montiers_sur_saulx", "saint_jean_la_poterie",
                                           "monaco", "liechtenstein"));

}  // namespace
}  // namespace essaim::validation
