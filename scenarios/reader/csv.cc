// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/csv.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>

#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/quantity_text.h"
#include "scenarios/reader/text_file.h"

namespace essaim::reader {

namespace {

namespace fs = std::filesystem;

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"') return std::string{text};
  std::string plain;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    plain += text[i];
    if (text[i] == '"') ++i;  // a doubled quote is one
  }
  return plain;
}

/// Characters, as editors count columns, not bytes.
std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Where the cell that starts at `from` ends: at its comma or at the line's end; `npos` if its quotes stay open.
std::size_t end_of_cell(std::string_view line, std::size_t from) {
  std::size_t at = from;
  if (at < line.size() && line[at] == '"') {
    for (++at; at < line.size(); ++at) {
      if (line[at] != '"') continue;
      if (at + 1 < line.size() && line[at + 1] == '"') {
        ++at;
        continue;
      }
      break;
    }
    if (at >= line.size()) return std::string_view::npos;
  }
  return std::min(line.find(',', at), line.size());
}

}  // namespace

std::string read_csv_file(const fs::path& path, std::string_view where) {
  const std::string place = where.empty() ? path.string() : std::string{where};
  const std::string subject = where.empty() ? "" : "file " + in_quotes(path.string()) + ": ";
  const auto refuse = [&](const std::string& message) -> InputError { return {place, subject + message}; };

  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw refuse("no such file, check its path");
  if (!fs::is_regular_file(status)) throw refuse("this is no ordinary file (expected a CSV file), name a file");
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) throw refuse("cannot be read (" + error.message() + "), check its permissions");
  if (size == 0) throw refuse("the file is empty (expected a line that names columns, then rows), write it again");
  if (size > largest_csv_file) {
    throw refuse("the file has " + std::to_string(size) + " bytes (allowed: at most " +
                 std::to_string(largest_csv_file) + "), cut out a smaller territory");
  }
  std::ifstream stream{path, std::ios::binary};
  std::string bytes(size, '\0');
  if (!stream || !stream.read(bytes.data(), static_cast<std::streamsize>(size))) {
    throw refuse("cannot be read, check its permissions");
  }
  return bytes;
}

CsvTable::CsvTable(std::string bytes, std::string name) : bytes_{std::move(bytes)}, name_{std::move(name)} {
  check_text(bytes_, name_);
  std::size_t start = bytes_.size() - without_byte_order_mark(bytes_).size();
  for (std::uint32_t number = 1; start < bytes_.size(); ++number) {
    const std::size_t end = std::min(bytes_.find('\n', start), bytes_.size());
    const bool is_empty = trimmed(std::string_view{bytes_}.substr(start, end - start)).empty();
    if (!is_empty) split({start, number}, end);
    start = end + 1;
  }
  if (columns_.empty()) refuse_file("no line names the columns (expected a CSV file), write it again");
  if (lines_.empty()) refuse_file("no row below the names of columns (expected at least one), write it again");
}

void CsvTable::split(Line line, std::size_t end) {
  const std::string_view text = std::string_view{bytes_}.substr(0, end);
  const bool is_header = columns_.empty();
  const std::size_t before = cells_.size();
  for (std::size_t at = line.start; at <= end;) {
    const std::size_t stop = end_of_cell(text, at);
    if (stop == std::string_view::npos) {
      throw InputError{where(line, at), "quotes that do not close on their line, close them"};
    }
    cells_.push_back(trimmed(text.substr(at, stop - at)));
    at = stop + 1;
  }
  if (is_header) return take_header();
  const std::size_t count = cells_.size() - before;
  if (count != columns_.size()) {
    throw InputError{where(line, line.start), std::to_string(count) + (count == 1 ? " value" : " values") +
                                                  " (expected " + std::to_string(columns_.size()) +
                                                  ", as many as columns), complete the line"};
  }
  lines_.push_back(line);
}

void CsvTable::take_header() {
  for (const std::string_view name : cells_) columns_.push_back(unquoted(name));
  cells_.clear();
  if (columns_.size() == 1 && columns_[0].find_first_of(";\t") != std::string::npos) {
    refuse_file("columns are separated by semicolons or tabs (expected commas), export the file with commas");
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (std::find(columns_.begin(), columns_.begin() + static_cast<std::ptrdiff_t>(i), columns_[i]) !=
        columns_.begin() + static_cast<std::ptrdiff_t>(i)) {
      refuse_file("two columns are named " + in_quotes(columns_[i]) + ", rename one");
    }
  }
}

std::string CsvTable::where(Line line, std::size_t at) const {
  const std::size_t column = characters(std::string_view{bytes_}.substr(line.start, at - line.start)) + 1;
  return name_ + ':' + std::to_string(line.number) + ':' + std::to_string(column);
}

std::string_view CsvTable::cell(std::size_t row, std::size_t column) const {
  return cells_.at(row * columns_.size() + column);
}

std::optional<std::size_t> CsvTable::find(std::string_view column) const {
  const auto found = std::ranges::find(columns_, column);
  if (found == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.begin());
}

std::optional<std::size_t> CsvTable::find_folded(std::string_view column) const {
  const auto folded = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  const auto found = std::ranges::find_if(
      columns_, [&](const std::string& here) { return std::ranges::equal(here, column, {}, folded, folded); });
  if (found == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.begin());
}

std::size_t CsvTable::require(std::string_view column) const {
  if (const auto found = find(column)) return *found;
  throw InputError{name_ + ":1:1",
                   "no column " + in_quotes(column) + " (columns here: " + listed(columns_) + "), add or rename it"};
}

std::string CsvTable::text(std::size_t row, std::size_t column) const { return unquoted(cell(row, column)); }

double CsvTable::number(std::size_t row, std::size_t column, Range allowed) const {
  const std::string written = text(row, column);
  double value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc{} || end != written.data() + written.size() || !std::isfinite(value)) {
    refuse(row, column,
           columns_[column] + " is " + in_quotes(written) + " (expected a number such as 12.5), correct it");
  }
  if (value < allowed.low || value > allowed.high) {
    refuse(row, column,
           columns_[column] + " is " + rounded_text(value) + " (allowed: " + rounded_text(allowed.low) + " to " +
               rounded_text(allowed.high) + "), correct it");
  }
  return value;
}

std::size_t CsvTable::index(std::size_t row, std::size_t column, std::size_t count) const {
  const double value = number(row, column, {0, static_cast<double>(count) - 1});
  if (value != std::floor(value)) {
    refuse(row, column, columns_[column] + " is " + rounded_text(value) + " (expected a whole number), correct it");
  }
  return static_cast<std::size_t>(value);
}

bool CsvTable::flag(std::size_t row, std::size_t column) const {
  const std::string_view written = cell(row, column);
  if (written != "0" && written != "1") {
    refuse(row, column, columns_[column] + " is " + in_quotes(written) + " (allowed: 0, 1), correct it");
  }
  return written == "1";
}

void CsvTable::refuse(std::size_t row, std::size_t column, std::string_view message) const {
  const auto at = static_cast<std::size_t>(cell(row, column).data() - bytes_.data());
  throw InputError{where(lines_[row], at), message};
}

void CsvTable::refuse_file(std::string_view message) const { throw InputError{name_, message}; }

}  // namespace essaim::reader
