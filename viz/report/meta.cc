// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/report/meta.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "engine/design/comparison.h"
#include "viz/report/both.h"
#include "viz/term/cite_view.h"
#include "viz/term/compare_view.h"
#include "viz/term/compare_words.h"
#include "viz/term/data.h"
#include "viz/term/duration.h"
#include "viz/term/fit_view.h"
#include "viz/term/quality.h"
#include "viz/term/source_text.h"
#include "viz/term/value_format.h"

namespace essaim::report {
namespace {

using design::Study;
using nlohmann::ordered_json;
using term::Locale;

/// First parts of the keys whose sentences the page uses.
constexpr std::array page_keys =
    std::to_array<std::string_view>({"page", "unit", "theme", "mark", "aim", "better", "column", "equity", "sites",
                                     "warning", "header", "count", "fields"});

ordered_json words_json() {
  return in_both([](const Locale& locale) {
    ordered_json words;
    for (const std::string& key : locale.keys()) {
      const std::string_view first = std::string_view{key}.substr(0, key.find('.'));
      if (std::ranges::find(page_keys, first) != page_keys.end()) words[key] = locale.unfilled(key);
    }
    return words;
  });
}

ordered_json actions_json(const Study& study, const std::string& variant) {
  ordered_json actions = ordered_json::array();
  for (const design::StudyAction& action : study.actions) {
    if (action.variant != variant) continue;
    const std::optional<double> days = term::duration_days(action.duration);
    actions.push_back(
        {{"label", {{"fr", action.label_fr}, {"en", action.label_en}}},
         {"start", action.start.text()},
         {"day", action.start.days_since_1970() - study.start.days_since_1970()},
         {"days", days ? ordered_json(*days) : ordered_json(nullptr)},
         {"duration", in_both([&](const Locale& locale) { return term::duration_text(locale, action.duration); })}});
  }
  return actions;
}

ordered_json sites_json(const Study& study) {
  ordered_json sites = ordered_json::array();
  for (const design::StudySite& site : study.sites) {
    ordered_json quality = ordered_json::array();
    for (const design::StudyQuality& theme : site.quality) {
      quality.push_back({{"theme", theme.theme}, {"mark", theme.mark}, {"stand_in_share", theme.stand_in_share}});
    }
    sites.push_back({{"id", site.id},
                     {"name", site.name},
                     {"insee", site.insee},
                     {"illustration", site.illustration},
                     {"stand_in_share", site.stand_in_share},
                     {"quality", std::move(quality)},
                     {"credits", site.credits}});
    sites.back()["quality_text"] = in_both(
        [&](const Locale& locale) { return term::quality_sentence(site.quality, site.stand_in_share, locale); });
  }
  return sites;
}

ordered_json indicators_json(const Study& study) {
  const std::vector<std::size_t> shown = design::shown_indicators(study, {});
  ordered_json indicators = ordered_json::array();
  for (std::size_t i = 0; i < study.indicators.size(); ++i) {
    const design::StudyIndicator& indicator = study.indicators[i];
    indicators.push_back({{"name", indicator.name},
                          {"unit", indicator.unit},
                          {"label", in_both([&](const Locale& locale) { return term::label_of(locale, indicator); })},
                          {"meaning", {{"fr", indicator.meaning_fr}, {"en", indicator.meaning_en}}},
                          {"better", essaim::text(indicator.better)},
                          {"aim", essaim::text(indicator.aim)},
                          {"primary", indicator.primary},
                          {"shown", std::ranges::find(shown, i) != shown.end()},
                          {"reading", design::text(design::reduction_of(indicator))}});
    if (!indicator.primary || !study.matters) continue;
    indicators.back()["matters"] =
        in_both([&](const Locale& locale) { return term::matters_text(study, indicator, locale); });
  }
  return indicators;
}

ordered_json groups_json(const Study& study) {
  ordered_json groups = ordered_json::array();
  for (const design::StudyGroup& group : study.groups) {
    groups.push_back(
        {{"name", group.name}, {"kind", group.kind}, {"label", {{"fr", group.label_fr}, {"en", group.label_en}}}});
  }
  return groups;
}

ordered_json variants_json(const Study& study) {
  ordered_json variants = ordered_json::array();
  for (std::size_t v = 0; v < study.variants.size(); ++v) {
    const design::StudyVariant& variant = study.variants[v];
    variants.push_back({{"name", variant.name},
                        {"title", variant.shown()},
                        {"measures", v == 0 ? ordered_json::array() : actions_json(study, variant.name)}});
  }
  return variants;
}

ordered_json parameters_json(const record::ResultsHeader& header) {
  ordered_json parameters = ordered_json::array();
  for (const record::ParameterRow& row : header.parameters) {
    if (row.role == "constant") continue;
    parameters.push_back(
        {{"name", row.name},
         {"unit", term::parameter_unit(row.unit, row.allowed_low, row.allowed_high)},
         {"meaning", {{"fr", row.meaning_fr}, {"en", row.meaning_en}}},
         {"source", in_both([&](const Locale& locale) { return term::source_text(locale, row.source); })},
         {"low", term::number_json(row.plausible_low)},
         {"high", term::number_json(row.plausible_high)}});
  }
  return parameters;
}

ordered_json fit_json(const design::StudySite& site) {
  return in_both([&](const Locale& locale) -> ordered_json {
    const term::FitWords words = term::fit_words(site, locale);
    ordered_json rows = ordered_json::array();
    for (const term::FitRow& row : words.rows) rows.push_back({row.margin, row.known, row.drawn, row.gap});
    return {{"rows", std::move(rows)}, {"guessed", words.guessed}};
  });
}

}  // namespace

ordered_json meta_json(const Study& study, const record::ResultsHeader& header, term::Language language) {
  ordered_json meta{{"language", term::text(language)},
                    {"title", study.title},
                    {"narrative", header.narrative},
                    {"license", study.license},
                    {"version", study.engine_version},
                    {"commit", study.git_commit},
                    {"created", study.created_utc},
                    {"scenario_sha256", study.scenario_sha256},
                    {"result_sha256", study.result_sha256},
                    {"seed", std::to_string(study.seed)},
                    {"command", header.command_line},
                    {"start", study.start.text()},
                    {"days", study.days},
                    {"replicates", study.replicates},
                    {"failed", study.failed},
                    {"fixed_parameters", study.fixed_parameters}};
  meta["shock_day"] = study.shock_day ? ordered_json(*study.shock_day) : ordered_json(nullptr);
  meta["uncertainty"] = in_both([&](const Locale& locale) { return term::uncertainty_sentence(study, locale); });
  meta["sites"] = sites_json(study);
  meta["variants"] = variants_json(study);
  meta["shocks"] = actions_json(study, "");
  meta["indicators"] = indicators_json(study);
  meta["groups"] = groups_json(study);
  meta["words"] = words_json();
  return meta;
}

ordered_json annex_json(const Study& study, const record::ResultsHeader& header) {
  ordered_json annex{
      {"parameters", parameters_json(header)}, {"fit", ordered_json::array()}, {"scenario", header.scenario_toml}};
  for (const design::StudySite& site : study.sites) annex["fit"].push_back(fit_json(site));
  annex["cite"] = in_both([&](const Locale& locale) { return term::cite_text(study, locale); });
  return annex;
}

}  // namespace essaim::report
