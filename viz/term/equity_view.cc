// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/equity_view.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <span>

#include "viz/term/compare_words.h"
#include "viz/term/data.h"
#include "viz/term/table.h"
#include "viz/term/value_format.h"

namespace essaim::term {
namespace {

using design::Equity;
using design::GroupReading;
using design::LossShares;
using design::Study;
using nlohmann::ordered_json;
using OfIndicator = Comparison::OfIndicator;

constexpr std::size_t screen_width = 100;
constexpr std::size_t site_width = 17;

std::span<const Equity> rows_of(const OfIndicator& of, const Study& study, std::size_t variant) {
  return std::span{of.equity}.subspan((variant - 1) * study.sites.size(), study.sites.size());
}

std::string group_label(const Study& study, std::size_t group, const Locale& locale) {
  return std::string{locale.of(study.groups[group].label_fr, study.groups[group].label_en)};
}

std::string effects_by_third(const Study& study, const OfIndicator& of, std::size_t variant, const Locale& locale,
                             Colours colours) {
  const std::vector<std::size_t> thirds = design::groups_of_kind(study, "income");
  const std::span<const Equity> rows = rows_of(of, study, variant);
  const ValueFormat format = effect_format(study.indicators[of.indicator], rows, locale);
  std::vector<Column> columns{{locale.say("column.crisis"), Align::left}};
  for (const std::size_t third : thirds) columns.push_back({group_label(study, third, locale), Align::right});
  Table table{columns};
  for (const Equity& row : rows) {
    std::vector<Cell> cells{shortened(study.sites[row.site].name, site_width)};
    for (const std::size_t third : thirds) cells.emplace_back(format.interval(row.groups[third].crisis));
    table.add(std::move(cells));
  }
  return table.text(colours);
}

std::string losses(const Study& study, const OfIndicator& of, std::size_t variant, const Locale& locale,
                   Colours colours) {
  Table table{{{locale.say("equity.loss"), Align::left},
               {locale.say("equity.poorest"), Align::right},
               {locale.say("equity.richest"), Align::right},
               {locale.say("equity.ratio"), Align::right},
               {locale.say("equity.borne"), Align::right},
               {locale.say("equity.draws"), Align::right}}};
  for (const Equity& row : rows_of(of, study, variant)) {
    if (!row.without || !row.with_measure) continue;
    const LossWords words = loss_words(row, locale);
    table.add({shortened(study.sites[row.site].name, site_width), words.poorest, words.richest, words.ratio,
               words.borne, words.draws});
  }
  return table.rows() > 0 ? table.text(colours) : "";
}

/// One site: a row for each group, kinds one after the other.
std::string groups_table(const Study& study, const Equity& row, const ValueFormat& format, const Locale& locale,
                         Colours colours) {
  Table table{{{study.sites[row.site].name, Align::left},
               {locale.say("column.crisis"), Align::right},
               {locale.say("column.loss"), Align::right}}};
  for (const std::string_view kind : design::kinds_of_groups(study)) {
    for (const std::size_t group : design::groups_of_kind(study, kind)) {
      const GroupReading& reading = row.groups[group];
      table.add({group_label(study, group, locale), format.interval(reading.crisis), group_loss_text(reading, locale)});
    }
  }
  return table.text(colours);
}

ordered_json shares_json(const LossShares& shares) {
  return {{"loss_days_poorest", estimate_json(shares.poorest, false)},
          {"loss_days_richest", estimate_json(shares.richest, false)},
          {"ratio", shares.ratio ? ordered_json(*shares.ratio) : ordered_json(nullptr)},
          {"borne_by_poorest", spread_json(shares.borne_by_poorest, false)}};
}

}  // namespace

ValueFormat effect_format(const design::StudyIndicator& indicator, std::span<const Equity> rows, const Locale& locale) {
  double largest = 0;
  for (const Equity& row : rows) {
    for (const GroupReading& group : row.groups) {
      if (std::isfinite(group.crisis.mean)) largest = std::max(largest, std::fabs(group.crisis.mean));
    }
  }
  return {locale, indicator.unit, largest};
}

std::string equity_block(const Study& study, const OfIndicator& of, std::size_t variant, const Locale& locale,
                         Colours colours) {
  if (of.equity.empty() || design::groups_of_kind(study, "income").empty()) return "";
  const std::string label = label_of(locale, study.indicators[of.indicator]);
  return "\n" + painted(locale.say("role.equity"), Tone::strong, colours) + "  " +
         locale.say("compare.equity", {{"label", label}}) + "\n" +
         effects_by_third(study, of, variant, locale, colours) + losses(study, of, variant, locale, colours);
}

std::string compare_groups_text(const Study& study, const Comparison& comparison, const Locale& locale,
                                Colours colours) {
  std::string text = study_header(study, locale, colours);
  if (study.variants.size() < 2) return text + "\n" + locale.say("compare.no_variant") + "\n";
  bool any = false;
  for (std::size_t variant = 1; variant < study.variants.size(); ++variant) {
    const design::StudyVariant& named = study.variants[variant];
    for (const OfIndicator& of : comparison.indicators) {
      if (of.equity.empty()) continue;
      any = true;
      const design::StudyIndicator& indicator = study.indicators[of.indicator];
      text += "\n" +
              painted(locale.say("compare.variant", {{"name", named.name}, {"title", named.title}}), Tone::strong,
                      colours) +
              "\n" + label_of(locale, indicator) + " (" + unit_and_side(locale, indicator) + ")\n";
      const std::span<const Equity> rows = rows_of(of, study, variant);
      const ValueFormat format = effect_format(study.indicators[of.indicator], rows, locale);
      for (const Equity& row : rows) text += "\n" + groups_table(study, row, format, locale, colours);
    }
  }
  if (!any) return text + "\n" + locale.say("compare.no_groups") + "\n";
  return text + "\n" + painted(wrapped(locale.say("compare.groups_note"), screen_width), Tone::faint, colours) + "\n" +
         painted(wrapped(uncertainty_sentence(study, locale), screen_width), Tone::faint, colours) + "\n";
}

ordered_json equity_json(const Study& study, const Equity& row, bool counts_people) {
  ordered_json result{{"site", study.sites[row.site].id},
                      {"variant", study.variants[row.variant].name},
                      {"groups", ordered_json::array()}};
  for (const GroupReading& reading : row.groups) {
    const design::StudyGroup& group = study.groups[reading.group];
    ordered_json entry{
        {"group", group.name}, {"kind", group.kind}, {"crisis", estimate_json(reading.crisis, counts_people)}};
    if (!reading.loss_without.empty()) {
      entry["loss_days_without"] = estimate_json(design::mean_interval(reading.loss_without), false);
      entry["loss_days_with"] = estimate_json(design::mean_interval(reading.loss_with), false);
    }
    result["groups"].push_back(std::move(entry));
  }
  if (row.without) result["thirds_without"] = shares_json(*row.without);
  if (row.with_measure) result["thirds_with"] = shares_json(*row.with_measure);
  return result;
}

}  // namespace essaim::term
