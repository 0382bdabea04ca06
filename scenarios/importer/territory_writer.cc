// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/territory_writer.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "scenarios/reader/input_error.h"

namespace essaim::importer {

namespace {

namespace fs = std::filesystem;
using reader::InputError;

constexpr std::string_view suffix = ".territory.toml";

/// A TOML string: quotes and backslashes are escaped, what no line may hold becomes a space.
std::string toml_text(std::string_view text) {
  std::string safe = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') safe += '\\';
    safe += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  }
  return safe + "\"";
}

/// A cell of a CSV file.
std::string cell(std::string_view text) {
  if (text.find_first_of(",\"") == std::string_view::npos) return std::string{text};
  std::string safe = "\"";
  for (const char c : text) {
    if (c == '"') safe += '"';
    safe += c;
  }
  return safe + "\"";
}

std::string percent(double part, double whole) {
  return whole > 0 ? fmt::format("{:.1f} %", 100 * part / whole) : std::string{"none"};
}

void comment_roads(const Report& report, std::string& text) {
  const auto line = [&](const std::string& words) { text += "# " + words + "\n"; };
  line(fmt::format(
      "Roads found: {} nodes, {} edges, {:.1f} km. Kept, the largest part that can be walked through: {} "
      "nodes, {} edges, {:.1f} km.",
      report.found.nodes, report.found.edges, report.found.km, report.kept.nodes, report.kept.edges, report.kept.km));
  for (std::size_t i = 0; i < road_class_names.size(); ++i) {
    if (report.km_by_class[i] > 0) line(fmt::format("  {}: {:.1f} km", road_class_names[i], report.km_by_class[i]));
  }
  line(fmt::format("Speeds told by the source on {} of the km for cars; elsewhere assumed by class of road.",
                   percent(report.km_speed_tagged, report.km_driven)));
  line(fmt::format("Nodes for cars: {}, of which {} lie where cars get from everywhere to everywhere.",
                   report.car_nodes,
                   percent(static_cast<double>(report.car_core), static_cast<double>(report.car_nodes))));
  line("Not told here, for the models derive it from the class: how many cars a road takes.");
  if (report.guessed_heights > 0) line(fmt::format("Heights taken from neighbours: {}.", report.guessed_heights));
}

void comment_places(const Report& report, std::string& text) {
  const auto line = [&](const std::string& words) { text += "# " + words + "\n"; };
  for (std::size_t i = 0; i < report.places.size(); ++i) {
    if (report.places[i] > 0) line(fmt::format("  {}: {}", commune::place_kind_names[i], report.places[i]));
  }
  if (report.fields > 0) line(fmt::format("Fields, to be drawn: {}, {:.0f} ha.", report.fields, report.field_ha));
  if (report.dwellings > 0) line(fmt::format("Dwellings in these buildings: {:.0f}.", report.dwellings));
  const Remarks& remarks = report.remarks;
  const std::array<std::pair<std::size_t, std::string_view>, 9> counts = {{
      {report.far_places, "Places left out, more than 1 km from a kept road"},
      {remarks.forbidden_ways, "Roads left out, closed to the public"},
      {remarks.cut_roads, "Places where a road leaves the extract, and is cut"},
      {remarks.small_buildings, "Buildings below 20 m2, left out"},
      {remarks.guessed_flats, "Blocks of flats without storeys, assumed to have 3"},
      {remarks.no_class, "Edges without a class, assumed to be streets at 50 km/h, both ways"},
      {remarks.no_length, "Edges without a length, assumed to be straight"},
      {remarks.loops, "Edges that end where they begin, left out"},
      {remarks.merged_places, "Places drawn twice, counted once"},
  }};
  line("Left out or assumed:");
  for (const auto& [count, what] : counts) {
    if (count > 0) line(fmt::format("  {}: {}", what, count));
  }
}

struct Pending {
  fs::path final_name;
  fs::path written;
};

void write_one(const Pending& file, const std::string& text) {
  std::ofstream stream{file.written, std::ios::binary | std::ios::trunc};
  stream << text;
  stream.close();
  if (stream.good()) return;
  const std::string folder = file.final_name.has_parent_path() ? file.final_name.parent_path().string() : ".";
  throw InputError{file.final_name.string(),
                   "cannot be written, check permissions and free space of the folder " + folder};
}

}  // namespace

TerritoryFiles territory_files(const fs::path& toml, bool force) {
  const std::string name = toml.filename().string();
  if (!name.ends_with(suffix) || name.size() == suffix.size()) {
    throw InputError{toml.string(), "the result's name does not end in .territory.toml, write for example -o " +
                                        (toml.parent_path() / "redon.territory.toml").string()};
  }
  const std::string stem = name.substr(0, name.size() - suffix.size());
  const fs::path folder = toml.parent_path();
  const TerritoryFiles files{toml, folder / (stem + ".nodes.csv"), folder / (stem + ".edges.csv"),
                             folder / (stem + ".places.csv"), folder / (stem + ".fields.csv")};
  std::error_code error;
  if (!folder.empty() && !fs::is_directory(folder, error)) {
    throw InputError{toml.string(), "there is no folder " + folder.string() + ", make it first"};
  }
  for (const fs::path& file : {files.toml, files.nodes, files.edges, files.places, files.fields}) {
    if (fs::is_directory(file, error)) {
      throw InputError{file.string(), "this is a directory, choose another name with -o"};
    }
    if (!force && fs::exists(file, error)) {
      throw InputError{file.string(), "the file is there already, add --force to replace it, or choose another name"};
    }
  }
  return files;
}

std::string territory_toml(const Imported& imported, const TerritoryFiles& files, const std::string& tool) {
  const commune::RoadMap& map = imported.map;
  std::string text = "# Roads and places of a territory, written by " + tool + ".\n";
  text += "# A pilot file names it: territory = " + toml_text(files.toml.filename().string()) + "\n#\n";
  comment_roads(imported.report, text);
  text += "# Places, each joined to the nearest node:\n";
  comment_places(imported.report, text);
  text += fmt::format("\nsource = {}\nlicence = {}\ncredit = {}\n", toml_text(map.source), toml_text(map.licence),
                      toml_text(map.credit));
  text += fmt::format("latitude = {:.6f}  # of the point 0, 0 (WGS84); x_m counts metres east, y_m metres north\n",
                      map.latitude);
  text += fmt::format("longitude = {:.6f}\n", map.longitude);
  text += "nodes = " + toml_text(files.nodes.filename().string()) + "\n";
  text += "edges = " + toml_text(files.edges.filename().string()) + "\n";
  if (!map.places.empty()) text += "places = " + toml_text(files.places.filename().string()) + "\n";
  if (!map.fields.empty()) text += "fields = " + toml_text(files.fields.filename().string()) + "\n";
  return text;
}

std::string nodes_csv(const Imported& imported) {
  const commune::RoadMap& map = imported.map;
  const bool has_heights = !map.height_m.empty();
  std::string text = has_heights ? "node,x_m,y_m,height_m,source\n" : "node,x_m,y_m,source\n";
  auto out = std::back_inserter(text);
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    fmt::format_to(out, "{},{:.1f},{:.1f},", i, map.nodes[i].x_m, map.nodes[i].y_m);
    if (has_heights) fmt::format_to(out, "{:.1f},", map.height_m[i]);
    fmt::format_to(out, "{}\n", imported.node_sources[i]);
  }
  return text;
}

std::string edges_csv(const Imported& imported) {
  std::string text = "a,b,length_m,speed_km_h,speed_from,road,one_way,car,foot,source\n";
  auto out = std::back_inserter(text);
  for (std::size_t i = 0; i < imported.map.edges.size(); ++i) {
    const Edge& edge = imported.map.edges[i];
    fmt::format_to(out, "{},{},{},{},{},{},{:d},{:d},{:d},{}\n", edge.a.index(), edge.b.index(), edge.length_m,
                   edge.speed_km_h, imported.edge_speed_tagged[i] != 0 ? "source" : "class",
                   road_class_names[static_cast<std::size_t>(edge.road)], edge.one_way, edge.car, edge.foot,
                   imported.edge_sources[i]);
  }
  return text;
}

std::string places_csv(const Imported& imported) {
  std::string text = "kind,node,x_m,y_m,weight,source\n";
  auto out = std::back_inserter(text);
  for (std::size_t i = 0; i < imported.map.places.size(); ++i) {
    const commune::MapPlace& place = imported.map.places[i];
    fmt::format_to(out, "{},{},{:.1f},{:.1f},{},{}\n", commune::place_kind_names[static_cast<std::size_t>(place.kind)],
                   place.node.index(), place.x_m, place.y_m, place.weight, cell(imported.place_sources[i]));
  }
  return text;
}

std::string fields_csv(const Imported& imported) {
  std::string text = "field,ring,x_m,y_m,source\n";
  auto out = std::back_inserter(text);
  for (std::size_t i = 0; i < imported.map.fields.size(); ++i) {
    const auto& rings = imported.map.fields[i].rings;
    for (std::size_t ring = 0; ring < rings.size(); ++ring) {
      for (const Node& corner : rings[ring]) {
        fmt::format_to(out, "{},{},{:.0f},{:.0f},{}\n", i, ring, corner.x_m, corner.y_m, imported.field_sources[i]);
      }
    }
  }
  return text;
}

void write_territory(const Imported& imported, const TerritoryFiles& files, const std::string& tool) {
  // The file that names the others comes last: while it is missing, nobody reads them.
  std::vector<std::pair<fs::path, std::string>> texts = {
      {files.nodes, nodes_csv(imported)}, {files.edges, edges_csv(imported)}, {files.places, places_csv(imported)}};
  if (!imported.map.fields.empty()) texts.emplace_back(files.fields, fields_csv(imported));
  texts.emplace_back(files.toml, territory_toml(imported, files, tool));
  std::vector<Pending> pending;
  for (const auto& [name, text] : texts) {
    fs::path written = name;
    written += ".part-" + std::to_string(::getpid());
    pending.push_back({name, std::move(written)});
  }
  try {
    for (std::size_t i = 0; i < texts.size(); ++i) write_one(pending[i], texts[i].second);
    for (const Pending& file : pending) fs::rename(file.written, file.final_name);
  } catch (const std::exception& error) {
    std::error_code ignored;
    for (const Pending& file : pending) fs::remove(file.written, ignored);
    if (dynamic_cast<const InputError*>(&error) != nullptr) throw;
    throw InputError{files.toml.string(), std::string{"cannot be written ("} + error.what() + "), check its folder"};
  }
}

}  // namespace essaim::importer
