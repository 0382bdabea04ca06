// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/action_reader.h"

#include <algorithm>

#include "scenarios/reader/names.h"
#include "scenarios/reader/quantity_text.h"

namespace essaim::reader {

namespace {

constexpr Duration shortest = Duration::hours(1);
constexpr Duration longest = Duration::days(3'660);

std::string_view word(Role role) { return role == Role::shock ? "shock" : "measure"; }

std::span<const commune::ActionInfo> kinds(const Vocabulary& vocabulary, Role role) {
  return role == Role::shock ? vocabulary.shocks : vocabulary.measures;
}

std::string last_day(const Frame& frame) {
  return Date::from_days(frame.start.days_since_1970() + frame.days - 1).text();
}

/// Reads one table.
class ActionReader {
 public:
  ActionReader(const Document& document, const Node& table, Role role, const Vocabulary& vocabulary, const Frame& frame)
      : document_{document}, table_{table}, role_{role}, vocabulary_{vocabulary}, frame_{frame} {}

  catalogue::Action read() {
    catalogue::Action action;
    action.kind = kind();
    info_ = &kinds(vocabulary_, role_)[action.kind];
    allow_only(document_, table_, allowed_keys());
    action.start = start();
    action.duration = duration(action.start);
    if (const Entry* entry = table_.find("decided_by")) check_decision(*entry);
    for (const Setting& setting : info_->settings) action.settings.push_back(value(setting));
    return action;
  }

 private:
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
    std::vector<std::string> keys = {"kind", "start", "duration"};
    if (role_ == Role::measure) keys.emplace_back("decided_by");
    for (const Setting& setting : info_->settings) keys.emplace_back(setting.name);
    return keys;
  }

  Time start() const {
    const Entry& entry = require(document_, table_, "start", info_->name, "start = " + frame_.start.text());
    const bool has_time = entry.value.kind == NodeKind::date_time;
    const Date date = has_time ? entry.value.date : read_date(document_, entry, frame_.start.text());
    const std::int64_t day = date.days_since_1970() - frame_.start.days_since_1970();
    if (day < 0 || day >= frame_.days) {
      document_.refuse(entry.value.at, "start is " + date.text() + " (allowed: " + frame_.start.text() + " to " +
                                           last_day(frame_) + ", the days of the run), choose a day within the run");
    }
    return Time::start_of_day(static_cast<std::uint32_t>(day)) +
           Duration::seconds(has_time ? entry.value.second_of_day : 0);
  }

  Duration duration(Time start) const {
    if (const Entry* entry = table_.find("duration"))
      return read_duration(document_, *entry, "days", shortest, longest);
    if (role_ == Role::shock) require(document_, table_, "duration", info_->name, "duration = \"10 days\"");
    return Time::start_of_day(frame_.days) - start;
  }

  void check_decision(const Entry& entry) const {
    const std::string body = read_choice(document_, entry, {"imposed", "council", "assembly", "participatory_budget"});
    if (body == "imposed") return;
    document_.refuse(entry.value.at,
                     "decided_by is " + in_quotes(body) +
                         " (this version has no model of decisions, a commune cannot refuse yet), write "
                         "decided_by = \"imposed\"");
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

bool overlap(const catalogue::Action& a, const catalogue::Action& b) {
  return a.kind == b.kind && a.start < b.start + b.duration && b.start < a.start + a.duration;
}

}  // namespace

std::vector<catalogue::Action> read_actions(const Document& document, const Entry& entry, const ActionTables& tables,
                                            const Vocabulary& vocabulary, const Frame& frame) {
  const Role role = tables.role;
  std::vector<catalogue::Action> actions;
  for (const Node& table : expect_tables(document, entry, tables.header)) {
    const catalogue::Action action = ActionReader{document, table, role, vocabulary, frame}.read();
    for (const catalogue::Action& earlier : actions) {
      if (!overlap(earlier, action)) continue;
      const std::string name{kinds(vocabulary, role)[action.kind].name};
      document.refuse(table.find("start")->value.at,
                      name + " starts while another " + name + " lasts (one at a time), move or shorten one of them");
    }
    actions.push_back(action);
  }
  return actions;
}

}  // namespace essaim::reader
