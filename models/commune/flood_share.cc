// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/flood_share.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace essaim::commune {

namespace {

/// Beyond the lowest or the highest home there is no second one to lie midway to.
constexpr double margin = 1.01;

}  // namespace

double fit_flood_share(Territory& territory, double share) {
  if (!territory.height_m.empty() || territory.homes.empty()) return 1;
  std::vector<double> heights_m;
  for (const NodeId home : territory.homes) heights_m.push_back(territory.above_river_m[home.index()]);
  std::sort(heights_m.begin(), heights_m.end());  // the height is the whole key: equal ones are interchangeable
  const auto reached = static_cast<std::size_t>(share * static_cast<double>(heights_m.size()) + 0.5);
  double edge_m = heights_m.back() * margin;
  if (reached == 0) edge_m = heights_m.front() / margin;
  if (reached > 0 && reached < heights_m.size()) edge_m = (heights_m[reached - 1] + heights_m[reached]) / 2;
  if (edge_m <= 0) return 1;
  const double factor = reference_flood_m / edge_m;
  for (std::size_t node = 0; node < territory.above_river_m.size(); ++node) {
    float& height_m = territory.above_river_m[node];
    if (node != territory.town.index()) height_m = static_cast<float>(height_m * factor);
  }
  return factor;
}

double flooded_share(const Territory& territory) {
  const auto count = std::count_if(territory.homes.begin(), territory.homes.end(), [&](NodeId home) {
    return territory.flood_depth_m(home.index(), reference_flood_m) > 0;
  });
  return territory.homes.empty() ? 0 : static_cast<double>(count) / static_cast<double>(territory.homes.size());
}

}  // namespace essaim::commune
