// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/core/random.h"
#include "models/commune/commune.h"
#include "models/commune/road_map.h"

// Where fields are drawn. Nothing here moves a result: models know farmland by its hectares alone, and these are made
// when somebody asks for a map, from draws of a stream of their own.

namespace essaim::commune {

/// How the hectares behind a plan of fields are known.
enum class FieldOrigin : std::uint8_t {
  none,     ///< there is no field to draw
  map,      ///< those of a real map
  known,    ///< made-up places; the hectares are the site's own figure
  assumed,  ///< made-up places; the hectares stand in for a figure that nobody knows of this place
};

inline constexpr std::array<std::string_view, 4> field_origin_names = {"none", "source", "known", "assumed"};

struct FieldPlan {
  FieldOrigin origin = FieldOrigin::none;
  std::vector<FarmField> fields;
  double wanted_ha = 0;   ///< farmland that the models count with; 0 for a real map
  double missing_ha = 0;  ///< of those, for which there was no room
};

/// Surface of a ring [m2], below 0 if it runs clockwise.
double signed_m2(std::span<const Node> ring);

/// Surface of a field [ha], its holes left out.
double hectares(const FarmField& field);

/// Made-up fields for `wanted_ha` of farmland, inside the disc of `area_ha` around the point 0, 0 that stands for the
/// commune: blocks of a crooked chessboard, in patches, nearer the middle rather than at the rim. None comes within
/// 100 m of a node where people live or within 10 m of a road; blocks near them are cut in four. The last one is
/// shrunk, so that all together are what is wanted, or what there is room for.
FieldPlan plan_fields(const Territory& territory, double area_ha, double wanted_ha, const Random& random);

/// The fields of a commune: those of its map, or made up for the farmland that this replicate draws. `map`: null if the
/// territory is generated.
FieldPlan fields_of(const Commune& commune, const RoadMap* map, const Random& random);

}  // namespace essaim::commune
