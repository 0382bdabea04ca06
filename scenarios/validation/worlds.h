// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "models/catalogue/arm.h"
#include "models/catalogue/shared_draw.h"
#include "scenarios/validation/national.h"
#include "scenarios/validation/validation.h"

namespace essaim::validation {

/// What the runs of one replicate measure, note by note.
class Notebook {
 public:
  Notebook(const Effort& effort, std::uint32_t replicate) : effort_{effort}, replicate_{replicate} {}

  void note(std::string_view id, double value) { values_.push_back({id, value}); }
  std::vector<Measured> take() { return std::move(values_); }

  const Effort& effort() const { return effort_; }
  std::uint32_t replicate() const { return replicate_; }
  /// A commune with the figures of France.
  catalogue::Scenario commune(Date start, std::uint32_t days) const { return national(effort_, start, days); }
  /// Runs one arm to its end and lets `read` look at it.
  template <class Read>
  void run(const catalogue::Scenario& scenario, std::size_t variant, catalogue::Shocks shocks, Read read) const {
    const catalogue::SharedDraw shared{scenario, 0, replicate_};
    SerialExecutor executor;
    catalogue::Arm arm{scenario, shared, scenario.variants[variant], shocks};
    const catalogue::ArmOutcome outcome = arm.run(executor);
    if (outcome.error.empty()) read(arm, outcome, shared);
  }

 private:
  const Effort& effort_;
  std::uint32_t replicate_;
  std::vector<Measured> values_;
};

template <class T>
double total(const Column<T>& column) {
  double sum = 0;
  for (const T value : column.values()) sum += static_cast<double>(value);
  return sum;
}

inline double ratio(double part, double whole) { return whole > 0 ? part / whole : 0.0; }

// What one replicate of each theme's runs gives.
void measure_mobility(Notebook& notes);
void measure_housing(Notebook& notes);
void measure_budgets(Notebook& notes);
void measure_governance(Notebook& notes);

}  // namespace essaim::validation
