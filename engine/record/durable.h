// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/record/storage_error.h"

// What makes a file of results lasting and believable.
//
// A file is written as NAME.part, sealed, brought to the disk and only then renamed to NAME: under its final name it
// is whole or not there at all. The seal is its last 24 bytes: "ESSAIMS1", the number of bytes before the seal, and a
// 64-bit checksum of those bytes in which any one changed word changes the result for certain. HDF5 and netCDF
// readers do not look past the end that the file's own header states, so the seal does not disturb them; a tool that
// rewrites the file breaks or drops it, which is noticed too.

namespace essaim::record {

/// Appends the seal.
void seal(const std::filesystem::path& file);

/// Whether its last bytes are the seal of a file of this length. Reads 24 bytes, where checking the seal reads all;
/// throws a `StorageError` if it cannot be opened.
bool has_seal(const std::filesystem::path& file);

/// Throws a `StorageError`, `damaged` or `not_results`, unless the file is as it was when it was sealed.
void check_seal(const std::filesystem::path& file);

/// Brings a finished file to the disk under its final name, replacing what was there.
void publish(const std::filesystem::path& part, const std::filesystem::path& final_name);

/// Makes bytes a file under that name, durably.
void write_durably(const std::filesystem::path& file, std::string_view bytes);
/// The same for bytes that come in pieces: `fill` is given what takes them.
using TextSink = std::function<void(std::string_view)>;
void write_durably(const std::filesystem::path& file, const std::function<void(const TextSink&)>& fill);

/// All bytes of a file.
std::vector<std::byte> read_whole(const std::filesystem::path& file);

/// "NAME.part"
std::filesystem::path part_of(const std::filesystem::path& file);

/// Throws `cannot_create` if no file can be made in that existing directory.
void require_writable_directory(const std::filesystem::path& directory);

/// While it lives, no other process has the lock of that name. The file stays: whoever dies leaves no lock behind.
class FileLock {
 public:
  /// Throws `cannot_create` if another process holds it. Where the disk knows no locks, it is taken for free.
  explicit FileLock(const std::filesystem::path& file);
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

 private:
  int number_;
};

}  // namespace essaim::record
