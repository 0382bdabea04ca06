// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/tags.h"

#include <algorithm>

namespace essaim::importer {

std::vector<std::string_view> values_of(std::string_view text) {
  constexpr std::string_view around = " \t'\"[]";
  const std::string_view separators = text.starts_with('[') ? "," : ";|";
  std::vector<std::string_view> values;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    std::string_view value = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t first = value.find_first_not_of(around);
    if (first == std::string_view::npos) continue;
    value.remove_prefix(first);
    values.push_back(value.substr(0, value.find_last_not_of(around) + 1));
  }
  return values;
}

std::string_view Tags::whole(std::string_view key) const {
  const auto found = std::ranges::find(tags_, key, &std::pair<std::string, std::string>::first);
  return found == tags_.end() ? std::string_view{} : std::string_view{found->second};
}

std::string_view Tags::operator[](std::string_view key) const {
  const std::vector<std::string_view> values = values_of(whole(key));
  return values.empty() ? std::string_view{} : values.front();
}

}  // namespace essaim::importer
