// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "models/commune/population.h"
#include "models/commune/population_grid.h"
#include "models/commune/road_map.h"

namespace essaim::commune {

/// A node of a map and how many dwellings are there, in any unit.
using Inhabited = std::pair<std::uint32_t, double>;

struct GridHomes {
  GridPlan plan;
  std::vector<Inhabited> dwellings;  ///< by node, as many as the grid counts households there
  std::vector<NodeId> homes;         ///< by household, in the order of nodes
};

/// Homes of `households` households, in the squares as the grid counts them: shares of the whole by largest remainder,
/// then a systematic draw over the dwellings of each square. `dwellings` and `drivable` are those of the map, sorted by
/// node. A square without dwellings uses its nodes evenly; one without nodes the nearest node to its centre. Dwellings
/// outside the squares get nobody.
GridHomes homes_in_grid(const RoadMap& map, const PopulationGrid& grid, std::span<const Inhabited> dwellings,
                        std::span<const std::uint32_t> drivable, std::uint32_t households, const Random& random);

/// What the exchange of households between squares heeds.
enum class GridColumn : std::uint8_t {
  persons,
  one_person,
  five_or_more,
  lone_parent,
  owner,
  house,
  social_housing,
  poor,
  aged_65
};
inline constexpr std::size_t grid_columns = 9;
struct GridColumnInfo {
  std::string_view name;
  std::string_view fr;
  std::string_view en;
};
std::span<const GridColumnInfo> grid_column_infos();

/// Lets whole households change places, two at a time, while that lowers
///     sum over squares and columns of v_k (lived - wanted)^2,  v = 0.2 for persons, 1 for all other columns (a guess)
/// `wanted` is the grid's count x the whole population's over the grid's whole, so what the commune has altogether does
/// not change. 200 trials a household of two drawn by key, 4 million at most. Homes stay; the households, with their
/// members, are numbered anew.
void exchange_between_squares(Population& population, std::span<const NodeId> homes, const PopulationGrid& grid,
                              const GridPlan& plan, const Random& random);

/// How well one column lies in the squares.
struct GridFit {
  GridColumn column;
  double grid = 0;         ///< what the grid counts in all
  double lived = 0;        ///< what the population has in all
  double misplaced = 0;    ///< share of `lived` that lives in a square where the grid would have fewer
  double correlation = 0;  ///< of lived and wanted over the squares that have homes; NaN where one of them is constant
};
std::vector<GridFit> grid_fit(const Population& population, std::span<const NodeId> homes, const PopulationGrid& grid,
                              const GridPlan& plan);

}  // namespace essaim::commune
