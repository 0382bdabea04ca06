// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "engine/record/layout.h"
#include "models/catalogue/catalogue.h"
#include "scenarios/cli/reference.h"
#include "viz/term/source_text.h"

namespace essaim::cli {
namespace {

using term::Locale;
constexpr auto line = ReferenceColumn::Size::line;

ReferenceColumn column(const Locale& locale, const std::string& key,
                       ReferenceColumn::Size size = ReferenceColumn::Size::cell) {
  return {key, locale.say("describe." + key), size};
}

std::string words(const Locale& locale, const Words& both) { return std::string{locale.of(both.fr, both.en)}; }

std::string range_text(const Range& range, std::string_view unit) {
  return fmt::format("{} .. {}", written(range.low, ""), written(range.high, unit));
}

/// What a scenario may choose about one kind of shock or measure, as one table.
ReferenceTable action_table(const Locale& locale, const commune::ActionInfo& info) {
  ReferenceTable table;
  table.key = info.name;
  table.title = fmt::format("{} ({})", info.name, locale.of(info.label.fr, info.label.en));
  table.intro = words(locale, info.meaning);
  if (!info.outside.en.empty()) table.intro += " " + words(locale, info.outside);
  if (!info.decided_by.en.empty()) {
    table.intro += " " + locale.say("describe.who_decides", {{"body", words(locale, info.decided_by)}});
  }
  table.columns = {column(locale, "setting"), column(locale, "default"), column(locale, "allowed"),
                   column(locale, "meaning", line)};
  if (!info.excludes.empty()) {
    table.intro +=
        " " + locale.say("describe.excludes", {{"kinds", fmt::format("{}", fmt::join(info.excludes, ", "))}});
  }
  for (const Setting& setting : info.settings) {
    const bool required = setting.need == Setting::Need::required;
    const bool is_need = !info.decided_by.en.empty() && &setting >= &info.settings[commune::own_settings(info)];
    const bool in_proportion = is_need && info.reference > 0 && setting.fallback > 0 && setting.unit != "days";
    const std::string fallback = written(setting.fallback, setting.unit);
    const std::string usual =
        in_proportion ? locale.say("describe.for_reference",
                                   {{"value", fallback}, {"size", written(info.reference, info.settings[0].unit)}})
                      : fallback;
    table.rows.push_back({std::string{setting.name}, required ? locale.say("describe.required") : usual,
                          range_text(setting.allowed, setting.unit), words(locale, setting.meaning)});
  }
  return table;
}

ReferencePage actions_page(const Locale& locale, const std::string& topic, std::span<const commune::ActionInfo> infos) {
  ReferencePage page{locale.say("describe.title." + topic), {locale.say("describe.intro." + topic)}, {}};
  for (const commune::ActionInfo& info : infos) page.tables.push_back(action_table(locale, info));
  return page;
}

template <class Rows>
ReferenceTable layout_table(const Locale& locale, const std::string& key, const Rows& rows) {
  ReferenceTable table{
      key, locale.say("describe.title." + key), "", {column(locale, "name"), column(locale, "meaning", line)}, {}};
  for (const auto& row : rows) table.rows.push_back({std::string{row.name}, std::string{row.meaning}});
  return table;
}

}  // namespace

ReferencePage parameters_page(const Locale& locale) {
  ReferenceTable table{"parameters",
                       "",
                       "",
                       {column(locale, "name"), column(locale, "default"), column(locale, "allowed"),
                        column(locale, "plausible"), column(locale, "mark"), column(locale, "lever"),
                        column(locale, "meaning", line), column(locale, "source", line)},
                       {}};
  for (const catalogue::ParameterInfo& info : catalogue::parameter_infos()) {
    const Field& field = info.field;
    const bool drawn = field.mark == Mark::assumption;
    table.rows.push_back({info.name, written(info.fallback, info.unit), range_text(field.allowed, info.unit),
                          drawn ? range_text(field.plausible, info.unit) : "",
                          locale.say("describe.mark." + std::string{text(field.mark)}),
                          field.lever ? locale.say("describe.yes") : "", words(locale, field.meaning),
                          term::source_text(locale, std::string{field.source})});
  }
  return {locale.say("describe.title.parameters"), {locale.say("describe.intro.parameters")}, {table}};
}

ReferencePage indicators_page(const Locale& locale) {
  ReferenceTable table{
      "indicators",
      "",
      "",
      {column(locale, "name"), column(locale, "label"), column(locale, "unit"), column(locale, "better"),
       column(locale, "aim"), column(locale, "of_a_day"), column(locale, "meaning", line)},
      {}};
  for (const IndicatorInfo& info : catalogue::indicator_infos()) {
    table.rows.push_back({std::string{info.name}, words(locale, info.label), std::string{info.unit},
                          std::string{text(info.better)}, locale.say("aim." + std::string{text(info.aim)}),
                          std::string{info.cell_methods}, words(locale, info.meaning)});
  }
  return {locale.say("describe.title.indicators"), {locale.say("describe.intro.indicators")}, {table}};
}

ReferencePage models_page(const Locale& locale) {
  ReferenceTable table{
      "models",
      "",
      "",
      {column(locale, "name"), column(locale, "label"), column(locale, "page"), column(locale, "meaning", line)},
      {}};
  for (const catalogue::ThemeInfo& info : catalogue::theme_infos()) {
    table.rows.push_back(
        {std::string{info.name}, words(locale, info.label), std::string{info.page}, words(locale, info.meaning)});
  }
  return {locale.say("describe.title.models"), {locale.say("describe.intro.models")}, {table}};
}

ReferencePage shocks_page(const Locale& locale) { return actions_page(locale, "shocks", catalogue::shock_infos()); }

ReferencePage measures_page(const Locale& locale) {
  return actions_page(locale, "measures", catalogue::measure_infos());
}

ReferencePage conditions_page(const Locale& locale) {
  ReferenceTable table{
      "conditions",
      "",
      "",
      {column(locale, "name"), column(locale, "unit"), column(locale, "otherwise"), column(locale, "combine"),
       column(locale, "by_measures"), column(locale, "extent"), column(locale, "meaning", line)},
      {}};
  constexpr std::array<std::string_view, 4> combines = {"product", "sum", "largest", "smallest"};
  for (const commune::ConditionInfo& info : commune::condition_infos()) {
    const bool movable = info.allowed.low < info.allowed.high;
    const bool zoned = info.extent == commune::Extent::zones;
    const std::string combine{combines[static_cast<std::size_t>(info.combine)]};
    table.rows.push_back({std::string{info.name}, std::string{info.unit}, written(info.otherwise, ""),
                          locale.say("describe.combine." + combine), movable ? range_text(info.allowed, "") : "",
                          locale.say(zoned ? "describe.extent.zones" : "describe.extent.commune"),
                          words(locale, info.meaning)});
  }
  return {locale.say("describe.title.conditions"), {locale.say("describe.intro.conditions")}, {table}};
}

ReferencePage couplings_page(const Locale& locale) {
  ReferenceTable table{"couplings", "", "", {column(locale, "name"), column(locale, "meaning", line)}, {}};
  for (const commune::CouplingInfo& info : commune::coupling_infos()) {
    table.rows.push_back({std::string{info.name}, words(locale, info.meaning)});
  }
  return {locale.say("describe.title.couplings"), {locale.say("describe.intro.couplings")}, {table}};
}

ReferencePage results_page(const Locale& locale) {
  ReferencePage page{locale.say("describe.title.results"), {locale.say("describe.intro.results")}, {}};
  page.tables.push_back(layout_table(locale, "dimensions", record::dimension_rows()));
  ReferenceTable variables{
      "variables",
      locale.say("describe.title.variables"),
      "",
      {column(locale, "name"), column(locale, "dimensions"), column(locale, "unit"), column(locale, "meaning", line)},
      {}};
  for (const record::VariableRow& row : record::variable_rows()) {
    std::string dimensions;
    for (std::size_t d = 0; d < row.rank(); ++d) {
      dimensions.append(d == 0 ? "" : ", ").append(row.dimensions[d]);
    }
    variables.rows.push_back({std::string{row.path}, dimensions, std::string{row.units}, std::string{row.meaning}});
  }
  page.tables.push_back(std::move(variables));
  page.tables.push_back(layout_table(locale, "attributes", record::attribute_rows()));
  return page;
}

ReferencePage scenario_page(const Locale& locale) {
  const std::vector<std::pair<std::string, std::string>> keys{
      {"title", "\"...\""},
      {"narrative", "\"...\""},
      {"authors", "[\"...\"]"},
      {"license", "\"CC-BY-4.0\""},
      {"site", "\"loos-en-gohelle\""},
      {"sites", "[\"langouet\", \"saillans\"]"},
      {"start", "2026-06-01"},
      {"duration", "\"60 days\""},
      {"replicates", "20"},
      {"seed", "2026"},
      {"lookahead", "\"15 min\""},
      {"primary", "[\"food.insecure_share\"]"},
      {"matters", "\"0.5 points\""},
      {"shock", "[[shock]]"},
      {"zones", "[\"hamlets\"]"},
      {"end", "2026-07-20"},
      {"variant", "[variant.epicerie]"},
      {"measure", "[[variant.epicerie.measure]]"},
      {"decided_by", "\"council\""},
      {"extend", "true"},
      {"effects", "[{ condition = \"food_price\", value = \"90 %\" }]"},
      {"excludes", "[\"solidarity_grocer\"]"},
      {"couplings_off", "[\"food.mobility\"]"},
      {"parameters", "[parameters.food]"}};
  ReferenceTable table{
      "keys", "", "", {column(locale, "name"), column(locale, "example"), column(locale, "meaning", line)}, {}};
  for (const auto& [key, example] : keys) table.rows.push_back({key, example, locale.say("describe.scenario." + key)});
  return {locale.say("describe.title.scenario"), {locale.say("describe.intro.scenario")}, {table}};
}

}  // namespace essaim::cli
