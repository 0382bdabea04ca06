// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/random.h"
#include "engine/world/network.h"
#include "models/commune/figures.h"
#include "models/commune/parameters.h"
#include "models/commune/population.h"

namespace essaim::commune {

inline constexpr std::uint16_t country_km_h = 65;  ///< on roads to the town
inline constexpr float safe_height_m = 1'000;      ///< of the town: what floods there is not modelled

/// A straight river that passes within 400 m of the point 0, 0, in a direction drawn for each replicate.
class River {
 public:
  River(const Parameters& parameters, const Random& random);
  /// Height above the banks [m], by node: the distance from the river times the slope of the valley.
  std::vector<float> heights_m(std::span<const Node> nodes) const;

 private:
  double angle_;
  double offset_m_;
  double slope_;
};

/// What lies around a commune, drawn for each replicate, for no figure tells it: where the nearest town is, at the
/// distance that the figures give, and in which two to four directions roads leave for it.
struct Surroundings {
  Surroundings(const FigureValues& figures, const Parameters& parameters, const Random& random);

  Node town;
  std::vector<double> gateways;  ///< directions [rad]
  River river;
};

/// Of these nodes the one that lies furthest in a direction; the first of several.
std::uint32_t furthest_node(std::span<const Node> nodes, std::span<const std::uint32_t> among, double direction);

}  // namespace essaim::commune
