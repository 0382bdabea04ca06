// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/checkpoint.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/models/catalogue/small_world.h"

// All of a commune's changing state lies in columns, events and alarms: taken up from a checkpoint, by a new arm or by
// one that has already run elsewhere, it goes on to the same bits. State kept anywhere else would show here.

namespace essaim::catalogue {
namespace {

using Bytes = std::vector<std::byte>;

Bytes saved(const Simulation& simulation) {
  Bytes bytes;
  Checkpoint::save(simulation,
                   [&](std::span<const std::byte> piece) { bytes.insert(bytes.end(), piece.begin(), piece.end()); });
  return bytes;
}

void run_to(Arm& arm, Time until) {
  SerialExecutor executor;
  ASSERT_EQ(arm.simulation().run(until, executor), Simulation::Stop::reached) << arm.simulation().failure_text();
}

TEST(CommuneCheckpoint, lets_the_whole_commune_go_on_to_the_same_bits) {
  const Scenario scenario = village(40);
  const SharedDraw shared{scenario, 0, 0};
  const Time end = Time::start_of_day(scenario.days);
  for (const Variant& variant : scenario.variants) {
    Arm whole{scenario, shared, variant, Shocks::with};
    std::vector<std::pair<Time, Bytes>> files;
    for (const std::uint32_t day : {0u, 1u, 6u, 15u, 16u, 33u}) {
      const Time boundary = Time::start_of_day(day) + Duration::hours(day % 2 == 0 ? 0 : 17);
      run_to(whole, boundary);
      files.emplace_back(boundary, saved(whole.simulation()));
    }
    run_to(whole, end);
    const Bytes last = saved(whole.simulation());
    for (const auto& [boundary, file] : files) {
      for (const std::uint32_t days_before : {0u, 22u}) {
        Arm arm{scenario, shared, variant, Shocks::with};
        run_to(arm, Time::start_of_day(days_before));
        ASSERT_EQ(Checkpoint::restore(arm.simulation(), file).message, "");
        run_to(arm, end);
        EXPECT_TRUE(saved(arm.simulation()) == last)
            << "saved on day " << boundary.day() << ", taken up by an arm of " << days_before << " days";
        EXPECT_EQ(arm.outcome().state_sha256, whole.outcome().state_sha256);
      }
    }
  }
}

TEST(CommuneCheckpoint, of_another_replicate_is_refused) {
  const Scenario scenario = village(20);
  const SharedDraw shared{scenario, 0, 0};
  const SharedDraw other{scenario, 0, 1};
  Arm here{scenario, shared, scenario.variants[0], Shocks::with};
  Arm there{scenario, other, scenario.variants[0], Shocks::with};
  EXPECT_EQ(Checkpoint::restore(here.simulation(), saved(there.simulation())).message,
            "belongs to another run: it has \"replicate 1\" where this run has \"replicate 0\"");
}

}  // namespace
}  // namespace essaim::catalogue
