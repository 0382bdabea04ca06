// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/report/rows.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <span>

#include "viz/report/both.h"
#include "viz/term/compare_view.h"
#include "viz/term/compare_words.h"
#include "viz/term/data.h"
#include "viz/term/equity_view.h"
#include "viz/term/summary_view.h"

namespace essaim::report {
namespace {

using design::Compared;
using design::Study;
using nlohmann::ordered_json;
using term::Locale;
using term::ValueFormat;
using OfIndicator = term::Comparison::OfIndicator;

std::string kind_name(design::Spread::Kind kind) {
  switch (kind) {
    case design::Spread::Kind::none:
      return "none";
    case design::Spread::Kind::rare:
      return "rare";
    case design::Spread::Kind::extremes:
      return "extremes";
    case design::Spread::Kind::interval:
      break;
  }
  return "interval";
}

/// A world's spread: median and ends in the unit that is shown, null where they may not be.
ordered_json spread_row(const design::Spread& spread, const std::string& unit) {
  const ordered_json said = term::spread_json(spread, term::counts_people(unit));
  const double factor = term::display_factor(unit);
  ordered_json row{{"kind", kind_name(spread.kind)}, {"count", spread.count}, {"occurrences", spread.occurrences}};
  row["hidden"] = said.contains("hidden");
  if (!said.contains("median")) return row;
  row["median"] = term::number_json(spread.median * factor);
  row["low"] = term::number_json(spread.low * factor);
  row["high"] = term::number_json(spread.high * factor);
  return row;
}

/// [mean, low, high] in the unit that is shown; "hidden" for a count that may not be, null where there is no value.
ordered_json estimate_row(const design::Estimate& estimate, const std::string& unit) {
  const ordered_json said = term::estimate_json(estimate, term::counts_people(unit));
  if (said.contains("hidden")) return "hidden";
  if (said["mean"].is_null()) return nullptr;
  const double factor = term::display_factor(unit);
  return {term::number_json(estimate.mean * factor), term::number_json(estimate.low * factor),
          term::number_json(estimate.high * factor)};
}

ordered_json summary_cell(const Study& study, const term::SummaryRow& row, std::size_t variant) {
  const std::string& unit = study.indicators[row.indicator].unit;
  ordered_json cell = spread_row(row.variants[variant], unit);
  cell["text"] = in_both([&](const Locale& locale) -> ordered_json {
    const ValueFormat format = term::summary_format(study, row, locale);
    return {format.spread(row.variants[variant]), format.median(row.variants[variant])};
  });
  return cell;
}

ordered_json compared_cell(const Study& study, const Compared& row, std::span<const Compared> of_variant) {
  const design::StudyIndicator& indicator = study.indicators[row.indicator];
  ordered_json cell{{"crisis", estimate_row(row.effects.crisis, indicator.unit)},
                    {"rare", term::is_rare_event(row)},
                    {"rare_everyday", term::is_rare_event_on_quiet_days(row)},
                    {"better", row.better_in},
                    {"worse", row.worse_in},
                    {"pairs", row.pairs}};
  cell["verdict"] = row.verdict ? ordered_json(std::string{design::text(*row.verdict)}) : ordered_json(nullptr);
  cell["text"] = in_both([&](const Locale& locale) -> ordered_json {
    const ValueFormat format = term::format_for(locale, indicator, of_variant);
    return {term::without_text(format, row),
            term::with_text(format, row),
            term::crisis_text(format, row),
            term::everyday_text(format, row),
            term::interaction_text(format, locale, row),
            term::better_in_text(study, row),
            term::verdict_cell(row, locale, indicator.better).text};
  });
  if (!row.resilience_without || !row.resilience_with) return cell;
  cell["resilience"] = in_both([&](const Locale& locale) -> ordered_json {
    const term::ResilienceWords words = term::resilience_words(row, locale);
    return {words.loss, words.loss_difference, words.depth, words.to_90, words.to_95, words.not_recovered};
  });
  return cell;
}

ordered_json equity_cell(const design::StudyIndicator& indicator, const design::Equity& row,
                         std::span<const design::Equity> of_variant) {
  ordered_json cell{{"groups", ordered_json::array()}};
  for (const design::GroupReading& group : row.groups) {
    ordered_json entry{{"crisis", estimate_row(group.crisis, indicator.unit)}};
    entry["text"] = in_both([&](const Locale& locale) -> ordered_json {
      return {term::effect_format(indicator, of_variant, locale).interval(group.crisis),
              group.loss_without.empty() ? "" : term::group_loss_text(group, locale)};
    });
    cell["groups"].push_back(std::move(entry));
  }
  if (!row.without || !row.with_measure) return cell;
  cell["shares"] = in_both([&](const Locale& locale) -> ordered_json {
    const term::LossWords words = term::loss_words(row, locale);
    return {words.poorest, words.richest, words.ratio, words.borne, words.draws};
  });
  return cell;
}

/// The difference between a site and the first of the file, under one variant.
ordered_json between_cell(const Study& study, const OfIndicator& of, std::size_t site, std::size_t variant) {
  const std::size_t block = (variant == 0 ? 0 : variant - 1) * study.sites.size();
  const std::span<const Compared> rows{of.rows};
  const auto numbers = [&](std::size_t s) -> const std::vector<double>& {
    const Compared& row = rows[block + s];
    return variant == 0 ? row.arms.without_in_crisis : row.arms.with_in_crisis;
  };
  const design::SiteDifference difference =
      design::between_sites(numbers(site), numbers(0), term::stand_ins_of_both(study.sites[site], study.sites.front()));
  const design::StudyIndicator& indicator = study.indicators[of.indicator];
  const design::Spread worlds = design::spread(numbers(site));
  const bool rare = term::is_rare_event(worlds, design::spread(numbers(0)));
  ordered_json cell{{"sufficient", difference.sufficient || rare}};
  cell["text"] = in_both([&](const Locale& locale) -> ordered_json {
    const ValueFormat format = term::format_for(locale, indicator, rows);
    if (site == 0) return {format.spread(worlds), "", "", ""};
    return {format.spread(worlds), term::between_text(format, locale, difference, rare),
            term::with_unit(locale, locale.number(100 * difference.stand_in_share, 0), "1"),
            term::between_sites_cell(difference, locale, rare).text};
  });
  return cell;
}

ordered_json site_row(const Study& study, const OfIndicator& of, const term::SummaryRow& summary) {
  ordered_json row;
  const std::size_t sites = study.sites.size();
  for (std::size_t v = 0; v < study.variants.size(); ++v) row["variants"].push_back(summary_cell(study, summary, v));
  row["compared"] = ordered_json::array();
  row["between"] = ordered_json::array();
  for (std::size_t v = 1; v < study.variants.size(); ++v) {
    const std::span<const Compared> block = std::span{of.rows}.subspan((v - 1) * sites, sites);
    row["compared"].push_back(compared_cell(study, block[summary.site], block));
    if (of.equity.empty()) continue;
    const std::span<const design::Equity> equity = std::span{of.equity}.subspan((v - 1) * sites, sites);
    row["equity"].push_back(equity_cell(study.indicators[of.indicator], equity[summary.site], equity));
  }
  for (std::size_t v = 0; v < study.variants.size() && !of.rows.empty(); ++v) {
    row["between"].push_back(between_cell(study, of, summary.site, v));
  }
  if (!of.best.empty()) row["best"] = of.best[summary.site];
  return row;
}

}  // namespace

ordered_json rows_json(const Study& study, std::size_t indicator) {
  std::vector<std::size_t> sites(study.sites.size());
  std::iota(sites.begin(), sites.end(), std::size_t{0});
  const OfIndicator compared = term::compared_indicator(study, indicator, true);
  ordered_json result = ordered_json::array();
  for (const term::SummaryRow& summary : term::summarise_indicator(study, indicator, sites)) {
    result.push_back(site_row(study, compared, summary));
  }
  return result;
}

}  // namespace essaim::report
