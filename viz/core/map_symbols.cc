// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/map_symbols.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace essaim::plot {

namespace {

using record::TerritoryPlaceKind;

constexpr double two_pi = 6.283185307179586;
constexpr double outline = 0.28;  // white, so that a symbol stands out from any ground

/// Corners at that radius, the first one at the top; every second one at `inner` of it.
std::string corners(Point centre, double radius, int count, double turn, double inner = 1) {
  std::string points;
  for (int i = 0; i < count; ++i) {
    const double angle = two_pi * (i / static_cast<double>(count) + turn);
    const double r = i % 2 == 1 ? radius * inner : radius;
    points +=
        (i > 0 ? " " : "") + number(centre.x + r * std::sin(angle)) + "," + number(centre.y - r * std::cos(angle));
  }
  return points;
}

void polygon(Svg& svg, const std::string& points, const char* fill) {
  svg.element("polygon", {{"points", points}, {"fill", fill}, {"stroke", "#ffffff"}, {"stroke-width", outline}});
}

void draw_doctor(Svg& svg, Point centre, double radius) {
  svg.element("circle", {{"cx", centre.x},
                         {"cy", centre.y},
                         {"r", radius},
                         {"fill", "#006b4f"},
                         {"stroke", "#ffffff"},
                         {"stroke-width", outline}});
  const double arm = 0.62 * radius;
  svg.element("path", {{"d", "M" + number(centre.x - arm) + " " + number(centre.y) + "h" + number(2 * arm) + "M" +
                                 number(centre.x) + " " + number(centre.y - arm) + "v" + number(2 * arm)},
                       {"stroke", "#ffffff"},
                       {"stroke-width", 0.38 * radius},
                       {"fill", "none"}});
}

}  // namespace

void draw_symbol(Svg& svg, TerritoryPlaceKind kind, Point centre, double radius) {
  switch (kind) {
    case TerritoryPlaceKind::food_shop:
      return polygon(svg, corners(centre, 1.2 * radius, 4, 0.125), "#b8430a");
    case TerritoryPlaceKind::primary_school:
      return polygon(svg, corners({centre.x, centre.y + 0.2 * radius}, 1.25 * radius, 3, 0), "#00558c");
    case TerritoryPlaceKind::middle_school:
      return polygon(svg, corners(centre, 1.2 * radius, 4, 0), "#00558c");
    case TerritoryPlaceKind::doctor:
      return draw_doctor(svg, centre, radius);
    case TerritoryPlaceKind::fuel_station:
      return polygon(svg, corners({centre.x, centre.y - 0.2 * radius}, 1.25 * radius, 3, 0.5), "#333333");
    case TerritoryPlaceKind::town_hall:
      return polygon(svg, corners(centre, 1.5 * radius, 10, 0, 0.45), "#7a1f6b");
    case TerritoryPlaceKind::workplace:
      return polygon(svg, corners(centre, radius, 6, 0), "#666666");
  }
}

std::vector<PlacedSymbol> place_symbols(const record::TerritoryMap& territory, const MapView& view, double radius,
                                        std::span<const Box> taken) {
  std::vector<PlacedSymbol> symbols;
  const double side = 2.6 * radius;
  const auto is_free = [&](Point p) {
    const Box box = box_around(p, side, side);
    const auto clear = [&](const PlacedSymbol& other) {
      return std::hypot(other.centre.x - p.x, other.centre.y - p.y) >= side;
    };
    return view.frame().contains(box) && std::ranges::all_of(symbols, clear) &&
           std::ranges::none_of(taken, [&](const Box& other) { return other.overlaps(box); });
  };
  for (const TerritoryPlaceKind kind : shown_places) {
    for (const record::TerritoryPlace& place : territory.places) {
      if (place.kind != static_cast<std::uint8_t>(kind)) continue;
      const Point at = view.at(place.x_m, place.y_m);
      Point centre = at;
      for (int try_number = 0; try_number < 160 && !is_free(centre); ++try_number) {  // on a spiral of 8 to 16 a turn
        const double angle = two_pi * try_number / 12.0;
        const double away = side * (1 + try_number / 24.0);
        centre = {at.x + away * std::sin(angle), at.y - away * std::cos(angle)};
      }
      if (is_free(centre)) symbols.push_back({kind, at, centre});
    }
  }
  return symbols;
}

void draw_symbols(Svg& svg, std::span<const PlacedSymbol> symbols, double radius) {
  for (const PlacedSymbol& symbol : symbols) {
    if (std::hypot(symbol.centre.x - symbol.place.x, symbol.centre.y - symbol.place.y) < radius) continue;
    svg.element("line", {{"x1", symbol.place.x},
                         {"y1", symbol.place.y},
                         {"x2", symbol.centre.x},
                         {"y2", symbol.centre.y},
                         {"stroke", "#222222"},
                         {"stroke-width", 0.18}});
    svg.element("circle", {{"cx", symbol.place.x}, {"cy", symbol.place.y}, {"r", 0.35}, {"fill", "#222222"}});
  }
  for (const PlacedSymbol& symbol : symbols) draw_symbol(svg, symbol.kind, symbol.centre, radius);
}

}  // namespace essaim::plot
