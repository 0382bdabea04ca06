// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace essaim::record {

/// Why a file of results could not be written or believed.
enum class Problem : std::uint8_t {
  not_found,      ///< no such file, or it may not be read
  cannot_create,  ///< the directory is missing, or nothing may be written there
  disk_full,
  failed,         ///< another failure of a disk or of the HDF5 library
  not_results,    ///< a file of something else
  damaged,        ///< bytes changed since it was written, or its end is missing
  other_version,  ///< written under another major version of the layout
  other_design,   ///< a block of another scenario, experiment or engine
  incomplete,     ///< blocks are missing
};

/// `what()` names the file, what was found and, where there is one, the cure.
class StorageError : public std::runtime_error {
 public:
  StorageError(Problem problem, const std::string& path, const std::string& cause)
      : std::runtime_error{path + ": " + cause}, problem_{problem} {}

  Problem problem() const { return problem_; }

 private:
  Problem problem_;
};

}  // namespace essaim::record
