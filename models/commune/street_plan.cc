// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/street_plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "engine/core/math.h"
#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

constexpr double two_pi = 6.283185307179586;
// Fitted by eye to six real networks: degree 2.42 to 2.74, 11 to 24 % of dead ends, median detour 1.19 to 1.37.
constexpr double street_beta = 1.6;
constexpr double lane_share = 0.15;  // of the crossings; the skeleton adds a few dead ends of its own
// Dead ends of the six have median lengths of 18 to 163 m; spacings here are about 95 m.
constexpr double shortest_lane = 0.4;
constexpr double longest_lane = 1.0;  // times the spacing
constexpr std::size_t all_pairs_below = 64;
constexpr double spacings_reached = 5;
constexpr double everywhere_m = 1e9;

bool same_place(const Node& a, const Node& b) { return a.x_m == b.x_m && a.y_m == b.y_m; }

Node towards(const Node& from, const Node& to, double share) {
  return {from.x_m + share * (to.x_m - from.x_m), from.y_m + share * (to.y_m - from.y_m)};
}

/// Points in square cells, about one in each.
class Cells {
 public:
  explicit Cells(std::span<const Node> points) : points_{points} {
    Node high = points.front();
    low_ = points.front();
    for (const Node& p : points) {
      low_ = {std::min(low_.x_m, p.x_m), std::min(low_.y_m, p.y_m)};
      high = {std::max(high.x_m, p.x_m), std::max(high.y_m, p.y_m)};
    }
    const double area_m2 = (high.x_m - low_.x_m) * (high.y_m - low_.y_m);
    side_m_ = std::max(1.0, std::sqrt(area_m2 / static_cast<double>(points.size())));
    columns_ = column(high.x_m) + 1;
    rows_ = row(high.y_m) + 1;
    first_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
    for (const Node& p : points) ++first_[cell(p) + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    members_.resize(points.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) members_[next[cell(points[i])]++] = i;
  }
  double side_m() const { return side_m_; }

  /// Calls `visit` with the points of all cells that the square around `centre` touches, until it returns true.
  bool any_near(const Node& centre, double half_m, auto visit) const {
    const std::int64_t left = std::max<std::int64_t>(0, column(centre.x_m - half_m));
    const std::int64_t right = std::min(columns_ - 1, column(centre.x_m + half_m));
    const std::int64_t bottom = std::max<std::int64_t>(0, row(centre.y_m - half_m));
    const std::int64_t top = std::min(rows_ - 1, row(centre.y_m + half_m));
    for (std::int64_t y = bottom; y <= top; ++y) {
      const std::size_t begin = first_[static_cast<std::size_t>(y * columns_ + left)];
      const std::size_t end = left <= right ? first_[static_cast<std::size_t>(y * columns_ + right) + 1] : begin;
      for (std::size_t i = begin; i < end; ++i) {
        if (visit(members_[i])) return true;
      }
    }
    return false;
  }

 private:
  std::int64_t column(double x_m) const { return static_cast<std::int64_t>(std::floor((x_m - low_.x_m) / side_m_)); }
  std::int64_t row(double y_m) const { return static_cast<std::int64_t>(std::floor((y_m - low_.y_m) / side_m_)); }
  std::size_t cell(const Node& p) const { return static_cast<std::size_t>(row(p.y_m) * columns_ + column(p.x_m)); }

  std::span<const Node> points_;
  Node low_;
  double side_m_ = 1;
  std::int64_t columns_ = 1;
  std::int64_t rows_ = 1;
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> members_;
};

/// Whether a third point lies in the lune of two: in both circles of radius beta d / 2 around the points that lie
/// beta / 2 of the way from one to the other. The lune fits in a circle around the middle.
bool is_lune_empty(std::span<const Node> points, const Cells& cells, std::uint32_t a, std::uint32_t b, double beta) {
  const double d2 = squared_m2(points[a], points[b]);
  const double radius2 = beta * beta * d2 / 4;
  const Node from_a = towards(points[a], points[b], beta / 2);
  const Node from_b = towards(points[b], points[a], beta / 2);
  const double half_m = std::sqrt(d2 * (beta / 2 - 0.25));
  return !cells.any_near(towards(points[a], points[b], 0.5), half_m, [&](std::uint32_t c) {
    // What lies on one of the two is not between them, whatever rounding says.
    if (c == a || c == b || same_place(points[c], points[a]) || same_place(points[c], points[b])) return false;
    return squared_m2(points[c], from_a) < radius2 && squared_m2(points[c], from_b) < radius2;
  });
}

bool connects(std::size_t points, std::span<const Street> streets) {
  std::vector<std::uint32_t> parent(points);
  std::iota(parent.begin(), parent.end(), 0u);
  const auto root = [&](std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::size_t parts = points;
  for (const auto& [a, b] : streets) {
    const std::uint32_t ra = root(a);
    const std::uint32_t rb = root(b);
    if (ra != rb) parent[ra] = rb, --parts;
  }
  return parts <= 1;
}

std::vector<Street> skeleton_within(std::span<const Node> points, const Cells& cells, double beta, double reach_m) {
  std::vector<Street> streets;
  for (std::uint32_t a = 0; a < points.size(); ++a) {
    cells.any_near(points[a], reach_m, [&](std::uint32_t b) {
      const bool candidate = b > a && squared_m2(points[a], points[b]) <= reach_m * reach_m;
      if (candidate && is_lune_empty(points, cells, a, b, beta)) streets.emplace_back(a, b);
      return false;
    });
  }
  std::sort(streets.begin(), streets.end());  // pairs of numbers: a total order
  return streets;
}

/// The one of eight directions that keeps furthest from the streets that a crossing has.
Node lane_end(const Node& from, std::span<const Node> neighbours, double length_m, double turn) {
  Node best = from;
  double least_cosine = 2;
  for (int step = 0; step < 8; ++step) {
    const double angle = two_pi * (turn + step) / 8;
    const Node way = {math::cos(angle), math::sin(angle)};
    double nearest = -1;  // largest cosine of the angle to a street
    for (const Node& other : neighbours) {
      const double length = std::sqrt(squared_m2(from, other));
      const double dot = way.x_m * (other.x_m - from.x_m) + way.y_m * (other.y_m - from.y_m);
      if (length > 0) nearest = std::max(nearest, dot / length);
    }
    if (nearest < least_cosine) {
      least_cosine = nearest;
      best = {from.x_m + length_m * way.x_m, from.y_m + length_m * way.y_m};
    }
  }
  return best;
}

/// Adds the ends of lanes, numbered after the crossings that are there.
void add_lanes(StreetPlan& plan, std::uint32_t lanes, double spacing_m, std::uint32_t first, const Random& random) {
  const auto streets = static_cast<std::uint32_t>(plan.nodes.size());
  std::vector<std::vector<Node>> neighbours(streets);
  for (const auto& [a, b] : plan.streets) {
    neighbours[a].push_back(plan.nodes[b]);
    neighbours[b].push_back(plan.nodes[a]);
  }
  std::vector<std::uint32_t> hosts;
  for (std::uint32_t i = 0; i < streets; ++i) {
    if (neighbours[i].size() < 3) hosts.push_back(i);
  }
  for (std::uint32_t lane = 0; lane < lanes; ++lane) {
    Draw draw = random.draw(streams::lane, first + lane, 0);
    std::uint32_t host = draw.below(streets);
    if (!hosts.empty()) {
      const std::uint32_t chosen = draw.below(static_cast<std::uint32_t>(hosts.size()));
      host = hosts[chosen];
      hosts[chosen] = hosts.back();
      hosts.pop_back();
    }
    const double length_m = draw.uniform(shortest_lane, longest_lane) * spacing_m;
    plan.streets.emplace_back(host, static_cast<std::uint32_t>(plan.nodes.size()));
    plan.nodes.push_back(lane_end(plan.nodes[host], neighbours[host], length_m, draw.uniform()));
  }
}

/// Renumbers nodes by their distance from the centre.
void sort_outwards(StreetPlan& plan, const Node& centre) {
  std::vector<std::uint32_t> order(plan.nodes.size());
  std::iota(order.begin(), order.end(), 0u);
  // The number settles equal distances: a total key.
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const double da = squared_m2(plan.nodes[a], centre);
    const double db = squared_m2(plan.nodes[b], centre);
    return da != db ? da < db : a < b;
  });
  std::vector<Node> nodes;
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    nodes.push_back(plan.nodes[order[i]]);
  }
  plan.nodes = std::move(nodes);
  for (auto& [a, b] : plan.streets) {
    a = rank[a], b = rank[b];
    if (a > b) std::swap(a, b);
  }
  std::sort(plan.streets.begin(), plan.streets.end());  // pairs of numbers: a total order
}

}  // namespace

std::vector<Street> skeleton(std::span<const Node> points, double beta) {
  if (points.size() < 2) return {};
  const Cells cells{points};
  double reach_m = spacings_reached * cells.side_m();
  if (points.size() < all_pairs_below) reach_m = everywhere_m;
  std::vector<Street> streets = skeleton_within(points, cells, beta, reach_m);
  while (!connects(points.size(), streets) && reach_m < everywhere_m) {
    reach_m *= 2;
    streets = skeleton_within(points, cells, beta, reach_m);
  }
  return streets;
}

StreetPlan plan_streets(Node centre, std::uint32_t crossings, double area_per_crossing_m2, std::uint32_t first,
                        const Random& random) {
  const auto lanes = static_cast<std::uint32_t>(lane_share * crossings);
  const double radius_m = std::sqrt(crossings * area_per_crossing_m2 / (two_pi / 2));
  StreetPlan plan;
  for (std::uint32_t i = 0; i < crossings - lanes; ++i) {
    Draw draw = random.draw(streams::crossing, first + i, 0);
    const double angle = two_pi * draw.uniform();
    const double r = radius_m * std::sqrt(draw.uniform());
    plan.nodes.push_back({centre.x_m + r * math::cos(angle), centre.y_m + r * math::sin(angle)});
  }
  plan.streets = skeleton(plan.nodes, street_beta);
  add_lanes(plan, lanes, std::sqrt(area_per_crossing_m2), first, random);
  sort_outwards(plan, centre);
  return plan;
}

std::vector<Street> plan_country_roads(std::span<const Node> places) { return skeleton(places, street_beta); }

}  // namespace essaim::commune
