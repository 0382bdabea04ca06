// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/run/simulation.h"
#include "models/catalogue/replicate.h"
#include "models/catalogue/shared_draw.h"
#include "models/commune/ledger.h"
#include "models/commune/readings.h"
#include "models/food/food.h"
#include "models/food/readings.h"

namespace essaim::catalogue {

/// One run of one variant, with or without the shocks: its world, its models, and what is read of it day by day.
///
///     for each day of the scenario
///       run the simulation to midnight
///       audit the ledgers of food, money and people
///       read every indicator
class Arm {
 public:
  Arm(const Scenario& scenario, const SharedDraw& shared, const Variant& variant, Shocks shocks);
  Arm(const Arm&) = delete;
  Arm& operator=(const Arm&) = delete;

  ArmOutcome run(Executor& executor);
  /// One more day; false if the run has ended, well or not.
  bool run_day(Executor& executor);
  ArmOutcome outcome() const;

  World& world() { return world_; }
  const Simulation& simulation() const { return simulation_; }
  food::Columns& food() { return food_; }
  commune::PublicColumns& town() { return town_; }

 private:
  std::uint32_t days_;
  World world_;
  commune::PublicColumns town_;
  food::Columns food_;
  Simulation simulation_;
  commune::Readings town_readings_;
  food::Readings food_readings_;
  std::optional<commune::Ledgers> ledgers_;
  std::uint32_t day_ = 0;  ///< days done
  std::string error_;
  std::vector<double> values_;  ///< [indicator][day]
};

}  // namespace essaim::catalogue
