// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/core/calendar.h"
#include "engine/core/random.h"
#include "models/commune/couplings.h"
#include "models/commune/destinations.h"
#include "models/commune/figures.h"
#include "models/commune/groups.h"
#include "models/commune/margins.h"
#include "models/commune/parameters.h"
#include "models/commune/places.h"
#include "models/commune/population.h"
#include "models/commune/territory.h"
#include "models/commune/ties.h"
#include "models/commune/travel.h"

namespace essaim::commune {

/// A commune as one replicate draws it, before anything happens: constant, and shared by all variants and arms.
struct Commune {
  Parameters parameters;
  Settlement settlement = Settlement::rural;
  FigureValues figures{};
  KnownFigures known{};
  Population population;
  Territory territory;
  Places places;
  Travel travel;
  Destinations destinations;
  Groups groups;
  Ties ties;
  Couplings couplings;
  Calendar calendar;
  std::vector<double> maximum_temperature;  ///< of each day, without any shock [degC]
  std::array<double, 12> monthly_mean{};    ///< normal mean temperature of January ... December, shift included [degC]

  double figure(FigureId id) const { return figures[static_cast<std::size_t>(id)]; }
};

/// What is drawn of the figures: with `fixed`, each keeps its value.
enum class Uncertainty : std::uint8_t { drawn, fixed };

/// What a scenario says that a commune depends on.
struct Frame {
  Date start;
  std::uint32_t days = 0;
  std::vector<Effect> shocks;  ///< those that move roads say which states of them to prepare
  Couplings couplings;
};

Commune make_commune(const Site& site, const Parameters& parameters, Uncertainty uncertainty, const Frame& frame,
                     const Random& random);

}  // namespace essaim::commune
