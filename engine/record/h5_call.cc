// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/h5_call.h"

#include <algorithm>
#include <cerrno>

namespace essaim::record::h5 {

namespace {

/// Keeps the first description: the walk starts where the error was found.
herr_t keep_first(unsigned, const H5E_error2_t* error, void* kept) {
  auto& text = *static_cast<std::string*>(kept);
  if (text.empty() && error->desc) text = error->desc;
  return 0;
}

bool names_errno(const std::string& reason, int number) {
  return reason.find("errno = " + std::to_string(number) + ",") != std::string::npos;
}

Problem problem_of(const std::string& reason) {
  for (const int full : {ENOSPC, EDQUOT, EFBIG}) {
    if (names_errno(reason, full)) return Problem::disk_full;
  }
  for (const int forbidden : {EACCES, EROFS, EPERM}) {
    if (names_errno(reason, forbidden)) return Problem::cannot_create;
  }
  if (names_errno(reason, ENOENT)) return Problem::not_found;
  return Problem::failed;
}

}  // namespace

void quieten() { H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); }

void fail(const std::string& where, std::string_view doing) {
  std::string reason;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, &reason);
  const std::string cause = "cannot " + std::string{doing} + " (" + (reason.empty() ? "no reason given" : reason) + ")";
  throw StorageError{problem_of(reason), where, cause};
}

Handle file_type(Type type) {
  switch (type) {
    case Type::uint8:
      return {H5Tcopy(H5T_STD_U8LE), H5Tclose};
    case Type::int32:
      return {H5Tcopy(H5T_STD_I32LE), H5Tclose};
    case Type::uint64:
      return {H5Tcopy(H5T_STD_U64LE), H5Tclose};
    case Type::float32:
      return {H5Tcopy(H5T_IEEE_F32LE), H5Tclose};
    case Type::float64:
      return {H5Tcopy(H5T_IEEE_F64LE), H5Tclose};
    case Type::text:
      break;
  }
  return memory_type(Type::text);
}

Handle memory_type(Type type) {
  switch (type) {
    case Type::uint8:
      return {H5Tcopy(H5T_NATIVE_UINT8), H5Tclose};
    case Type::int32:
      return {H5Tcopy(H5T_NATIVE_INT32), H5Tclose};
    case Type::uint64:
      return {H5Tcopy(H5T_NATIVE_UINT64), H5Tclose};
    case Type::float32:
      return {H5Tcopy(H5T_NATIVE_FLOAT), H5Tclose};
    case Type::float64:
      return {H5Tcopy(H5T_NATIVE_DOUBLE), H5Tclose};
    case Type::text:
      break;
  }
  Handle text{H5Tcopy(H5T_C_S1), H5Tclose};
  H5Tset_size(text.get(), H5T_VARIABLE);
  H5Tset_cset(text.get(), H5T_CSET_UTF8);
  return text;
}

void write_text_attribute(hid_t object, const std::string& name, std::string_view text, const std::string& where) {
  const std::string doing = "write attribute " + name;
  const std::string bytes = text.empty() ? std::string(1, '\0') : std::string{text};
  const Handle type = owned(H5Tcopy(H5T_C_S1), H5Tclose, where, doing);
  checked(H5Tset_size(type.get(), bytes.size()), where, doing);
  checked(H5Tset_cset(type.get(), H5T_CSET_UTF8), where, doing);
  const Handle space = owned(H5Screate(H5S_SCALAR), H5Sclose, where, doing);
  Handle attribute = owned(H5Acreate2(object, name.c_str(), type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT),
                           H5Aclose, where, doing);
  checked(H5Awrite(attribute.get(), type.get(), bytes.data()), where, doing);
  checked(attribute.close(), where, doing);
}

std::string read_text_attribute(hid_t object, const std::string& name, const std::string& where) {
  const std::string doing = "read attribute " + name;
  const Handle attribute = owned(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, where, doing);
  const Handle type = owned(H5Aget_type(attribute.get()), H5Tclose, where, doing);
  if (H5Tget_class(type.get()) != H5T_STRING || H5Tis_variable_str(type.get()) != 0) {
    throw StorageError{Problem::not_results, where, "attribute " + name + " is not a text of ours"};
  }
  std::string text(H5Tget_size(type.get()), '\0');
  checked(H5Aread(attribute.get(), type.get(), text.data()), where, doing);
  if (text.size() == 1 && text[0] == '\0') text.clear();
  return text;
}

void write_number_attribute(hid_t object, const std::string& name, std::span<const double> values, Type stored,
                            const std::string& where) {
  const std::string doing = "write attribute " + name;
  const hsize_t size = values.size();
  const Handle space = owned(H5Screate_simple(1, &size, nullptr), H5Sclose, where, doing);
  Handle attribute =
      owned(H5Acreate2(object, name.c_str(), file_type(stored).get(), space.get(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
            where, doing);
  checked(H5Awrite(attribute.get(), H5T_NATIVE_DOUBLE, values.data()), where, doing);
  checked(attribute.close(), where, doing);
}

}  // namespace essaim::record::h5
