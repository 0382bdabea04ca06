// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/world/network.h"

namespace essaim::commune {

/// Two nodes by number, the lower one first.
using Street = std::pair<std::uint32_t, std::uint32_t>;

/// The beta-skeleton of points (Kirkpatrick and Radke 1985, lune-based): two of them are joined if no third lies in the
/// lune between them, which narrows from the one that makes the relative neighbour graph (`beta` 2) to the circle of
/// the Gabriel graph (`beta` 1). Holds the shortest spanning tree, so it connects all. Pairs further apart than five
/// times the mean spacing are left out where the rest connects without them. Sorted; time linear in the points.
std::vector<Street> skeleton(std::span<const Node> points, double beta);

/// Crossings and streets of one village.
struct StreetPlan {
  std::vector<Node> nodes;  ///< nearest the centre first
  std::vector<Street> streets;
};

/// Draws `crossings` (at least 3) in a disc of `area_per_crossing_m2` for each: most scattered at random and joined by
/// their skeleton; the rest are ends of lanes that lead away from crossings where fewer than three streets meet. Its
/// two constants are fitted to six real networks (docs/validation.md). `first` is the number of its first draw: each
/// village has its own.
StreetPlan plan_streets(Node centre, std::uint32_t crossings, double area_per_crossing_m2, std::uint32_t first,
                        const Random& random);

/// As for villages: roads between places of a commune.
std::vector<Street> plan_country_roads(std::span<const Node> places);

}  // namespace essaim::commune
