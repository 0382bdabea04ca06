// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/factors.h"

#include <algorithm>

#include "scenarios/reader/effects_reader.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/path.h"
#include "scenarios/reader/plan_reader.h"
#include "scenarios/reader/quantity_text.h"

namespace essaim::reader {

namespace {

constexpr std::string_view date_unit = "days since 1970-01-01";
constexpr WholeRange level_counts = {2, 1'000};

bool is_shock(const std::vector<PathStep>& steps) {
  return steps.size() == 2 && steps[0].name == "shock" && steps[0].index;
}

bool is_measure(const std::vector<PathStep>& steps) {
  return steps.size() == 4 && steps[0].name == "variant" && steps[2].name == "measure" && steps[2].index;
}

// variant.NAME.measure[0].effects[0].value: what a composed measure does.
bool is_effect(const std::vector<PathStep>& steps) {
  return steps.size() == 5 && steps[0].name == "variant" && steps[2].name == "measure" && steps[2].index &&
         steps[3].name == "effects" && steps[3].index && steps[4].name == "value" && !steps[4].index;
}

Target effect_target(const Node& effect, const Vocabulary& vocabulary) {
  const std::string& name = effect.find("condition")->value.text;
  const auto condition = std::find_if(vocabulary.conditions.begin(), vocabulary.conditions.end(),
                                      [&](const auto& one) { return one.name == name; });
  return {Target::Kind::quantity, rule_of(*condition)};
}

Target parameter_target(const Vocabulary& vocabulary, const std::string& path, const std::string& where) {
  const std::string name = path.substr(path.find('.') + 1);
  for (const catalogue::ParameterInfo& parameter : vocabulary.parameters) {
    if (parameter.name == name) return {Target::Kind::quantity, rule_of(parameter)};
  }
  throw InputError{where, "unknown parameter " + in_quotes(name) + suggestion(name, names_of(vocabulary.parameters))};
}

Target action_target(const Node& table, std::span<const commune::ActionInfo> infos, const std::string& key,
                     const std::string& where) {
  if (key == "start" || key == "end") return {Target::Kind::date, {}};
  if (key == "duration") return {Target::Kind::quantity, action_duration_rule};
  const std::string& kind = table.find("kind")->value.text;
  const auto info = std::find_if(infos.begin(), infos.end(), [&](const auto& one) { return one.name == kind; });
  std::vector<std::string> names = names_of(info->settings);
  for (const Setting& setting : info->settings) {
    if (setting.name == key) return {Target::Kind::quantity, rule_of(setting)};
  }
  names.insert(names.end(), {"start", "duration", "end"});
  throw InputError{where, kind + " has no " + in_quotes(key) + " to vary" + suggestion(key, names)};
}

std::vector<Level> spread(const ReadFactor& factor, std::int64_t count) {
  const Range range = factor.range.value_or(Range{});
  std::vector<Level> levels;
  for (std::int64_t i = 0; i < count; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(count - 1);
    const double value = i + 1 == count ? range.high : range.low + share * (range.high - range.low);
    levels.push_back(level_of(factor.target, value, factor.at));
  }
  return levels;
}

Range read_range(const Document& experiment, const Entry& entry, const ReadFactor& factor) {
  if (factor.target.kind == Target::Kind::date) {
    experiment.refuse(entry.key_at, "range of a date (dates are not spread), write values = [2026-06-10, 2026-06-20]");
  }
  if (entry.value.kind != NodeKind::array || entry.value.items.size() != 2) {
    experiment.refuse(entry.value.at, "range is " + description(entry.value) +
                                          " (expected two ends), write for example range = [\"1 day\", \"3 days\"]");
  }
  const Range range = {read_level(experiment, entry.value.items[0], factor.path, factor.target).value,
                       read_level(experiment, entry.value.items[1], factor.path, factor.target).value};
  if (range.low >= range.high) {
    experiment.refuse(entry.value.at, "range is empty or runs downwards (its low end comes first), change its ends");
  }
  return range;
}

std::vector<Level> read_levels(const Document& experiment, const Entry& entry, const ReadFactor& factor) {
  if (entry.value.kind != NodeKind::array || entry.value.items.empty()) {
    experiment.refuse(entry.value.at, "values is " + description(entry.value) +
                                          " (expected a list that is not empty), "
                                          "write values = [...]");
  }
  std::vector<Level> levels;
  for (const Node& item : entry.value.items) {
    levels.push_back(read_level(experiment, item, factor.path, factor.target));
  }
  return levels;
}

}  // namespace

Target find_target(Document& scenario, const Vocabulary& vocabulary, const std::string& path,
                   const std::string& where) {
  const std::vector<PathStep> steps = parse_path(path, where);
  const std::string& last = steps.back().name;
  if (steps.size() == 3 && steps[0].name == "parameters" && !steps.back().index) {
    return parameter_target(vocabulary, path, where);
  }
  if (is_effect(steps)) return effect_target(*find_parent(scenario, steps, where), vocabulary);
  const bool is_action = (is_shock(steps) || is_measure(steps)) && !steps.back().index;
  if (!is_action) {
    throw InputError{where, "a design cannot vary " + in_quotes(path) +
                                " (allowed: parameters.THEME.NAME, shock[0].KEY, variant.NAME.measure[0].KEY), "
                                "change the path"};
  }
  const Node* table = find_parent(scenario, steps, where);
  return action_target(*table, is_shock(steps) ? vocabulary.shocks : vocabulary.measures, last, where);
}

Level read_level(const Document& experiment, const Node& node, const std::string& path, const Target& target) {
  if (target.kind == Target::Kind::quantity) {
    return level_of(target, read_quantity(experiment, node, path, target.rule), node.at);
  }
  if (node.kind != NodeKind::date) {
    experiment.refuse(node.at, path + " is " + description(node) + " (expected a date), write it as 2026-06-10");
  }
  return {static_cast<double>(node.date.days_since_1970()), node.date.text(), node.at};
}

Level level_of(const Target& target, double value, Position at) {
  std::string text = number_text(value);
  if (target.rule.unit != "1") text.append(" ").append(target.rule.unit);
  return {value, text, at};
}

Node node_of(const Target& target, const Level& level, Position at) {
  Node node;
  node.at = at;
  if (target.kind == Target::Kind::date) {
    node.kind = NodeKind::date;
    node.date = Date::from_days(static_cast<std::int64_t>(level.value));
    return node;
  }
  node.kind = NodeKind::text;
  node.text = level.text;
  return node;
}

ReadFactor read_factor(const Document& experiment, const Node& table, Document& scenario,
                       const Vocabulary& vocabulary) {
  allow_only(experiment, table, {"path", "range", "values", "levels"});
  const Entry& path = require(experiment, table, "path", "the factor", "path = \"parameters.THEME.NAME\"");
  ReadFactor factor;
  factor.path = read_text(experiment, path);
  factor.target = find_target(scenario, vocabulary, factor.path, experiment.where(path.value.at));
  factor.unit = factor.target.kind == Target::Kind::date ? date_unit : factor.target.rule.unit;
  const Entry* range = table.find("range");
  const Entry* values = table.find("values");
  const Entry* levels = table.find("levels");
  if (range != nullptr && values != nullptr) {
    experiment.refuse(values->key_at, "both range and values (one of them is enough), remove one");
  }
  if (levels != nullptr && range == nullptr) {
    experiment.refuse(levels->key_at, "levels without range (it spreads values over a range), add range = [...]");
  }
  factor.at = range != nullptr ? range->value.at : values != nullptr ? values->value.at : path.value.at;
  if (range != nullptr) factor.range = read_range(experiment, *range, factor);
  if (values != nullptr) factor.levels = read_levels(experiment, *values, factor);
  if (levels != nullptr) {
    factor.levels = spread(factor, read_whole_number(experiment, *levels, level_counts));
  }
  return factor;
}

}  // namespace essaim::reader
