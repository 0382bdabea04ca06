// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <hdf5.h>

#include <string>
#include <string_view>

#include "engine/record/h5.h"

// For the .cc files of h5.h alone: how a call of the library is checked.

namespace essaim::record::h5 {

/// Silences the library's own printing, in this thread.
void quieten();

/// Throws a `StorageError` with the library's innermost reason.
[[noreturn]] void fail(const std::string& where, std::string_view doing);

template <class Status>
Status checked(Status status, const std::string& where, std::string_view doing) {
  if (status < 0) fail(where, doing);
  return status;
}

/// Takes ownership of a fresh identifier.
inline Handle owned(hid_t id, herr_t (*closer)(hid_t), const std::string& where, std::string_view doing) {
  return Handle{checked(id, where, doing), closer};
}

/// The library's type in memory and in the file; texts are UTF-8 of any length.
Handle memory_type(Type type);
Handle file_type(Type type);

void write_text_attribute(hid_t object, const std::string& name, std::string_view text, const std::string& where);
std::string read_text_attribute(hid_t object, const std::string& name, const std::string& where);
void write_number_attribute(hid_t object, const std::string& name, std::span<const double> values, Type stored,
                            const std::string& where);

}  // namespace essaim::record::h5
