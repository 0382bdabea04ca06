// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "models/catalogue/arm.h"
#include "models/catalogue/catalogue.h"
#include "models/catalogue/small_run.h"

namespace essaim::catalogue {

/// The small run's scenario, bent for one test.
inline Scenario village(std::uint32_t days) {
  Scenario scenario = small_scenario(2026);
  scenario.days = days;
  return scenario;
}

inline Scenario without_shocks(Scenario scenario) {
  scenario.shocks.clear();
  return scenario;
}

inline double value_on(const ArmOutcome& arm, std::string_view indicator, std::uint32_t day) {
  const auto& infos = indicator_infos();
  const std::size_t days = arm.values.size() / infos.size();
  for (std::size_t i = 0; i < infos.size(); ++i) {
    if (infos[i].name == indicator) return arm.values[i * days + day];
  }
  return -1;
}

inline std::vector<double> series_of(const ArmOutcome& arm, std::string_view indicator) {
  std::vector<double> values;
  const std::size_t days = arm.values.size() / indicator_infos().size();
  for (std::uint32_t day = 0; day < days; ++day) values.push_back(value_on(arm, indicator, day));
  return values;
}

inline double mean_of(const ArmOutcome& arm, std::string_view indicator) {
  double sum = 0;
  const auto values = series_of(arm, indicator);
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// Baseline with shocks, baseline without, then each variant likewise.
inline std::vector<ArmOutcome> arms_of(const Scenario& scenario, std::uint32_t replicate = 0) {
  SerialExecutor executor;
  return run_replicate(scenario, 0, replicate, executor).arms;
}

}  // namespace essaim::catalogue
