// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "viz/core/geometry.h"
#include "viz/core/marks.h"

namespace essaim::plot {

/// Text with the characters of XML escaped; control characters, which XML knows not, are left out.
std::string escaped(std::string_view text);

struct Attribute {
  std::string_view name;
  std::string value;

  template <std::convertible_to<double> Number>
  Attribute(std::string_view attribute, Number n) : name{attribute}, value{number(n)} {}
  Attribute(std::string_view attribute, std::string_view text) : name{attribute}, value{escaped(text)} {}
  Attribute(std::string_view attribute, const char* text) : Attribute{attribute, std::string_view{text}} {}
  Attribute(std::string_view attribute, const std::string& text) : Attribute{attribute, std::string_view{text}} {}
};
using Attributes = std::initializer_list<Attribute>;

/// One line of text; y is its base line. Sizes are in millimetres, as all lengths of a figure.
struct Line {
  double x = 0;
  double y = 0;
  double size = 2.8;
  std::string text;
  bool bold = false;
  Anchor anchor = Anchor::start;
  std::string_view fill = "#222222";
};

/// The box that a line of text fills, with room for accents and descenders.
Box box_of(const Line& line);

/// Writes an SVG figure whose user unit is one millimetre: text by text, in the order in which it is painted.
class Svg {
 public:
  void element(std::string_view name, Attributes attributes);
  void element(std::string_view name, std::span<const Attribute> attributes);
  void open(std::string_view name, Attributes attributes);
  void close(std::string_view name);
  void text(const Line& line);

  /// The whole figure. Title and description are what a screen reader says.
  std::string finish(double width_mm, double height_mm, std::string_view language, std::string_view title,
                     std::string_view description) const;

 private:
  void begin(std::string_view name, std::span<const Attribute> attributes);
  std::string body_;
};

}  // namespace essaim::plot
