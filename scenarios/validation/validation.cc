// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/validation/validation.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/hash.h"
#include "engine/design/spread.h"
#include "engine/design/statistics.h"
#include "scenarios/validation/worlds.h"

namespace essaim::validation {

namespace {

/// How far a value lies outside the target.
double distance(const Target& target, double value) { return std::max({0.0, target.low - value, value - target.high}); }

std::vector<double> values_of(std::string_view id, const std::vector<std::vector<Measured>>& tasks) {
  std::vector<double> values;
  for (const std::vector<Measured>& task : tasks) {
    for (const Measured& one : task) {
      if (one.id == id) values.push_back(one.value);
    }
  }
  return values;
}

}  // namespace

bool may_be_fitted(std::string_view id) {
  const char last = sha256_hex(id).back();
  const int digit = last <= '9' ? last - '0' : last - 'a' + 10;
  return digit % 2 == 0;
}

Row judge(const Target& target, std::vector<double> draws) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  std::erase_if(draws, [](double draw) { return std::isnan(draw); });
  if (draws.empty()) return {&target, none, none, none, 0, false};
  const auto [smallest, largest] = std::minmax_element(draws.begin(), draws.end());
  Row row{&target, design::quantile(draws, 0.5), *smallest, *largest, draws.size(), false};
  if (target.judged == Judged::every) {
    row.value = distance(target, *smallest) > distance(target, *largest) ? *smallest : *largest;
  }
  constexpr double rounding = 1e-9;
  row.pass = distance(target, row.value) <= target.tolerance + rounding;
  if (draws.size() >= design::quantile_replicates) {
    row.low = design::quantile(draws, 0.05);
    row.high = design::quantile(draws, 0.95);
  }
  return row;
}

std::vector<Measured> measure_themes(const Effort& effort, std::uint32_t replicate) {
  std::vector<Measured> values = measure_food(effort, replicate);
  Notebook notes{effort, replicate};
  measure_mobility(notes);
  measure_housing(notes);
  measure_budgets(notes);
  measure_governance(notes);
  const std::vector<Measured> others = notes.take();
  values.insert(values.end(), others.begin(), others.end());
  return values;
}

std::vector<Row> validate(const Effort& effort, std::span<const commune::Site> pilots, Executor& executor) {
  const auto sites = static_cast<std::uint32_t>(pilots.size());
  std::vector<std::vector<Measured>> tasks(effort.replicates + sites);
  executor.for_each(static_cast<std::uint32_t>(tasks.size()), [&](std::uint32_t task, std::uint32_t) {
    tasks[task] = task < effort.replicates ? measure_themes(effort, task)
                                           : measure_population(pilots[task - effort.replicates], effort.seed);
  });
  std::vector<Row> rows;
  for (const Target& target : targets()) rows.push_back(judge(target, values_of(target.id, tasks)));
  return rows;
}

}  // namespace essaim::validation
