// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/calendar.h"
#include "scenarios/reader/input_error.h"

namespace essaim::reader {

/// Where a key or a value was written. Values that an option or a design puts in keep the place of that option.
struct Position {
  std::uint32_t source = 0;  ///< index in `Document::sources`
  std::uint32_t line = 0;    ///< from 1; 0 for an option of the command line
  std::uint32_t column = 0;  ///< from 1, in characters
};

enum class NodeKind : std::uint8_t { table, array, text, integer, number, boolean, date, date_time, other };

struct Entry;

/// One value of a TOML file. Only the members of its kind mean something.
struct Node {
  NodeKind kind = NodeKind::table;
  bool boolean = false;
  Position at;  ///< first character of the value; of the brackets for a `[table]`
  std::int64_t integer = 0;
  double number = 0;
  Date date;
  std::int64_t second_of_day = 0;  ///< of a date with a time
  std::string text;
  std::vector<Entry> entries;  ///< of a table, as written from top to bottom
  std::vector<Node> items;     ///< of an array

  const Entry* find(std::string_view key) const;
  Entry* find(std::string_view key);
};

/// A key of a table with its value.
struct Entry {
  std::string key;
  Position key_at;
  Node value;
};

/// A TOML file as a tree, with the place of everything in it, so that each message can point at what is wrong.
struct Document {
  Node root;
  std::vector<std::string> sources;  ///< the file's name, then the options that changed it

  std::string where(Position position) const;  ///< "file:line:column"
  [[noreturn]] void refuse(Position position, std::string_view message) const;
};

/// Reads TOML text; `name` is the file's name in messages.
Document parse_document(std::string_view bytes, std::string_view name);

/// Reads what follows a `=`: a TOML value, or bare text ("12 days") taken as it is.
Node parse_value(std::string_view text, std::string_view where, Position at);

void move_to(Node& node, Position at);                 ///< a value and all in it
void change_source(Node& node, std::uint32_t source);  ///< lines and columns stay

/// "the number 12", "the text \"abc\"": how messages name what they found.
std::string description(const Node& node);

}  // namespace essaim::reader
