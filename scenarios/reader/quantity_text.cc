// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/quantity_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "engine/core/unit.h"
#include "scenarios/reader/names.h"

namespace essaim::reader {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

const UnitSpelling* spelling_of(std::string_view unit, std::string_view canonical) {
  for (const UnitSpelling& spelling : unit_spellings()) {
    if (spelling.text == unit && spelling.canonical == canonical) return &spelling;
  }
  return nullptr;
}

std::vector<std::string> spellings_of(std::string_view canonical) {
  std::vector<std::string> names;
  for (const UnitSpelling& spelling : unit_spellings()) {
    if (spelling.canonical == canonical) names.emplace_back(spelling.text == "1" ? "a number" : spelling.text);
  }
  return names;
}

// 100 for "%", 24 for "hours": dividing by a whole number rounds once, multiplying by 0.01 would round twice.
std::optional<double> whole_divisor(double factor) {
  if (factor >= 1) return std::nullopt;
  const double divisor = std::round(1 / factor);
  return std::abs(divisor * factor - 1) < 1e-12 ? std::optional{divisor} : std::nullopt;
}

}  // namespace

std::optional<WrittenQuantity> split_quantity(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  const std::size_t digit = text.starts_with('-') ? 1 : 0;
  if (text.size() <= digit || text[digit] < '0' || text[digit] > '9') return std::nullopt;
  WrittenQuantity quantity;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), quantity.value);
  if (error != std::errc{} || !std::isfinite(quantity.value)) return std::nullopt;
  quantity.unit = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
  return quantity;
}

std::optional<double> to_canonical(double value, std::string_view unit, std::string_view to) {
  if (unit.empty() && to == "1") return value;
  const UnitSpelling* spelling = spelling_of(unit, to);
  if (spelling == nullptr) return std::nullopt;
  const std::optional<double> divisor = whole_divisor(spelling->factor);
  return divisor ? value / *divisor : value * spelling->factor;
}

double from_canonical(double value, std::string_view unit, std::string_view canonical) {
  const UnitSpelling* spelling = spelling_of(unit, canonical);
  return spelling == nullptr ? value : value / spelling->factor;
}

std::string number_text(double value) {
  const double size = std::abs(value);
  const auto format =
      size == 0 || (size >= 1e-5 && size < 1e15) ? std::chars_format::fixed : std::chars_format::general;
  std::array<char, 64> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, format);
  return error == std::errc{} ? std::string{text.data(), end} : std::string{};
}

std::string rounded_text(double value) {
  std::array<char, 64> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 9);
  double rounded = value;
  if (error == std::errc{}) std::from_chars(text.data(), end, rounded);
  return number_text(rounded);
}

std::string quantity_text(double value, std::string_view unit) {
  std::string text = rounded_text(value);
  return unit == "1" || unit.empty() ? text : text.append(" ").append(unit);
}

std::string unit_choices(std::string_view canonical) {
  const std::vector<std::string> names = spellings_of(canonical);
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text.empty() ? std::string{canonical} : text;
}

std::string nearest_unit(std::string_view wrong, std::string_view canonical) {
  return nearest_name(wrong, spellings_of(canonical));
}

}  // namespace essaim::reader
