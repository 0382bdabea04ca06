// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdint>

#include "tests/engine/run/stage.h"

// What cancelled alarms leave behind: nothing for long.

namespace essaim {
namespace {

using testing_ground::Stage;

/// Villagers that, every five minutes, put off each of their four alarms to a day `ahead_days` from now.
struct PuttingOff {
  std::uint32_t villagers = 0;
  std::uint32_t turns = 0;  ///< of each, five minutes apart
  std::uint64_t ahead_days = 0;

  std::uint64_t set() const { return std::uint64_t{villagers} * turns * timer_slots; }

  void put_on(Stage& stage) const {
    stage.noting = false;
    stage.set(
        [*this](Context& c) {
          for (std::uint32_t v = 0; v < villagers; ++v) c.start_process(ProcessId{v}, Time::at(v % 60), Stage::kind(0));
        },
        [*this](const Event& e, Context& c) {
          if (Stage::kind_of(e) != 0) return;
          for (TimerSlot slot = 0; slot < timer_slots; ++slot) {
            c.set_timer(slot, c.now() + Duration::days(static_cast<std::int64_t>(ahead_days)), Stage::kind(1));
          }
          if (e.payload[0] + 1 < turns) c.schedule_in(Duration::minutes(5), Stage::kind(0), {e.payload[0] + 1});
        });
  }
};

class DeadEvents : public testing::TestWithParam<std::uint64_t> {};

TEST_P(DeadEvents, of_a_million_alarms_put_off_are_never_many_more_than_those_that_live) {
  const PuttingOff load{500, 500, GetParam()};  // 2,000 alarms live at any time
  Stage stage{load.villagers};
  load.put_on(stage);
  std::size_t most_bytes = 0;
  while (stage.simulation->now() < stage.end()) {
    stage.simulation->run(stage.simulation->now() + Duration::seconds(Stage::window), stage.executor);
    const std::size_t living = stage.simulation->pending();
    EXPECT_LE(stage.simulation->dead(), std::max(living, Simulation::worth_burying));
    most_bytes = std::max(most_bytes, stage.simulation->event_bytes());
  }
  EXPECT_EQ(load.set(), 1'000'000u);
  EXPECT_EQ(stage.simulation->cancelled(), load.set() - std::uint64_t{load.villagers} * timer_slots);
  // A window asks for 6,000 alarms, before which 2,500 live and as many dead may wait; an event takes 56 bytes at most,
  // and lists grow by doubling. Kept to their time, a million dead would take 24 MB.
  EXPECT_LT(most_bytes, 2u * 11'000u * 56u + 2u * 2'048u * 100u);
}

INSTANTIATE_TEST_SUITE_P(NearAndFar, DeadEvents,
                         testing::Values(1u, 2u, 90u));  // days ahead: 2 is nearly a ring's turn

TEST(DeadEvents, of_one_process_in_one_window_are_dropped_before_they_are_many) {
  Stage stage{1};
  stage.noting = false;
  stage.limits.pending_events = 1'000;  // what one process may ask for, cancelled and dropped or not
  constexpr std::uint32_t times = 200'000;
  stage.play([](Context& c) { c.start_process(ProcessId{0}, Time{}, Stage::kind(0)); },
             [](const Event& e, Context& c) {
               if (Stage::kind_of(e) != 0) return;
               c.set_timer(0, Time::at(800), Stage::kind(1));
               if (e.payload[0] + 1 < times) c.schedule(c.now(), Stage::kind(0), {e.payload[0] + 1});
             });
  EXPECT_EQ(stage.simulation->failure_text(), "");
  EXPECT_EQ(stage.simulation->handled(), times + 1u);
  EXPECT_EQ(stage.simulation->cancelled(), times - 1u);
  EXPECT_EQ(stage.simulation->dead(), 0u);
}

TEST(DeadEvents, are_not_counted_as_pending) {
  Stage stage{1};
  stage.play([](Context& c) { c.start_process(ProcessId{0}, Time{}, Stage::kind(0)); },
             [](const Event& e, Context& c) {
               if (Stage::kind_of(e) != 0) return;
               c.set_timer(0, Time::start_of_day(3), Stage::kind(1));
               c.set_timer(0, Time::start_of_day(4), Stage::kind(1));
               c.set_timer(1, Time::start_of_day(4), Stage::kind(1));
               c.cancel_timer(1);
               c.cancel_timer(2);
             });
  EXPECT_EQ(stage.simulation->cancelled(), 2u);
  EXPECT_EQ(stage.simulation->pending(), 1u);
  EXPECT_EQ(stage.simulation->dead(), 2u);
}

}  // namespace
}  // namespace essaim
