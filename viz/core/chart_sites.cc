// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/design/comparison.h"
#include "engine/design/spread.h"
#include "viz/core/chart.h"
#include "viz/core/chart_parts.h"
#include "viz/core/chart_scale.h"
#include "viz/core/chart_sheet.h"
#include "viz/core/ramp.h"
#include "viz/core/text_width.h"
#include "viz/term/compare_words.h"
#include "viz/term/value_format.h"

// Sites in rows, in the file's order: effects with their intervals, and how often each variant is best.

namespace essaim::plot {
namespace {

using design::Compared;
using design::Study;
using term::Locale;

constexpr std::string_view grey = "#4a4a4a";

double names_width(const Study& study, double size, double most) {
  double width = 0;
  for (const design::StudySite& site : study.sites) width = std::max(width, text_width(site.name, size));
  return std::min(width + 2, most);
}

/// Why a row has no dot: how often a rare event happened, that a count is too small, that there is no value. Empty if
/// it has one.
std::string why_no_dot(const Compared& row, const std::string& unit, const term::ValueFormat& format,
                       const Locale& locale) {
  if (term::is_rare_event(row)) return term::crisis_text(format, row);
  if (row.effects.crisis.count == 0) return locale.say("page.no_value");
  const bool hidden = term::counts_people(unit) && design::is_hidden_count(row.effects.crisis.mean);
  return hidden ? locale.say("page.equity.hidden") : std::string{};
}

void draw_effect(Svg& svg, const Compared& row, double factor, double y, double r, const auto& x) {
  const design::Estimate& crisis = row.effects.crisis;
  if (crisis.has_interval()) {
    svg.element("line", {{"x1", x(crisis.low * factor)},
                         {"x2", x(crisis.high * factor)},
                         {"y1", y},
                         {"y2", y},
                         {"stroke", with_colour},
                         {"stroke-width", 0.5}});
  }
  svg.element("circle", {{"cx", x(crisis.mean * factor)}, {"cy", y}, {"r", r}, {"fill", with_colour}});
}

}  // namespace

std::string draw_compare(const Study& study, const ChartChoice& choice, const Locale& locale) {
  const design::StudyIndicator& indicator = study.indicators[choice.indicator];
  const std::vector<Compared> all = design::compare(study, choice.indicator);
  const std::span<const Compared> rows =
      std::span{all}.subspan((choice.variant - 1) * study.sites.size(), study.sites.size());
  const double factor = term::display_factor(indicator.unit);
  ChartSheet sheet{study, choice, locale};
  sheet.head(locale.say("plot.compare", {{"label", term::label_of(locale, indicator)}}),
             variant_words(study, choice.variant, locale));
  const term::ValueFormat format = term::format_for(locale, indicator, rows);
  double low = 0;
  double high = 0;
  std::vector<std::string> notes;
  for (const Compared& row : rows) {
    notes.push_back(why_no_dot(row, indicator.unit, format, locale));
    if (!notes.back().empty()) continue;
    const design::Estimate& crisis = row.effects.crisis;
    low = std::min({low, factor * crisis.mean, crisis.has_interval() ? factor * crisis.low : 0});
    high = std::max({high, factor * crisis.mean, crisis.has_interval() ? factor * crisis.high : 0});
  }
  const double size = sheet.size();
  const double left = sheet.left() + names_width(study, size, 0.4 * sheet.width());
  const double width = sheet.left() + sheet.width() - left - 4;
  const Axis axis = axis_of(low, high, static_cast<std::size_t>(std::max(2.0, width / 22)));
  const double top = sheet.column().y() + 2.6 * size;
  const double step = 1.9 * size;
  const auto x = [&](double value) { return left + 2 + (width - 4) * (value - axis.low) / (axis.high - axis.low); };
  const double bottom = top + step * static_cast<double>(rows.size());
  const bool any_dot = std::ranges::any_of(notes, [](const std::string& note) { return note.empty(); });
  if (any_dot) draw_scale(sheet, axis, x, {left, top, 0, bottom - top}, indicator.unit, locale);
  std::string description;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double y = top + step * (static_cast<double>(i) + 0.5);
    const std::string& name = study.sites[rows[i].site].name;
    sheet.svg().text(
        {left - 1, y + 0.35 * size, size, fitted(name, left - sheet.left() - 1, size), false, Anchor::end});
    description += name + std::string{locale.of("\u00A0: ", ": ")} + term::crisis_text(format, rows[i]) + ". ";
    if (notes[i].empty()) {
      draw_effect(sheet.svg(), rows[i], factor, y, 0.4 * size, x);
    } else {
      sheet.svg().text({left + 2, y + 0.35 * size, size, notes[i], false, Anchor::start, grey});
    }
  }
  sheet.column().skip(bottom + 0.8 * size - sheet.column().y());
  return sheet.finish(locale.say("page.effects.caption"), description);
}

std::string draw_rank(const Study& study, const ChartChoice& choice, const Locale& locale) {
  const design::StudyIndicator& indicator = study.indicators[choice.indicator];
  const design::Series series = study.load(choice.indicator);
  ChartSheet sheet{study, choice, locale};
  sheet.head(locale.say("plot.rank", {{"label", term::label_of(locale, indicator)}}), study.title);
  const double size = sheet.size();
  const double left = sheet.left() + names_width(study, size, 0.35 * sheet.width());
  const double cell = (sheet.left() + sheet.width() - left) / static_cast<double>(study.variants.size());
  const double step = 2.4 * size;
  const double head = 1.6 * size;
  const double top = sheet.column().y() + head;
  for (std::size_t v = 0; v < study.variants.size(); ++v) {
    const std::string name = v == 0 ? locale.say("page.short.without") : study.variants[v].name;
    sheet.svg().text({left + cell * (static_cast<double>(v) + 0.5), top - 0.5 * size, size,
                      fitted(name, cell - 1, size), true, Anchor::middle});
  }
  std::string description;
  for (std::size_t site = 0; site < study.sites.size(); ++site) {
    const double y = top + step * static_cast<double>(site);
    const std::string& name = study.sites[site].name;
    sheet.svg().text({left - 1, y + 0.5 * step + 0.35 * size, size, fitted(name, left - sheet.left() - 1, size), false,
                      Anchor::end});
    const std::vector<double> best = design::best_variants(study, series, choice.indicator, site);
    description += name + std::string{locale.of("\u00A0: ", ": ")};
    for (std::size_t v = 0; v < best.size(); ++v) {
      const std::string text = term::with_unit(locale, locale.number(100 * best[v], 0), "1");
      const auto colour = static_cast<std::size_t>(std::min(4.0, std::floor(best[v] * 5)));
      const double x = left + cell * static_cast<double>(v);
      sheet.svg().element("rect", {{"x", x},
                                   {"y", y},
                                   {"width", cell},
                                   {"height", step},
                                   {"fill", ramp_colour(colour, 5)},
                                   {"stroke", "#ffffff"},
                                   {"stroke-width", 0.4}});
      sheet.svg().text({x + 0.5 * cell, y + 0.5 * step + 0.35 * size, size, text, false, Anchor::middle,
                        colour >= 4 ? "#ffffff" : "#222222"});
      description += study.variants[v].name + " " + text + "; ";
    }
  }
  sheet.column().skip(top + step * static_cast<double>(study.sites.size()) + 0.8 * size - sheet.column().y());
  return sheet.finish(locale.say("page.ranks.hint"), description);
}

}  // namespace essaim::plot
