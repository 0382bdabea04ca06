// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/event_layout.h"

#include <algorithm>
#include <utility>

#include "viz/core/text_width.h"

namespace essaim::plot {
namespace {

/// From where to where a bar goes on its sheet.
std::pair<double, double> ends_of(const EventBar& bar, const Plane& plane, double least) {
  const auto last = static_cast<double>(plane.days - 1);
  const double from = plane.x(std::clamp(bar.from, 0.0, last));
  return {from, std::max(from + least, plane.x(std::min(bar.to, last)))};
}

/// In the bar; else on its right, else on its left, else from the edge of the sheet on.
TextMark name_of(const EventBar& bar, double from, double to, double middle, const BarRows& rows, const Sheet& sheet) {
  const double size = rows.size;
  const double gap = 0.38 * size;
  std::string label = fitted(bar.label, sheet.width - 2 * gap, size);
  const double wide = text_width(label, size) + 2 * gap;
  const double base = middle + to_base_line * size;
  if (wide <= to - from) {
    return {bar.shock ? "on-shock" : "on-measure", {from + gap, base}, size, Anchor::start, std::move(label)};
  }
  if (to + wide <= sheet.width) return {"beside", {to + gap, base}, size, Anchor::start, std::move(label)};
  const double end = from >= wide ? from - gap : std::max(wide, from) - gap;
  return {"beside", {end, base}, size, Anchor::end, std::move(label)};
}

}  // namespace

Layer bars_layer(std::span<const EventBar> bars, const Plane& plane, const BarRows& rows, const Sheet& sheet) {
  Layer layer{"events", {}};
  double y = rows.top;
  for (const EventBar& bar : bars) {
    const auto [from, to] = ends_of(bar, plane, 0.18 * rows.size);
    layer.rect(bar.shock ? "shock" : "measure", {from, y + 0.1 * rows.row, to - from, 0.8 * rows.row},
               0.15 * rows.size);
    layer.marks.push_back(name_of(bar, from, to, y + 0.5 * rows.row, rows, sheet));
    y += rows.row;
  }
  return layer;
}

Layer stripes_layer(std::span<const EventBar> bars, const Plane& plane) {
  Layer layer{"stripes", {}};
  for (const EventBar& bar : bars) {
    if (!bar.shock || bar.to - bar.from >= static_cast<double>(plane.days - 1)) continue;
    const auto [from, to] = ends_of(bar, plane, 0);
    layer.rect("stripe", {from, plane.frame.y, to - from, plane.frame.height});
  }
  return layer;
}

Layout timeline_layout(const TimelineChart& chart) {
  const double size = chart.sheet.size;
  const double row = 2 * size;
  const double height = row * static_cast<double>(std::max<std::size_t>(1, chart.bars.size()));
  const Plane plane{{0, 0.3 * size, chart.sheet.width, height}, {}, chart.days};
  Layer axes{"axes", {}};
  const Point below{0, plane.frame.bottom()};
  axes.line("zero", below, {plane.frame.right(), below.y});
  add_dates(axes, plane, chart.sheet, chart.start);
  return {chart.sheet.width,
          plane.frame.bottom() + 1.95 * size,
          {std::move(axes), bars_layer(chart.bars, plane, {plane.frame.y, row, size}, chart.sheet)}};
}

}  // namespace essaim::plot
