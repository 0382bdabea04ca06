// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/job_plan.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

#include "engine/core/hash.h"
#include "models/catalogue/catalogue.h"
#include "models/commune/groups.h"
#include "models/commune/structure.h"
#include "scenarios/cli/results_header.h"
#include "scenarios/cli/territory_map.h"

namespace essaim::cli {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::string factor_path(const catalogue::ParameterInfo& info) { return "parameters." + info.name; }

bool varies(const reader::Experiment& experiment, const std::string& path) {
  return std::ranges::find(experiment.factors, path, &reader::Factor::path) != experiment.factors.end();
}

}  // namespace

JobPlan::JobPlan(reader::LoadedScenario loaded, const RunContext& context) : base_{std::move(loaded.scenario)} {
  add_scenario(header_, base_);
  header_.scenario_toml = loaded.inputs.front().bytes;
  keep_indicators({});
  complete_header(context, loaded.inputs);
}

JobPlan::JobPlan(reader::LoadedExperiment loaded, const RunContext& context)
    : base_{loaded.experiment.base}, experiment_{std::move(loaded.experiment)} {
  add_scenario(header_, base_);
  header_.title = experiment_->title;
  header_.experiment_toml = loaded.inputs.at(0).bytes;
  header_.scenario_toml = loaded.inputs.at(1).bytes;
  keep_indicators(experiment_->indicators);
  complete_header(context, loaded.inputs);
}

void JobPlan::complete_header(const RunContext& context, const std::vector<reader::InputFile>& inputs) {
  header_.command_line = context.command_line;
  header_.threads = context.threads;
  header_.options = lines(context.sets);
  for (const reader::InputFile& input : inputs) {
    header_.inputs.push_back({input.name, input.bytes, sha256_hex(input.bytes)});
  }
  header_.scenario_sha256 = sha256_hex(header_.scenario_toml);
  if (!header_.experiment_toml.empty()) header_.experiment_sha256 = sha256_hex(header_.experiment_toml);
  add_provenance(header_);
  add_design_points();
  add_parameters();
  add_traits();
  header_.territory = territory_tables(base_);
  header_.design_id = record::design_id(header_);
}

void JobPlan::add_design_points() {
  const auto sites = static_cast<std::uint32_t>(base_.sites.size());
  for (std::uint32_t cell = 0; cell < points() * sites; ++cell) {
    for (const catalogue::Variant& variant : base_.variants) {
      for (const catalogue::Shocks shocks : {catalogue::Shocks::with, catalogue::Shocks::without}) {
        header_.design_points.push_back(
            {cell, cell / sites, cell % sites, variant.name, variant.title, std::string{text(shocks)}});
      }
    }
  }
}

void JobPlan::add_parameters() {
  const std::vector<catalogue::ParameterInfo>& infos = catalogue::parameter_infos();
  for (std::size_t i = 0; i < infos.size(); ++i) {
    header_.parameters.push_back(parameter_row(infos[i], base_, i));
    if (experiment_ && varies(*experiment_, factor_path(infos[i]))) header_.parameters.back().role = "factor";
  }
  for (std::size_t i = 0; experiment_ && i < experiment_->factors.size(); ++i) {
    const reader::Factor& factor = experiment_->factors[i];
    if (std::ranges::find(infos, factor.path, factor_path) != infos.end()) continue;
    extra_factors_.push_back(i);
    record::ParameterRow row;
    row.name = factor.path;
    row.unit = factor.unit;
    row.role = "factor";
    header_.parameters.push_back(row);
  }
  for (const record::DesignPoint& design_point : header_.design_points) {
    const std::vector<std::optional<double>>& set =
        experiment_ ? experiment_->points[design_point.point].plan.parameters : base_.parameters;
    for (std::size_t i = 0; i < infos.size(); ++i) {
      const bool uncertain = header_.parameters[i].role == "uncertain";
      header_.design_values.push_back(set[i].value_or(uncertain ? not_a_number : infos[i].fallback));
    }
    if (!experiment_) continue;
    for (const std::size_t factor : extra_factors_) {
      header_.design_values.push_back(experiment_->points[design_point.point].values[factor]);
    }
  }
}

void JobPlan::add_traits() {
  for (const commune::TraitInfo& trait : commune::trait_infos()) {
    header_.traits.push_back(
        {std::string{trait.name}, std::string{trait.unit}, std::string{trait.label.fr}, std::string{trait.label.en}});
  }
}

void JobPlan::keep_indicators(const std::vector<std::string>& names) {
  const std::vector<IndicatorInfo>& infos = catalogue::indicator_infos();
  for (std::size_t i = 0; i < infos.size(); ++i) {
    if (!names.empty() && std::ranges::find(names, infos[i].name) == names.end()) continue;
    kept_.push_back(i);
    header_.indicators.push_back(indicator_row(infos[i]));
    header_.indicators.back().by_group = infos[i].by_group;
  }
  const std::vector<IndicatorInfo>& by_group = catalogue::group_indicator_infos();
  for (std::size_t i = 0; i < by_group.size(); ++i) {
    if (names.empty() || std::ranges::find(names, by_group[i].name) != names.end()) kept_by_group_.push_back(i);
  }
  if (kept_by_group_.empty()) return;
  for (const commune::GroupInfo& group : commune::group_infos()) {
    header_.groups.push_back(
        {std::string{group.name}, std::string{group.kind}, std::string{group.label.fr}, std::string{group.label.en}});
  }
}

record::ReplicateRecord JobPlan::simulate(std::uint32_t cell, std::uint32_t replicate, Executor& inner,
                                          Profile* profile) const {
  const auto sites = static_cast<std::uint32_t>(base_.sites.size());
  const std::size_t point = cell / sites;
  const std::uint32_t site = cell % sites;
  if (!experiment_) return record_of(catalogue::run_replicate(base_, site, replicate, inner, profile), point);
  return record_of(catalogue::run_replicate(experiment_->scenario_at(point), site, replicate, inner, profile), point);
}

std::vector<double> JobPlan::kept_values(const catalogue::ArmOutcome& arm) const {
  std::vector<double> values;
  const auto keep = [&values](const std::vector<double>& all, std::size_t series, std::size_t length) {
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(series * length);
    values.insert(values.end(), first, first + static_cast<std::ptrdiff_t>(length));
  };
  for (const std::size_t indicator : kept_) keep(arm.values, indicator, base_.days);
  for (const std::size_t series : kept_by_group_) {
    keep(arm.group_values, series, std::size_t{base_.days} * commune::group_count);
  }
  return values;
}

record::ReplicateRecord JobPlan::record_of(const catalogue::ReplicateOutcome& outcome, std::size_t point) const {
  record::ReplicateRecord record;
  record.replicate = outcome.replicate;
  record.parameters = outcome.parameters;
  if (experiment_) {
    for (const std::size_t factor : extra_factors_) {
      record.parameters.push_back(experiment_->points[point].values[factor]);
    }
  }
  for (const catalogue::FitRow& row : outcome.fit) {
    record.fit.push_back({row.margin, row.unit, row.source, row.target, row.drawn, row.sourced});
  }
  record.traits = outcome.traits;
  for (const catalogue::ArmOutcome& arm : outcome.arms) {
    record::ArmRecord run;
    run.state = arm.error.empty() ? record::RunState::done : record::RunState::failed;
    run.error = arm.error;
    run.state_sha256 = arm.state_sha256;
    run.events = arm.events;
    if (arm.error.empty()) run.values = kept_values(arm);  // what a failed run measured before is no result
    record.arms.push_back(std::move(run));
  }
  return record;
}

}  // namespace essaim::cli
