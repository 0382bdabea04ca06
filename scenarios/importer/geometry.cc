// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/geometry.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace essaim::importer {

namespace {

constexpr double earth_radius_m = 6'371'008.8;  // mean radius of WGS84
constexpr double radians = std::numbers::pi / 180;

}  // namespace

double distance_m(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
  // Haversine formula: exact for points that lie close together, too.
  const double up = std::sin((latitude_b - latitude_a) * radians / 2);
  const double along = std::sin((longitude_b - longitude_a) * radians / 2);
  const double h = up * up + std::cos(latitude_a * radians) * std::cos(latitude_b * radians) * along * along;
  return 2 * earth_radius_m * std::asin(std::sqrt(std::min(h, 1.0)));
}

double surface_m2(std::span<const Metres> ring) {
  double twice = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Metres a = ring[i];
    const Metres b = ring[(i + 1) % ring.size()];
    twice += a.x * b.y - b.x * a.y;
  }
  return std::abs(twice) / 2;
}

}  // namespace essaim::importer
