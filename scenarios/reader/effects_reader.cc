// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/effects_reader.h"

#include <algorithm>
#include <cmath>

#include "scenarios/reader/names.h"
#include "scenarios/reader/quantity_text.h"

namespace essaim::reader {

namespace {

constexpr std::string_view example = "effects = [{ condition = \"food_price\", value = \"90 %\" }]";

bool is_movable(const commune::ConditionInfo& condition) { return condition.allowed.low < condition.allowed.high; }

// All of them: a person who composes a measure chooses among these.
std::string all_listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

const std::vector<Node>& effect_tables(const Document& document, const Node& table) {
  const Entry& entry = require(document, table, "effects", composed_kind, example);
  const std::string cure = ", write for example " + std::string{example};
  if (entry.value.kind != NodeKind::array || entry.value.items.empty()) {
    document.refuse(entry.value.at, "effects is " + description(entry.value) +
                                        " (expected one condition with its value, or several)" + cure);
  }
  for (const Node& item : entry.value.items) {
    if (item.kind == NodeKind::table) continue;
    document.refuse(item.at, "effects holds " + description(item) + " (expected a condition with its value)" + cure);
  }
  return entry.value.items;
}

const commune::ConditionInfo& read_condition(const Document& document, const Node& table,
                                             const Vocabulary& vocabulary) {
  const Entry& entry = require(document, table, "condition", "the effect", "condition = \"food_price\"");
  const std::string name = read_text(document, entry);
  const std::vector<std::string> movable = movable_conditions(vocabulary);
  for (const commune::ConditionInfo& condition : vocabulary.conditions) {
    if (condition.name != name) continue;
    if (is_movable(condition)) return condition;
    document.refuse(entry.value.at, "no measure may move the condition " + in_quotes(name) +
                                        " (allowed: " + all_listed(movable) + "), choose one of these");
  }
  const bool is_close = !nearest_name(name, movable).empty();
  document.refuse(entry.value.at, "unknown condition " + in_quotes(name) +
                                      (is_close ? suggestion(name, movable)
                                                : " (allowed: " + all_listed(movable) + "), use one of these"));
}

}  // namespace

std::vector<std::string> movable_conditions(const Vocabulary& vocabulary) {
  std::vector<std::string> names;
  for (const commune::ConditionInfo& condition : vocabulary.conditions) {
    if (is_movable(condition)) names.emplace_back(condition.name);
  }
  return names;
}

QuantityRule rule_of(const commune::ConditionInfo& condition) {
  const Range allowed = condition.allowed;
  const double tenth = allowed.low + (allowed.high - allowed.low) / 10;
  const double small = condition.combine == commune::Combine::product ? 0.9 : tenth;
  return {condition.unit, allowed, small > 10 ? std::round(small) : small};
}

std::vector<std::pair<commune::Condition, double>> read_effects(const Document& document, const Node& table,
                                                                const Vocabulary& vocabulary) {
  std::vector<std::pair<commune::Condition, double>> effects;
  for (const Node& effect : effect_tables(document, table)) {
    allow_only(document, effect, {"condition", "value"});
    const commune::ConditionInfo& condition = read_condition(document, effect, vocabulary);
    const bool repeated = std::any_of(effects.begin(), effects.end(),
                                      [&](const auto& earlier) { return earlier.first == condition.condition; });
    if (repeated) {
      document.refuse(effect.find("condition")->value.at,
                      "effects moves " + in_quotes(condition.name) + " twice (a condition has one value), remove one");
    }
    const QuantityRule rule = rule_of(condition);
    const std::string text = quantity_text(rule.example, rule.unit);
    const Entry& value = require(document, effect, "value", "the effect on " + std::string{condition.name},
                                 "value = " + (rule.unit == "1" ? text : in_quotes(text)));
    effects.emplace_back(condition.condition, read_quantity(document, value.value, condition.name, rule));
  }
  return effects;
}

}  // namespace essaim::reader
