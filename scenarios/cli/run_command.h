// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "scenarios/cli/job_runner.h"
#include "scenarios/reader/load.h"

namespace essaim::cli {

/// `essaim run SCENARIO.toml [-o OUT.nc]`
struct RunOptions {
  std::filesystem::path scenario;
  std::filesystem::path out;  ///< empty: the scenario's name with .nc, in the working directory
  reader::LoadOptions load;
  JobOptions jobs;
  bool json = false;              ///< says on stdout what was written
  std::filesystem::path profile;  ///< where to say what took the time; "-": on stderr; empty: nowhere
  std::string command_line;
};

/// Runs a scenario into one results file. Blocks wait in OUT.parts beside it; a file that was there before is only
/// replaced when the new one is whole. Returns the exit code of the contract.
int run_command(const RunOptions& options, const Terminal& terminal);

/// Throws a `StorageError` if nothing may be written under that name, or something else than results lies there.
void require_results_place(const std::filesystem::path& file);

/// {"results": ..., "result_sha256": ...} for programs.
std::string results_json(const std::filesystem::path& file, const record::ResultsHeader& header, std::size_t failed);

}  // namespace essaim::cli
