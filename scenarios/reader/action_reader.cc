// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/action_reader.h"

#include <algorithm>

#include "scenarios/reader/effects_reader.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/quantity_text.h"
#include "scenarios/reader/zone_reader.h"

namespace essaim::reader {

namespace {

std::string_view word(Role role) { return role == Role::shock ? "shock" : "measure"; }

std::span<const commune::ActionInfo> kinds(const Vocabulary& vocabulary, Role role) {
  return role == Role::shock ? vocabulary.shocks : vocabulary.measures;
}

/// A shock or a measure, and the kinds that its scenario says it excludes.
struct ReadAction {
  catalogue::Action action;
  std::vector<std::string> excludes;
};

/// Reads one table.
class ActionReader {
 public:
  ActionReader(const Document& document, const Node& table, Role role, const Vocabulary& vocabulary, const Frame& frame)
      : document_{document}, table_{table}, role_{role}, vocabulary_{vocabulary}, frame_{frame} {}

  ReadAction read() {
    ReadAction result;
    catalogue::Action& action = result.action;
    action.kind = kind();
    info_ = &kinds(vocabulary_, role_)[action.kind];
    allow_only(document_, table_, allowed_keys());
    if (is_composed())
      action.title = read_text(document_, require(document_, table_, "title", info_->name, "title = \"...\""));
    const Period period = read_period(document_, table_, info_->name, role_, frame_);
    action.start = period.start;
    action.duration = period.duration;
    if (const Entry* entry = table_.find("zones")) action.zones = read_zones(document_, *entry, *info_, vocabulary_);
    if (const Entry* entry = table_.find("decided_by")) action.decision = decision(*entry);
    if (const Entry* entry = table_.find("extend")) read_yes_or_no(document_, *entry);  // used by check_already
    if (is_composed()) action.composed = read_effects(document_, table_, vocabulary_);
    if (const Entry* entry = table_.find("excludes")) result.excludes = excluded(*entry);
    for (std::size_t i = 0; i < info_->settings.size(); ++i) {
      const bool usual = is_need(i) && table_.find(info_->settings[i].name) == nullptr;
      action.settings.push_back(usual ? commune::usual_need(*info_, i, action.settings) : value(info_->settings[i]));
    }
    return result;
  }

 private:
  bool is_need(std::size_t setting) const { return role_ == Role::measure && setting >= commune::own_settings(*info_); }

  bool is_composed() const { return role_ == Role::measure && info_->name == composed_kind; }

  std::uint32_t kind() const {
    const auto infos = kinds(vocabulary_, role_);
    const std::vector<std::string> names = names_of(infos);
    const std::string example =
        "kind = " + in_quotes(names.empty() ? "..." : names.front()) + " (allowed: " + listed(names) + ")";
    const Entry& entry = require(document_, table_, "kind", word(role_), example);
    const std::string name = read_text(document_, entry);
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::uint32_t>(found - names.begin());
    refuse_kind(entry, name, names);
  }

  [[noreturn]] void refuse_kind(const Entry& entry, const std::string& name, std::span<const std::string> names) const {
    const Role other = role_ == Role::shock ? Role::measure : Role::shock;
    const std::vector<std::string> others = names_of(kinds(vocabulary_, other));
    if (std::find(others.begin(), others.end(), name) != others.end()) {
      const std::string header = other == Role::shock ? "[[shock]]" : "[[variant.NAME.measure]]";
      document_.refuse(entry.value.at, in_quotes(name) + " is a " + std::string{word(other)} + " (expected a " +
                                           std::string{word(role_)} + "), write it under " + header);
    }
    document_.refuse(entry.value.at,
                     "unknown " + std::string{word(role_)} + " " + in_quotes(name) + suggestion(name, names));
  }

  std::vector<std::string> allowed_keys() const {
    std::vector<std::string> keys = {"kind", "start", "duration", "end"};
    if (role_ == Role::measure) keys.insert(keys.end(), {"decided_by", "extend"});
    if (role_ == Role::shock && (acts_by_zone(*info_) || table_.find("zones") != nullptr)) keys.emplace_back("zones");
    if (is_composed()) keys.insert(keys.end(), {"title", "effects", "excludes"});
    for (const Setting& setting : info_->settings) keys.emplace_back(setting.name);
    return keys;
  }

  // A council adopts what the commune has the power to do, and can only ask for the rest.
  commune::Decision decision(const Entry& entry) const {
    const auto& names = commune::decision_names;
    const std::string name = read_choice(document_, entry, {names.begin(), names.end()});
    const auto decision = static_cast<commune::Decision>(std::find(names.begin(), names.end(), name) - names.begin());
    const bool own = commune::council_may_adopt(info_->body);
    const bool asks = decision == commune::Decision::request;
    if (decision == commune::Decision::imposed || own != asks) return decision;
    const std::string power = std::string{info_->decided_by.en} + " has the power to take " + std::string{info_->name};
    document_.refuse(entry.value.at, "decided_by is " + in_quotes(name) + " (" + power +
                                         (asks ? ", there is nobody else to ask), write decided_by = \"council\""
                                               : ", a council can only ask), write decided_by = \"request\"") +
                                         ", or \"imposed\"");
  }

  std::vector<std::string> excluded(const Entry& entry) const {
    std::vector<std::string> known = names_of(vocabulary_.measures);
    std::erase(known, composed_kind);
    std::vector<std::string> names = read_names(document_, entry);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (std::find(known.begin(), known.end(), names[i]) != known.end()) continue;
      document_.refuse(name_node(entry, i).at, "unknown measure " + in_quotes(names[i]) + suggestion(names[i], known));
    }
    return names;
  }

  double value(const Setting& setting) const {
    const QuantityRule rule = rule_of(setting);
    if (const Entry* entry = table_.find(setting.name)) return read_quantity(document_, *entry, rule);
    if (setting.need == Setting::Need::required) {
      const std::string text = quantity_text(rule.example, rule.unit);
      require(document_, table_, setting.name, info_->name,
              std::string{setting.name} + " = " + (rule.unit == "1" ? text : in_quotes(text)));
    }
    return setting.fallback;
  }

  const Document& document_;
  const Node& table_;
  Role role_;
  const Vocabulary& vocabulary_;
  const Frame& frame_;
  const commune::ActionInfo* info_ = nullptr;
};

bool at_once(const catalogue::Action& a, const catalogue::Action& b) {
  return a.start < b.start + b.duration && b.start < a.start + a.duration;
}

/// Refuses actions of one list that cannot be at work at the same time.
class Conflicts {
 public:
  Conflicts(const Document& document, std::span<const commune::ActionInfo> infos)
      : document_{document}, infos_{infos} {}

  void check(const ReadAction& earlier, const ReadAction& later, const Node& table) const {
    if (!at_once(earlier.action, later.action)) return;
    const Position at = table.find("start")->value.at;
    const std::string name = name_of(later);
    if (earlier.action.kind == later.action.kind && earlier.action.title == later.action.title) {
      document_.refuse(at,
                       name + " starts while another " + name + " lasts (one at a time), move or shorten one of them");
    }
    if (!excludes(earlier, later) && !excludes(later, earlier)) return;
    document_.refuse(at, name + " is at work at the same time as " + name_of(earlier) +
                             " (they exclude each other), move or remove one of them");
  }

 private:
  const commune::ActionInfo& info(const ReadAction& read) const { return infos_[read.action.kind]; }

  std::string name_of(const ReadAction& read) const {
    return read.action.title.empty() ? std::string{info(read).name} : in_quotes(read.action.title);
  }

  bool excludes(const ReadAction& one, const ReadAction& other) const {
    const auto is_other = [&](std::string_view name) { return name == info(other).name; };
    const std::span<const std::string_view> declared = info(one).excludes;
    return std::any_of(declared.begin(), declared.end(), is_other) ||
           std::any_of(one.excludes.begin(), one.excludes.end(), is_other);
  }

  const Document& document_;
  std::span<const commune::ActionInfo> infos_;
};

}  // namespace

std::vector<catalogue::Action> read_actions(const Document& document, const Entry& entry, const ActionTables& tables,
                                            const Vocabulary& vocabulary, const Frame& frame) {
  const Conflicts conflicts{document, kinds(vocabulary, tables.role)};
  std::vector<ReadAction> read;
  for (const Node& table : expect_tables(document, entry, tables.header)) {
    ReadAction later = ActionReader{document, table, tables.role, vocabulary, frame}.read();
    for (const ReadAction& earlier : read) conflicts.check(earlier, later, table);
    read.push_back(std::move(later));
  }
  std::vector<catalogue::Action> actions;
  for (ReadAction& one : read) actions.push_back(std::move(one.action));
  return actions;
}

}  // namespace essaim::reader
