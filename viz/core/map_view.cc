// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/map_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace essaim::plot {

namespace {

constexpr double least_square_mm = 1.5;
constexpr double margin_share = 0.08;   // around the commune, for symbols, labels and the way out
constexpr double least_extent_m = 600;  // a hamlet alone does not fill a page
constexpr double flattest = 0.6;
constexpr double tallest = 1.0;

struct Extent {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  void add(double value) { low = std::min(low, value), high = std::max(high, value); }
  double length() const { return high - low; }
  double middle() const { return (low + high) / 2; }
  void widen() {
    if (!(high >= low)) low = high = 0;
    const double more = std::max(least_extent_m - length(), 0.0) / 2 + margin_share * length();
    low -= more, high += more;
  }
};

}  // namespace

MapView::MapView(const record::TerritoryMap& territory, double left, double top, double width) {
  Extent x;
  Extent y;
  for (const record::TerritoryNode& node : territory.nodes) {
    if (!node.outside) x.add(node.x_m), y.add(node.y_m);
  }
  for (const record::TerritorySquare& square : territory.squares) {
    for (const double corner : {0.0, record::square_m}) x.add(square.x_m + corner), y.add(square.y_m + corner);
  }
  for (const record::TerritoryPlace& place : territory.places) x.add(place.x_m), y.add(place.y_m);
  x.widen();
  y.widen();
  frame_ = {left, top, width, width * std::clamp(y.length() / x.length(), flattest, tallest)};
  scale_ = std::min(frame_.width / x.length(), frame_.height / y.length());
  middle_x_m_ = x.middle();
  middle_y_m_ = y.middle();
}

Point MapView::at(double x_m, double y_m) const {
  const Point centre = frame_.centre();
  return {centre.x + (x_m - middle_x_m_) * scale_, centre.y - (y_m - middle_y_m_) * scale_};
}

double MapView::square_side() const { return std::max(least_square_mm, record::square_m * scale_); }

Point MapView::exit(Point from, Point to) const {
  double part = 1;
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  if (dx != 0) part = std::min(part, ((dx > 0 ? frame_.right() : frame_.x) - from.x) / dx);
  if (dy != 0) part = std::min(part, ((dy > 0 ? frame_.bottom() : frame_.y) - from.y) / dy);
  part = std::max(part, 0.0);
  return {from.x + part * dx, from.y + part * dy};
}

}  // namespace essaim::plot
