// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/core/calendar.h"
#include "viz/core/axis.h"

// Shocks and measures over the days of a run: bars with their names, pale stripes, and a chart of bars alone.

namespace essaim::plot {

struct EventBar {
  std::string label;
  double from = 0;  ///< days of the run
  double to = 0;
  bool shock = true;  ///< else a measure
};

/// Rows of bars from a height on: each row so high, its text so large.
struct BarRows {
  double top = 0;
  double row = 0;
  double size = 0;
};

/// Bars with their names in them, or beside them where there is no room.
Layer bars_layer(std::span<const EventBar> bars, const Plane& plane, const BarRows& rows, const Sheet& sheet);
/// The days of shocks that do not last all the time.
Layer stripes_layer(std::span<const EventBar> bars, const Plane& plane);

/// When shocks and measures begin and end.
struct TimelineChart {
  Sheet sheet;
  Date start;
  std::size_t days = 1;
  std::vector<EventBar> bars;
};

Layout timeline_layout(const TimelineChart& chart);

}  // namespace essaim::plot
