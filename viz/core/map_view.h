// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/record/territory.h"
#include "viz/core/geometry.h"

namespace essaim::plot {

/// How metres of a territory lie in the frame of a map.
class MapView {
 public:
  /// A frame of that width whose height follows the territory, within limits. The town, far away, is left out.
  MapView(const record::TerritoryMap& territory, double left, double top, double width);

  const Box& frame() const { return frame_; }
  double millimetres_per_metre() const { return scale_; }
  Point at(double x_m, double y_m) const;
  Point at(const record::TerritoryNode& node) const { return at(node.x_m, node.y_m); }

  /// Side of a square of 200 m on paper, or what it takes to be seen.
  double square_side() const;
  bool squares_are_enlarged() const { return square_side() > record::square_m * scale_; }

  /// Where the way from a point in the frame to one outside leaves it.
  Point exit(Point from, Point to) const;

 private:
  Box frame_;
  double scale_ = 1;
  double middle_x_m_ = 0;
  double middle_y_m_ = 0;
};

}  // namespace essaim::plot
