// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/report_command.h"

#include <filesystem>
#include <memory>
#include <optional>
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

/// Looks at the first bytes before all others: a large file of something else is refused at once.
std::shared_ptr<const record::ResultsReader> open(const std::string& file, const term::Locale& locale) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) refuse(file, Problem::not_found, locale);
  if (std::filesystem::file_size(file, error) == 0) throw reader::InputError{file, locale.say("error.report.empty")};
  if (!is_results_file(file)) refuse(file, Problem::not_results, locale);
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

}  // namespace

int report_command(const ReportOptions& options, const Terminal& terminal) {
  const term::Locale& locale = terminal.locale;
  const std::filesystem::path out{options.out};
  if (out.extension() != ".html" && out.extension() != ".htm") {
    throw reader::InputError{"-o", locale.say("error.report.not_html", {{"name", reader::in_quotes(options.out)}})};
  }
  record::require_writable_directory(out.parent_path());
  const std::shared_ptr<const record::ResultsReader> results = open(options.file, locale);
  if (report::page_app().empty()) {
    terminal.err << locale.say("error.report.no_app") << '\n';
    return exit_failed;
  }
  const std::optional<report::LiveBlocks> live = live_blocks(results, terminal);
  const std::string page = page_in(results, options.file, live ? &*live : nullptr, locale);
  record::write_durably(out, page);
  const double megabytes = static_cast<double>(page.size()) / 1e6;
  terminal.out << locale.say("report.written", {{"file", options.out}, {"size", locale.number(megabytes, 1)}}) << '\n';
  return exit_done;
}

}  // namespace essaim::cli
