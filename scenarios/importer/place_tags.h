// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/commune/road_map.h"
#include "scenarios/importer/tags.h"

// What the tags of a point, a building or an area of OpenStreetMap mean for residents.

namespace essaim::importer {

/// A shop, a school, a workplace ...; nothing if residents do not go there for what the models know.
std::optional<commune::PlaceKind> place_kind(const Tags& tags);

/// Is it a building where people may live, and nothing else?
bool looks_residential(const Tags& tags);

/// Is it land that is farmed: fields, meadows, orchards, vineyards, allotments?
bool is_farmed(const Tags& tags);

struct Dwellings {
  double count = 1;
  bool guessed = false;  ///< a block of flats that says neither how many nor how many storeys
};
inline constexpr double smallest_home_m2 = 20;  ///< below it a building is a shed
inline constexpr double flat_m2 = 80;           ///< of floor, with walls and stairs
inline constexpr double assumed_storeys = 3;

Dwellings dwellings_of(const Tags& tags, double footprint_m2);

/// Lower case without French accents: "Collège" is "college".
std::string folded(std::string_view text);

}  // namespace essaim::importer
