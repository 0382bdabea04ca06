// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// usage: essaim_small_run SEED...
/// Prints the digest of the small run of each seed, natively; the WebAssembly module must print the same.

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "models/catalogue/small_run.h"

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const auto seed = static_cast<std::uint32_t>(std::strtoul(argv[i], nullptr, 10));
    std::puts(essaim::catalogue::small_run_digest(seed).c_str());
  }
}
