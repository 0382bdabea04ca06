// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/record/h5.h"
#include "engine/record/results.h"

namespace essaim::record {

/// Which part of a design a file holds.
struct FilePart {
  std::uint32_t first_cell = 0;
  std::uint32_t cells = 0;
  std::uint32_t first_replicate = 0;
  std::uint32_t replicates = 0;
};

struct VariableRow;

/// Sizes of the dimensions of a file, by name.
using Sizes = std::map<std::string, std::uint64_t, std::less<>>;

/// A file in the making, NAME.part, in which variables are made by their path in the layout.
class FileWriter {
 public:
  /// Starts the file with the dimensions and coordinates that every file has.
  FileWriter(const std::filesystem::path& final_name, const ResultsHeader& header, const FilePart& part);

  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;
  ~FileWriter();  ///< removes what was not finished; variables must be gone by then

  h5::File& file() { return file_; }
  const FilePart& part() const { return part_; }
  std::uint64_t size(std::string_view dimension) const;
  void set_size(std::string_view dimension, std::uint64_t size);

  void write_attributes(const ResultsHeader& header);
  void write_tables_of_root();
  void write_tables_of_groups();
  void write_inputs();

  /// Makes a variable of the layout; its dimensions' sizes must be known.
  h5::Dataset make(std::string_view path);
  h5::Dataset make_indicator(const Indicator& indicator);
  h5::Dataset make_by_group(const Indicator& indicator);
  h5::Dataset make_summary(const Indicator& indicator);
  void make_groups();

  /// Closes, seals and publishes the file.
  void finish();

 private:
  h5::Dataset make_like(std::string_view row_path, const std::string& path, h5::Type type);
  h5::Dataset& scale(std::string_view dimension);
  void make_coordinates();
  void make_site_coordinate();
  void make_group_coordinate();
  void write_columns(bool of_groups);
  void write_themes();
  void write_territory_coordinates();
  void name_dimensions(h5::Dataset& dataset, const VariableRow& row);
  static void describe(h5::Dataset& dataset, std::string_view path);
  void verify(const std::filesystem::path& part) const;
  template <class T>
  void write_numbers(std::string_view path, std::uint64_t first, std::uint64_t count);

  const ResultsHeader& header_;
  FilePart part_;
  std::filesystem::path final_name_;
  h5::File file_;
  Sizes sizes_;
  std::map<std::string, h5::Dataset, std::less<>> scales_;
  std::map<std::string, std::vector<h5::ScaleUse>, std::less<>> uses_;  ///< of each dimension
  std::vector<std::pair<std::string, h5::Extents>> made_;  ///< to look at again before the file gets its name
  bool finished_ = false;
};

}  // namespace essaim::record
