// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/world/network.h"

namespace essaim::importer {

/// Finds the node next to a point, among those within a distance; of equal ones the first. The nodes outlive it.
class NearestNode {
 public:
  NearestNode(std::span<const Node> nodes, double farthest_m);

  std::optional<NodeId> to(Node point) const;

 private:
  std::int64_t cell(double metres, double origin) const;

  std::span<const Node> nodes_;
  double farthest_m_;
  double square_m_ = 1;
  Node corner_;
  std::int64_t columns_ = 1;
  std::int64_t rows_ = 1;
  std::vector<std::uint32_t> first_;  ///< of each square, in `inside_`
  std::vector<std::uint32_t> inside_;
};

}  // namespace essaim::importer
