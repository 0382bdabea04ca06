// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "viz/core/geometry.h"
#include "viz/core/svg.h"

namespace essaim::plot {

/// A sign and what it means.
struct LegendItem {
  std::function<void(Svg&, const Box&)> sign;  ///< drawn into that box
  std::string text;
};

/// Texts and legends of a figure, one under the other, in a column of one width.
class Column {
 public:
  Column(Svg& svg, double left, double top, double width) : svg_{svg}, left_{left}, y_{top}, width_{width} {}

  void paragraph(std::string_view text, double size, bool bold = false, std::string_view fill = "#222222");
  /// Signs side by side, as many as there is room for, under a heading.
  void legend(std::string_view heading, std::span<const LegendItem> items, double size);
  void skip(double height) { y_ += height; }
  double y() const { return y_; }

 private:
  Svg& svg_;
  double left_;
  double y_;
  double width_;
};

/// A filled rectangle as a sign.
LegendItem swatch(std::string_view colour, std::string text);

}  // namespace essaim::plot
