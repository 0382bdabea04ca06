// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/region.h"

#include <utility>

namespace essaim::importer {

namespace {

/// Whether the side from `a` to `b` is crossed by a line from the point to the east.
bool crosses(std::array<double, 2> a, std::array<double, 2> b, double longitude, double latitude) {
  if ((a[1] > latitude) == (b[1] > latitude)) return false;
  // Always from south to north, so that neighbours with the same side find the same crossing.
  if (a[1] > b[1]) std::swap(a, b);
  return longitude < a[0] + (latitude - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
}

}  // namespace

bool Region::contains(double longitude, double latitude) const {
  if (!box.contains(longitude, latitude)) return false;
  if (rings.empty()) return true;
  bool inside = false;
  for (const Ring& ring : rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const std::array<double, 2>& next = ring[i + 1 == ring.size() ? 0 : i + 1];
      if (crosses(ring[i], next, longitude, latitude)) inside = !inside;
    }
  }
  return inside;
}

}  // namespace essaim::importer
