// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace essaim::report {

/// What a page takes along to simulate on its own.
struct LiveBlocks {
  std::string bundle;       ///< of viz/live, as bytes
  std::string offer;        ///< JSON: what a room may choose
  std::string_view module;  ///< the WebAssembly module, packed
};

/// The WebAssembly module as it was built into this program, packed as the page unpacks it; empty if there was no
/// clang for wasm32 when the program was built.
std::string_view page_module();

}  // namespace essaim::report
