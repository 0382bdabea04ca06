// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/field_plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <span>
#include <utility>

#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

// All of these are made up: they make a picture, not a statement about farms.
constexpr double pi = 3.141592653589793;
constexpr double hectare_m2 = 10'000;
constexpr double smallest_side_m = 150;  // of a block
constexpr double blocks_wanted = 600;    // in a commune of many hectares blocks are larger, so that a map stays light
constexpr double crooked = 0.22;  // of a side: how far a corner is off its place; below 1/4 every block is convex
constexpr std::uint32_t most_columns = 512;
constexpr std::uint32_t patch_blocks = 4;  // side of a patch: fields, or woods and the rest
constexpr double patch_weight = 0.6;       // of what decides which block is a field first
constexpr double middle_weight = 0.25;
constexpr double own_weight = 0.15;
constexpr int most_cuts = 2;          // of a block in four
constexpr double from_homes_m = 100;  // about the distance between two streets of a village
constexpr double from_roads_m = 10;

using Quad = std::array<Node, 4>;  // corners, anticlockwise

Node between(const Node& a, const Node& b) { return {(a.x_m + b.x_m) / 2, (a.y_m + b.y_m) / 2}; }

/// Twice the surface of the triangle; above 0 if it turns to the left.
double turn(const Node& a, const Node& b, const Node& c) {
  return (b.x_m - a.x_m) * (c.y_m - a.y_m) - (b.y_m - a.y_m) * (c.x_m - a.x_m);
}

double squared_from_line_m2(const Node& p, const Node& a, const Node& b) {
  const double length2 = squared_m2(a, b);
  if (length2 == 0) return squared_m2(p, a);
  const double dot = (p.x_m - a.x_m) * (b.x_m - a.x_m) + (p.y_m - a.y_m) * (b.y_m - a.y_m);
  const double share = std::clamp(dot / length2, 0.0, 1.0);
  return squared_m2(p, {a.x_m + share * (b.x_m - a.x_m), a.y_m + share * (b.y_m - a.y_m)});
}

bool cross(const Node& a, const Node& b, const Node& c, const Node& d) {
  return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
}

bool holds(const Quad& quad, const Node& p) {
  for (std::size_t i = 0; i < 4; ++i) {
    if (turn(quad[i], quad[(i + 1) % 4], p) < 0) return false;
  }
  return true;
}

/// A road, or a home (both ends the same), and what no field comes nearer than.
struct Obstacle {
  Node a;
  Node b;
  double distance_m = 0;
};

bool is_near(const Quad& quad, const Obstacle& obstacle) {
  const double limit2 = obstacle.distance_m * obstacle.distance_m;
  if (holds(quad, obstacle.a)) return true;
  for (std::size_t i = 0; i < 4; ++i) {
    const Node& from = quad[i];
    const Node& to = quad[(i + 1) % 4];
    if (cross(from, to, obstacle.a, obstacle.b)) return true;
    const double nearest2 =
        std::min({squared_from_line_m2(from, obstacle.a, obstacle.b), squared_from_line_m2(obstacle.a, from, to),
                  squared_from_line_m2(obstacle.b, from, to)});
    if (nearest2 < limit2) return true;
  }
  return false;
}

std::vector<Obstacle> obstacles_of(const Territory& territory) {
  const std::span<const Node> nodes = territory.network.nodes();
  std::vector<Obstacle> obstacles;
  for (const Edge& edge : territory.network.edges()) {
    obstacles.push_back({nodes[edge.a.index()], nodes[edge.b.index()], from_roads_m});
  }
  std::vector<std::uint8_t> lived_in(nodes.size(), 0);
  for (const NodeId home : territory.homes) lived_in[home.index()] = 1;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (lived_in[i] != 0) obstacles.push_back({nodes[i], nodes[i], from_homes_m});
  }
  return obstacles;
}

/// A piece of land that can be a field, and when its turn comes.
struct Block {
  double rank = 0;
  std::uint32_t number = 0;
  Quad quad;
};

/// The crooked chessboard, of `columns` each way: finds where there is room.
class Land {
 public:
  Land(const Territory& territory, double radius_m, double side_m, const Random& random)
      : random_{random}, radius_m_{radius_m}, side_m_{side_m} {
    while (columns_ * side_m_ < 2 * radius_m_) columns_ *= 2;
    search(0, 0, columns_, obstacles_of(territory));
  }

  /// In the order in which they become fields.
  std::vector<Block> take() && {
    // The number settles equal ranks: a total key.
    std::ranges::sort(blocks_, {}, [](const Block& block) { return std::pair{block.rank, block.number}; });
    return std::move(blocks_);
  }

 private:
  double on_axis(std::uint32_t i) const { return (static_cast<double>(i) - columns_ / 2) * side_m_; }

  Node corner(std::uint32_t column, std::uint32_t row) const {
    Draw draw = random_.draw(streams::field, row * most_columns + column, 0);
    const double x = on_axis(column) + side_m_ * draw.uniform(-crooked, crooked);
    return {x, on_axis(row) + side_m_ * draw.uniform(-crooked, crooked)};
  }

  /// All squares of a part of the board, with the obstacles that may reach into it.
  void search(std::uint32_t column, std::uint32_t row, std::uint32_t width, const std::vector<Obstacle>& obstacles) {
    const Node low{on_axis(column) - side_m_, on_axis(row) - side_m_};
    const Node high{on_axis(column + width) + side_m_, on_axis(row + width) + side_m_};
    std::vector<Obstacle> here;
    std::ranges::copy_if(obstacles, std::back_inserter(here), [&](const Obstacle& o) {
      return std::max(o.a.x_m, o.b.x_m) + o.distance_m >= low.x_m &&
             std::min(o.a.x_m, o.b.x_m) - o.distance_m <= high.x_m &&
             std::max(o.a.y_m, o.b.y_m) + o.distance_m >= low.y_m &&
             std::min(o.a.y_m, o.b.y_m) - o.distance_m <= high.y_m;
    });
    if (width == 1) {
      const Quad quad = {corner(column, row), corner(column + 1, row), corner(column + 1, row + 1),
                         corner(column, row + 1)};
      return cut(quad, rank_of(column, row), 0, here);
    }
    const std::uint32_t half = width / 2;
    for (const std::uint32_t dy : {0U, half}) {
      for (const std::uint32_t dx : {0U, half}) search(column + dx, row + dy, half, here);
    }
  }

  double rank_of(std::uint32_t column, std::uint32_t row) const {
    const auto uniform = [&](std::uint32_t number, std::uint32_t occasion) {
      return random_.draw(streams::field, number, occasion).uniform();
    };
    const Node middle{on_axis(column) + side_m_ / 2, on_axis(row) + side_m_ / 2};
    return patch_weight * uniform(row / patch_blocks * most_columns + column / patch_blocks, 1) +
           middle_weight * std::sqrt(squared_m2(middle, {})) / radius_m_ +
           own_weight * uniform(row * most_columns + column, 2);
  }

  void cut(const Quad& quad, double rank, int cuts, const std::vector<Obstacle>& obstacles) {
    const bool inside =
        std::ranges::all_of(quad, [&](const Node& p) { return squared_m2(p, {}) <= radius_m_ * radius_m_; });
    if (inside && std::ranges::none_of(obstacles, [&](const Obstacle& o) { return is_near(quad, o); })) {
      blocks_.push_back({rank, static_cast<std::uint32_t>(blocks_.size()), quad});
    } else if (cuts < most_cuts) {
      const Node middle = between(between(quad[0], quad[2]), between(quad[1], quad[3]));
      for (std::size_t i = 0; i < 4; ++i) {
        const Node& own = quad[i];
        cut({own, between(own, quad[(i + 1) % 4]), middle, between(quad[(i + 3) % 4], own)}, rank, cuts + 1, obstacles);
      }
    }
  }

  const Random& random_;
  double radius_m_;
  double side_m_;
  std::uint32_t columns_ = 2;
  std::vector<Block> blocks_;
};

/// The quadrangle with a smaller surface around the same middle.
Quad shrunk(const Quad& quad, double share) {
  const Node middle = between(between(quad[0], quad[2]), between(quad[1], quad[3]));
  const double by = std::sqrt(share);
  Quad small = quad;
  for (Node& p : small) p = {middle.x_m + by * (p.x_m - middle.x_m), middle.y_m + by * (p.y_m - middle.y_m)};
  return small;
}

}  // namespace

double signed_m2(std::span<const Node> ring) {
  double twice = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Node& a = ring[i];
    const Node& b = ring[(i + 1) % ring.size()];
    twice += a.x_m * b.y_m - b.x_m * a.y_m;
  }
  return twice / 2;
}

double hectares(const FarmField& field) {
  double m2 = 0;
  for (const std::vector<Node>& ring : field.rings) m2 += signed_m2(ring);
  return m2 / hectare_m2;
}

FieldPlan plan_fields(const Territory& territory, double area_ha, double wanted_ha, const Random& random) {
  FieldPlan plan;
  plan.wanted_ha = plan.missing_ha = std::max(0.0, wanted_ha);
  if (plan.wanted_ha == 0 || area_ha <= 0) return plan;
  const double radius_m = std::sqrt(area_ha * hectare_m2 / pi);
  const double side_m = std::max(
      {smallest_side_m, std::sqrt(plan.wanted_ha * hectare_m2 / blocks_wanted), 2 * radius_m / (most_columns / 2)});
  double left_m2 = plan.wanted_ha * hectare_m2;
  for (const Block& block : Land{territory, radius_m, side_m, random}.take()) {
    const double m2 = signed_m2(block.quad);
    const Quad quad = m2 <= left_m2 ? block.quad : shrunk(block.quad, left_m2 / m2);
    plan.fields.push_back({{{quad.begin(), quad.end()}}});
    left_m2 -= std::min(left_m2, m2);
    if (left_m2 <= 0) break;
  }
  plan.missing_ha = left_m2 / hectare_m2;
  return plan;
}

FieldPlan fields_of(const Commune& commune, const RoadMap* map, const Random& random) {
  FieldPlan plan;
  if (map != nullptr) {
    plan.fields = map->fields;
    plan.origin = FieldOrigin::map;
  } else {
    plan = plan_fields(commune.territory, commune.figure(FigureId::area), commune.figure(FigureId::farmland), random);
    const bool known = commune.known[static_cast<std::size_t>(FigureId::farmland)];
    plan.origin = known ? FieldOrigin::known : FieldOrigin::assumed;
  }
  if (plan.fields.empty()) plan.origin = FieldOrigin::none;
  return plan;
}

}  // namespace essaim::commune
