// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/commune/commune.h"
#include "models/mobility/parameters.h"

namespace essaim::mobility {

/// Flat metres that take as long as one metre of a slope (rise over run, at most 25 % either way counts: heights of
/// short edges are noisy).
///
/// By bike, of speed 1 on the flat, with g = 100 slope [%]:
///     up    max(1 - bike_climb g, walk_speed / bike_speed)     on what is too steep to ride, it is pushed
///     down  1 + bike_descent min(-g, 3)                        as published to 3 %; beyond, brakes hold it
double bike_metres(double slope, const Parameters& parameters);

/// On foot: Tobler's hiking function exp(-3.5 |slope + 0.05|), over its value on the flat (Tobler 1993, Three
/// presentations on geographical analysis and modeling, NCGIA technical report 93-1). Up is slower than down; a gentle
/// descent is a little quicker than the flat.
double walk_metres(double slope);

/// What slopes add to ways by bike and on foot. Each road between two nodes of known heights climbs evenly; ways are
/// the quickest in each direction, for up differs from down. A tour goes there and back: what is kept is the mean of
/// both. Without heights nothing is worked out and nothing is added, to the last bit.
class Slopes {
 public:
  enum class Mode : std::uint8_t { bike, walk };

  Slopes(const commune::Commune& commune, const Parameters& parameters);

  /// Metres that one way is longer in time than its length on the flat; below 0 where slopes help more than they
  /// hinder.
  double extra_m(Mode mode, std::uint32_t roads, commune::PlaceId place, std::uint32_t node) const {
    const std::vector<float>& extra = extra_m_[static_cast<std::size_t>(mode)];
    if (extra.empty()) return 0;
    return extra[(std::size_t{roads} * places_ + place) * nodes_ + node];
  }

 private:
  std::uint32_t places_ = 0;
  std::uint32_t nodes_ = 0;
  std::array<std::vector<float>, 2> extra_m_;  ///< [mode], then [roads][place][node]
};

/// Costs of edges in each direction: flat decimetres from a to b, and from b to a; `Network::unreachable` where nobody
/// goes on foot or by bike, or where `closed` says so.
struct Climbs {
  std::vector<std::uint32_t> forward;
  std::vector<std::uint32_t> backward;
};
Climbs climbs(const commune::Territory& territory, Slopes::Mode mode, const Parameters& parameters,
              const std::vector<std::uint8_t>& closed);

}  // namespace essaim::mobility
