// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "models/catalogue/catalogue.h"
#include "models/commune/commune.h"
#include "models/commune/farm_types.h"
#include "models/commune/grid_homes.h"
#include "scenarios/cli/reference.h"
#include "scenarios/cli/results_file.h"
#include "scenarios/cli/results_header.h"
#include "scenarios/reader/pilot_files.h"
#include "scenarios/reader/quantity_text.h"
#include "viz/term/quality.h"

namespace essaim::cli {
namespace {

using catalogue::Scenario;
using commune::FigureId;
using commune::Site;
using term::Locale;
constexpr auto line = ReferenceColumn::Size::line;

ReferenceColumn column(const Locale& locale, const std::string& key,
                       ReferenceColumn::Size size = ReferenceColumn::Size::cell) {
  return {key, locale.say("describe." + key), size};
}

std::string joined(const std::vector<std::string>& texts) {
  std::string result;
  for (const std::string& text : texts) result.append(result.empty() ? "" : ", ").append(text);
  return result;
}

std::string duration_text(Duration duration) {
  const std::int64_t seconds = duration.count();
  return seconds % 86'400 == 0 ? fmt::format("{} days", seconds / 86'400) : fmt::format("{} h", seconds / 3'600);
}

/// "heatwave, 2026-07-10, 12 days: peak_temperature = 39 degC".
std::vector<std::string> action_row(const catalogue::Action& action, const commune::ActionInfo& info,
                                    const Scenario& scenario, const Locale& locale) {
  const std::string_view label = locale.of(info.label.fr, info.label.en);
  return {std::string{info.name}, Calendar{scenario.start}.date(action.start).text(), duration_text(action.duration),
          action.title.empty() ? std::string{label} : action.title, settings_text(action, info)};
}

ReferenceTable actions_table(const std::string& key, const std::string& title,
                             const std::vector<catalogue::Action>& actions, std::span<const commune::ActionInfo> infos,
                             const Scenario& scenario, const Locale& locale) {
  ReferenceTable table{key,
                       title,
                       "",
                       {column(locale, "kind"), column(locale, "start"), column(locale, "duration"),
                        column(locale, "label"), column(locale, "settings", line)},
                       {}};
  for (const catalogue::Action& action : actions) {
    table.rows.push_back(action_row(action, infos[action.kind], scenario, locale));
  }
  return table;
}

ReferenceTable fixed_parameters_table(const Scenario& scenario, const Locale& locale) {
  ReferenceTable table{"parameters",
                       locale.say("describe.title.fixed"),
                       "",
                       {column(locale, "name"), column(locale, "value"), column(locale, "default")},
                       {}};
  const std::vector<catalogue::ParameterInfo>& infos = catalogue::parameter_infos();
  for (std::size_t p = 0; p < scenario.parameters.size(); ++p) {
    if (!scenario.parameters[p]) continue;
    table.rows.push_back(
        {infos[p].name, written(*scenario.parameters[p], infos[p].unit), written(infos[p].fallback, infos[p].unit)});
  }
  return table;
}

std::string drawn_text(const commune::Figure& figure, const std::string& unit) {
  return figure.uncertain() ? fmt::format("{} .. {}", written(figure.range.low, ""), written(figure.range.high, unit))
                            : "";
}

ReferenceTable figures_table(const Site& site, const Locale& locale) {
  ReferenceTable table{site.id,
                       locale.say("describe.title.figures"),
                       "",
                       {column(locale, "name"), column(locale, "value"), column(locale, "drawn_in"),
                        column(locale, "year"), column(locale, "mark"), column(locale, "stand_in"),
                        column(locale, "meaning", line), column(locale, "source", line)},
                       {}};
  for (const commune::FigureInfo& info : commune::figure_infos()) {
    const commune::Figure& figure = site.figures[static_cast<std::size_t>(info.id)];
    if (!figure.present) continue;
    const std::string unit{info.unit};
    table.rows.push_back({std::string{info.name}, written(figure.value, unit), drawn_text(figure, unit),
                          figure.year == 0 ? "" : std::to_string(figure.year),
                          locale.say("describe.mark." + std::string{text(figure.mark)}),
                          figure.stand_in ? locale.say("describe.yes") : "",
                          std::string{locale.of(info.meaning.fr, info.meaning.en)}, figure.source});
  }
  return table;
}

/// Assumptions all: no model uses them.
ReferenceTable farms_table(const Site& site, const Locale& locale) {
  ReferenceTable table{site.id + ".farms",
                       locale.say("describe.title.farms"),
                       locale.say("describe.intro.farms"),
                       {column(locale, "name"), column(locale, "value"), column(locale, "drawn_in"),
                        column(locale, "meaning", line), column(locale, "source", line)},
                       {}};
  for (const commune::FarmType& type : commune::farms_by_type(site)) {
    table.rows.push_back({std::string{type.name}, fmt::format("{:.1f}", type.farms),
                          fmt::format("{:.0f} .. {:.0f}", type.range.low, type.range.high),
                          std::string{locale.of(type.label.fr, type.label.en)}, type.source});
  }
  return table;
}

std::string grid_text(const Site& site, const Locale& locale) {
  using enum commune::GridCount;
  const commune::PopulationGrid& grid = *site.grid;
  std::string said =
      locale.say("describe.file.grid", {{"source", grid.source},
                                        {"squares", std::to_string(grid.squares.size())},
                                        {"imputed", std::to_string(grid.imputed())},
                                        {"households", fmt::format("{:.0f}", grid.sum(households))},
                                        {"persons", fmt::format("{:.0f}", grid.sum(persons))},
                                        {"all", fmt::format("{:.0f}", site.value(FigureId::households))}});
  if (!site.map) said.append(" ").append(locale.say("describe.file.grid_no_map"));
  return said;
}

/// One commune drawn from the figures at their values: how far it is from the grid.
ReferenceTable grid_table(const Site& site, const Locale& locale) {
  const commune::Commune drawn = make_commune(site, commune::Parameters{}, commune::Uncertainty::fixed,
                                              {Date::from_days(0), 1, {}, {}}, Random{1, 0, site.id});
  const commune::GridPlan& plan = drawn.territory.squares;
  ReferenceTable table{site.id + ".grid",
                       locale.say("describe.title.grid"),
                       locale.say("describe.intro.grid", {{"hosted", std::to_string(plan.hosted())}}),
                       {column(locale, "name"), column(locale, "grid_count"), column(locale, "lived"),
                        column(locale, "misplaced"), column(locale, "correlation"), column(locale, "meaning", line)},
                       {}};
  for (const commune::GridFit& fit : grid_fit(drawn.population, drawn.territory.homes, *site.grid, plan)) {
    const commune::GridColumnInfo& info = commune::grid_column_infos()[static_cast<std::size_t>(fit.column)];
    table.rows.push_back({std::string{info.name}, fmt::format("{:.0f}", fit.grid), fmt::format("{:.0f}", fit.lived),
                          fmt::format("{:.1f} %", 100 * fit.misplaced),
                          std::isnan(fit.correlation) ? "" : fmt::format("{:.3f}", fit.correlation),
                          std::string{locale.of(info.fr, info.en)}});
  }
  return table;
}

ReferenceTable already_table(const Site& site, const Locale& locale) {
  ReferenceTable table{site.id + ".already",
                       locale.say("describe.title.already"),
                       "",
                       {column(locale, "name"), column(locale, "value"), column(locale, "year"),
                        column(locale, "meaning", line), column(locale, "source", line)},
                       {}};
  for (const commune::AlreadyDone& done : site.already) {
    table.rows.push_back({done.id, done.value, done.year == 0 ? "" : std::to_string(done.year),
                          std::string{locale.of(done.what_fr, done.what_en)}, done.source});
  }
  return table;
}

std::vector<std::string> pilot_row(const Site& site) {
  std::size_t given = 0;
  std::size_t guessed = 0;
  for (const commune::Figure& figure : site.figures) {
    given += figure.present ? 1 : 0;
    guessed += figure.present && figure.stand_in ? 1 : 0;
  }
  const commune::Figure households = site.figures[static_cast<std::size_t>(FigureId::households)];
  return {site.id,
          site.name,
          site.insee,
          site.departement,
          fmt::format("{:.0f}", site.value(FigureId::population)),
          households.present ? fmt::format("{:.0f}", households.value) : "",
          std::to_string(given),
          std::to_string(guessed)};
}

std::string matters_text(const Scenario& scenario) {
  std::string_view unit;
  for (const IndicatorInfo& info : catalogue::indicator_infos()) {
    if (!scenario.primary.empty() && info.name == scenario.primary.front()) unit = info.unit;
  }
  if (!scenario.matters) return "";
  return unit == "1" ? written(*scenario.matters * 100, "points") : written(*scenario.matters, unit);
}

std::string zones_text(std::uint8_t zones) {
  std::vector<std::string> names;
  for (std::size_t z = 0; z < commune::zone_count; ++z) {
    if ((zones >> z & 1u) != 0) names.emplace_back(commune::zone_names[z]);
  }
  return joined(names);
}

ReferenceTable couplings_off_table(const Scenario& scenario, const Locale& locale) {
  ReferenceTable table{"couplings_off",
                       locale.say("describe.title.couplings_off"),
                       "",
                       {column(locale, "name"), column(locale, "meaning", line)},
                       {}};
  for (const commune::CouplingInfo& info : commune::coupling_infos()) {
    if (scenario.couplings.has(info.coupling)) continue;
    table.rows.push_back({std::string{info.name}, std::string{locale.of(info.meaning.fr, info.meaning.en)}});
  }
  return table;
}

}  // namespace

std::string settings_text(const catalogue::Action& action, const commune::ActionInfo& info) {
  std::string text;
  const auto add = [&](std::string_view name, const std::string& value) {
    text.append(text.empty() ? "" : "; ").append(name).append(" = ").append(value);
  };
  for (const auto& [condition, value] : action.composed) {
    const commune::ConditionInfo& moved = commune::info(condition);
    add(moved.name, reader::quantity_text(value, moved.unit));
  }
  for (std::size_t s = 0; s < info.settings.size() && s < action.settings.size(); ++s) {
    add(info.settings[s].name, reader::quantity_text(action.settings[s], info.settings[s].unit));
  }
  if (action.zones != commune::all_zones) add("zones", zones_text(action.zones));
  if (!info.decided_by.en.empty()) {
    add("decided_by", std::string{commune::decision_names[static_cast<std::size_t>(action.decision)]});
  }
  return text;
}

ReferencePage pilot_page(const Site& site, const Locale& locale) {
  ReferencePage page;
  page.title = fmt::format("{} ({})", site.name, site.insee);
  page.paragraphs = {fmt::format("{}, {}. {}", site.departement, site.region, site.epci)};
  if (site.illustration) page.paragraphs.push_back(locale.say("warning.illustration") + ".");
  if (!site.credits.empty()) page.paragraphs.push_back(joined(site.credits));
  if (site.map) {
    page.paragraphs.push_back(locale.say("describe.file.map", {{"source", site.map->source},
                                                               {"nodes", std::to_string(site.map->nodes.size())},
                                                               {"edges", std::to_string(site.map->edges.size())},
                                                               {"places", std::to_string(site.map->places.size())}}));
  }
  if (site.grid) page.paragraphs.push_back(grid_text(site, locale));
  const record::SiteRow row = site_row(site);
  std::vector<design::StudyQuality> quality;
  for (const record::QualityRow& theme : quality_rows(site, 0)) {
    quality.push_back({theme.theme, theme.mark, theme.stand_in_share});
  }
  page.paragraphs.push_back(term::quality_sentence(quality, row.stand_in_share, locale));
  page.tables.push_back(figures_table(site, locale));
  ReferenceTable farms = farms_table(site, locale);
  if (!farms.rows.empty()) page.tables.push_back(std::move(farms));
  if (site.grid && site.map) page.tables.push_back(grid_table(site, locale));
  if (!site.already.empty()) page.tables.push_back(already_table(site, locale));
  return page;
}

ReferencePage pilots_page(const Locale& locale, Detail detail) {
  ReferenceTable table{"pilots",
                       "",
                       "",
                       {column(locale, "id"), column(locale, "name"), column(locale, "insee"),
                        column(locale, "departement"), column(locale, "population"), column(locale, "households"),
                        column(locale, "figures"), column(locale, "stand_ins")},
                       {}};
  ReferencePage page{locale.say("describe.title.pilots"), {locale.say("describe.intro.pilots")}, {}};
  std::vector<ReferenceTable> details;
  reader::PilotFiles files{reader::data_folder()};
  for (const std::string& id : files.shipped()) {
    const Site site = files.load(id, id);
    table.rows.push_back(pilot_row(site));
    if (detail == Detail::list) continue;
    ReferencePage one = pilot_page(site, locale);
    for (std::size_t t = 0; t < one.tables.size(); ++t) {
      one.tables[t].title = site.name + ", " + one.tables[t].title;
      details.push_back(std::move(one.tables[t]));
    }
  }
  page.tables.push_back(std::move(table));
  for (ReferenceTable& one : details) page.tables.push_back(std::move(one));
  return page;
}

ReferencePage scenario_file_page(const Scenario& scenario, const Locale& locale) {
  ReferencePage page{scenario.title, {}, {}};
  if (!scenario.narrative.empty()) page.paragraphs.push_back(scenario.narrative);
  std::vector<std::string> names;
  for (const Site& site : scenario.sites) names.push_back(site.name);
  const Date end = Date::from_days(scenario.start.days_since_1970() + scenario.days - 1);
  page.paragraphs.push_back(locale.say("describe.file.scenario", {{"sites", joined(names)},
                                                                  {"start", locale.date(scenario.start)},
                                                                  {"end", locale.date(end)},
                                                                  {"replicates", std::to_string(scenario.replicates)},
                                                                  {"seed", std::to_string(scenario.seed)}}));
  if (!scenario.primary.empty()) {
    page.paragraphs.push_back(
        locale.say("describe.file.primary", {{"indicators", joined(scenario.primary)}}) +
        (scenario.matters ? " " + locale.say("describe.file.matters", {{"matters", matters_text(scenario)}}) : ""));
  }
  page.tables.push_back(actions_table("shocks", locale.say("describe.title.shocks"), scenario.shocks,
                                      catalogue::shock_infos(), scenario, locale));
  for (std::size_t v = 1; v < scenario.variants.size(); ++v) {
    const catalogue::Variant& variant = scenario.variants[v];
    page.tables.push_back(actions_table(
        "variant." + variant.name, locale.say("compare.variant", {{"name", variant.name}, {"title", variant.title}}),
        variant.measures, catalogue::measure_infos(), scenario, locale));
  }
  ReferenceTable fixed = fixed_parameters_table(scenario, locale);
  if (!fixed.rows.empty()) page.tables.push_back(std::move(fixed));
  if (!scenario.couplings.all()) page.tables.push_back(couplings_off_table(scenario, locale));
  return page;
}

ReferencePage experiment_file_page(const reader::Experiment& experiment, const Locale& locale) {
  ReferencePage page = scenario_file_page(experiment.base, locale);
  const std::size_t runs = experiment.points.size() * experiment.base.sites.size() * experiment.base.variants.size() *
                           2 * experiment.base.replicates;
  page.title = experiment.title;
  page.paragraphs.push_back(
      locale.say("describe.file.experiment", {{"design", experiment.design},
                                              {"points", std::to_string(experiment.points.size())},
                                              {"runs", std::to_string(runs)}}));
  ReferenceTable table{
      "factors", locale.say("describe.title.factors"), "", {column(locale, "name"), column(locale, "unit")}, {}};
  for (const reader::Factor& factor : experiment.factors) table.rows.push_back({factor.path, factor.unit});
  page.tables.push_back(std::move(table));
  return page;
}

ReferencePage results_file_page(const std::string& file, const Locale& locale) {
  const design::Study study = open_study(file);
  ReferencePage page{study.title, {locale.say("warning.exploration")}, {}};
  page.paragraphs.push_back(locale.say("describe.file.results", {{"version", study.engine_version},
                                                                 {"commit", study.git_commit},
                                                                 {"created", study.created_utc},
                                                                 {"seed", std::to_string(study.seed)},
                                                                 {"start", locale.date(study.start)},
                                                                 {"days", std::to_string(study.days)},
                                                                 {"replicates", std::to_string(study.replicates)},
                                                                 {"failed", std::to_string(study.failed)}}));
  page.paragraphs.push_back(locale.say("describe.file.digest", {{"result", study.result_sha256}}));
  ReferenceTable sites{"sites",
                       locale.say("describe.title.sites"),
                       "",
                       {column(locale, "id"), column(locale, "name"), column(locale, "insee")},
                       {}};
  for (const design::StudySite& site : study.sites) sites.rows.push_back({site.id, site.name, site.insee});
  ReferenceTable variants{
      "variants", locale.say("describe.title.variants"), "", {column(locale, "name"), column(locale, "label")}, {}};
  for (const design::StudyVariant& variant : study.variants) variants.rows.push_back({variant.name, variant.title});
  ReferenceTable indicators{
      "indicators",
      locale.say("describe.title.indicators"),
      "",
      {column(locale, "name"), column(locale, "unit"), column(locale, "aim"), column(locale, "label")},
      {}};
  for (const design::StudyIndicator& one : study.indicators) {
    indicators.rows.push_back({one.name, one.unit, locale.say("aim." + std::string{text(one.aim)}),
                               std::string{locale.of(one.label_fr, one.label_en)}});
  }
  ReferenceTable quality{
      "quality",
      locale.say("describe.title.quality"),
      "",
      {column(locale, "id"), column(locale, "theme"), column(locale, "mark"), column(locale, "stand_in")},
      {}};
  for (const design::StudySite& site : study.sites) {
    for (const design::StudyQuality& theme : site.quality) {
      const std::string key = "theme." + theme.theme;
      quality.rows.push_back({site.id, locale.knows(key) ? locale.say(key) : theme.theme,
                              locale.say("describe.mark." + theme.mark),
                              locale.number(100 * theme.stand_in_share, 0) + std::string{locale.of(" %", "%")}});
    }
  }
  page.tables = {sites, variants, indicators, quality};
  return page;
}

}  // namespace essaim::cli
