// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>

#include "models/commune/road_map.h"

namespace essaim::commune {

/// Streets every 100 m, 6 by 6, with a house on each crossing and 10 dwellings on the first; a hamlet of three houses
/// 2 km to the north, on a road; a lane that cars may only leave, with one house; a footpath with another.
///
///     node 6 y + x is the crossing at (100 x, 100 y); 36 the hamlet, 37 the end of the lane, 38 that of the footpath
inline RoadMap grid_map() {
  constexpr std::uint32_t side = 6;
  RoadMap map;
  const auto join = [&](std::uint32_t a, std::uint32_t b, std::uint32_t length_m, RoadClass road) {
    map.edges.push_back({NodeId{a}, NodeId{b}, length_m, 36, road});
  };
  for (std::uint32_t i = 0; i < side * side; ++i) {
    map.nodes.push_back({100.0 * (i % side), 100.0 * static_cast<double>(i / side)});
    if (i % side > 0) join(i - 1, i, 100, RoadClass::street);
    if (i >= side) join(i - side, i, 100, RoadClass::street);
  }
  map.nodes.push_back({500, 2'500});
  join(35, 36, 2'000, RoadClass::minor);
  map.nodes.push_back({-100, 0});
  join(37, 0, 100, RoadClass::street);
  map.edges.back().one_way = true;
  map.nodes.push_back({0, -100});
  join(0, 38, 100, RoadClass::path);
  map.edges.back().car = false;
  const auto add = [&](PlaceKind kind, std::uint32_t node, double weight = 1) {
    map.places.push_back({kind, NodeId{node}, map.nodes[node].x_m, map.nodes[node].y_m, weight});
  };
  for (std::uint32_t i = 0; i < side * side; ++i) add(PlaceKind::dwellings, i, i == 0 ? 10 : 1);
  for (int i = 0; i < 3; ++i) add(PlaceKind::dwellings, 36);
  add(PlaceKind::dwellings, 37);
  add(PlaceKind::dwellings, 38);
  add(PlaceKind::town_hall, 0);
  add(PlaceKind::supermarket, 7);
  add(PlaceKind::primary_school, 8);
  add(PlaceKind::primary_school, 38);
  map.credit = "made up for tests";
  return map;
}

}  // namespace essaim::commune
