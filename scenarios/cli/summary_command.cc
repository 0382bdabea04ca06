// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "scenarios/cli/commands.h"
#include "scenarios/cli/results_file.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"
#include "viz/term/summary_view.h"

namespace essaim::cli {
namespace {

std::vector<std::size_t> chosen_sites(const design::Study& study, const std::vector<std::string>& names,
                                      const term::Locale& locale) {
  std::vector<std::size_t> sites(names.empty() ? study.sites.size() : 0);
  std::iota(sites.begin(), sites.end(), std::size_t{0});
  std::vector<std::string> known;
  for (const design::StudySite& site : study.sites) known.push_back(site.id);
  for (const std::string& name : names) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
      throw reader::InputError{"--site", locale.say("error.unknown_site", {{"name", reader::in_quotes(name)}}) +
                                             suggestion(locale, name, known)};
    }
    sites.push_back(static_cast<std::size_t>(found - known.begin()));
  }
  return sites;
}

}  // namespace

int summary_command(const SummaryOptions& options, const Terminal& terminal) {
  const design::Study study = open_study(options.file);
  const std::vector<term::SummaryRow> rows =
      term::summarise(study, chosen_sites(study, options.sites, terminal.locale));
  if (options.json) {
    terminal.out << term::summary_json(study, rows);
    return exit_done;
  }
  terminal.out << term::summary_text(study, rows, terminal.locale, terminal.colours)
               << terminal.locale.say("next.summary", {{"file", shell_name(options.file)}}) << "\n";
  return exit_done;
}

}  // namespace essaim::cli
