// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/batch_command.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "engine/record/durable.h"
#include "engine/record/storage_error.h"

namespace essaim::cli {

namespace {

void require_directory(const std::filesystem::path& directory) {
  const std::filesystem::path plain = directory.has_filename() ? directory : directory.parent_path();
  if (!std::filesystem::exists(plain)) {
    record::require_writable_directory(plain.parent_path());
    std::filesystem::create_directory(plain);
  }
  record::require_writable_directory(plain);
}

/// Two processes with the same shard would do the same work twice.
std::filesystem::path lock_path(const std::filesystem::path& directory, record::Shard shard) {
  return directory / ("shard-" + std::to_string(shard.index + 1) + "-of-" + std::to_string(shard.count) + ".lock");
}

int batch(const BatchOptions& options, const Terminal& terminal) {
  reader::LoadedExperiment loaded = reader::load_experiment(options.experiment, options.load);
  for (const std::string& warning : loaded.experiment.warnings) terminal.err << warning << '\n';
  JobOptions jobs = options.jobs;
  jobs.threads = threads_of(jobs);
  const JobPlan plan{std::move(loaded), {options.command_line, jobs.threads, options.load.sets}};
  require_directory(options.directory);
  const record::FileLock lock{lock_path(options.directory, jobs.shard)};
  const record::BlockWork work = run_jobs(options.directory, plan, jobs, terminal);
  if (options.json) {
    terminal.out << nlohmann::ordered_json{{"directory", options.directory.string()},
                                           {"design_id", plan.header().design_id},
                                           {"blocks", work.blocks},
                                           {"found", work.found},
                                           {"written", work.written},
                                           {"failed_runs", work.failed_runs},
                                           {"complete", work.complete()}}
                        .dump()
                 << '\n';
  }
  return exit_code_of(work);
}

}  // namespace

int batch_command(const BatchOptions& options, const Terminal& terminal) {
  return guarded(terminal, [&] { return batch(options, terminal); });
}

}  // namespace essaim::cli
