// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/load.h"

#include <utility>

#include "scenarios/reader/document.h"
#include "scenarios/reader/experiment_reader.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/path.h"
#include "scenarios/reader/pilot_files.h"
#include "scenarios/reader/scenario_reader.h"
#include "scenarios/reader/text_file.h"

namespace essaim::reader {

namespace {

namespace fs = std::filesystem;

struct ReadFile {
  Document document;
  InputFile input;
};

ReadFile read_file(const fs::path& path, std::string_view where = {}) {
  std::string bytes = read_text_file(path, where);
  Document document = parse_document(bytes, path.string());
  return {std::move(document), {path.filename().string(), std::move(bytes)}};
}

FileKind kind_of(const Document& document) {
  for (const std::string_view key : {"scenario", "design", "factor", "half_width"}) {
    if (document.root.find(key) != nullptr) return FileKind::experiment;
  }
  for (const std::string_view key : {"insee", "population", "settlement", "epci"}) {
    if (document.root.find(key) != nullptr) return FileKind::pilot;
  }
  if (document.root.find("nodes") != nullptr && document.root.find("edges") != nullptr) return FileKind::territory;
  return FileKind::scenario;
}

std::string_view description_of(FileKind kind) {
  switch (kind) {
    case FileKind::scenario:
      return "a scenario";
    case FileKind::experiment:
      return "an experiment";
    case FileKind::pilot:
      return "a pilot file";
    case FileKind::territory:
      return "a territory file";
  }
  return "";
}

std::string_view use_of(FileKind kind) {
  switch (kind) {
    case FileKind::scenario:
      return "run it with `essaim run`";
    case FileKind::experiment:
      return "run it with `essaim batch`";
    case FileKind::pilot:
      return "name it as the site of a scenario";
    case FileKind::territory:
      return "name it in a pilot file: territory = \"...\"";
  }
  return "";
}

void expect_kind(const Document& document, FileKind expected, std::string_view where) {
  const FileKind kind = kind_of(document);
  if (kind == expected) return;
  throw InputError{where, "this is " + std::string{description_of(kind)} + " (expected " +
                              std::string{description_of(expected)} + "), " + std::string{use_of(kind)}};
}

void apply_options(Document& document, const LoadOptions& options) {
  for (const std::string& set : options.sets) {
    const std::size_t equals = set.find('=');
    const std::string option = "--set " + set.substr(0, 200);
    if (equals == std::string::npos) {
      throw InputError{option, "no \"=\" (a path and its value), write for example --set replicates=20"};
    }
    set_option(document, option, set.substr(0, equals), set.substr(equals + 1));
  }
  if (options.replicates) {
    const std::string value = std::to_string(*options.replicates);
    set_option(document, "--replicates " + value, "replicates", value);
  }
  if (options.seed) {
    const std::string value = std::to_string(*options.seed);
    set_option(document, "--seed " + value, "seed", value);
  }
}

LoadedScenario read_loaded(ReadFile file, const fs::path& path, const LoadOptions& options) {
  apply_options(file.document, options);
  PilotFiles pilots{path.parent_path()};
  ScenarioReading reading = read_scenario(file.document, catalogue_vocabulary(), pilots);
  reading.scenario.fixed_parameters = options.fixed_parameters;
  LoadedScenario loaded{std::move(reading.scenario), {std::move(file.input)}, std::move(reading.warnings)};
  for (InputFile& pilot : pilots.take_inputs()) loaded.inputs.push_back(std::move(pilot));
  return loaded;
}

// Options stand above what the experiment says, as they do above what a scenario says.
LoadedExperiment read_loaded_experiment(ReadFile file, const fs::path& path, const LoadOptions& options) {
  LoadOptions of_experiment = options;
  of_experiment.sets.clear();
  LoadOptions of_scenario;
  of_scenario.sets = options.sets;
  apply_options(file.document, of_experiment);

  const std::string name = scenario_of(file.document);
  const fs::path scenario_path = path.parent_path() / fs::path{name};
  ReadFile scenario = read_file(scenario_path, file.document.where(file.document.root.find("scenario")->value.at));
  expect_kind(scenario.document, FileKind::scenario, scenario_path.string());
  apply_options(scenario.document, of_scenario);

  const bool own_sites = file.document.root.find("site") != nullptr || file.document.root.find("sites") != nullptr;
  PilotFiles pilots{own_sites ? path.parent_path() : scenario_path.parent_path()};
  LoadedExperiment loaded;
  loaded.experiment = read_experiment(file.document, std::move(scenario.document), catalogue_vocabulary(), pilots);
  loaded.experiment.base.fixed_parameters = options.fixed_parameters;
  file.input.name = "experiments/" + file.input.name;
  loaded.inputs = {std::move(file.input), std::move(scenario.input)};
  for (InputFile& pilot : pilots.take_inputs()) loaded.inputs.push_back(std::move(pilot));
  return loaded;
}

commune::RoadMap read_loaded_territory(const Document& document, const fs::path& path) {
  const OpenOfPilot open = open_on_disk(path);
  return read_territory(document, [&](const std::string& name, const std::string& where) { return open(name, where); });
}

}  // namespace

LoadedScenario load_scenario(const fs::path& path, const LoadOptions& options) {
  ReadFile file = read_file(path);
  expect_kind(file.document, FileKind::scenario, path.string());
  return read_loaded(std::move(file), path, options);
}

LoadedExperiment load_experiment(const fs::path& path, const LoadOptions& options) {
  ReadFile file = read_file(path);
  expect_kind(file.document, FileKind::experiment, path.string());
  return read_loaded_experiment(std::move(file), path, options);
}

commune::Site load_pilot(const fs::path& path) {
  const ReadFile file = read_file(path);
  expect_kind(file.document, FileKind::pilot, path.string());
  return read_pilot_file(file.document, path, open_on_disk(path));
}

commune::RoadMap load_territory(const fs::path& path) {
  const ReadFile file = read_file(path);
  expect_kind(file.document, FileKind::territory, path.string());
  return read_loaded_territory(file.document, path);
}

CheckedFile check_file(const fs::path& path) {
  ReadFile file = read_file(path);
  const FileKind kind = kind_of(file.document);
  if (kind == FileKind::pilot) {
    std::vector<std::string> notes;
    const commune::Site site = read_pilot_file(file.document, path, open_on_disk(path), &notes);
    return {kind, site.name, std::move(notes)};
  }
  if (kind == FileKind::territory) return {kind, read_loaded_territory(file.document, path).source, {}};
  if (kind == FileKind::experiment) {
    LoadedExperiment loaded = read_loaded_experiment(std::move(file), path, {});
    return {kind, loaded.experiment.title, std::move(loaded.experiment.warnings)};
  }
  LoadedScenario loaded = read_loaded(std::move(file), path, {});
  return {kind, loaded.scenario.title, std::move(loaded.warnings)};
}

}  // namespace essaim::reader
