// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "scenarios/cli/import_command.h"
#include "scenarios/cli/reference.h"
#include "scenarios/cli/results_file.h"
#include "viz/term/text.h"

namespace essaim::cli {

namespace {

using importer::Extent;
using importer::Report;
using term::Locale;

constexpr std::size_t label_columns = 32;
constexpr std::size_t number_columns = 9;

std::string number(std::size_t value, const Locale& locale) { return locale.number(static_cast<double>(value), 0); }

std::string percent(double part, double whole, const Locale& locale) {
  return locale.number(whole > 0 ? 100 * part / whole : 0, 1);
}

std::string row(std::string_view label, const std::string& value) {
  return "  " + term::padded(label, label_columns, term::Align::left) +
         term::padded(value, number_columns, term::Align::right) + "\n";
}

std::string roads_text(const Report& report, const Locale& locale) {
  const auto lost = [](double found, double kept) { return found - kept; };
  std::string text = locale.say("import.roads", {{"nodes", number(report.kept.nodes, locale)},
                                                 {"edges", number(report.kept.edges, locale)},
                                                 {"km", locale.number(report.kept.km, 1)}}) +
                     "\n";
  for (std::size_t i = 0; i < road_class_names.size(); ++i) {
    if (report.km_by_class[i] == 0) continue;
    const std::string key = "import.road." + std::string{road_class_names[i]};
    text += row(locale.say(key), locale.number(report.km_by_class[i], 1) + " km");
  }
  text += locale.say("import.speeds", {{"percent", percent(report.km_speed_tagged, report.km_driven, locale)}}) + "\n";
  if (report.found.nodes == report.kept.nodes && report.found.edges == report.kept.edges) {
    text += locale.say("import.no_loss") + "\n";
  } else {
    const double km = lost(report.found.km, report.kept.km);
    text += locale.say("import.loss", {{"nodes", number(report.found.nodes - report.kept.nodes, locale)},
                                       {"km", locale.number(km, 1)},
                                       {"percent", percent(km, report.found.km, locale)}}) +
            "\n";
  }
  return text +
         locale.say("import.cars", {{"percent", percent(static_cast<double>(report.car_core),
                                                        static_cast<double>(report.car_nodes), locale)}}) +
         "\n";
}

std::string places_text(const Report& report, const Locale& locale) {
  std::string text = "\n" + locale.say("import.places") + "\n";
  bool any = false;
  for (std::size_t i = 0; i < report.places.size(); ++i) {
    if (report.places[i] == 0) continue;
    any = true;
    text +=
        row(locale.say("import.place." + std::string{commune::place_kind_names[i]}), number(report.places[i], locale));
  }
  if (!any) text += "  " + locale.say("import.no_places") + "\n";
  if (report.dwellings > 0) {
    text += locale.say("import.dwellings", {{"count", locale.number(report.dwellings, 0)}}) + "\n";
  }
  if (report.fields > 0) {
    text += locale.say("import.fields",
                       {{"count", number(report.fields, locale)}, {"hectares", locale.number(report.field_ha, 0)}}) +
            "\n";
  }
  return text;
}

/// What was left out or assumed, by the key of its sentence and its name in JSON.
std::array<std::pair<std::string_view, std::size_t>, 10> remarks_of(const Report& report) {
  return {{{"far_places", report.far_places},
           {"forbidden_ways", report.remarks.forbidden_ways},
           {"cut_roads", report.remarks.cut_roads},
           {"small_buildings", report.remarks.small_buildings},
           {"guessed_flats", report.remarks.guessed_flats},
           {"no_class", report.remarks.no_class},
           {"no_length", report.remarks.no_length},
           {"loops", report.remarks.loops},
           {"merged_places", report.remarks.merged_places},
           {"guessed_heights", report.guessed_heights}}};
}

ReferenceTable counts_table(std::string key, const std::string& title, const Locale& locale) {
  return {std::move(key),
          title,
          "",
          {{"name", locale.say("import.column.name")}, {"count", locale.say("import.column.count")}},
          {}};
}

nlohmann::ordered_json json_of(const Extent& extent) {
  return {{"nodes", extent.nodes}, {"edges", extent.edges}, {"km", extent.km}};
}

}  // namespace

ReferencePage territory_page(const commune::RoadMap& map, const Locale& locale) {
  std::array<double, road_class_names.size()> metres{};
  for (const Edge& edge : map.edges) metres[static_cast<std::size_t>(edge.road)] += edge.length_m;
  std::array<std::size_t, commune::place_kind_names.size()> places{};
  for (const commune::MapPlace& place : map.places) ++places[static_cast<std::size_t>(place.kind)];
  ReferenceTable roads = counts_table("roads", locale.say("import.column.km"), locale);
  for (std::size_t i = 0; i < metres.size(); ++i) {
    if (metres[i] > 0) roads.rows.push_back({std::string{road_class_names[i]}, locale.number(metres[i] / 1'000, 1)});
  }
  ReferenceTable kinds = counts_table("places", locale.say("import.places"), locale);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i] > 0) kinds.rows.push_back({std::string{commune::place_kind_names[i]}, number(places[i], locale)});
  }
  const std::string credit = map.credit + ", " + map.licence;
  const std::string size = locale.say("describe.file.map", {{"source", map.source},
                                                            {"nodes", std::to_string(map.nodes.size())},
                                                            {"edges", std::to_string(map.edges.size())},
                                                            {"places", std::to_string(map.places.size())}});
  return {map.source, {credit, size}, {std::move(roads), std::move(kinds)}};
}

std::string import_text(const importer::Imported& imported, const std::string& out, const Locale& locale) {
  const Report& report = imported.report;
  std::string text = imported.map.source + " (" + imported.map.credit + ", " + imported.map.licence + ")\n\n";
  text += roads_text(report, locale) + places_text(report, locale);
  std::string remarks;
  for (const auto& [key, count] : remarks_of(report)) {
    if (count == 0) continue;
    remarks += "  " + locale.say("import.remark." + std::string{key}, {{"count", number(count, locale)}}) + "\n";
  }
  if (!remarks.empty()) text += "\n" + locale.say("import.remarks") + "\n" + remarks;
  text += "\n" + locale.say("import.written", {{"file", out}}) + "\n";
  return text + locale.say("import.next", {{"file", shell_name(out)}}) + "\n";
}

std::string import_json(const importer::Imported& imported, const std::string& out) {
  const Report& report = imported.report;
  nlohmann::ordered_json json = {{"territory", out},
                                 {"source", imported.map.source},
                                 {"licence", imported.map.licence},
                                 {"credit", imported.map.credit},
                                 {"found", json_of(report.found)},
                                 {"kept", json_of(report.kept)},
                                 {"km_by_class", nlohmann::ordered_json::object()},
                                 {"km_driven", report.km_driven},
                                 {"km_speed_tagged", report.km_speed_tagged},
                                 {"car_nodes", report.car_nodes},
                                 {"car_nodes_strongly_connected", report.car_core},
                                 {"places", nlohmann::ordered_json::object()},
                                 {"dwellings", report.dwellings},
                                 {"fields", report.fields},
                                 {"field_ha", report.field_ha},
                                 {"remarks", nlohmann::ordered_json::object()}};
  for (std::size_t i = 0; i < road_class_names.size(); ++i) {
    json["km_by_class"][std::string{road_class_names[i]}] = report.km_by_class[i];
  }
  for (std::size_t i = 0; i < report.places.size(); ++i) {
    json["places"][std::string{commune::place_kind_names[i]}] = report.places[i];
  }
  for (const auto& [key, count] : remarks_of(report)) json["remarks"][std::string{key}] = count;
  return json.dump(2) + "\n";
}

}  // namespace essaim::cli
