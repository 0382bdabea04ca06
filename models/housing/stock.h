// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/random.h"
#include "models/commune/commune.h"
#include "models/housing/energy.h"
#include "models/housing/parameters.h"

namespace essaim::housing {

/// Dwellings of the commune, drawn anew in each replicate: constant data, by number.
///
/// First each household's home, in their order; then those that are vacant; then room for light dwellings, which are
/// not there until the condition `light_dwellings` brings them. What a home is comes from the population, which draws
/// it together with who lives there. A vacant one stands near a home and is of its type, tenure and period; the rest of
/// it is drawn as in models/commune/dwellings.h. Drawn here for all: age of the heater, height of the floor; rent
/// follows.
struct Stock {
  Stock(const commune::Commune& commune, const Parameters& parameters, const Random& random);

  std::uint32_t households = 0;
  std::uint32_t first_light = 0;  ///< number of the first light dwelling
  std::uint32_t count() const { return static_cast<std::uint32_t>(node.size()); }
  bool is_light(std::uint32_t dwelling) const { return dwelling >= first_light; }

  std::vector<std::uint32_t> node;
  std::vector<commune::Zone> zone;
  std::vector<commune::Dwelling> type;
  std::vector<commune::Tenure> tenure;
  std::vector<float> area_m2;
  std::vector<std::uint8_t> label;  ///< on the first day
  std::vector<Heating> heating;
  std::vector<std::int32_t> heater_day;           ///< day on which the heater was put in; negative: before the start
  std::vector<std::uint32_t> rent_cents;          ///< a month
  std::vector<float> floor_m;                     ///< of its floor above the ground
  std::vector<std::uint8_t> top_floor;            ///< 1: a flat under the roof
  std::vector<float> coolness;                    ///< uniform in (0, 1): see `Readings`
  std::vector<float> power;                       ///< uniform in (0, 1): without power while below `power_out`
  std::vector<Network::Milliseconds> to_town_ms;  ///< drive on open roads

 private:
  struct Home {
    commune::Dwelling type;
    commune::Tenure tenure;
    std::uint8_t label;
    Heating heating;
    float area_m2;
  };
  void add(std::uint32_t at_node, const Home& home, const commune::Commune& commune, const Parameters& p,
           const Random& random);
  void add_vacant(const commune::Commune& commune, const Parameters& p, const Random& random);
  void add_light(const commune::Commune& commune, const Parameters& p, const Random& random);
};

}  // namespace essaim::housing
