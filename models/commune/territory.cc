// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/territory.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "engine/core/math.h"
#include "models/commune/streams.h"
#include "models/commune/surroundings.h"

namespace essaim::commune {

namespace {

constexpr double two_pi = 6.283185307179586;
constexpr std::uint32_t households_per_crossing = 6;  // order of the six real networks: 5 to 9
constexpr std::uint32_t fewest_crossings = 12;
constexpr std::uint32_t most_crossings = 1'200;
constexpr double area_per_crossing_m2 = 9'000;  // built-up land: streets about 100 m apart
constexpr double hectares_per_hamlet = 250;
constexpr std::uint32_t most_hamlets = 24;
constexpr std::uint16_t village_km_h = 35;

double value(const FigureValues& figures, FigureId id) { return figures[static_cast<std::size_t>(id)]; }

double distance_m(const Node& a, const Node& b) {
  return std::sqrt((a.x_m - b.x_m) * (a.x_m - b.x_m) + (a.y_m - b.y_m) * (a.y_m - b.y_m));
}

struct Village {
  Node centre;
  double share = 0;  ///< of the commune's households
  std::uint32_t first = 0;
  std::uint32_t crossings = 0;
};

/// Collects nodes and edges, each pair of nodes once.
class Draft {
 public:
  explicit Draft(double detour) : detour_{detour} {}

  NodeId add(Node node) {
    nodes_.push_back(node);
    return NodeId{static_cast<std::uint32_t>(nodes_.size() - 1)};
  }
  std::uint32_t join(std::uint32_t a, std::uint32_t b, std::uint16_t speed) {
    const auto pair = std::minmax(a, b);
    const auto same = std::find_if(edges_.begin(), edges_.end(), [&](const Edge& e) {
      return e.a.index() == pair.first && e.b.index() == pair.second;
    });
    if (same != edges_.end()) return static_cast<std::uint32_t>(same - edges_.begin());
    const double length = std::max(1.0, distance_m(nodes_[a], nodes_[b]) * detour_);
    const RoadClass road = speed == country_km_h ? RoadClass::minor : RoadClass::street;
    edges_.push_back({NodeId{pair.first}, NodeId{pair.second}, static_cast<std::uint32_t>(length + 0.5), speed, road});
    return static_cast<std::uint32_t>(edges_.size() - 1);
  }
  const std::vector<Node>& nodes() const { return nodes_; }
  Network finish() && { return Network{std::move(nodes_), std::move(edges_)}; }

 private:
  double detour_;
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

void scatter_crossings(Draft& draft, std::vector<Village>& villages, std::uint32_t households, const Random& random) {
  const std::uint32_t total = std::clamp(households / households_per_crossing, fewest_crossings, most_crossings);
  std::uint32_t drawn = 0;
  for (Village& village : villages) {
    village.crossings = std::max(3u, static_cast<std::uint32_t>(village.share * total + 0.5));
    village.first = drawn;
    std::vector<Node> nodes;
    const double radius_m = std::sqrt(village.crossings * area_per_crossing_m2 / (two_pi / 2));
    for (std::uint32_t i = 0; i < village.crossings; ++i, ++drawn) {
      Draw draw = random.draw(streams::crossing, drawn, 0);
      const double angle = two_pi * draw.uniform();
      const double r = radius_m * std::sqrt(draw.uniform());
      nodes.push_back({village.centre.x_m + r * math::cos(angle), village.centre.y_m + r * math::sin(angle)});
    }
    // By distance from the centre, so that the first is the centre's; a total key, as two nodes differ in x or y.
    std::sort(nodes.begin(), nodes.end(), [&](const Node& a, const Node& b) {
      const double da = distance_m(a, village.centre);
      const double db = distance_m(b, village.centre);
      if (da != db) return da < db;
      return a.x_m != b.x_m ? a.x_m < b.x_m : a.y_m < b.y_m;
    });
    for (const Node& node : nodes) draft.add(node);
  }
}

/// Joins the given nodes by the shortest tree (Prim), on straight distances.
void join_as_tree(Draft& draft, const std::vector<std::uint32_t>& nodes, std::uint16_t speed) {
  std::vector<double> best(nodes.size(), std::numeric_limits<double>::infinity());
  std::vector<std::uint32_t> parent(nodes.size(), 0);
  std::vector<std::uint8_t> joined(nodes.size(), 0);
  std::uint32_t last = 0;
  joined[0] = 1;
  for (std::size_t step = 1; step < nodes.size(); ++step) {
    std::uint32_t nearest = 0;
    double shortest = std::numeric_limits<double>::infinity();
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      if (joined[i]) continue;
      const double d = distance_m(draft.nodes()[nodes[i]], draft.nodes()[nodes[last]]);
      if (d < best[i]) best[i] = d, parent[i] = last;
      if (best[i] < shortest) shortest = best[i], nearest = i;
    }
    joined[nearest] = 1;
    draft.join(nodes[parent[nearest]], nodes[nearest], speed);
    last = nearest;
  }
}

void join_to_two_nearest(Draft& draft, const Village& village) {
  for (std::uint32_t i = village.first; i < village.first + village.crossings; ++i) {
    std::array<std::pair<double, std::uint32_t>, 2> nearest;
    nearest.fill({std::numeric_limits<double>::infinity(), i});
    for (std::uint32_t j = village.first; j < village.first + village.crossings; ++j) {
      if (j == i) continue;
      const std::pair candidate{distance_m(draft.nodes()[i], draft.nodes()[j]), j};
      if (candidate < nearest[1]) nearest[1] = candidate;
      if (nearest[1] < nearest[0]) std::swap(nearest[0], nearest[1]);
    }
    for (const auto& [distance, j] : nearest) {
      if (j != i) draft.join(i, j, village_km_h);
    }
  }
}

/// Up to four access roads leave in directions around that of the town.
std::vector<std::uint32_t> join_to_town(Draft& draft, const Surroundings& around, std::uint32_t crossings,
                                        NodeId& town) {
  std::vector<std::uint32_t> all(crossings);
  std::iota(all.begin(), all.end(), 0u);
  town = draft.add(around.town);
  std::vector<std::uint32_t> access;
  for (const double direction : around.gateways) {
    const std::uint32_t edge = draft.join(furthest_node(draft.nodes(), all, direction), town.index(), country_km_h);
    if (std::find(access.begin(), access.end(), edge) == access.end()) access.push_back(edge);
  }
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
  Draft draft{parameters.detour.value()};
  auto villages = draw_villages(figures, settlement, parameters, random);
  scatter_crossings(draft, villages, households, random);
  std::vector<std::uint32_t> centres;
  for (const Village& village : villages) {
    std::vector<std::uint32_t> own(village.crossings);
    for (std::uint32_t i = 0; i < village.crossings; ++i) own[i] = village.first + i;
    join_as_tree(draft, own, village_km_h);
    join_to_two_nearest(draft, village);
    centres.push_back(village.first);
  }
  join_as_tree(draft, centres, country_km_h);
  Territory territory;
  const auto crossings = static_cast<std::uint32_t>(draft.nodes().size());
  const Surroundings around{figures, parameters, random};
  territory.access = join_to_town(draft, around, crossings, territory.town);
  for (std::uint32_t i = 0; i < crossings; ++i) territory.crossings.emplace_back(i);
  territory.homes = settle(villages, households, random);
  territory.zone = zones_of(villages, crossings + 1);
  territory.above_river_m = around.river.heights_m(draft.nodes());
  territory.above_river_m[territory.town.index()] = safe_height_m;
  territory.network = std::move(draft).finish();
  return territory;
}

}  // namespace essaim::commune
