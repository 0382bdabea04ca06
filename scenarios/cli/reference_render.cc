// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "scenarios/cli/reference.h"
#include "viz/term/table.h"

namespace essaim::cli {
namespace {

constexpr std::size_t screen_width = 100;
constexpr std::size_t widest_cell = 48;
using Size = ReferenceColumn::Size;

/// Rows as they stand in a terminal: cells aligned, and below each the sentences that are too long for a cell.
std::string table_text(const ReferenceTable& table, term::Colours colours) {
  std::vector<term::Column> columns;
  for (const ReferenceColumn& column : table.columns) {
    if (column.size == Size::cell) columns.push_back({column.header, term::Align::left});
  }
  term::Table aligned{columns};
  for (const std::vector<std::string>& row : table.rows) {
    std::vector<term::Cell> cells;
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (table.columns[c].size == Size::cell) cells.emplace_back(term::shortened(row[c], widest_cell));
    }
    aligned.add(std::move(cells));
  }
  const std::string text = aligned.text(colours);
  std::string result = text.substr(0, text.find('\n') + 1);
  std::size_t at = result.size();
  for (const std::vector<std::string>& row : table.rows) {
    const std::size_t end = text.find('\n', at) + 1;
    result += text.substr(at, end - at);
    at = end;
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (table.columns[c].size == Size::cell || row[c].empty()) continue;
      const std::string sentence = "    " + term::wrapped(row[c], screen_width - 4, 4);
      result += term::painted(sentence, term::Tone::faint, colours) + "\n";
    }
  }
  return result;
}

/// A bar would end the cell.
std::string markdown_cell(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '|') result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result;
}

std::string table_markdown(const ReferenceTable& table) {
  std::string text;
  if (!table.title.empty()) text += "\n## " + table.title + "\n";
  if (!table.intro.empty()) text += "\n" + table.intro + "\n";
  if (table.rows.empty()) return text;
  std::string header = "|";
  std::string rule = "|";
  for (const ReferenceColumn& column : table.columns) {
    header += " " + markdown_cell(column.header) + " |";
    rule += "---|";
  }
  text += "\n" + header + "\n" + rule + "\n";
  for (const std::vector<std::string>& row : table.rows) {
    text += "|";
    for (const std::string& cell : row) text += " " + markdown_cell(cell) + " |";
    text += "\n";
  }
  return text;
}

}  // namespace

std::string page_text(const ReferencePage& page, term::Colours colours) {
  std::string text = term::painted(page.title, term::Tone::strong, colours) + "\n";
  for (const std::string& paragraph : page.paragraphs) text += term::wrapped(paragraph, screen_width) + "\n";
  for (const ReferenceTable& table : page.tables) {
    text += "\n";
    if (!table.title.empty()) text += term::painted(table.title, term::Tone::strong, colours) + "\n";
    if (!table.intro.empty()) text += term::wrapped(table.intro, screen_width) + "\n";
    if (!table.rows.empty()) text += table_text(table, colours);
  }
  return text;
}

std::string page_markdown(const ReferencePage& page, std::string_view command) {
  std::string text = fmt::format("<!-- Written by `{}`; do not edit. -->\n\n# {}\n", command, page.title);
  for (const std::string& paragraph : page.paragraphs) text += "\n" + paragraph + "\n";
  for (const ReferenceTable& table : page.tables) text += table_markdown(table);
  return text;
}

std::string page_json(const ReferencePage& page) {
  nlohmann::ordered_json result{{"title", page.title}, {"paragraphs", page.paragraphs}};
  for (const ReferenceTable& table : page.tables) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const std::vector<std::string>& row : table.rows) {
      nlohmann::ordered_json object;
      for (std::size_t c = 0; c < row.size(); ++c) object[table.columns[c].key] = row[c];
      rows.push_back(std::move(object));
    }
    nlohmann::ordered_json entry{{"rows", std::move(rows)}};
    if (!table.title.empty()) entry["title"] = table.title;
    if (!table.intro.empty()) entry["intro"] = table.intro;
    result["tables"][table.key] = std::move(entry);
  }
  return result.dump(2) + "\n";
}

std::string written(double value, std::string_view unit) {
  const std::string number = fmt::format("{:.6g}", value);
  return unit.empty() || unit == "1" ? number : number + " " + std::string{unit};
}

}  // namespace essaim::cli
