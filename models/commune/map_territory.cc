// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "models/commune/grid_homes.h"
#include "models/commune/streams.h"
#include "models/commune/surroundings.h"
#include "models/commune/territory.h"

namespace essaim::commune {

namespace {

constexpr double square_m = 200;
constexpr double valley_m = 500;  // side of the squares whose lowest nodes stand for the river
constexpr std::uint32_t hubs_tried = 32;

/// West to east, south to north: squares of a given side.
struct Square {
  std::int32_t x = 0;
  std::int32_t y = 0;
  friend auto operator<=>(const Square&, const Square&) = default;
};

Square square_of(const Node& node, double side_m) {
  return {static_cast<std::int32_t>(std::floor(node.x_m / side_m)),
          static_cast<std::int32_t>(std::floor(node.y_m / side_m))};
}

std::size_t index(PlaceKind kind) { return static_cast<std::size_t>(kind); }

/// The town hall; else the mean of the dwellings; else of the nodes.
Node centre_of(const RoadMap& map) {
  Node sum;
  double weight = 0;
  for (const MapPlace& place : map.places) {
    if (place.kind == PlaceKind::town_hall) return map.nodes[place.node.index()];
    if (place.kind != PlaceKind::dwellings) continue;
    sum = {sum.x_m + place.weight * place.x_m, sum.y_m + place.weight * place.y_m};
    weight += place.weight;
  }
  for (std::size_t i = 0; weight <= 0 && i < map.nodes.size(); ++i) {
    sum = {sum.x_m + map.nodes[i].x_m, sum.y_m + map.nodes[i].y_m};
  }
  if (weight <= 0) weight = static_cast<double>(map.nodes.size());
  return {sum.x_m / weight, sum.y_m / weight};
}

/// Nodes that cars reach from the centre and back, the nearest to it first.
std::vector<std::uint32_t> drivable_nodes(const RoadMap& map, const Network& network, const Node& centre) {
  std::vector<std::uint8_t> has_car(map.nodes.size(), 0);
  for (const Edge& edge : map.edges) {
    if (edge.car && edge.foot) has_car[edge.a.index()] = has_car[edge.b.index()] = 1;
  }
  std::vector<std::uint32_t> nodes;
  for (std::uint32_t i = 0; i < has_car.size(); ++i) {
    if (has_car[i] != 0) nodes.push_back(i);
  }
  // By distance; the number settles equal ones: a total key.
  std::sort(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
    const double da = squared_m2(map.nodes[a], centre);
    const double db = squared_m2(map.nodes[b], centre);
    return da != db ? da < db : a < b;
  });
  // The node next to the centre may lie in a yard that cars only leave: then the next one, and the best of several.
  std::vector<std::uint32_t> best;
  for (std::uint32_t i = 0; i < std::min<std::size_t>(hubs_tried, nodes.size()); ++i) {
    const auto shares = network.shares_cars_with(NodeId{nodes[i]});
    std::vector<std::uint32_t> of_this;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(of_this), [&](auto node) { return shares[node] != 0; });
    if (of_this.size() > best.size()) best = std::move(of_this);
    if (2 * best.size() > nodes.size()) break;
  }
  return best;
}

/// By node: itself if it is one of these, else the nearest of them.
std::vector<std::uint32_t> nearest_of(const RoadMap& map, std::span<const std::uint32_t> among) {
  std::vector<std::uint32_t> nearest(map.nodes.size(), Routes::no_edge);
  for (const std::uint32_t node : among) nearest[node] = node;
  for (const MapPlace& place : map.places) {
    std::uint32_t& own = nearest[place.node.index()];
    if (own != Routes::no_edge) continue;
    const Node& here = map.nodes[place.node.index()];
    own = *std::min_element(among.begin(), among.end(), [&](std::uint32_t a, std::uint32_t b) {
      return squared_m2(map.nodes[a], here) < squared_m2(map.nodes[b], here);
    });
  }
  return nearest;
}

/// Where people live: nodes and how many dwellings, in the order of nodes, which neighbours share.
std::vector<std::pair<std::uint32_t, double>> dwellings_of(const RoadMap& map, std::span<const std::uint32_t> nearest,
                                                           std::span<const std::uint32_t> drivable) {
  std::vector<std::pair<std::uint32_t, double>> dwellings;
  for (const MapPlace& place : map.places) {
    if (place.kind != PlaceKind::dwellings || place.weight <= 0) continue;
    dwellings.emplace_back(nearest[place.node.index()], place.weight);
  }
  if (dwellings.empty()) {
    for (const std::uint32_t node : drivable) dwellings.emplace_back(node, 1.0);
  }
  std::sort(dwellings.begin(), dwellings.end());  // pairs of numbers: a total order
  return dwellings;
}

/// Spreads households evenly over the dwellings (systematic sampling from a drawn start): none is used twice while
/// there are enough.
std::vector<NodeId> homes_in(std::span<const std::pair<std::uint32_t, double>> dwellings, std::uint32_t households,
                             const Random& random) {
  double total = 0;
  for (const auto& [node, weight] : dwellings) total += weight;
  const double start = random.draw(streams::home, 0, 0).uniform();
  std::vector<NodeId> homes;
  std::size_t at = 0;
  double reached = dwellings.front().second;
  for (std::uint32_t h = 0; h < households; ++h) {
    const double wanted = (h + start) / households * total;
    while (reached < wanted && at + 1 < dwellings.size()) reached += dwellings[++at].second;
    homes.emplace_back(dwellings[at].first);
  }
  return homes;
}

/// Squares of the largest group of squares that touch, by dwellings; sorted.
std::vector<Square> main_village(const RoadMap& map, std::span<const std::pair<std::uint32_t, double>> dwellings) {
  std::vector<std::pair<Square, double>> squares;
  for (const auto& [node, weight] : dwellings) squares.emplace_back(square_of(map.nodes[node], square_m), weight);
  std::sort(squares.begin(), squares.end());  // pairs of plain numbers: a total order
  std::vector<Square> left;
  std::vector<double> weights;
  for (const auto& [square, weight] : squares) {
    if (left.empty() || left.back() != square) left.push_back(square), weights.push_back(0);
    weights.back() += weight;
  }
  std::vector<std::uint8_t> seen(left.size(), 0);
  std::vector<Square> best;
  double most = -1;
  for (std::size_t first = 0; first < left.size(); ++first) {
    std::vector<Square> group;
    double weight = 0;
    std::vector<std::size_t> open = {first};
    while (!open.empty()) {
      const std::size_t i = open.back();
      open.pop_back();
      if (seen[i] != 0) continue;
      seen[i] = 1;
      group.push_back(left[i]);
      weight += weights[i];
      for (std::int32_t dx = -1; dx <= 1; ++dx) {
        for (std::int32_t dy = -1; dy <= 1; ++dy) {
          const auto next = std::lower_bound(left.begin(), left.end(), Square{left[i].x + dx, left[i].y + dy});
          const bool is_there = next != left.end() && *next == Square{left[i].x + dx, left[i].y + dy};
          if (is_there) open.push_back(static_cast<std::size_t>(next - left.begin()));
        }
      }
    }
    if (weight > most) most = weight, best = std::move(group);
  }
  std::sort(best.begin(), best.end());  // each square once: a unique key
  return best;
}

bool touches(std::span<const Square> village, Square square) {
  for (std::int32_t dx = -1; dx <= 1; ++dx) {
    for (std::int32_t dy = -1; dy <= 1; ++dy) {
      if (std::binary_search(village.begin(), village.end(), Square{square.x + dx, square.y + dy})) return true;
    }
  }
  return false;
}

std::vector<Zone> zones_of(const RoadMap& map, std::span<const std::pair<std::uint32_t, double>> dwellings,
                           const Node& centre, Settlement settlement) {
  const std::vector<Square> village = main_village(map, dwellings);
  std::vector<std::pair<double, double>> inside;  // distance from the centre, dwellings
  double total = 0;
  for (const auto& [node, weight] : dwellings) {
    if (!std::binary_search(village.begin(), village.end(), square_of(map.nodes[node], square_m))) continue;
    inside.emplace_back(squared_m2(map.nodes[node], centre), weight);
    total += weight;
  }
  std::sort(inside.begin(), inside.end());  // pairs of plain numbers: a total order
  double half_m2 = 0;
  double passed = 0;
  for (const auto& [distance_m2, weight] : inside) {
    if (2 * passed < total) half_m2 = distance_m2;
    passed += weight;
  }
  const Zone beyond = settlement == Settlement::rural ? Zone::hamlets : Zone::edge;
  std::vector<Zone> zones;
  for (const Node& node : map.nodes) {
    const bool in_village = touches(village, square_of(node, square_m));
    zones.push_back(!in_village ? beyond : squared_m2(node, centre) <= half_m2 ? Zone::centre : Zone::edge);
  }
  return zones;
}

/// Height above the lowest node of its square of 500 m and the eight around it.
std::vector<float> above_valley_m(const RoadMap& map, std::vector<float> drawn_m) {
  if (map.height_m.size() != map.nodes.size()) return drawn_m;
  std::vector<std::pair<Square, float>> lowest;
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    if (!std::isnan(map.height_m[i])) lowest.emplace_back(square_of(map.nodes[i], valley_m), map.height_m[i]);
  }
  std::sort(lowest.begin(), lowest.end());  // a total order: the lowest of each square comes first
  lowest.erase(std::unique(lowest.begin(), lowest.end(), [](auto& a, auto& b) { return a.first == b.first; }),
               lowest.end());
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    if (std::isnan(map.height_m[i])) continue;
    const Square own = square_of(map.nodes[i], valley_m);
    float low = map.height_m[i];
    for (std::int32_t dx = -1; dx <= 1; ++dx) {
      for (std::int32_t dy = -1; dy <= 1; ++dy) {
        const Square square{own.x + dx, own.y + dy};
        const auto found = std::lower_bound(lowest.begin(), lowest.end(), square,
                                            [](const auto& one, const Square& s) { return one.first < s; });
        if (found != lowest.end() && found->first == square) low = std::min(low, found->second);
      }
    }
    drawn_m[i] = map.height_m[i] - low;
  }
  return drawn_m;
}

/// Access roads from the nodes of larger roads that lie furthest out, if there are any, to the town.
std::vector<std::uint32_t> join_to_town(const Surroundings& around, const Node& centre, double detour,
                                        std::span<const std::uint32_t> drivable, std::vector<Node>& nodes,
                                        std::vector<Edge>& edges) {
  std::vector<std::uint8_t> large(nodes.size(), 0);
  for (const Edge& edge : edges) {
    const bool is_large = edge.car && (edge.road == RoadClass::major || edge.road == RoadClass::minor);
    if (is_large) large[edge.a.index()] = large[edge.b.index()] = 1;
  }
  std::vector<std::uint32_t> candidates;
  std::copy_if(drivable.begin(), drivable.end(), std::back_inserter(candidates), [&](auto n) { return large[n] != 0; });
  if (candidates.empty()) candidates.assign(drivable.begin(), drivable.end());
  const NodeId town{static_cast<std::uint32_t>(nodes.size())};
  nodes.push_back({centre.x_m + around.town.x_m, centre.y_m + around.town.y_m});
  std::vector<std::uint32_t> access;
  std::vector<std::uint32_t> gates;
  for (const double direction : around.gateways) {
    const std::uint32_t gate = furthest_node(nodes, candidates, direction);
    if (std::find(gates.begin(), gates.end(), gate) != gates.end()) continue;
    gates.push_back(gate);
    const double length_m = std::max(1.0, std::sqrt(squared_m2(nodes[gate], nodes.back())) * detour);
    access.push_back(static_cast<std::uint32_t>(edges.size()));
    edges.push_back({NodeId{gate}, town, static_cast<std::uint32_t>(length_m + 0.5), country_km_h, RoadClass::minor});
  }
  return access;
}

}  // namespace

Territory settle_map(const RoadMap& map, const FigureValues& figures, Settlement settlement,
                     const Parameters& parameters, std::uint32_t households, const Random& random,
                     const PopulationGrid* grid) {
  const Node centre = centre_of(map);
  const std::vector<std::uint32_t> drivable = drivable_nodes(map, Network{map.nodes, map.edges}, centre);
  const std::vector<std::uint32_t> nearest = nearest_of(map, drivable);
  auto dwellings = dwellings_of(map, nearest, drivable);
  const Surroundings around{figures, parameters, random};

  Territory territory;
  for (const std::uint32_t node : drivable) territory.crossings.emplace_back(node);
  for (const MapPlace& place : map.places) {
    if (place.kind == PlaceKind::dwellings) continue;
    territory.found[index(place.kind)].emplace_back(nearest[place.node.index()]);
  }
  if (grid == nullptr) {
    territory.homes = homes_in(dwellings, households, random);
  } else {
    GridHomes settled = homes_in_grid(map, *grid, dwellings, drivable, households, random);
    territory.homes = std::move(settled.homes);
    territory.squares = std::move(settled.plan);
    dwellings = std::move(settled.dwellings);
  }
  territory.zone = zones_of(map, dwellings, centre, settlement);
  std::vector<Node> nodes = map.nodes;
  std::vector<Edge> edges = map.edges;
  territory.above_river_m = above_valley_m(map, around.river.heights_m(nodes));
  territory.town = NodeId{static_cast<std::uint32_t>(nodes.size())};
  territory.access = join_to_town(around, centre, parameters.detour.value(), drivable, nodes, edges);
  territory.zone.push_back(Zone::edge);
  if (map.height_m.size() == map.nodes.size()) {
    territory.height_m = map.height_m;
    territory.height_m.push_back(std::numeric_limits<float>::quiet_NaN());  // the town's is not known
  }
  territory.above_river_m.push_back(safe_height_m);
  territory.network = Network{std::move(nodes), std::move(edges)};
  return territory;
}

}  // namespace essaim::commune
