// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

// How the HDF5 library reaches the disk when it writes. With its own driver, a write that fails may be forgotten (the
// file is closed without an error and is wrong) and may end the program when the library shuts down. Ours never
// tells the library: it notes the first failure, and whoever writes asks for it.

namespace essaim::record::h5 {

class Disk : public std::enable_shared_from_this<Disk> {
 public:
  /// The first failure since the file was made, as a number of <cerrno>; 0 if there was none.
  int failure() const { return failure_; }
  void note_failure(int error) {
    if (failure_ == 0) failure_ = error;
  }

 private:
  int failure_ = 0;
};

/// Makes files that are opened with this access property list (an `hid_t`) use that disk.
void use_disk(std::int64_t access, Disk& disk, const std::string& where);

/// Throws a `StorageError` if a write has failed.
void require_sound(const Disk& disk, const std::string& where);

}  // namespace essaim::record::h5
