// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "models/commune/figures.h"
#include "scenarios/reader/document.h"
#include "scenarios/reader/grid_reader.h"

namespace essaim::reader {

/// A pilot file as the models need it: each declared figure in its canonical unit, with its source and mark.
/// `id` is the file's name without its suffix. Files that the pilot may name are left to `read_pilot_file`.
commune::Site read_pilot(const Document& document, std::string_view id);

/// The key `grid`: the name of a file, or a table of file, year and source.
struct GridEntry {
  std::string file;
  Position at;  ///< of the file's name
  GridSource from;
};
GridEntry read_grid_entry(const Document& document, const Entry& entry);

}  // namespace essaim::reader
