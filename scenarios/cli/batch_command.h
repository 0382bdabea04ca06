// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "scenarios/cli/job_runner.h"
#include "scenarios/reader/load.h"

namespace essaim::cli {

/// `essaim batch EXPERIMENT.toml -o DIR`
struct BatchOptions {
  std::filesystem::path experiment;
  std::filesystem::path directory;  ///< made if only its last part is missing
  reader::LoadOptions load;
  JobOptions jobs;
  bool json = false;
  std::string command_line;
};

/// Runs the blocks of an experiment that the directory still lacks, or those of one shard. Returns the exit code of
/// the contract; `merge` makes one file of the directory.
int batch_command(const BatchOptions& options, const Terminal& terminal);

}  // namespace essaim::cli
