// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/error.h"

#include <cstdlib>

#if !defined(__wasm__)
#include <cstdio>
#endif

namespace essaim {

void broken_contract(const char* condition, const char* file, int line) {
#if defined(__wasm__)
  // A page has no stderr: the trap carries the stack to the browser's console.
  static_cast<void>(condition), static_cast<void>(file), static_cast<void>(line);
  __builtin_trap();
#else
  std::fprintf(stderr, "essaim: internal error at %s:%d: expected %s\n", file, line, condition);
  std::abort();
#endif
}

}  // namespace essaim
