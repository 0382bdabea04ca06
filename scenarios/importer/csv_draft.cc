// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/csv_draft.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "scenarios/importer/geometry.h"
#include "scenarios/importer/place_tags.h"
#include "scenarios/importer/road_tags.h"
#include "scenarios/reader/names.h"

namespace essaim::importer {

namespace {

using commune::PlaceKind;
using reader::CsvTable;
using Column = std::optional<std::size_t>;

constexpr Range latitudes = {-90, 90};
constexpr Range longitudes = {-180, 180};

Column first_of(const CsvTable& table, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const Column column = table.find(name)) return column;
  }
  return std::nullopt;
}

bool is_told(const CsvTable& table, std::size_t row, Column column) { return column && !table.is_blank(row, *column); }

/// Ids are whole and longer than a double holds exactly.
std::int64_t id_of(const CsvTable& table, std::size_t row, std::size_t column) {
  const std::string text = table.text(row, column);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc{} || end != text.data() + text.size()) {
    table.refuse(row, column, "id " + reader::in_quotes(text) + " (expected a whole number), correct it");
  }
  return id;
}

void read_nodes(const CsvTable& table, Draft& draft) {
  const std::size_t latitude = table.require("lat");
  const std::size_t longitude = table.require("lon");
  const Column height = first_of(table, {"height_m", "z_m"});
  for (std::size_t row = 0; row < table.rows(); ++row) {
    DraftNode node;
    node.source = static_cast<std::int64_t>(row);  // ids of OpenStreetMap may be absent or twice the same
    node.latitude = table.number(row, latitude, latitudes);
    node.longitude = table.number(row, longitude, longitudes);
    if (is_told(table, row, height)) node.height_m = table.number(row, *height, {-500, 9'000});
    draft.nodes.push_back(node);
  }
}

class EdgeReader {
 public:
  EdgeReader(const CsvTable& table, Draft& draft)
      : table_{table},
        draft_{draft},
        from_{table.require("from")},
        to_{table.require("to")},
        length_{table.find("length_m")},
        highway_{table.find("highway")},
        speed_{table.find("speed_kmh")},
        tagged_{table.find("speed_tagged")},
        one_way_{table.find("oneway")},
        car_{table.find("drivable")},
        way_{table.find("osm_way")} {}

  void read() {
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      if (const std::optional<DraftEdge> edge = read(row)) draft_.edges.push_back(*edge);
    }
  }

 private:
  std::optional<DraftEdge> read(std::size_t row) {
    DraftEdge edge;
    edge.a = table_.index(row, from_, draft_.nodes.size());
    edge.b = table_.index(row, to_, draft_.nodes.size());
    edge.source = is_told(table_, row, way_) ? id_of(table_, row, *way_) : static_cast<std::int64_t>(row);
    read_class(row, edge);
    read_length(row, edge);
    if (is_told(table_, row, speed_)) {
      edge.speed_km_h = table_.number(row, *speed_, {1, 200});
      edge.speed_tagged = is_told(table_, row, tagged_) && table_.flag(row, *tagged_);
    }
    if (is_told(table_, row, car_)) edge.car = table_.flag(row, *car_);
    if (is_told(table_, row, one_way_)) {
      const double direction = table_.number(row, *one_way_, {-1, 1});
      edge.one_way = edge.car && direction != 0;
      if (direction < 0) std::swap(edge.a, edge.b);
    }
    if (edge.a == edge.b) {
      ++draft_.remarks.loops;
      return std::nullopt;
    }
    return edge.car || edge.foot ? std::optional{edge} : std::nullopt;
  }

  void read_class(std::size_t row, DraftEdge& edge) {
    if (!is_told(table_, row, highway_)) {
      ++draft_.remarks.no_class;
      return;
    }
    const std::string written = table_.text(row, *highway_);
    const std::vector<std::string_view> names = values_of(written);
    const std::optional<RoadUse> use = road_by_class(names.empty() ? std::string_view{} : names.front());
    if (!use) {
      table_.refuse(row, *highway_,
                    "unknown highway " + reader::in_quotes(written) +
                        " (expected a class of OpenStreetMap such as residential), correct it");
    }
    edge.road = use->road;
    edge.speed_km_h = use->speed_km_h;
    edge.car = use->car;
    edge.foot = use->foot;
  }

  void read_length(std::size_t row, DraftEdge& edge) {
    if (is_told(table_, row, length_)) {
      edge.length_m = table_.number(row, *length_, {0, 500'000});
      return;
    }
    ++draft_.remarks.no_length;
    const DraftNode& a = draft_.nodes[edge.a];
    const DraftNode& b = draft_.nodes[edge.b];
    edge.length_m = distance_m(a.latitude, a.longitude, b.latitude, b.longitude);
  }

  const CsvTable& table_;
  Draft& draft_;
  std::size_t from_;
  std::size_t to_;
  Column length_;
  Column highway_;
  Column speed_;
  Column tagged_;
  Column one_way_;
  Column car_;
  Column way_;
};

std::string source_of(const CsvTable& table, std::size_t row) {
  const Column id = table.find("id");
  return is_told(table, row, id) ? table.text(row, *id) : "row/" + std::to_string(row);
}

void add_named_places(const CsvTable& table, std::size_t kind, Draft& draft) {
  const std::size_t latitude = table.require("lat");
  const std::size_t longitude = table.require("lon");
  const Column weight = table.find("weight");
  const auto& names = commune::place_kind_names;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string name = table.text(row, kind);
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) {
      const std::vector<std::string> allowed{names.begin(), names.end()};
      table.refuse(row, kind, "unknown kind " + reader::in_quotes(name) + reader::suggestion(name, allowed));
    }
    DraftPlace place;
    place.kind = static_cast<PlaceKind>(found - names.begin());
    place.latitude = table.number(row, latitude, latitudes);
    place.longitude = table.number(row, longitude, longitudes);
    if (is_told(table, row, weight)) place.weight = table.number(row, *weight, {0, 100'000});
    place.source = source_of(table, row);
    draft.places.push_back(place);
  }
}

/// A building of the BD TOPO: homes are counted by their dwellings where known; else a solid building of a size fit
/// to live in counts for one. Its other uses are work, or nothing that the models know.
std::optional<DraftPlace> building_place(const CsvTable& table, std::size_t row, std::size_t use_column,
                                         Remarks& remarks) {
  const Column dwellings = table.find("dwellings");
  const Column footprint = table.find("footprint_m2");
  const Column light = table.find("light");
  DraftPlace place;
  place.source = source_of(table, row);
  const std::string use = folded(table.text(row, use_column));
  if (is_told(table, row, dwellings)) {
    const double count = table.number(row, *dwellings, {0, 100'000});
    place.weight = count;
    if (count > 0) return place;
  }
  if (use == "commercial et services" || use == "industriel") {
    place.kind = PlaceKind::workplace;
    place.weight = 1;
    return place;
  }
  const bool is_home = use == "residentiel";
  const bool is_light = is_told(table, row, light) && table.flag(row, *light);
  if (!is_home || is_light || is_told(table, row, dwellings)) return std::nullopt;
  if (is_told(table, row, footprint) && table.number(row, *footprint, {0, 1e7}) < smallest_home_m2) {
    ++remarks.small_buildings;
    return std::nullopt;
  }
  place.weight = 1;
  return place;
}

}  // namespace

Draft draft_of(const CsvTable& nodes, const CsvTable& edges) {
  Draft draft;
  read_nodes(nodes, draft);
  EdgeReader{edges, draft}.read();
  return draft;
}

void add_places(const CsvTable& table, Draft& draft) {
  if (const Column kind = table.find("kind")) return add_named_places(table, *kind, draft);
  const Column use = table.find("use");
  if (!use) static_cast<void>(table.require("kind"));
  const std::size_t latitude = table.require("lat");
  const std::size_t longitude = table.require("lon");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::optional<DraftPlace> place = building_place(table, row, *use, draft.remarks);
    if (!place) continue;
    place->latitude = table.number(row, latitude, latitudes);
    place->longitude = table.number(row, longitude, longitudes);
    draft.places.push_back(std::move(*place));
  }
}

}  // namespace essaim::importer
