// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace essaim::plot {

/// In the unit of the sheet, millimetres on paper and pixels on a screen, from the upper left corner.
struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  Point centre() const { return {x + width / 2, y + height / 2}; }
  bool overlaps(const Box& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  bool contains(const Box& other) const {
    return x <= other.x && other.right() <= right() && y <= other.y && other.bottom() <= bottom();
  }
  bool contains(Point p) const { return x <= p.x && p.x <= right() && y <= p.y && p.y <= bottom(); }
  Box grown(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
};

inline Box box_around(Point centre, double width, double height) {
  return {centre.x - width / 2, centre.y - height / 2, width, height};
}

}  // namespace essaim::plot
