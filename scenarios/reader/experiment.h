// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/catalogue/scenario.h"
#include "scenarios/reader/plan_reader.h"

namespace essaim::reader {

/// One thing that a design varies.
struct Factor {
  std::string path;  ///< "variant.epicerie.measure[0].capacity"
  std::string unit;  ///< canonical symbol; "days since 1970-01-01" for dates
};

/// One point of a design: a value for each factor, and the part of the scenario that they change.
struct DesignPoint {
  std::vector<double> values;      ///< in the factors' units
  std::vector<std::string> texts;  ///< as a scenario would write them
  Plan plan;
};

/// A design over one scenario. Sites, calendar, replicates and seed are the same at all points, and kept once.
struct Experiment {
  std::string title;
  std::string design;  ///< "factorial", "list", "lhs" or "sobol"
  catalogue::Scenario base;
  std::vector<Factor> factors;
  std::vector<DesignPoint> points;
  std::vector<std::string> indicators;  ///< those to keep, in the catalogue's order
  std::vector<std::string> warnings;

  catalogue::Scenario scenario_at(std::size_t point) const;  ///< the base with that point's shocks, variants, values
};

}  // namespace essaim::reader
