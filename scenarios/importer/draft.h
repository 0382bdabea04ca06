// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "engine/world/network.h"
#include "models/commune/road_map.h"

namespace essaim::importer {

/// A crossing, a bend where a loop is cut, or the end of a road.
struct DraftNode {
  std::int64_t source = 0;  ///< id in the source; unique
  double latitude = 0;
  double longitude = 0;
  double height_m = std::numeric_limits<double>::quiet_NaN();  ///< above the sea; NaN if unknown
};

struct DraftEdge {
  std::size_t a = 0;  ///< of `Draft::nodes`
  std::size_t b = 0;
  double length_m = 0;
  RoadClass road = RoadClass::street;
  double speed_km_h = 50;
  bool speed_tagged = false;  ///< false: the default of its class
  bool one_way = false;       ///< from a to b
  bool car = true;
  bool foot = true;
  std::int64_t source = 0;  ///< id of the way it is part of
};

struct DraftPlace {
  commune::PlaceKind kind = commune::PlaceKind::dwellings;
  double latitude = 0;
  double longitude = 0;
  double weight = 1;
  std::string source;  ///< "way/123"
};

/// A field's outline and its holes, as degrees {latitude, longitude}; the last corner joins the first.
struct DraftField {
  std::vector<std::vector<std::array<double, 2>>> outer;
  std::vector<std::vector<std::array<double, 2>>> inner;
  std::string source;  ///< "way/123"
};

/// What was met in a source and not taken as it stands.
struct Remarks {
  std::size_t forbidden_ways = 0;   ///< roads that the public may use neither by car, on foot nor by bike
  std::size_t cut_roads = 0;        ///< places where a road leaves the extract, and is cut
  std::size_t small_buildings = 0;  ///< below 20 m2: sheds, kiosks
  std::size_t guessed_flats = 0;    ///< blocks of flats whose storeys are not known
  std::size_t no_class = 0;         ///< edges without a class of road
  std::size_t no_length = 0;        ///< edges whose length is that of the straight line
  std::size_t loops = 0;            ///< edges of a table that end where they begin, left out
  std::size_t merged_places = 0;    ///< drawn twice, as a point and as its ground
};

/// Roads and places as a source tells them, before they hang together.
struct Draft {
  std::vector<DraftNode> nodes;
  std::vector<DraftEdge> edges;
  std::vector<DraftPlace> places;
  std::vector<DraftField> fields;
  Remarks remarks;
  std::string source;
  std::string licence;
  std::string credit;
};

}  // namespace essaim::importer
