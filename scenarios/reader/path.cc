// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/path.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "scenarios/reader/names.h"

namespace essaim::reader {

namespace {

constexpr std::size_t longest_path = 200;

bool is_name(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

std::optional<PathStep> parse_step(std::string_view text) {
  PathStep step;
  const std::size_t bracket = text.find('[');
  step.name = text.substr(0, bracket);
  if (!is_name(step.name)) return std::nullopt;
  if (bracket == std::string_view::npos) return step;
  if (!text.ends_with(']')) return std::nullopt;
  const std::string_view digits = text.substr(bracket + 1, text.size() - bracket - 2);
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
  if (error != std::errc{} || digits.empty() || end != digits.data() + digits.size()) return std::nullopt;
  step.index = index;
  return step;
}

std::string text_of(const PathStep& step) {
  return step.index ? step.name + '[' + std::to_string(*step.index) + ']' : step.name;
}

std::string text_of(const std::vector<PathStep>& steps, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i > 0 ? "." : "") + text_of(steps[i]);
  return text;
}

/// Follows a path, and says where it leads nowhere.
class Walk {
 public:
  Walk(const std::vector<PathStep>& steps, std::string_view where) : steps_{steps}, where_{where} {}

  Node& step(Node& table, std::size_t i) const {
    Entry* entry = table.find(steps_[i].name);
    if (entry == nullptr) refuse_name(table, i);
    return item(entry->value, i);
  }

  Node& item(Node& value, std::size_t i) const {
    const std::optional<std::size_t> index = steps_[i].index;
    if (!index) {
      if (value.kind == NodeKind::array && i + 1 < steps_.size()) refuse_index(value, i, "which one is not said");
      return value;
    }
    if (value.kind != NodeKind::array) {
      refuse(steps_[i].name + " is " + description(value) + ", not a list", "remove its index");
    }
    if (*index >= value.items.size()) refuse_index(value, i, "there is no such one");
    return value.items[*index];
  }

  void expect_table(const Node& node, std::size_t i) const {
    if (node.kind == NodeKind::table) return;
    refuse(text_of(steps_, i + 1) + " is " + description(node) + ", not a table", "end the path there");
  }

 private:
  [[noreturn]] void refuse(const std::string& why, const std::string& cure) const {
    throw InputError{where_, "unknown path " + in_quotes(text_of(steps_, steps_.size())) + " (" + why + "), " + cure};
  }

  [[noreturn]] void refuse_name(const Node& table, std::size_t i) const {
    std::vector<std::string> names;
    for (const Entry& entry : table.entries) names.push_back(entry.key);
    const std::string holder = i == 0 ? "the scenario" : text_of(steps_, i);
    const std::string nearest = nearest_name(steps_[i].name, names);
    const std::string why = holder + " has no " + in_quotes(steps_[i].name);
    if (nearest.empty()) refuse(why + "; it has: " + listed(names), "add it to the file, or correct the path");
    std::vector<PathStep> meant = steps_;
    meant[i].name = nearest;
    throw InputError{where_, "unknown path " + in_quotes(text_of(steps_, steps_.size())) + " (" + why +
                                 "), did you mean " + in_quotes(text_of(meant, meant.size())) + "?"};
  }

  [[noreturn]] void refuse_index(const Node& list, std::size_t i, const std::string& trouble) const {
    const std::size_t count = list.items.size();
    const std::string name = text_of(steps_, i) + (i > 0 ? "." : "") + steps_[i].name;
    refuse(trouble + "; " + name + " has " + std::to_string(count) + ", counted from 0",
           "write for example " + steps_[i].name + "[0]");
  }

  const std::vector<PathStep>& steps_;
  std::string_view where_;
};

Node& child(Node& table, const std::string& name, Position at) {
  if (Entry* entry = table.find(name)) return entry->value;
  table.entries.push_back({name, at, {}});
  table.entries.back().value.at = at;
  return table.entries.back().value;
}

void remove(Node& table, std::string_view key) {
  std::erase_if(table.entries, [&](const Entry& entry) { return entry.key == key; });
}

}  // namespace

std::vector<PathStep> parse_path(std::string_view path, std::string_view where) {
  std::vector<PathStep> steps;
  std::string_view rest = path;
  while (path.size() <= longest_path) {
    const std::size_t dot = rest.find('.');
    const std::optional<PathStep> step = parse_step(rest.substr(0, dot));
    if (!step) break;
    steps.push_back(*step);
    if (dot == std::string_view::npos) return steps;
    rest.remove_prefix(dot + 1);
  }
  throw InputError{where, "the path " + in_quotes(path) +
                              " cannot be read (names joined by dots, tables of a list counted from [0]), write for "
                              "example variant.epicerie.measure[0].capacity"};
}

Node* find_parent(Document& document, const std::vector<PathStep>& steps, std::string_view where) {
  const Walk walk{steps, where};
  Node* node = &document.root;
  const bool may_add = steps.front().name == "parameters" &&
                       std::none_of(steps.begin(), steps.end(), [](const PathStep& step) { return step.index; });
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    if (may_add && node->find(steps[i].name) == nullptr) return nullptr;
    node = &walk.step(*node, i);
    walk.expect_table(*node, i);
  }
  return node;
}

void set_path(Document& document, std::string_view path, Node value) {
  const std::string where = document.where(value.at);
  const std::vector<PathStep> steps = parse_path(path, where);
  const Position at = value.at;
  Node* parent = find_parent(document, steps, where);
  if (parent == nullptr) {
    parent = &document.root;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) parent = &child(*parent, steps[i].name, at);
  }
  if (steps.size() == 1 && steps[0].name == "site") remove(document.root, "sites");
  if (steps.size() == 1 && steps[0].name == "sites") remove(document.root, "site");
  if (steps.back().index) {
    Walk{steps, where}.step(*parent, steps.size() - 1) = std::move(value);
    return;
  }
  Node& place = child(*parent, steps.back().name, at);
  place = std::move(value);
  parent->find(steps.back().name)->key_at = at;
}

void set_option(Document& document, std::string_view option, std::string_view path, std::string_view value) {
  document.sources.emplace_back(option);
  const Position at = {static_cast<std::uint32_t>(document.sources.size() - 1), 0, 0};
  set_path(document, path, parse_value(value, option, at));
}

}  // namespace essaim::reader
