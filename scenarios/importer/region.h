// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

namespace essaim::importer {

/// West, south, east, north in degrees.
struct Box {
  double west = -180;
  double south = -90;
  double east = 180;
  double north = 90;

  bool contains(double longitude, double latitude) const {
    return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  }
};

/// Degrees {longitude, latitude}; the last point joins the first, repeated or not.
using Ring = std::vector<std::array<double, 2>>;

/// What an import keeps: a box, or what lies within rings in it.
struct Region {
  Region() = default;
  Region(const Box& sides) : box{sides} {}  // NOLINT(google-explicit-constructor): a box is a region

  Box box;
  std::vector<Ring> rings;  ///< of all polygons, outer ones and holes alike; none: the whole box
  std::string of;           ///< where the rings come from, for messages; empty for a box

  /// A point lies within if a line from it to the east crosses rings an odd number of times: holes are outside. A point
  /// on the line that two neighbours share lies within exactly one of them.
  bool contains(double longitude, double latitude) const;
};

}  // namespace essaim::importer
