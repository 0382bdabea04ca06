// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/travel.h"

#include <algorithm>
#include <cmath>

namespace essaim::commune {

RoadState road_state(const Territory& territory, std::span<const Effect> effects, Time now) {
  const auto value = [&](Condition which, Zone zone) { return combined(which, zone, effects, Strength{}, now); };
  const double share = std::clamp(value(Condition::access_closed, Zone::centre), 0.0, 1.0);
  RoadState state;
  // Rounded up: a share that closes anything closes one road at least.
  state.closed_access =
      static_cast<std::uint32_t>(std::ceil(share * static_cast<double>(territory.access.size()) - 1e-9));
  for (std::size_t zone = 0; zone < zone_count; ++zone) {
    state.river_m[zone] = value(Condition::flood_depth, static_cast<Zone>(zone));
  }
  return state;
}

std::vector<RoadState> road_states(const Territory& territory, std::span<const Effect> effects) {
  std::vector<RoadState> states = {RoadState{}};
  const auto add = [&](Time now) {
    const RoadState state = road_state(territory, effects, now);
    if (std::find(states.begin(), states.end(), state) == states.end()) states.push_back(state);
  };
  for (const Effect& effect : effects) {
    if (effect.condition != Condition::access_closed && effect.condition != Condition::flood_depth) continue;
    add(effect.start);
    add(effect.end);
  }
  return states;
}

std::vector<std::uint8_t> closed_edges(const Territory& territory, const RoadState& state) {
  const auto edges = territory.network.edges();
  std::vector<std::uint8_t> closed(edges.size(), 0);
  for (std::uint32_t i = 0; i < state.closed_access; ++i) closed[territory.access[i]] = 1;
  const auto flooded = [&](NodeId node) {
    const double river_m = state.river_m[static_cast<std::size_t>(territory.zone[node.index()])];
    return territory.flood_depth_m(node.index(), river_m) > passable_m;
  };
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (flooded(edges[i].a) || flooded(edges[i].b)) closed[i] = 1;
  }
  return closed;
}

Travel::Travel(const Territory& territory, const Places& places, std::vector<RoadState> states)
    : places_{places.count()},
      nodes_{static_cast<std::uint32_t>(territory.network.nodes().size())},
      states_{std::move(states)} {
  car_ms_.reserve(std::size_t{places_} * nodes_ * states_.size());
  metres_.reserve(car_ms_.capacity());
  const Routes quickest{territory.network, territory.network.drive_times()};
  const Routes shortest{territory.network, territory.network.lengths_m(), Traffic::walkers};
  std::vector<Routes::Tree> by_car;
  std::vector<Routes::Tree> on_foot;
  for (const NodeId place : places.nodes) {
    by_car.push_back(quickest.tree_to(place));
    on_foot.push_back(shortest.tree_to(place));
  }
  for (const RoadState& state : states_) {
    const auto closed = closed_edges(territory, state);
    for (std::uint32_t place = 0; place < places_; ++place) {
      const auto times = quickest.costs_without(by_car[place], closed);
      const auto lengths = shortest.costs_without(on_foot[place], closed);
      car_ms_.insert(car_ms_.end(), times.begin(), times.end());
      metres_.insert(metres_.end(), lengths.begin(), lengths.end());
    }
  }
}

std::uint32_t Travel::find(const RoadState& state) const {
  const auto found = std::find(states_.begin(), states_.end(), state);
  return found == states_.end() ? 0 : static_cast<std::uint32_t>(found - states_.begin());
}

}  // namespace essaim::commune
