// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace essaim::importer {

/// Metres east and north of a point.
struct Metres {
  double x = 0;
  double y = 0;
};

/// The plane that touches the Earth at a point (equirectangular): within 0.1 % of true distances in a commune.
class Plane {
 public:
  Plane(double latitude, double longitude);
  Metres at(double latitude, double longitude) const;

 private:
  double latitude_;
  double longitude_;
  double metres_a_degree_east_;
};

/// Great-circle distance between two points [m].
double distance_m(double latitude_a, double longitude_a, double latitude_b, double longitude_b);

/// Surface of a ring of points, which may close itself or not [m2].
double surface_m2(std::span<const Metres> ring);

}  // namespace essaim::importer
