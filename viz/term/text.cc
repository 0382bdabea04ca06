// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace essaim::term {
namespace {

/// Length in bytes of the UTF-8 sequence that starts with `lead`; a stray byte stands alone.
std::size_t sequence_length(unsigned char lead) {
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  return lead >= 0xC0 ? 2 : 1;
}

char32_t code_point(std::string_view sequence) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(sequence[i])); };
  if (sequence.size() == 1) return byte(0);
  char32_t value = byte(0) & (0x7FU >> sequence.size());
  for (std::size_t i = 1; i < sequence.size(); ++i) value = (value << 6U) | (byte(i) & 0x3FU);
  return value;
}

std::size_t columns_of(char32_t c) {
  const bool combining = (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F);
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                    (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF);
  if (combining) return 0;
  return wide ? 2 : 1;
}

std::string_view next_sequence(std::string_view text, std::size_t at) {
  return text.substr(at, sequence_length(static_cast<unsigned char>(text[at])));
}

/// Averages of `buckets` runs of neighbouring values, as equal in length as possible.
std::vector<double> averaged(std::span<const double> values, std::size_t buckets) {
  std::vector<double> result;
  for (std::size_t b = 0; b < buckets; ++b) {
    const std::size_t from = b * values.size() / buckets;
    const std::size_t to = (b + 1) * values.size() / buckets;
    double sum = 0;
    double count = 0;
    for (std::size_t i = from; i < to; ++i) {
      if (std::isnan(values[i])) continue;
      sum += values[i];
      count += 1;
    }
    result.push_back(count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN());
  }
  return result;
}

}  // namespace

std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view sequence = next_sequence(text, at);
    columns += columns_of(code_point(sequence));
    at += sequence.size();
  }
  return columns;
}

std::string padded(std::string_view text, std::size_t columns, Align align) {
  const std::size_t taken = width(text);
  const std::string space(taken < columns ? columns - taken : 0, ' ');
  return align == Align::left ? std::string{text} + space : space + std::string{text};
}

std::string shortened(std::string_view text, std::size_t columns) {
  if (width(text) <= columns) return std::string{text};
  std::string result;
  std::size_t taken = 1;  // the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view sequence = next_sequence(text, at);
    taken += columns_of(code_point(sequence));
    if (taken > columns) break;
    result += sequence;
    at += sequence.size();
  }
  return result + "…";
}

std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent) {
  std::string result;
  std::size_t taken = 0;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (taken > 0 && taken + 1 + width(word) > columns) {
      result.append("\n").append(indent, ' ');
      taken = indent;
    } else if (taken > 0) {
      result += ' ';
      ++taken;
    }
    result += word;
    taken += width(word);
  }
  return result;
}

std::string sparkline(std::span<const double> values, std::size_t columns) {
  constexpr std::array<std::string_view, 8> blocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (values.empty() || columns == 0) return "";
  const std::vector<double> curve = averaged(values, std::min(columns, values.size()));
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const double value : curve) {
    if (std::isnan(value)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  std::string result;
  for (const double value : curve) {
    if (std::isnan(value)) {
      result += ' ';
      continue;
    }
    const double share = high > low ? (value - low) / (high - low) : 0;
    result += blocks[std::min<std::size_t>(7, static_cast<std::size_t>(share * 8))];
  }
  return result;
}

std::string painted(std::string_view text, Tone tone, Colours colours) {
  constexpr std::array<std::string_view, 6> codes{"", "\033[1m", "\033[2m", "\033[32m", "\033[31m", "\033[33m"};
  const std::string_view code = codes[static_cast<std::size_t>(tone)];
  if (colours == Colours::off || code.empty() || text.empty()) return std::string{text};
  return std::string{code}.append(text).append("\033[0m");
}

Colours colours_for(bool is_terminal, const char* no_color) {
  const bool refused = no_color != nullptr && *no_color != '\0';
  return is_terminal && !refused ? Colours::on : Colours::off;
}

}  // namespace essaim::term
