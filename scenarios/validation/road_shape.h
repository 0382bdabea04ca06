// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/commune/territory.h"

namespace essaim::validation {

/// What tells one network of roads from another. Roads to the town are left out.
struct RoadShape {
  double degree = 0;     ///< mean number of roads at a node
  double dead_ends = 0;  ///< share of nodes with one road
  double detour = 0;     ///< shortest way over straight line: median over pairs of crossings more than 100 m apart
  double road_m = 0;     ///< median length of a road between two nodes
};

RoadShape road_shape(const commune::Territory& territory);

}  // namespace essaim::validation
