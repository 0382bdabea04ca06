// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/world/network.h"
#include "scenarios/importer/tags.h"

// What the tags of a way of OpenStreetMap mean for those who travel.

namespace essaim::importer {

enum class Direction : std::int8_t { both, forwards, backwards };

struct RoadUse {
  RoadClass road = RoadClass::street;
  double speed_km_h = 50;
  bool speed_tagged = false;
  Direction cars = Direction::both;
  bool car = true;
  bool foot = true;  ///< or bike

  bool for_nobody() const { return !car && !foot; }
};

/// Nothing if the way is no road that a person can use: no highway, a road being built, an area of parked cars.
std::optional<RoadUse> road_use(const Tags& tags);

/// The class of a `highway` value and what is assumed of it. Nothing if it is no road.
std::optional<RoadUse> road_by_class(std::string_view highway);

/// "50", "30 mph", "FR:urban", "walk", "none", "50;30" (the lowest) in km/h; nothing if it cannot be told.
std::optional<double> speed_of(std::string_view text);

}  // namespace essaim::importer
