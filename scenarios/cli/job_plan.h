// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/record/results.h"
#include "engine/run/executor.h"
#include "models/catalogue/replicate.h"
#include "scenarios/reader/load.h"

namespace essaim::cli {

/// What a results file says of the machine and the command, and no scenario does.
struct RunContext {
  std::string command_line;
  std::uint32_t threads = 1;
  std::vector<std::string> sets;  ///< options that change results
};

/// Everything that a scenario or an experiment asks to run, and how results are described.
class JobPlan {
 public:
  JobPlan(reader::LoadedScenario loaded, const RunContext& context);
  JobPlan(reader::LoadedExperiment loaded, const RunContext& context);

  const record::ResultsHeader& header() const { return header_; }

  /// Runs one replicate of one cell; cells are numbered by point of the experiment, then site.
  record::ReplicateRecord simulate(std::uint32_t cell, std::uint32_t replicate, Executor& inner,
                                   Profile* profile = nullptr) const;

 private:
  void complete_header(const RunContext& context, const std::vector<reader::InputFile>& inputs);
  void add_design_points();
  void add_parameters();
  void add_traits();
  void keep_indicators(const std::vector<std::string>& names);
  std::size_t points() const { return experiment_ ? experiment_->points.size() : 1; }
  std::vector<double> kept_values(const catalogue::ArmOutcome& arm) const;
  record::ReplicateRecord record_of(const catalogue::ReplicateOutcome& outcome, std::size_t point) const;

  catalogue::Scenario base_;
  std::optional<reader::Experiment> experiment_;
  std::vector<std::size_t> kept_;           ///< indicators, as indices in the catalogue
  std::vector<std::size_t> kept_by_group_;  ///< the same among those read by group
  std::vector<std::size_t> extra_factors_;  ///< factors that are no declared parameter: the last rows of the header
  record::ResultsHeader header_;
};

}  // namespace essaim::cli
