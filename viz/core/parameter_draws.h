// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/record/results_reader.h"

namespace essaim::plot {

/// An uncertain value as the replicates of one cell drew it.
struct ParameterDraws {
  std::string name;
  std::string meaning_fr;
  std::string meaning_en;
  std::vector<double> of_replicate;
};

/// Those that differ between the replicates of a cell, in the file's order; none if the run fixed them.
std::vector<ParameterDraws> read_parameter_draws(const record::ResultsReader& results, std::size_t cell);

}  // namespace essaim::plot
