// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/parameter_draws.h"

#include <algorithm>
#include <utility>

namespace essaim::plot {

std::vector<ParameterDraws> read_parameter_draws(const record::ResultsReader& results, std::size_t cell) {
  const record::ResultsHeader& header = results.header();
  const std::vector<double> drawn = results.drawn();
  const std::size_t count = header.parameters.size();
  std::vector<ParameterDraws> result;
  for (std::size_t p = 0; p < count && !drawn.empty(); ++p) {
    const record::ParameterRow& row = header.parameters[p];
    ParameterDraws draws{row.name, row.meaning_fr, row.meaning_en, {}};
    for (std::size_t r = 0; r < header.replicates; ++r) {
      draws.of_replicate.push_back(drawn[(cell * header.replicates + r) * count + p]);
    }
    const auto [least, most] = std::ranges::minmax(draws.of_replicate);
    if (least < most) result.push_back(std::move(draws));
  }
  return result;
}

}  // namespace essaim::plot
