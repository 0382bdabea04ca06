// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/outline_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scenarios/reader/quantity_text.h"

namespace essaim::reader {

namespace {

using Json = nlohmann::json;

constexpr std::size_t fewest_points = 4;  // a triangle, closed
constexpr std::size_t most_points = 100'000;

struct Box {
  double west, east, south, north;
};
// Roughly: metropolitan France, the Antilles and Guyane, La Réunion and Mayotte.
constexpr Box france[] = {{-5.6, 9.9, 41.2, 51.3}, {-63.6, -51.4, 1.9, 18.6}, {44.8, 56.2, -21.7, -12.4}};

bool in_france(const std::array<double, 2>& point) {
  return std::any_of(std::begin(france), std::end(france), [&](const Box& box) {
    return point[0] >= box.west && point[0] <= box.east && point[1] >= box.south && point[1] <= box.north;
  });
}

[[noreturn]] void refuse(std::string_view where, const std::string& message) { throw InputError{where, message}; }

std::string type_of(const Json& json) {
  return json.is_object() && json.contains("type") && json["type"].is_string() ? json["type"].get<std::string>() : "";
}

const Json& geometry_of(const Json& json, std::string_view where) {
  const Json* found = &json;
  if (type_of(*found) == "FeatureCollection") {
    const auto features = found->find("features");
    if (features == found->end() || !features->is_array() || features->size() != 1) {
      refuse(where, "the outline is not one feature (expected one polygon), keep the neighbourhood alone");
    }
    found = &(*features)[0];
  }
  if (type_of(*found) == "Feature" && found->contains("geometry")) found = &found->at("geometry");
  if (type_of(*found) != "Polygon" || !found->contains("coordinates") || !found->at("coordinates").is_array()) {
    refuse(where,
           "the outline is no polygon (expected GeoJSON of type Polygon, alone or as one feature), export it so");
  }
  return found->at("coordinates");
}

std::array<double, 2> point_of(const Json& json, std::string_view where) {
  if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number()) {
    refuse(where, "a point of the outline is not two numbers (expected [longitude, latitude]), correct it");
  }
  const std::array<double, 2> point = {json[0].get<double>(), json[1].get<double>()};
  if (in_france(point)) return point;
  const bool swapped = in_france({point[1], point[0]});
  refuse(where, "the outline has a point at longitude " + rounded_text(point[0]) + ", latitude " +
                    rounded_text(point[1]) + " (expected degrees WGS84 in France), " +
                    (swapped ? "swap the two: longitude comes first" : "project it to longitude and latitude"));
}

}  // namespace

Outline parse_outline(std::string_view bytes, std::string_view where) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded()) refuse(where, "this is no JSON (expected GeoJSON), export the outline as GeoJSON");
  const Json& rings = geometry_of(json, where);
  if (rings.size() != 1 || !rings[0].is_array()) {
    refuse(where, "the outline has " + std::to_string(rings.size()) +
                      " rings (expected one, a polygon without holes), keep the outer one");
  }
  if (rings[0].size() < fewest_points || rings[0].size() > most_points) {
    refuse(where, "the outline has " + std::to_string(rings[0].size()) +
                      " points (allowed: 4 to 100000), draw at least a triangle whose last point is its first");
  }
  Outline outline;
  for (const Json& point : rings[0]) outline.push_back(point_of(point, where));
  if (outline.front() != outline.back()) {
    refuse(where, "the outline is open (its last point is its first in GeoJSON), repeat the first point at the end");
  }
  return outline;
}

}  // namespace essaim::reader
