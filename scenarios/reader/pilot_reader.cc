// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/pilot_reader.h"

#include <algorithm>

#include "scenarios/reader/names.h"
#include "scenarios/reader/pilot_checks.h"
#include "scenarios/reader/quantity_text.h"
#include "scenarios/reader/values.h"

namespace essaim::reader {

namespace {

using commune::Figure;
using commune::FigureInfo;
using commune::Site;

constexpr WholeRange years = {1900, 2100};
constexpr Range monthly_degrees = {-40, 45};

const std::vector<std::string>& word_keys() {
  static const std::vector<std::string> keys = {
      "name",    "insee",     "kind",    "departement", "region",  "epci",    "settlement", "illustration",
      "credits", "territory", "climate", "already",     "members", "outline", "sample",     "grid"};
  return keys;
}

std::vector<std::string> pilot_keys() {
  std::vector<std::string> keys = word_keys();
  const std::vector<std::string> figures = names_of(commune::figure_infos());
  keys.insert(keys.end(), figures.begin(), figures.end());
  return keys;
}

// A value to offer in messages: the default, else a round number well inside what is allowed.
double example_of(const FigureInfo& info) {
  if (info.fallback && !info.fallback->of) return info.fallback->value;
  const auto [low, high] = info.allowed;
  if (info.unit == "1" || high <= 10 * std::max(low, 1.0)) return low + (high - low) / 2;
  double power = 1;
  while (power * power * 100 <= std::max(low, 1.0) * high) power *= 10;
  return power;
}

QuantityRule rule_of(const FigureInfo& info) { return {info.unit, info.allowed, example_of(info)}; }

std::string figure_example(std::string_view name, const QuantityRule& rule) {
  const bool is_share = rule.unit == "1";
  const std::string value = is_share ? quantity_text(rule.example * 100, "%") : quantity_text(rule.example, rule.unit);
  return std::string{name} + " = { value = " + in_quotes(value) +
         ", year = 2021, source = \"...\", mark = \"published\" }";
}

Mark read_mark(const Document& document, const Entry& entry) {
  const std::string mark = read_choice(document, entry, {"measured", "published", "assumption"});
  return mark == "measured" ? Mark::measured : mark == "published" ? Mark::published : Mark::assumption;
}

/// What every sourced value says beside its value: year, source, mark, and whether it stands in for another place.
Figure read_provenance(const Document& document, const Node& table, std::string_view name) {
  Figure figure;
  figure.present = true;
  const Entry& year = require(document, table, "year", name, "year = 2021, of the figure or of the reading");
  figure.year = static_cast<int>(read_whole_number(document, year, years));
  figure.source = read_text(document, require(document, table, "source", name, "source = \"...\""));
  figure.mark = read_mark(document, require(document, table, "mark", name, "mark = \"published\""));
  if (const Entry* entry = table.find("stand_in")) figure.stand_in = read_yes_or_no(document, *entry);
  return figure;
}

Range read_range(const Document& document, const Entry& entry, const QuantityRule& rule, double value) {
  if (entry.value.kind != NodeKind::array || entry.value.items.size() != 2) {
    document.refuse(entry.value.at, "range is " + description(entry.value) +
                                        " (expected two ends), write for example range = [\"1 km\", \"3 km\"]");
  }
  const Range range = {read_quantity(document, entry.value.items[0], "the range's low end", rule),
                       read_quantity(document, entry.value.items[1], "the range's high end", rule)};
  if (range.low > range.high)
    document.refuse(entry.value.at, "range runs downwards (its low end comes first), swap its ends");
  if (value < range.low || value > range.high) {
    document.refuse(entry.value.at, "range leaves out its own value, " + quantity_text(value, rule.unit) +
                                        " (the value lies between its ends), widen it");
  }
  return range;
}

Figure read_figure(const Document& document, const Entry& entry, const FigureInfo& info) {
  const QuantityRule rule = rule_of(info);
  if (entry.value.kind != NodeKind::table) {
    document.refuse(entry.value.at, entry.key + " is " + description(entry.value) +
                                        " (a figure carries its source), write " + figure_example(entry.key, rule));
  }
  const Node& table = entry.value;
  allow_only(document, table, {"value", "range", "year", "source", "mark", "stand_in"});
  const Entry& value = require(document, table, "value", entry.key, figure_example(entry.key, rule));
  const double number = read_quantity(document, value.value, entry.key, rule);
  Figure figure = read_provenance(document, table, entry.key);
  figure.value = number;
  figure.range = {number, number};
  const Entry* range = table.find("range");
  if (range != nullptr) figure.range = read_range(document, *range, rule, number);
  const bool is_guess = figure.mark == Mark::assumption || figure.stand_in;
  if (range == nullptr && is_guess) {
    document.refuse(table.at, entry.key + " is " + (figure.stand_in ? "a stand-in" : "an assumption") +
                                  " without a range (it is drawn anew in each replicate), add range = [\"...\", "
                                  "\"...\"]");
  }
  return figure;
}

double read_month(const Document& document, const Node& node, std::string_view unit, std::size_t month) {
  const std::string name = "month " + std::to_string(month + 1);
  Node with_unit = node;
  const bool is_number = node.kind == NodeKind::integer || node.kind == NodeKind::number;
  if (is_number && !unit.empty()) {
    with_unit.kind = NodeKind::text;
    with_unit.text = number_text(node.number).append(" ").append(unit);
  }
  return read_quantity(document, with_unit, name, {"degC", monthly_degrees, 12});
}

void read_months(const Document& document, const Entry& entry, Site& site) {
  constexpr std::string_view example =
      "monthly_mean = { value = [3.5, ...], unit = \"degC\", year = 2021, source = "
      "\"...\", mark = \"published\" }";
  if (entry.value.kind != NodeKind::table) {
    document.refuse(entry.value.at, "monthly_mean is " + description(entry.value) +
                                        " (a figure carries its source), write " + std::string{example});
  }
  const Node& table = entry.value;
  allow_only(document, table, {"value", "unit", "year", "source", "mark", "stand_in"});
  const Entry& value = require(document, table, "value", "monthly_mean", example);
  if (value.value.kind != NodeKind::array || value.value.items.size() != 12) {
    document.refuse(value.value.at, "monthly_mean has " + std::to_string(value.value.items.size()) +
                                        " values (expected 12, January to December), give one a month");
  }
  const Entry* unit = table.find("unit");
  const std::string unit_text = unit == nullptr ? "" : read_text(document, *unit);
  const Figure provenance = read_provenance(document, table, "monthly_mean");
  for (std::size_t month = 0; month < 12; ++month) {
    const double degrees = read_month(document, value.value.items[month], unit_text, month);
    site.monthly_temperature[month] = provenance;
    site.monthly_temperature[month].value = degrees;
    site.monthly_temperature[month].range = {degrees, degrees};
  }
}

void read_climate(const Document& document, const Entry& entry, Site& site) {
  const Node& table = expect_table(document, entry, "climate");
  allow_only(document, table, {"station", "monthly_mean"});
  if (const Entry* station = table.find("station")) site.climate_station = read_text(document, *station);
  if (const Entry* months = table.find("monthly_mean")) read_months(document, *months, site);
}

commune::AlreadyDone read_already(const Document& document, const Entry& entry) {
  if (entry.value.kind != NodeKind::table) {
    document.refuse(entry.value.at, entry.key + " is " + description(entry.value) + " (expected a table), write " +
                                        entry.key +
                                        " = { what_fr = \"...\", what_en = \"...\", year = 2021, source = "
                                        "\"...\", mark = \"published\" }");
  }
  const Node& table = entry.value;
  allow_only(document, table, {"what_fr", "what_en", "value", "year", "source", "mark"});
  const Figure provenance = read_provenance(document, table, entry.key);
  commune::AlreadyDone done;
  done.id = entry.key;
  done.what_fr = read_text(document, require(document, table, "what_fr", entry.key, "what_fr = \"...\""));
  done.what_en = read_text(document, require(document, table, "what_en", entry.key, "what_en = \"...\""));
  if (const Entry* value = table.find("value")) done.value = read_text(document, *value);
  done.year = provenance.year;
  done.source = provenance.source;
  done.mark = provenance.mark;
  return done;
}

void read_code(const Document& document, const Node& root, Site& site) {
  const Entry& entry = require(document, root, "insee", "the pilot", "insee = \"62528\"");
  site.insee = read_text(document, entry);
  const std::string trouble = insee_code_trouble(site.insee);
  if (!trouble.empty()) document.refuse(entry.value.at, trouble);
}

/// Several communes may say which they are; `insee` is then the code of one of them, by which they are found.
void read_members(const Document& document, Site& site) {
  const Entry* entry = document.root.find("members");
  if (entry == nullptr) return;
  if (site.kind != "communes") {
    document.refuse(entry->key_at, "members are those of several communes (kind is " + in_quotes(site.kind) +
                                       "), write kind = \"communes\" or remove this line");
  }
  site.members = read_names(document, *entry);
  for (std::size_t i = 0; i < site.members.size(); ++i) {
    const std::string trouble = insee_code_trouble(site.members[i]);
    if (!trouble.empty()) document.refuse(name_node(*entry, i).at, "of members, " + trouble);
  }
  if (std::find(site.members.begin(), site.members.end(), site.insee) == site.members.end()) {
    document.refuse(entry->value.at, "members leave out " + in_quotes(site.insee) +
                                         " (insee is the code of one of them), add it or correct insee");
  }
}

/// The outline itself is read by whoever knows the folder.
void refuse_odd_outline(const Document& document, const Site& site) {
  const Entry* entry = document.root.find("outline");
  if (entry == nullptr) return;
  if (site.kind != "neighbourhood") {
    document.refuse(entry->key_at, "outline is that of a neighbourhood (kind is " + in_quotes(site.kind) +
                                       "), write kind = \"neighbourhood\" or remove this line");
  }
  read_text(document, *entry);
}

void read_words(const Document& document, Site& site) {
  const Node& root = document.root;
  site.name = read_text(document, require(document, root, "name", "the pilot", "name = \"Loos-en-Gohelle\""));
  read_code(document, root, site);
  if (const Entry* e = root.find("kind"))
    site.kind = read_choice(document, *e, {"commune", "communes", "neighbourhood"});
  read_members(document, site);
  refuse_odd_outline(document, site);
  if (const Entry* e = root.find("departement")) site.departement = read_text(document, *e);
  if (const Entry* e = root.find("region")) site.region = read_text(document, *e);
  if (const Entry* e = root.find("epci")) site.epci = read_text(document, *e);
  if (const Entry* e = root.find("illustration")) site.illustration = read_yes_or_no(document, *e);
  if (const Entry* e = root.find("credits")) site.credits = read_names(document, *e);
  if (const Entry* e = root.find("settlement")) {
    const std::vector<std::string> names{commune::settlement_names.begin(), commune::settlement_names.end()};
    const std::string name = read_choice(document, *e, names);
    const auto index = std::find(names.begin(), names.end(), name) - names.begin();
    site.settlement = static_cast<commune::Settlement>(index);
  }
  if (const Entry* e = root.find("sample")) read_text(document, *e);
  if (const Entry* e = root.find("grid")) read_grid_entry(document, *e);
  if (const Entry* e = root.find("territory")) read_text(document, *e);  // the file itself: see pilot_files.h
}

}  // namespace

GridEntry read_grid_entry(const Document& document, const Entry& entry) {
  constexpr std::string_view example = "grid = { file = \"carreaux.csv\", year = 2019 }";
  GridEntry grid;
  const Entry* file = &entry;
  if (entry.value.kind == NodeKind::table) {
    const Node& table = entry.value;
    allow_only(document, table, {"file", "year", "source"});
    file = &require(document, table, "file", "grid", example);
    if (const Entry* year = table.find("year")) {
      grid.from.year = static_cast<int>(read_whole_number(document, *year, years));
      if (std::ranges::find(commune::grid_years, grid.from.year) == commune::grid_years.end()) {
        document.refuse(year->value.at,
                        "year is " + std::to_string(grid.from.year) +
                            " (INSEE's 200 m grid has 2015, 2017, 2019 and 2021), write the year of the "
                            "incomes, not that of the publication");
      }
    }
    if (const Entry* source = table.find("source")) grid.from.source = read_text(document, *source);
  } else if (entry.value.kind != NodeKind::text) {
    document.refuse(entry.value.at, "grid is " + description(entry.value) +
                                        " (expected the name of a file, or a table), write for example " +
                                        std::string{example});
  }
  grid.file = read_text(document, *file);
  grid.at = file->value.at;
  if (grid.from.source.empty()) {
    grid.from.source = "INSEE, données carroyées Filosofi";
    if (grid.from.year != 0) grid.from.source += " " + std::to_string(grid.from.year);
  }
  return grid;
}

Site read_pilot(const Document& document, std::string_view id) {
  allow_only(document, document.root, pilot_keys());
  Site site;
  site.id = id;
  read_words(document, site);
  for (const FigureInfo& info : commune::figure_infos()) {
    const Entry* entry = document.root.find(info.name);
    if (entry != nullptr) site.figures[static_cast<std::size_t>(info.id)] = read_figure(document, *entry, info);
    if (entry == nullptr && info.required) {
      require(document, document.root, info.name, "the pilot", figure_example(info.name, rule_of(info)));
    }
  }
  refuse_contradictions(document, site);
  if (const Entry* entry = document.root.find("climate")) read_climate(document, *entry, site);
  if (const Entry* entry = document.root.find("already")) {
    for (const Entry& one : expect_table(document, *entry, "already").entries)
      site.already.push_back(read_already(document, one));
  }
  return site;
}

}  // namespace essaim::reader
