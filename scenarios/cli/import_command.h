// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "scenarios/cli/terminal.h"
#include "scenarios/importer/assembly.h"

namespace essaim::cli {

struct ImportOptions {
  std::string format;  ///< "osm" or "csv"
  std::string file;    ///< of osm
  std::string nodes;   ///< of csv, as those that follow
  std::string edges;
  std::string places;
  std::string licence;
  std::string credit;
  std::string box;      ///< of osm: "west,south,east,north"; empty: all
  std::string within;   ///< of osm: a GeoJSON file; empty: all
  std::string commune;  ///< of osm, with `within`: the property by which one of its features is chosen
  std::string out;      ///< NAME.territory.toml
  bool force = false;
  bool json = false;
};

/// `essaim import`: real roads and places as a territory file. Returns an exit code, throws a reader::InputError.
int import_command(const ImportOptions& options, const Terminal& terminal);

/// What was kept, what was assumed, and what to do next, for people.
std::string import_text(const importer::Imported& imported, const std::string& out, const term::Locale& locale);
/// The same for programs: names in English, numbers unrounded.
std::string import_json(const importer::Imported& imported, const std::string& out);

}  // namespace essaim::cli
