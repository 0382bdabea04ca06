// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/names.h"

#include <algorithm>

namespace essaim::reader {

namespace {

constexpr std::size_t longest_shown = 60;  // characters of a quoted text
constexpr std::size_t most_listed = 20;    // names in one message
constexpr std::size_t longest_compared = 80;

// Cuts before a byte that continues a UTF-8 character, so that no character is halved.
std::string_view shortened(std::string_view text) {
  if (text.size() <= longest_shown) return text;
  std::size_t end = longest_shown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);  // the row before the last one
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

std::string nearest_name(std::string_view wrong, std::span<const std::string> names) {
  if (wrong.empty() || wrong.size() > longest_compared) return {};
  std::size_t least = std::max<std::size_t>(1, (wrong.size() + 1) / 3) + 1;
  std::string nearest;
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(wrong, name);
    if (distance >= least || distance >= name.size()) continue;
    least = distance;
    nearest = name;
  }
  return nearest;
}

std::string in_quotes(std::string_view text) {
  const std::string_view shown = shortened(text);
  std::string out = std::string{"\""}.append(shown);
  if (shown.size() < text.size()) out += "...";
  return out += '"';
}

std::string listed(std::span<const std::string> names) {
  std::string out;
  for (const std::string& name : names.first(std::min(names.size(), most_listed))) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  if (names.size() > most_listed) out += ", ...";
  return out;
}

std::string suggestion(std::string_view wrong, std::span<const std::string> names) {
  const std::string nearest = nearest_name(wrong, names);
  if (!nearest.empty()) return ", did you mean " + in_quotes(nearest) + "?";
  if (names.empty()) return " (nothing is allowed here), remove it";
  return " (allowed: " + listed(names) + "), use one of these";
}

// Greedy, with one place to return to: the last star seen.
bool matches(std::string_view name, std::string_view pattern) {
  std::size_t n = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++n;
      ++p;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace essaim::reader
