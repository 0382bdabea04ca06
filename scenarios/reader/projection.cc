// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/math.h"

namespace essaim::reader {

namespace {

constexpr double earth_radius_m = 6'371'008.8;  // mean radius of WGS84
constexpr double radians = std::numbers::pi / 180;
constexpr double metres_a_degree = earth_radius_m * radians;

/// Names are those of guidance note 7-2.
struct Laea {
  static constexpr double a = 6'378'137;  // GRS80
  static constexpr double f = 1 / 298.257222101;
  static constexpr double e2 = f * (2 - f);
  static constexpr double phi_0 = 52 * radians;
  static constexpr double lambda_0 = 10 * radians;
  static constexpr double false_east = 4'321'000;
  static constexpr double false_north = 3'210'000;

  double e = std::sqrt(e2);
  double q_p = q(1);
  double sin_beta_0 = q(math::sin(phi_0)) / q_p;
  double cos_beta_0 = std::sqrt(1 - sin_beta_0 * sin_beta_0);
  double R_q = a * std::sqrt(q_p / 2);
  double D = a * math::cos(phi_0) / std::sqrt(1 - e2 * math::sin(phi_0) * math::sin(phi_0)) / (R_q * cos_beta_0);

  double q(double sin_phi) const {
    const double es = e * sin_phi;
    return (1 - e2) * (sin_phi / (1 - es * es) - math::log((1 - es) / (1 + es)) / (2 * e));
  }
};

const Laea& laea() {
  static const Laea constants;
  return constants;
}

}  // namespace

Plane::Plane(double latitude, double longitude)
    : latitude_{latitude},
      longitude_{longitude},
      metres_a_degree_east_{metres_a_degree * std::cos(latitude * radians)} {}

Metres Plane::at(double latitude, double longitude) const {
  return {(longitude - longitude_) * metres_a_degree_east_, (latitude - latitude_) * metres_a_degree};
}

Degrees Plane::back(Metres metres) const {
  return {latitude_ + metres.y / metres_a_degree, longitude_ + metres.x / metres_a_degree_east_};
}

Metres to_laea(Degrees point) {
  const Laea& c = laea();
  const double sin_beta = c.q(math::sin(point.latitude * radians)) / c.q_p;
  const double cos_beta = std::sqrt(std::max(0.0, 1 - sin_beta * sin_beta));
  const double east = point.longitude * radians - Laea::lambda_0;
  const double along = cos_beta * math::cos(east);
  const double B = c.R_q * std::sqrt(2 / (1 + c.sin_beta_0 * sin_beta + c.cos_beta_0 * along));
  return {Laea::false_east + B * c.D * cos_beta * math::sin(east),
          Laea::false_north + B / c.D * (c.cos_beta_0 * sin_beta - c.sin_beta_0 * along)};
}

Degrees from_laea(Metres point) {
  const Laea& c = laea();
  const double x = (point.x - Laea::false_east) / c.D;
  const double y = (point.y - Laea::false_north) * c.D;
  const double rho = std::hypot(x, y);
  if (rho == 0) return {Laea::phi_0 / radians, Laea::lambda_0 / radians};
  const double half = std::min(1.0, rho / (2 * c.R_q));  // the sine of C / 2
  const double sin_c = 2 * half * std::sqrt(1 - half * half);
  const double cos_c = 1 - 2 * half * half;
  const double beta = std::asin(std::clamp(cos_c * c.sin_beta_0 + y * sin_c * c.cos_beta_0 / rho, -1.0, 1.0));
  constexpr double e2 = Laea::e2;
  constexpr double e4 = e2 * e2;
  constexpr double e6 = e4 * e2;
  const double latitude = beta + (e2 / 3 + 31 * e4 / 180 + 517 * e6 / 5040) * std::sin(2 * beta) +
                          (23 * e4 / 360 + 251 * e6 / 3780) * std::sin(4 * beta) +
                          761 * e6 / 45360 * std::sin(6 * beta);
  const double longitude =
      Laea::lambda_0 + std::atan2(x * sin_c, rho * c.cos_beta_0 * cos_c - y * c.sin_beta_0 * sin_c);
  return {latitude / radians, longitude / radians};
}

}  // namespace essaim::reader
