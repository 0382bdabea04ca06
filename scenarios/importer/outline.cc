// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/outline.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>

#include "models/commune/field_plan.h"

namespace essaim::importer {

namespace {

constexpr double tolerance_m = 4;
constexpr double least_m2 = 500;

bool same(const Node& a, const Node& b) { return a.x_m == b.x_m && a.y_m == b.y_m; }

/// The part of a ring where `inside` is at least 0; it changes evenly along a line.
std::vector<Node> cut(const std::vector<Node>& ring, const std::function<double(const Node&)>& inside) {
  std::vector<Node> kept;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Node& a = ring[i];
    const Node& b = ring[(i + 1) % ring.size()];
    const double at_a = inside(a);
    const double at_b = inside(b);
    if (at_a >= 0) kept.push_back(a);
    if ((at_a >= 0) == (at_b >= 0)) continue;
    const double share = at_a / (at_a - at_b);
    kept.push_back({a.x_m + share * (b.x_m - a.x_m), a.y_m + share * (b.y_m - a.y_m)});
  }
  return kept;
}

double from_line_m(const Node& p, const Node& a, const Node& b) {
  const double length = std::sqrt(squared_m2(a, b));
  if (length == 0) return std::sqrt(squared_m2(p, a));
  return std::abs((b.x_m - a.x_m) * (p.y_m - a.y_m) - (b.y_m - a.y_m) * (p.x_m - a.x_m)) / length;
}

/// Marks the corners that are needed between two that are kept.
void keep_between(std::span<const Node> ring, std::size_t first, std::size_t last, std::vector<bool>& kept) {
  std::vector<std::pair<std::size_t, std::size_t>> open = {{first, last}};
  while (!open.empty()) {
    const auto [from, to] = open.back();
    open.pop_back();
    double furthest = tolerance_m;
    std::size_t at = to;
    for (std::size_t i = from + 1; i < to; ++i) {
      const double away = from_line_m(ring[i], ring[from], ring[to % ring.size()]);
      if (away > furthest) furthest = away, at = i;
    }
    if (at == to) continue;
    kept[at] = true;
    open.emplace_back(from, at);
    open.emplace_back(at, to);
  }
}

std::vector<Node> simplified(const std::vector<Node>& ring) {
  // Two corners far from each other always stay: from the first one, the one furthest away.
  std::size_t opposite = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    if (squared_m2(ring[i], ring[0]) > squared_m2(ring[opposite], ring[0])) opposite = i;
  }
  std::vector<bool> kept(ring.size(), false);
  kept[0] = kept[opposite] = true;
  keep_between(ring, 0, opposite, kept);
  keep_between(ring, opposite, ring.size(), kept);
  std::vector<Node> simple;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (kept[i]) simple.push_back(ring[i]);
  }
  return simple;
}

}  // namespace

std::vector<Node> drawn_ring(std::vector<Node> ring, const Frame& frame) {
  ring = cut(ring, [&](const Node& p) { return p.x_m - frame.west; });
  ring = cut(ring, [&](const Node& p) { return frame.east - p.x_m; });
  ring = cut(ring, [&](const Node& p) { return p.y_m - frame.south; });
  ring = cut(ring, [&](const Node& p) { return frame.north - p.y_m; });
  if (ring.size() < 3) return {};
  ring = simplified(ring);
  for (Node& p : ring) p = {std::round(p.x_m) + 0.0, std::round(p.y_m) + 0.0};  // no "-0"
  ring.erase(std::unique(ring.begin(), ring.end(), same), ring.end());
  if (ring.size() > 1 && same(ring.front(), ring.back())) ring.pop_back();
  if (ring.size() < 3 || std::abs(commune::signed_m2(ring)) < least_m2) return {};
  if (commune::signed_m2(ring) < 0) std::ranges::reverse(ring);
  return ring;
}

}  // namespace essaim::importer
