// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <functional>
#include <map>

#include "engine/record/layout.h"
#include "scenarios/cli/commands.h"
#include "scenarios/cli/reference.h"
#include "scenarios/cli/results_file.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/load.h"
#include "scenarios/reader/names.h"

namespace essaim::cli {
namespace {

using Topics = std::map<std::string, std::function<ReferencePage(const term::Locale&, Detail)>, std::less<>>;

const Topics& topics() {
  const auto plain = [](ReferencePage (*page)(const term::Locale&)) {
    return [page](const term::Locale& locale, Detail) { return page(locale); };
  };
  static const Topics all{{"scenario", plain(scenario_page)},     {"pilots", pilots_page},
                          {"shocks", plain(shocks_page)},         {"measures", plain(measures_page)},
                          {"conditions", plain(conditions_page)}, {"couplings", plain(couplings_page)},
                          {"parameters", plain(parameters_page)}, {"indicators", plain(indicators_page)},
                          {"models", plain(models_page)},         {"results", plain(results_page)}};
  return all;
}

ReferencePage overview(const term::Locale& locale) {
  ReferencePage page{locale.say("describe.title.overview"), {}, {}};
  ReferenceTable table{"topics",
                       "",
                       "",
                       {{"topic", locale.say("describe.topic"), ReferenceColumn::Size::cell},
                        {"meaning", locale.say("describe.meaning"), ReferenceColumn::Size::cell}},
                       {}};
  for (const auto& [name, make] : topics()) {
    table.rows.push_back({"essaim describe " + name, locale.say("describe.title." + name)});
  }
  page.tables.push_back(std::move(table));
  return page;
}

ReferencePage file_page(const std::string& file, const term::Locale& locale) {
  if (is_results_file(file)) return results_file_page(file, locale);
  switch (reader::check_file(file).kind) {
    case reader::FileKind::scenario:
      return scenario_file_page(reader::load_scenario(file).scenario, locale);
    case reader::FileKind::experiment:
      return experiment_file_page(reader::load_experiment(file).experiment, locale);
    case reader::FileKind::territory:
      return territory_page(reader::load_territory(file), locale);
    case reader::FileKind::pilot:
      break;
  }
  return pilot_page(reader::load_pilot(file), locale);
}

/// A topic by its name, else a file; a word that is neither is most likely a topic with a slip.
ReferencePage page_of(const DescribeOptions& options, const term::Locale& locale) {
  if (options.topic.empty()) return overview(locale);
  const auto found = topics().find(options.topic);
  if (found != topics().end()) {
    return found->second(locale, options.markdown || options.json ? Detail::everything : Detail::list);
  }
  std::error_code error;
  if (!std::filesystem::exists(options.topic, error)) {
    std::vector<std::string> names;
    for (const auto& [name, make] : topics()) names.push_back(name);
    throw reader::InputError{"describe",
                             locale.say("error.unknown_topic", {{"name", reader::in_quotes(options.topic)}}) +
                                 suggestion(locale, options.topic, names)};
  }
  return file_page(options.topic, locale);
}

std::string markdown_command(const std::string& topic, const term::Locale& locale) {
  return "essaim describe " + shell_name(topic) + " --markdown --lang " + std::string{term::text(locale.language())};
}

}  // namespace

int describe_command(const DescribeOptions& options, const Terminal& terminal) {
  if (options.schema) {
    if (!options.topic.empty() && options.topic != "scenario") {
      throw reader::InputError{"--schema", terminal.locale.say("error.schema_topic")};
    }
    terminal.out << scenario_schema(terminal.locale);
    return exit_done;
  }
  if (options.topic == "results" && options.markdown) {
    ReferencePage title = results_page(terminal.locale);
    title.tables.clear();  // the layout writes its own, with types
    terminal.out << page_markdown(title, markdown_command(options.topic, terminal.locale)) << '\n'
                 << record::layout_markdown();
    return exit_done;
  }
  const ReferencePage page = page_of(options, terminal.locale);
  if (options.json) {
    terminal.out << page_json(page);
  } else if (options.markdown) {
    terminal.out << page_markdown(page, markdown_command(options.topic, terminal.locale));
  } else {
    terminal.out << page_text(page, terminal.colours);
  }
  return exit_done;
}

}  // namespace essaim::cli
