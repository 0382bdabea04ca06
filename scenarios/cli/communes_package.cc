// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/communes_package.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "scenarios/cli/folded_name.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"

namespace essaim::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr int cog_before_first_major = 2020;  // version 6 is the geography of 2026
constexpr int population_lag = 3;             // the census figures in force in a year are those of three years before
constexpr std::uintmax_t largest_file = 64'000'000;

Json read_json(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error || size > largest_file) {
    throw reader::InputError{path.string(),
                             "this file of @etalab/decoupage-administratif cannot be read, install the package again "
                             "or leave out --communes"};
  }
  std::ifstream stream{path, std::ios::binary};
  Json json = Json::parse(stream, nullptr, false);
  if (json.is_discarded()) throw reader::InputError{path.string(), "this is no JSON, install the package again"};
  return json;
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::map<std::string, std::string> names_by_code(const fs::path& path) {
  std::map<std::string, std::string> names;
  for (const Json& one : read_json(path)) {
    if (one.is_object()) names.emplace(text_of(one, "code"), text_of(one, "nom"));
  }
  return names;
}

bool is_package(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "data" / "communes.json", error);
}

}  // namespace

fs::path CommunesPackage::folder(const std::string& given) {
  if (!given.empty()) {
    if (is_package(given)) return given;
    throw reader::InputError{"--communes " + given,
                             "there is no data/communes.json (expected the folder of the npm package "
                             "@etalab/decoupage-administratif), correct the path or leave it out"};
  }
  const fs::path own = fs::path{"@etalab"} / "decoupage-administratif";
  std::vector<fs::path> candidates = {fs::path{"node_modules"} / own};
  if (const char* variable = std::getenv("NODE_PATH")) {
    std::string_view rest = variable;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(':'), rest.size());
      if (end > 0) candidates.push_back(fs::path{rest.substr(0, end)} / own);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  const auto found = std::find_if(candidates.begin(), candidates.end(), is_package);
  return found == candidates.end() ? fs::path{} : *found;
}

CommunesPackage::CommunesPackage(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder / "package.json", error)) version_ = text_of(read_json(folder / "package.json"), "version");
  read_communes(folder);
  read_bodies(folder);
}

void CommunesPackage::read_communes(const fs::path& folder) {
  const auto departements = names_by_code(folder / "data" / "departements.json");
  const auto regions = names_by_code(folder / "data" / "regions.json");
  const auto name_in = [](const auto& names, const std::string& code) {
    const auto found = names.find(code);
    return found == names.end() ? std::string{} : found->second;
  };
  for (const Json& one : read_json(folder / "data" / "communes.json")) {
    // Delegated and associated communes are parts of one that is in the list too.
    if (!one.is_object() || text_of(one, "type") != "commune-actuelle") continue;
    Row row{text_of(one, "code"), text_of(one, "nom"), {}, {}, {}};
    row.folded = folded(row.name);
    row.departement = name_in(departements, text_of(one, "departement"));
    row.region = name_in(regions, text_of(one, "region"));
    const auto population = one.find("population");
    if (population != one.end() && population->is_number()) row.population = population->get<double>();
    rows_.push_back(std::move(row));
  }
}

void CommunesPackage::read_bodies(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder / "data" / "epci.json", error)) return;
  for (const Json& one : read_json(folder / "data" / "epci.json")) {
    const auto members = one.is_object() ? one.find("membres") : one.end();
    if (members == one.end() || !members->is_array()) continue;
    Body body{text_of(one, "nom"), {}};
    for (const Json& member : *members) {
      if (member.is_object()) body.members.emplace_back(text_of(member, "code"), text_of(member, "nom"));
    }
    bodies_.push_back(std::move(body));
  }
}

KnownCommune CommunesPackage::known(const Row& row) const {
  KnownCommune commune{row.code, row.name, row.departement, row.region, {}, row.population, {}};
  for (const Body& body : bodies_) {
    const auto is_it = [&](const auto& member) { return member.first == row.code; };
    if (std::none_of(body.members.begin(), body.members.end(), is_it)) continue;
    commune.epci = body.name;
    for (const auto& [code, name] : body.members) {
      if (code != row.code) commune.neighbours.push_back(std::string{code}.append(" ").append(name));
    }
    break;
  }
  return commune;
}

CommunesFound CommunesPackage::find(std::string_view typed) const {
  CommunesFound found;
  const std::string name = folded(typed);
  std::vector<std::string> names;
  for (const Row& row : rows_) {
    if (row.code == typed || row.folded == name) found.communes.push_back(known(row));
  }
  if (!found.communes.empty()) return found;
  for (const Row& row : rows_) names.push_back(row.folded);
  const std::string nearest = reader::nearest_name(name, names);
  const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Row& one) { return one.folded == nearest; });
  if (!nearest.empty() && row != rows_.end()) found.nearest = row->name;
  return found;
}

int CommunesPackage::population_year() const {
  int major = 0;
  const auto [end, error] = std::from_chars(version_.data(), version_.data() + version_.size(), major);
  if (error != std::errc{} || major < 1 || major > 80) return 0;
  return cog_before_first_major + major - population_lag;
}

std::string CommunesPackage::source() const {
  std::string text = "@etalab/decoupage-administratif";
  if (!version_.empty()) text += " " + version_;
  const int year = population_year();
  return year == 0 ? text : text + " (COG " + std::to_string(year + population_lag) + ")";
}

}  // namespace essaim::cli
