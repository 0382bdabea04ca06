// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "engine/core/id.h"

namespace essaim {

struct NodeTag;
struct EdgeTag;
using NodeId = Id<NodeTag>;
using EdgeId = Id<EdgeTag>;

/// A place where roads meet, in metres east and north of the territory's centre.
struct Node {
  double x_m = 0;
  double y_m = 0;
};

/// Square of the straight distance.
inline double squared_m2(const Node& a, const Node& b) {
  return (a.x_m - b.x_m) * (a.x_m - b.x_m) + (a.y_m - b.y_m) * (a.y_m - b.y_m);
}

/// Roads by their part in the network; files and maps name them by `road_class_names`.
enum class RoadClass : std::uint8_t { motorway, major, minor, street, track, path };
inline constexpr std::array<std::string_view, 6> road_class_names = {"motorway", "major", "minor",
                                                                     "street",   "track", "path"};

/// A road between two nodes. Those who walk or cycle use it both ways.
struct Edge {
  NodeId a;
  NodeId b;
  std::uint32_t length_m = 0;
  std::uint16_t speed_km_h = 50;  ///< of a car with no one in its way
  RoadClass road = RoadClass::street;
  bool one_way = false;  ///< cars drive from a to b alone
  bool car = true;       ///< false: on foot or by bike alone
  bool foot = true;      ///< false: neither on foot nor by bike
};

/// Roads of a territory. Constant during a run; which roads are closed is state, and is passed in.
class Network {
 public:
  using Milliseconds = std::uint32_t;
  static constexpr Milliseconds unreachable = std::numeric_limits<Milliseconds>::max();

  Network() = default;
  Network(std::vector<Node> nodes, std::vector<Edge> edges);

  std::span<const Node> nodes() const { return nodes_; }
  std::span<const Edge> edges() const { return edges_; }
  double length_km() const;

  /// Car travel time from every node to `goal`, over the quickest open roads (Dijkstra, in whole milliseconds, so that
  /// sums are exact and a road that reopens gives the old times back). `closed` holds one flag per edge, or is empty if
  /// all are open.
  std::vector<Milliseconds> travel_times_to(NodeId goal, std::span<const std::uint8_t> closed = {}) const;

  NodeId nearest_node(double x_m, double y_m) const;
  bool is_connected() const;  ///< by car, every node to the first
  /// Flags by node: a car can go from it to `hub` and back.
  std::vector<std::uint8_t> shares_cars_with(NodeId hub) const;

  /// What each edge costs a car with no one in its way [ms], and its length for those on foot or by bike [m];
  /// `unreachable` where they may not go, or `closed` says so.
  std::vector<Milliseconds> drive_times(std::span<const std::uint8_t> closed = {}) const;
  std::vector<std::uint32_t> lengths_m(std::span<const std::uint8_t> closed = {}) const;

 private:
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
};

/// Who goes: cars obey one-way roads.
enum class Traffic : std::uint8_t { cars, walkers };

/// Cheapest ways to a goal over a network whose edges have given costs: whole numbers, so that sums are exact. Built
/// once for many goals. An edge of cost `Network::unreachable` is closed.
class Routes {
 public:
  Routes(const Network& network, std::vector<std::uint32_t> edge_costs, Traffic traffic = Traffic::cars);
  Routes(Routes&&) noexcept;
  ~Routes();

  /// Cost from every node, `Network::unreachable` where no open way leads (Dijkstra).
  std::vector<std::uint32_t> costs_to(NodeId goal) const;

  static constexpr std::uint32_t no_edge = 0xffff'ffff;
  struct Tree {
    std::vector<std::uint32_t> cost;
    std::vector<std::uint32_t> edge;   ///< by which each node starts its cheapest way to the goal, or `no_edge`
    std::vector<std::uint32_t> order;  ///< nodes that have a way, the furthest first
  };
  Tree tree_to(NodeId goal) const;

  /// The costs that a tree of these routes has once some of their edges are closed: only nodes whose way led over one
  /// of them are worked out anew.
  std::vector<std::uint32_t> costs_without(const Tree& before, std::span<const std::uint8_t> closed) const;

 private:
  struct Graph;
  std::unique_ptr<Graph> graph_;
};

}  // namespace essaim
