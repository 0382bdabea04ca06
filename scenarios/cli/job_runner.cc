// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/job_runner.h"

#include <charconv>
#include <memory>
#include <mutex>
#include <optional>
#include <ostream>
#include <string_view>

#include "engine/parallel/make_executor.h"
#include "engine/record/block.h"
#include "scenarios/cli/stop_signal.h"
#include "scenarios/reader/input_error.h"

namespace essaim::cli {

namespace {

std::optional<std::uint32_t> whole_number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void tell_why_it_stopped(const record::BlockWork& work, bool by_signal, const std::filesystem::path& directory,
                         const Terminal& terminal) {
  const term::Locale& locale = terminal.locale;
  std::ostream& err = terminal.err;
  if (work.error) err << work.error->what() << '\n';
  if (work.complete()) return;
  if (!work.error && by_signal) err << locale.of("arrêté par un signal ; ", "stopped by a signal; ");
  if (!work.error && !by_signal) err << locale.of("arrêté par une simulation échouée ; ", "stopped by a failed run; ");
  err << work.found + work.written << "/" << work.blocks
      << locale.of(" blocs sont gardés dans ", " blocks are kept in ") << directory.string() << locale.of(" ; ", "; ")
      << locale.of("la même commande reprendra là", "the same command goes on from there") << '\n';
}

}  // namespace

record::ErrorPolicy parse_error_policy(const std::string& text) {
  using Choice = record::ErrorPolicy::Choice;
  if (text == "stop") return {Choice::stop, 0};
  if (text == "continue") return {Choice::carry_on, 0};
  if (text.starts_with("retry=")) {
    const std::optional<std::uint32_t> retries = whole_number(std::string_view{text}.substr(6));
    if (retries && *retries >= 1 && *retries <= 100) return {Choice::retry, *retries};
  }
  throw reader::InputError{"--on-error",
                           "\"" + text + "\" is no choice (stop, continue, or retry=N with N from 1 to 100)"};
}

record::Shard parse_shard(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash != std::string::npos) {
    const std::optional<std::uint32_t> index = whole_number(std::string_view{text}.substr(0, slash));
    const std::optional<std::uint32_t> count = whole_number(std::string_view{text}.substr(slash + 1));
    if (index && count && *index >= 1 && *index <= *count) return {*index - 1, *count};
  }
  throw reader::InputError{"--shard", "\"" + text + "\" is no part of a batch (i/N with i from 1 to N, such as 2/8)"};
}

std::uint32_t threads_of(const JobOptions& options) {
  if (options.threads == 0) return parallel::hardware_threads();
  if (options.threads <= most_threads) return options.threads;
  throw reader::InputError{"--threads", std::to_string(options.threads) + " are too many (1 to " +
                                            std::to_string(most_threads) + "; 0 for one a core)"};
}

record::BlockWork run_jobs(const std::filesystem::path& directory, const JobPlan& plan, const JobOptions& options,
                           const Terminal& terminal) {
  const StopSignal stop;
  record::write_design(directory, plan.header());
  const std::unique_ptr<Executor> executor = parallel::make_executor(parallel::Backend::tbb, options.threads);
  record::BlockWork work;
  {
    Progress progress{terminal, options.progress, plan.header()};
    std::mutex profiling;
    const record::Simulate simulate = [&](std::uint32_t cell, std::uint32_t replicate, Executor& inner) {
      if (options.profile == nullptr) return plan.simulate(cell, replicate, inner);
      Profile own;
      record::ReplicateRecord record = plan.simulate(cell, replicate, inner, &own);
      const std::lock_guard lock{profiling};
      options.profile->add(own);
      return record;
    };
    work = record::run_missing_blocks(directory, plan.header(), options.shard, options.on_error, simulate, *executor,
                                      stop.flag(), progress);
  }
  tell_why_it_stopped(work, stop.flag(), directory, terminal);
  return work;
}

Exit exit_code_of(const record::BlockWork& work) {
  const bool saved = work.found + work.written > 0;
  if (work.failed_runs > 0) return exit_failed;
  if (!work.complete()) return saved ? exit_stopped : exit_failed;
  return exit_done;
}

Exit exit_code_of(const record::StorageError& error) {
  const bool on_the_way = error.problem() == record::Problem::disk_full || error.problem() == record::Problem::failed;
  return on_the_way ? exit_failed : exit_refused;
}

int guarded(const Terminal& terminal, const std::function<int()>& command) {
  try {
    return command();
  } catch (const reader::InputError& error) {
    terminal.err << error.what() << '\n';
    return exit_refused;
  } catch (const record::StorageError& error) {
    terminal.err << error.what() << '\n';
    return exit_code_of(error);
  } catch (const std::filesystem::filesystem_error& error) {
    terminal.err << error.what() << '\n';
    return exit_refused;
  }
}

}  // namespace essaim::cli
