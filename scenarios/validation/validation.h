// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/run/executor.h"
#include "models/commune/figures.h"
#include "scenarios/validation/target.h"

namespace essaim::validation {

/// How much is run. The defaults are those of `essaim validate` and of docs/validation.md.
struct Effort {
  std::uint32_t replicates = 20;  ///< draws of chance and of every uncertain value, of the national commune
  std::uint32_t residents = 2'000;
  std::uint64_t seed = 2026;
};

/// One value of one row: of a replicate, or of a pilot.
struct Measured {
  std::string_view id;
  double value = 0;
};

struct Row {
  const Target* target = nullptr;
  double value = 0;  ///< median of the draws, or the one furthest from the target; NaN: there is none, which is a miss
  double low = 0;    ///< 5 and 95 % of the draws; below 19 draws the smallest and the largest
  double high = 0;
  std::size_t draws = 0;
  bool pass = false;
};

/// Every row of the table with what the models give now. Depends on the arguments alone, never on the executor.
std::vector<Row> validate(const Effort& effort, std::span<const commune::Site> pilots, Executor& executor);

/// Whether these draws meet the target.
Row judge(const Target& target, std::vector<double> draws);

/// What one replicate of all runs gives.
std::vector<Measured> measure_themes(const Effort& effort, std::uint32_t replicate);

/// What one replicate of the food runs gives.
std::vector<Measured> measure_food(const Effort& effort, std::uint32_t replicate);

/// What the population and ties drawn for one pilot give.
std::vector<Measured> measure_population(const commune::Site& pilot, std::uint64_t seed);

}  // namespace essaim::validation
