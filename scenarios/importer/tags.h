// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace essaim::importer {

/// Keys and values of one object of OpenStreetMap.
class Tags {
 public:
  Tags() = default;
  Tags(std::initializer_list<std::pair<std::string, std::string>> tags) : tags_{tags} {}

  void add(std::string key, std::string value) { tags_.emplace_back(std::move(key), std::move(value)); }
  bool empty() const { return tags_.empty(); }
  bool has(std::string_view key) const { return !(*this)[key].empty(); }

  /// The value; empty if there is none. Of several values ("a;b", or a Python list as OSMnx writes it) the first one.
  std::string_view operator[](std::string_view key) const;
  std::string_view whole(std::string_view key) const;  ///< with all its values

 private:
  std::vector<std::pair<std::string, std::string>> tags_;
};

/// One of a list of values written as text: "50;30", "['footway', 'steps']".
std::vector<std::string_view> values_of(std::string_view text);

}  // namespace essaim::importer
