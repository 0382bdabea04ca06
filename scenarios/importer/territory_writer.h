// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "scenarios/importer/assembly.h"

namespace essaim::importer {

/// The files of a territory: `NAME.territory.toml`, `NAME.nodes.csv`, `NAME.edges.csv`, `NAME.places.csv`, and
/// `NAME.fields.csv` if there are fields.
struct TerritoryFiles {
  std::filesystem::path toml;
  std::filesystem::path nodes;
  std::filesystem::path edges;
  std::filesystem::path places;
  std::filesystem::path fields;
};

/// Their names from that of the first. Throws a reader::InputError if it does not end in `.territory.toml`, if its
/// folder is missing, or if one of them is there and `force` is false.
TerritoryFiles territory_files(const std::filesystem::path& toml, bool force);

/// Writes them: under other names first, so that nothing half-written ever has its final name. Throws a
/// reader::InputError, and leaves nothing behind, if the folder cannot be written to. `tool` is noted as their writer.
void write_territory(const Imported& imported, const TerritoryFiles& files, const std::string& tool);

/// The text of the first file, whose comments tell what was found, kept and assumed.
std::string territory_toml(const Imported& imported, const TerritoryFiles& files, const std::string& tool);
std::string nodes_csv(const Imported& imported);
std::string edges_csv(const Imported& imported);
std::string places_csv(const Imported& imported);
std::string fields_csv(const Imported& imported);

}  // namespace essaim::importer
