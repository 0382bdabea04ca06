// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/core/unit.h"
#include "models/catalogue/catalogue.h"
#include "scenarios/cli/reference.h"

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

ordered_json action(const commune::ActionInfo& info, const Locale& locale, std::string_view first_key) {
  ordered_json result{{"type", "object"},
                      {"title", std::string{locale.of(info.label.fr, info.label.en)}},
                      {"description", std::string{locale.of(info.meaning.fr, info.meaning.en)}},
                      {"additionalProperties", false}};
  result["required"] = {"kind", "start"};
  if (first_key == "shock") result["required"].push_back("duration");
  ordered_json& keys = result["properties"];
  keys["kind"] = {{"const", std::string{info.name}}};
  keys["start"] = {{"description", locale.say("describe.start")}};
  keys["duration"] = quantity("days", locale.say("describe.duration"));
  if (first_key == "measure") keys["decided_by"] = {{"type", "string"}};
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
