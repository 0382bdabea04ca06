// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/surroundings.h"

#include <algorithm>
#include <limits>

#include "engine/core/math.h"
#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

constexpr double two_pi = 6.283185307179586;
constexpr double farthest_river_m = 400;

}  // namespace

River::River(const Parameters& parameters, const Random& random)
    : angle_{0}, offset_m_{0}, slope_{parameters.valley_slope.value()} {
  Draw draw = random.draw(streams::river, 0, 0);
  angle_ = two_pi * draw.uniform();
  offset_m_ = draw.uniform(-farthest_river_m, farthest_river_m);
}

std::vector<float> River::heights_m(std::span<const Node> nodes) const {
  std::vector<float> heights_m;
  for (const Node& node : nodes) {
    const double across = node.x_m * math::cos(angle_) + node.y_m * math::sin(angle_) - offset_m_;
    heights_m.push_back(static_cast<float>((across < 0 ? -across : across) * slope_));
  }
  return heights_m;
}

Surroundings::Surroundings(const FigureValues& figures, const Parameters& parameters, const Random& random)
    : river{parameters, random} {
  Draw draw = random.draw(streams::gateway, 0, 0);
  const double angle = two_pi * draw.uniform();
  const double town_m = 1'000.0 * std::max(1.0, figures[static_cast<std::size_t>(FigureId::distance_town_20k)]);
  town = {town_m * math::cos(angle), town_m * math::sin(angle)};
  const std::uint32_t roads = 2 + draw.below(3);
  for (std::uint32_t i = 0; i < roads; ++i) {
    gateways.push_back(angle + two_pi * 0.6 * (i / static_cast<double>(roads) - 0.3));
  }
}

std::uint32_t furthest_node(std::span<const Node> nodes, std::span<const std::uint32_t> among, double direction) {
  std::uint32_t best = among.front();
  double furthest = -std::numeric_limits<double>::infinity();
  for (const std::uint32_t node : among) {
    const double reach = nodes[node].x_m * math::cos(direction) + nodes[node].y_m * math::sin(direction);
    if (reach > furthest) furthest = reach, best = node;
  }
  return best;
}

}  // namespace essaim::commune
