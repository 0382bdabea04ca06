// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/run/executor.h"
#include "engine/run/profile.h"
#include "models/catalogue/scenario.h"

namespace essaim::catalogue {

/// One (variant, arm) of one replicate at one site: what it measured, or why it ended early.
struct ArmOutcome {
  std::uint32_t variant = 0;  ///< index in Scenario::variants
  Shocks shocks = Shocks::with;
  std::string error;           ///< empty if it reached the end
  std::vector<double> values;  ///< [indicator][day], indicators in `indicator_infos()` order; NaN = no value
  std::vector<double>
      group_values;          ///< [indicator][day][group], in `group_indicator_infos()` and `group_infos()` order
  std::string state_sha256;  ///< over the state columns at the end
  std::uint64_t events = 0;  ///< handled
};

/// A margin that the synthetic population should meet, and what it drew.
struct FitRow {
  std::string margin;  ///< "population", "income_median"
  std::string unit;
  double target = 0;
  double drawn = 0;
  std::string source;   ///< where the target comes from
  bool sourced = true;  ///< false: the target itself is a default or a stand-in
};

/// All arms of one replicate at one site: variants x {with, without shocks}, from one draw of chance, population,
/// network, ties and uncertain values, which they share.
struct ReplicateOutcome {
  std::uint32_t site = 0;
  std::uint32_t replicate = 0;
  std::vector<double> parameters;  ///< value used, one per declared parameter
  std::vector<FitRow> fit;
  std::vector<double> traits;    ///< in the order of `commune::trait_infos()`
  std::vector<ArmOutcome> arms;  ///< variant-major: baseline with shocks, baseline without, first variant with, ...
};

/// Runs them one after the other. The outcome depends on (scenario, site, replicate) alone, never on the executor.
/// Where the time of the arms went is added to `profile`, if there is one.
ReplicateOutcome run_replicate(const Scenario& scenario, std::uint32_t site, std::uint32_t replicate,
                               Executor& executor, Profile* profile = nullptr);

}  // namespace essaim::catalogue
