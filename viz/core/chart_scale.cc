// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/chart_scale.h"

#include "viz/term/value_format.h"

namespace essaim::plot {

void draw_scale(ChartSheet& sheet, const Axis& axis, const std::function<double(double)>& x, const Box& frame,
                const std::string& unit, const term::Locale& locale) {
  constexpr std::string_view grey = "#4a4a4a";
  const double size = sheet.size();
  sheet.svg().text({frame.x, sheet.column().y() + size, size,
                    unit == "1" ? locale.say("page.points") : term::unit_text(locale, unit), false, Anchor::start,
                    grey});
  for (const double tick : axis.ticks) {
    sheet.svg().element("line", {{"x1", x(tick)},
                                 {"x2", x(tick)},
                                 {"y1", frame.y},
                                 {"y2", frame.bottom()},
                                 {"stroke", tick == 0 ? grey : "#dddad2"},
                                 {"stroke-width", 0.15}});
    sheet.svg().text(
        {x(tick), frame.y - 0.5 * size, size, locale.signed_number(tick, axis.decimals), false, Anchor::middle, grey});
  }
}

}  // namespace essaim::plot
