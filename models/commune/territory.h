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

namespace essaim::commune {

/// Roads and homes of a commune, generated: a guess with the commune's area, households and settlement type, drawn anew
/// in each replicate and labelled as generated wherever it is shown.
///
/// A main village and, in rural communes, hamlets; crossings scattered around each centre; roads by the shortest
/// spanning tree of the crossings, with each crossing joined to its two nearest; hamlets joined by a tree of country
/// roads; two to four access roads from the edge to one node that stands for the nearest town, at its real distance.
struct Territory {
  Network network;
  std::vector<NodeId> crossings;      ///< of the commune, nearest the main centre first in each village
  std::vector<NodeId> homes;          ///< by household; neighbours have neighbouring numbers
  NodeId town;                        ///< the outside: shops, platform, everything that is not in the commune
  std::vector<std::uint32_t> access;  ///< edges from the commune to the town
};

Territory generate_territory(const FigureValues& figures, Settlement settlement, const Parameters& parameters,
                             std::uint32_t households, const Random& random);

/// Nodes for `count` shops: every other one among the third of crossings listed first, which are the main village's,
/// the others anywhere.
std::vector<NodeId> place_shops(const Territory& territory, std::uint32_t count, const Random& random);

}  // namespace essaim::commune
