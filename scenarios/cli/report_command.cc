// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/report_command.h"

#include <csignal>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "engine/record/durable.h"
#include "engine/record/results_reader.h"
#include "engine/record/storage_error.h"
#include "scenarios/cli/live_page.h"
#include "scenarios/cli/results_file.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"
#include "viz/report/live_blocks.h"
#include "viz/report/page_app.h"
#include "viz/report/report.h"

namespace essaim::cli {
namespace {

using record::Problem;

/// What is wrong with a results file, in the person's language; empty if the error's own words are better.
std::string words_for(Problem problem, const term::Locale& locale) {
  switch (problem) {
    case Problem::not_found:
      return locale.say("error.report.not_found");
    case Problem::not_results:
      return locale.say("error.report.not_results");
    case Problem::damaged:
      return locale.say("error.report.damaged");
    case Problem::other_version:
      return locale.say("error.report.other_version");
    case Problem::incomplete:
      return locale.say("error.report.incomplete");
    default:
      return {};
  }
}

[[noreturn]] void refuse(const std::string& file, Problem problem, const term::Locale& locale) {
  throw reader::InputError{file, words_for(problem, locale)};
}

/// Looks at the first and at the last bytes before all others: a large file of something else is refused at once.
std::shared_ptr<const record::ResultsReader> open(const std::string& file, const term::Locale& locale) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) throw reader::InputError{file, locale.say("error.report.folder")};
  if (!std::filesystem::is_regular_file(file, error)) refuse(file, Problem::not_found, locale);
  if (std::filesystem::file_size(file, error) == 0) throw reader::InputError{file, locale.say("error.report.empty")};
  if (!is_results_file(file)) refuse(file, Problem::not_results, locale);
  if (!record::has_seal(file)) throw reader::InputError{file, locale.say("error.report.no_end")};
  try {
    return std::make_shared<const record::ResultsReader>(file);
  } catch (const record::StorageError& problem) {
    if (words_for(problem.problem(), locale).empty()) throw;
    refuse(file, problem.problem(), locale);
  }
}

std::string page_in(const std::shared_ptr<const record::ResultsReader>& results, const std::string& file,
                    const report::LiveBlocks* live, const term::Locale& locale) {
  try {
    return report::page_of(results, report::page_app(), locale.language(), live);
  } catch (const report::PageTooLarge& problem) {
    const record::ResultsHeader& header = results->header();
    throw reader::InputError{
        file, locale.say("error.report.too_large",
                         {{"size", locale.number(static_cast<double>(problem.size()) / 1e6, 1)},
                          {"limit", locale.number(static_cast<double>(problem.limit()) / 1e6, 0)},
                          {"sites", locale.count("header.sites", header.cells())},
                          {"indicators", locale.number(static_cast<double>(header.indicators.size()), 0)}})};
  }
}

/// Where a page may be written is known before it is made.
void require_place(const std::filesystem::path& out, const term::Locale& locale) {
  if (out.extension() != ".html" && out.extension() != ".htm") {
    throw reader::InputError{"-o", locale.say("error.report.not_html", {{"name", reader::in_quotes(out.string())}})};
  }
  std::error_code error;
  if (std::filesystem::is_directory(out, error)) {
    throw reader::InputError{out.string(), locale.say("error.report.is_directory")};
  }
  const std::filesystem::path folder = out.has_parent_path() ? out.parent_path() : std::filesystem::path{"."};
  if (!std::filesystem::is_directory(folder, error)) {
    throw reader::InputError{folder.string(), locale.say("error.report.no_directory")};
  }
  try {
    record::require_writable_directory(folder);
  } catch (const record::StorageError&) {
    throw reader::InputError{folder.string(), locale.say("error.report.not_writable")};
  }
}

/// The page is whole under its name; where it cannot be, nothing of it stays. False after a sentence why.
bool write(const std::filesystem::path& out, const std::string& page, const Terminal& terminal) {
  std::signal(SIGXFSZ, SIG_IGN);  // a limit of the shell is a full disk
  try {
    record::write_durably(out, page);
    return true;
  } catch (const record::StorageError& problem) {
    std::error_code ignored;
    std::filesystem::remove(record::part_of(out), ignored);
    const bool full = problem.problem() == Problem::disk_full;
    const std::string size = terminal.locale.number(static_cast<double>(page.size()) / 1e6, 1);
    const std::string said = full ? terminal.locale.say("error.report.disk_full", {{"size", size}})
                                  : terminal.locale.say("error.report.not_written", {{"why", problem.what()}});
    terminal.err << out.string() << ": " << said << '\n';
    return false;
  }
}

}  // namespace

int report_command(const ReportOptions& options, const Terminal& terminal) {
  const term::Locale& locale = terminal.locale;
  const std::filesystem::path out{options.out};
  require_place(out, locale);
  const std::shared_ptr<const record::ResultsReader> results = open(options.file, locale);
  if (report::page_app().empty()) {
    terminal.err << locale.say("error.report.no_app") << '\n';
    return exit_failed;
  }
  const std::optional<report::LiveBlocks> live = live_blocks(results, terminal);
  const std::string page = page_in(results, options.file, live ? &*live : nullptr, locale);
  if (!write(out, page, terminal)) return exit_failed;
  const double megabytes = static_cast<double>(page.size()) / 1e6;
  terminal.out << locale.say("report.written", {{"file", options.out}, {"size", locale.number(megabytes, 1)}}) << '\n';
  return exit_done;
}

}  // namespace essaim::cli
