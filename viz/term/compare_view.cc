// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/compare_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "viz/term/compare_words.h"
#include "viz/term/equity_view.h"
#include "viz/term/quality.h"
#include "viz/term/table.h"
#include "viz/term/value_format.h"

namespace essaim::term {
namespace {

using design::Compared;
using design::Study;
using OfIndicator = Comparison::OfIndicator;

constexpr std::size_t screen_width = 100;
constexpr std::size_t site_width = 16;

std::span<const Compared> rows_of(const OfIndicator& of, const Study& study, std::size_t variant) {
  return std::span{of.rows}.subspan((variant - 1) * study.sites.size(), study.sites.size());
}

Cell site_cell(const Study& study, std::size_t site) { return shortened(study.sites[site].name, site_width); }

std::string heading(const std::string& role, const std::string& rest, Colours colours) {
  return "\n" + painted(role, Tone::strong, colours) + "  " + rest + "\n";
}

/// The full table of one indicator and variant: levels, three effects, answer.
std::string effects_table(const Study& study, std::span<const Compared> rows, const Locale& locale, Colours colours) {
  const design::StudyIndicator& indicator = study.indicators[rows.front().indicator];
  const ValueFormat format = format_for(locale, indicator, rows);
  Table table{{{locale.say("column.site"), Align::left},
               {locale.say("column.without"), Align::right},
               {locale.say("column.with"), Align::right},
               {locale.say("column.crisis"), Align::right},
               {locale.say("column.everyday"), Align::right},
               {locale.say("column.interaction"), Align::right},
               {locale.say("column.better_in"), Align::right},
               {locale.say("column.answer"), Align::left}}};
  for (const Compared& row : rows) {
    table.add({site_cell(study, row.site), without_text(format, row), with_text(format, row), crisis_text(format, row),
               everyday_text(format, row), interaction_text(format, locale, row), better_in_text(study, row),
               verdict_cell(row, locale, indicator.better)});
  }
  return table.text(colours);
}

/// "Effect: 6 of 10 sites; no effect: 1; undecided: 3."
std::string answers_sentence(std::span<const Compared> rows, const Locale& locale) {
  std::array<std::size_t, 3> counts{};
  for (const Compared& row : rows) {
    if (row.verdict) ++counts[static_cast<std::size_t>(*row.verdict)];
  }
  if (counts[0] + counts[1] + counts[2] == 0) return "";
  return locale.say("compare.answers", {{"effect", std::to_string(counts[0])},
                                        {"no_effect", std::to_string(counts[1])},
                                        {"undecided", std::to_string(counts[2])},
                                        {"sites", locale.count("header.sites", rows.size())}}) +
         "\n" + (counts[2] > 0 ? locale.say("compare.more_draws") + "\n" : "");
}

/// One row in words, as it is read aloud.
std::string frequency_sentence(const Study& study, const Compared& row, const Locale& locale) {
  if (!has_better_side(study, row)) return "";
  return wrapped(locale.say(study.fixed_parameters ? "compare.frequency_chance" : "compare.frequency",
                            {{"site", study.sites[row.site].name},
                             {"count", std::to_string(row.better_in)},
                             {"runs", std::to_string(row.pairs)}}),
                 screen_width) +
         "\n";
}

std::string full_block(const Study& study, const OfIndicator& of, std::size_t variant, const Locale& locale,
                       Colours colours) {
  const design::StudyIndicator& indicator = study.indicators[of.indicator];
  const std::span<const Compared> rows = rows_of(of, study, variant);
  std::string title = label_of(locale, indicator) + " (" + unit_and_side(locale, indicator) + ")";
  if (indicator.aim != Aim::none) title = locale.say("aim." + std::string{essaim::text(indicator.aim)}) + ", " + title;
  if (indicator.primary && study.matters) {
    title += locale.say("compare.matters", {{"matters", matters_text(study, indicator, locale)}});
  }
  std::string text = heading(locale.say(indicator.primary ? "role.primary" : "role.exploratory"), title, colours);
  text += effects_table(study, rows, locale, colours) + answers_sentence(rows, locale);
  return text + frequency_sentence(study, rows.front(), locale);
}

/// Indicators that were not asked for, side by side: one column each, so that each aim is seen.
std::string added_block(const Study& study, std::span<const OfIndicator* const> added, std::size_t variant,
                        const Locale& locale, Colours colours) {
  if (added.empty()) return "";
  std::string text = heading(locale.say("role.exploratory"), locale.say("compare.exploratory_rest"), colours);
  std::vector<Column> columns{{locale.say("column.site"), Align::left}};
  for (const OfIndicator* of : added) {
    const design::StudyIndicator& indicator = study.indicators[of->indicator];
    const std::string aim = locale.say("aim." + std::string{essaim::text(indicator.aim)});
    text += "  " + padded(aim, 12, Align::left) + label_of(locale, indicator) + " (" +
            unit_and_side(locale, indicator) + ")\n";
    columns.push_back({aim, Align::right});
  }
  Table table{columns};
  for (std::size_t site = 0; site < study.sites.size(); ++site) {
    std::vector<Cell> cells{site_cell(study, site)};
    for (const OfIndicator* of : added) {
      const std::span<const Compared> rows = rows_of(*of, study, variant);
      cells.emplace_back(crisis_text(format_for(locale, study.indicators[of->indicator], rows), rows[site]));
    }
    table.add(std::move(cells));
  }
  return text + table.text(colours);
}

/// The performance curve to read for resilience: an indicator of that aim, else the first that can be read so.
const OfIndicator* performance_curve(const Study& study, const Comparison& comparison) {
  const OfIndicator* found = nullptr;
  for (const OfIndicator& of : comparison.indicators) {
    if (of.rows.empty() || !of.rows.front().resilience_without) continue;
    if (study.indicators[of.indicator].aim == Aim::resilience) return &of;
    if (found == nullptr) found = &of;
  }
  return found;
}

std::string resilience_block(const Study& study, const Comparison& comparison, std::size_t variant,
                             const Locale& locale, Colours colours) {
  const OfIndicator* of = performance_curve(study, comparison);
  if (of == nullptr) return "";
  const design::StudyIndicator& indicator = study.indicators[of->indicator];
  std::string text = heading(locale.say("role.resilience"),
                             locale.say("compare.resilience", {{"label", label_of(locale, indicator)}}), colours);
  Table table{{{locale.say("column.site"), Align::left},
               {locale.say("column.loss"), Align::right},
               {locale.say("column.loss_difference"), Align::right},
               {locale.say("column.depth"), Align::right},
               {locale.say("column.to_90"), Align::right},
               {locale.say("column.to_95"), Align::right},
               {locale.say("column.not_recovered"), Align::right}}};
  for (const Compared& row : rows_of(*of, study, variant)) {
    if (!row.resilience_without || !row.resilience_with) continue;
    const ResilienceWords words = resilience_words(row, locale);
    table.add({site_cell(study, row.site), words.loss, words.loss_difference, words.depth, words.to_90, words.to_95,
               words.not_recovered});
  }
  return table.rows() > 0 ? text + table.text(colours) : "";
}

/// With several measures: how often each is the best of its site.
std::string ranks_block(const Study& study, const OfIndicator& of, const Locale& locale, Colours colours) {
  if (study.variants.size() < 3 || of.best.empty() || of.best.front().empty()) return "";
  const std::string label = label_of(locale, study.indicators[of.indicator]);
  std::vector<Column> columns{{locale.say("column.site"), Align::left}};
  for (const design::StudyVariant& variant : study.variants) columns.push_back({variant.name, Align::right});
  Table table{columns};
  for (std::size_t site = 0; site < study.sites.size(); ++site) {
    std::vector<Cell> cells{site_cell(study, site)};
    for (const double share : of.best[site]) {
      cells.emplace_back(with_unit(locale, locale.number(100 * share, 0), "1"));
    }
    cells.resize(columns.size(), Cell{""});
    table.add(std::move(cells));
  }
  return heading(locale.say("role.best"), locale.say("compare.best", {{"label", label}}), colours) +
         table.text(colours);
}

std::string notes(const Study& study, const Locale& locale, Colours colours) {
  const auto line = [&](const std::string& sentence) {
    return painted(wrapped(sentence, screen_width), Tone::faint, colours) + "\n";
  };
  std::string text =
      "\n" + line(locale.say("compare.how_to_read",
                             {{"window", locale.say(study.shock_day ? "window.crisis" : "window.all")}}));
  text += line(uncertainty_sentence(study, locale));
  return text + quality_of_sites(study, locale);
}

std::string variant_blocks(const Study& study, const Comparison& comparison, std::size_t variant, const Locale& locale,
                           Colours colours) {
  const design::StudyVariant& named = study.variants[variant];
  std::string text =
      "\n" +
      painted(locale.say("compare.variant", {{"name", named.name}, {"title", named.title}}), Tone::strong, colours) +
      "\n";
  std::vector<const OfIndicator*> added;
  for (const OfIndicator& of : comparison.indicators) {
    if (of.asked) {
      text += full_block(study, of, variant, locale, colours);
      text += equity_block(study, of, variant, locale, colours);
    } else {
      added.push_back(&of);
    }
  }
  text += added_block(study, added, variant, locale, colours);
  return text + resilience_block(study, comparison, variant, locale, colours);
}

}  // namespace

OfIndicator compared_indicator(const Study& study, std::size_t indicator, bool asked) {
  OfIndicator of{indicator, asked, design::compare(study, indicator), {}, {}};
  if (asked) of.equity = design::equity(study, indicator);
  const design::Series series = study.load(indicator);
  for (std::size_t site = 0; site < study.sites.size(); ++site) {
    of.best.push_back(design::best_variants(study, series, indicator, site));
  }
  return of;
}

Comparison comparison_of(const Study& study, const CompareRequest& request) {
  const std::vector<std::size_t> shown = design::shown_indicators(study, request.indicators);
  const auto is_asked = [&](std::size_t i) {
    const auto& named = request.indicators;
    return named.empty() ? study.indicators[i].primary : std::find(named.begin(), named.end(), i) != named.end();
  };
  Comparison comparison;
  for (const std::size_t i : shown) {
    comparison.indicators.push_back(compared_indicator(study, i, is_asked(i)));
  }
  return comparison;
}

std::string compare_text(const Study& study, const Comparison& comparison, const Locale& locale, Colours colours) {
  std::string text = study_header(study, locale, colours);
  if (study.variants.size() < 2) return text + "\n" + locale.say("compare.no_variant") + "\n";
  for (std::size_t variant = 1; variant < study.variants.size(); ++variant) {
    text += variant_blocks(study, comparison, variant, locale, colours);
  }
  for (const OfIndicator& of : comparison.indicators) {
    if (of.asked) text += ranks_block(study, of, locale, colours);
  }
  return text + notes(study, locale, colours);
}

}  // namespace essaim::term
