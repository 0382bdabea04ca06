// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/world/field.h"

namespace essaim::reader {

inline constexpr std::size_t largest_csv_file = 256'000'000;  ///< bytes

/// The exact bytes of a CSV file. Refuses what is missing, no file, empty or above `largest_csv_file`. `where` starts
/// the messages; the path itself if empty.
std::string read_csv_file(const std::filesystem::path& path, std::string_view where = {});

/// A table of comma-separated values (RFC 4180; a cell in quotes stays on its line) whose first line names the columns.
/// What does not fit is refused at its line and column with an InputError.
class CsvTable {
 public:
  /// `name` is the file's in messages.
  CsvTable(std::string bytes, std::string name);

  std::size_t rows() const { return lines_.size(); }
  const std::string& name() const { return name_; }
  std::optional<std::size_t> find(std::string_view column) const;
  std::optional<std::size_t> find_folded(std::string_view column) const;  ///< capitals or not
  const std::vector<std::string>& columns() const { return columns_; }
  std::size_t require(std::string_view column) const;  ///< or a message with the columns that are there

  bool is_blank(std::size_t row, std::size_t column) const { return cell(row, column).empty(); }
  std::string text(std::size_t row, std::size_t column) const;
  double number(std::size_t row, std::size_t column, Range allowed) const;
  std::size_t index(std::size_t row, std::size_t column, std::size_t count) const;  ///< a whole number below `count`
  bool flag(std::size_t row, std::size_t column) const;                             ///< 0 or 1

  [[noreturn]] void refuse(std::size_t row, std::size_t column, std::string_view message) const;
  [[noreturn]] void refuse_file(std::string_view message) const;

 private:
  struct Line {
    std::size_t start = 0;
    std::uint32_t number = 0;
  };

  void split(Line line, std::size_t end);
  void take_header();
  std::string_view cell(std::size_t row, std::size_t column) const;
  std::string where(Line line, std::size_t at) const;

  std::string bytes_;
  std::string name_;
  std::vector<std::string> columns_;
  std::vector<std::string_view> cells_;  ///< row-major, with their quotes; slices of `bytes_`
  std::vector<Line> lines_;              ///< of each row
};

}  // namespace essaim::reader
