// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "engine/record/results_reader.h"
#include "models/catalogue/shared_draw.h"
#include "scenarios/cli/commands.h"
#include "scenarios/cli/run_place.h"
#include "scenarios/cli/story_inputs.h"
#include "scenarios/cli/story_view.h"
#include "scenarios/reader/input_error.h"

namespace essaim::cli {

namespace {

using record::ResultsHeader;
using term::Locale;

/// The story is that of the file only if its run ended in the same state.
void require_same_end(const Story& story, const record::RunStatus& status, const ResultsHeader& header,
                      const RunPlace& place, std::uint32_t variant, const ExplainOptions& options,
                      const Locale& locale) {
  const std::size_t run = run_number(header, place, variant, catalogue::Shocks::with);
  if (status.state[run] != record::RunState::done) {
    throw reader::InputError{options.file, locale.say("error.failed_run", {{"why", status.error[run]}})};
  }
  if (story.state_sha256 == status.state_sha256[run]) return;
  throw reader::InputError{options.file, locale.say("error.other_end")};
}

}  // namespace

int explain_command(const ExplainOptions& options, const Terminal& terminal) {
  const record::ResultsReader results{options.file};
  const ResultsHeader& header = results.header();
  require_this_engine(header, options.file, terminal.locale);
  const RunPlace place = find_run(header, options.site, options.variant, options.replicate, terminal.locale);
  const catalogue::Scenario scenario = stored_scenario(header, place.point);
  const catalogue::SharedDraw shared{scenario, place.site, place.replicate};
  const std::uint32_t household =
      in_range(options.household, shared.commune.population.households(), "--household", terminal.locale);

  const record::RunStatus status = results.status();
  SerialExecutor executor;
  const auto told_of = [&](std::uint32_t variant) {
    Story story = tell(scenario, shared, variant, household, executor);
    require_same_end(story, status, header, place, variant, options, terminal.locale);
    return story;
  };
  ToldHousehold told{scenario,        shared.commune, place.site, place.variant,
                     place.replicate, household,      told_of(0), std::nullopt};
  if (place.variant > 0) told.with_measures = told_of(place.variant);
  terminal.out << (options.json ? story_json(told, terminal.locale)
                                : story_text(told, terminal.locale, terminal.colours));
  return exit_done;
}

}  // namespace essaim::cli
