// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/world/network.h"

namespace essaim::commune {

/// What a place of a map is to residents. `dwellings` are buildings where people live.
enum class PlaceKind : std::uint8_t {
  dwellings,
  food_shop,
  supermarket,
  primary_school,
  middle_school,
  doctor,
  town_hall,
  fuel_station,
  workplace
};
inline constexpr std::array<std::string_view, 9> place_kind_names = {"dwellings",      "food_shop",     "supermarket",
                                                                     "primary_school", "middle_school", "doctor",
                                                                     "town_hall",      "fuel_station",  "workplace"};

/// One place of a map, joined to the road that leads to it.
struct MapPlace {
  PlaceKind kind = PlaceKind::dwellings;
  NodeId node;     ///< of `RoadMap::nodes`, nearest to it
  double x_m = 0;  ///< where it is itself, as nodes count metres
  double y_m = 0;
  double weight = 1;  ///< of dwellings: how many lie here, or their share of the floor; of others: 1
};

/// A piece of farmed land. Maps draw fields, no model reads them: farms count by their hectares.
struct FarmField {
  std::vector<std::vector<Node>> rings;  ///< corners, the last one joins the first; anticlockwise, holes clockwise
};

/// Roads and places of a real commune, as `essaim import` writes them: a territory that is not generated. Metres east
/// and north of (latitude, longitude). The roads hang together: from every node every other one can be walked to.
struct RoadMap {
  std::vector<Node> nodes;
  std::vector<float> height_m;  ///< by node, above the sea; empty if the source tells no heights
  std::vector<Edge> edges;
  std::vector<MapPlace> places;
  std::vector<FarmField> fields;  ///< empty if the source shows none
  double latitude = 0;            ///< of the point 0, 0 (WGS84)
  double longitude = 0;
  std::string source;   ///< "redon.osm.gz, OpenStreetMap of 2019-09-09"
  std::string licence;  ///< "ODbL 1.0"
  std::string credit;   ///< to be shown with every map: "© OpenStreetMap contributors"
};

}  // namespace essaim::commune
