// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/curve_layout.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>

#include "viz/core/text_width.h"

namespace essaim::plot {
namespace {

using Days = std::span<const double>;

constexpr double name_share = 1.05;  ///< size of a name at the end of a line, of the text's

std::string_view word(World world) {
  return world == World::with ? "with" : world == World::without ? "without" : "quiet";
}

std::string role(std::string_view what, World world) { return std::string{what} + " " + std::string{word(world)}; }

/// Calls `run(first, end)` for each stretch of days that `present` holds: a path breaks where there is no value.
template <class Present, class Run>
void each_run(std::size_t days, Present&& present, Run&& run) {
  for (std::size_t day = 0; day < days; ++day) {
    if (!present(day)) continue;
    const std::size_t first = day;
    while (day < days && present(day)) ++day;
    run(first, day);
  }
}

std::string at(const Plane& plane, double day, double value) {
  return number(plane.x(day)) + " " + number(plane.y(value));
}

std::string line_path(const Plane& plane, Days days) {
  std::string path;
  each_run(
      days.size(), [&](std::size_t day) { return std::isfinite(days[day]); },
      [&](std::size_t first, std::size_t end) {
        for (std::size_t day = first; day < end; ++day) {
          path += (day == first ? "M" : "L") + at(plane, static_cast<double>(day), days[day]);
        }
        if (end == first + 1) path += "h0.01";  // a day alone is a dot
      });
  return path;
}

/// The area between two curves, where both have values.
std::string band_path(const Plane& plane, Days low, Days high) {
  std::string path;
  each_run(
      low.size(), [&](std::size_t day) { return std::isfinite(low[day]) && std::isfinite(high[day]); },
      [&](std::size_t first, std::size_t end) {
        for (std::size_t day = first; day < end; ++day) {
          path += (day == first ? "M" : "L") + at(plane, static_cast<double>(day), high[day]);
        }
        for (std::size_t day = end; day-- > first;) path += "L" + at(plane, static_cast<double>(day), low[day]);
        path += "Z";
      });
  return path;
}

/// The area between a curve and its twin where the curve is on the bad side: what is lost, and no gain. Where the two
/// cross between two days, the area ends there.
std::string loss_path(const Plane& plane, Days curve, Days twin, Better better) {
  const auto loss = [&](std::size_t day) {
    return better == Better::down ? curve[day] - twin[day] : twin[day] - curve[day];
  };
  std::string path;
  for (std::size_t day = 0; day + 1 < curve.size(); ++day) {
    const double before = loss(day);
    const double after = loss(day + 1);
    if (!std::isfinite(before) || !std::isfinite(after) || (before <= 0 && after <= 0)) continue;
    const double crossing = before / (before - after);  // of the day that passes
    const double from = before < 0 ? crossing : 0;
    const double to = after < 0 ? crossing : 1;
    const auto corner = [&](Days of, double share) {
      return at(plane, static_cast<double>(day) + share, of[day] + share * (of[day + 1] - of[day]));
    };
    path +=
        "M" + corner(twin, from) + "L" + corner(twin, to) + "L" + corner(curve, to) + "L" + corner(curve, from) + "Z";
  }
  return path;
}

Layer line_layer(const CurveLine& line, const Plane& plane) {
  Layer layer{role("line", line.world), {}};
  if (line.bands) {
    if (line.filled) layer.path("band wide", band_path(plane, line.fan.front(), line.fan.back()));
    if (line.filled && !line.few) layer.path("band narrow", band_path(plane, line.fan[1], line.fan[3]));
    layer.path("edge", line_path(plane, line.fan.front()));
    layer.path("edge", line_path(plane, line.fan.back()));
  }
  for (const std::vector<double>& draw : line.draws) layer.path("draw", line_path(plane, draw));
  if (line.median) layer.path("median", line_path(plane, line.fan[2]));
  return layer;
}

/// What a name stands at the end of: the median, or the first draw of what is counted only.
Days named_days(const CurveLine& line) {
  if (line.median) return line.fan[2];
  return line.draws.empty() ? Days{} : Days{line.draws.front()};
}

/// Names at the ends of lines, moved apart where they would touch.
Layer names_layer(const CurveChart& chart, const Plane& plane) {
  const double size = name_share * chart.sheet.size;
  std::vector<std::pair<double, const CurveLine*>> names;
  for (const CurveLine& line : chart.lines) {
    const Days days = named_days(line);
    const auto last = std::find_if(days.rbegin(), days.rend(), [](double v) { return std::isfinite(v); });
    if (last == days.rend()) continue;
    const double y = plane.y(*last);
    const auto below = std::ranges::find_if(names, [&](const auto& name) { return name.first > y; });
    names.emplace(below, y, &line);  // from top to bottom; ties keep the lines' order
  }
  double free = plane.frame.y + 0.5 * size;
  for (auto& [y, line] : names) {
    y = std::max(y, free);
    free = y + 1.15 * size;
  }
  double limit = plane.frame.bottom();
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    name->first = std::min(name->first, limit);
    limit = name->first - 1.15 * size;
  }
  Layer layer{"names", {}};
  for (const auto& [y, line] : names) {
    layer.text(role("name", line->world), {plane.frame.right() + 0.5 * size, y + to_base_line * size}, size,
               Anchor::start, line->name);
  }
  return layer;
}

/// Room on the left for the numbers of the axis, on the right for the names.
Box frame_of(const CurveChart& chart, const Axis& axis, double top) {
  const double size = chart.sheet.size;
  double left = 0;
  for (const double tick : axis.ticks) left = std::max(left, text_width(axis.text(tick, chart.sheet.language), size));
  left += 0.6 * size;
  double right = 0.6 * size;
  for (const CurveLine& line : chart.lines) {
    if (chart.setting == Setting::small || named_days(line).empty()) continue;
    right = std::max(right, text_width(line.name, name_share * size, true) + 0.75 * size);
  }
  return {left, top, std::max(3 * size, chart.sheet.width - left - right), chart.height};
}

}  // namespace

Domain domain_of(const std::vector<CurveLine>& lines) {
  Domain domain;
  for (const CurveLine& line : lines) {
    for (const std::vector<double>& days : line.fan) {
      if (line.bands) domain.hold(days);
    }
    if (line.median) domain.hold(line.fan[2]);
    for (const std::vector<double>& days : line.draws) domain.hold(days);
  }
  return domain;
}

CurveLayout curve_layout(const CurveChart& chart) {
  const double size = chart.sheet.size;
  Axis axis = axis_of(chart.domain ? *chart.domain : domain_of(chart.lines),
                      static_cast<std::size_t>(std::max(3.0, chart.height / (2.8 * size))));
  axis.with_sign = chart.difference;
  const BarRows rows{0, 1.42 * size, 0.92 * size};
  const bool with_bars = chart.setting == Setting::full && !chart.events.empty();
  const double top = 2.2 * size + (with_bars ? rows.row * static_cast<double>(chart.events.size()) : 0);
  const Plane plane{frame_of(chart, axis, top), axis, chart.days};
  const bool with_loss = chart.loss != Better::neither && chart.lines.size() > 1;
  std::vector<Layer> layers;
  if (!with_loss) layers.push_back(stripes_layer(chart.events, plane));  // two shades would mix
  layers.push_back({"axes", {}});
  add_values(layers.back(), plane, chart.sheet, chart.unit);
  add_dates(layers.back(), plane, chart.sheet, chart.start);
  if (with_bars) layers.push_back(bars_layer(chart.events, plane, rows, chart.sheet));
  if (with_loss) {
    layers.push_back({"losses", {}});
    layers.back().path("loss", loss_path(plane, chart.lines[1].fan[2], chart.lines[0].fan[2], chart.loss));
  }
  for (const bool filled : {true, false}) {  // lines lie on areas
    for (const CurveLine& line : chart.lines) {
      if (line.filled == filled) layers.push_back(line_layer(line, plane));
    }
  }
  if (chart.setting != Setting::small) layers.push_back(names_layer(chart, plane));
  return {{chart.sheet.width, plane.frame.bottom() + 1.95 * size, std::move(layers)}, plane.frame, axis};
}

}  // namespace essaim::plot
