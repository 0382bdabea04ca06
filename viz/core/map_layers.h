// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "engine/record/territory.h"
#include "viz/core/geometry.h"
#include "viz/core/map_view.h"
#include "viz/core/svg.h"

namespace essaim::plot {

/// How roads of a class are drawn; widths in millimetres on a map of 170 mm.
struct RoadStyle {
  double width;
  double casing;  ///< of the line under it; 0: none
  std::string_view colour;
  std::string_view casing_colour;
  std::string_view dashes;  ///< empty: none
};
const RoadStyle& road_style(std::size_t road_class);

/// Roads of one class as a legend and a map draw them, under `path`.
void draw_road(Svg& svg, std::size_t road_class, const std::string& path, double factor);

/// Fields, under everything else, in furrows: pale, and told from squares by their lines as well as by their colour.
void draw_fields(Svg& svg, const record::TerritoryMap& territory, const MapView& view);
/// What a legend and a map fill fields with, once `draw_fields` has drawn some.
inline constexpr std::string_view field_fill = "url(#furrows)";

/// Squares with people, each in its colour.
void draw_squares(Svg& svg, const record::TerritoryMap& territory, const MapView& view,
                  const std::function<std::string_view(const record::TerritorySquare&)>& colour);

/// Roads of the commune, the smallest below.
void draw_roads(Svg& svg, const record::TerritoryMap& territory, const MapView& view, double factor);

/// A road that leaves the frame for the town.
struct WayOut {
  Point from;
  Point exit;
};
std::vector<WayOut> ways_out(const record::TerritoryMap& territory, const MapView& view);

/// They fade out towards the frame, where an arrow goes on.
void draw_ways_out(Svg& svg, const std::vector<WayOut>& ways, double factor);

/// How far the town is from the middle of the commune [km]; 0 if there is none.
double town_km(const record::TerritoryMap& territory);

}  // namespace essaim::plot
