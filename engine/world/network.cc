// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/world/network.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <utility>

#include "engine/core/error.h"

namespace essaim {

namespace {

using Weight = boost::property<boost::edge_weight_t, Network::Milliseconds>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Weight>;

Network::Milliseconds drive_time_ms(const Edge& edge) {
  return static_cast<Network::Milliseconds>(std::uint64_t{edge.length_m} * 3'600 / edge.speed_km_h);
}

}  // namespace

Network::Network(std::vector<Node> nodes, std::vector<Edge> edges)
    : nodes_{std::move(nodes)}, edges_{std::move(edges)} {
  for (const Edge& edge : edges_) {
    ESSAIM_EXPECTS(edge.a.index() < nodes_.size() && edge.b.index() < nodes_.size() && edge.speed_km_h > 0);
  }
}

double Network::length_km() const {
  std::uint64_t metres = 0;
  for (const Edge& edge : edges_) metres += edge.length_m;
  return static_cast<double>(metres) / 1'000.0;
}

std::vector<Network::Milliseconds> Network::travel_times_from(NodeId origin,
                                                              std::span<const std::uint8_t> closed) const {
  ESSAIM_EXPECTS(origin.index() < nodes_.size() && (closed.empty() || closed.size() == edges_.size()));
  Graph graph(nodes_.size());
  for (std::size_t i = 0; i < edges_.size(); ++i) {
    if (!closed.empty() && closed[i] != 0) continue;
    boost::add_edge(edges_[i].a.index(), edges_[i].b.index(), Weight{drive_time_ms(edges_[i])}, graph);
  }
  std::vector<Milliseconds> times(nodes_.size(), unreachable);
  boost::dijkstra_shortest_paths(
      graph, origin.index(),
      boost::distance_map(boost::make_iterator_property_map(times.begin(), boost::get(boost::vertex_index, graph)))
          .distance_inf(unreachable));
  return times;
}

NodeId Network::nearest_node(double x_m, double y_m) const {
  ESSAIM_EXPECTS(!nodes_.empty());
  const auto squared = [&](const Node& n) { return (n.x_m - x_m) * (n.x_m - x_m) + (n.y_m - y_m) * (n.y_m - y_m); };
  std::uint32_t best = 0;
  for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
    if (squared(nodes_[i]) < squared(nodes_[best])) best = i;
  }
  return NodeId{best};
}

bool Network::is_connected() const {
  if (nodes_.empty()) return true;
  const auto times = travel_times_from(NodeId{0});
  return std::none_of(times.begin(), times.end(), [](Milliseconds t) { return t == unreachable; });
}

}  // namespace essaim
