// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/plan_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "scenarios/reader/action_reader.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/quantity_text.h"

namespace essaim::reader {

namespace {

constexpr double unbounded = std::numeric_limits<double>::max();

// A value that a message may offer: the default where there is one, else the middle of what is allowed.
double example_of(const Setting& setting) {
  const Range allowed = setting.allowed;
  const bool has_default = setting.need == Setting::Need::optional;
  return has_default ? setting.fallback : std::round(allowed.low + (allowed.high - allowed.low) / 2);
}

std::string duration_text(Duration duration) {
  const std::int64_t seconds = duration.count();
  if (seconds % 86'400 == 0) return std::to_string(seconds / 86'400) + (seconds == 86'400 ? " day" : " days");
  if (seconds % 3'600 == 0) return std::to_string(seconds / 3'600) + (seconds == 3'600 ? " hour" : " hours");
  if (seconds % 60 == 0) return std::to_string(seconds / 60) + " min";
  return std::to_string(seconds) + " s";
}

bool is_variant_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), fits);
}

void check_variant_name(const Document& document, const Entry& entry) {
  if (entry.key == "baseline") {
    document.refuse(entry.key_at,
                    "a variant is named \"baseline\" (the baseline is the shocks without measures, always "
                    "there), choose another name");
  }
  if (!is_variant_name(entry.key)) {
    document.refuse(entry.key_at, "variant name " + in_quotes(entry.key) +
                                      " (allowed: 1 to 40 of a-z, A-Z, 0-9, _ and -), put the words in its title");
  }
}

catalogue::Variant read_variant(const Document& document, const Entry& entry, const Vocabulary& vocabulary,
                                const Frame& frame) {
  check_variant_name(document, entry);
  if (entry.value.kind != NodeKind::table) {
    document.refuse(entry.value.at, "variant " + entry.key + " is " + description(entry.value) +
                                        " (expected a table), write [variant." + entry.key + "] and its title below");
  }
  allow_only(document, entry.value, {"title", "measure", "remove"});
  catalogue::Variant variant{.name = entry.key, .title = entry.key, .measures = {}};
  if (const Entry* title = entry.value.find("title")) variant.title = read_text(document, *title);
  if (const Entry* measures = entry.value.find("measure")) {
    variant.measures =
        read_actions(document, *measures, {Role::measure, "variant." + entry.key + ".measure"}, vocabulary, frame);
  }
  return variant;
}

void read_theme(const Document& document, const Entry& theme, const Vocabulary& vocabulary, Plan& plan) {
  const std::string prefix = theme.key + ".";
  std::vector<std::string> names;
  for (const catalogue::ParameterInfo& parameter : vocabulary.parameters) {
    if (parameter.name.starts_with(prefix)) names.push_back(parameter.name.substr(prefix.size()));
  }
  for (const Entry& entry : expect_table(document, theme, "parameters." + theme.key).entries) {
    const auto found = std::find_if(vocabulary.parameters.begin(), vocabulary.parameters.end(),
                                    [&](const auto& parameter) { return parameter.name == prefix + entry.key; });
    if (found == vocabulary.parameters.end()) {
      document.refuse(entry.key_at,
                      "unknown parameter " + in_quotes(entry.key) + " of " + theme.key + suggestion(entry.key, names));
    }
    const auto index = static_cast<std::size_t>(found - vocabulary.parameters.begin());
    plan.parameters[index] = read_quantity(document, entry, rule_of(*found));
  }
}

std::vector<std::string> themes(const Vocabulary& vocabulary) {
  std::vector<std::string> names;
  for (const catalogue::ParameterInfo& parameter : vocabulary.parameters) {
    std::string theme = parameter.name.substr(0, parameter.name.find('.'));
    if (names.empty() || names.back() != theme) names.push_back(std::move(theme));
  }
  return names;
}

void read_parameters(const Document& document, const Vocabulary& vocabulary, Plan& plan) {
  plan.parameters.resize(vocabulary.parameters.size());
  const Entry* entry = document.root.find("parameters");
  if (entry == nullptr) return;
  const Node& table = expect_table(document, *entry, "parameters.THEME");
  const std::vector<std::string> known = themes(vocabulary);
  for (const Entry& theme : table.entries) {
    if (std::find(known.begin(), known.end(), theme.key) == known.end()) {
      document.refuse(theme.key_at, "unknown theme " + in_quotes(theme.key) + suggestion(theme.key, known));
    }
    read_theme(document, theme, vocabulary, plan);
  }
}

std::string name_of(const catalogue::Action& action, std::span<const commune::ActionInfo> infos) {
  return action.title.empty() ? std::string{infos[action.kind].name} : in_quotes(action.title);
}

void warn_of_cuts(const Document& document, const Entry* tables, const std::vector<catalogue::Action>& actions,
                  std::span<const commune::ActionInfo> infos, const Frame& frame, Plan& plan) {
  const Time end = Time::start_of_day(frame.days);
  for (std::size_t i = 0; i < actions.size(); ++i) {
    if (actions[i].start + actions[i].duration <= end) continue;
    plan.warnings.push_back(document.where(tables->value.items[i].at) + ": " + name_of(actions[i], infos) +
                            " lasts beyond the end of the run, which cuts it");
  }
}

// A measure whose lead time takes all the time that it has would cost and never open.
void warn_of_late_openings(const Document& document, const Entry* tables, const std::vector<catalogue::Action>& actions,
                           std::span<const commune::ActionInfo> infos, const Frame& frame, Plan& plan) {
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const catalogue::Action& action = actions[i];
    if (action.settings.size() < commune::need_count) continue;
    const double lead = commune::needs_of(action.settings).lead_days;
    const Duration left = std::min(action.duration, Time::start_of_day(frame.days) - action.start);
    if (lead < left.in_days()) continue;
    const Node& table = tables->value.items[i];
    const Entry* written = table.find("lead_time");
    plan.warnings.push_back(document.where(written == nullptr ? table.at : written->value.at) + ": " +
                            name_of(action, infos) + " never opens (its lead_time is " + quantity_text(lead, "days") +
                            ", it has " + duration_text(left) + " from its start), start it earlier");
  }
}

}  // namespace

QuantityRule rule_of(const Setting& setting) { return {setting.unit, setting.allowed, example_of(setting)}; }

QuantityRule rule_of(const catalogue::ParameterInfo& parameter) {
  return {parameter.unit, parameter.field.allowed, parameter.fallback};
}

Duration read_duration(const Document& document, const Entry& entry, std::string_view unit, Duration low,
                       Duration high) {
  const bool in_days = unit == "days";
  const double value = read_quantity(document, entry, {unit, {-unbounded, unbounded}, in_days ? 10.0 : 15.0});
  const double seconds = std::round(value * (in_days ? 86'400.0 : 60.0));
  if (seconds < static_cast<double>(low.count()) || seconds > static_cast<double>(high.count())) {
    const std::string found = entry.value.kind == NodeKind::text ? entry.value.text : description(entry.value);
    document.refuse(entry.value.at, entry.key + " is " + found + " (allowed: " + duration_text(low) + " to " +
                                        duration_text(high) + "), choose a length in that range");
  }
  return Duration::seconds(static_cast<std::int64_t>(seconds));
}

Plan read_plan(const Document& document, const Vocabulary& vocabulary, const Frame& frame) {
  Plan plan;
  if (const Entry* shocks = document.root.find("shock")) {
    plan.shocks = read_actions(document, *shocks, {Role::shock, "shock"}, vocabulary, frame);
  }
  plan.variants.push_back({.name = "baseline", .title = "baseline", .measures = {}});
  if (const Entry* variants = document.root.find("variant")) {
    for (const Entry& entry : expect_table(document, *variants, "variant.NAME").entries) {
      plan.variants.push_back(read_variant(document, entry, vocabulary, frame));
      if (plan.variants.back().measures.empty()) {
        plan.warnings.push_back(document.where(entry.key_at) + ": variant " + in_quotes(entry.key) +
                                " has no measure, it equals the baseline");
      }
    }
  }
  read_parameters(document, vocabulary, plan);
  warn_of_cuts(document, document.root.find("shock"), plan.shocks, vocabulary.shocks, frame, plan);
  for (const catalogue::Variant& variant : plan.variants) {
    if (variant.measures.empty()) continue;
    const Entry* tables = document.root.find("variant")->value.find(variant.name)->value.find("measure");
    warn_of_cuts(document, tables, variant.measures, vocabulary.measures, frame, plan);
    warn_of_late_openings(document, tables, variant.measures, vocabulary.measures, frame, plan);
  }
  return plan;
}

}  // namespace essaim::reader
