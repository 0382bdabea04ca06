// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// What a page may call. Text goes out as the address of a zero-terminated string, valid until the next call.

#include <cstdint>
#include <string>

#include "models/catalogue/small_run.h"

extern "C" {

/// Digest of the small run that the native program must equal, as hexadecimal text.
[[clang::export_name("essaim_small_run_digest")]] const char* essaim_small_run_digest(std::uint32_t seed) {
  static std::string digest;
  digest = essaim::catalogue::small_run_digest(seed);
  return digest.c_str();
}

}  // extern "C"
