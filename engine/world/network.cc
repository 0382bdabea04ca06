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

using Properties =
    boost::property<boost::edge_weight_t, std::uint32_t, boost::property<boost::edge_index_t, std::uint32_t>>;
using Roads = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Properties>;

/// Notes by which edge each node was reached last.
class NoteEdges : public boost::default_dijkstra_visitor {
 public:
  explicit NoteEdges(std::vector<std::uint32_t>& edges) : edges_{&edges} {}
  void edge_relaxed(boost::graph_traits<Roads>::edge_descriptor edge, const Roads& roads) const {
    (*edges_)[boost::target(edge, roads)] = boost::get(boost::edge_index, roads, edge);
  }

 private:
  std::vector<std::uint32_t>* edges_;
};

std::vector<std::uint32_t> closed_out(std::vector<std::uint32_t> costs, std::span<const std::uint8_t> closed) {
  ESSAIM_EXPECTS(closed.empty() || closed.size() == costs.size());
  for (std::size_t i = 0; i < closed.size(); ++i) {
    if (closed[i] != 0) costs[i] = Network::unreachable;
  }
  return costs;
}

}  // namespace

struct Routes::Graph {
  Roads roads;
};

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

std::vector<Network::Milliseconds> Network::drive_times(std::span<const std::uint8_t> closed) const {
  std::vector<Milliseconds> times;
  for (const Edge& edge : edges_) {
    times.push_back(static_cast<Milliseconds>(std::uint64_t{edge.length_m} * 3'600 / edge.speed_km_h));
  }
  return closed_out(std::move(times), closed);
}

std::vector<std::uint32_t> Network::lengths_m(std::span<const std::uint8_t> closed) const {
  std::vector<std::uint32_t> lengths;
  for (const Edge& edge : edges_) lengths.push_back(edge.length_m);
  return closed_out(std::move(lengths), closed);
}

std::vector<Network::Milliseconds> Network::travel_times_from(NodeId origin,
                                                              std::span<const std::uint8_t> closed) const {
  return Routes{*this, drive_times(closed)}.costs_from(origin);
}

Routes::Routes(const Network& network, std::vector<std::uint32_t> edge_costs)
    : graph_{std::make_unique<Graph>(Graph{Roads(network.nodes().size())})} {
  ESSAIM_EXPECTS(edge_costs.size() == network.edges().size());
  for (std::uint32_t i = 0; i < edge_costs.size(); ++i) {
    const Edge& edge = network.edges()[i];
    if (edge_costs[i] == Network::unreachable) continue;
    boost::add_edge(edge.a.index(), edge.b.index(), Properties{edge_costs[i], {i}}, graph_->roads);
  }
}

Routes::Routes(Routes&&) noexcept = default;
Routes::~Routes() = default;

std::vector<std::uint32_t> Routes::costs_from(NodeId origin) const { return tree_from(origin).cost; }

Routes::Tree Routes::tree_from(NodeId origin) const {
  const Roads& roads = graph_->roads;
  const std::size_t nodes = boost::num_vertices(roads);
  ESSAIM_EXPECTS(origin.index() < nodes);
  Tree tree{std::vector<std::uint32_t>(nodes, Network::unreachable), std::vector<std::uint32_t>(nodes, no_edge), {}};
  boost::dijkstra_shortest_paths(
      roads, origin.index(),
      boost::distance_map(boost::make_iterator_property_map(tree.cost.begin(), boost::get(boost::vertex_index, roads)))
          .distance_inf(Network::unreachable)
          .visitor(NoteEdges{tree.edge}));
  for (std::uint32_t node = 0; node < nodes; ++node) {
    if (tree.cost[node] != Network::unreachable) tree.order.push_back(node);
  }
  // A total key: the node settles equal costs.
  std::sort(tree.order.begin(), tree.order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return tree.cost[a] != tree.cost[b] ? tree.cost[a] > tree.cost[b] : a < b;
  });
  return tree;
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
