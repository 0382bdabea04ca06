// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "engine/record/block_runner.h"
#include "engine/record/storage_error.h"
#include "engine/run/profile.h"
#include "scenarios/cli/job_plan.h"
#include "scenarios/cli/progress.h"
#include "scenarios/cli/terminal.h"

namespace essaim::cli {

/// How a run is carried out; none of it changes a bit of the results.
struct JobOptions {
  std::uint32_t threads = 0;  ///< 0: one a core
  record::ErrorPolicy on_error;
  record::Shard shard;
  ProgressMode progress = ProgressMode::on_terminal;
  Profile* profile = nullptr;  ///< where the time of this run went is added to it
};

/// Reads "stop", "continue" or "retry=3" of `--on-error`; throws reader::InputError.
record::ErrorPolicy parse_error_policy(const std::string& text);

/// Reads "2/8" of `--shard`; throws reader::InputError.
record::Shard parse_shard(const std::string& text);

/// Those asked for, or one a core; throws reader::InputError above `most_threads`.
std::uint32_t threads_of(const JobOptions& options);
inline constexpr std::uint32_t most_threads = 1'024;

/// Runs what the directory still lacks, and prints what stopped it. The directory exists.
record::BlockWork run_jobs(const std::filesystem::path& directory, const JobPlan& plan, const JobOptions& options,
                           const Terminal& terminal);

/// Of work that is over: whether it is complete, saved in part, or lost.
Exit exit_code_of(const record::BlockWork& work);

/// Of a storage error before anything ran, or while files were merged.
Exit exit_code_of(const record::StorageError& error);

/// Runs a command, and turns what it throws into one message and an exit code.
int guarded(const Terminal& terminal, const std::function<int()>& command);

}  // namespace essaim::cli
