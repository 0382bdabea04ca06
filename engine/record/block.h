// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "engine/record/h5.h"
#include "engine/record/results.h"

// The unit of durability: one block of one cell in one file. A directory of blocks holds `design.nc`, which is a
// results file without replicates, and one file a finished block.

namespace essaim::record {

std::filesystem::path design_path(const std::filesystem::path& directory);
std::filesystem::path block_path(const std::filesystem::path& directory, BlockKey key);

/// Writes `design.nc` unless it is there; throws `other_design` if it is that of another design.
void write_design(const std::filesystem::path& directory, const ResultsHeader& header);

/// Writes a finished block; on return it is on the disk under its name.
void write_block(const std::filesystem::path& directory, const ResultsHeader& header, BlockKey key,
                 std::span<const ReplicateRecord> replicates);

/// A block as it lies on the disk, checked to be whole and of this design.
class BlockFile {
 public:
  /// Throws `not_found`, `damaged` or `other_design`.
  BlockFile(const std::filesystem::path& directory, const ResultsHeader& header, BlockKey key);

  std::uint32_t replicates() const { return replicates_; }
  h5::Dataset open(const std::string& path) const { return file_.open_dataset(path); }
  /// All of a variable.
  template <class T>
  std::vector<T> read(const std::string& path) const {
    const h5::Dataset dataset = open(path);
    return dataset.read<T>(dataset.everything());
  }
  std::vector<std::string> read_texts(const std::string& path) const;
  bool has(const std::string& path) const { return file_.has(path); }

 private:
  h5::File file_;
  std::uint32_t replicates_;
};

}  // namespace essaim::record
