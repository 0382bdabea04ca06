// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "scenarios/validation/road_shape.h"

namespace essaim::validation {

namespace {

constexpr double shortest_m = 100;  // of a straight line: nearer pairs say little about detours
constexpr std::size_t origins = 20;

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

RoadShape road_shape(const commune::Territory& territory) {
  const auto nodes = territory.network.nodes();
  const auto edges = territory.network.edges();
  std::vector<std::uint8_t> closed(edges.size(), 0);
  for (const std::uint32_t access : territory.access) closed[access] = 1;
  std::vector<std::uint32_t> roads(nodes.size(), 0);
  std::vector<double> lengths;
  for (std::size_t e = 0; e < edges.size(); ++e) {
    if (closed[e] != 0) continue;
    ++roads[edges[e].a.index()], ++roads[edges[e].b.index()];
    lengths.push_back(edges[e].length_m);
  }
  const auto own = static_cast<double>(nodes.size() - 1);  // all but the town
  RoadShape shape;
  shape.degree = 2 * static_cast<double>(lengths.size()) / own;
  shape.dead_ends = static_cast<double>(std::count(roads.begin(), roads.end(), 1u)) / own;
  shape.road_m = median(std::move(lengths));

  std::vector<double> detours;
  const Routes routes{territory.network, territory.network.lengths_m(closed), Traffic::walkers};
  const auto& crossings = territory.crossings;
  for (std::size_t from = 0; from < crossings.size(); from += crossings.size() / origins + 1) {
    const Node& a = nodes[crossings[from].index()];
    const auto metres = routes.costs_to(crossings[from]);
    for (const NodeId to : crossings) {
      const Node& b = nodes[to.index()];
      const double straight_m = std::hypot(a.x_m - b.x_m, a.y_m - b.y_m);
      if (straight_m > shortest_m) detours.push_back(metres[to.index()] / straight_m);
    }
  }
  shape.detour = median(std::move(detours));
  return shape;
}

}  // namespace essaim::validation
