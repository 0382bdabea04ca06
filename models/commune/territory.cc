// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/territory.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/core/math.h"
#include "models/commune/streams.h"
#include "models/commune/street_plan.h"
#include "models/commune/surroundings.h"

namespace essaim::commune {

namespace {

constexpr double two_pi = 6.283185307179586;
constexpr std::uint32_t households_per_crossing = 6;  // order of the six real networks: 5 to 9
constexpr std::uint32_t fewest_crossings = 12;
constexpr std::uint32_t most_crossings = 6'000;  // as Liechtenstein's whole network
constexpr double area_per_crossing_m2 = 9'000;   // built-up land: streets about 100 m apart
constexpr double most_built_up = 0.6;            // share of the commune's area; a guess that matters to dense towns
constexpr double hectares_per_hamlet = 250;
constexpr std::uint32_t most_hamlets = 24;
constexpr std::uint16_t village_km_h = 35;

double value(const FigureValues& figures, FigureId id) { return figures[static_cast<std::size_t>(id)]; }

struct Village {
  Node centre;
  double share = 0;  ///< of the commune's households
  std::uint32_t first = 0;
  std::uint32_t crossings = 0;
};

/// Collects nodes and edges; no two edges may join the same nodes.
class Draft {
 public:
  std::uint32_t add(Node node) {
    nodes_.push_back(node);
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }
  /// `stretch`: length of the road over the straight line.
  std::uint32_t join(std::uint32_t a, std::uint32_t b, std::uint16_t speed, double stretch) {
    const double dx = nodes_[a].x_m - nodes_[b].x_m;
    const double dy = nodes_[a].y_m - nodes_[b].y_m;
    const double length = std::max(1.0, std::sqrt(dx * dx + dy * dy) * stretch);
    const RoadClass road = speed == country_km_h ? RoadClass::minor : RoadClass::street;
    edges_.push_back({NodeId{a}, NodeId{b}, static_cast<std::uint32_t>(length + 0.5), speed, road});
    return static_cast<std::uint32_t>(edges_.size() - 1);
  }
  const std::vector<Node>& nodes() const { return nodes_; }
  /// Nodes where two roads or more meet; all if there are none.
  std::vector<std::uint32_t> through_nodes() const {
    std::vector<std::uint32_t> roads(nodes_.size(), 0);
    for (const Edge& edge : edges_) ++roads[edge.a.index()], ++roads[edge.b.index()];
    std::vector<std::uint32_t> through;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (roads[i] > 1) through.push_back(i);
    }
    if (through.empty()) {
      through.resize(nodes_.size());
      std::iota(through.begin(), through.end(), 0u);
    }
    return through;
  }
  Network finish() && { return Network{std::move(nodes_), std::move(edges_)}; }

 private:
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
};

std::vector<Village> draw_villages(const FigureValues& figures, Settlement settlement, const Parameters& parameters,
                                   const Random& random) {
  const double hectares = value(figures, FigureId::area);
  const double radius_m = 100.0 * std::sqrt(hectares / (two_pi / 2));
  std::uint32_t hamlets = 0;
  if (settlement == Settlement::rural) {
    hamlets = std::min(most_hamlets, static_cast<std::uint32_t>(hectares / hectares_per_hamlet));
  }
  const double outside = hamlets > 0 ? parameters.hamlet_share.value() : 0.0;
  std::vector<Village> villages = {{{0, 0}, 1.0 - outside}};
  for (std::uint32_t i = 0; i < hamlets; ++i) {
    Draw draw = random.draw(streams::hamlet, i, 0);
    const double angle = two_pi * draw.uniform();
    const double r = radius_m * (0.25 + 0.65 * std::sqrt(draw.uniform()));
    villages.push_back({{r * math::cos(angle), r * math::sin(angle)}, outside / hamlets});
  }
  return villages;
}

/// Built-up land of one crossing: less where the commune would not hold it.
double area_per_crossing(const FigureValues& figures, std::uint32_t crossings) {
  return std::min(area_per_crossing_m2, most_built_up * 1e4 * value(figures, FigureId::area) / crossings);
}

void build_villages(Draft& draft, std::vector<Village>& villages, double area_m2, std::uint32_t crossings, double bend,
                    const Random& random) {
  std::vector<Node> centres;
  for (Village& village : villages) {
    village.crossings = std::max(3u, static_cast<std::uint32_t>(village.share * crossings + 0.5));
    village.first = static_cast<std::uint32_t>(draft.nodes().size());
    const StreetPlan plan = plan_streets(village.centre, village.crossings, area_m2, village.first, random);
    for (const Node& node : plan.nodes) draft.add(node);
    for (const auto& [a, b] : plan.streets) draft.join(village.first + a, village.first + b, village_km_h, bend);
    centres.push_back(plan.nodes.front());
  }
  for (const auto& [a, b] : plan_country_roads(centres)) {
    draft.join(villages[a].first, villages[b].first, country_km_h, bend);
  }
}

/// Up to four access roads leave in directions around that of the town, from where roads meet.
std::vector<std::uint32_t> join_to_town(Draft& draft, const Surroundings& around, double detour, NodeId& town) {
  const std::vector<std::uint32_t> through = draft.through_nodes();
  std::vector<std::uint32_t> gates;
  for (const double direction : around.gateways) {
    const std::uint32_t gate = furthest_node(draft.nodes(), through, direction);
    if (std::find(gates.begin(), gates.end(), gate) == gates.end()) gates.push_back(gate);
  }
  town = NodeId{draft.add(around.town)};
  std::vector<std::uint32_t> access;
  for (const std::uint32_t gate : gates) access.push_back(draft.join(gate, town.index(), country_km_h, detour));
  return access;
}

std::vector<Zone> zones_of(const std::vector<Village>& villages, std::uint32_t nodes) {
  std::vector<Zone> zones(nodes, Zone::hamlets);
  const std::uint32_t main = villages.front().crossings;  // nearest the centre first
  for (std::uint32_t i = 0; i < main; ++i) zones[i] = 2 * i < main ? Zone::centre : Zone::edge;
  return zones;
}

std::vector<NodeId> settle(const std::vector<Village>& villages, std::uint32_t households, const Random& random) {
  std::vector<double> shares;
  for (const Village& village : villages) shares.push_back(village.share);
  const auto counts = largest_remainder(shares, households);
  std::vector<std::uint32_t> nodes;
  for (std::size_t v = 0; v < villages.size(); ++v) {
    for (std::uint32_t i = 0; i < counts[v]; ++i) {
      Draw draw = random.draw(streams::home, static_cast<std::uint32_t>(nodes.size()), 0);
      nodes.push_back(villages[v].first + draw.below(villages[v].crossings));
    }
  }
  std::sort(nodes.begin(), nodes.end());  // plain numbers: a total order
  std::vector<NodeId> homes;
  for (const std::uint32_t node : nodes) homes.emplace_back(node);
  return homes;
}

}  // namespace

bool Territory::has(Zone which) const {
  return std::any_of(homes.begin(), homes.end(), [&](NodeId home) { return zone[home.index()] == which; });
}

Territory generate_territory(const FigureValues& figures, Settlement settlement, const Parameters& parameters,
                             std::uint32_t households, const Random& random) {
  Draft draft;
  auto villages = draw_villages(figures, settlement, parameters, random);
  const std::uint32_t total = std::clamp(households / households_per_crossing, fewest_crossings, most_crossings);
  build_villages(draft, villages, area_per_crossing(figures, total), total, parameters.bend.value(), random);
  Territory territory;
  const auto crossings = static_cast<std::uint32_t>(draft.nodes().size());
  const Surroundings around{figures, parameters, random};
  territory.access = join_to_town(draft, around, parameters.detour.value(), territory.town);
  for (std::uint32_t i = 0; i < crossings; ++i) territory.crossings.emplace_back(i);
  territory.homes = settle(villages, households, random);
  territory.zone = zones_of(villages, crossings + 1);
  territory.above_river_m = around.river.heights_m(draft.nodes());
  territory.above_river_m[territory.town.index()] = safe_height_m;
  territory.network = std::move(draft).finish();
  return territory;
}

}  // namespace essaim::commune
