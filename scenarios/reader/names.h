// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::reader {

/// Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, substitutions and swaps of two
/// neighbouring characters that turn `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The name closest to `wrong`, the first of equals; empty if none is close enough to be what was meant.
std::string nearest_name(std::string_view wrong, std::span<const std::string> names);

std::string in_quotes(std::string_view text);            ///< "text", shortened if long
std::string listed(std::span<const std::string> names);  ///< a, b, c; only the first twenty of many

/// How a message about an unknown name ends: `, did you mean "x"?`, or ` (allowed: a, b, c), use one of these`.
std::string suggestion(std::string_view wrong, std::span<const std::string> names);

/// The names of declared things, in their order.
std::vector<std::string> names_of(const auto& declared) {
  std::vector<std::string> names;
  for (const auto& one : declared) names.emplace_back(one.name);
  return names;
}

/// Does `name` fit a pattern where * stands for any characters and ? for one?
bool matches(std::string_view name, std::string_view pattern);

}  // namespace essaim::reader
