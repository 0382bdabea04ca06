// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/design/comparison.h"
#include "engine/design/influence.h"
#include "engine/design/spread.h"
#include "viz/core/chart.h"
#include "viz/core/chart_sheet.h"
#include "viz/core/dot_layout.h"
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

/// Full if its interval lies on one side of zero, else hollow.
Dot bar_of(const Estimate& influence) {
  Dot bar{design::is_established(influence) ? Sign::full_bar : Sign::hollow_bar, influence.mean, std::nullopt,
          std::nullopt};
  if (influence.has_interval()) bar.low = influence.low, bar.high = influence.high;
  return bar;
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
  double largest = 0;
  for (const Bar& bar : bars) {
    if (bar.hidden) continue;
    largest = std::max(largest, std::fabs(bar.influence.mean));
    if (bar.influence.has_interval()) largest = std::max({largest, -bar.influence.low, bar.influence.high});
  }
  const term::ValueFormat format{locale, indicator.unit == "1" ? "points" : indicator.unit, largest};
  DotChart chart{sheet.sheet(), difference_unit(indicator.unit, locale), true, Names::above, {}};
  std::string description;
  for (const Bar& bar : bars) {
    const std::string meaning{locale.of(bar.parameter->meaning_fr, bar.parameter->meaning_en)};
    chart.rows.push_back({meaning, {}, locale.say("page.equity.hidden")});
    if (!bar.hidden) chart.rows.back().dots.push_back(bar_of(bar.influence));
    description += meaning + std::string{locale.of("\u00A0: ", ": ")} + format.interval(bar.influence) + ". ";
  }
  sheet.put(dot_layout(chart));
  const std::size_t replicates = design::without_missing(outcome).size();
  return sheet.finish(how_to_read(all.size(), replicates, locale), description);
}

}  // namespace essaim::plot
