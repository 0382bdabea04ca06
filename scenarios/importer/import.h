// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "scenarios/importer/assembly.h"
#include "scenarios/importer/osm_reader.h"

// From somebody's files to the roads and places of a territory. A person's mistake, or a damaged file, ends each of
// these with one reader::InputError.

namespace essaim::importer {

/// An extract of OpenStreetMap; what lies outside the region is left out.
Imported import_osm(const std::filesystem::path& file, const Region& region = {});

struct CsvSource {
  std::filesystem::path nodes;
  std::filesystem::path edges;
  std::optional<std::filesystem::path> places;
  std::string licence;  ///< "Licence Ouverte 2.0"
  std::string credit;   ///< "IGN – BD TOPO, 2022"
};

/// Tables of nodes, edges and places, whose columns csv_draft.h lists.
Imported import_csv(const CsvSource& source);

/// Reads "5.25,48.49,5.33,48.58": west, south, east, north.
Box parse_box(const std::string& text);

}  // namespace essaim::importer
