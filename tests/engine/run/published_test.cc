// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <vector>

#include "tests/engine/run/stage.h"

// Published columns: what a neighbour may see, and from when on.

namespace essaim {
namespace {

using testing_ground::Stage;

/// One villager puts out a sign at second 1,000; the other looks at it at each of these times.
std::vector<std::uint32_t> seen_at(const std::vector<std::uint64_t>& looks) {
  Stage stage{2};
  const auto sign = stage.table.publish<std::uint32_t>("sign");
  std::vector<std::uint32_t> seen;
  stage.play(
      [&](Context& c) {
        c.start_process(ProcessId{0}, Time::at(1'000), Stage::kind(0));
        for (const std::uint64_t at : looks) c.start_process(ProcessId{1}, Time::at(at), Stage::kind(1));
      },
      [&](const Event& e, Context& c) {
        if (Stage::kind_of(e) == 1) return seen.push_back(sign[0]);
        c.publish(sign, 0, 7u);
        EXPECT_EQ(sign[0], 0u) << "not even its own process sees it as published";
        EXPECT_EQ(sign.latest(0), 7u);
      });
  return seen;
}

TEST(Publishing, is_invisible_inside_the_window_and_visible_from_the_next_on) {
  EXPECT_EQ(seen_at({999, 1'000, 1'001, 1'799, 1'800, 50'000}), (std::vector<std::uint32_t>{0, 0, 0, 0, 7, 7}));
}

TEST(Publishing, does_not_depend_on_who_is_handled_first) {
  // Villager 0 is handled before villager 1: only windows keep the sign from being seen too soon, and the other way
  // round nothing could be seen at all.
  Stage stage{2};
  const auto sign = stage.table.publish<std::uint32_t>("sign");
  const auto saw = stage.table.add<std::uint32_t>("saw");
  stage.play(
      [](Context& c) {
        for (std::uint32_t v = 0; v < 2; ++v) {
          for (std::uint64_t at = 0; at < 9'000; at += 300) c.start_process(ProcessId{v}, Time::at(at), Stage::kind(0));
        }
      },
      [&](const Event& e, Context& c) {
        const std::uint32_t me = e.to.index();
        saw[me] = saw[me] * 31 + sign[1 - me];
        c.publish(sign, me, static_cast<std::uint32_t>(e.at.count()));
      });
  EXPECT_EQ(saw[0], saw[1]) << "both do the same, so both see the same";
}

TEST(Publishing, of_the_last_write_counts) {
  Stage stage{1};
  const auto sign = stage.table.publish<std::uint32_t>("sign");
  stage.play([](Context& c) { c.start_process(ProcessId{0}, Time{}, Stage::kind(0)); },
             [&](const Event&, Context& c) {
               c.publish(sign, 0, 1u);
               c.publish(sign, 0, 2u);
             });
  EXPECT_EQ(sign[0], 2u);
}

TEST(Publishing, ends_the_run_in_a_row_or_table_of_somebody_else) {
  for (const bool other_row : {true, false}) {
    Stage stage{2};
    const auto sign = stage.table.publish<std::uint32_t>("sign");
    const auto foreign = stage.world.add_table("shop", 2).publish<std::uint32_t>("sign");
    const auto stop = stage.play([](Context& c) { c.start_process(ProcessId{0}, Time{}, Stage::kind(0)); },
                                 [&](const Event&, Context& c) {
                                   if (other_row) c.publish(sign, 1, 5u);
                                   if (!other_row) c.publish(foreign, 0, 5u);
                                 });
    EXPECT_EQ(stop, Simulation::Stop::failed);
    EXPECT_EQ(stage.code(), "engine.publish");
    EXPECT_EQ(sign.latest(1) + foreign.latest(0), 0u) << "nothing was written";
  }
}

}  // namespace
}  // namespace essaim
