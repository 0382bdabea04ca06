// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/values.h"

#include <algorithm>
#include <cmath>

#include "scenarios/reader/names.h"
#include "scenarios/reader/quantity_text.h"

namespace essaim::reader {

namespace {

[[noreturn]] void refuse_kind(const Document& document, const Entry& entry, std::string_view expected) {
  std::string message = entry.key + " is " + description(entry.value) + " (expected ";
  document.refuse(entry.value.at, message.append(expected));
}

struct Written {
  double value = 0;
  std::string_view unit;
};

// What people call the unit of a value that has one; a number alone where the unit is 1.
std::string example_text(double value, std::string_view unit) {
  const std::string text = quantity_text(value, unit);
  return unit == "1" ? text : in_quotes(text);
}

std::string expected_unit(const QuantityRule& rule) { return " (expected " + unit_choices(rule.unit) + ")"; }

std::string unreadable_text(const Node& node, std::string_view name, const QuantityRule& rule) {
  const std::string found = std::string{name} + " is " + in_quotes(node.text);
  std::string with_point = node.text;
  std::replace(with_point.begin(), with_point.end(), ',', '.');
  const bool has_comma = with_point != node.text && split_quantity(with_point);
  if (has_comma) return found + " (decimal numbers take a point), write " + in_quotes(with_point);
  return found + " (expected a number" + (rule.unit == "1" ? "" : " and a unit, " + unit_choices(rule.unit)) +
         "), write for example " + example_text(rule.example, rule.unit);
}

// A number and its unit as the file gives them, or a message.
Written written_quantity(const Document& document, const Node& node, std::string_view name, const QuantityRule& rule) {
  if (node.kind == NodeKind::text) {
    const std::optional<WrittenQuantity> split = split_quantity(node.text);
    if (!split || split->unit.starts_with(',')) document.refuse(node.at, unreadable_text(node, name, rule));
    return {split->value, split->unit};
  }
  const bool is_number =
      (node.kind == NodeKind::integer || node.kind == NodeKind::number) && std::isfinite(node.number);
  if (!is_number) {
    document.refuse(node.at, std::string{name} + " is " + description(node) + " (expected a number" +
                                 (rule.unit == "1" ? "" : " and a unit") + "), write for example " +
                                 example_text(rule.example, rule.unit));
  }
  return {node.number, ""};
}

std::string unit_message(const Written& written, std::string_view name, const QuantityRule& rule) {
  if (written.unit.empty()) {
    return std::string{name} + " is " + number_text(written.value) + " without a unit" + expected_unit(rule) +
           ", write for example " + example_text(written.value, rule.unit);
  }
  const std::string nearest = nearest_unit(written.unit, rule.unit);
  return std::string{name} + " has unit " + in_quotes(written.unit) + expected_unit(rule) +
         (nearest.empty() ? ", write for example " + example_text(rule.example, rule.unit)
                          : ", did you mean " + in_quotes(nearest) + "?");
}

std::string range_message(const Written& written, std::string_view name, const QuantityRule& rule) {
  const auto shown = [&](double value) {
    return quantity_text(from_canonical(value, written.unit, rule.unit), written.unit);
  };
  return std::string{name} + " is " + quantity_text(written.value, written.unit) +
         " (allowed: " + shown(rule.allowed.low) + " to " + shown(rule.allowed.high) + "), write for example " +
         example_text(rule.example, rule.unit);
}

// Conversion may leave the last bit beyond a bound that the file meets exactly.
double at_bounds(double value, Range allowed) {
  const double slack = 1e-12 * std::max(std::abs(allowed.low), std::abs(allowed.high));
  if (value < allowed.low && value >= allowed.low - slack) return allowed.low;
  if (value > allowed.high && value <= allowed.high + slack) return allowed.high;
  return value;
}

}  // namespace

/// A text is shown on terminals and pages: no escape sequences, and no marks that turn the direction of writing.
void refuse_unprintable(const Document& document, const Node& node, const std::string& key) {
  const std::string& text = node.text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
    const std::string_view three = std::string_view{text}.substr(i, 3);
    const bool turns =
        (three >= "\xE2\x80\xAA" && three <= "\xE2\x80\xAE") || (three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9");
    if (control || turns) {
      document.refuse(node.at, key + " holds a character that cannot be shown (expected printable text), remove it");
    }
  }
}

std::string read_text(const Document& document, const Entry& entry) {
  if (entry.value.kind != NodeKind::text) refuse_kind(document, entry, "text), write it between quotes");
  if (entry.value.text.empty()) document.refuse(entry.value.at, entry.key + " is empty (expected text), fill it in");
  refuse_unprintable(document, entry.value, entry.key);
  return entry.value.text;
}

std::string read_choice(const Document& document, const Entry& entry, const std::vector<std::string>& choices) {
  std::string text = read_text(document, entry);
  if (std::find(choices.begin(), choices.end(), text) != choices.end()) return text;
  document.refuse(entry.value.at, "unknown " + entry.key + " " + in_quotes(text) + suggestion(text, choices));
}

bool read_yes_or_no(const Document& document, const Entry& entry) {
  if (entry.value.kind != NodeKind::boolean) refuse_kind(document, entry, "true or false), write it without quotes");
  return entry.value.boolean;
}

std::int64_t read_whole_number(const Document& document, const Entry& entry, WholeRange allowed) {
  const std::string range = std::to_string(allowed.low) + " to " + std::to_string(allowed.high);
  if (entry.value.kind != NodeKind::integer) {
    refuse_kind(document, entry, "a whole number, " + range + "), write it without quotes and decimals");
  }
  if (entry.value.integer < allowed.low || entry.value.integer > allowed.high) {
    document.refuse(entry.value.at, entry.key + " is " + std::to_string(entry.value.integer) + " (allowed: " + range +
                                        "), choose a number in that range");
  }
  return entry.value.integer;
}

double read_quantity(const Document& document, const Entry& entry, const QuantityRule& rule) {
  return read_quantity(document, entry.value, entry.key, rule);
}

double read_quantity(const Document& document, const Node& node, std::string_view name, const QuantityRule& rule) {
  const Written written = written_quantity(document, node, name, rule);
  const std::optional<double> converted = to_canonical(written.value, written.unit, rule.unit);
  if (!converted) document.refuse(node.at, unit_message(written, name, rule));
  const double value = at_bounds(*converted, rule.allowed);
  const bool fits = value >= rule.allowed.low && value <= rule.allowed.high;
  if (!fits) document.refuse(node.at, range_message(written, name, rule));
  return value;
}

Date read_date(const Document& document, const Entry& entry, std::string_view example) {
  if (entry.value.kind == NodeKind::date) return entry.value.date;
  const std::string how = std::string{"a date), write it as "}.append(entry.key).append(" = ").append(example);
  refuse_kind(document, entry, entry.value.kind == NodeKind::text ? how + ", without quotes" : how);
}

std::vector<std::string> read_names(const Document& document, const Entry& entry) {
  if (entry.value.kind == NodeKind::text) return {read_text(document, entry)};
  if (entry.value.kind != NodeKind::array || entry.value.items.empty()) {
    refuse_kind(document, entry, "a list of texts), write it as " + entry.key + " = [\"...\", \"...\"]");
  }
  std::vector<std::string> names;
  for (const Node& item : entry.value.items) {
    if (item.kind != NodeKind::text || item.text.empty()) {
      document.refuse(item.at,
                      entry.key + " holds " + description(item) + " (expected texts), write it between quotes");
    }
    refuse_unprintable(document, item, entry.key);
    if (std::find(names.begin(), names.end(), item.text) != names.end()) {
      document.refuse(item.at, entry.key + " names " + in_quotes(item.text) + " twice (once is enough), remove one");
    }
    names.push_back(item.text);
  }
  return names;
}

const Node& name_node(const Entry& entry, std::size_t i) {
  return entry.value.kind == NodeKind::array ? entry.value.items.at(i) : entry.value;
}

const Node& expect_table(const Document& document, const Entry& entry, std::string_view header) {
  if (entry.value.kind == NodeKind::table) return entry.value;
  document.refuse(entry.value.at, entry.key + " is " + description(entry.value) + " (expected a table), write [" +
                                      std::string{header} + "] and its keys on the lines below");
}

const std::vector<Node>& expect_tables(const Document& document, const Entry& entry, std::string_view header) {
  const std::string how = " (expected a list of tables), write [[" + std::string{header} +
                          "]] with two brackets, and its keys on the lines below";
  if (entry.value.kind != NodeKind::array) {
    document.refuse(entry.value.at, entry.key + " is " + description(entry.value) + how);
  }
  for (const Node& item : entry.value.items) {
    if (item.kind != NodeKind::table) document.refuse(item.at, entry.key + " holds " + description(item) + how);
  }
  return entry.value.items;
}

void allow_only(const Document& document, const Node& table, const std::vector<std::string>& keys) {
  for (const Entry& entry : table.entries) {
    if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
    document.refuse(entry.key_at, "unknown key " + in_quotes(entry.key) + suggestion(entry.key, keys));
  }
}

const Entry& require(const Document& document, const Node& table, std::string_view key, std::string_view what,
                     std::string_view example) {
  if (const Entry* entry = table.find(key)) return *entry;
  document.refuse(table.at, std::string{what}.append(" has no ").append(key).append(", add ").append(example));
}

}  // namespace essaim::reader
