// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/design/comparison.h"
#include "engine/design/spread.h"
#include "viz/core/chart.h"
#include "viz/core/chart_paint.h"
#include "viz/core/chart_sheet.h"
#include "viz/core/curve_layout.h"
#include "viz/core/day_fan.h"
#include "viz/core/event_layout.h"
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

/// What is told of a line beside its days.
struct Look {
  World world = World::with;
  std::string name;
  bool filled = false;
  bool bands = true;
};

CurveLine read_line(const Study& study, const design::Series& series, const ChartChoice& choice, std::size_t variant,
                    StudyArm arm, const Sides& sides, Look look) {
  Draws draws = draws_of(study, series, study.point(choice.site, variant, arm));
  const std::string& unit = study.indicators[choice.indicator].unit;
  Fan fan = fan_of(draws);
  CurveLine line;
  line.world = look.world;
  line.name = std::move(look.name);
  line.median = !sides.counted;
  line.bands = look.bands && !sides.counted;
  line.filled = look.filled;
  line.few = sides.worlds[variant == 0 ? 0 : 1].count < design::quantile_replicates;
  for (std::vector<double>& days : fan) {
    show(days, unit);
    line.fan.push_back(std::move(days));
  }
  if (!sides.counted) return line;
  draws.resize(std::min(draws.size(), most_draws));
  for (std::vector<double>& days : draws) show(days, unit);
  line.draws = std::move(draws);
  return line;
}

/// Draws lines with the shocks above. Shades what the second loses against the first if `loss` says which side is
/// better. True if zero is on the axis.
bool draw_lines(ChartSheet& sheet, const Study& study, const ChartChoice& choice, std::vector<CurveLine> lines,
                Better loss, const Locale& locale) {
  CurveChart chart;
  chart.sheet = sheet.sheet();
  chart.height = std::clamp(0.42 * choice.width_mm, 34.0, 80.0);
  chart.start = study.start;
  chart.days = study.days;
  chart.unit = term::unit_text(locale, study.indicators[choice.indicator].unit);
  chart.lines = std::move(lines);
  chart.events = event_bars(study, 0, locale);
  chart.loss = loss;
  const CurveLayout drawn = curve_layout(chart);
  sheet.put(drawn.layout);
  return drawn.axis.from_zero();
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
  const auto line = [&](std::size_t variant, Look look) {
    return read_line(study, series, choice, variant, StudyArm::shocks, sides, std::move(look));
  };
  std::vector<CurveLine> lines{line(0, {World::without, locale.say("page.short.without"), choice.variant == 0})};
  if (choice.variant > 0) lines.push_back(line(choice.variant, {World::with, locale.say("page.short.with"), true}));
  const bool from_zero = draw_lines(sheet, study, choice, std::move(lines), Better::neither, locale);
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
  const auto line = [&](std::size_t variant, StudyArm arm, Look look) {
    return read_line(study, series, choice, variant, arm, sides, std::move(look));
  };
  std::vector<CurveLine> lines{
      line(0, StudyArm::no_shocks, {World::quiet, locale.say("page.short.quiet"), false, false}),
      line(0, StudyArm::shocks, {World::without, locale.say("page.short.without"), false, false})};
  if (choice.variant > 0) {
    lines.push_back(line(choice.variant, StudyArm::shocks, {World::with, locale.say("page.short.with"), false, false}));
  }
  const Better loss = sides.counted ? Better::neither : indicator.better;
  const bool from_zero = draw_lines(sheet, study, choice, std::move(lines), loss, locale);
  std::string words = sides.counted ? levels(study, sides, choice, locale) : recovery_words(study, choice, locale);
  words += locale.say(sides.counted ? "page.chart.counted" : "plot.resilience.how");
  if (!from_zero) words += " " + locale.say("page.chart.not_from_zero");
  return sheet.finish(words, words);
}

std::string draw_timeline(const Study& study, const ChartChoice& choice, const Locale& locale) {
  ChartSheet sheet{study, choice, locale};
  sheet.head(locale.say("plot.timeline", {{"title", study.title}}), variant_words(study, choice.variant, locale));
  sheet.put(timeline_layout({sheet.sheet(), study.start, study.days, event_bars(study, choice.variant, locale)}));
  const std::vector<LegendItem> legend{swatch(shock_colour, locale.say("plot.shocks")),
                                       swatch(measure_colour, locale.say("plot.measures"))};
  sheet.column().legend(locale.say("plot.legend"), legend, sheet.size());
  std::string description = term::actions_text(study, "", locale);
  if (choice.variant > 0) description += ". " + term::actions_text(study, study.variants[choice.variant].name, locale);
  return sheet.finish(locale.say("plot.timeline.how"), description);
}

}  // namespace essaim::plot
