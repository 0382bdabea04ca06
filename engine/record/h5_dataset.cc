// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <hdf5_hl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>

#include "engine/record/h5_call.h"
#include "engine/record/h5_disk.h"

namespace essaim::record::h5 {

namespace {

std::vector<hsize_t> sizes(const Extents& extents) { return {extents.begin(), extents.end()}; }

Type stored_type(hid_t dataset, const std::string& where) {
  const Handle type = owned(H5Dget_type(dataset), H5Tclose, where, "read the type");
  for (const Type known : {Type::uint8, Type::int32, Type::uint64, Type::float32, Type::float64}) {
    if (H5Tequal(type.get(), file_type(known).get()) > 0) return known;
  }
  if (H5Tget_class(type.get()) == H5T_STRING && H5Tis_variable_str(type.get()) > 0) return Type::text;
  throw StorageError{Problem::not_results, where, "holds values of an unknown type"};
}

void write_list(hid_t object, const char* name, const Handle& type, std::size_t count, const void* values,
                const std::string& where) {
  const hsize_t size = count;
  const Handle space = owned(H5Screate_simple(1, &size, nullptr), H5Sclose, where, "name dimensions");
  Handle attribute = owned(H5Acreate2(object, name, type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose, where,
                           "name dimensions");
  checked(H5Awrite(attribute.get(), type.get(), values), where, "name dimensions");
  checked(attribute.close(), where, "name dimensions");
}

/// Goes on to the next chunk, the last dimension first; false after the last one.
bool next_chunk(std::vector<hsize_t>& offset, const std::vector<hsize_t>& chunk, const Extents& extents) {
  for (std::size_t axis = offset.size(); axis-- > 0;) {
    offset[axis] += chunk[axis];
    if (offset[axis] < extents[axis]) return true;
    offset[axis] = 0;
  }
  return false;
}

}  // namespace

std::uint64_t Slab::size() const {
  return std::accumulate(count.begin(), count.end(), std::uint64_t{1}, std::multiplies<>{});
}

Dataset::Dataset(Handle id, const File& file, const std::string& path)
    : id_{std::move(id)}, disk_{file.disk_}, where_{file.path_ + " " + path} {
  const Handle space = owned(H5Dget_space(id_.get()), H5Sclose, where_, "read the dimensions");
  const int rank = checked(H5Sget_simple_extent_ndims(space.get()), where_, "read the dimensions");
  std::vector<hsize_t> found(static_cast<std::size_t>(rank));
  checked(H5Sget_simple_extent_dims(space.get(), found.data(), nullptr), where_, "read the dimensions");
  extents_.assign(found.begin(), found.end());
  type_ = stored_type(id_.get(), where_);
}

Handle Dataset::select(const Slab& slab) const {
  Handle space = owned(H5Dget_space(id_.get()), H5Sclose, where_, "select values");
  bool fits = slab.count.size() == extents_.size() && slab.offset.size() == extents_.size();
  for (std::size_t i = 0; fits && i < extents_.size(); ++i) fits = slab.offset[i] + slab.count[i] <= extents_[i];
  if (!fits) throw StorageError{Problem::damaged, where_, "has not the dimensions that were expected"};
  checked(H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, sizes(slab.offset).data(), nullptr, sizes(slab.count).data(),
                              nullptr),
          where_, "select values");
  return space;
}

/// Memory in the shape of the slab: the library copies faster between equal shapes.
Handle Dataset::like(const Slab& slab) const {
  return owned(H5Screate_simple(static_cast<int>(slab.count.size()), sizes(slab.count).data(), nullptr), H5Sclose,
               where_, "select values");
}

void Dataset::write_raw(Type type, const Slab& slab, const void* values, std::size_t size) {
  if (size != slab.size()) throw StorageError{Problem::failed, where_, "was given another number of values"};
  if (size == 0) return;
  const Handle in_file = select(slab);
  const Handle in_memory = like(slab);
  checked(H5Dwrite(id_.get(), memory_type(type).get(), in_memory.get(), in_file.get(), H5P_DEFAULT, values), where_,
          "write");
  if (disk_) require_sound(*disk_, where_);
}

void Dataset::read_raw(Type type, const Slab& slab, void* values) const {
  const Handle in_file = select(slab);
  if (slab.size() == 0) return;
  const Handle in_memory = like(slab);
  checked(H5Dread(id_.get(), memory_type(type).get(), in_memory.get(), in_file.get(), H5P_DEFAULT, values), where_,
          "read");
}

void Dataset::write_reals(const Slab& slab, std::span<const double> values) {
  if (type_ == Type::float64) return write<double>(slab, values);
  std::vector<float> narrow(values.size());
  std::ranges::transform(values, narrow.begin(), [](double value) { return static_cast<float>(value); });
  write<float>(slab, narrow);
}

std::vector<double> Dataset::read_reals(const Slab& slab) const {
  if (type_ == Type::float64) return read<double>(slab);
  const std::vector<float> narrow = read<float>(slab);
  return {narrow.begin(), narrow.end()};
}

void Dataset::write_texts(const Slab& slab, std::span<const std::string> texts) {
  std::vector<const char*> pointers;
  for (const std::string& text : texts) pointers.push_back(text.c_str());
  write_raw(Type::text, slab, pointers.data(), pointers.size());
}

std::vector<std::string> Dataset::read_texts(const Slab& slab) const {
  std::vector<char*> pointers(slab.size(), nullptr);
  read_raw(Type::text, slab, pointers.data());
  std::vector<std::string> texts;
  for (const char* pointer : pointers) texts.emplace_back(pointer ? pointer : "");
  for (char* pointer : pointers) {
    if (pointer) H5free_memory(pointer);
  }
  return texts;
}

void Dataset::make_dimension(const std::string& name) {
  checked(H5DSset_scale(id_.get(), name.c_str()), where_, "make a dimension");
}

Reference Dataset::reference() const {
  hobj_ref_t found{};
  checked(H5Rcreate(&found, id_.get(), ".", H5R_OBJECT, -1), where_, "refer to a dataset");
  return found;
}

void Dataset::name_dimensions(std::span<const Reference> scales) {
  static_assert(sizeof(Reference) == sizeof(hobj_ref_t));
  std::vector<Reference> kept{scales.begin(), scales.end()};
  std::vector<hvl_t> lists;
  for (Reference& scale : kept) lists.push_back({1, &scale});
  const Handle type = owned(H5Tvlen_create(H5T_STD_REF_OBJ), H5Tclose, where_, "name dimensions");
  write_list(id_.get(), "DIMENSION_LIST", type, lists.size(), lists.data(), where_);
}

void Dataset::write_uses(std::span<const ScaleUse> uses) {
  const Handle type = owned(H5Tcreate(H5T_COMPOUND, sizeof(ScaleUse)), H5Tclose, where_, "name dimensions");
  checked(H5Tinsert(type.get(), "dataset", offsetof(ScaleUse, dataset), H5T_STD_REF_OBJ), where_, "name dimensions");
  checked(H5Tinsert(type.get(), "dimension", offsetof(ScaleUse, axis), H5T_NATIVE_INT), where_, "name dimensions");
  write_list(id_.get(), "REFERENCE_LIST", type, uses.size(), uses.data(), where_);
}

bool Dataset::copy_chunks(const Dataset& source, const Extents& shift) {
  const Handle ours = owned(H5Dget_create_plist(id_.get()), H5Pclose, where_, "copy");
  const Handle theirs = owned(H5Dget_create_plist(source.id_.get()), H5Pclose, source.where_, "copy");
  if (type_ != source.type_ || type_ == Type::text || H5Pequal(ours.get(), theirs.get()) <= 0) return false;
  if (H5Pget_layout(ours.get()) != H5D_CHUNKED) return false;
  std::vector<hsize_t> chunk(extents_.size());
  checked(H5Pget_chunk(ours.get(), static_cast<int>(chunk.size()), chunk.data()), where_, "copy");
  std::vector<hsize_t> from(extents_.size(), 0);
  std::vector<unsigned char> bytes;
  do {
    hsize_t size = 0;
    checked(H5Dget_chunk_storage_size(source.id_.get(), from.data(), &size), source.where_, "read");
    if (size == 0) continue;  // never written: fill values on both sides
    bytes.resize(size);
    std::uint32_t filters = 0;
    checked(H5Dread_chunk(source.id_.get(), H5P_DEFAULT, from.data(), &filters, bytes.data()), source.where_, "read");
    std::vector<hsize_t> to(from);
    for (std::size_t axis = 0; axis < to.size(); ++axis) to[axis] += shift[axis];
    checked(H5Dwrite_chunk(id_.get(), H5P_DEFAULT, filters, to.data(), size, bytes.data()), where_, "write");
  } while (next_chunk(from, chunk, source.extents_));
  if (disk_) require_sound(*disk_, where_);
  return true;
}

void Dataset::write_attribute(const std::string& name, std::string_view text) {
  h5::write_text_attribute(id_.get(), name, text, where_);
}

void Dataset::write_attribute(const std::string& name, std::span<const double> values, Type stored) {
  write_number_attribute(id_.get(), name, values, stored, where_);
}

std::string Dataset::read_text_attribute(const std::string& name) const {
  return h5::read_text_attribute(id_.get(), name, where_);
}

bool Dataset::has_attribute(const std::string& name) const {
  return checked(H5Aexists(id_.get(), name.c_str()), where_, "look for an attribute") > 0;
}

}  // namespace essaim::record::h5
