// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "engine/record/territory.h"
#include "viz/core/geometry.h"
#include "viz/core/map_view.h"
#include "viz/core/svg.h"

namespace essaim::plot {

/// Kinds of places that a map shows, the first ones placed first.
inline constexpr std::array shown_places = {
    record::TerritoryPlaceKind::town_hall,      record::TerritoryPlaceKind::doctor,
    record::TerritoryPlaceKind::primary_school, record::TerritoryPlaceKind::middle_school,
    record::TerritoryPlaceKind::fuel_station,   record::TerritoryPlaceKind::food_shop};

/// Each kind has a shape of its own, so that colour is never the only way to tell.
void draw_symbol(Svg& svg, record::TerritoryPlaceKind kind, Point centre, double radius);

/// A symbol of a map: where the place is, and where there was room for it.
struct PlacedSymbol {
  record::TerritoryPlaceKind kind;
  Point place;
  Point centre;
};

/// Puts symbols at their places, or beside them where others stand already or where nothing may stand.
std::vector<PlacedSymbol> place_symbols(const record::TerritoryMap& territory, const MapView& view, double radius,
                                        std::span<const Box> taken);

/// With a thin line to the place where a symbol had to move.
void draw_symbols(Svg& svg, std::span<const PlacedSymbol> symbols, double radius);

}  // namespace essaim::plot
