// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/core/random.h"
#include "models/commune/places.h"

namespace essaim::commune {

struct Commune;

/// Where members of households go on their ordinary days: school or workplace, drawn once.
///
///     works in the commune   with chance inside = clamp(local_work jobs / workers, 0.1, 0.7), at one of its
///     workplaces;
///                            who has no car works outside with chance 0.3 (1 - inside), 0 without public transport,
///                            and at the nearest workplace if not
///     goes to school         under 11 the nearest primary school; 11 to 14 a middle school of the commune if it has
///                            any; else in the town, as students do
struct Destinations {
  static constexpr PlaceId none = std::numeric_limits<PlaceId>::max();

  std::vector<PlaceId> place;  ///< by person; `Places::town` is outside the commune; `none` for who goes nowhere
  bool has_transit = false;    ///< public transport stops in the commune
};

Destinations draw_destinations(const Commune& commune, const Random& random);

/// The place of the range that is nearest by open roads; the town if there is none.
PlaceId nearest_place(const Commune& commune, PlaceRange range, std::uint32_t node);

}  // namespace essaim::commune
