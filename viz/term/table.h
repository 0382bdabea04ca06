// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "viz/term/text.h"

namespace essaim::term {

struct Column {
  std::string header;
  Align align = Align::left;
};

struct Cell {
  std::string text;
  Tone tone = Tone::plain;

  Cell(std::string words, Tone how = Tone::plain) : text{std::move(words)}, tone{how} {}  // NOLINT: a text is a cell
  Cell(const char* words) : text{words} {}                                                // NOLINT
};

/// Rows under headers, aligned by what is seen rather than by bytes. No lines are drawn: screen readers and pipes
/// read it as well.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_{std::move(columns)} {}

  void add(std::vector<Cell> row);  ///< one cell per column
  std::size_t rows() const { return rows_.size(); }
  std::string text(Colours colours, std::size_t indent = 0) const;  ///< every line ends with a line feed

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace essaim::term
