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
constexpr double name_height = 1.4;  ///< of a name of one line above its row, in sizes of text
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
  double band = 0;                              ///< height of the dots of a row
  std::vector<std::vector<std::string>> names;  ///< by row: its lines
  std::vector<double> starts;                   ///< by row, and where the last one ends

  double size() const { return chart.sheet.size; }
  double x(double value) const { return left + width * (value - axis.low) / (axis.high - axis.low); }
  double top() const { return starts.front(); }
  double bottom() const { return starts.back(); }
  double start(std::size_t row) const { return starts[row]; }
  double middle(std::size_t row) const {
    return above ? starts[row + 1] - 0.5 * band : 0.5 * (starts[row] + starts[row + 1]);
  }
};

/// Names are broken into lines where they are too wide, never cut; rows are as high as it takes.
void place_rows(Rows& rows, double top) {
  const double size = rows.size();
  const double width = rows.above ? rows.chart.sheet.width : rows.left - 1.1 * size;
  rows.starts = {top};
  for (const DotRow& row : rows.chart.rows) {
    rows.names.push_back(wrapped(row.name, width, size));
    const double more =
        line_height(size) * (static_cast<double>(std::max<std::size_t>(1, rows.names.back().size())) - 1);
    const double height =
        rows.above ? name_height * size + more + rows.band : std::max(rows.band, more + name_height * size);
    rows.starts.push_back(rows.starts.back() + height);
  }
}

Rows rows_of(const DotChart& chart) {
  const double size = chart.sheet.size;
  Rows rows{chart, false, {}, 0, 0, 0, {}, {}};
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
  rows.band = size * (most > 1 ? 2.3 : 1.9);
  place_rows(rows, any ? 2.6 * size : 0.15 * size);
  return rows;
}

/// Lines down at each mark with its number, the unit above.
Layer scale_layer(const Rows& rows) {
  Layer layer{"axes", {}};
  const double size = rows.size();
  for (const double tick : rows.axis.ticks) {
    const double x = rows.x(tick);
    layer.line(tick == 0 ? "zero" : "grid", {x, rows.top()}, {x, rows.bottom()});
    layer.text("", {x, rows.top() - 0.4 * size}, size, Anchor::middle, rows.axis.text(tick, rows.chart.sheet.language));
  }
  if (!rows.axis.ticks.empty()) {
    const double x = rows.above ? 0 : rows.left;
    layer.text("unit", {x, size}, size, Anchor::start, rows.chart.unit);
  }
  return layer;
}

/// Lines of text around a height.
void add_lines(Layer& layer, std::string_view role, const std::vector<std::string>& lines, Point middle, double size,
               Anchor anchor) {
  double y = middle.y + to_base_line * size - 0.5 * line_height(size) * (static_cast<double>(lines.size()) - 1);
  for (const std::string& line : lines) {
    layer.text(role, {middle.x, y}, size, anchor, line);
    y += line_height(size);
  }
}

void add_name(Layer& layer, const Rows& rows, std::size_t i) {
  const std::vector<std::string>& lines = rows.names[i];
  const double size = rows.size();
  if (!rows.above) {
    return add_lines(layer, "row-name", lines, {rows.left - 0.75 * size, rows.middle(i)}, size, Anchor::end);
  }
  double y = rows.start(i);
  for (const std::string& line : lines) {
    layer.rect("behind", {0, y + 0.2 * size, text_width(line, size), 1.2 * size});  // the scale's lines end at words
    layer.text("row-name", {0, y + 1.15 * size}, size, Anchor::start, line);
    y += line_height(size);
  }
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
  double left = 0;
  for (const StripRow& row : chart.rows) left = std::max(left, text_width(row.name, size) + 0.8 * size);
  left = std::min(left, 0.35 * chart.sheet.width);
  const double width = (chart.sheet.width - left) / static_cast<double>(std::max<std::size_t>(1, chart.columns.size()));
  std::vector<std::vector<std::string>> heads;
  std::size_t most = 1;
  for (const std::string& column : chart.columns) {
    heads.push_back(wrapped(column, width - 0.4 * size, size, true));
    most = std::max(most, heads.back().size());
  }
  const double head = line_height(size) * static_cast<double>(most);
  Layer names{"names", {}};
  Layer cells{"cells", {}};
  for (std::size_t k = 0; k < heads.size(); ++k) {
    const Point middle{left + width * (static_cast<double>(k) + 0.5), 0.5 * head};
    add_lines(names, "column-name", heads[k], middle, size, Anchor::middle);
  }
  double y = head + 0.3 * size;
  for (const StripRow& row : chart.rows) {
    const std::vector<std::string> lines = wrapped(row.name, left - 0.4 * size, size);
    const double step = std::max(2.4, 1.3 * static_cast<double>(lines.size()) + 0.4) * size;
    add_lines(names, "row-name", lines, {left - 0.4 * size, y + 0.5 * step}, size, Anchor::end);
    for (std::size_t k = 0; k < row.cells.size(); ++k) {
      const Box box{left + width * static_cast<double>(k), y, width, step};
      const std::string level = std::to_string(row.cells[k].level);
      cells.rect("cell level-" + level, box);
      cells.text("in-cell level-" + level, {box.centre().x, y + 0.5 * step + to_base_line * size}, size, Anchor::middle,
                 row.cells[k].text);
    }
    y += step;
  }
  return {chart.sheet.width, y, {std::move(names), std::move(cells)}};
}

}  // namespace essaim::plot
