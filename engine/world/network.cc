// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/world/network.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <functional>
#include <queue>
#include <utility>

#include "engine/core/error.h"

namespace essaim {

namespace {

using Properties =
    boost::property<boost::edge_weight_t, std::uint32_t, boost::property<boost::edge_index_t, std::uint32_t>>;
/// Arcs lead from a node to those from which a car may come to it: searches start at the goal.
using Roads = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Properties>;

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

/// Flags by node: its way of this tree leads over a closed edge.
std::vector<std::uint8_t> nodes_cut_off(std::span<const Edge> edges, const Routes::Tree& tree,
                                        std::span<const std::uint8_t> closed) {
  enum : std::uint8_t { open, cut, unknown };
  std::vector<std::uint8_t> state(tree.cost.size(), unknown);
  std::vector<std::uint32_t> way;
  for (std::uint32_t start = 0; start < state.size(); ++start) {
    // Along its way to the first node of which it is known; then back.
    std::uint32_t node = start;
    while (state[node] == unknown) {
      const std::uint32_t edge = tree.edge[node];
      if (edge == Routes::no_edge || closed[edge] != 0) {
        state[node] = edge == Routes::no_edge ? open : cut;
        break;
      }
      way.push_back(node);
      node = edges[edge].a.index() == node ? edges[edge].b.index() : edges[edge].a.index();
    }
    for (; !way.empty(); way.pop_back()) state[way.back()] = state[node];
  }
  return state;
}

}  // namespace

struct Routes::Graph {
  Graph(const Network& network, std::vector<std::uint32_t> edge_costs, Traffic who)
      : roads(network.nodes().size()),
        edges{network.edges().begin(), network.edges().end()},
        costs{std::move(edge_costs)},
        traffic{who} {}

  Roads roads;
  std::vector<Edge> edges;
  std::vector<std::uint32_t> costs;
  Traffic traffic;
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
    const auto ms = static_cast<Milliseconds>(std::uint64_t{edge.length_m} * 3'600 / edge.speed_km_h);
    times.push_back(edge.car ? ms : unreachable);
  }
  return closed_out(std::move(times), closed);
}

std::vector<std::uint32_t> Network::lengths_m(std::span<const std::uint8_t> closed) const {
  std::vector<std::uint32_t> lengths;
  for (const Edge& edge : edges_) lengths.push_back(edge.foot ? edge.length_m : unreachable);
  return closed_out(std::move(lengths), closed);
}

std::vector<Network::Milliseconds> Network::travel_times_to(NodeId goal, std::span<const std::uint8_t> closed) const {
  return Routes{*this, drive_times(closed)}.costs_to(goal);
}

Routes::Routes(const Network& network, std::vector<std::uint32_t> edge_costs, Traffic traffic)
    : graph_{std::make_unique<Graph>(network, std::move(edge_costs), traffic)} {
  ESSAIM_EXPECTS(graph_->costs.size() == network.edges().size());
  for (std::uint32_t i = 0; i < graph_->costs.size(); ++i) {
    const Edge& edge = graph_->edges[i];
    const Properties properties{graph_->costs[i], {i}};
    if (graph_->costs[i] == Network::unreachable) continue;
    boost::add_edge(edge.b.index(), edge.a.index(), properties, graph_->roads);
    if (edge.one_way && traffic == Traffic::cars) continue;
    boost::add_edge(edge.a.index(), edge.b.index(), properties, graph_->roads);
  }
}

Routes::Routes(Routes&&) noexcept = default;
Routes::~Routes() = default;

std::vector<std::uint32_t> Routes::costs_to(NodeId goal) const { return tree_to(goal).cost; }

Routes::Tree Routes::tree_to(NodeId goal) const {
  const Roads& roads = graph_->roads;
  const std::size_t nodes = boost::num_vertices(roads);
  ESSAIM_EXPECTS(goal.index() < nodes);
  Tree tree{std::vector<std::uint32_t>(nodes, Network::unreachable), std::vector<std::uint32_t>(nodes, no_edge), {}};
  boost::dijkstra_shortest_paths(
      roads, goal.index(),
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

std::vector<std::uint32_t> Routes::costs_without(const Tree& before, std::span<const std::uint8_t> closed) const {
  const Graph& graph = *graph_;
  ESSAIM_EXPECTS(closed.size() == graph.edges.size() && before.cost.size() == boost::num_vertices(graph.roads));
  std::vector<std::uint32_t> cost = before.cost;
  const std::vector<std::uint8_t> cut = nodes_cut_off(graph.edges, before, closed);
  for (std::size_t node = 0; node < cost.size(); ++node) {
    if (cut[node] != 0) cost[node] = Network::unreachable;
  }
  const auto is_open = [&](std::uint32_t edge) {
    return closed[edge] == 0 && graph.costs[edge] != Network::unreachable;
  };
  // Their neighbours that are not cut are where a search over the cut nodes alone starts: by a total key, cost and
  // node.
  using Entry = std::pair<std::uint32_t, std::uint32_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  const auto offer = [&](std::uint32_t node, std::uint32_t through, std::uint32_t edge) {
    if (cut[node] == 0 || !is_open(edge) || cost[through] == Network::unreachable) return;
    const std::uint32_t offered = cost[through] + graph.costs[edge];
    if (offered >= cost[node]) return;
    cost[node] = offered;
    queue.emplace(offered, node);
  };
  for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge) {
    const Edge& way = graph.edges[edge];
    if (cut[way.a.index()] != cut[way.b.index()]) {
      offer(way.a.index(), way.b.index(), edge);
      const bool against = way.one_way && graph.traffic == Traffic::cars;
      if (!against) offer(way.b.index(), way.a.index(), edge);
    }
  }
  while (!queue.empty()) {
    const auto [reached, node] = queue.top();
    queue.pop();
    if (reached > cost[node]) continue;
    for (auto [arc, end] = boost::out_edges(node, graph.roads); arc != end; ++arc) {
      offer(static_cast<std::uint32_t>(boost::target(*arc, graph.roads)), node,
            boost::get(boost::edge_index, graph.roads, *arc));
    }
  }
  return cost;
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

std::vector<std::uint8_t> Network::shares_cars_with(NodeId hub) const {
  std::vector<Edge> turned = edges_;
  for (Edge& edge : turned) std::swap(edge.a, edge.b);
  const auto there = travel_times_to(hub);
  const auto back = Network{nodes_, std::move(turned)}.travel_times_to(hub);
  std::vector<std::uint8_t> shares(nodes_.size(), 0);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    shares[i] = there[i] != unreachable && back[i] != unreachable ? 1 : 0;
  }
  return shares;
}

bool Network::is_connected() const {
  if (nodes_.empty()) return true;
  const auto times = travel_times_to(NodeId{0});
  return std::none_of(times.begin(), times.end(), [](Milliseconds t) { return t == unreachable; });
}

}  // namespace essaim
