// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/pilot_files.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <utility>

#include "scenarios/reader/csv.h"
#include "scenarios/reader/grid_figures.h"
#include "scenarios/reader/grid_reader.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/outline_reader.h"
#include "scenarios/reader/pilot_reader.h"
#include "scenarios/reader/sample_reader.h"
#include "scenarios/reader/text_file.h"
#include "scenarios/reader/values.h"

namespace essaim::reader {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> candidate_folders() {
  std::vector<fs::path> folders;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) folders.push_back(program.parent_path().parent_path() / "share" / "essaim" / "scenarios");
  if (const char* variable = std::getenv("ESSAIM_DATA")) folders.emplace_back(variable);
#ifdef ESSAIM_SOURCE_SCENARIOS
  folders.emplace_back(ESSAIM_SOURCE_SCENARIOS);
#endif
  return folders;
}

bool is_path(std::string_view name) { return name.find('/') != std::string_view::npos || name.ends_with(".toml"); }

/// The map that the pilot's key `territory` names; its credit joins those of the site.
void read_territory_of(const Document& pilot, const OpenOfPilot& open, commune::Site& site) {
  const Entry* entry = pilot.root.find("territory");
  if (entry == nullptr) return;
  const fs::path name = read_text(pilot, *entry);
  const OpenedFile file = open(name, pilot.where(entry->value.at));
  const auto beside = [&](const std::string& table, const std::string& where) {
    return open(name.parent_path() / table, where);
  };
  auto map = std::make_shared<commune::RoadMap>(read_territory(parse_document(file.bytes, file.name), beside));
  const std::string credit = map->credit + " (" + map->licence + ")";
  const bool is_named = std::ranges::any_of(
      site.credits, [&](const std::string& line) { return line.find(map->credit) != std::string::npos; });
  if (!is_named) site.credits.push_back(credit);
  site.map = std::move(map);
}

/// The outline that the pilot's key `outline` names.
void read_outline_of(const Document& pilot, const OpenOfPilot& open, commune::Site& site) {
  const Entry* entry = pilot.root.find("outline");
  if (entry == nullptr) return;
  const OpenedFile file = open(read_text(pilot, *entry), pilot.where(entry->value.at));
  site.outline = parse_outline(file.bytes, file.name);
}

/// The surveyed households that the pilot's key `sample` names.
void read_sample_of(const Document& pilot, const OpenOfPilot& open, commune::Site& site) {
  const Entry* entry = pilot.root.find("sample");
  if (entry == nullptr) return;
  OpenedFile file = open(read_text(pilot, *entry), pilot.where(entry->value.at));
  site.sample =
      std::make_shared<commune::MicroSample>(read_sample(CsvTable{std::move(file.bytes), std::move(file.name)}));
}

/// The squares that the pilot's key `grid` names, and the figures that they give.
void read_grid_of(const Document& pilot, const OpenOfPilot& open, commune::Site& site,
                  std::vector<std::string>* notes) {
  const Entry* entry = pilot.root.find("grid");
  if (entry == nullptr) return;
  GridEntry grid = read_grid_entry(pilot, *entry);
  OpenedFile file = open(grid.file, pilot.where(grid.at));
  if (file.bytes.size() > largest_grid) {
    throw InputError{file.name, "the file has " + std::to_string(file.bytes.size()) + " bytes (allowed: at most " +
                                    std::to_string(largest_grid) +
                                    ", for results keep it), keep the first line and those of the site: (head -1 F; "
                                    "grep " +
                                    site.insee + " F) > carreaux.csv"};
  }
  const CsvTable table{std::move(file.bytes), std::move(file.name)};
  site.grid = std::make_shared<commune::PopulationGrid>(read_grid(table, site, std::move(grid.from)));
  const std::vector<std::string> left_out = add_grid_figures(site);
  const std::string_view credit = "Insee";  // the grid is under the Licence Ouverte: its author is to be named
  const bool is_named = std::ranges::any_of(
      site.credits, [&](const std::string& line) { return line.find(credit) != std::string::npos; });
  if (!is_named) site.credits.emplace_back("Source : Insee, données carroyées, Licence Ouverte 2.0");
  if (notes == nullptr) return;
  for (const std::string& note : grid_notes(site, left_out)) notes->push_back(pilot.where(grid.at) + ": " + note);
}

}  // namespace

bool is_site_id(std::string_view id) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && id.size() <= 60 && std::all_of(id.begin(), id.end(), fits);
}

fs::path data_folder() {
  std::error_code error;
  for (const fs::path& folder : candidate_folders()) {
    if (fs::is_directory(folder / "pilots", error)) return folder;
  }
  return {};
}

std::vector<std::string> PilotFiles::shipped() {
  std::vector<std::string> ids;
  std::error_code error;
  for (fs::directory_iterator it{data_folder() / "pilots", error}, end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".toml") ids.push_back(it->path().stem().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

fs::path PilotFiles::path_of(const std::string& name, const std::string& where) {
  if (is_path(name)) return folder_ / fs::path{name};
  const std::vector<std::string> ids = shipped();
  if (std::find(ids.begin(), ids.end(), name) != ids.end()) return data_folder() / "pilots" / (name + ".toml");
  if (ids.empty()) {
    throw InputError{where, "site " + in_quotes(name) +
                                " (the shipped pilots are not found), set ESSAIM_DATA to the "
                                "folder that holds pilots/, or give the path of a pilot file"};
  }
  throw InputError{where, "unknown site " + in_quotes(name) + suggestion(name, ids)};
}

commune::Site PilotFiles::load(const std::string& name, const std::string& where) {
  const fs::path path = path_of(name, where);
  std::string bytes = read_text_file(path, where);
  const Document document = parse_document(bytes, path.string());
  std::vector<InputFile> of_territory;
  const auto keep = [&](InputFile file) { of_territory.push_back(std::move(file)); };
  commune::Site site = read_pilot_file(document, path, open_on_disk(path, keep));
  inputs_.push_back({"pilots/" + site.id + ".toml", std::move(bytes)});
  std::ranges::move(of_territory, std::back_inserter(inputs_));
  return site;
}

std::string territory_input_name(std::string_view site, const fs::path& file) {
  return "pilots/" + std::string{site} + "/" + file.filename().string();
}

OpenOfPilot open_on_disk(const fs::path& pilot, std::function<void(InputFile)> record) {
  return [pilot, record = std::move(record)](const fs::path& name, const std::string& where) {
    const fs::path path = pilot.parent_path() / name;
    OpenedFile file{path.string(),
                    name.extension() == ".csv" ? read_csv_file(path, where) : read_text_file(path, where)};
    if (record) record({territory_input_name(pilot.stem().string(), name), file.bytes});
    return file;
  };
}

commune::Site read_pilot_file(const Document& document, const fs::path& path, const OpenOfPilot& open,
                              std::vector<std::string>* notes) {
  const std::string id = path.stem().string();
  if (!is_site_id(id)) {
    throw InputError{path.string(), "the file's name is the site's id, " + in_quotes(id) +
                                        " (allowed: a-z, 0-9 and -), rename the file"};
  }
  commune::Site site = read_pilot(document, id);
  read_territory_of(document, open, site);
  read_outline_of(document, open, site);
  read_sample_of(document, open, site);
  read_grid_of(document, open, site, notes);
  return site;
}

}  // namespace essaim::reader
