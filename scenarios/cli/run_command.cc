// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/run_command.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <utility>

#include "engine/record/durable.h"
#include "engine/record/merge.h"
#include "engine/record/results_reader.h"
#include "scenarios/cli/results_file.h"

namespace essaim::cli {

namespace {

std::filesystem::path parts_of(const std::filesystem::path& out) { return out.string() + ".parts"; }

void make_parts_directory(const std::filesystem::path& parts) {
  std::error_code failure;
  std::filesystem::create_directory(parts, failure);
  if (failure) {
    throw record::StorageError{record::Problem::cannot_create, parts.string(),
                               "cannot create this directory (" + failure.message() + ")"};
  }
}

/// All blocks are there; a disk that is full now does not lose them.
Exit merge_parts(const std::filesystem::path& parts, const RunOptions& options, const std::filesystem::path& file,
                 const Terminal& terminal) {
  record::ResultsHeader header;
  try {
    header = record::merge_blocks(parts, file);
  } catch (const record::StorageError& error) {
    const term::Locale& locale = terminal.locale;
    terminal.err << error.what() << '\n'
                 << locale.of("tous les blocs sont gardés dans ", "all blocks are kept in ") << parts.string()
                 << locale.of(" ; ", "; ")
                 << locale.of("la même commande reprendra là", "the same command goes on from there") << '\n';
    return exit_stopped;
  }
  const std::size_t failed = record::ResultsReader{file}.status().failed();
  std::filesystem::remove_all(parts);
  if (options.json) terminal.out << results_json(file, header, failed) << '\n';
  return failed > 0 ? exit_failed : exit_done;
}

/// A table, or one object of JSON if the file is called so.
void tell_profile(const std::filesystem::path& file, const Profile& profile, const Terminal& terminal) {
  if (file == "-") {
    terminal.err << '\n' << profile_table(profile);
    return;
  }
  std::ofstream out{file};
  out << (file.extension() == ".json" ? profile_json(profile) : profile_table(profile));
  out.close();
  if (!out) throw record::StorageError{record::Problem::failed, file.string(), "cannot write the profile here"};
}

int run(const RunOptions& options, const Terminal& terminal) {
  reader::LoadedScenario loaded = reader::load_scenario(options.scenario, options.load);
  for (const std::string& warning : loaded.warnings) terminal.err << warning << '\n';
  const std::filesystem::path file =
      options.out.empty() ? options.scenario.stem().concat(".nc") : std::filesystem::path{options.out};
  require_results_place(file);

  JobOptions jobs = options.jobs;
  jobs.threads = threads_of(jobs);
  const JobPlan plan{std::move(loaded), {options.command_line, jobs.threads, options.load.sets}};
  const std::filesystem::path parts = parts_of(file);
  make_parts_directory(parts);
  const std::optional<record::FileLock> lock{std::in_place, parts / "lock"};
  Profile profile;
  if (!options.profile.empty()) jobs.profile = &profile;
  const record::BlockWork work = run_jobs(parts, plan, jobs, terminal);
  if (!options.profile.empty()) tell_profile(options.profile, profile, terminal);
  if (work.complete()) return merge_parts(parts, options, file, terminal);
  if (work.found + work.written == 0) std::filesystem::remove_all(parts);
  return exit_code_of(work);
}

}  // namespace

void require_results_place(const std::filesystem::path& file) {
  record::require_writable_directory(file.parent_path());
  if (!std::filesystem::exists(file)) return;
  if (std::filesystem::is_regular_file(file) && (is_results_file(file.string()) || std::filesystem::is_empty(file)))
    return;
  throw record::StorageError{record::Problem::cannot_create, file.string(),
                             "exists and is no results file; choose another name with -o"};
}

std::string results_json(const std::filesystem::path& file, const record::ResultsHeader& header, std::size_t failed) {
  return nlohmann::ordered_json{{"results", file.string()},
                                {"design_points", header.design_points.size()},
                                {"replicates", header.replicates},
                                {"days", header.days},
                                {"failed_runs", failed},
                                {"result_sha256", header.result_sha256},
                                {"state_sha256", header.state_sha256}}
      .dump();
}

int run_command(const RunOptions& options, const Terminal& terminal) {
  return guarded(terminal, [&] { return run(options, terminal); });
}

}  // namespace essaim::cli
