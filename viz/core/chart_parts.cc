// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/chart_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "viz/core/text_width.h"

namespace essaim::plot {
namespace {

constexpr std::string_view grey = "#4a4a4a";
constexpr std::string_view grid_colour = "#dddad2";
constexpr std::array<std::string_view, 12> short_months_fr{"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                                           "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
constexpr std::array<std::string_view, 12> short_months_en{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

double power_of_ten(double value) {
  double power = 1;
  while (power > value) power /= 10;
  while (power * 10 <= value) power *= 10;
  return power;
}

int decimals_of(double step) {
  int decimals = 0;
  for (double shown = step; std::fabs(shown - std::round(shown)) > 1e-6 && decimals < 6; shown *= 10) ++decimals;
  return decimals;
}

/// Days to mark: the first of months in long runs, else every so many weeks, as many as there is room for.
std::vector<std::size_t> day_ticks(const design::Study& study, std::size_t room) {
  const auto date = [&](std::size_t day) {
    return Date::from_days(study.start.days_since_1970() + static_cast<std::int64_t>(day));
  };
  std::vector<std::size_t> days;
  if (study.days > 100) {
    for (std::size_t day = 0; day < study.days; ++day) {
      if (date(day).day == 1) days.push_back(day);
    }
    std::size_t every = 1;
    while (days.size() / every > room) ++every;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < days.size(); i += every) kept.push_back(days[i]);
    return kept;
  }
  std::size_t every = 1;
  for (const std::size_t step : {1U, 2U, 5U, 7U, 14U, 28U, 56U}) {
    every = step;
    if ((study.days + step - 1) / step <= room) break;
  }
  for (std::size_t day = 0; day < study.days; day += every) days.push_back(day);
  return days;
}

/// Calls `run(first, end)` for each stretch of days that `present` holds.
template <class Present, class Run>
void each_run(std::size_t days, Present&& present, Run&& run) {
  for (std::size_t day = 0; day < days; ++day) {
    if (!present(day)) continue;
    const std::size_t first = day;
    while (day < days && present(day)) ++day;
    run(first, day);
  }
}

}  // namespace

Axis axis_of(double low, double high, std::size_t count) {
  if (!(high >= low)) low = 0, high = 1;
  if (low >= 0 && low < 0.6 * high) low = 0;
  if (high <= 0 && high > 0.6 * low) high = 0;
  if (high - low < 1e-12) high += std::max(std::fabs(high), 1.0) * 0.5;
  const double rough = (high - low) / static_cast<double>(std::max<std::size_t>(1, count));
  const double power = power_of_ten(rough);
  double step = 10 * power;
  for (const double factor : {5.0, 2.5, 2.0, 1.0}) {
    if (factor * power >= rough * 0.999) step = factor * power;
  }
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

void draw_axes(Svg& svg, const Plane& plane, const design::Study& study, std::string_view unit, bool with_sign,
               double size, double unit_left, const term::Locale& locale) {
  const Box& frame = plane.frame;
  for (const double tick : plane.axis.ticks) {
    const double y = plane.y(tick);
    const std::string_view colour = tick == 0 ? grey : grid_colour;
    svg.element(
        "line",
        {{"x1", frame.x}, {"x2", frame.right()}, {"y1", y}, {"y2", y}, {"stroke", colour}, {"stroke-width", 0.15}});
    const std::string text =
        with_sign ? locale.signed_number(tick, plane.axis.decimals) : locale.number(tick, plane.axis.decimals);
    svg.text({frame.x - 1, y + 0.35 * size, size, text, false, Anchor::end, grey});
  }
  const double apart = text_width("30 sept.", size) + 2;
  for (const std::size_t day :
       day_ticks(study, std::max<std::size_t>(1, static_cast<std::size_t>(frame.width / apart)))) {
    const std::string text =
        short_date(locale, Date::from_days(study.start.days_since_1970() + static_cast<std::int64_t>(day)));
    const double half = text_width(text, size) / 2;
    const double x = std::clamp(plane.x(static_cast<double>(day)), frame.x - 2 + half, frame.right() - half + 2);
    svg.text({x, frame.bottom() + 1.3 * size, size, text, false, Anchor::middle, grey});
  }
  svg.text({unit_left, frame.y - 0.9 * size, size, std::string{unit}, false, Anchor::start, grey});
}

std::string line_path(const Plane& plane, std::span<const double> days) {
  std::string path;
  each_run(
      days.size(), [&](std::size_t day) { return std::isfinite(days[day]); },
      [&](std::size_t first, std::size_t end) {
        for (std::size_t day = first; day < end; ++day) {
          path +=
              (day == first ? "M" : "L") + number(plane.x(static_cast<double>(day))) + " " + number(plane.y(days[day]));
        }
      });
  return path;
}

std::string band_path(const Plane& plane, std::span<const double> low, std::span<const double> high) {
  std::string path;
  const auto at = [&](std::size_t day, double value) {
    return number(plane.x(static_cast<double>(day))) + " " + number(plane.y(value));
  };
  each_run(
      low.size(), [&](std::size_t day) { return std::isfinite(low[day]) && std::isfinite(high[day]); },
      [&](std::size_t first, std::size_t end) {
        for (std::size_t day = first; day < end; ++day) path += (day == first ? "M" : "L") + at(day, high[day]);
        for (std::size_t day = end; day-- > first;) path += "L" + at(day, low[day]);
        path += "Z";
      });
  return path;
}

std::string short_date(const term::Locale& locale, Date date) {
  const auto month = static_cast<std::size_t>(date.month - 1);
  const bool french = locale.language() == term::Language::fr;
  const std::string day = french && date.day == 1 ? "1er" : std::to_string(date.day);
  return day + " " + std::string{french ? short_months_fr[month] : short_months_en[month]};
}

std::string fitted(const std::string& text, double width, double size) {
  if (text_width(text, size) <= width) return text;
  std::string shorter = text;
  while (!shorter.empty() && text_width(shorter + "…", size) > width) {
    do {
      shorter.pop_back();
    } while (!shorter.empty() && (static_cast<unsigned char>(shorter.back()) & 0xC0U) == 0x80U);
    if (!shorter.empty() && (static_cast<unsigned char>(shorter.back()) & 0x80U) != 0) shorter.pop_back();
  }
  return shorter + "…";
}

}  // namespace essaim::plot
