// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/day_fan.h"

#include <algorithm>
#include <limits>

#include "engine/design/spread.h"
#include "engine/design/statistics.h"

namespace essaim::plot {

Draws draws_of(const design::Study& study, const design::Series& series, std::optional<std::size_t> point) {
  Draws draws(study.replicates, std::vector<double>(study.days, std::numeric_limits<double>::quiet_NaN()));
  for (std::size_t r = 0; point && r < study.replicates; ++r) {
    std::ranges::copy(series.days_of(*point, r), draws[r].begin());
  }
  return draws;
}

Draws paired(const Draws& with, const Draws& without) {
  Draws result;
  for (std::size_t r = 0; r < with.size(); ++r) result.push_back(design::differences(with[r], without[r]));
  return result;
}

Fan fan_of(const Draws& draws) {
  Fan fan;
  const std::size_t days = draws.empty() ? 0 : draws.front().size();
  std::vector<double> of_day(draws.size());
  for (std::size_t day = 0; day < days; ++day) {
    for (std::size_t r = 0; r < draws.size(); ++r) of_day[r] = draws[r][day];
    const std::vector<double> present = design::without_missing(of_day);
    const bool few = present.size() < design::quantile_replicates;
    for (std::size_t q = 0; q < fan.size(); ++q) {
      double p = fan_quantiles[q];
      if (few && q == 0) p = 0;
      if (few && q + 1 == fan.size()) p = 1;
      fan[q].push_back(design::quantile(present, p));
    }
  }
  return fan;
}

}  // namespace essaim::plot
