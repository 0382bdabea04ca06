// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/world/network.h"

// Question: how long does the way from everywhere to one place take, anew and after a closure?

namespace essaim {
namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& path) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream file{path};
  std::string line;
  for (std::getline(file, line); std::getline(file, line);) {
    std::istringstream fields{line};
    std::vector<std::string> row;
    for (std::string field; std::getline(fields, field, ',');) row.push_back(field);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// NAME.nodes.csv and NAME.edges.csv, as `from,to,length_m,class,speed_km_h,...`, of $ESSAIM_GRAPH; else a town whose
/// streets form a grid of 80 by 80.
Network network() {
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  const char* name = std::getenv("ESSAIM_GRAPH");
  if (name == nullptr) {
    constexpr std::uint32_t side = 80;
    Draw draw = Random{1, 0, "grid"}.draw(Stream{"bench.grid"}, 0, 0);
    for (std::uint32_t i = 0; i < side * side; ++i) {
      const auto join = [&](std::uint32_t other) {
        edges.push_back(
            {NodeId{i}, NodeId{other}, 60 + draw.below(80), static_cast<std::uint16_t>(30 + draw.below(40))});
      };
      nodes.push_back({100.0 * (i % side), 100.0 * static_cast<double>(i / side)});
      if (i % side > 0) join(i - 1);
      if (i >= side) join(i - side);
    }
    return {std::move(nodes), std::move(edges)};
  }
  nodes.resize(rows_of(std::string{name} + ".nodes.csv").size());
  for (const auto& row : rows_of(std::string{name} + ".edges.csv")) {
    Edge edge;
    edge.a = NodeId{static_cast<std::uint32_t>(std::stoul(row[0]))};
    edge.b = NodeId{static_cast<std::uint32_t>(std::stoul(row[1]))};
    edge.length_m = static_cast<std::uint32_t>(std::stod(row[2]) + 0.5);
    edge.speed_km_h = static_cast<std::uint16_t>(std::stod(row[4]));
    edges.push_back(edge);
  }
  return {std::move(nodes), std::move(edges)};
}

void everywhere_to_one(benchmark::State& state) {
  const Network roads = network();
  const Routes routes{roads, roads.drive_times()};
  std::uint32_t goal = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(routes.costs_to(NodeId{goal}));
    goal = (goal + 7'919) % static_cast<std::uint32_t>(roads.nodes().size());
  }
  state.counters["nodes"] = static_cast<double>(roads.nodes().size());
}

void after_a_closure(benchmark::State& state) {
  const Network roads = network();
  const Routes routes{roads, roads.drive_times()};
  const Routes::Tree before = routes.tree_to(NodeId{0});
  std::vector<std::uint8_t> closed(roads.edges().size(), 0);
  std::size_t edge = 0;
  for (auto _ : state) {
    closed[edge] = 1;
    benchmark::DoNotOptimize(routes.costs_without(before, closed));
    closed[edge] = 0;
    edge = (edge + 7'919) % closed.size();
  }
}

BENCHMARK(everywhere_to_one)->Unit(benchmark::kMicrosecond);
BENCHMARK(after_a_closure)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace essaim
