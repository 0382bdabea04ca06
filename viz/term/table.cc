// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/table.h"

#include <algorithm>

#include "engine/core/error.h"

namespace essaim::term {
namespace {

constexpr std::size_t gap = 2;

/// Spaces to the right of the last cell are nobody's use.
std::string line_of(const std::vector<Cell>& cells, const std::vector<Column>& columns,
                    const std::vector<std::size_t>& widths, Colours colours, std::size_t indent) {
  std::string line(indent, ' ');
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const std::size_t space = widths[c] - std::min(widths[c], width(cells[c].text));
    const std::string text = painted(cells[c].text, cells[c].tone, colours);
    if (columns[c].align == Align::right) line.append(space, ' ').append(text);
    if (columns[c].align == Align::left) line.append(text).append(c + 1 < cells.size() ? space : 0, ' ');
    if (c + 1 < cells.size()) line.append(gap, ' ');
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line + "\n";
}

}  // namespace

void Table::add(std::vector<Cell> row) {
  ESSAIM_EXPECTS(row.size() == columns_.size());
  rows_.push_back(std::move(row));
}

std::string Table::text(Colours colours, std::size_t indent) const {
  std::vector<std::size_t> widths;
  std::vector<Cell> headers;
  for (const Column& column : columns_) {
    widths.push_back(width(column.header));
    headers.emplace_back(column.header, Tone::strong);
  }
  for (const std::vector<Cell>& row : rows_) {
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width(row[c].text));
  }
  std::string result = line_of(headers, columns_, widths, colours, indent);
  for (const std::vector<Cell>& row : rows_) result += line_of(row, columns_, widths, colours, indent);
  return result;
}

}  // namespace essaim::term
