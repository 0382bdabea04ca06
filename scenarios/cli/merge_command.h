// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "scenarios/cli/terminal.h"

namespace essaim::cli {

/// `essaim merge DIR -o OUT.nc`
struct MergeOptions {
  std::filesystem::path directory;
  std::filesystem::path out;
  bool json = false;
};

/// Makes one results file of the blocks of a batch, which stay as they are. Returns the exit code of the contract.
int merge_command(const MergeOptions& options, const Terminal& terminal);

}  // namespace essaim::cli
