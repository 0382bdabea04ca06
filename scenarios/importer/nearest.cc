// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/nearest.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace essaim::importer {

namespace {

constexpr double smallest_square_m = 250;
constexpr double most_squares_a_side = 2'000;

}  // namespace

NearestNode::NearestNode(std::span<const Node> nodes, double farthest_m) : nodes_{nodes}, farthest_m_{farthest_m} {
  Node far;
  for (const Node node : nodes_) {
    corner_ = {std::min(corner_.x_m, node.x_m), std::min(corner_.y_m, node.y_m)};
    far = {std::max(far.x_m, node.x_m), std::max(far.y_m, node.y_m)};
  }
  const double side = std::max(far.x_m - corner_.x_m, far.y_m - corner_.y_m);
  square_m_ = std::max(smallest_square_m, side / most_squares_a_side);
  columns_ = cell(far.x_m, corner_.x_m) + 1;
  rows_ = cell(far.y_m, corner_.y_m) + 1;
  const auto square = [&](Node node) {
    return static_cast<std::size_t>(cell(node.y_m, corner_.y_m) * columns_ + cell(node.x_m, corner_.x_m));
  };
  first_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
  for (const Node node : nodes_) ++first_[square(node) + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  inside_.resize(nodes_.size());
  std::vector<std::uint32_t> at{first_.begin(), first_.end() - 1};
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) inside_[at[square(nodes_[i])]++] = i;
}

std::int64_t NearestNode::cell(double metres, double origin) const {
  return static_cast<std::int64_t>(std::floor((metres - origin) / square_m_));
}

std::optional<NodeId> NearestNode::to(Node point) const {
  std::optional<std::uint32_t> best;
  double least = farthest_m_;
  const auto look = [&](std::int64_t column, std::int64_t row) {
    const auto square = static_cast<std::size_t>(row * columns_ + column);
    for (std::uint32_t k = first_[square]; k < first_[square + 1]; ++k) {
      const std::uint32_t i = inside_[k];
      const double metres = std::hypot(nodes_[i].x_m - point.x_m, nodes_[i].y_m - point.y_m);
      if (metres < least || (metres == least && (!best || i < *best))) {
        least = metres;
        best = i;
      }
    }
  };
  const std::int64_t column = cell(point.x_m, corner_.x_m);
  const std::int64_t row = cell(point.y_m, corner_.y_m);
  const auto rings = static_cast<std::int64_t>(std::ceil(farthest_m_ / square_m_));
  for (std::int64_t ring = 0; ring <= rings; ++ring) {
    if (best && static_cast<double>(ring - 1) * square_m_ > least) break;
    for (std::int64_t y = row - ring; y <= row + ring; ++y) {
      if (y < 0 || y >= rows_) continue;
      const bool is_edge_row = y == row - ring || y == row + ring;
      const std::int64_t step = is_edge_row || ring == 0 ? 1 : 2 * ring;
      for (std::int64_t x = column - ring; x <= column + ring; x += step) {
        if (x >= 0 && x < columns_) look(x, y);
      }
    }
  }
  return best ? std::optional{NodeId{*best}} : std::nullopt;
}

}  // namespace essaim::importer
