// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/mobility/slopes.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace essaim::mobility {

namespace {

constexpr double steepest = 0.25;
constexpr double steepest_quick_percent = 3;  // downhill: beyond, nothing published was found
constexpr double tobler_rate = 3.5;
constexpr double tobler_best = 0.05;

/// The same roads as one-way arcs, each direction with its own cost: number 2 i leads along edge i, 2 i + 1 against it.
Network arcs_of(const Network& network, bool reversed) {
  std::vector<Edge> arcs;
  for (Edge edge : network.edges()) {
    edge.one_way = true;
    edge.car = true;
    if (reversed) std::swap(edge.a, edge.b);
    arcs.push_back(edge);
    std::swap(edge.a, edge.b);
    arcs.push_back(edge);
  }
  return {{network.nodes().begin(), network.nodes().end()}, std::move(arcs)};
}

std::vector<std::uint32_t> arc_costs(const Climbs& climbs) {
  std::vector<std::uint32_t> costs;
  for (std::size_t i = 0; i < climbs.forward.size(); ++i) {
    costs.push_back(climbs.forward[i]);
    costs.push_back(climbs.backward[i]);
  }
  return costs;
}

}  // namespace

double bike_metres(double slope, const Parameters& p) {
  const double percent = 100 * std::clamp(slope, -steepest, steepest);
  if (percent <= 0) return 1 / (1 + p.bike_descent.value() * std::min(-percent, steepest_quick_percent));
  const double pushed = std::min(1.0, p.walk_speed.value() / p.bike_speed.value());
  return 1 / std::max(1 - p.bike_climb.value() * percent, pushed);
}

double walk_metres(double slope) {
  const double bounded = std::clamp(slope, -steepest, steepest);
  return math::exp(tobler_rate * (std::abs(bounded + tobler_best) - tobler_best));
}

Climbs climbs(const commune::Territory& territory, Slopes::Mode mode, const Parameters& parameters,
              const std::vector<std::uint8_t>& closed) {
  const auto decimetres = [&](double length_m, double slope) {
    const double flat_m = length_m * (mode == Slopes::Mode::bike ? bike_metres(slope, parameters) : walk_metres(slope));
    return static_cast<std::uint32_t>(flat_m * 10 + 0.5);
  };
  Climbs costs;
  const auto edges = territory.network.edges();
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const Edge& edge = edges[i];
    const bool open = edge.foot && closed[i] == 0;
    const double rise = double{territory.height_m[edge.b.index()]} - territory.height_m[edge.a.index()];
    const double slope = std::isnan(rise) || edge.length_m == 0 ? 0.0 : rise / edge.length_m;
    costs.forward.push_back(open ? decimetres(edge.length_m, slope) : Network::unreachable);
    costs.backward.push_back(open ? decimetres(edge.length_m, -slope) : Network::unreachable);
  }
  return costs;
}

Slopes::Slopes(const commune::Commune& commune, const Parameters& parameters)
    : places_{commune.places.count()}, nodes_{static_cast<std::uint32_t>(commune.territory.network.nodes().size())} {
  const commune::Territory& territory = commune.territory;
  if (territory.height_m.empty()) return;
  const Network there = arcs_of(territory.network, false);
  const Network back = arcs_of(territory.network, true);
  for (const Mode mode : {Mode::bike, Mode::walk}) {
    std::vector<float>& extra = extra_m_[static_cast<std::size_t>(mode)];
    for (std::uint32_t state = 0; state < commune.travel.states().size(); ++state) {
      const auto closed = closed_edges(territory, commune.travel.states()[state]);
      const auto costs = arc_costs(climbs(territory, mode, parameters, closed));
      const Routes to{there, costs};
      const Routes from{back, costs};
      for (std::uint32_t place = 0; place < places_; ++place) {
        const auto going = to.costs_to(commune.places.nodes[place]);
        const auto coming = from.costs_to(commune.places.nodes[place]);
        for (std::uint32_t node = 0; node < nodes_; ++node) {
          const std::uint32_t metres = commune.travel.metres(state, place, node);
          const bool reached = metres != Network::unreachable;
          const double mean_m = reached ? static_cast<double>(std::uint64_t{going[node]} + coming[node]) / 20 : 0.0;
          extra.push_back(reached ? static_cast<float>(mean_m - metres) : 0.0f);
        }
      }
    }
  }
}

}  // namespace essaim::mobility
