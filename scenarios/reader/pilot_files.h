// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/reader/document.h"
#include "scenarios/reader/load.h"
#include "scenarios/reader/site_source.h"
#include "scenarios/reader/territory_reader.h"

namespace essaim::reader {

/// Where the shipped pilots, shocks and experiments lie: the first folder that is there of `../share/essaim/scenarios`
/// beside the program, $ESSAIM_DATA, and the source tree that the program was built from. Empty if there is none.
std::filesystem::path data_folder();

/// The pilots as files: shipped ones by id, others by their path from the scenario's folder.
class PilotFiles final : public SiteSource {
 public:
  explicit PilotFiles(std::filesystem::path scenario_folder) : folder_{std::move(scenario_folder)} {}

  std::vector<std::string> shipped() override;
  commune::Site load(const std::string& name, const std::string& where) override;
  std::vector<InputFile> take_inputs() { return std::move(inputs_); }  ///< the files that `load` read

 private:
  std::filesystem::path path_of(const std::string& name, const std::string& where);

  std::filesystem::path folder_;
  std::vector<InputFile> inputs_;
};

/// Opens a file that a pilot or its territory names, by its path from the pilot's folder.
using OpenOfPilot = std::function<OpenedFile(const std::filesystem::path& path, const std::string& where)>;

/// A parsed pilot file as a site, whose id is the file's name, with the territory, outline, sample and grid that it
/// names. `notes` receives what its author should know of them.
commune::Site read_pilot_file(const Document& document, const std::filesystem::path& path, const OpenOfPilot& open,
                              std::vector<std::string>* notes = nullptr);

/// `OpenOfPilot` for files as they lie on disk. `record` is told each file: what results keep of it.
OpenOfPilot open_on_disk(const std::filesystem::path& pilot, std::function<void(InputFile)> record = {});

/// The name under which results keep a file that the territory of a pilot consists of.
std::string territory_input_name(std::string_view site, const std::filesystem::path& file);

/// May a file of this name (without .toml) hold a site: a-z, 0-9 and -, at most 60?
bool is_site_id(std::string_view id);

}  // namespace essaim::reader
