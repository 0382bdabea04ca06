// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/mobility/peak.h"

#include <algorithm>

namespace essaim::mobility {

namespace {

constexpr int steps = 3;  // of averaging

double capacity(const Edge& edge) { return edge.speed_km_h >= 60 ? 1'000.0 : edge.speed_km_h >= 31 ? 600.0 : 300.0; }

/// Time on a loaded road; at most an hour more, so that sums stay far from `unreachable`.
Network::Milliseconds loaded(Network::Milliseconds free_ms, double load, double most) {
  if (free_ms == Network::unreachable) return free_ms;
  const double ratio = load / most;
  const double delay = std::min(3.6e6, free_ms * 0.15 * ratio * ratio * ratio * ratio);
  return free_ms + static_cast<Network::Milliseconds>(delay + 0.5);
}

/// Cars on each edge if all take the quickest way at these times.
std::vector<double> assign(const commune::Commune& commune, const std::vector<Flow>& flows,
                           const std::vector<Network::Milliseconds>& times) {
  const auto edges = commune.territory.network.edges();
  std::vector<double> loads(edges.size(), 0.0);
  const Routes routes{commune.territory.network, times};
  const auto nodes = commune.territory.network.nodes().size();
  for (commune::PlaceId place = 0; place < commune.places.count(); ++place) {
    std::vector<double> from(nodes, 0.0);
    bool any = false;
    for (const Flow& flow : flows) {
      if (flow.place == place && flow.cars > 0) from[flow.node] += flow.cars, any = true;
    }
    if (!any) continue;
    const Routes::Tree tree = routes.tree_to(commune.places.nodes[place]);
    for (const std::uint32_t node : tree.order) {
      const std::uint32_t edge = tree.edge[node];
      if (edge == Routes::no_edge) continue;
      loads[edge] += from[node];
      const std::uint32_t a = edges[edge].a.index();
      from[a == node ? edges[edge].b.index() : a] += from[node];
    }
  }
  return loads;
}

void add_through_traffic(const commune::Commune& commune, double through, std::vector<double>& loads) {
  const auto& access = commune.territory.access;
  double sum = 0;
  for (const std::uint32_t edge : access) sum += loads[edge];
  if (access.empty()) return;
  for (const std::uint32_t edge : access) loads[edge] += through * sum / static_cast<double>(access.size());
}

}  // namespace

PeakTimes::PeakTimes(const commune::Commune& commune, const std::vector<Flow>& flows, double through)
    : places_{commune.places.count()}, nodes_{static_cast<std::uint32_t>(commune.territory.network.nodes().size())} {
  const auto edges = commune.territory.network.edges();
  for (std::uint32_t state = 0; state < commune.travel.states().size(); ++state) {
    const auto closed = commune::closed_edges(commune.territory, commune.travel.states()[state]);
    const auto free = commune.territory.network.drive_times(closed);
    auto times = free;
    std::vector<double> mean(edges.size(), 0.0);
    for (int step = 1; step <= steps; ++step) {
      auto loads = assign(commune, flows, times);
      add_through_traffic(commune, through, loads);
      for (std::size_t e = 0; e < edges.size(); ++e) {
        mean[e] += (loads[e] - mean[e]) / step;
        times[e] = loaded(free[e], mean[e], capacity(edges[e]));
      }
    }
    for (std::size_t e = 0; state == 0 && e < edges.size(); ++e) {
      busiest_ = std::max(busiest_, mean[e] / capacity(edges[e]));
    }
    const Routes routes{commune.territory.network, times};
    for (const NodeId place : commune.places.nodes) {
      const auto costs = routes.costs_to(place);
      car_ms_.insert(car_ms_.end(), costs.begin(), costs.end());
    }
  }
}

}  // namespace essaim::mobility
