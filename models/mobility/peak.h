// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "models/commune/commune.h"

namespace essaim::mobility {

/// Cars that go from a node to a place, or the other way, in the busiest hour.
struct Flow {
  std::uint32_t node = 0;
  commune::PlaceId place = 0;
  double cars = 0;
};

/// Car times in the busiest hour, in each state of the roads: constant during a run, shared by all arms. So a road that
/// closes and reopens gives the old times back to the millisecond.
///
/// For each state: all cars take the quickest way (all or nothing), loads v are averaged over `steps`, and
///     t = t0 (1 + 0.15 (v / c)^4),   c by the road's speed: 1,000 cars an hour from 60 km/h on, 600 from 31, else 300
/// An access road also carries `through` times the cars of residents on all access roads, shared evenly.
class PeakTimes {
 public:
  PeakTimes() = default;
  PeakTimes(const commune::Commune& commune, const std::vector<Flow>& flows, double through);

  /// [ms]; `Network::unreachable` if no open road leads there.
  Network::Milliseconds car_ms(std::uint32_t state, commune::PlaceId place, std::uint32_t node) const {
    return car_ms_[(std::size_t{state} * places_ + place) * nodes_ + node];
  }
  /// Load over capacity of the busiest road with every road open.
  double busiest() const { return busiest_; }

 private:
  std::uint32_t places_ = 0;
  std::uint32_t nodes_ = 0;
  std::vector<Network::Milliseconds> car_ms_;
  double busiest_ = 0;
};

}  // namespace essaim::mobility
