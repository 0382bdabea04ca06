// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>
#include <vector>

#include "engine/record/results_reader.h"
#include "essaim_build_info.h"
#include "models/catalogue/shared_draw.h"
#include "scenarios/cli/commands.h"
#include "scenarios/cli/story_inputs.h"
#include "scenarios/cli/story_view.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"

namespace essaim::cli {

namespace {

using record::ResultsHeader;
using term::Locale;

/// Where a run lies in the file, and in the scenario.
struct Place {
  std::uint32_t cell = 0;
  std::uint32_t point = 0;
  std::uint32_t site = 0;
  std::uint32_t variant = 0;
  std::uint32_t replicate = 0;
};

/// Another engine would tell another story.
void require_this_engine(const ResultsHeader& header, const std::string& file, const Locale& locale) {
  const std::string here = std::string{build_info::version} + " (" + build_info::git_commit + ")";
  const std::string there = header.engine_version + " (" + header.git_commit + ")";
  if (here == there) return;
  throw reader::InputError{file, locale.say("error.other_engine", {{"there", there}, {"here", here}})};
}

/// The place of a name among those that there are; without a name, the first.
std::uint32_t chosen(const std::string& name, const std::vector<std::string>& known, const char* option,
                     const char* message, const Locale& locale) {
  const auto found = std::ranges::find(known, name);
  if (found != known.end()) return static_cast<std::uint32_t>(found - known.begin());
  throw reader::InputError{option,
                           locale.say(message, {{"name", reader::in_quotes(name)}}) + suggestion(locale, name, known)};
}

std::uint32_t in_range(std::int64_t number, std::uint32_t count, const char* option, const Locale& locale) {
  if (number >= 0 && number < std::int64_t{count}) return static_cast<std::uint32_t>(number);
  throw reader::InputError{option, locale.say("error.out_of_range", {{"number", std::to_string(number)},
                                                                     {"last", std::to_string(count - 1)}})};
}

Place find_place(const ExplainOptions& options, const ResultsHeader& header, const Locale& locale) {
  std::vector<std::string> sites;
  std::vector<std::string> variants;
  const std::size_t per_cell = header.points_per_cell();
  for (std::uint32_t cell = 0; cell < header.cells(); ++cell) {
    const record::DesignPoint& first = header.design_points[cell * per_cell];
    const bool several = header.cells() > header.sites.size();  // as `summary` and `compare` name them
    sites.push_back(header.sites[first.site].id + (several ? "#" + std::to_string(first.point) : ""));
  }
  for (std::size_t i = 0; i < per_cell; i += 2) variants.push_back(header.design_points[i].variant);
  Place place;
  place.cell = chosen(options.site, sites, "--site", "error.unknown_site", locale);
  place.variant = chosen(options.variant, variants, "--variant", "error.unknown_variant", locale);
  place.replicate = in_range(options.replicate, header.replicates, "--replicate", locale);
  const record::DesignPoint& point = header.design_points[place.cell * per_cell];
  place.point = point.point;
  place.site = point.site;
  return place;
}

/// The story is that of the file only if its run ended in the same state.
void require_same_end(const Story& story, const record::RunStatus& status, const ResultsHeader& header,
                      const Place& place, std::uint32_t variant, const ExplainOptions& options, const Locale& locale) {
  const std::size_t point = std::size_t{place.cell} * header.points_per_cell() + 2 * std::size_t{variant};
  const std::size_t run = point * header.replicates + place.replicate;
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
  const Place place = find_place(options, header, terminal.locale);
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
