// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/commune/road_map.h"
#include "scenarios/importer/draft.h"

namespace essaim::importer {

struct Extent {
  std::size_t nodes = 0;
  std::size_t edges = 0;
  double km = 0;
};

/// What an import kept, and what it cost.
struct Report {
  Extent found;  ///< in the source
  Extent kept;   ///< in the largest part that hangs together
  std::array<double, road_class_names.size()> km_by_class{};
  double km_driven = 0;        ///< open to cars
  double km_speed_tagged = 0;  ///< of those, where the source tells the speed
  std::size_t car_nodes = 0;   ///< that a car can stand at
  std::size_t car_core = 0;    ///< of those, in the largest part where cars get from everywhere to everywhere
  std::array<std::size_t, commune::place_kind_names.size()> places{};
  double dwellings = 0;             ///< sum of their weights
  std::size_t fields = 0;           ///< drawn ones
  double field_ha = 0;              ///< their surface, holes left out
  std::size_t far_places = 0;       ///< left out: no kept road within `farthest_place_m`
  std::size_t guessed_heights = 0;  ///< of nodes, taken from their neighbours
  Remarks remarks;
};

inline constexpr double farthest_place_m = 1'000;
inline constexpr double fields_beyond_m = 500;      ///< of the kept roads, east or north: where fields are cut
inline constexpr double farthest_node_m = 200'000;  ///< from the middle, east or north
inline constexpr std::size_t fewest_nodes = 10;     ///< fewer are no network of a commune

/// A road map as it is written, with what its tables say besides.
struct Imported {
  commune::RoadMap map;
  std::vector<std::int64_t> node_sources;  ///< by node: id in the source
  std::vector<std::int64_t> edge_sources;
  std::vector<std::uint8_t> edge_speed_tagged;
  std::vector<std::string> place_sources;
  std::vector<std::string> field_sources;
  Report report;
};

/// Keeps the largest part that can be walked through, puts neighbours near each other in memory (Morton order), counts
/// metres from the middle, joins each place to the nearest node, and cuts fields off beyond the roads. A draft in
/// another order gives the same map.
Imported assemble(const Draft& draft);

/// Throws a reader::InputError if the result cannot be a commune's roads; `name` is the file's.
void refuse_unfit(const Imported& imported, const std::string& name);

}  // namespace essaim::importer
