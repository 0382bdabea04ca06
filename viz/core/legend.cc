// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/legend.h"

#include <algorithm>
#include <vector>

#include "viz/core/text_width.h"

namespace essaim::plot {

void Column::paragraph(std::string_view text, double size, bool bold, std::string_view fill) {
  for (const std::string& line : wrapped(text, width_, size, bold)) {
    svg_.text({left_, y_ + size, size, line, bold, Anchor::start, fill});
    y_ += line_height(size);
  }
}

void Column::legend(std::string_view heading, std::span<const LegendItem> items, double size) {
  if (items.empty()) return;
  paragraph(heading, size, true);
  const double sign = 2 * size;
  const double row = 1.55 * size;
  double x = left_;
  for (const LegendItem& item : items) {
    const std::vector<std::string> lines = wrapped(item.text, width_ - sign - 0.5 * size, size);
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, sign + 0.5 * size + text_width(line, size));
    if (x > left_ && x + width > left_ + width_) x = left_, y_ += row;
    item.sign(svg_, {x, y_ + 0.1 * size, sign, 1.3 * size});
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) y_ += line_height(size);
      svg_.text({x + sign + 0.5 * size, y_ + 1.1 * size, size, lines[i], false, Anchor::start, "#222222"});
    }
    x += width + 1.2 * size;
  }
  y_ += row + 0.4 * size;
}

LegendItem swatch(std::string_view colour, std::string text) {
  const auto draw = [colour = std::string{colour}](Svg& svg, const Box& box) {
    svg.element("rect", {{"x", box.x},
                         {"y", box.y},
                         {"width", box.width},
                         {"height", box.height},
                         {"fill", colour},
                         {"stroke", "#77706a"},
                         {"stroke-width", 0.15}});
  };
  return {draw, std::move(text)};
}

}  // namespace essaim::plot
