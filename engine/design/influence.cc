// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/influence.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace essaim::design {

std::optional<Estimate> influence(std::span<const double> draws, std::span<const double> outcome, double confidence) {
  std::vector<double> values;
  for (std::size_t r = 0; r < draws.size(); ++r) {
    if (!std::isnan(draws[r]) && !std::isnan(outcome[r])) values.push_back(draws[r]);
  }
  if (values.size() < least_for_influence) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t third = values.size() / 3;
  const double low_edge = values[third - 1];
  const double high_edge = values[values.size() - third];
  if (low_edge >= high_edge) return std::nullopt;
  std::vector<double> low;
  std::vector<double> high;
  for (std::size_t r = 0; r < draws.size(); ++r) {
    if (std::isnan(draws[r]) || std::isnan(outcome[r])) continue;
    if (draws[r] <= low_edge) low.push_back(outcome[r]);
    if (draws[r] >= high_edge) high.push_back(outcome[r]);
  }
  return unpaired_difference(high, low, confidence);
}

double simultaneous_confidence(std::size_t count) {
  return 1 - (1 - default_confidence) / static_cast<double>(std::max<std::size_t>(1, count));
}

bool is_established(const Estimate& influence) {
  return influence.has_interval() && (influence.low > 0 || influence.high < 0);
}

}  // namespace essaim::design
