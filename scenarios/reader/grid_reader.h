// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "models/commune/figures.h"
#include "models/commune/population_grid.h"
#include "scenarios/reader/csv.h"

namespace essaim::reader {

inline constexpr std::size_t largest_grid = 16'000'000;  ///< bytes: results keep the file; a large city's has 1 MB

/// Where a grid is from, as its pilot file says.
struct GridSource {
  int year = 0;        ///< 0 if not said
  std::string source;  ///< "INSEE, données carroyées Filosofi 2019" if not said
};

/// The squares of a site in a file of INSEE's 200 m grid (Filosofi 2015, 2017, 2019, 2021; capitals do not matter):
///
///     idcar_200m, idinspire or cell_id   CRS3035RES200mN2387600E3728800: the south-west corner. Where it is blank, lat
///                                        and lon give the centre
///     lcog_geo, depcom or commune        code of the commune, or of several, one after the other: each then has an
///     even
///                                        share of the square (an assumption). Not read if the site has an outline:
///                                        its squares are those whose centre is inside
///     i_est_200, i_est_cr, i_car or imputed   optional: 1 if INSEE imputed the square; so it did where men has tenths
///     `grid_count_names`                 persons, or households; tenths where imputed
///
/// The squares of others are counted, not read. With a map, squares and nodes are joined.
commune::PopulationGrid read_grid(const CsvTable& table, const commune::Site& site, GridSource from);

}  // namespace essaim::reader
