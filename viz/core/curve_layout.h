// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/calendar.h"
#include "engine/world/indicator.h"
#include "viz/core/axis.h"
#include "viz/core/event_layout.h"

// Curves over days: fans of quantiles, draws one by one, the shaded loss of a resilience curve.

namespace essaim::plot {

/// Which world a line tells of: under the shocks with or without the measures, or without shocks.
enum class World : unsigned char { with, without, quiet };

struct CurveLine {
  World world = World::with;
  std::string name;                        ///< written at its end
  std::vector<std::vector<double>> fan;    ///< [quantile][day], five of them (viz/core/day_fan.h); not finite: missing
  std::vector<std::vector<double>> draws;  ///< [replicate][day], drawn one by one
  bool median = true;
  bool bands = true;
  bool filled = false;  ///< else the bands are told by their edges alone
  bool few = false;     ///< the ends are the smallest and the largest draw, and nothing lies between
};

/// How much is written around the curves. `small`: neither names nor bars, as where charts stand side by side.
enum class Setting : unsigned char { full, marks, small };

struct CurveChart {
  Sheet sheet;
  double height = 0;  ///< of the curves alone
  Date start;
  std::size_t days = 1;
  std::string unit;
  bool difference = false;          ///< the axis writes signs
  Setting setting = Setting::full;  ///< `marks`: names, and stripes in place of bars
  std::vector<CurveLine> lines;
  std::vector<EventBar> events;
  std::optional<Domain> domain;   ///< where charts share an axis; else that of the lines
  Better loss = Better::neither;  ///< shades where the second line is on the bad side of the first
};

struct CurveLayout {
  Layout layout;
  Box frame;  ///< of the curves: its left is the first day, its right the last
  Axis axis;
};

/// What the lines of a chart reach.
Domain domain_of(const std::vector<CurveLine>& lines);
CurveLayout curve_layout(const CurveChart& chart);

}  // namespace essaim::plot
