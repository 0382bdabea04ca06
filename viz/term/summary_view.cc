// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/summary_view.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

#include "viz/term/compare_view.h"
#include "viz/term/data.h"
#include "viz/term/fit_view.h"
#include "viz/term/quality.h"
#include "viz/term/table.h"
#include "viz/term/value_format.h"

namespace essaim::term {
namespace {

using design::Study;

constexpr std::size_t screen_width = 100;
constexpr std::size_t curve_width = 16;
constexpr std::size_t label_width = 40;

std::vector<double> daily_median(const design::Series& series, std::size_t point) {
  std::vector<double> result;
  for (std::size_t day = 0; day < series.days; ++day) {
    std::vector<double> draws;
    for (std::size_t r = 0; r < series.replicates; ++r) draws.push_back(series.days_of(point, r)[day]);
    result.push_back(design::quantile(draws, 0.5));
  }
  return result;
}

SummaryRow summarise_one(const Study& study, const design::Series& series, std::size_t indicator, std::size_t site) {
  const design::StudyIndicator& info = study.indicators[indicator];
  SummaryRow row{indicator, site, {}, {}, {}, {}};
  std::vector<double> baseline;
  for (std::size_t variant = 0; variant < study.variants.size(); ++variant) {
    const auto point = study.point(site, variant, design::StudyArm::shocks);
    std::vector<double> numbers(study.replicates, std::numeric_limits<double>::quiet_NaN());
    if (point) numbers = design::reduced(study, series, *point, design::reduction_of(info));
    if (variant == 0) baseline = numbers;
    if (variant == 0 && point) row.daily = daily_median(series, *point);
    row.variants.push_back(design::spread(numbers));
    const auto count = [&](design::Direction wanted) {
      const std::vector<double> all = design::differences(numbers, baseline);
      return static_cast<std::size_t>(
          std::count_if(all.begin(), all.end(), [&](double d) { return design::direction(d, info.better) == wanted; }));
    };
    row.better_in.push_back(count(design::Direction::better));
    row.worse_in.push_back(count(design::Direction::worse));
  }
  return row;
}

std::vector<std::size_t> primary_first(const Study& study) {
  std::vector<std::size_t> order(study.indicators.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return study.indicators[i].primary; });
  return order;
}

double largest_of(const SummaryRow& row) {
  double largest = 0;
  for (const design::Spread& spread : row.variants) {
    if (std::isfinite(spread.median)) largest = std::max(largest, std::fabs(spread.median));
  }
  return largest;
}

/// "better 14/20": the commoner of the two directions, in words.
Cell words_cell(const SummaryRow& row, std::size_t variant, const Locale& locale) {
  const std::size_t better = row.better_in[variant];
  const std::size_t worse = row.worse_in[variant];
  const std::size_t count = row.variants[variant].count;
  if (count == 0) return {locale.number(std::nan(""), 0), Tone::faint};
  if (better == 0 && worse == 0) return {locale.say("summary.same"), Tone::faint};
  const bool mostly_better = better >= worse;
  return {locale.say(mostly_better ? "summary.better" : "summary.worse",
                     {{"count", std::to_string(mostly_better ? better : worse)}, {"runs", std::to_string(count)}}),
          mostly_better ? Tone::good : Tone::bad};
}

std::string indicators_table(const Study& study, const std::vector<const SummaryRow*>& rows, const Locale& locale,
                             Colours colours) {
  std::vector<Column> columns{{locale.say("column.indicator"), Align::left},
                              {locale.say("column.baseline"), Align::right}};
  for (std::size_t v = 1; v < study.variants.size(); ++v) {
    columns.push_back({study.variants[v].name, Align::right});
    columns.push_back({locale.say("column.in_words"), Align::left});
  }
  columns.push_back({locale.say("column.curve"), Align::left});
  Table table{columns};
  for (const SummaryRow* row : rows) {
    const design::StudyIndicator& indicator = study.indicators[row->indicator];
    const ValueFormat format = summary_format(study, *row, locale);
    const std::string mark = indicator.primary ? "* " : "  ";
    const std::string unit = unit_text(locale, indicator.unit);
    std::vector<Cell> cells{
        {mark + shortened(label_of(locale, indicator), label_width) + (unit.empty() ? "" : " (" + unit + ")")},
        format.spread(row->variants[0])};
    for (std::size_t v = 1; v < row->variants.size(); ++v) {
      cells.emplace_back(format.spread(row->variants[v]));
      cells.push_back(indicator.better == Better::neither ? Cell{""} : words_cell(*row, v, locale));
    }
    cells.emplace_back(sparkline(row->daily, curve_width));
    table.add(std::move(cells));
  }
  return table.text(colours);
}

/// The primary indicators as sentences, for reading aloud.
std::string sentences(const Study& study, const std::vector<const SummaryRow*>& rows, const Locale& locale) {
  std::string text;
  for (const SummaryRow* row : rows) {
    const design::StudyIndicator& indicator = study.indicators[row->indicator];
    if (!indicator.primary) continue;
    const ValueFormat format = summary_format(study, *row, locale);
    for (std::size_t v = 1; v < row->variants.size(); ++v) {
      const design::StudyVariant& variant = study.variants[v];
      text += wrapped(locale.say(study.fixed_parameters ? "summary.sentence_chance" : "summary.sentence",
                                 {{"variant", variant.shown()},
                                  {"label", label_of(locale, indicator)},
                                  {"with", format.level(row->variants[v], indicator.unit)},
                                  {"without", format.level(row->variants[0], indicator.unit)},
                                  {"count", std::to_string(row->better_in[v])},
                                  {"runs", std::to_string(row->variants[v].count)}}),
                      screen_width, 2) +
              "\n";
    }
  }
  return text;
}

std::string fit_text(const design::StudySite& site, const Locale& locale, Colours colours) {
  const FitWords words = fit_words(site, locale);
  Table table{{{locale.say("column.margin"), Align::left},
               {locale.say("column.known"), Align::right},
               {locale.say("column.drawn"), Align::right},
               {locale.say("column.gap"), Align::right}}};
  for (const FitRow& row : words.rows) table.add({row.margin, row.known, row.drawn, row.gap});
  std::string text;
  if (table.rows() > 0) text += locale.say("summary.fit") + "\n" + table.text(colours, 2);
  if (words.guessed.empty()) return text;
  return text + wrapped(locale.say("summary.fit_guessed", {{"margins", words.guessed}}), screen_width, 2) + "\n";
}

/// Ties and roads as drawn, on average over replicates.
std::string structure_text(const design::StudySite& site, const Locale& locale) {
  const auto number = [&](std::string_view name, int decimals) {
    for (const design::StudyTrait& trait : site.traits) {
      if (trait.name == name) return locale.number(trait.mean, decimals);
    }
    return std::string{};
  };
  if (number("ties.degree", 1).empty() || number("roads.length", 0).empty()) return {};
  const std::string text = locale.say("summary.structure", {{"ties", number("ties.degree", 1)},
                                                            {"clustering", number("ties.clustering", 2)},
                                                            {"roads", number("roads.length", 0)},
                                                            {"degree", number("roads.degree", 1)}});
  return wrapped(text, screen_width, 2) + "\n";
}

std::string quality_text(const design::StudySite& site, const Locale& locale) {
  const std::string sentence = quality_sentence(site.quality, site.stand_in_share, locale);
  return sentence.empty() ? "" : wrapped(sentence, screen_width, 2) + "\n";
}

std::string site_text(const Study& study, std::size_t index, const std::vector<const SummaryRow*>& rows,
                      const Locale& locale, Colours colours) {
  const design::StudySite& site = study.sites[index];
  std::string text = "\n" + painted(site.name, Tone::strong, colours) + " (" + site.insee + ")";
  if (site.illustration) text += std::string{locale.of(" : ", ": ")} + locale.say("warning.illustration");
  text += "\n" + indicators_table(study, rows, locale, colours) + sentences(study, rows, locale);
  return text + fit_text(site, locale, colours) + structure_text(site, locale) + quality_text(site, locale);
}

}  // namespace

ValueFormat summary_format(const Study& study, const SummaryRow& row, const Locale& locale) {
  return {locale, study.indicators[row.indicator].unit, largest_of(row)};
}

std::vector<SummaryRow> summarise_indicator(const Study& study, std::size_t indicator,
                                            const std::vector<std::size_t>& sites) {
  const design::Series series = study.load(indicator);  // one at a time: results need not fit in memory
  std::vector<SummaryRow> rows;
  for (const std::size_t site : sites) rows.push_back(summarise_one(study, series, indicator, site));
  return rows;
}

std::vector<SummaryRow> summarise(const Study& study, const std::vector<std::size_t>& sites) {
  std::vector<SummaryRow> rows;
  for (const std::size_t indicator : primary_first(study)) {
    std::ranges::move(summarise_indicator(study, indicator, sites), std::back_inserter(rows));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const SummaryRow& a, const SummaryRow& b) { return a.site < b.site; });
  return rows;
}

std::string summary_text(const Study& study, const std::vector<SummaryRow>& rows, const Locale& locale,
                         Colours colours) {
  std::string text = study_header(study, locale, colours);
  for (std::size_t site = 0; site < study.sites.size(); ++site) {
    std::vector<const SummaryRow*> here;
    for (const SummaryRow& row : rows) {
      if (row.site == site) here.push_back(&row);
    }
    if (!here.empty()) text += site_text(study, site, here, locale, colours);
  }
  const std::string window = locale.say(study.shock_day ? "window.crisis" : "window.all");
  text += "\n" + wrapped(locale.say("summary.how_to_read", {{"window", window}}), screen_width) + "\n";
  return text + wrapped(uncertainty_sentence(study, locale), screen_width) + "\n";
}

std::string summary_json(const Study& study, const std::vector<SummaryRow>& rows) {
  nlohmann::ordered_json result = study_json(study);
  result["rows"] = nlohmann::ordered_json::array();
  for (const SummaryRow& row : rows) {
    const design::StudyIndicator& indicator = study.indicators[row.indicator];
    const bool people = counts_people(indicator.unit);
    nlohmann::ordered_json entry{{"site", study.sites[row.site].id},
                                 {"indicator", indicator.name},
                                 {"unit", indicator.unit},
                                 {"role", indicator.primary ? "primary" : "exploratory"}};
    for (std::size_t v = 0; v < row.variants.size(); ++v) {
      nlohmann::ordered_json variant = spread_json(row.variants[v], people);
      variant["better_in"] = row.better_in[v];
      variant["worse_in"] = row.worse_in[v];
      entry["variants"][study.variants[v].name] = std::move(variant);
    }
    result["rows"].push_back(std::move(entry));
  }
  for (std::size_t s = 0; s < study.sites.size(); ++s) {
    for (const design::StudyFit& fit : study.sites[s].fit) {
      result["sites"][s]["fit"].push_back({{"margin", fit.margin},
                                           {"unit", fit.unit},
                                           {"target", number_json(fit.target)},
                                           {"drawn", number_json(fit.drawn)},
                                           {"sourced", fit.sourced}});
    }
    for (const design::StudyTrait& trait : study.sites[s].traits) {
      result["sites"][s]["structure"].push_back(
          {{"trait", trait.name}, {"unit", trait.unit}, {"mean", number_json(trait.mean)}});
    }
    for (const design::StudyQuality& quality : study.sites[s].quality) {
      result["sites"][s]["quality"][quality.theme] = quality.mark;
    }
  }
  return result.dump(2) + "\n";
}

}  // namespace essaim::term
