// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/core/unit.h"
#include "models/catalogue/catalogue.h"
#include "scenarios/cli/reference.h"
#include "scenarios/reader/effects_reader.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/zone_reader.h"

namespace essaim::cli {
namespace {

using nlohmann::ordered_json;
using term::Locale;

/// A regular expression in which a unit's spelling stands for itself.
std::string literal(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view{".+*?^$()[]{}|\\/"}.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

/// A number with one of the spellings of its unit; a pure number may also stand alone.
ordered_json quantity(std::string_view unit, std::string_view description) {
  std::string units;
  for (const UnitSpelling& spelling : unit_spellings()) {
    if (spelling.canonical != unit || spelling.text == "1") continue;
    units += (units.empty() ? "" : "|") + literal(spelling.text);
  }
  if (units.empty()) units = literal(unit);
  ordered_json text{{"type", "string"}, {"pattern", "^[-+]?[0-9]+(\\.[0-9]+)? *(" + units + ")$"}};
  if (unit != "1") {
    text["description"] = description;
    return text;
  }
  return {{"description", description}, {"anyOf", {ordered_json{{"type", "number"}}, text}}};
}

ordered_json texts(std::string_view description) {
  const ordered_json one{{"type", "string"}};
  return {{"description", description},
          {"anyOf", {one, ordered_json{{"type", "array"}, {"items", one}, {"minItems", 1}, {"uniqueItems", true}}}}};
}

/// One or several of some names, or one alone as a text.
ordered_json some_of(const std::vector<std::string>& names, std::string_view description) {
  const ordered_json one{{"enum", names}};
  return {{"description", description},
          {"anyOf", {one, ordered_json{{"type", "array"}, {"items", one}, {"minItems", 1}, {"uniqueItems", true}}}}};
}

ordered_json decisions(const commune::ActionInfo& info, const Locale& locale) {
  std::vector<std::string> names;
  for (std::size_t d = 0; d < commune::decision_names.size(); ++d) {
    const auto decision = static_cast<commune::Decision>(d);
    const bool asks = decision == commune::Decision::request;
    const bool own = commune::council_may_adopt(info.body);
    if (decision == commune::Decision::imposed || own != asks) names.emplace_back(commune::decision_names[d]);
  }
  return {{"description", locale.say("describe.scenario.decided_by")}, {"enum", names}};
}

/// What a composed measure says beyond the others: its title, its effects, and what it excludes.
void add_composition(ordered_json& keys, const Locale& locale) {
  ordered_json effects = ordered_json::array();
  for (const commune::ConditionInfo& info : commune::condition_infos()) {
    if (info.allowed.low >= info.allowed.high) continue;
    effects.push_back({{"type", "object"},
                       {"additionalProperties", false},
                       {"required", {"condition", "value"}},
                       {"properties",
                        {{"condition", {{"const", std::string{info.name}}}},
                         {"value", quantity(info.unit, locale.of(info.meaning.fr, info.meaning.en))}}}});
  }
  keys["title"] = {{"type", "string"}};
  keys["effects"] = {{"description", locale.say("describe.scenario.effects")},
                     {"type", "array"},
                     {"minItems", 1},
                     {"items", {{"oneOf", std::move(effects)}}}};
  std::vector<std::string> kinds = reader::names_of(catalogue::measure_infos());
  std::erase(kinds, reader::composed_kind);
  keys["excludes"] = some_of(kinds, locale.say("describe.scenario.excludes"));
}

ordered_json action(const commune::ActionInfo& info, const Locale& locale, std::string_view first_key) {
  ordered_json result{{"type", "object"},
                      {"title", std::string{locale.of(info.label.fr, info.label.en)}},
                      {"description", std::string{locale.of(info.meaning.fr, info.meaning.en)}},
                      {"additionalProperties", false}};
  result["required"] = {"kind", "start"};
  ordered_json& keys = result["properties"];
  keys["kind"] = {{"const", std::string{info.name}}};
  keys["start"] = {{"description", locale.say("describe.start")}};
  keys["duration"] = quantity("days", locale.say("describe.duration"));
  keys["end"] = {{"description", locale.say("describe.scenario.end")}};
  result["not"] = {{"required", {"duration", "end"}}};
  if (first_key == "shock") {
    result["anyOf"] = {ordered_json{{"required", {"duration"}}}, ordered_json{{"required", {"end"}}}};
  } else {
    keys["decided_by"] = decisions(info, locale);
    keys["extend"] = {{"description", locale.say("describe.scenario.extend")}, {"type", "boolean"}};
  }
  if (first_key == "shock" && reader::acts_by_zone(info)) {
    const std::vector<std::string> zones{commune::zone_names.begin(), commune::zone_names.end()};
    keys["zones"] = some_of(zones, locale.say("describe.scenario.zones"));
  }
  if (info.name == reader::composed_kind) {
    add_composition(keys, locale);
    result["required"].insert(result["required"].end(), {"title", "effects"});
  }
  for (const Setting& setting : info.settings) {
    keys[std::string{setting.name}] = quantity(setting.unit, locale.of(setting.meaning.fr, setting.meaning.en));
    if (setting.need == Setting::Need::required) result["required"].push_back(std::string{setting.name});
  }
  return result;
}

ordered_json actions(std::span<const commune::ActionInfo> infos, const Locale& locale, std::string_view key) {
  ordered_json kinds = ordered_json::array();
  for (const commune::ActionInfo& info : infos) kinds.push_back(action(info, locale, key));
  return {{"description", locale.say("describe.scenario." + std::string{key})},
          {"type", "array"},
          {"items", {{"oneOf", std::move(kinds)}}}};
}

ordered_json variants(const Locale& locale) {
  const ordered_json variant{
      {"type", "object"},
      {"additionalProperties", false},
      {"properties",
       {{"title", {{"type", "string"}}}, {"measure", actions(catalogue::measure_infos(), locale, "measure")}}}};
  return {{"description", locale.say("describe.scenario.variant")},
          {"type", "object"},
          {"propertyNames", {{"pattern", "^[A-Za-z0-9_-]{1,40}$"}, {"not", {{"const", "baseline"}}}}},
          {"additionalProperties", variant}};
}

ordered_json parameters(const Locale& locale) {
  ordered_json result{
      {"description", locale.say("describe.scenario.parameters")}, {"type", "object"}, {"additionalProperties", false}};
  for (const catalogue::ParameterInfo& info : catalogue::parameter_infos()) {
    const std::size_t dot = info.name.find('.');
    ordered_json& theme = result["properties"][info.name.substr(0, dot)];
    theme["type"] = "object";
    theme["additionalProperties"] = false;
    const std::string meaning{locale.of(info.field.meaning.fr, info.field.meaning.en)};
    theme["properties"][info.name.substr(dot + 1)] =
        quantity(info.unit, fmt::format("{} ({} .. {})", meaning, written(info.field.allowed.low, ""),
                                        written(info.field.allowed.high, info.unit)));
  }
  return result;
}

}  // namespace

std::string scenario_schema(const Locale& locale) {
  const auto about = [&](const char* key) { return locale.say(std::string{"describe.scenario."} + key); };
  const auto text = [&](const char* key) { return ordered_json{{"description", about(key)}, {"type", "string"}}; };
  ordered_json keys;
  for (const char* key : {"title", "narrative", "license"}) keys[key] = text(key);
  for (const char* key : {"authors", "site", "sites", "primary"}) keys[key] = texts(about(key));
  keys["start"] = {{"description", about("start")}};
  keys["duration"] = quantity("days", about("duration"));
  keys["lookahead"] = quantity("min", about("lookahead"));
  keys["replicates"] = {{"description", about("replicates")}, {"type", "integer"}, {"minimum", 1}};
  keys["seed"] = {{"description", about("seed")}, {"type", "integer"}, {"minimum", 0}};
  keys["matters"] = {{"description", about("matters")}, {"type", {"string", "number"}}};
  keys["shock"] = actions(catalogue::shock_infos(), locale, "shock");
  keys["variant"] = variants(locale);
  keys["parameters"] = parameters(locale);
  keys["couplings_off"] = some_of(reader::names_of(commune::coupling_infos()), about("couplings_off"));
  const ordered_json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                            {"title", locale.say("describe.title.scenario")},
                            {"type", "object"},
                            {"additionalProperties", false},
                            {"required", {"title", "start", "duration"}},
                            {"oneOf", {ordered_json{{"required", {"site"}}}, ordered_json{{"required", {"sites"}}}}},
                            {"properties", keys}};
  return schema.dump(2) + "\n";
}

}  // namespace essaim::cli
