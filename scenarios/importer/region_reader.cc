// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/region_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/text_file.h"

namespace essaim::importer {

namespace {

using Json = nlohmann::json;

const Json& member(const Json& json, const char* key) {
  static const Json nothing;
  const auto found = json.is_object() ? json.find(key) : json.end();
  return json.is_object() && found != json.end() ? *found : nothing;
}

std::string type_of(const Json& json) {
  const Json& type = member(json, "type");
  return type.is_string() ? type.get<std::string>() : "";
}

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

class RegionReader {
 public:
  RegionReader(std::string where, std::string choice) : where_{std::move(where)}, choice_{std::move(choice)} {}

  Region read(std::string_view bytes) {
    const Json json = Json::parse(reader::without_byte_order_mark(bytes), nullptr, false);
    if (json.is_discarded()) refuse("this is no JSON (expected GeoJSON), export the outline as GeoJSON");
    const std::string type = type_of(json);
    if (type == "FeatureCollection") {
      take_geometry(member(chosen(areas_of(member(json, "features"))), "geometry"));
    } else if (type == "Feature") {
      take_geometry(member(chosen({&json}), "geometry"));
    } else {
      if (!choice_.empty()) refuse("the outline has no properties to choose " + quoted() + " by, remove --commune");
      take_geometry(json);
    }
    return std::move(region_);
  }

 private:
  [[noreturn]] void refuse(const std::string& message) const { throw reader::InputError{where_, message}; }
  std::string quoted() const { return reader::in_quotes(choice_); }

  /// The features with an area; lines and points beside them do not matter.
  std::vector<const Json*> areas_of(const Json& features) const {
    std::vector<const Json*> areas;
    if (features.is_array()) {
      for (const Json& feature : features) {
        const std::string type = type_of(member(feature, "geometry"));
        if (type == "Polygon" || type == "MultiPolygon") areas.push_back(&feature);
      }
    }
    if (areas.empty()) refuse_no_polygon("a collection without one");
    return areas;
  }

  [[noreturn]] void refuse_no_polygon(const std::string& found) const {
    refuse("no polygon (found " + found + ", expected GeoJSON of type Polygon or MultiPolygon), export the outline so");
  }

  bool is_chosen(const Json& feature) const {
    for (const auto& property : member(feature, "properties").items()) {
      if (property.value().is_primitive() && text_of(property.value()) == choice_) return true;
    }
    return false;
  }

  const Json& chosen(std::vector<const Json*> areas) const {
    const std::vector<const Json*> all = areas;
    if (!choice_.empty()) std::erase_if(areas, [&](const Json* feature) { return !is_chosen(*feature); });
    if (areas.size() == 1) return *areas.front();
    const std::string count = std::to_string(areas.size());
    if (choice_.empty()) {
      refuse(count + " outlines (expected one, or a choice; they are: " + reader::listed(names_of(all)) +
             "), choose one by its code or name, for example --commune " + example(all));
    }
    if (areas.empty()) refuse("no outline has a property " + quoted() + reader::suggestion(choice_, names_of(all)));
    refuse(count + " outlines have a property " + quoted() + ", choose by one that differs, as the INSEE code");
  }

  /// The texts of properties by which people would choose.
  static std::vector<std::string> names_of(const std::vector<const Json*>& areas) {
    std::vector<std::string> names;
    for (const Json* feature : areas) {
      for (const auto& property : member(*feature, "properties").items()) {
        if (property.value().is_string()) names.push_back(property.value().get<std::string>());
      }
    }
    return names;
  }

  static std::string example(const std::vector<const Json*>& areas) {
    const std::vector<std::string> names = names_of(areas);
    return names.empty() ? "CODE" : reader::in_quotes(names.front());
  }

  void take_geometry(const Json& geometry) {
    const std::string type = type_of(geometry);
    const Json& coordinates = member(geometry, "coordinates");
    if (type == "Polygon") {
      take_polygon(coordinates);
    } else if (type == "MultiPolygon" && coordinates.is_array() && !coordinates.empty()) {
      for (const Json& polygon : coordinates) take_polygon(polygon);
    } else {
      refuse_no_polygon(type.empty() ? "no GeoJSON type" : type);
    }
    bound();
  }

  void take_polygon(const Json& rings) {
    if (!rings.is_array() || rings.empty()) refuse_no_polygon("a polygon without rings");
    for (const Json& ring : rings) take_ring(ring);
  }

  void take_ring(const Json& points) {
    constexpr std::size_t fewest = 4;
    if (!points.is_array() || points.size() < fewest) {
      refuse("a ring of the outline has " + std::to_string(points.is_array() ? points.size() : 0) +
             " points (expected at least 4, the last the first), draw at least a triangle");
    }
    Ring ring;
    for (const Json& point : points) ring.push_back(point_of(point));
    if (ring.front() != ring.back()) {
      refuse(
          "a ring of the outline is open (its last point is its first in GeoJSON), repeat the first point at the "
          "end");
    }
    points_ += ring.size();
    if (points_ > most_outline_points) refuse("the outline has above a million points, simplify it");
    region_.rings.push_back(std::move(ring));
  }

  std::array<double, 2> point_of(const Json& json) const {
    if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number()) {
      refuse("a point of the outline is not two numbers (expected [longitude, latitude]), correct it");
    }
    const std::array<double, 2> point = {json[0].get<double>(), json[1].get<double>()};
    if (Box{}.contains(point[0], point[1])) return point;
    refuse("a point of the outline lies at " + json[0].dump() + ", " + json[1].dump() +
           " (expected degrees WGS84, longitude first), project it to longitude and latitude");
  }

  void bound() {
    region_.of = where_;
    region_.box = {180, 90, -180, -90};
    for (const Ring& ring : region_.rings) {
      for (const auto& [longitude, latitude] : ring) {
        region_.box.west = std::min(region_.box.west, longitude);
        region_.box.east = std::max(region_.box.east, longitude);
        region_.box.south = std::min(region_.box.south, latitude);
        region_.box.north = std::max(region_.box.north, latitude);
      }
    }
  }

  std::string where_;
  std::string choice_;
  Region region_;
  std::size_t points_ = 0;
};

}  // namespace

Region read_region(const std::filesystem::path& file, const std::string& choice) {
  return parse_region(reader::read_text_file(file), file.string(), choice);
}

Region parse_region(std::string_view bytes, const std::string& where, const std::string& choice) {
  return RegionReader{where, choice}.read(bytes);
}

}  // namespace essaim::importer
