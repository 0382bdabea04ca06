// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/record/h5.h"
#include "engine/record/results.h"

// What a results file is made of, as a table that the writer obeys and the reference page prints.

namespace essaim::record {

struct DimensionRow {
  std::string_view name;
  std::string_view scale;  ///< path of the dataset that HDF5 and netCDF know it by
  std::string_view meaning;
};

/// A variable of every file; `<indicator>` in a path stands for each indicator's name.
struct VariableRow {
  std::string_view path;
  h5::Type type;
  std::array<std::string_view, 4> dimensions;  ///< the last ones empty if it has fewer
  std::string_view units;                      ///< empty: no number with a unit
  std::string_view meaning;

  std::size_t rank() const;
  bool is_series() const { return path.find("<indicator>") != std::string_view::npos; }
};

struct AttributeRow {
  std::string_view name;
  std::string_view meaning;
};

std::span<const DimensionRow> dimension_rows();
std::span<const VariableRow> variable_rows();
/// A variable whose numbers stand for names, in their order: the attributes `flag_values` and `flag_meanings` of CF.
struct FlagRow {
  std::string_view path;
  std::span<const std::string_view> names;
};

std::span<const FlagRow> flag_rows();
std::span<const AttributeRow> attribute_rows();  ///< of the file

const DimensionRow& dimension_row(std::string_view name);
const VariableRow& variable_row(std::string_view path);

/// What `essaim describe results --markdown` prints.
std::string layout_markdown();

inline constexpr std::array<double, 7> quantiles = {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1};

/// Text and number attributes of the file that are members of the header, for writers and readers alike.
template <class Visitor, class Header>
void visit_attributes(Visitor&& visit, Header& header) {
  visit("title", header.title);
  visit("narrative", header.narrative);
  visit("creator", header.authors);
  visit("license", header.license);
  visit("references", header.credits);
  visit("engine_version", header.engine_version);
  visit("git_commit", header.git_commit);
  visit("compiler", header.compiler);
  visit("flags", header.flags);
  visit("scenario_toml", header.scenario_toml);
  visit("scenario_sha256", header.scenario_sha256);
  visit("experiment_toml", header.experiment_toml);
  visit("experiment_sha256", header.experiment_sha256);
  visit("options", header.options);
  visit("master_seed", header.master_seed);
  visit("rng", header.rng);
  visit("lookahead_seconds", header.lookahead_seconds);
  visit("start_date", header.start_date);
  visit("days", header.days);
  visit("replicates", header.replicates);
  visit("uncertainty", header.uncertainty);
  visit("primary", header.primary);
  visit("matters", header.matters);
  visit("first_shock_day", header.first_shock_day);
  visit("created_utc", header.created_utc);
  visit("hostname", header.hostname);
  visit("threads", header.threads);
  visit("command_line", header.command_line);
  visit("design_id", header.design_id);
  visit("result_sha256", header.result_sha256);
  visit("state_sha256", header.state_sha256);
}

/// Columns of the header's tables: each a variable of the layout and a member of a row.
template <class Visitor, class Header>
void visit_columns(Visitor&& visit, Header& header) {
  visit("/site_id", header.sites, &SiteRow::id);
  visit("/site_insee", header.sites, &SiteRow::insee);
  visit("/site_name", header.sites, &SiteRow::name);
  visit("/site_illustration", header.sites, &SiteRow::illustration);
  visit("/site_stand_in_share", header.sites, &SiteRow::stand_in_share);
  visit("/site_credits", header.sites, &SiteRow::credits);
  visit("/design_point_cell", header.design_points, &DesignPoint::cell);
  visit("/design_point_experiment", header.design_points, &DesignPoint::point);
  visit("/design_point_site", header.design_points, &DesignPoint::site);
  visit("/design_point_variant", header.design_points, &DesignPoint::variant);
  visit("/design_point_title", header.design_points, &DesignPoint::variant_title);
  visit("/design_point_arm", header.design_points, &DesignPoint::arm);
  visit("/group", header.groups, &GroupRow::name);
  visit("/group_kind", header.groups, &GroupRow::kind);
  visit("/group_label_fr", header.groups, &GroupRow::label_fr);
  visit("/group_label", header.groups, &GroupRow::label_en);
  visit("/design/parameter", header.parameters, &ParameterRow::name);
  visit("/design/units", header.parameters, &ParameterRow::unit);
  visit("/design/meaning_fr", header.parameters, &ParameterRow::meaning_fr);
  visit("/design/meaning", header.parameters, &ParameterRow::meaning_en);
  visit("/design/mark", header.parameters, &ParameterRow::mark);
  visit("/design/source", header.parameters, &ParameterRow::source);
  visit("/design/role", header.parameters, &ParameterRow::role);
  visit("/design/fallback", header.parameters, &ParameterRow::fallback);
  visit("/design/allowed_low", header.parameters, &ParameterRow::allowed_low);
  visit("/design/allowed_high", header.parameters, &ParameterRow::allowed_high);
  visit("/design/plausible_low", header.parameters, &ParameterRow::plausible_low);
  visit("/design/plausible_high", header.parameters, &ParameterRow::plausible_high);
  visit("/design/action", header.actions, &ActionRow::kind);
  visit("/design/action_role", header.actions, &ActionRow::role);
  visit("/design/action_variant", header.actions, &ActionRow::variant);
  visit("/design/action_label_fr", header.actions, &ActionRow::label_fr);
  visit("/design/action_label", header.actions, &ActionRow::label_en);
  visit("/design/action_start", header.actions, &ActionRow::start);
  visit("/design/action_duration", header.actions, &ActionRow::duration);
  visit("/design/action_settings", header.actions, &ActionRow::settings);
  visit("/design/action_decided_by", header.actions, &ActionRow::decided_by);
  visit("/structure/trait", header.traits, &TraitRow::name);
  visit("/structure/units", header.traits, &TraitRow::unit);
  visit("/structure/label_fr", header.traits, &TraitRow::label_fr);
  visit("/structure/label", header.traits, &TraitRow::label_en);
  visit("/status/quality", header.quality, &QualityRow::mark);
  visit("/status/stand_in_share", header.quality, &QualityRow::stand_in_share);
  visit("/inputs/input", header.inputs, &InputFile::name);
  visit("/inputs/sha256", header.inputs, &InputFile::sha256);
  visit_territory(visit, header.territory);
}

/// Attributes of each indicator's variable.
template <class Visitor, class IndicatorRow>
void visit_indicator(Visitor&& visit, IndicatorRow& indicator) {
  visit("long_name", indicator.label_en);
  visit("long_name_fr", indicator.label_fr);
  visit("units", indicator.unit);
  visit("comment", indicator.meaning_en);
  visit("comment_fr", indicator.meaning_fr);
  visit("better", indicator.better);
  visit("aim", indicator.aim);
  visit("cell_methods", indicator.cell_methods);
}

}  // namespace essaim::record
