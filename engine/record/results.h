// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/record/territory.h"

/// Results as they are kept in a file: plain structures, that the rooms above fill and read.
///
/// A *design point* is one (point of the experiment, site, variant, arm). A *cell* is one (point of the experiment,
/// site): its design points are consecutive, and share every draw of a replicate. A scenario is an experiment of one
/// point.
namespace essaim::record {

inline constexpr int schema_major = 1;  ///< readers refuse another one
inline constexpr int schema_minor = 3;  ///< 1: indicators by group of households; 2: territories; 3: fields
inline constexpr std::uint32_t replicates_per_block = 16;

/// A file that the scenario was made of, byte for byte, so that the run can be done again from the results alone.
struct InputFile {
  std::string name;
  std::string bytes;
  std::string sha256;
};

struct SiteRow {
  std::string id;             ///< "loos-en-gohelle"
  std::string insee;          ///< "62528"
  std::string name;           ///< "Loos-en-Gohelle"
  bool illustration = true;   ///< neither its residents nor its town hall took part
  double stand_in_share = 0;  ///< share of its figures that measure something else or that nobody knows there
  std::string credits;        ///< data sources and licences, one a line
};

/// How well a group of figures of a site is known.
struct QualityRow {
  std::uint32_t site = 0;
  std::string theme;
  std::string mark;           ///< the weakest: measured, published or assumption
  double stand_in_share = 0;  ///< as in `SiteRow`, among the figures of this group
};

struct DesignPoint {
  std::uint32_t cell = 0;
  std::uint32_t point = 0;  ///< of the experiment; 0 for a scenario
  std::uint32_t site = 0;
  std::string variant;  ///< "baseline" is the first
  std::string variant_title;
  std::string arm;  ///< "shocks" or "no-shocks"
};

/// A parameter of the models, or a factor of the experiment that is not one of them.
struct ParameterRow {
  std::string name;  ///< "food.panic_social", or the path that the experiment sets
  std::string unit;
  std::string meaning_fr;
  std::string meaning_en;
  std::string mark;
  std::string source;
  std::string role;  ///< constant; uncertain: drawn in each replicate; factor: set by the design
  double fallback = 0;
  double allowed_low = 0;
  double allowed_high = 0;
  double plausible_low = 0;
  double plausible_high = 0;
};

/// A shock or a measure, in words that a page can show.
struct ActionRow {
  std::string role;     ///< "shock" or "measure"
  std::string variant;  ///< that takes the measure; empty for a shock
  std::string kind;     ///< "heatwave"
  std::string label_fr;
  std::string label_en;
  std::string start;       ///< "2026-07-10"
  std::string duration;    ///< "12 days"
  std::string settings;    ///< "peak_temperature = 39 degC; ..."
  std::string decided_by;  ///< the body that has the power to take the measure
};

struct Indicator {
  std::string name;  ///< "food.insecure_share"
  std::string unit;
  std::string label_fr;
  std::string label_en;
  std::string meaning_fr;
  std::string meaning_en;
  std::string better;        ///< up, down or neither
  std::string aim;           ///< none, sobriety, solidarity or resilience
  std::string cell_methods;  ///< how a day's value is made
  bool wide = false;         ///< stored as float64
  bool by_group = false;     ///< there is also a series for each group: see `by_group_name`
};

/// A part of the households for which some indicators are also read. Groups of one kind share out all households.
struct GroupRow {
  std::string name;  ///< "income_low"
  std::string kind;  ///< "income"
  std::string label_fr;
  std::string label_en;
};

/// The variable that holds an indicator by group: "food.insecure_share_by_group".
inline std::string by_group_name(const Indicator& indicator) { return indicator.name + "_by_group"; }

/// A number that describes the world of a replicate as it was drawn, before anything happens in it.
struct TraitRow {
  std::string name;  ///< "ties.clustering"
  std::string unit;
  std::string label_fr;
  std::string label_en;
};

/// All that a results file says besides the series themselves.
struct ResultsHeader {
  std::string title;
  std::string narrative;
  std::string authors;  ///< one a line
  std::string license;
  std::string scenario_toml;  ///< exact bytes
  std::string scenario_sha256;
  std::string experiment_toml;  ///< exact bytes; empty for a scenario run alone
  std::string experiment_sha256;
  std::string options;  ///< of the command line that change results, one a line: "food.panic_social=0.2"
  std::string engine_version;
  std::string git_commit;  ///< "+dirty" after it if files were changed
  std::string compiler;
  std::string flags;
  std::string rng;  ///< generator and key
  std::string command_line;
  std::string hostname;
  std::string created_utc;    ///< "2026-11-23T03:22:00Z"
  std::string start_date;     ///< "2026-06-01"
  std::string primary;        ///< indicators that the scenario is about, one a line
  std::string uncertainty;    ///< what intervals hold: "chance and assumptions" or "chance"
  std::string credits;        ///< software, data and licences, one a line
  std::string design_id;      ///< SHA-256 of all that fixes results: see `design_id()`
  std::string result_sha256;  ///< over all values; empty until merged
  std::string state_sha256;   ///< over all end states; empty until merged
  std::uint64_t master_seed = 0;
  std::uint32_t days = 0;
  std::uint32_t replicates = 0;
  std::uint32_t threads = 0;
  std::uint32_t lookahead_seconds = 0;
  std::int32_t first_shock_day = -1;  ///< day of the run; -1 if there is no shock
  double matters = 0;  ///< smallest difference that matters, in the primary indicators' unit; NaN: not said

  std::vector<SiteRow> sites;
  std::vector<QualityRow> quality;
  std::vector<DesignPoint> design_points;
  std::vector<ParameterRow> parameters;
  std::vector<double> design_values;  ///< [design point][parameter]; NaN where each replicate draws its own
  std::vector<ActionRow> actions;
  std::vector<Indicator> indicators;  ///< sorted by name
  std::vector<GroupRow> groups;       ///< empty if no indicator is read by group
  std::vector<TraitRow> traits;       ///< may be empty
  std::vector<InputFile> inputs;
  TerritoryTables territory;  ///< of replicate 0; design and digests do not depend on it

  std::uint32_t cells() const { return design_points.empty() ? 0 : design_points.back().cell + 1; }
  std::uint32_t points_per_cell() const {
    return cells() == 0 ? 0 : static_cast<std::uint32_t>(design_points.size() / cells());
  }
  std::size_t indicators_by_group() const {
    return static_cast<std::size_t>(std::ranges::count_if(indicators, &Indicator::by_group));
  }
  /// Values of one run: of each indicator, then of each indicator by group.
  std::size_t values_of_a_run() const {
    return (indicators.size() + indicators_by_group() * groups.size()) * std::size_t{days};
  }
  std::uint32_t blocks_per_cell() const { return (replicates + replicates_per_block - 1) / replicates_per_block; }
};

/// What results depend on, as one SHA-256: layout, engine, inputs, options, seed, days, replicates and design. Not on
/// the machine, the threads or the hour. Blocks of different designs never mix.
std::string design_id(const ResultsHeader& header);

enum class RunState : std::uint8_t { missing, done, failed };

/// One (variant, arm) of one replicate.
struct ArmRecord {
  RunState state = RunState::done;
  std::string error;  ///< why it failed
  /// [indicator][day], then [indicator read by group][day][group]; may be empty if it failed.
  std::vector<double> values;
  std::string state_sha256;
  std::uint64_t events = 0;
};

/// A known margin of the site, and what the synthetic population drew for it.
struct FitRecord {
  std::string margin;
  std::string unit;
  std::string source;
  double target = 0;
  double drawn = 0;
  bool sourced = true;  ///< false: the target itself is a default or a stand-in
};

/// One replicate of one cell: all its design points.
struct ReplicateRecord {
  std::uint32_t replicate = 0;
  std::vector<double> parameters;  ///< the value used of each parameter of the header
  std::vector<FitRecord> fit;
  std::vector<double> traits;   ///< of each trait of the header; empty if the replicate failed before
  std::vector<ArmRecord> arms;  ///< in the order of the cell's design points
  double wall_seconds = 0;
};

/// One block: consecutive replicates of one cell, starting at a multiple of `replicates_per_block`.
struct BlockKey {
  std::uint32_t cell = 0;
  std::uint32_t block = 0;

  std::uint32_t first_replicate() const { return block * replicates_per_block; }
  friend auto operator<=>(const BlockKey&, const BlockKey&) = default;
};

/// How many replicates a block of this design holds.
std::uint32_t replicates_in(const ResultsHeader& header, BlockKey key);

}  // namespace essaim::record
