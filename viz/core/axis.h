// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "engine/core/calendar.h"
#include "viz/core/geometry.h"
#include "viz/core/marks.h"
#include "viz/term/language.h"

// Scales of charts: which values and days an axis marks, and where they lie.

namespace essaim::plot {

/// What a chart is laid out for. All lengths are in one unit: millimetres on paper, pixels on a screen.
struct Sheet {
  double width = 0;
  double size = 0;  ///< of text; margins and gaps are shares of it
  term::Language language = term::Language::fr;
};

/// The smallest and the largest of what is drawn.
struct Domain {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  void hold(double value);  ///< nothing that is missing or infinite
  void hold(std::span<const double> values);
};

/// Round marks on an axis of values.
struct Axis {
  double low = 0;
  double high = 1;
  std::vector<double> ticks;
  int decimals = 0;
  bool with_sign = false;  ///< a scale of differences

  bool from_zero() const { return low <= 0 && high >= 0; }
  std::string text(double tick, term::Language language) const;
};

/// About `count` marks at 1, 2, 2.5 or 5 times a power of ten; zero is on it where values come near.
Axis axis_of(Domain domain, std::size_t count);

/// Where days and values lie in a frame.
struct Plane {
  Box frame;
  Axis axis;
  std::size_t days = 1;

  double x(double day) const;
  double y(double value) const;
};

/// Adds the dates below a frame, each under its tick; none leaves the sheet. The first of months in long runs, else
/// every so many weeks.
void add_dates(Layer& layer, const Plane& plane, const Sheet& sheet, Date start);
/// Adds a line across at each mark with its number, and the unit above.
void add_values(Layer& layer, const Plane& plane, const Sheet& sheet, const std::string& unit);

/// From the middle of a line of text to its base line, as a share of its size.
inline constexpr double to_base_line = 0.35;

}  // namespace essaim::plot
