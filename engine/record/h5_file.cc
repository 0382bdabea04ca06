// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <limits>

#include "engine/record/h5_call.h"
#include "engine/record/h5_disk.h"

namespace essaim::record::h5 {

namespace {

constexpr unsigned in_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;  // netCDF-4 asks for it
constexpr unsigned gzip_level = 1;
constexpr std::size_t cache_slots = 521;
constexpr std::size_t reading_cache = std::size_t{4} << 20;   // two rows of chunks: 300 replicates x 1,095 days
constexpr std::size_t writing_cache = std::size_t{64} << 10;  // whole chunks are written, and never looked at again

/// Files that every netCDF-4 reader of the last ten years opens. Locks are left out: only one process ever writes
/// under a name that ends in .part, and network disks often refuse them.
Handle access_properties(const std::string& path) {
  Handle access = owned(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, path, "prepare");
  checked(H5Pset_libver_bounds(access.get(), H5F_LIBVER_V18, H5F_LIBVER_V110), path, "prepare");
  checked(H5Pset_file_locking(access.get(), false, true), path, "prepare");
  checked(H5Pset_fclose_degree(access.get(), H5F_CLOSE_SEMI), path, "prepare");
  return access;
}

void set_fill_value(hid_t creation, Type type, const std::string& where) {
  const double not_a_number = std::numeric_limits<double>::quiet_NaN();
  const double zero = 0;
  if (type == Type::text) return;
  const bool real = type == Type::float32 || type == Type::float64;
  checked(H5Pset_fill_value(creation, H5T_NATIVE_DOUBLE, real ? &not_a_number : &zero), where, "prepare");
}

Handle dataset_properties(const DatasetSpec& spec, const std::string& where) {
  Handle creation = owned(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, where, "prepare");
  checked(H5Pset_attr_creation_order(creation.get(), in_order), where, "prepare");
  checked(H5Pset_obj_track_times(creation.get(), false), where, "prepare");
  set_fill_value(creation.get(), spec.type, where);
  if (spec.chunk.empty()) return creation;
  const std::vector<hsize_t> chunk{spec.chunk.begin(), spec.chunk.end()};
  checked(H5Pset_chunk(creation.get(), static_cast<int>(chunk.size()), chunk.data()), where, "prepare");
  if (spec.type == Type::text) return creation;
  checked(H5Pset_shuffle(creation.get()), where, "prepare");
  checked(H5Pset_deflate(creation.get(), gzip_level), where, "prepare");
  checked(H5Pset_fletcher32(creation.get()), where, "prepare");
  return creation;
}

Handle cache_properties(std::size_t cache_bytes, const std::string& where) {
  Handle access = owned(H5Pcreate(H5P_DATASET_ACCESS), H5Pclose, where, "prepare");
  checked(H5Pset_chunk_cache(access.get(), cache_slots, cache_bytes, 1.0), where, "prepare");
  return access;
}

herr_t keep_name(hid_t, const char* name, const H5L_info_t*, void* kept) {
  static_cast<std::vector<std::string>*>(kept)->emplace_back(name);
  return 0;
}

template <class T>
T read_number(hid_t file, const std::string& name, Type type, const std::string& where) {
  const std::string doing = "read attribute " + name;
  const Handle attribute = owned(H5Aopen(file, name.c_str(), H5P_DEFAULT), H5Aclose, where, doing);
  const Handle space = owned(H5Aget_space(attribute.get()), H5Sclose, where, doing);
  if (H5Sget_simple_extent_npoints(space.get()) != 1) {
    throw StorageError{Problem::not_results, where, "attribute " + name + " is not one number"};
  }
  T value{};
  checked(H5Aread(attribute.get(), memory_type(type).get(), &value), where, doing);
  return value;
}

}  // namespace

File File::create(const std::string& path) {
  quieten();
  const Handle creation = owned(H5Pcreate(H5P_FILE_CREATE), H5Pclose, path, "prepare");
  checked(H5Pset_link_creation_order(creation.get(), in_order), path, "prepare");
  checked(H5Pset_attr_creation_order(creation.get(), in_order), path, "prepare");
  checked(H5Pset_obj_track_times(creation.get(), false), path, "prepare");
  const Handle access = access_properties(path);
  const auto disk = std::make_shared<Disk>();
  use_disk(access.get(), *disk, path);
  const hid_t id = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.get(), access.get());
  require_sound(*disk, path);
  return {owned(id, H5Fclose, path, "create"), path, disk};
}

File File::open(const std::string& path) {
  quieten();
  const Handle access = access_properties(path);
  return {owned(H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.get()), H5Fclose, path, "open"), path, nullptr};
}

void File::close() {
  if (!disk_) return static_cast<void>(checked(id_.close(), path_, "close"));
  checked(H5Fflush(id_.get(), H5F_SCOPE_GLOBAL), path_, "write");
  checked(id_.close(), path_, "close");
  require_sound(*disk_, path_);
}

bool File::has(const std::string& path) const {
  // Group by group: the library fails to look into one that is not there.
  for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    const std::string part = path.substr(0, end);
    if (checked(H5Lexists(id_.get(), part.c_str(), H5P_DEFAULT), path_, "look for " + part) == 0) return false;
    if (end == std::string::npos) return true;
  }
}

void File::make_group(const std::string& path) {
  const Handle creation = owned(H5Pcreate(H5P_GROUP_CREATE), H5Pclose, path_, "prepare");
  checked(H5Pset_link_creation_order(creation.get(), in_order), path_, "prepare");
  checked(H5Pset_attr_creation_order(creation.get(), in_order), path_, "prepare");
  checked(H5Pset_obj_track_times(creation.get(), false), path_, "prepare");
  Handle group = owned(H5Gcreate2(id_.get(), path.c_str(), H5P_DEFAULT, creation.get(), H5P_DEFAULT), H5Gclose, path_,
                       "create group " + path);
  checked(group.close(), path_, "create group " + path);
}

Dataset File::create_dataset(const DatasetSpec& spec) {
  const std::string doing = "create " + spec.path;
  const std::vector<hsize_t> now{spec.extents.begin(), spec.extents.end()};
  std::vector<hsize_t> limit = now;
  if (spec.growing >= 0) limit[static_cast<std::size_t>(spec.growing)] = H5S_UNLIMITED;
  const Handle space =
      owned(H5Screate_simple(static_cast<int>(now.size()), now.data(), limit.data()), H5Sclose, path_, doing);
  const Handle creation = dataset_properties(spec, path_);
  const Handle access = cache_properties(writing_cache, path_);
  return {owned(H5Dcreate2(id_.get(), spec.path.c_str(), file_type(spec.type).get(), space.get(), H5P_DEFAULT,
                           creation.get(), access.get()),
                H5Dclose, path_, doing),
          *this, spec.path};
}

Dataset File::open_dataset(const std::string& path) const {
  const Handle access = cache_properties(reading_cache, path_);
  return {owned(H5Dopen2(id_.get(), path.c_str(), access.get()), H5Dclose, path_, "open " + path), *this, path};
}

std::vector<std::string> File::names(const std::string& group) const {
  std::vector<std::string> found;
  hsize_t next = 0;
  const Handle opened = owned(H5Gopen2(id_.get(), group.c_str(), H5P_DEFAULT), H5Gclose, path_, "open " + group);
  checked(H5Literate(opened.get(), H5_INDEX_CRT_ORDER, H5_ITER_INC, &next, keep_name, &found), path_, "list " + group);
  return found;
}

bool File::is_dataset(const std::string& path) const {
  const Handle object = owned(H5Oopen(id_.get(), path.c_str(), H5P_DEFAULT), H5Oclose, path_, "open " + path);
  return H5Iget_type(object.get()) == H5I_DATASET;
}

void File::write_attribute(const std::string& name, std::string_view text) {
  h5::write_text_attribute(id_.get(), name, text, path_);
}

void File::write_attribute(const std::string& name, double value, Type stored) {
  write_number_attribute(id_.get(), name, std::array{value}, stored, path_);
}

void File::write_uint64_attribute(const std::string& name, std::uint64_t value) {
  const std::string doing = "write attribute " + name;
  const hsize_t one = 1;
  const Handle space = owned(H5Screate_simple(1, &one, nullptr), H5Sclose, path_, doing);
  Handle attribute =
      owned(H5Acreate2(id_.get(), name.c_str(), file_type(Type::uint64).get(), space.get(), H5P_DEFAULT, H5P_DEFAULT),
            H5Aclose, path_, doing);
  checked(H5Awrite(attribute.get(), memory_type(Type::uint64).get(), &value), path_, doing);
  checked(attribute.close(), path_, doing);
}

std::string File::read_text_attribute(const std::string& name) const {
  return h5::read_text_attribute(id_.get(), name, path_);
}

double File::read_number_attribute(const std::string& name) const {
  return read_number<double>(id_.get(), name, Type::float64, path_);
}

std::uint64_t File::read_uint64_attribute(const std::string& name) const {
  return read_number<std::uint64_t>(id_.get(), name, Type::uint64, path_);
}

bool File::has_attribute(const std::string& name) const {
  return checked(H5Aexists(id_.get(), name.c_str()), path_, "look for an attribute") > 0;
}

std::string library_version() {
  unsigned major = 0;
  unsigned minor = 0;
  unsigned release = 0;
  H5get_libversion(&major, &minor, &release);
  return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(release);
}

}  // namespace essaim::record::h5
