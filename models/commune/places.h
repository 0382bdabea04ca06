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
#include "models/commune/territory.h"

namespace essaim::commune {

/// Number of a place in `Places::nodes`.
using PlaceId = std::uint32_t;

/// Consecutive places of one kind.
struct PlaceRange {
  PlaceId first = 0;
  std::uint32_t count = 0;
  PlaceId end() const { return first + count; }
};

/// Where people and goods go: nodes of the network, those of a real map where it shows any of the kind, else drawn anew
/// in each replicate. What the commune does not have (a count of 0) is in the nearest town.
struct Places {
  static constexpr PlaceId town = 0;
  PlaceRange shops;           ///< food shops of the commune
  PlaceId grocer = 0;         ///< where the solidarity grocer would be
  PlaceRange schools;         ///< primary schools
  PlaceRange middle_schools;  ///< may be none
  PlaceRange workplaces;      ///< where the commune's jobs are: at least one
  PlaceRange doctors;         ///< may be none
  PlaceRange stations;        ///< fuel stations, may be none
  PlaceId hall = 0;           ///< town hall: assemblies, cool rooms, the retrofit desk
  std::vector<NodeId> nodes;  ///< by PlaceId

  std::uint32_t count() const { return static_cast<std::uint32_t>(nodes.size()); }
};

Places draw_places(const Territory& territory, const FigureValues& figures, const Parameters& parameters,
                   std::uint32_t residents, const Random& random);

}  // namespace essaim::commune
