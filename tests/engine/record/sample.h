// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include "engine/core/hash.h"
#include "engine/record/block.h"
#include "engine/record/merge.h"
#include "engine/record/results.h"

/// A small design with values that are easy to foresee: what tests of files write and read back.
namespace essaim::record::sample {

inline void add_texts(ResultsHeader& header) {
  header.title = "Canicule et rupture d'approvisionnement";
  header.narrative = "Un été à Langouët.\nDeux lignes.";
  header.license = "CC-BY-4.0";
  header.scenario_toml = "title = \"Canicule\"\n# été\n";
  header.scenario_sha256 = sha256_hex(header.scenario_toml);
  header.engine_version = "0.1.0";
  header.git_commit = "unknown";
  header.command_line = "essaim run canicule.toml";
  header.created_utc = "2026-11-23T03:22:00Z";
  header.start_date = "2026-06-01";
  header.primary = "food.insecure_share";
  header.uncertainty = "chance and assumptions";
  header.matters = std::numeric_limits<double>::quiet_NaN();
  header.master_seed = 0xffff'ffff'ffff'fff0;
  header.first_shock_day = 2;
  header.inputs = {{"canicule.toml", header.scenario_toml, header.scenario_sha256},
                   {"langouet.toml", "name = \"Langouët\"\n", sha256_hex("name = \"Langouët\"\n")}};
}

/// Three nodes, one of them the town; a road between the others.
inline TerritoryMap territory(float shift_m) {
  TerritoryMap map;
  map.about = {shift_m == 0, 48.25, -1.75, "© les contributeurs d'OpenStreetMap", "ODbL 1.0", "redon.osm.gz", 2,
               614.5,        12.25};
  map.nodes = {{0, shift_m, 0, false}, {0, shift_m + 250, -50, false}, {0, 9'000, 0, true}};
  map.roads = {{0, 0, 1, 3, true, true, false}, {0, 1, 2, 2, true, false, true}};
  map.squares = {{0, shift_m, 0, 12, 25, 0, false}, {0, shift_m + 200, -200, 6, 11, 1, true}};
  map.places = {{0, 5, shift_m, 0}};
  map.corners = {{0, 0, 0, shift_m, 0},  {0, 0, 0, shift_m + 90, 0},
                 {0, 0, 0, shift_m, 90}, {0, 1, 0, 5, 5},
                 {0, 1, 0, 9, 5},        {0, 1, 0, 9, 9},
                 {0, 1, 1, 7, 6},        {0, 1, 1, 7, 7}};
  return map;
}

inline void add_tables(ResultsHeader& header) {
  header.territory = {};
  header.territory.add(territory(0));
  header.territory.add(territory(40));
  header.sites = {{"langouet", "35146", "Langouët", true, 0.25, "INSEE, Licence Ouverte 2.0"},
                  {"saillans", "26289", "Saillans", false, 0.5, "INSEE, Licence Ouverte 2.0"}};
  header.quality = {{0, "people", "published", 0.0},
                    {0, "incomes", "assumption", 0.5},
                    {1, "people", "published", 0.125},
                    {1, "incomes", "published", 0.0}};
  header.parameters = {
      {"food.panic_social", "1", "panique", "panic", "assumption", "none found", "uncertain", 0.1, 0, 1, 0.05, 0.3},
      {"food.price", "EUR/kg", "prix", "price", "published", "INSEE 2021", "constant", 4, 0, 100, 4, 4}};
  header.actions = {{"shock", "", "heatwave", "canicule", "heatwave", "2026-06-03", "2 days", "peak = 39 degC", ""},
                    {"measure", "epicerie", "solidarity_grocer", "épicerie solidaire", "solidarity grocer",
                     "2026-06-01", "5 days", "capacity = 120 households", "commune"}};
  header.indicators = {
      {"food.insecure_share", "1", "part de ménages", "share of households", "sens", "meaning", "down", "solidarity",
       "time: mean", false, true},
      {"food.sales", "EUR", "ventes", "sales", "sens", "meaning", "neither", "none", "time: sum", true},
      {"food.stock", "kg", "stock", "stock", "sens", "meaning", "up", "resilience", "time: point", false}};
  header.traits = {{"ties.degree", "1", "liens", "ties"}, {"ties.clustering", "1", "regroupement", "clustering"}};
  header.groups = {{"income_low", "income", "le plus modeste", "poorest"},
                   {"income_high", "income", "le plus aisé", "richest"},
                   {"zone_hamlets", "zone", "Hameaux", "Hamlets"}};
}

/// Two sites, two variants, two arms, three indicators (one of them wide).
inline ResultsHeader header(std::uint32_t replicates = 3, std::uint32_t days = 5) {
  ResultsHeader header;
  add_texts(header);
  add_tables(header);
  header.days = days;
  header.replicates = replicates;
  header.lookahead_seconds = 900;
  header.threads = 2;
  for (std::uint32_t site = 0; site < 2; ++site) {
    for (const char* variant : {"baseline", "epicerie"}) {
      for (const char* arm : {"shocks", "no-shocks"}) {
        header.design_points.push_back({site, 0, site, variant, variant, arm});
        header.design_values.insert(header.design_values.end(), {std::numeric_limits<double>::quiet_NaN(), 4.0});
      }
    }
  }
  header.design_id = design_id(header);
  return header;
}

/// indicator + 10 design point + 0.5 replicate + day / 8, and no value on the first day of the first indicator.
inline double value(std::size_t indicator, std::size_t design_point, std::size_t replicate, std::size_t day) {
  if (indicator == 0 && day == 0) return std::numeric_limits<double>::quiet_NaN();
  const double sum = static_cast<double>(indicator) + 10.0 * static_cast<double>(design_point) +
                     0.5 * static_cast<double>(replicate) + static_cast<double>(day) / 8;
  return indicator == 1 ? sum + 1e9 + 1e-3 : sum;
}

/// Of the first indicator: 1,000 for each group more; the last group has too few households at the first site.
inline double group_value(std::size_t group, std::size_t design_point, std::size_t replicate, std::size_t day) {
  if (group == 2 && design_point < 4) return std::numeric_limits<double>::quiet_NaN();
  return 1'000.0 * static_cast<double>(group + 1) + value(2, design_point, replicate, day);
}

inline ReplicateRecord replicate(const ResultsHeader& header, std::uint32_t cell, std::uint32_t number) {
  ReplicateRecord record;
  record.replicate = number;
  record.wall_seconds = 0.5;
  record.parameters = {0.05 + 0.01 * number, 4.0};
  record.traits = {6.0 + number, 0.5};
  record.fit = {{"population", "persons", "INSEE RP2021", 617, 616.0 + number, true}};
  if (cell == 1) record.fit.push_back({"income_median", "EUR/year", "Filosofi 2021", 21'510, 21'400, false});
  for (std::uint32_t arm = 0; arm < header.points_per_cell(); ++arm) {
    ArmRecord run;
    const std::size_t point = cell * header.points_per_cell() + arm;
    for (std::size_t i = 0; i < header.indicators.size(); ++i) {
      for (std::size_t day = 0; day < header.days; ++day) run.values.push_back(value(i, point, number, day));
    }
    for (std::size_t day = 0; day < header.days && header.indicators_by_group() == 1; ++day) {
      for (std::size_t g = 0; g < header.groups.size(); ++g) run.values.push_back(group_value(g, point, number, day));
    }
    run.state_sha256 = sha256_hex(std::to_string(point) + "/" + std::to_string(number));
    run.events = 1'000 + number;
    record.arms.push_back(std::move(run));
  }
  return record;
}

inline std::vector<ReplicateRecord> block(const ResultsHeader& header, BlockKey key) {
  std::vector<ReplicateRecord> records;
  for (std::uint32_t i = 0; i < replicates_in(header, key); ++i) {
    records.push_back(replicate(header, key.cell, key.first_replicate() + i));
  }
  return records;
}

/// Writes the design and all its blocks.
inline void write_batch(const std::filesystem::path& directory, const ResultsHeader& header) {
  write_design(directory, header);
  for (const BlockKey key : all_blocks(header)) write_block(directory, header, key, block(header, key));
}

/// A new, empty directory that goes away with its owner.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline TemporaryDirectory::TemporaryDirectory() {
  std::string name = (std::filesystem::temp_directory_path() / "essaim-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::filesystem::filesystem_error{"mkdtemp", name, {}};
  path_ = name;
}

inline TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

inline void set_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream{file, std::ios::binary} << bytes;
}

}  // namespace essaim::record::sample
