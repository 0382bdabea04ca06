// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/ties.h"

#include <algorithm>
#include <utility>

#include "models/commune/streams.h"

namespace essaim::commune {

Ties::Ties(std::uint32_t households, const Parameters& parameters, const Random& random) : first_(households + 1, 0) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  const auto each_side = static_cast<std::uint32_t>(parameters.ties.value() / 2 + 0.5);
  for (std::uint32_t h = 0; h < households; ++h) {
    for (std::uint32_t step = 1; step <= each_side; ++step) {
      Draw draw = random.draw(streams::tie, h, step);
      const bool distant = draw.chance(parameters.distant_ties.value());
      const std::uint32_t other = distant ? draw.below(households) : (h + step) % households;
      if (other == h) continue;
      pairs.emplace_back(h, other);
      pairs.emplace_back(other, h);
    }
  }
  std::sort(pairs.begin(), pairs.end());  // pairs of numbers: a total order
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  for (const auto& [from, to] : pairs) {
    ++first_[from + 1];
    ties_.push_back(to);
  }
  for (std::uint32_t h = 0; h < households; ++h) first_[h + 1] += first_[h];
}

double Ties::mean_degree() const {
  return first_.size() < 2 ? 0.0 : static_cast<double>(ties_.size()) / static_cast<double>(first_.size() - 1);
}

}  // namespace essaim::commune
