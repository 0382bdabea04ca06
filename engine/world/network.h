// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <span>
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

/// A road between two nodes, open both ways.
struct Edge {
  NodeId a;
  NodeId b;
  std::uint32_t length_m = 0;
  std::uint16_t speed_km_h = 50;  ///< of a car with no one in its way
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

  /// Car travel time from `origin` to every node, over the shortest open roads (Dijkstra, in whole milliseconds, so
  /// that sums are exact and a road that reopens gives the old times back). `closed` holds one flag per edge, or is
  /// empty if all are open.
  std::vector<Milliseconds> travel_times_from(NodeId origin, std::span<const std::uint8_t> closed = {}) const;

  NodeId nearest_node(double x_m, double y_m) const;
  bool is_connected() const;

 private:
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
};

}  // namespace essaim
