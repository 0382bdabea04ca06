// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/design/comparison.h"
#include "engine/design/spread.h"
#include "viz/core/chart.h"
#include "viz/core/chart_sheet.h"
#include "viz/core/dot_layout.h"
#include "viz/term/compare_words.h"
#include "viz/term/value_format.h"

// Sites in rows, in the file's order: effects with their intervals, and how often each variant is best.

namespace essaim::plot {
namespace {

using design::Compared;
using design::Study;
using term::Locale;

/// Why a row has no dot: how often a rare event happened, that a count is too small, that there is no value. Empty if
/// it has one.
std::string why_no_dot(const Compared& row, const std::string& unit, const term::ValueFormat& format,
                       const Locale& locale) {
  if (term::is_rare_event(row)) return term::crisis_text(format, row);
  if (row.effects.crisis.count == 0) return locale.say("page.no_value");
  const bool hidden = term::counts_people(unit) && design::is_hidden_count(row.effects.crisis.mean);
  return hidden ? locale.say("page.equity.hidden") : std::string{};
}

Dot dot_of(const design::Estimate& effect, double factor) {
  Dot dot{Sign::effect, factor * effect.mean, std::nullopt, std::nullopt};
  if (effect.has_interval()) dot.low = factor * effect.low, dot.high = factor * effect.high;
  return dot;
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
  DotChart chart{sheet.sheet(), difference_unit(indicator.unit, locale), true, Names::fitting, {}};
  std::string description;
  for (const Compared& row : rows) {
    const std::string& name = study.sites[row.site].name;
    chart.rows.push_back({name, {}, why_no_dot(row, indicator.unit, format, locale)});
    if (chart.rows.back().note.empty()) chart.rows.back().dots.push_back(dot_of(row.effects.crisis, factor));
    description += name + std::string{locale.of("\u00A0: ", ": ")} + term::crisis_text(format, row) + ". ";
  }
  sheet.put(dot_layout(chart));
  return sheet.finish(locale.say("page.effects.caption"), description);
}

std::string draw_rank(const Study& study, const ChartChoice& choice, const Locale& locale) {
  const design::StudyIndicator& indicator = study.indicators[choice.indicator];
  const design::Series series = study.load(choice.indicator);
  ChartSheet sheet{study, choice, locale};
  sheet.head(locale.say("plot.rank", {{"label", term::label_of(locale, indicator)}}), study.title);
  StripChart chart{sheet.sheet(), {}, {}};
  for (std::size_t v = 0; v < study.variants.size(); ++v) {
    chart.columns.push_back(v == 0 ? locale.say("page.short.without") : study.variants[v].shown());
  }
  std::string description;
  for (std::size_t site = 0; site < study.sites.size(); ++site) {
    const std::string& name = study.sites[site].name;
    chart.rows.push_back({name, {}});
    const std::vector<double> best = design::best_variants(study, series, choice.indicator, site);
    description += name + std::string{locale.of("\u00A0: ", ": ")};
    for (std::size_t v = 0; v < best.size(); ++v) {
      const std::string text = term::with_unit(locale, locale.number(100 * best[v], 0), "1");
      chart.rows.back().cells.push_back({text, static_cast<unsigned>(std::min(4.0, std::floor(best[v] * 5)))});
      description += chart.columns[v] + " " + text + "; ";
    }
  }
  sheet.put(strip_layout(chart));
  return sheet.finish(locale.say("page.ranks.hint"), description);
}

}  // namespace essaim::plot
