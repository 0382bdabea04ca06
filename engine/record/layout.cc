// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/layout.h"

#include <algorithm>

#include "engine/core/error.h"

namespace essaim::record {

namespace {

using enum h5::Type;

constexpr std::array dimensions = std::to_array<DimensionRow>({
    {"design_point", "/design_point", "one (point of the experiment, site, variant, arm)"},
    {"replicate", "/replicate", "one draw of chance and of what is uncertain, shared by all design points of a cell"},
    {"time", "/time", "one simulated day"},
    {"site", "/site", "one commune, neighbourhood or group of communes"},
    {"cell", "/cell", "one (point of the experiment, site): its design points are consecutive"},
    {"group", "/group", "one part of the households; the groups of one kind share them all out"},
    {"parameter", "/design/parameter", "one parameter of the models, or one factor of the experiment"},
    {"action", "/design/action", "one shock, or one measure of a variant"},
    {"theme", "/status/theme", "one group of a site's figures"},
    {"margin", "/fit/margin", "one known margin that the synthetic population should meet"},
    {"trait", "/structure/trait", "one number that describes a replicate's world as it was drawn"},
    {"quantile", "/summary/quantile", "one quantile over replicates"},
    {"input", "/inputs/input", "one file that the run read"},
    {"byte", "/inputs/byte", "one byte of the input files, one file after the other"},
    {"node", "/territory/node", "one place where roads meet, of all sites one after the other"},
    {"road", "/territory/road", "one road between two nodes"},
    {"square", "/territory/square", "one square of 200 m where people live"},
    {"place", "/territory/place", "one shop, school, practice, fuel station, town hall or place of work"},
    {"corner", "/territory/corner", "one corner of a field's outline"},
});

constexpr std::array variables = std::to_array<VariableRow>({
    {"/design_point", int32, {"design_point"}, "", "number of the design point"},
    {"/replicate", int32, {"replicate"}, "", "number of the replicate"},
    {"/time", int32, {"time"}, "days since <start>", "day to which a value belongs"},
    {"/site", text, {"site"}, "", "INSEE code and name"},
    {"/cell", int32, {"cell"}, "", "number of the cell"},
    {"/site_id", text, {"site"}, "", "name of the site's pilot file"},
    {"/site_insee", text, {"site"}, "", "INSEE code"},
    {"/site_name", text, {"site"}, "", "name of the site"},
    {"/site_illustration", uint8, {"site"}, "", "1 if neither its residents nor its town hall took part"},
    {"/site_stand_in_share", float64, {"site"}, "1", "share of its figures that stand in for unknown ones"},
    {"/site_credits", text, {"site"}, "", "sources of its figures and their licences, one a line"},
    {"/design_point_cell", int32, {"design_point"}, "", "cell of the design point"},
    {"/design_point_experiment", int32, {"design_point"}, "", "point of the experiment's design; 0 for a scenario"},
    {"/design_point_site", int32, {"design_point"}, "", "site of the design point"},
    {"/design_point_variant", text, {"design_point"}, "", "set of measures; the first is the baseline, without any"},
    {"/design_point_title", text, {"design_point"}, "", "title of the variant"},
    {"/design_point_arm", text, {"design_point"}, "", "shocks, or no-shocks: the same world without them"},
    {"/group", text, {"group"}, "", "name of the group"},
    {"/group_kind", text, {"group"}, "", "what the group goes by: income, age, tenure or zone"},
    {"/group_label_fr", text, {"group"}, "", "label of the group, in French"},
    {"/group_label", text, {"group"}, "", "label of the group"},
    {"/<indicator>", float32, {"design_point", "replicate", "time"}, "<unit>", "the indicator's daily values"},
    {"/<indicator>_by_group",
     float32,
     {"design_point", "replicate", "time", "group"},
     "<unit>",
     "the same for each group of households; NaN where a group has too few of them"},
    {"/design/parameter", text, {"parameter"}, "", "name of the parameter, or path of the factor"},
    {"/design/units", text, {"parameter"}, "", "unit of the parameter"},
    {"/design/meaning_fr", text, {"parameter"}, "", "meaning of the parameter, in French"},
    {"/design/meaning", text, {"parameter"}, "", "meaning of the parameter"},
    {"/design/mark", text, {"parameter"}, "", "measured, published or assumption"},
    {"/design/source", text, {"parameter"}, "", "where its value comes from"},
    {"/design/role",
     text,
     {"parameter"},
     "",
     "constant; uncertain: drawn in each replicate; factor: set by the design"},
    {"/design/fallback", float64, {"parameter"}, "", "value where the scenario is silent"},
    {"/design/allowed_low", float64, {"parameter"}, "", "least value that a scenario may write"},
    {"/design/allowed_high", float64, {"parameter"}, "", "largest value that a scenario may write"},
    {"/design/plausible_low", float64, {"parameter"}, "", "least value drawn if it is uncertain"},
    {"/design/plausible_high", float64, {"parameter"}, "", "largest value drawn if it is uncertain"},
    {"/design/value",
     float64,
     {"design_point", "parameter"},
     "",
     "value of the parameter; NaN if each replicate draws it"},
    {"/design/drawn", float64, {"cell", "replicate", "parameter"}, "", "value of the parameter that a replicate used"},
    {"/design/action", text, {"action"}, "", "kind of the shock or measure"},
    {"/design/action_role", text, {"action"}, "", "shock or measure"},
    {"/design/action_variant", text, {"action"}, "", "variant that takes the measure"},
    {"/design/action_label_fr", text, {"action"}, "", "label of its kind, in French"},
    {"/design/action_label", text, {"action"}, "", "label of its kind"},
    {"/design/action_start", text, {"action"}, "", "first day"},
    {"/design/action_duration", text, {"action"}, "", "how long it lasts"},
    {"/design/action_settings", text, {"action"}, "", "what the scenario chose"},
    {"/design/action_decided_by", text, {"action"}, "", "body that has the power to take the measure"},
    {"/status/theme", text, {"theme"}, "", "group of a site's figures"},
    {"/status/quality", text, {"site", "theme"}, "", "weakest mark of these figures: measured, published, assumption"},
    {"/status/stand_in_share",
     float64,
     {"site", "theme"},
     "1",
     "share of these figures that stand in for unknown ones"},
    {"/status/state", uint8, {"design_point", "replicate"}, "", "0 missing, 1 done, 2 failed"},
    {"/status/error", text, {"design_point", "replicate"}, "", "why a failed run ended"},
    {"/status/seed", uint64, {"design_point", "replicate"}, "", "seed; with the replicate's number it gives all draws"},
    {"/status/result_sha256", text, {"design_point", "replicate"}, "", "SHA-256 of the run's values, in name order"},
    {"/status/state_sha256", text, {"design_point", "replicate"}, "", "SHA-256 of the run's state at the end"},
    {"/status/events", uint64, {"design_point", "replicate"}, "1", "events handled"},
    {"/status/wall_s", float64, {"cell", "replicate"}, "s", "time that all runs of the replicate took together"},
    {"/fit/margin", text, {"margin"}, "", "known margin of a site"},
    {"/fit/units", text, {"margin"}, "", "unit of the margin"},
    {"/fit/source", text, {"site", "margin"}, "", "where the target comes from"},
    {"/fit/sourced", uint8, {"site", "margin"}, "", "0 if the target itself is a default or a stand-in"},
    {"/fit/target", float64, {"cell", "replicate", "margin"}, "", "what the population should meet"},
    {"/fit/drawn", float64, {"cell", "replicate", "margin"}, "", "what the population of the replicate has"},
    {"/structure/trait", text, {"trait"}, "", "name of the trait of a replicate's world, as it was drawn"},
    {"/structure/units", text, {"trait"}, "", "unit of the trait"},
    {"/structure/label_fr", text, {"trait"}, "", "what it is, in French"},
    {"/structure/label", text, {"trait"}, "", "what it is"},
    {"/structure/value", float64, {"cell", "replicate", "trait"}, "", "the replicate's value"},
    {"/summary/quantile", float64, {"quantile"}, "1", "quantile over replicates: linear between order statistics"},
    {"/summary/<indicator>",
     float32,
     {"design_point", "quantile", "time"},
     "<unit>",
     "quantiles over the replicates that have a value; below 19 of them, only the ends are to be shown"},
    {"/inputs/input", text, {"input"}, "", "name of the file"},
    {"/inputs/sha256", text, {"input"}, "", "SHA-256 of the file"},
    {"/inputs/size", uint64, {"input"}, "byte", "length of the file"},
    {"/inputs/content", uint8, {"byte"}, "", "exact bytes of the files, one after the other"},
    {"/territory/generated", uint8, {"site"}, "", "1 if roads, homes and places are made up with the site's figures"},
    {"/territory/latitude", float64, {"site"}, "degrees_north", "latitude of the point 0, 0; NaN if made up"},
    {"/territory/longitude", float64, {"site"}, "degrees_east", "longitude of the point 0, 0; NaN if made up"},
    {"/territory/credit", text, {"site"}, "", "credit to be shown with every map of the site"},
    {"/territory/licence", text, {"site"}, "", "licence of its roads and places"},
    {"/territory/source", text, {"site"}, "", "where its roads and places come from"},
    {"/territory/fields", uint8, {"site"}, "", "where its fields come from, which are for drawing alone"},
    {"/territory/farmland", float64, {"site"}, "ha", "farmland that its made-up fields stand for"},
    {"/territory/farmland_missing", float64, {"site"}, "ha", "of that, for which the made-up plan had no room"},
    {"/territory/node", int32, {"node"}, "", "number of the node"},
    {"/territory/node_site", int32, {"node"}, "", "site of the node"},
    {"/territory/node_x", float32, {"node"}, "m", "east of the site's point 0, 0"},
    {"/territory/node_y", float32, {"node"}, "m", "north of the site's point 0, 0"},
    {"/territory/node_outside", uint8, {"node"}, "", "1 if the node stands for the nearest town, outside the site"},
    {"/territory/road", int32, {"road"}, "", "number of the road"},
    {"/territory/road_site", int32, {"road"}, "", "site of the road"},
    {"/territory/road_from", int32, {"road"}, "", "node where the road begins"},
    {"/territory/road_to", int32, {"road"}, "", "node where the road ends"},
    {"/territory/road_class", uint8, {"road"}, "", "part of the road in the network"},
    {"/territory/road_car", uint8, {"road"}, "", "1 if cars may use it"},
    {"/territory/road_foot", uint8, {"road"}, "", "1 if people on foot or by bike may use it"},
    {"/territory/road_one_way", uint8, {"road"}, "", "1 if cars may use it from its beginning to its end alone"},
    {"/territory/square", int32, {"square"}, "", "number of the square"},
    {"/territory/square_site", int32, {"square"}, "", "site of the square"},
    {"/territory/square_x", float32, {"square"}, "m", "its south-west corner, east of the site's point 0, 0"},
    {"/territory/square_y", float32, {"square"}, "m", "its south-west corner, north of the site's point 0, 0"},
    {"/territory/square_households", int32, {"square"}, "1", "synthetic households that live in the square"},
    {"/territory/square_residents", int32, {"square"}, "1", "synthetic residents that live in the square"},
    {"/territory/square_zone", uint8, {"square"}, "", "zone of most of its households"},
    {"/territory/square_merged",
     uint8,
     {"square"},
     "",
     "1 if it was merged with its neighbours, as one of them has fewer than 11 households: they share them evenly"},
    {"/territory/place", int32, {"place"}, "", "number of the place"},
    {"/territory/place_site", int32, {"place"}, "", "site of the place"},
    {"/territory/place_kind", uint8, {"place"}, "", "what the place is"},
    {"/territory/place_x", float32, {"place"}, "m", "east of the site's point 0, 0"},
    {"/territory/place_y", float32, {"place"}, "m", "north of the site's point 0, 0"},
    {"/territory/corner", int32, {"corner"}, "", "number of the corner"},
    {"/territory/corner_site", int32, {"corner"}, "", "site of the corner"},
    {"/territory/corner_field", int32, {"corner"}, "", "field of the site whose corner it is"},
    {"/territory/corner_ring", int32, {"corner"}, "", "ring of the field: anticlockwise, holes clockwise"},
    {"/territory/corner_x", float32, {"corner"}, "m", "east of the site's point 0, 0"},
    {"/territory/corner_y", float32, {"corner"}, "m", "north of the site's point 0, 0"},
});

constexpr std::array flags = std::to_array<FlagRow>({
    {"/territory/fields", territory_fields},
    {"/territory/road_class", territory_roads},
    {"/territory/square_zone", territory_zones},
    {"/territory/place_kind", territory_places},
});

constexpr std::array attributes = std::to_array<AttributeRow>({
    {"Conventions", "CF-1.10"},
    {"source", "the program and its version"},
    {"history", "when and by which command it was written"},
    {"schema_version", "version of this layout; readers refuse another major number"},
    {"hdf5_version", "of the library that wrote the file"},
    {"title", "title of the scenario or experiment"},
    {"narrative", "the story that the scenario tells"},
    {"creator", "authors of the scenario, one a line"},
    {"license", "licence of the results"},
    {"references", "software, data sources and licences to cite, one a line"},
    {"engine_version", "version of Essaim"},
    {"git_commit", "commit it was built from; +dirty if files were changed"},
    {"compiler", "compiler it was built with"},
    {"flags", "build type and flags"},
    {"scenario_toml", "exact bytes of the scenario"},
    {"scenario_sha256", "SHA-256 of the scenario"},
    {"experiment_toml", "exact bytes of the experiment; empty for a scenario run alone"},
    {"experiment_sha256", "SHA-256 of the experiment"},
    {"options", "options of the command line that change results, one a line"},
    {"master_seed", "seed"},
    {"rng", "generator of random numbers and its key"},
    {"lookahead_seconds", "least delay of a message between two entities"},
    {"start_date", "first simulated day"},
    {"days", "simulated days"},
    {"replicates", "replicates of each design point"},
    {"uncertainty", "what an interval over replicates holds: chance, or chance and assumptions"},
    {"primary", "indicators that the scenario is about, one a line"},
    {"matters", "smallest difference that matters, in their unit; NaN if the scenario does not say"},
    {"first_shock_day", "day of the run on which the first shock starts; -1 without shocks"},
    {"created_utc", "when the run began"},
    {"hostname", "machine"},
    {"threads", "worker threads"},
    {"command_line", "command that began the run"},
    {"design_id", "SHA-256 of all that results depend on"},
    {"result_sha256", "SHA-256 over the runs' own, with site, variant, arm and replicate; in this order"},
    {"state_sha256", "the same over the end states"},
});

constexpr std::string_view introduction =
    R"(<!-- Written by `essaim describe results --markdown`; do not edit. -->

# Layout of a results file

A results file is HDF5, and netCDF-4 that follows CF-1.10: `ncdump`, Python's xarray and R's `ncdf4` open it as it is.
An empty table is left out.

Its last 24 bytes are a seal: `ESSAIMS1`, the number of bytes before it, and a 64-bit checksum of them. Essaim checks
it whenever it opens a file; other programs do not look there. A file that another program rewrote is no longer sealed.

Digests: that of a run is SHA-256 over each indicator in the order of names: its name, the number of days, the values
as they are stored; then over each indicator by group, in the same order: its name, the number of days, the number of
groups, the values as they are stored. That of the file is SHA-256 over all runs in the order of design points, then
replicates: site id, variant, arm, replicate, digest of the run in hexadecimal. Texts are preceded by their length;
lengths and numbers are 32-bit; all is little-endian; every NaN is the same one. `state_sha256` is made in the same way
of the end states.

Where a run took place is in the group `/territory`, of all sites one after the other: `node_site`, `road_site`,
`square_site`, `place_site` and `corner_site` say whose each row is, metres count from a point of the site. A made-up territory
(`generated`) is that of replicate 0: each replicate draws its own. A file that was written before layout 1.2 has none.
Fields (since 1.3) are for maps alone: corners of one ring follow each other, the last one joins the first. No model
reads where they lie; of a made-up territory their places are made up, and their hectares those of the figure `farmland`
where `fields` says known, else what stands in for it. No household is at its node: households are counted by squares of 200 m.
)";

std::string_view text_of(h5::Type type) {
  switch (type) {
    case uint8:
      return "uint8";
    case int32:
      return "int32";
    case uint64:
      return "uint64";
    case float32:
      return "float32";
    case float64:
      return "float64";
    case text:
      return "text";
  }
  return "";
}

std::string dimensions_of(const VariableRow& row) {
  std::string list;
  for (std::size_t i = 0; i < row.rank(); ++i) list.append(i ? ", " : "").append(row.dimensions[i]);
  return list;
}

}  // namespace

std::size_t VariableRow::rank() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(dimensions, [](std::string_view name) { return !name.empty(); }));
}

std::span<const DimensionRow> dimension_rows() { return dimensions; }
std::span<const VariableRow> variable_rows() { return variables; }
std::span<const FlagRow> flag_rows() { return flags; }
std::span<const AttributeRow> attribute_rows() { return attributes; }

const DimensionRow& dimension_row(std::string_view name) {
  const auto found = std::ranges::find(dimensions, name, &DimensionRow::name);
  ESSAIM_EXPECTS(found != dimensions.end());
  return *found;
}

const VariableRow& variable_row(std::string_view path) {
  const auto found = std::ranges::find(variables, path, &VariableRow::path);
  ESSAIM_EXPECTS(found != variables.end());
  return *found;
}

std::string layout_markdown() {
  std::string page{introduction};
  page += "\n## Dimensions\n\n| name | meaning |\n|---|---|\n";
  for (const DimensionRow& row : dimensions) {
    page.append("| `").append(row.name).append("` | ").append(row.meaning).append(" |\n");
  }
  page += "\n## Variables\n\n| path | type | dimensions | unit | meaning |\n|---|---|---|---|---|\n";
  for (const VariableRow& row : variables) {
    const bool may_be_wide = row.path.ends_with("<indicator>");
    page.append("| `").append(row.path).append("` | ").append(may_be_wide ? "float32, or float64 where wide"
                                                                          : text_of(row.type));
    page.append(" | ").append(dimensions_of(row)).append(" | ").append(row.units.empty() ? "" : "`");
    page.append(row.units).append(row.units.empty() ? "" : "`").append(" | ").append(row.meaning).append(" |\n");
  }
  page += "\n## Numbers that stand for names\n\n| path | 0, 1, 2 ... |\n|---|---|\n";
  for (const FlagRow& row : flags) {
    page.append("| `").append(row.path).append("` | ");
    for (const std::string_view name : row.names) page.append(name == row.names.front() ? "" : ", ").append(name);
    page += " |\n";
  }
  page += "\n## Attributes of the file\n\n| name | meaning |\n|---|---|\n";
  for (const AttributeRow& row : attributes) {
    page.append("| `").append(row.name).append("` | ").append(row.meaning).append(" |\n");
  }
  return page;
}

}  // namespace essaim::record
