// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::commune {

/// What INSEE counts in each square of 200 m (Filosofi grid, since 2015): members of fiscal households, and households.
/// The name of a column is the one in its files, in lower case.
enum class GridCount : std::uint8_t {
  persons,
  households,
  poor,  ///< households below 60 % of the national median standard of living
  one_person,
  five_or_more,
  owner,
  lone_parent,
  flat,
  house,
  social_housing,
  age_0_3,
  age_4_5,
  age_6_10,
  age_11_17,
  age_18_24,
  age_25_39,
  age_40_54,
  age_55_64,
  age_65_79,
  age_80_plus
};
inline constexpr std::array<std::string_view, 20> grid_count_names = {
    "ind",       "men",       "men_pauv",  "men_1ind",  "men_5ind",  "men_prop", "men_fmp",
    "men_coll",  "men_mais",  "log_soc",   "ind_0_3",   "ind_4_5",   "ind_6_10", "ind_11_17",
    "ind_18_24", "ind_25_39", "ind_40_54", "ind_55_64", "ind_65_79", "ind_80p"};
inline constexpr std::size_t grid_counts = grid_count_names.size();
/// Years for which the grid is published with these columns.
inline constexpr std::array grid_years = {2015, 2017, 2019, 2021};

inline constexpr double grid_square_m = 200;
inline constexpr std::uint32_t no_square = 0xFFFF'FFFF;

struct GridSquare {
  std::int32_t north_m = 0;  ///< of its south-west corner, ETRS89-LAEA (EPSG:3035)
  std::int32_t east_m = 0;
  double x_m = 0;  ///< of its centre, as the site's map counts metres; 0 if it has none
  double y_m = 0;
  bool imputed = false;  ///< below 11 households INSEE spreads those of a group of squares evenly
  std::array<double, grid_counts> counts{};

  double count(GridCount which) const { return counts[static_cast<std::size_t>(which)]; }
};

/// The squares of a site, and which of them each node of its map lies in.
struct PopulationGrid {
  std::vector<GridSquare> squares;            ///< south to north, then west to east; each once
  std::vector<std::uint32_t> square_of_node;  ///< by node of the map, or `no_square`; empty if the site has no map
  int year = 0;                               ///< 0 if the file does not say
  std::string source;
  std::uint32_t elsewhere = 0;  ///< squares of the file that are not the site's
  std::uint32_t shared = 0;     ///< squares that the file gives to other communes as well: their share is even

  double sum(GridCount which) const {
    double total = 0;
    for (const GridSquare& square : squares) total += square.count(which);
    return total;
  }
  std::uint32_t imputed() const {
    std::uint32_t count = 0;
    for (const GridSquare& square : squares) count += square.imputed ? 1u : 0u;
    return count;
  }
};

/// Where the households of squares are counted on a map. A square without any node that cars reach is hosted by the
/// square of the nearest one.
struct GridPlan {
  std::vector<std::uint32_t> square_of_node;  ///< by node: the square that its homes count in, or `no_square`
  std::vector<std::uint32_t> host;            ///< by square: itself, or the one that its households are counted in
  std::uint32_t hosted() const {
    std::uint32_t count = 0;
    for (std::uint32_t s = 0; s < host.size(); ++s) count += host[s] != s ? 1u : 0u;
    return count;
  }
};

}  // namespace essaim::commune
