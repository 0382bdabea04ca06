// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/dot_layout.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "viz/core/text_width.h"

namespace essaim::plot {
namespace {

/// Names stand above their rows on a sheet of fewer sizes of text than the first; of fewer than the second, where they
/// are long.
constexpr double narrow = 30;
constexpr double rather_narrow = 40;
constexpr double most_beside = 0.4;  ///< of a sheet, for names beside their rows
constexpr double name_height = 1.4;  ///< of a name above its row, in sizes of text
constexpr double dot_radius = 0.36;

std::string_view word(Sign sign) {
  switch (sign) {
    case Sign::with:
      return "with";
    case Sign::without:
      return "without";
    case Sign::effect:
      return "effect";
    case Sign::full_bar:
      return "full";
    case Sign::hollow_bar:
      return "hollow";
  }
  return {};
}

std::string role(std::string_view what, Sign sign) { return std::string{what} + " " + std::string{word(sign)}; }

bool is_bar(Sign sign) { return sign == Sign::full_bar || sign == Sign::hollow_bar; }

Domain domain_of(const DotChart& chart) {
  Domain domain;
  if (chart.difference) domain.hold(0);
  for (const DotRow& row : chart.rows) {
    for (const Dot& dot : row.dots) {
      domain.hold(dot.value);
      domain.hold(dot.low.value_or(dot.value));
      domain.hold(dot.high.value_or(dot.value));
    }
  }
  return domain;
}

/// Where rows and values lie.
struct Rows {
  const DotChart& chart;
  bool above = false;  ///< names
  Axis axis;
  double left = 0;
  double width = 0;
  double top = 0;
  double step = 0;

  double size() const { return chart.sheet.size; }
  double x(double value) const { return left + width * (value - axis.low) / (axis.high - axis.low); }
  double bottom() const { return top + step * static_cast<double>(chart.rows.size()); }
  double start(std::size_t row) const { return top + step * static_cast<double>(row); }
  double middle(std::size_t row) const {
    const double head = above ? name_height * size() : 0;
    return start(row) + head + 0.5 * (step - head);
  }
};

Rows rows_of(const DotChart& chart) {
  const double size = chart.sheet.size;
  Rows rows{chart, false, {}, 0, 0, 0, 0};
  double names = 0;
  std::size_t most = 1;
  bool any = false;
  for (const DotRow& row : chart.rows) {
    names = std::max(names, text_width(row.name, size));
    most = std::max(most, row.dots.size());
    any = any || !row.dots.empty();
  }
  const double wide = chart.sheet.width / size;
  const bool are_long = names + 1.1 * size > most_beside * chart.sheet.width;
  rows.above = chart.names == Names::above || wide < narrow || (wide < rather_narrow && are_long);
  const double beside = rows.above ? 0.75 * size : std::min(names + 1.1 * size, most_beside * chart.sheet.width);
  rows.axis =
      axis_of(domain_of(chart), static_cast<std::size_t>(std::max(2.0, (chart.sheet.width - beside) / (8.5 * size))));
  rows.axis.with_sign = chart.difference;
  if (!any) rows.axis.ticks.clear();
  const auto half = [&](double value) {
    return 0.5 * text_width(rows.axis.text(value, chart.sheet.language), size) + 0.15 * size;
  };
  rows.left = std::max(beside, half(rows.axis.low));
  rows.width = chart.sheet.width - rows.left - std::max(1.1 * size, half(rows.axis.high));
  rows.top = any ? 2.6 * size : 0.15 * size;
  rows.step = size * ((most > 1 ? 2.3 : 1.9) + (rows.above ? name_height : 0));
  return rows;
}

/// Lines down at each mark with its number, the unit above.
Layer scale_layer(const Rows& rows) {
  Layer layer{"axes", {}};
  const double size = rows.size();
  for (const double tick : rows.axis.ticks) {
    const double x = rows.x(tick);
    layer.line(tick == 0 ? "zero" : "grid", {x, rows.top}, {x, rows.bottom()});
    layer.text("", {x, rows.top - 0.4 * size}, size, Anchor::middle, rows.axis.text(tick, rows.chart.sheet.language));
  }
  if (!rows.axis.ticks.empty()) {
    const double x = rows.above ? 0 : rows.left;
    layer.text("unit", {x, size}, size, Anchor::start, rows.chart.unit);
  }
  return layer;
}

void add_name(Layer& layer, const Rows& rows, std::size_t i) {
  const std::string& name = rows.chart.rows[i].name;
  const double size = rows.size();
  if (!rows.above) {
    layer.text("row-name", {rows.left - 0.75 * size, rows.middle(i) + to_base_line * size}, size, Anchor::end,
               fitted(name, rows.left - 1.1 * size, size));
    return;
  }
  std::string text = fitted(name, rows.chart.sheet.width, size);
  const double y = rows.start(i);
  layer.rect("behind", {0, y + 0.2 * size, text_width(text, size), 1.2 * size});  // the scale's lines end at words
  layer.text("row-name", {0, y + 1.15 * size}, size, Anchor::start, text);
}

void add_dot(Layer& layer, const Rows& rows, const Dot& dot, double y) {
  const double r = dot_radius * rows.size();
  const double x = rows.x(dot.value);
  const auto whisker = [&] {
    if (!dot.low || !dot.high) return;
    layer.line(role("whisker", dot.sign), {rows.x(*dot.low), y}, {rows.x(*dot.high), y});
  };
  if (is_bar(dot.sign)) {
    const double height = 1.1 * rows.size();
    const double from = std::min(x, rows.x(0));
    layer.rect(role("bar", dot.sign), {from, y - 0.5 * height, std::fabs(x - rows.x(0)), height});
    whisker();
    return;
  }
  whisker();
  if (dot.sign == Sign::without) {
    const double far = 1.25 * r;
    const auto corner = [](double cx, double cy) { return number(cx) + " " + number(cy); };
    layer.path(role("dot", dot.sign), "M" + corner(x, y - far) + "L" + corner(x + far, y) + "L" + corner(x, y + far) +
                                          "L" + corner(x - far, y) + "Z");
  } else {
    layer.circle(role("dot", dot.sign), {x, y}, r);
  }
}

}  // namespace

Layout dot_layout(const DotChart& chart) {
  const Rows rows = rows_of(chart);
  const double size = rows.size();
  Layer names{"names", {}};
  Layer dots{"dots", {}};
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const DotRow& row = chart.rows[i];
    add_name(names, rows, i);
    const double middle = rows.middle(i);
    if (row.dots.empty() && !row.note.empty()) {
      const Point at{rows.left + 0.45 * size, middle + to_base_line * size};
      dots.text("note", at, size, Anchor::start, row.note);
    }
    double y = middle - 0.5 * 0.95 * size * (static_cast<double>(row.dots.size()) - 1);
    for (const Dot& dot : row.dots) {
      add_dot(dots, rows, dot, y);
      y += 0.95 * size;
    }
  }
  return {chart.sheet.width, rows.bottom() + 0.3 * size, {scale_layer(rows), std::move(names), std::move(dots)}};
}

Layout strip_layout(const StripChart& chart) {
  const double size = chart.sheet.size;
  const double step = 2.4 * size;
  const double top = 1.6 * size;
  double left = 0;
  for (const StripRow& row : chart.rows) left = std::max(left, text_width(row.name, size) + 0.8 * size);
  left = std::min(left, 0.35 * chart.sheet.width);
  const double width = (chart.sheet.width - left) / static_cast<double>(std::max<std::size_t>(1, chart.columns.size()));
  Layer names{"names", {}};
  Layer cells{"cells", {}};
  for (std::size_t k = 0; k < chart.columns.size(); ++k) {
    const Point at{left + width * (static_cast<double>(k) + 0.5), top - 0.5 * size};
    names.text("column-name", at, size, Anchor::middle, fitted(chart.columns[k], width - 0.4 * size, size));
  }
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const double y = top + step * static_cast<double>(i);
    const double base = y + 0.5 * step + to_base_line * size;
    names.text("row-name", {left - 0.4 * size, base}, size, Anchor::end,
               fitted(chart.rows[i].name, left - 0.4 * size, size));
    for (std::size_t k = 0; k < chart.rows[i].cells.size(); ++k) {
      const Cell& cell = chart.rows[i].cells[k];
      const Box box{left + width * static_cast<double>(k), y, width, step};
      const std::string level = std::to_string(cell.level);
      cells.rect("cell level-" + level, box);
      cells.text("in-cell level-" + level, {box.centre().x, base}, size, Anchor::middle, cell.text);
    }
  }
  return {chart.sheet.width, top + step * static_cast<double>(chart.rows.size()), {std::move(names), std::move(cells)}};
}

}  // namespace essaim::plot
