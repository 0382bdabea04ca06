// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/design/comparison.h"
#include "engine/design/spread.h"
#include "viz/core/chart.h"
#include "viz/core/chart_parts.h"
#include "viz/core/chart_sheet.h"
#include "viz/core/day_fan.h"
#include "viz/core/text_width.h"
#include "viz/term/compare_words.h"
#include "viz/term/value_format.h"

// Curves over days: the fan, the resilience curve, and the timeline of what happens.

namespace essaim::plot {
namespace {

using design::Study;
using design::StudyArm;
using term::Locale;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Days in the unit that is shown, small counts left out.
void show(std::vector<double>& days, const std::string& unit) {
  for (double& value : days) {
    if (term::counts_people(unit) && design::is_hidden_count(value)) value = nothing;
    value *= term::display_factor(unit);
  }
}

/// What a chart reads of one indicator at one site: the worlds of each side, and whether they are counted only.
struct Sides {
  std::vector<design::Spread> worlds;  ///< without; then with the measures, if the chart has a variant
  bool counted = false;                ///< a rare event
};

Sides read_sides(const Study& study, const design::Series& series, const ChartChoice& choice) {
  Sides sides;
  for (std::size_t k = 0; k <= (choice.variant > 0 ? 1 : 0); ++k) {
    const auto point = study.point(choice.site, k == 0 ? 0 : choice.variant, StudyArm::shocks);
    const design::Reduction reduction = design::reduction_of(study.indicators[choice.indicator]);
    sides.worlds.push_back(point ? design::spread(design::reduced(study, series, *point, reduction))
                                 : design::Spread{});
  }
  sides.counted = term::is_rare_event(sides.worlds.front(), sides.worlds.back());
  return sides;
}

struct Bounds {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  void hold(const std::vector<double>& days) {
    for (const double value : days) {
      if (!std::isfinite(value)) continue;
      low = std::min(low, value);
      high = std::max(high, value);
    }
  }
};

/// Room for the numbers of an axis and for the names at the ends of curves.
Box frame_of(const ChartSheet& sheet, const Axis& axis, double names, double height, double top, const Locale& locale) {
  double marks = 0;
  for (const double tick : axis.ticks) {
    marks = std::max(marks, text_width(locale.signed_number(tick, axis.decimals), sheet.size()));
  }
  const double left = sheet.left() + marks + 1.5;
  return {left, top, sheet.left() + sheet.width() - left - names, height};
}

void stroke(Svg& svg, const std::string& path, std::string_view colour, double width, std::string_view dash) {
  if (path.empty()) return;
  svg.element("path", {{"d", path},
                       {"fill", "none"},
                       {"stroke", colour},
                       {"stroke-width", width},
                       {"stroke-dasharray", dash},
                       {"stroke-linejoin", "round"}});
}

void fill(Svg& svg, const std::string& path, std::string_view colour, double opacity) {
  if (path.empty()) return;
  svg.element("path", {{"d", path}, {"fill", colour}, {"fill-opacity", opacity}});
}

/// Bars of events above or instead of a chart, with their names in them or beside them.
void draw_bars(Svg& svg, const std::vector<EventBar>& bars, const Plane& plane, double top, double row, double size,
               double right) {
  double y = top;
  for (const EventBar& bar : bars) {
    const double from = plane.x(std::max(0.0, bar.from));
    const double to = std::max(from + 0.5, plane.x(std::min(bar.to, static_cast<double>(plane.days - 1))));
    svg.element("rect", {{"x", from},
                         {"y", y + 0.1 * row},
                         {"width", to - from},
                         {"height", 0.8 * row},
                         {"fill", bar.shock ? "#f3d9b8" : "#cfe4f2"}});
    const double base = y + 0.5 * row + 0.35 * size;
    const double width = text_width(bar.label, size) + 1;
    if (width <= to - from) {
      svg.text({from + 0.6, base, size, bar.label, false, Anchor::start, "#222222"});
    } else if (to + width <= right) {
      svg.text({to + 0.6, base, size, bar.label, false, Anchor::start, "#222222"});
    } else {
      const std::string label = fitted(bar.label, std::max(10.0, to - 1 - 2), size);
      svg.text({std::max(to - 0.6, text_width(label, size) + 1), base, size, label, false, Anchor::end, "#222222"});
    }
    y += row;
  }
}

struct Curve {
  Fan fan;
  Draws draws;  ///< of a rare event: these alone are drawn
  std::string_view colour;
  std::string_view dash;
  std::string name;
  bool filled = false;
  bool bands = true;
  bool few = false;  ///< too few draws for quantiles: the ends are the extremes

  bool counted() const { return !draws.empty(); }
};

/// The look of a curve; its days are read afterwards.
struct Look {
  std::string_view colour;
  std::string_view dash;
  std::string name;
  bool filled = false;
  bool bands = true;
};

Curve read_curve(const Study& study, const design::Series& series, const ChartChoice& choice, std::size_t variant,
                 StudyArm arm, const Sides& sides, Look look) {
  Draws draws = draws_of(study, series, study.point(choice.site, variant, arm));
  const std::string& unit = study.indicators[choice.indicator].unit;
  Curve curve{fan_of(draws), {}, look.colour, look.dash, std::move(look.name), look.filled, look.bands, false};
  curve.few = sides.worlds[variant == 0 ? 0 : 1].count < design::quantile_replicates;
  for (std::vector<double>& days : curve.fan) show(days, unit);
  if (!sides.counted) return curve;
  draws.resize(std::min(draws.size(), most_draws));
  for (std::vector<double>& days : draws) show(days, unit);
  curve.draws = std::move(draws);
  return curve;
}

void draw_curve(Svg& svg, const Plane& plane, const Curve& curve) {
  for (const std::vector<double>& days : curve.draws)
    stroke(svg, line_path(plane, days), curve.colour, 0.25, curve.dash);
  if (curve.counted()) return;
  if (curve.filled) {
    fill(svg, band_path(plane, curve.fan.front(), curve.fan.back()), curve.colour, 0.14);
    if (!curve.few) fill(svg, band_path(plane, curve.fan[1], curve.fan[3]), curve.colour, 0.24);
  }
  if (curve.bands) {
    stroke(svg, line_path(plane, curve.fan.front()), curve.colour, 0.2, curve.filled ? "none" : "0.4 0.7");
    stroke(svg, line_path(plane, curve.fan.back()), curve.colour, 0.2, curve.filled ? "none" : "0.4 0.7");
  }
  stroke(svg, line_path(plane, curve.fan[2]), curve.colour, 0.6, curve.dash);
}

/// Names at the ends of the medians (of a rare event, of the first draw), one above the other where they would touch.
void draw_names(Svg& svg, const Plane& plane, const std::vector<Curve>& curves, double size) {
  std::vector<std::pair<double, const Curve*>> names;
  for (const Curve& curve : curves) {
    const std::vector<double>& median = curve.counted() ? curve.draws.front() : curve.fan[2];
    const auto last = std::find_if(median.rbegin(), median.rend(), [](double v) { return std::isfinite(v); });
    if (last != median.rend()) names.emplace_back(plane.y(*last), &curve);
  }
  std::ranges::stable_sort(names, {}, &std::pair<double, const Curve*>::first);  // ties keep the order of curves: total
  double free = plane.frame.y + 0.5 * size;
  for (auto& [y, curve] : names) {
    y = std::max(y, free);
    free = y + 1.2 * size;
  }
  double limit = plane.frame.bottom();
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    name->first = std::min(name->first, limit);
    limit = name->first - 1.2 * size;
  }
  for (const auto& [y, curve] : names) {
    svg.text({plane.frame.right() + 1, y + 0.35 * size, size, curve->name, true, Anchor::start, curve->colour});
  }
}

/// The area between a curve and its twin where the curve is on the bad side: what is lost, and no gain. Where the two
/// cross between two days, the area ends there.
std::string loss_path(const Plane& plane, const std::vector<double>& curve, const std::vector<double>& twin,
                      Better better) {
  const auto loss = [&](std::size_t day) {
    return better == Better::down ? curve[day] - twin[day] : twin[day] - curve[day];
  };
  std::string path;
  for (std::size_t day = 0; day + 1 < curve.size(); ++day) {
    const double before = loss(day);
    const double after = loss(day + 1);
    if (std::isnan(before) || std::isnan(after) || (before <= 0 && after <= 0)) continue;
    const double crossing = before / (before - after);  // of the day that passes
    const double from = before < 0 ? crossing : 0;
    const double to = after < 0 ? crossing : 1;
    const auto corner = [&](const std::vector<double>& of, double share) {
      const double value = of[day] + share * (of[day + 1] - of[day]);
      return number(plane.x(static_cast<double>(day) + share)) + " " + number(plane.y(value));
    };
    path +=
        "M" + corner(twin, from) + "L" + corner(twin, to) + "L" + corner(curve, to) + "L" + corner(curve, from) + "Z";
  }
  return path;
}

/// Draws curves with the events above, and leaves the column below them. Shades what the second loses against the first
/// if `loss` says which side is better. True if zero is on the axis.
bool draw_curves(ChartSheet& sheet, const Study& study, const ChartChoice& choice, const std::vector<Curve>& curves,
                 Better loss, const Locale& locale) {
  Bounds bounds;
  double names = 0;
  for (const Curve& curve : curves) {
    for (const std::vector<double>& days : curve.draws) bounds.hold(days);
    if (!curve.counted()) bounds.hold(curve.fan[2]);
    if (curve.bands && !curve.counted()) bounds.hold(curve.fan.front()), bounds.hold(curve.fan.back());
    names = std::max(names, text_width(curve.name, sheet.size(), true) + 2);
  }
  const Axis axis = axis_of(bounds.low, bounds.high, 5);
  const double row = 1.6 * sheet.size();
  const std::vector<EventBar> bars = event_bars(study, 0, locale);
  const double top = sheet.column().y() + static_cast<double>(bars.size()) * row + 2.2 * sheet.size();
  const double height = std::clamp(0.42 * choice.width_mm, 34.0, 80.0);
  const Plane plane{frame_of(sheet, axis, names, height, top, locale), axis, study.days};
  draw_bars(sheet.svg(), bars, plane, sheet.column().y(), row, sheet.size(), sheet.left() + sheet.width());
  draw_axes(sheet.svg(), plane, study, term::unit_text(locale, study.indicators[choice.indicator].unit), false,
            sheet.size(), sheet.left(), locale);
  if (loss != Better::neither && !curves[1].counted()) {
    fill(sheet.svg(), loss_path(plane, curves[1].fan[2], curves[0].fan[2], loss), without_colour, 0.12);
  }
  for (const bool filled : {true, false}) {  // lines lie on areas
    for (const Curve& curve : curves) {
      if (curve.filled == filled) draw_curve(sheet.svg(), plane, curve);
    }
  }
  draw_names(sheet.svg(), plane, curves, sheet.size());
  sheet.column().skip(plane.frame.bottom() + 2 * sheet.size() - sheet.column().y());
  return axis.low <= 0 && axis.high >= 0;
}

/// What the bands are: the rows' own kinds, for replicates may have failed on one side.
std::string bands_words(const Sides& sides, const Locale& locale) {
  if (sides.counted) return locale.say("page.chart.counted");
  const auto [least, most] = std::ranges::minmax(sides.worlds, {}, &design::Spread::count);
  const bool few = least.count < design::quantile_replicates;
  const bool all_few = most.count < design::quantile_replicates;
  std::string replicates = std::to_string(least.count);
  if (least.count != most.count) replicates += "–" + std::to_string(most.count);
  return locale.say(!few      ? "page.chart.bands_quantiles"
                    : all_few ? "page.chart.bands_extremes"
                              : "page.chart.bands_mixed",
                    {{"replicates", replicates}});
}

/// The levels in numbers, for who cannot see the chart: all with the same decimals.
std::string levels(const Study& study, const Sides& sides, const ChartChoice& choice, const Locale& locale) {
  double largest = 0;
  for (const design::Spread& worlds : sides.worlds) largest = std::max(largest, std::fabs(worlds.median));
  const term::ValueFormat format{locale, study.indicators[choice.indicator].unit, largest};
  std::string text;
  for (std::size_t k = 0; k < sides.worlds.size(); ++k) {
    text += variant_words(study, k == 0 ? 0 : choice.variant, locale) + std::string{locale.of("\u00A0: ", ": ")} +
            (sides.counted ? format.occurrences(sides.worlds[k]) : format.spread(sides.worlds[k])) + ". ";
  }
  return text;
}

/// What the recovery says in numbers; empty without a variant, and of a rare event.
std::string recovery_words(const Study& study, const ChartChoice& choice, const Locale& locale) {
  if (choice.variant == 0) return {};
  const std::vector<design::Compared> rows = design::compare(study, choice.indicator);
  const design::Compared& row = rows[(choice.variant - 1) * study.sites.size() + choice.site];
  if (!row.resilience_without || !row.resilience_with || term::is_rare_event(row)) return {};
  const term::ResilienceWords read = term::resilience_words(row, locale);
  return locale.say("plot.resilience.read", {{"loss", read.loss},
                                             {"depth", read.depth},
                                             {"to_90", read.to_90},
                                             {"not_recovered", read.not_recovered}}) +
         " ";
}

}  // namespace

std::string draw_fan(const Study& study, const ChartChoice& choice, const Locale& locale) {
  const design::StudyIndicator& indicator = study.indicators[choice.indicator];
  const design::Series series = study.load(choice.indicator);
  const Sides sides = read_sides(study, series, choice);
  ChartSheet sheet{study, choice, locale};
  const std::string title = term::label_of(locale, indicator) + ", " + study.sites[choice.site].name;
  sheet.head(title, variant_words(study, choice.variant, locale));
  const auto curve = [&](std::size_t variant, Look look) {
    return read_curve(study, series, choice, variant, StudyArm::shocks, sides, std::move(look));
  };
  std::vector<Curve> curves{
      curve(0, {without_colour, "1.8 1.1", locale.say("page.short.without"), choice.variant == 0})};
  if (choice.variant > 0) {
    curves.push_back(curve(choice.variant, {with_colour, "none", locale.say("page.short.with"), true}));
  }
  const bool from_zero = draw_curves(sheet, study, choice, curves, Better::neither, locale);
  const std::string counts = sides.counted ? levels(study, sides, choice, locale) : "";
  return sheet.finish(
      counts + bands_words(sides, locale) + (from_zero ? "" : " " + locale.say("page.chart.not_from_zero")),
      levels(study, sides, choice, locale));
}

std::string draw_resilience(const Study& study, const ChartChoice& choice, const Locale& locale) {
  const design::StudyIndicator& indicator = study.indicators[choice.indicator];
  const design::Series series = study.load(choice.indicator);
  const Sides sides = read_sides(study, series, choice);
  ChartSheet sheet{study, choice, locale};
  sheet.head(locale.say("plot.resilience",
                        {{"label", term::label_of(locale, indicator)}, {"site", study.sites[choice.site].name}}),
             variant_words(study, choice.variant, locale));
  const auto curve = [&](std::size_t variant, StudyArm arm, Look look) {
    return read_curve(study, series, choice, variant, arm, sides, std::move(look));
  };
  std::vector<Curve> curves{
      curve(0, StudyArm::no_shocks, {quiet_colour, "0.3 0.9", locale.say("page.short.quiet"), false, false}),
      curve(0, StudyArm::shocks, {without_colour, "1.8 1.1", locale.say("page.short.without"), false, false})};
  if (choice.variant > 0) {
    curves.push_back(
        curve(choice.variant, StudyArm::shocks, {with_colour, "none", locale.say("page.short.with"), false, false}));
  }
  const bool from_zero = draw_curves(sheet, study, choice, curves, indicator.better, locale);
  std::string words = sides.counted ? levels(study, sides, choice, locale) : recovery_words(study, choice, locale);
  words += locale.say(sides.counted ? "page.chart.counted" : "plot.resilience.how");
  if (!from_zero) words += " " + locale.say("page.chart.not_from_zero");
  return sheet.finish(words, words);
}

std::string draw_timeline(const Study& study, const ChartChoice& choice, const Locale& locale) {
  ChartSheet sheet{study, choice, locale};
  sheet.head(locale.say("plot.timeline", {{"title", study.title}}), variant_words(study, choice.variant, locale));
  const std::vector<EventBar> bars = event_bars(study, choice.variant, locale);
  const double row = 2 * sheet.size();
  const double height = std::max(1.0, static_cast<double>(bars.size())) * row;
  Axis axis;
  const Plane plane{{sheet.left() + 2, sheet.column().y() + 1, sheet.width() - 6, height}, axis, study.days};
  draw_axes(sheet.svg(), plane, study, "", false, sheet.size(), sheet.left(), locale);
  draw_bars(sheet.svg(), bars, plane, plane.frame.y, row, sheet.size(), sheet.left() + sheet.width());
  sheet.column().skip(plane.frame.bottom() + 2.2 * sheet.size() - sheet.column().y());
  const std::vector<LegendItem> legend{swatch("#f3d9b8", locale.say("plot.shocks")),
                                       swatch("#cfe4f2", locale.say("plot.measures"))};
  sheet.column().legend(locale.say("plot.legend"), legend, sheet.size());
  std::string description = term::actions_text(study, "", locale);
  if (choice.variant > 0) description += ". " + term::actions_text(study, study.variants[choice.variant].name, locale);
  return sheet.finish(locale.say("plot.timeline.how"), description);
}

}  // namespace essaim::plot
