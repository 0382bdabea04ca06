# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0

# Toolchain for wasm32 with Debian's clang-19, wasi-libc and libc++; no emscripten.
# No exceptions and no run-time types: the portable rooms need neither. Boost reports through the
# boost::throw_exception of viz/wasm/throw_exception.cc, which traps; its headers still use std::unary_function.

set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_C_COMPILER clang-19)
set(CMAKE_CXX_COMPILER clang++-19)
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)  # a program without main() would not link

set(CMAKE_CXX_FLAGS_INIT
    "-fno-exceptions -fno-rtti -ffp-contract=off -DBOOST_NO_EXCEPTIONS -D_LIBCPP_ENABLE_CXX17_REMOVED_UNARY_BINARY_FUNCTION")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-nostartfiles -Wl,--no-entry")

set(ESSAIM_WASM ON)
