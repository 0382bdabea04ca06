// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/core/random.h"
#include "engine/world/network.h"
#include "models/commune/figures.h"
#include "models/commune/parameters.h"
#include "models/commune/population.h"
#include "models/commune/population_grid.h"
#include "models/commune/road_map.h"
#include "models/commune/zone.h"

namespace essaim::commune {

/// Roads and homes of a commune, generated: a guess with the commune's area, households and settlement type, drawn anew
/// in each replicate and labelled as generated wherever it is shown.
///
/// A main village and, in rural communes, hamlets; streets of each after `plan_streets`, closer together where the
/// commune is dense; country roads between the centres; two to four access roads from the edge to one node that stands
/// for the nearest town, at its real distance. A straight river passes near the main centre; land rises from it by
/// `valley_slope`, the town's does not flood.
struct Territory {
  Network network;
  std::vector<NodeId> crossings;      ///< of the commune, nearest the main centre first in each village
  std::vector<NodeId> homes;          ///< by household; neighbours have neighbouring numbers
  NodeId town;                        ///< the outside: shops, platform, everything that is not in the commune
  std::vector<std::uint32_t> access;  ///< edges from the commune to the town
  std::vector<Zone> zone;             ///< by node; the town's means nothing
  std::vector<float> above_river_m;   ///< by node: height above the banks of the river that crosses the commune
  std::vector<float> height_m = {};   ///< by node, above the sea; NaN where unknown; empty: flat, or not known
  /// Places of a real map by `PlaceKind`, at nodes that cars reach; all empty if the territory is generated.
  std::array<std::vector<NodeId>, place_kind_names.size()> found;

  GridPlan squares;  ///< where a grid of residents places homes; empty without one

  bool has(Zone which) const;
  /// Water at a node when the river stands `depth_m` above its banks [m].
  double flood_depth_m(std::uint32_t node, double depth_m) const {
    return depth_m > above_river_m[node] ? depth_m - above_river_m[node] : 0.0;
  }
};

/// The territory of a real map: its roads, homes in its dwellings, and a town beyond them that is drawn, as no extract
/// shows it. A node that cars do not reach from the town hall and leave again is no home and no place: its dwellings
/// and places are at the nearest one that they do. Zones follow the 200 m squares where people live: the largest group
/// of squares that touch is the main village, its half nearest the town hall the centre; all other squares are hamlets
/// in a rural commune, and of the edge elsewhere. With a grid, homes follow its squares (grid_homes.h). Without heights
/// the river is drawn, as in a generated territory; with them a node lies as high above the banks as above the lowest
/// node within about 1 km.
Territory settle_map(const RoadMap& map, const FigureValues& figures, Settlement settlement,
                     const Parameters& parameters, std::uint32_t households, const Random& random,
                     const PopulationGrid* grid = nullptr);

Territory generate_territory(const FigureValues& figures, Settlement settlement, const Parameters& parameters,
                             std::uint32_t households, const Random& random);

}  // namespace essaim::commune
