// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/importer/region.h"
#include "scenarios/importer/tags.h"

namespace essaim::importer {

/// A place on Earth in units of 1e-7 degrees, as OpenStreetMap stores it.
struct Location {
  std::int32_t longitude = 0;
  std::int32_t latitude = 0;

  double lon() const { return longitude * 1e-7; }
  double lat() const { return latitude * 1e-7; }
  auto operator<=>(const Location&) const = default;
};

struct OsmPoint {
  std::int64_t id = 0;
  Location at;
  Tags tags;
};

struct OsmWay {
  std::int64_t id = 0;
  std::uint32_t version = 0;
  std::vector<std::int64_t> nodes;
  Tags tags;

  bool is_closed() const { return nodes.size() > 3 && nodes.front() == nodes.back(); }
};

/// An area of several rings, each a way by itself or a chain of them.
struct OsmArea {
  std::int64_t id = 0;
  std::uint32_t version = 0;
  std::vector<std::int64_t> outer;  ///< ids of ways
  std::vector<std::int64_t> inner;
  Tags tags;
};

/// What an import needs of an extract. Each list is sorted by id, of each object the newest version alone, so that
/// nothing depends on the file's order.
struct OsmData {
  std::vector<OsmPoint> points;  ///< with tags that mean a place
  std::vector<OsmWay> ways;      ///< roads, buildings, areas, and what areas are made of
  std::vector<OsmArea> areas;    ///< places and dwellings
  std::vector<OsmArea> fields;
  std::vector<std::int64_t> node_ids;              ///< of the nodes of `ways`
  std::vector<std::optional<Location>> locations;  ///< of `node_ids`; nothing if outside the extract or the region
  std::size_t nodes_in_file = 0;
  std::size_t nodes_in_region = 0;  ///< of those in the file
  std::size_t ways_in_file = 0;
  std::string date;  ///< "2019-09-09", of the data; empty if the file does not say

  std::optional<Location> find(std::int64_t node) const;
};

inline constexpr std::uintmax_t largest_extract = 512'000'000;  ///< bytes

/// Reads .osm, .osm.gz and .osm.pbf. Throws a reader::InputError for whatever is no such file, or a damaged one.
OsmData read_osm_file(const std::filesystem::path& path, const Region& region = {});

/// The same from bytes in memory; `format` is "osm", "osm.gz" or "osm.pbf", `name` the file's in messages.
OsmData read_osm_bytes(std::string_view bytes, const std::string& format, const std::string& name,
                       const Region& region = {});

}  // namespace essaim::importer
