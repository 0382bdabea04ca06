// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "viz/core/geometry.h"

// What a layout of a chart is made of. A mark says where something lies and which role it plays, never what it looks
// like: `essaim plot` gives each role its colour and its dash (chart_paint.h), the page takes it as a class of its
// styles (viz/web/src/styles/charts.css).

namespace essaim::plot {

enum class Anchor : unsigned char { start, middle, end };

struct LineMark {
  std::string role;
  Point from;
  Point to;
};

struct PathMark {
  std::string role;
  std::string d;  ///< as SVG writes paths
};

struct RectMark {
  std::string role;
  Box box;
  double radius = 0;
};

struct CircleMark {
  std::string role;
  Point centre;
  double radius = 0;
};

struct TextMark {
  std::string role;
  Point at;  ///< of its base line, at its anchor
  double size = 0;
  Anchor anchor = Anchor::start;
  std::string text;
};

using Mark = std::variant<LineMark, PathMark, RectMark, CircleMark, TextMark>;

/// Marks that belong together, in the order in which they are painted.
struct Layer {
  std::string role;
  std::vector<Mark> marks;

  void line(std::string_view mark_role, Point from, Point to);
  void path(std::string_view mark_role, std::string d);  ///< nothing if it is empty
  void rect(std::string_view mark_role, Box box, double radius = 0);
  void circle(std::string_view mark_role, Point centre, double radius);
  void text(std::string_view mark_role, Point at, double size, Anchor anchor, std::string_view words);
};

/// A drawing in the unit of its sheet, the first layer below all others.
struct Layout {
  double width = 0;
  double height = 0;
  std::vector<Layer> layers;
};

/// A number as SVG takes it: two decimals at most, the same text everywhere.
std::string number(double value);

}  // namespace essaim::plot
