// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/record/layout.h"

namespace essaim::record {

double quantile_of_sorted(std::span<const double> sorted, double p) {
  if (sorted.empty()) return std::numeric_limits<double>::quiet_NaN();
  const double at = static_cast<double>(sorted.size() - 1) * p;
  const std::size_t below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double share = at - static_cast<double>(below);
  return share > 0 ? sorted[below] + share * (sorted[above] - sorted[below]) : sorted[below];
}

std::vector<double> daily_quantiles(std::span<const double> values, std::size_t days) {
  std::vector<double> result(quantiles.size() * days);
  std::vector<double> of_day;
  for (std::size_t day = 0; day < days; ++day) {
    of_day.clear();
    for (std::size_t at = day; at < values.size(); at += days) {
      if (!std::isnan(values[at])) of_day.push_back(values[at]);
    }
    std::ranges::sort(of_day);
    for (std::size_t q = 0; q < quantiles.size(); ++q) {
      result[q * days + day] = quantile_of_sorted(of_day, quantiles[q]);
    }
  }
  return result;
}

}  // namespace essaim::record
