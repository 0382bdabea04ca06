// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/story_inputs.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "scenarios/reader/experiment_reader.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/path.h"
#include "scenarios/reader/pilot_files.h"
#include "scenarios/reader/scenario_reader.h"

namespace essaim::cli {

namespace {

/// Pilots as they were when the run was made.
class StoredPilots final : public reader::SiteSource {
 public:
  explicit StoredPilots(const record::ResultsHeader& header) : header_{header} {}

  std::vector<std::string> shipped() override {
    std::vector<std::string> ids;
    for (const record::SiteRow& site : header_.sites) ids.push_back(site.id);
    return ids;
  }

  commune::Site load(const std::string& name, const std::string& where) override {
    const std::string id = std::filesystem::path{name}.stem().string();
    const std::string file = "pilots/" + id + ".toml";
    const auto open = [&](const std::filesystem::path& part, const std::string& place) -> reader::OpenedFile {
      const std::string stored = reader::territory_input_name(id, part);
      return {stored, bytes_of(stored, place)};
    };
    return reader::read_pilot_file(reader::parse_document(bytes_of(file, where), file), file, open);
  }

 private:
  const std::string& bytes_of(const std::string& file, const std::string& where) const {
    const auto found = std::ranges::find(header_.inputs, file, &record::InputFile::name);
    if (found == header_.inputs.end()) throw reader::InputError{where, reader::in_quotes(file) + " is not in the file"};
    return found->bytes;
  }

  const record::ResultsHeader& header_;
};

void apply_sets(reader::Document& document, const std::string& options) {
  for (std::size_t at = 0; at < options.size();) {
    const std::size_t end = std::min(options.find('\n', at), options.size());
    const std::string set = options.substr(at, end - at);
    const std::size_t equals = set.find('=');
    if (equals != std::string::npos) {
      reader::set_option(document, "--set " + set, set.substr(0, equals), set.substr(equals + 1));
    }
    at = end + 1;
  }
}

void apply_size(reader::Document& document, const record::ResultsHeader& header) {
  reader::set_option(document, "--replicates", "replicates", std::to_string(header.replicates));
  reader::set_option(document, "--seed", "seed", std::to_string(header.master_seed));
}

}  // namespace

catalogue::Scenario stored_scenario(const record::ResultsHeader& header, std::uint32_t point) {
  StoredPilots pilots{header};
  reader::Document scenario = reader::parse_document(header.scenario_toml, header.inputs.front().name);
  apply_sets(scenario, header.options);
  const bool fixed = header.uncertainty == "chance";
  if (header.experiment_toml.empty()) {
    apply_size(scenario, header);
    catalogue::Scenario read = reader::read_scenario(scenario, reader::catalogue_vocabulary(), pilots).scenario;
    read.fixed_parameters = fixed;
    return read;
  }
  reader::Document document = reader::parse_document(header.experiment_toml, header.inputs.front().name);
  apply_size(document, header);
  reader::Experiment experiment =
      reader::read_experiment(document, std::move(scenario), reader::catalogue_vocabulary(), pilots);
  experiment.base.fixed_parameters = fixed;
  return experiment.scenario_at(point);
}

}  // namespace essaim::cli
