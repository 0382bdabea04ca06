// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/commune/figures.h"

namespace essaim::reader {

/// Figures that the site's grid gives and its pilot file does not: shares of households (one person, five or more, lone
/// parents, owners, social housing, houses and flats), and ages with the residents of 15 to 64.
///
/// Population and households stay the file's, for the grid counts fiscal households and their members alone. Houses and
/// flats, and the ages, are filled together or not at all. Ages of the ten classes of INSEE are spread evenly over the
/// years of a class, all of 80 and over being 75 or over; residents of care homes, whom the grid does not count, are
/// added with their own ages. `men_pauv` counts households where the figure `poverty_rate` counts persons, and there is
/// no year of building before 1945: neither gives a figure. Returns the names of those that were left out since they
/// contradict what the file says.
std::vector<std::string> add_grid_figures(commune::Site& site);

/// What a reader of the pilot file should know of its grid, in whole sentences; `left_out` is from `add_grid_figures`.
std::vector<std::string> grid_notes(const commune::Site& site, const std::vector<std::string>& left_out);

}  // namespace essaim::reader
