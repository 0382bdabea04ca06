// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// What the C and C++ libraries expect of a host, reduced to one answer: trap. Without this file their messages would
/// need a standard error stream, and the module would import it from every page.

#include <boost/throw_exception.hpp>
#include <cstdint>
#include <exception>

extern "C" {

void __wasm_call_ctors();

/// Constructs the static objects; a page calls it once, first.
[[clang::export_name("_initialize")]] void _initialize() { __wasm_call_ctors(); }

/// The C++ runtime's last words, for instance after a pure virtual call.
[[noreturn]] void abort_message(const char*, ...) { __builtin_trap(); }

/// A failed assert() of a library.
[[noreturn]] void __assert_fail(const char*, const char*, int, const char*) { __builtin_trap(); }

/// The calls of wasi-libc that would be imports: nothing here is ever written.
std::int32_t __imported_wasi_snapshot_preview1_fd_close(std::int32_t) { __builtin_trap(); }
std::int32_t __imported_wasi_snapshot_preview1_fd_seek(std::int32_t, std::int64_t, std::int32_t, std::int32_t) {
  __builtin_trap();
}
std::int32_t __imported_wasi_snapshot_preview1_fd_write(std::int32_t, std::int32_t, std::int32_t, std::int32_t) {
  __builtin_trap();
}

}  // extern "C"

namespace boost {
BOOST_NORETURN void throw_exception(const std::exception&) { __builtin_trap(); }
BOOST_NORETURN void throw_exception(const std::exception&, const source_location&) { __builtin_trap(); }
}  // namespace boost

_LIBCPP_BEGIN_NAMESPACE_STD
/// libc++'s own checks.
[[noreturn]] void __libcpp_verbose_abort(const char*, ...) { __builtin_trap(); }
_LIBCPP_END_NAMESPACE_STD
