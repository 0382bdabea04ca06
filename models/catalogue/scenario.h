// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/calendar.h"
#include "engine/core/time.h"
#include "models/commune/action.h"
#include "models/commune/couplings.h"
#include "models/commune/figures.h"

namespace essaim::catalogue {

/// A shock that happens to the territory, or a measure that it takes, as a scenario states it.
struct Action {
  std::uint32_t kind = 0;  ///< index in shock_infos() or measure_infos()
  Time start;
  Duration duration;                        ///< a measure without an end lasts to the end of the run
  std::vector<double> settings;             ///< one per declared setting of its kind, in canonical units
  std::uint8_t zones = commune::all_zones;  ///< those that it reaches, as a mask
  commune::Decision decision = commune::Decision::imposed;           ///< measures: how it comes to be taken
  std::string title = {};                                            ///< of a composed measure; else empty
  std::vector<std::pair<commune::Condition, double>> composed = {};  ///< of a composed measure: what it moves, to what
};

/// A set of measures under one name. The baseline is the variant without any; every scenario has it first.
struct Variant {
  std::string name;
  std::string title;
  std::vector<Action> measures;
};

/// Everything that fixes a run but chance: sites, calendar, shocks, variants, parameters, seed. Checked, immutable.
struct Scenario {
  std::string title;
  std::string narrative;
  std::vector<std::string> authors;
  std::string license;
  std::vector<commune::Site> sites;
  Date start;
  std::uint32_t days = 0;
  std::uint32_t replicates = 1;
  std::uint64_t seed = 0;
  Duration lookahead = Duration::minutes(15);
  std::vector<Action> shocks;
  std::vector<Variant> variants;  ///< the first is the baseline
  /// One per declared parameter (`parameter_infos()` order): the value that the scenario fixes, if it does.
  std::vector<std::optional<double>> parameters;
  bool fixed_parameters = false;     ///< `--fixed-parameters`: no uncertain value is drawn, defaults are used
  std::vector<std::string> primary;  ///< indicators that the scenario is about
  std::optional<double> matters;     ///< smallest difference that matters, in the primary indicators' unit
  commune::Couplings couplings;      ///< those between themes that are at work: all, unless it switches some off
};

/// With its shocks, or the same world without them.
enum class Shocks : std::uint8_t { with, without };

constexpr std::string_view text(Shocks shocks) { return shocks == Shocks::with ? "shocks" : "no-shocks"; }

}  // namespace essaim::catalogue
