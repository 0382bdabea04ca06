// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/catalogue/scenario.h"
#include "scenarios/reader/experiment.h"
#include "scenarios/reader/input_error.h"

// From files to what the models run. A person's mistake ends each of these with one InputError.

namespace essaim::reader {

/// What the command line says over the file.
struct LoadOptions {
  std::optional<std::int64_t> replicates;
  std::optional<std::int64_t> seed;
  bool fixed_parameters = false;  ///< draw no uncertain value
  std::vector<std::string> sets;  ///< "path=value", in order
};

/// A file that was read, with its exact bytes, for the results file.
struct InputFile {
  std::string name;  ///< "demo.toml", "pilots/langouet.toml", "experiments/grocer-and-stock.toml"
  std::string bytes;
};

struct LoadedScenario {
  catalogue::Scenario scenario;
  std::vector<InputFile> inputs;      ///< the scenario first
  std::vector<std::string> warnings;  ///< each with its place
};

struct LoadedExperiment {
  Experiment experiment;
  std::vector<InputFile> inputs;  ///< the experiment first, then its scenario
};

LoadedScenario load_scenario(const std::filesystem::path& path, const LoadOptions& options = {});
LoadedExperiment load_experiment(const std::filesystem::path& path, const LoadOptions& options = {});
commune::Site load_pilot(const std::filesystem::path& path);
commune::RoadMap load_territory(const std::filesystem::path& path);

enum class FileKind : std::uint8_t { scenario, experiment, pilot, territory };

/// A file that `check_file` found right.
struct CheckedFile {
  FileKind kind = FileKind::scenario;
  std::string title;
  std::vector<std::string> warnings;
};

/// Reads a scenario, an experiment, a pilot or a territory, whichever its keys say it is.
CheckedFile check_file(const std::filesystem::path& path);

}  // namespace essaim::reader
