// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/territory_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/reader/csv.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/values.h"

namespace essaim::reader {

namespace {

using commune::MapPlace;
using commune::RoadMap;

constexpr Range metres = {-500'000, 500'000};  // of the centre: no commune is larger
constexpr Range heights = {-500, 9'000};
constexpr Range lengths = {0, 500'000};
constexpr Range speeds = {1, 200};
constexpr Range weights = {0, 100'000};

double read_degrees(const Document& document, std::string_view key, double most) {
  const Entry& entry =
      require(document, document.root, key, "the territory", std::string{key} + " = 47.65, in degrees");
  const Node& value = entry.value;
  const bool is_number = value.kind == NodeKind::integer || value.kind == NodeKind::number;
  if (!is_number || !(std::abs(value.number) <= most)) {
    const std::string limit = std::to_string(static_cast<int>(most));
    document.refuse(value.at, std::string{key} + " is " + description(value) + " (expected degrees, -" + limit +
                                  " to " + limit + "), write for example " + std::string{key} + " = 4.65");
  }
  return value.number;
}

CsvTable read_table(const Document& document, std::string_view key, const OpenBeside& open) {
  const Entry& entry = require(document, document.root, key, "the territory", std::string{key} + " = \"... .csv\"");
  const std::string name = read_text(document, entry);
  if (name.find_first_of("/\\") != std::string::npos) {
    document.refuse(entry.value.at, std::string{key} + " is " + in_quotes(name) +
                                        " (expected the name of a file beside this one), move that file here");
  }
  OpenedFile file = open(name, document.where(entry.value.at));
  return {std::move(file.bytes), std::move(file.name)};
}

template <std::size_t size>
std::size_t read_name(const CsvTable& table, std::size_t row, std::size_t column,
                      const std::array<std::string_view, size>& allowed) {
  const std::string name = table.text(row, column);
  const auto found = std::ranges::find(allowed, name);
  if (found == allowed.end()) {
    const std::vector<std::string> names{allowed.begin(), allowed.end()};
    table.refuse(row, column, "unknown name " + in_quotes(name) + suggestion(name, names));
  }
  return static_cast<std::size_t>(found - allowed.begin());
}

void read_nodes(const CsvTable& table, RoadMap& map) {
  const std::size_t number = table.require("node");
  const std::size_t x = table.require("x_m");
  const std::size_t y = table.require("y_m");
  const std::optional<std::size_t> height = table.find("height_m");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const double written = table.number(row, number, {0, 4e9});
    if (written != static_cast<double>(row)) {
      table.refuse(row, number,
                   "node " + table.text(row, number) + " (expected " + std::to_string(row) +
                       ", for nodes are counted from 0 without gaps), number them again");
    }
    map.nodes.push_back({table.number(row, x, metres), table.number(row, y, metres)});
    if (height) map.height_m.push_back(static_cast<float>(table.number(row, *height, heights)));
  }
}

NodeId read_node(const CsvTable& table, std::size_t row, std::size_t column, const RoadMap& map) {
  return NodeId{static_cast<std::uint32_t>(table.index(row, column, map.nodes.size()))};
}

void read_edges(const CsvTable& table, RoadMap& map) {
  const std::size_t a = table.require("a");
  const std::size_t b = table.require("b");
  const std::size_t length = table.require("length_m");
  const std::size_t speed = table.require("speed_km_h");
  const std::size_t road = table.require("road");
  const std::size_t one_way = table.require("one_way");
  const std::size_t car = table.require("car");
  const std::size_t foot = table.require("foot");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    Edge edge;
    edge.a = read_node(table, row, a, map);
    edge.b = read_node(table, row, b, map);
    if (edge.a == edge.b) table.refuse(row, b, "the road ends where it begins (expected two nodes), remove the line");
    const double long_m = std::max(1.0, std::round(table.number(row, length, lengths)));
    edge.length_m = static_cast<std::uint32_t>(long_m);
    edge.speed_km_h = static_cast<std::uint16_t>(std::round(table.number(row, speed, speeds)));
    edge.road = static_cast<RoadClass>(read_name(table, row, road, road_class_names));
    edge.one_way = table.flag(row, one_way);
    edge.car = table.flag(row, car);
    edge.foot = table.flag(row, foot);
    if (!edge.car && !edge.foot) table.refuse(row, car, "a road for nobody (car and foot are 0), remove the line");
    map.edges.push_back(edge);
  }
  if (std::ranges::none_of(map.edges, [](const Edge& edge) { return edge.car && edge.foot; })) {
    table.refuse_file(
        "no road is open to cars and walkers (car and foot are 1 on none, and homes lie on such roads), "
        "import the territory again");
  }
}

void read_places(const CsvTable& table, RoadMap& map) {
  const std::size_t kind = table.require("kind");
  const std::size_t node = table.require("node");
  const std::size_t x = table.require("x_m");
  const std::size_t y = table.require("y_m");
  const std::size_t weight = table.require("weight");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    MapPlace place;
    place.kind = static_cast<commune::PlaceKind>(read_name(table, row, kind, commune::place_kind_names));
    place.node = read_node(table, row, node, map);
    place.x_m = table.number(row, x, metres);
    place.y_m = table.number(row, y, metres);
    place.weight = table.number(row, weight, weights);
    map.places.push_back(place);
  }
}

/// Rows are corners: those of a ring, the rings of a field, and fields from 0 on follow each other.
void read_fields(const CsvTable& table, RoadMap& map) {
  const std::size_t field = table.require("field");
  const std::size_t ring = table.require("ring");
  const std::size_t x = table.require("x_m");
  const std::size_t y = table.require("y_m");
  const auto refuse_small = [&](std::size_t row) {
    table.refuse(row, ring, "the ring before this line has fewer than 3 corners (expected an outline), complete it");
  };
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto of_field = static_cast<std::size_t>(table.number(row, field, {0, 4e9}));
    const auto of_ring = static_cast<std::size_t>(table.number(row, ring, {0, 4e9}));
    const bool next_field = of_field == map.fields.size() && of_ring == 0;
    const bool same_field = !map.fields.empty() && of_field + 1 == map.fields.size();
    const std::size_t rings = same_field ? map.fields.back().rings.size() : 0;
    if (!next_field && (!same_field || of_ring + 1 < rings || of_ring > rings)) {
      table.refuse(row, field,
                   "ring " + table.text(row, ring) + " of field " + table.text(row, field) +
                       " is not the next one (fields and their rings are counted from 0, line after line), number them "
                       "again");
    }
    const bool starts = next_field || of_ring == rings;
    if (starts && !map.fields.empty() && map.fields.back().rings.back().size() < 3) refuse_small(row);
    if (next_field) map.fields.emplace_back();
    if (starts) map.fields.back().rings.emplace_back();
    map.fields.back().rings.back().push_back({table.number(row, x, metres), table.number(row, y, metres)});
  }
  if (!map.fields.empty() && map.fields.back().rings.back().size() < 3) refuse_small(table.rows() - 1);
}

/// Models walk from any node to any other: a part by itself would strand its residents.
void refuse_islands(const CsvTable& nodes, const RoadMap& map) {
  std::vector<std::size_t> leader(map.nodes.size());
  std::iota(leader.begin(), leader.end(), std::size_t{0});
  const auto find = [&](std::size_t i) {
    while (leader[i] != i) i = leader[i] = leader[leader[i]];
    return i;
  };
  for (const Edge& edge : map.edges) {
    if (!edge.foot) continue;
    const std::size_t a = find(edge.a.index());
    const std::size_t b = find(edge.b.index());
    leader[std::max(a, b)] = std::min(a, b);
  }
  for (std::size_t i = 1; i < map.nodes.size(); ++i) {
    if (find(i) == 0) continue;
    nodes.refuse(i, nodes.require("node"),
                 "node " + std::to_string(i) +
                     " cannot be walked to from node 0 (roads hang together), import the territory again");
  }
}

}  // namespace

RoadMap read_territory(const Document& document, const OpenBeside& open) {
  allow_only(document, document.root,
             {"source", "licence", "credit", "latitude", "longitude", "nodes", "edges", "places", "fields"});
  const auto words = [&](std::string_view key, std::string_view example) {
    return read_text(document, require(document, document.root, key, "the territory", example));
  };
  RoadMap map;
  map.source = words("source", "source = \"redon.osm.gz\"");
  map.licence = words("licence", "licence = \"ODbL 1.0\"");
  map.credit = words("credit", "credit = \"© OpenStreetMap contributors\"");
  map.latitude = read_degrees(document, "latitude", 90);
  map.longitude = read_degrees(document, "longitude", 180);
  const CsvTable nodes = read_table(document, "nodes", open);
  read_nodes(nodes, map);
  if (map.nodes.size() < 2) nodes.refuse_file("one node alone (expected a network of roads), import a larger extract");
  read_edges(read_table(document, "edges", open), map);
  if (document.root.find("places") != nullptr) read_places(read_table(document, "places", open), map);
  if (document.root.find("fields") != nullptr) read_fields(read_table(document, "fields", open), map);
  refuse_islands(nodes, map);
  return map;
}

}  // namespace essaim::reader
