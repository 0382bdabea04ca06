// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/world/network.h"
#include "models/commune/conditions.h"
#include "models/commune/places.h"
#include "models/commune/territory.h"

namespace essaim::commune {

/// Which roads are open: how many access roads are closed (in their order), and how high the river stands in each zone
/// [m]. A road is impassable where water is deeper than `passable_m` at either end.
struct RoadState {
  std::uint32_t closed_access = 0;
  std::array<double, zone_count> river_m{};
  friend bool operator==(const RoadState&, const RoadState&) = default;
};

/// Water through which a car can still drive: flume and prototype tests (trid.trb.org 1412184), 0.3 m.
inline constexpr double passable_m = 0.3;

RoadState road_state(const Territory& territory, std::span<const Effect> effects, Time now);

/// All states that these effects bring about, the first with every road open. Only shocks move roads, so all variants
/// of a scenario share them.
std::vector<RoadState> road_states(const Territory& territory, std::span<const Effect> effects);

std::vector<std::uint8_t> closed_edges(const Territory& territory, const RoadState& state);

/// Ways between every node and every place, in each state of the roads: constant during a run, shared by all arms. A
/// road that reopens gives the old times back, since they are the same numbers.
class Travel {
 public:
  Travel() = default;
  Travel(const Territory& territory, const Places& places, std::vector<RoadState> states);

  std::span<const RoadState> states() const { return states_; }
  std::uint32_t find(const RoadState& state) const;  ///< its number; 0 if it is none of them

  /// Time of a car with no one in its way [ms]; `Network::unreachable` if no open road leads there.
  Network::Milliseconds car_ms(std::uint32_t state, PlaceId place, std::uint32_t node) const {
    return car_ms_[at(state, place, node)];
  }
  /// Length of the shortest open way [m]; `Network::unreachable` if there is none.
  std::uint32_t metres(std::uint32_t state, PlaceId place, std::uint32_t node) const {
    return metres_[at(state, place, node)];
  }

 private:
  std::size_t at(std::uint32_t state, PlaceId place, std::uint32_t node) const {
    return (std::size_t{state} * places_ + place) * nodes_ + node;
  }

  std::uint32_t places_ = 0;
  std::uint32_t nodes_ = 0;
  std::vector<RoadState> states_;
  std::vector<Network::Milliseconds> car_ms_;  ///< [state][place][node]
  std::vector<std::uint32_t> metres_;          ///< [state][place][node]
};

}  // namespace essaim::commune
