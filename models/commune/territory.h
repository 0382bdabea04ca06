// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/random.h"
#include "engine/world/network.h"
#include "models/commune/figures.h"
#include "models/commune/parameters.h"
#include "models/commune/population.h"
#include "models/commune/zone.h"

namespace essaim::commune {

/// Roads and homes of a commune, generated: a guess with the commune's area, households and settlement type, drawn anew
/// in each replicate and labelled as generated wherever it is shown.
///
/// A main village and, in rural communes, hamlets; crossings scattered around each centre; roads by the shortest
/// spanning tree of the crossings, with each crossing joined to its two nearest; hamlets joined by a tree of country
/// roads; up to four access roads from the edge to one node that stands for the nearest town, at its real distance. A
/// straight river passes near the main centre; land rises from it by `valley_slope`, the town's does not flood.
struct Territory {
  Network network;
  std::vector<NodeId> crossings;      ///< of the commune, nearest the main centre first in each village
  std::vector<NodeId> homes;          ///< by household; neighbours have neighbouring numbers
  NodeId town;                        ///< the outside: shops, platform, everything that is not in the commune
  std::vector<std::uint32_t> access;  ///< edges from the commune to the town
  std::vector<Zone> zone;             ///< by node; the town's means nothing
  std::vector<float> above_river_m;   ///< by node: height above the banks of the river that crosses the commune

  bool has(Zone which) const;
  /// Water at a node when the river stands `depth_m` above its banks [m].
  double flood_depth_m(std::uint32_t node, double depth_m) const {
    return depth_m > above_river_m[node] ? depth_m - above_river_m[node] : 0.0;
  }
};

Territory generate_territory(const FigureValues& figures, Settlement settlement, const Parameters& parameters,
                             std::uint32_t households, const Random& random);

}  // namespace essaim::commune
