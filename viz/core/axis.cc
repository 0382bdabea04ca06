// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/axis.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <utility>

#include "viz/core/text_width.h"
#include "viz/term/number_text.h"

namespace essaim::plot {
namespace {

constexpr double largest_power = 1e300;

/// By multiplication alone, so that it is the same everywhere; no logarithm is.
double power_of_ten(double value) {
  double power = 1;
  while (power > value) power /= 10;
  while (power * 10 <= value && power < largest_power) power *= 10;
  return power;
}

int decimals_of(double step) {
  int decimals = 0;
  for (double shown = step; std::fabs(shown - std::round(shown)) > 1e-6 && decimals < 6; shown *= 10) ++decimals;
  return decimals;
}

double step_of(double rough) {
  const double power = power_of_ten(rough);
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * power >= rough * 0.999) return factor * power;
  }
  return 10 * power;
}

Date date_of(Date start, std::size_t day) {
  return Date::from_days(start.days_since_1970() + static_cast<std::int64_t>(day));
}

/// The first of `steps` that leaves no more than `room` of `count`, else `last`.
std::size_t every(std::size_t count, std::size_t room, std::initializer_list<std::size_t> steps, std::size_t last) {
  for (const std::size_t step : steps) {
    if ((count + step - 1) / step <= room) return step;
  }
  return last;
}

std::vector<std::size_t> day_ticks(Date start, std::size_t days, std::size_t room) {
  std::vector<std::size_t> candidates;
  for (std::size_t day = 0; day < days && days > 100; ++day) {
    if (date_of(start, day).day == 1) candidates.push_back(day);
  }
  std::size_t step = every(candidates.size(), room, {1, 2, 3, 6}, 12);
  if (candidates.size() < 2) {
    candidates.resize(days);
    for (std::size_t day = 0; day < days; ++day) candidates[day] = day;
    step = every(days, room, {1, 2, 5, 7, 14, 28, 56}, 112);
  }
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < candidates.size(); i += step) kept.push_back(candidates[i]);
  return kept;
}

}  // namespace

void Domain::hold(double value) {
  if (!std::isfinite(value)) return;
  low = std::min(low, value);
  high = std::max(high, value);
}

void Domain::hold(std::span<const double> values) {
  for (const double value : values) hold(value);
}

std::string Axis::text(double tick, term::Language language) const {
  return with_sign ? term::signed_number_text(language, tick, decimals) : term::number_text(language, tick, decimals);
}

Axis axis_of(Domain domain, std::size_t count) {
  auto [low, high] = domain;
  if (!(high >= low)) low = 0, high = 1;
  if (low >= 0 && low < 0.6 * high) low = 0;
  if (high <= 0 && high > 0.6 * low) high = 0;
  if (high - low < 1e-12) {  // one value alone stands in the middle
    const double room = 0.5 * std::max(std::fabs(high), 1.0);
    if (low != 0) low -= room;
    high += room;
  }
  const double step = step_of((high - low) / static_cast<double>(std::max<std::size_t>(1, count)));
  Axis axis;
  const auto first = static_cast<std::int64_t>(std::floor(low / step + 1e-9));
  const auto last = static_cast<std::int64_t>(std::ceil(high / step - 1e-9));
  for (std::int64_t i = first; i <= last; ++i) axis.ticks.push_back(static_cast<double>(i) * step);
  axis.low = axis.ticks.front();
  axis.high = axis.ticks.back();
  axis.decimals = decimals_of(step);
  return axis;
}

double Plane::x(double day) const {
  return frame.x + frame.width * day / static_cast<double>(std::max<std::size_t>(1, days - 1));
}

double Plane::y(double value) const {
  return frame.bottom() - frame.height * (value - axis.low) / (axis.high - axis.low);
}

void add_values(Layer& layer, const Plane& plane, const Sheet& sheet, const std::string& unit) {
  const Box& frame = plane.frame;
  for (const double tick : plane.axis.ticks) {
    const double y = plane.y(tick);
    layer.line(tick == 0 ? "zero" : "grid", {frame.x, y}, {frame.right(), y});
    layer.text("", {frame.x - 0.45 * sheet.size, y + to_base_line * sheet.size}, sheet.size, Anchor::end,
               plane.axis.text(tick, sheet.language));
  }
  if (unit.empty()) return;
  layer.text("unit", {0, frame.y - 0.95 * sheet.size}, sheet.size, Anchor::start, unit);
}

void add_dates(Layer& layer, const Plane& plane, const Sheet& sheet, Date start) {
  const double size = sheet.size;
  const double bottom = plane.frame.bottom();
  const double apart = text_width("30 sept.", size) + size;
  const auto room = static_cast<std::size_t>(std::max(1.0, plane.frame.width / apart));
  for (const std::size_t day : day_ticks(start, plane.days, room)) {
    const double x = plane.x(static_cast<double>(day));
    const Date date = date_of(start, day);
    std::string text = term::short_date_text(sheet.language, date.month, date.day);
    const double half = 0.5 * text_width(text, size);
    const double middle = std::max(half, std::min(x, sheet.width - half));
    layer.line("tick", {x, bottom}, {x, bottom + 0.3 * size});
    layer.text("", {middle, bottom + 1.45 * size}, size, Anchor::middle, text);
  }
}

}  // namespace essaim::plot
