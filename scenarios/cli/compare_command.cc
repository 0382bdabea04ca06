// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "scenarios/cli/commands.h"
#include "scenarios/cli/results_file.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"
#include "viz/term/compare_view.h"
#include "viz/term/equity_view.h"

namespace essaim::cli {
namespace {

std::vector<std::size_t> chosen_indicators(const design::Study& study, const std::vector<std::string>& patterns,
                                           const term::Locale& locale) {
  std::vector<std::string> known;
  for (const design::StudyIndicator& indicator : study.indicators) known.push_back(indicator.name);
  std::vector<std::size_t> chosen;
  for (const std::string& pattern : patterns) {
    bool fits = false;
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (!reader::matches(known[i], pattern)) continue;
      fits = true;
      if (std::find(chosen.begin(), chosen.end(), i) == chosen.end()) chosen.push_back(i);
    }
    if (!fits) {
      throw reader::InputError{"--indicator",
                               locale.say("error.unknown_indicator", {{"name", reader::in_quotes(pattern)}}) +
                                   suggestion(locale, pattern, known)};
    }
  }
  return chosen;
}

std::string screen(term::CompareBy by, const design::Study& study, const term::Comparison& comparison,
                   const Terminal& terminal) {
  switch (by) {
    case term::CompareBy::site:
      return term::compare_sites_text(study, comparison, terminal.locale, terminal.colours);
    case term::CompareBy::group:
      return term::compare_groups_text(study, comparison, terminal.locale, terminal.colours);
    case term::CompareBy::variant:
      break;
  }
  return term::compare_text(study, comparison, terminal.locale, terminal.colours);
}

}  // namespace

int compare_command(const CompareOptions& options, const Terminal& terminal) {
  const std::vector<std::string> known{"variant", "site", "group"};
  const auto found = std::find(known.begin(), known.end(), options.by);
  if (found == known.end()) {
    throw reader::InputError{"--by", reader::in_quotes(options.by) + suggestion(terminal.locale, options.by, known)};
  }
  const design::Study study = open_studies(options.files, terminal.locale);
  const auto by = static_cast<term::CompareBy>(found - known.begin());
  const term::Comparison comparison =
      term::comparison_of(study, {by, chosen_indicators(study, options.indicators, terminal.locale)});
  if (options.json) {
    terminal.out << term::compare_json(study, comparison);
  } else if (options.csv) {
    terminal.out << term::compare_csv(study, comparison);
  } else {
    terminal.out << screen(by, study, comparison, terminal)
                 << terminal.locale.say(by == term::CompareBy::site ? "next.compare_sites" : "next.compare",
                                        {{"file", shell_name(options.files.front())}})
                 << "\n";
  }
  return exit_done;
}

}  // namespace essaim::cli
