// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <vector>

#include "tests/engine/run/stage.h"

// Alarms that are cancelled, set again, or not.

namespace essaim {
namespace {

using testing_ground::Stage;
using testing_ground::Step;
using Steps = std::vector<Step>;

constexpr ProcessId anna{0};
constexpr ProcessId bruno{1};

void wake(Context& c) { c.start_process(anna, Time{}, Stage::kind(0)); }

TEST(Timer, rings_once_at_its_second) {
  Stage stage{1};
  stage.play(wake, [](const Event& e, Context& c) {
    if (Stage::kind_of(e) == 0) c.set_timer(3, Time::at(5'000), Stage::kind(1), {9});
    EXPECT_EQ(e.payload[0], Stage::kind_of(e) == 1 ? 9u : 0u);
  });
  EXPECT_EQ(stage.steps, (Steps{{0, 0, 0}, {5'000, 0, 1}}));
  EXPECT_EQ(stage.simulation->cancelled(), 0u);
}

class TimerAt : public testing::TestWithParam<std::uint64_t> {};

TEST_P(TimerAt, never_rings_once_cancelled_and_may_be_cancelled_twice) {
  Stage stage{1};
  stage.play(wake, [](const Event& e, Context& c) {
    if (Stage::kind_of(e) != 0) return;
    c.cancel_timer(0);  // none is set: nothing happens
    c.set_timer(0, Time::at(GetParam()), Stage::kind(1));
    c.set_timer(1, Time::at(GetParam()), Stage::kind(2));
    c.cancel_timer(0);
    c.cancel_timer(0);
  });
  EXPECT_EQ(stage.steps, (Steps{{0, 0, 0}, {GetParam(), 0, 2}}));
  EXPECT_EQ(stage.simulation->cancelled(), 1u);
  EXPECT_EQ(stage.simulation->handled(), 2u);
}

TEST_P(TimerAt, rings_at_the_last_time_it_was_set_to) {
  Stage stage{1};
  stage.play(wake, [](const Event& e, Context& c) {
    if (Stage::kind_of(e) != 0) return;
    for (const std::uint64_t later : {700u, 90'000u, 0u, 1u}) {
      c.set_timer(2, Time::at(GetParam() + later), Stage::kind(1));
    }
  });
  EXPECT_EQ(stage.steps, (Steps{{0, 0, 0}, {GetParam() + 1, 0, 1}}));
}

// At now, inside the window, in the next, at a far one.
INSTANTIATE_TEST_SUITE_P(NearAndFar, TimerAt, testing::Values(0u, 300u, 900u, 1'700u, 80'000u));

TEST(Timer, can_be_cancelled_in_the_very_second_that_it_is_due_by_what_is_handled_before_it) {
  Stage stage{1};
  stage.play(
      [](Context& c) {
        wake(c);
        c.start_process(anna, Time::at(1'000), Stage::kind(1));
      },
      [](const Event& e, Context& c) {
        if (Stage::kind_of(e) == 0) c.set_timer(0, Time::at(1'000), Stage::kind(2), {}, Priority::last);
        if (Stage::kind_of(e) == 1) c.cancel_timer(0);
      });
  EXPECT_EQ(stage.steps, (Steps{{0, 0, 0}, {1'000, 0, 1}}));
}

TEST(Timer, can_be_set_again_by_its_own_ring) {
  Stage stage{1};
  stage.play(wake, [](const Event&, Context& c) {
    if (c.now() < Time::at(3'000)) c.set_timer(0, c.now() + Duration::seconds(1'000), Stage::kind(1));
  });
  EXPECT_EQ(stage.steps, (Steps{{0, 0, 0}, {1'000, 0, 1}, {2'000, 0, 1}, {3'000, 0, 1}}));
  EXPECT_EQ(stage.simulation->cancelled(), 0u);
}

TEST(Timer, of_one_process_and_slot_is_not_that_of_another) {
  Stage stage{2};
  stage.play(
      [](Context& c) {
        wake(c);
        c.start_process(bruno, Time::at(100), Stage::kind(0));
      },
      [](const Event& e, Context& c) {
        if (Stage::kind_of(e) != 0) return;
        for (TimerSlot slot = 0; slot < timer_slots; ++slot) {
          c.set_timer(slot, Time::at(5'000u + slot), Stage::kind(static_cast<std::uint8_t>(1 + slot)));
        }
        if (e.to == bruno) c.cancel_timer(2);
      });
  EXPECT_EQ(stage.steps, (Steps{{0, 0, 0},
                                {100, 1, 0},
                                {5'000, 0, 1},
                                {5'001, 0, 2},
                                {5'002, 0, 3},
                                {5'003, 0, 4},
                                {5'000, 1, 1},
                                {5'001, 1, 2},
                                {5'003, 1, 4}}));
}

TEST(Timer, that_is_cancelled_leaves_plain_alarms_alone) {
  Stage stage{1};
  stage.play(wake, [](const Event& e, Context& c) {
    if (Stage::kind_of(e) != 0) return;
    c.schedule(Time::at(2'000), Stage::kind(1));
    for (TimerSlot slot = 0; slot < timer_slots; ++slot) c.cancel_timer(slot);
  });
  EXPECT_EQ(stage.steps, (Steps{{0, 0, 0}, {2'000, 0, 1}}));
}

TEST(TimerDeathTest, has_one_of_four_slots) {
  Stage stage{1};
  EXPECT_DEATH(stage.play(wake, [](const Event&, Context& c) { c.cancel_timer(timer_slots); }), "slot < timer_slots");
}

}  // namespace
}  // namespace essaim
