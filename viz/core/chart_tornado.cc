// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "engine/design/comparison.h"
#include "engine/design/influence.h"
#include "engine/design/spread.h"
#include "viz/core/chart.h"
#include "viz/core/chart_parts.h"
#include "viz/core/chart_scale.h"
#include "viz/core/chart_sheet.h"
#include "viz/core/text_width.h"
#include "viz/term/compare_words.h"
#include "viz/term/value_format.h"

// Which uncertain values an effect goes with: one bar a value, the longest on top.

namespace essaim::plot {
namespace {

using design::Estimate;
using design::Study;
using term::Locale;

constexpr std::size_t most_bars = 12;

struct Bar {
  const ParameterDraws* parameter;
  Estimate influence;   ///< in the unit that is shown
  bool hidden = false;  ///< fewer than 11 households or persons
};

/// The longest first; equal ones in the file's order. Their intervals hold all at once: of hundreds of values that do
/// not count, some have long bars.
std::vector<Bar> bars_of(std::span<const ParameterDraws> parameters, std::span<const double> outcome,
                         const std::string& unit) {
  const double factor = term::display_factor(unit);
  const auto examined = std::ranges::count_if(parameters, [&](const ParameterDraws& parameter) {
    return design::influence(parameter.of_replicate, outcome).has_value();
  });
  const double confidence = design::simultaneous_confidence(static_cast<std::size_t>(examined));
  std::vector<Bar> bars;
  for (const ParameterDraws& parameter : parameters) {
    const std::optional<Estimate> found = design::influence(parameter.of_replicate, outcome, confidence);
    if (!found) continue;
    bars.push_back({&parameter,
                    {found->mean * factor, found->low * factor, found->high * factor, found->count},
                    term::counts_people(unit) && design::is_hidden_count(found->mean)});
  }
  std::ranges::stable_sort(bars, std::greater{}, [](const Bar& bar) { return std::fabs(bar.influence.mean); });
  return bars;
}

/// A bar from zero, full if its interval lies on one side of zero, else hollow; the interval as a line over it.
void draw_bar(Svg& svg, const Estimate& influence, double y, double height, const auto& x) {
  const double from = std::min(x(0), x(influence.mean));
  svg.element("rect", {{"x", from},
                       {"y", y},
                       {"width", std::fabs(x(influence.mean) - x(0))},
                       {"height", height},
                       {"fill", design::is_established(influence) ? with_colour : "#ffffff"},
                       {"fill-opacity", design::is_established(influence) ? 0.55 : 1.0},
                       {"stroke", with_colour},
                       {"stroke-width", 0.3}});
  if (!influence.has_interval()) return;
  svg.element("line", {{"x1", x(influence.low)},
                       {"x2", x(influence.high)},
                       {"y1", y + 0.5 * height},
                       {"y2", y + 0.5 * height},
                       {"stroke", "#222222"},
                       {"stroke-width", 0.4}});
}

std::string how_to_read(std::size_t examined, std::size_t replicates, const Locale& locale) {
  std::string words =
      locale.say("plot.tornado.how", {{"replicates", std::to_string(replicates)}, {"count", std::to_string(examined)}});
  if (replicates < design::enough_for_influence) {
    words = locale.say("plot.tornado.few", {{"enough", std::to_string(design::enough_for_influence)}}) + " " + words;
  }
  return words;
}

}  // namespace

std::vector<double> tornado_outcome(const Study& study, const ChartChoice& choice) {
  const design::Reduction reduction = design::reduction_of(study.indicators[choice.indicator]);
  const design::FourArms arms =
      design::four_arms(study, study.load(choice.indicator), choice.site, choice.variant, reduction);
  if (choice.variant == 0) return arms.without_in_crisis;
  return design::differences(arms.with_in_crisis, arms.without_in_crisis);
}

bool is_rare_outcome(const Study& study, const ChartChoice& choice) {
  const design::FourArms arms = design::four_arms(study, study.load(choice.indicator), choice.site, choice.variant,
                                                  design::reduction_of(study.indicators[choice.indicator]));
  return term::is_rare_event(design::spread(arms.without_in_crisis), design::spread(arms.with_in_crisis));
}

std::string draw_tornado(const Study& study, const ChartChoice& choice, std::span<const ParameterDraws> parameters,
                         const Locale& locale) {
  const design::StudyIndicator& indicator = study.indicators[choice.indicator];
  const std::vector<double> outcome = tornado_outcome(study, choice);
  const std::vector<Bar> all = bars_of(parameters, outcome, indicator.unit);
  const std::span<const Bar> bars = std::span{all}.first(std::min(most_bars, all.size()));
  ChartSheet sheet{study, choice, locale};
  sheet.head(locale.say(choice.variant == 0 ? "plot.tornado.level" : "plot.tornado.effect",
                        {{"label", term::label_of(locale, indicator)}, {"site", study.sites[choice.site].name}}),
             variant_words(study, choice.variant, locale));
  double low = 0;
  double high = 0;
  for (const Bar& bar : bars) {
    if (bar.hidden) continue;
    low = std::min({low, bar.influence.mean, bar.influence.has_interval() ? bar.influence.low : 0});
    high = std::max({high, bar.influence.mean, bar.influence.has_interval() ? bar.influence.high : 0});
  }
  const double size = sheet.size();
  const Axis axis = axis_of(low, high, static_cast<std::size_t>(std::max(2.0, sheet.width() / 24)));
  const double row = 3.1 * size;
  const Box frame{sheet.left(), sheet.column().y() + 2.6 * size, sheet.width(), row * static_cast<double>(bars.size())};
  const auto x = [&](double value) {
    return frame.x + 5 + (frame.width - 10) * (value - axis.low) / (axis.high - axis.low);
  };
  draw_scale(sheet, axis, x, frame, indicator.unit, locale);
  std::string description;
  const term::ValueFormat format{locale, indicator.unit == "1" ? "points" : indicator.unit, std::max(-low, high)};
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const ParameterDraws& parameter = *bars[i].parameter;
    const std::string meaning{locale.of(parameter.meaning_fr, parameter.meaning_en)};
    const double y = frame.y + row * static_cast<double>(i);
    const std::string label = fitted(meaning, frame.width, size);
    sheet.svg().element("rect", {{"x", frame.x},
                                 {"y", y + 0.2 * size},
                                 {"width", text_width(label, size)},
                                 {"height", 1.2 * size},
                                 {"fill", "#ffffff"}});  // lines of the scale end at words
    sheet.svg().text({frame.x, y + 1.1 * size, size, label});
    if (bars[i].hidden) {
      sheet.svg().text(
          {frame.x + 5, y + 2.5 * size, size, locale.say("page.equity.hidden"), false, Anchor::start, "#4a4a4a"});
    } else {
      draw_bar(sheet.svg(), bars[i].influence, y + 1.5 * size, 1.1 * size, x);
    }
    description += meaning + std::string{locale.of("\u00A0: ", ": ")} + format.interval(bars[i].influence) + ". ";
  }
  sheet.column().skip(frame.bottom() + 0.8 * size - sheet.column().y());
  const std::size_t replicates = design::without_missing(outcome).size();
  return sheet.finish(how_to_read(all.size(), replicates, locale), description);
}

}  // namespace essaim::plot
