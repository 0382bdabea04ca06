// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/import_command.h"

#include <ostream>
#include <vector>

#include "essaim_build_info.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/importer/import.h"
#include "scenarios/importer/region_reader.h"
#include "scenarios/importer/territory_writer.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"

namespace essaim::cli {

namespace {

[[noreturn]] void refuse(const term::Locale& locale, std::string_view key,
                         std::initializer_list<term::Locale::Argument> arguments) {
  throw reader::InputError{"essaim", locale.say(key, arguments)};
}

struct Given {
  std::string_view name;
  const std::string& value;
};

void require(const term::Locale& locale, const ImportOptions& options, const std::vector<Given>& needed) {
  for (const Given& one : needed) {
    if (one.value.empty()) {
      refuse(locale, "import.missing", {{"name", std::string{one.name}}, {"format", options.format}});
    }
  }
}

void allow_none(const term::Locale& locale, const ImportOptions& options, const std::vector<Given>& others) {
  for (const Given& one : others) {
    if (!one.value.empty()) {
      refuse(locale, "import.misplaced", {{"name", std::string{one.name}}, {"format", options.format}});
    }
  }
}

void check_options(const ImportOptions& options, const term::Locale& locale) {
  const std::vector<Given> of_csv = {{"--nodes", options.nodes},
                                     {"--edges", options.edges},
                                     {"--licence", options.licence},
                                     {"--credit", options.credit}};
  if (options.format == "osm") {
    require(locale, options, {{"FILE", options.file}, {"-o", options.out}});
    allow_none(locale, options, of_csv);
    if (!options.box.empty() && !options.within.empty()) refuse(locale, "import.box_and_within", {});
    if (!options.commune.empty() && options.within.empty()) refuse(locale, "import.commune_without_outline", {});
    return allow_none(locale, options, {{"--places", options.places}});
  }
  if (options.format == "csv") {
    require(locale, options, of_csv);
    require(locale, options, {{"-o", options.out}});
    return allow_none(
        locale, options,
        {{"FILE", options.file}, {"--box", options.box}, {"--within", options.within}, {"--commune", options.commune}});
  }
  const std::vector<std::string> formats = {"osm", "csv"};
  throw reader::InputError{"essaim",
                           locale.say("import.unknown_format", {{"name", reader::in_quotes(options.format)}}) +
                               suggestion(locale, options.format, formats)};
}

importer::Imported import(const ImportOptions& options) {
  if (options.format == "osm") {
    if (!options.within.empty()) {
      return importer::import_osm(options.file, importer::read_region(options.within, options.commune));
    }
    return importer::import_osm(options.file, options.box.empty() ? importer::Box{} : importer::parse_box(options.box));
  }
  importer::CsvSource source{options.nodes, options.edges, {}, options.licence, options.credit};
  if (!options.places.empty()) source.places = options.places;
  return importer::import_csv(source);
}

}  // namespace

int import_command(const ImportOptions& options, const Terminal& terminal) {
  check_options(options, terminal.locale);
  // Before the extract is read, which may take minutes.
  const importer::TerritoryFiles files = importer::territory_files(options.out, options.force);
  const importer::Imported imported = import(options);
  importer::write_territory(imported, files, std::string{"Essaim "} + build_info::version);
  terminal.out << (options.json ? import_json(imported, options.out)
                                : import_text(imported, options.out, terminal.locale));
  return exit_done;
}

}  // namespace essaim::cli
