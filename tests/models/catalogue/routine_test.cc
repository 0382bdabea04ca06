// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/run/profile.h"
#include "tests/models/catalogue/small_world.h"

// A commune whose households live their days in batches, and one in which each day is an event of its own: while
// somebody is observed nothing comes in batches, which makes that way the reference of the other.

namespace essaim::catalogue {
namespace {

struct Ran {
  ArmOutcome outcome;
  std::uint64_t batches = 0;
  std::uint64_t events = 0;
};

Ran run_arm(const Scenario& scenario, const SharedDraw& shared, const Variant& variant, bool in_batches) {
  Arm arm{scenario, shared, variant, Shocks::with};
  EventTrace trace;
  if (!in_batches) arm.simulation().observe(ProcessId{0}, &trace);
  Profile profile;
  arm.simulation().profile(&profile);
  SerialExecutor executor;
  Ran ran{arm.run(executor)};
  for (const Profile::OfModel& model : profile.models) ran.batches += model.batches;
  ran.events = profile.events;
  return ran;
}

/// Some values are none: NaN, which equals nothing.
std::string digest_of(const std::vector<double>& values) {
  Sha256 sha;
  for (const double value : values) sha.update_f64(value);
  return sha.hex();
}

TEST(RoutineInBatch, and_day_by_day_give_the_same_bits_with_every_shock_and_measure) {
  Scenario scenario = full_scenario(2026);
  scenario.days = 70;
  const SharedDraw shared{scenario, 0, 0};
  for (const Variant& variant : scenario.variants) {
    const Ran batches = run_arm(scenario, shared, variant, true);
    const Ran singles = run_arm(scenario, shared, variant, false);
    ASSERT_EQ(batches.outcome.error, "");
    EXPECT_EQ(batches.outcome.state_sha256, singles.outcome.state_sha256);
    EXPECT_EQ(digest_of(batches.outcome.values), digest_of(singles.outcome.values));
    EXPECT_EQ(digest_of(batches.outcome.group_values), digest_of(singles.outcome.group_values));
    EXPECT_EQ(batches.events, singles.events);
    EXPECT_GT(batches.batches, scenario.days * 10u);
    EXPECT_EQ(singles.batches, 0u);
  }
}

}  // namespace
}  // namespace essaim::catalogue
