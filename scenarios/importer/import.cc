// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/import.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "scenarios/importer/csv_draft.h"
#include "scenarios/importer/osm_draft.h"
#include "scenarios/reader/csv.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"

namespace essaim::importer {

Imported import_osm(const std::filesystem::path& file, const Region& region) {
  const OsmData data = read_osm_file(file, region);
  if (data.nodes_in_file > 0 && data.nodes_in_region == 0 && !region.of.empty()) {
    throw reader::InputError{region.of, "nothing of " + file.filename().string() + " lies within the outline (" +
                                            std::to_string(data.nodes_in_file) +
                                            " nodes in the extract), take the outline of the same commune"};
  }
  Draft draft = draft_of(data);
  if (draft.edges.empty()) {
    throw reader::InputError{file.string(), "no road that people can use (" + std::to_string(data.nodes_in_file) +
                                                " nodes and " + std::to_string(data.ways_in_file) +
                                                " ways in the file), take an extract with its highways and their "
                                                "nodes, or a larger box"};
  }
  draft.source = file.filename().string() + ", OpenStreetMap" + (data.date.empty() ? "" : " of " + data.date);
  Imported imported = assemble(draft);
  refuse_unfit(imported, file.string());
  return imported;
}

Imported import_csv(const CsvSource& source) {
  const reader::CsvTable nodes{reader::read_csv_file(source.nodes), source.nodes.string()};
  const reader::CsvTable edges{reader::read_csv_file(source.edges), source.edges.string()};
  Draft draft = draft_of(nodes, edges);
  draft.source = source.nodes.filename().string() + ", " + source.edges.filename().string();
  if (source.places) {
    add_places(reader::CsvTable{reader::read_csv_file(*source.places), source.places->string()}, draft);
    draft.source += ", " + source.places->filename().string();
  }
  draft.licence = source.licence;
  draft.credit = source.credit;
  Imported imported = assemble(draft);
  refuse_unfit(imported, source.edges.string());
  return imported;
}

Box parse_box(const std::string& text) {
  const std::string where = "--box " + reader::in_quotes(text);
  std::array<double, 4> sides{};
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const auto [next, error] = std::from_chars(at, end, sides[i]);
    const bool is_last = i + 1 == sides.size();
    const bool continues = is_last ? next == end : next != end && *next == ',';
    if (error != std::errc{} || !continues || !std::isfinite(sides[i])) {
      throw reader::InputError{
          where,
          "not four numbers (west, south, east, north in degrees), write for example --box 5.25,48.49,5.33,48.58"};
    }
    at = is_last ? next : next + 1;
  }
  const Box box{sides[0], sides[1], sides[2], sides[3]};
  if (!(box.west < box.east) || !(box.south < box.north)) {
    throw reader::InputError{where,
                             "the box is empty (its west lies east of its east, or its south north of its "
                             "north), write west,south,east,north"};
  }
  return box;
}

}  // namespace essaim::importer
