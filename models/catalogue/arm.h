// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/run/simulation.h"
#include "models/catalogue/programme.h"
#include "models/catalogue/replicate.h"
#include "models/catalogue/shared_draw.h"
#include "models/commune/households.h"
#include "models/commune/ledger.h"
#include "models/commune/readings.h"
#include "models/food/food.h"
#include "models/food/readings.h"
#include "models/governance/governance.h"
#include "models/governance/readings.h"
#include "models/housing/housing.h"
#include "models/housing/readings.h"
#include "models/mobility/mobility.h"
#include "models/mobility/readings.h"

namespace essaim::catalogue {

/// One run of one variant, with or without the shocks: its world, its models, and what is read of it day by day.
///
///     for each day of the scenario
///       run the simulation to midnight
///       audit the ledgers of food, money, people, fuel and dwellings
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

  /// Who is told of each tour that is made, from the threads of the executor.
  void watch_trips(mobility::TripWatcher* watcher) { trips_->watch(watcher); }

  World& world() { return world_; }
  const Simulation& simulation() const { return simulation_; }
  Simulation& simulation() { return simulation_; }
  commune::PublicColumns& town() { return town_; }
  commune::HouseholdColumns& households() { return households_; }
  food::Columns& food() { return food_; }
  mobility::Columns& mobility() { return mobility_; }
  housing::Columns& housing() { return housing_; }
  governance::Columns& governance() { return governance_; }

 private:
  void read_day();

  std::uint32_t days_;
  commune::Programme programme_;
  World world_;
  commune::HouseholdColumns households_;
  food::Columns food_;
  mobility::Columns mobility_;
  housing::Columns housing_;
  governance::Columns governance_;
  commune::PublicColumns town_;  ///< last: a measure more moves nobody's number, and so no order of equal events
  Simulation simulation_;
  commune::Readings town_readings_;
  food::Readings food_readings_;
  mobility::Readings mobility_readings_;
  housing::Readings housing_readings_;
  governance::Readings governance_readings_;
  std::optional<commune::Ledgers> ledgers_;
  mobility::Mobility* trips_ = nullptr;  ///< the simulation owns it
  std::uint32_t day_ = 0;                ///< days done
  std::string error_;
  std::vector<double> values_;        ///< [indicator][day]
  std::vector<double> group_values_;  ///< [indicator read by group][day][group]
};

}  // namespace essaim::catalogue
