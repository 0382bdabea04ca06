// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <vector>

#include "scenarios/validation/worlds.h"

// What fifths of households spend on housing, food and transport in ninety ordinary days.

namespace essaim::validation {

namespace {

constexpr std::uint32_t days = 120;
constexpr std::uint32_t settled = 30;

struct Spending {
  double housing = 0;
  double food = 0;
  double transport = 0;
  double other = 0;
  double all() const { return housing + food + transport + other; }
};

/// What a household has spent since the start, in cents. Food: what left its account for its purse, less what is there.
Spending spent_by(catalogue::Arm& arm, std::uint32_t h) {
  const auto& home = arm.housing().households;
  const auto& trips = arm.mobility().households;
  const auto& shared = arm.households();
  Spending s;
  s.housing = static_cast<double>(home.paid_cents[h]);
  s.transport = static_cast<double>(trips.paid_cents[h] + trips.fuel_cents[h]);
  s.food = static_cast<double>(arm.food().households.spent_cents[h]);
  s.other = static_cast<double>(shared.other_spent_cents[h]);
  return s;
}

}  // namespace

void measure_budgets(Notebook& notes) {
  const catalogue::Scenario scenario = notes.commune(Date{2026, 1, 5}, days);
  const catalogue::SharedDraw shared{scenario, 0, notes.replicate()};
  catalogue::Arm arm{scenario, shared, scenario.variants[0], catalogue::Shocks::without};
  SerialExecutor executor;
  const std::uint32_t households = shared.commune.population.households();
  std::vector<Spending> before;
  for (std::uint32_t day = 0; day < days; ++day) {
    if (day == settled) {
      for (std::uint32_t h = 0; h < households; ++h) before.push_back(spent_by(arm, h));
    }
    if (!arm.run_day(executor) && day + 1 < days) return;
  }
  const auto order = commune::by_income(shared.commune.population);
  const auto fifth = [&](std::size_t first, std::size_t end) {
    Spending sum;
    for (std::size_t i = first; i < end; ++i) {
      const std::uint32_t h = order[i];
      const Spending now = spent_by(arm, h);
      sum.housing += now.housing - before[h].housing;
      sum.food += now.food - before[h].food;
      sum.transport += now.transport - before[h].transport;
      sum.other += now.other - before[h].other;
    }
    return sum;
  };
  const Spending poorest = fifth(0, households / 5);
  const Spending richest = fifth(households - households / 5, households);
  notes.note("budget.q1_housing", 100 * ratio(poorest.housing, poorest.all()));
  notes.note("budget.q1_food", 100 * ratio(poorest.food, poorest.all()));
  notes.note("budget.q1_transport", 100 * ratio(poorest.transport, poorest.all()));
  notes.note("budget.q5_housing", 100 * ratio(richest.housing, richest.all()));
  notes.note("budget.q5_food", 100 * ratio(richest.food, richest.all()));
  notes.note("budget.q5_transport", 100 * ratio(richest.transport, richest.all()));
}

}  // namespace essaim::validation
