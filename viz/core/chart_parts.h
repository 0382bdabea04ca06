// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/design/study.h"
#include "viz/core/geometry.h"
#include "viz/core/svg.h"
#include "viz/term/locale.h"

// What charts are made of: axes, curves, bands, dots. The page draws with the same rules (viz/web/src/charts).

namespace essaim::plot {

/// After Okabe and Ito (2008), as in the page; each is also told by its dash or its mark.
inline constexpr std::string_view with_colour = "#0072b2";
inline constexpr std::string_view without_colour = "#c04f00";
inline constexpr std::string_view quiet_colour = "#00795a";

/// Round marks on an axis of values.
struct Axis {
  double low = 0;
  double high = 1;
  std::vector<double> ticks;
  int decimals = 0;
};

/// About `count` marks at 1, 2, 2.5 or 5 times a power of ten; zero is on it where values come near.
Axis axis_of(double low, double high, std::size_t count);

/// Where days and values lie in a frame.
struct Plane {
  Box frame;
  Axis axis;
  std::size_t days = 1;

  double x(double day) const;
  double y(double value) const;
};

/// Lines across at each mark with its number, dates below, the unit above.
void draw_axes(Svg& svg, const Plane& plane, const design::Study& study, std::string_view unit, bool with_sign,
               double size, double unit_left, const term::Locale& locale);

/// "M1 2L3 4": breaks where a value is missing.
std::string line_path(const Plane& plane, std::span<const double> days);
/// The area between two curves, where both have values.
std::string band_path(const Plane& plane, std::span<const double> low, std::span<const double> high);

/// A day as axes write it: "1er juil.", "1 Jul".
std::string short_date(const term::Locale& locale, Date date);

/// The text, or its beginning with an ellipsis, in at most `width` mm.
std::string fitted(const std::string& text, double width, double size);

}  // namespace essaim::plot
