// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/record/storage_error.h"

// The one place that talks to the HDF5 library. Every status is checked: a failure is a `StorageError` that names the
// file and the library's own reason, which it no longer prints. What is written here also reads as netCDF-4:
// creation order is kept, dimensions are HDF5 dimension scales, texts are UTF-8.

namespace essaim::record::h5 {

/// Owns one identifier of the HDF5 library (its `hid_t`).
class Handle {
 public:
  using Closer = int (*)(std::int64_t);

  Handle() = default;
  Handle(std::int64_t id, Closer closer) : id_{id}, closer_{closer} {}
  Handle(Handle&& other) noexcept : id_{std::exchange(other.id_, -1)}, closer_{other.closer_} {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(closer_, other.closer_);
    return *this;
  }
  ~Handle() { close(); }

  std::int64_t get() const { return id_; }
  /// The library's status: negative if what was still to be written could not be.
  int close() { return id_ >= 0 ? closer_(std::exchange(id_, -1)) : 0; }

 private:
  std::int64_t id_ = -1;
  Closer closer_ = nullptr;
};

enum class Type : std::uint8_t { uint8, int32, uint64, float32, float64, text };

template <class T>
constexpr Type type_of() {
  if constexpr (std::is_same_v<T, std::uint8_t>) return Type::uint8;
  if constexpr (std::is_same_v<T, std::int32_t>) return Type::int32;
  if constexpr (std::is_same_v<T, std::uint64_t>) return Type::uint64;
  if constexpr (std::is_same_v<T, float>) return Type::float32;
  if constexpr (std::is_same_v<T, double>) return Type::float64;
}

using Extents = std::vector<std::uint64_t>;

/// A part of a dataset: `count[i]` elements from `offset[i]` on along each dimension.
struct Slab {
  Extents offset;
  Extents count;

  std::uint64_t size() const;
};

/// What a new dataset is. With a chunk it is compressed and carries checksums (texts: neither), and may grow where
/// `growing` says so.
struct DatasetSpec {
  std::string path;
  Type type = Type::float64;
  Extents extents;
  Extents chunk;
  int growing = -1;  ///< the one unlimited dimension, if any
};

class File;
class Disk;
class Dataset;

/// Where a dataset lies in its file, as others of the file name it (an object reference).
using Reference = std::uint64_t;

/// A dataset of which one dimension is a scale's.
struct ScaleUse {
  Reference dataset = 0;
  unsigned axis = 0;
};

class Dataset {
 public:
  const Extents& extents() const { return extents_; }
  Type type() const { return type_; }
  Slab everything() const { return {Extents(extents_.size(), 0), extents_}; }

  template <class T>
  void write(const Slab& slab, std::span<const T> values) {
    write_raw(type_of<T>(), slab, values.data(), values.size());
  }
  template <class T>
  std::vector<T> read(const Slab& slab) const {
    std::vector<T> values(slab.size());
    read_raw(type_of<T>(), slab, values.data());
    return values;
  }
  /// Values of a float32 or float64 dataset; quicker than to have the library convert them.
  void write_reals(const Slab& slab, std::span<const double> values);
  std::vector<double> read_reals(const Slab& slab) const;
  void write_texts(const Slab& slab, std::span<const std::string> texts);
  std::vector<std::string> read_texts(const Slab& slab) const;

  /// Makes this one-dimensional dataset the dimension of that name.
  void make_dimension(const std::string& name);
  /// Says which dimensions this dataset has, all at once, and to a dimension who has it: what H5DSattach_scale writes
  /// (attributes DIMENSION_LIST and REFERENCE_LIST of the HDF5 dimension scale specification), which reads and writes
  /// the whole list of a dimension's users again with each new one.
  void name_dimensions(std::span<const Reference> scales);
  void write_uses(std::span<const ScaleUse> uses);
  Reference reference() const;

  /// Copies all chunks of `source` as they lie in its file, compressed, `shift` values further along each dimension: a
  /// multiple of the chunk. False, with nothing done, unless both are stored alike.
  bool copy_chunks(const Dataset& source, const Extents& shift);

  void write_attribute(const std::string& name, std::string_view text);
  void write_attribute(const std::string& name, std::span<const double> values, Type stored);
  std::string read_text_attribute(const std::string& name) const;
  bool has_attribute(const std::string& name) const;

 private:
  friend class File;
  Dataset(Handle id, const File& file, const std::string& path);
  void write_raw(Type type, const Slab& slab, const void* values, std::size_t size);
  void read_raw(Type type, const Slab& slab, void* values) const;
  Handle select(const Slab& slab) const;
  Handle like(const Slab& slab) const;

  Handle id_;
  std::shared_ptr<const Disk> disk_;  ///< of a file that is written
  std::string where_;                 ///< file and path, for messages
  Extents extents_;
  Type type_ = Type::float64;
};

class File {
 public:
  static File create(const std::string& path);
  static File open(const std::string& path);  ///< to read
  File() = default;                           ///< none
  File(File&&) = default;
  File& operator=(File&&) = default;

  /// Writes what is left and says so if that failed. Datasets of the file must be gone by then.
  void close();

  const std::string& path() const { return path_; }
  bool has(const std::string& path) const;
  void make_group(const std::string& path);
  Dataset create_dataset(const DatasetSpec& spec);
  Dataset open_dataset(const std::string& path) const;
  std::vector<std::string> names(const std::string& group) const;  ///< in order of creation
  bool is_dataset(const std::string& path) const;

  void write_attribute(const std::string& name, std::string_view text);
  void write_attribute(const std::string& name, double value, Type stored);
  std::string read_text_attribute(const std::string& name) const;
  double read_number_attribute(const std::string& name) const;
  std::uint64_t read_uint64_attribute(const std::string& name) const;
  void write_uint64_attribute(const std::string& name, std::uint64_t value);
  bool has_attribute(const std::string& name) const;

 private:
  friend class Dataset;
  File(Handle id, std::string path, std::shared_ptr<Disk> disk)
      : disk_{std::move(disk)}, id_{std::move(id)}, path_{std::move(path)} {}

  std::shared_ptr<Disk> disk_;  ///< of a file that is written
  Handle id_;
  std::string path_;
};

std::string library_version();

}  // namespace essaim::record::h5
