// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace essaim::reader {

struct Metres {
  double x = 0;  ///< east
  double y = 0;  ///< north
};

struct Degrees {
  double latitude = 0;  ///< WGS84
  double longitude = 0;
};

/// Metres east and north of a point, on a globe of mean radius: what maps of communes count in.
class Plane {
 public:
  Plane(double latitude, double longitude);
  Metres at(double latitude, double longitude) const;
  Degrees back(Metres metres) const;

 private:
  double latitude_;
  double longitude_;
  double metres_a_degree_east_;
};

/// ETRS89-LAEA Europe (EPSG:3035), in which INSEE cuts its squares: Lambert azimuthal equal area, EPSG method 9820,
/// after IOGP guidance note 7-2, on GRS80; centre 52 N 10 E, false easting 4,321,000 m, false northing 3,210,000 m.
/// ETRS89 is taken as WGS84: they differ by less than 1 m in Europe.
Metres to_laea(Degrees point);    ///< same bits on every platform
Degrees from_laea(Metres point);  ///< error below 1e-8 degrees in metropolitan France

}  // namespace essaim::reader
