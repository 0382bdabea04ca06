// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/simulation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/engine/run/stage.h"

namespace essaim {
namespace {

using testing_ground::Stage;
using testing_ground::Step;
using Steps = std::vector<Step>;

constexpr ProcessId anna{0};
constexpr ProcessId bruno{1};

TEST(Simulation, handles_each_event_at_its_second_in_order_of_time) {
  Stage stage{1};
  const auto stop = stage.play([](Context& c) {
    for (const std::uint64_t at : {100'000u, 899u, 0u, 900u, 5u}) c.start_process(anna, Time::at(at), Stage::kind(1));
  });
  EXPECT_EQ(stop, Simulation::Stop::reached);
  EXPECT_EQ(stage.steps, (Steps{{0, 0, 1}, {5, 0, 1}, {899, 0, 1}, {900, 0, 1}, {100'000, 0, 1}}));
  EXPECT_EQ(stage.simulation->handled(), 5u);
  EXPECT_EQ(stage.simulation->now(), stage.end());
}

TEST(Simulation, handles_the_last_second_but_not_the_end) {
  Stage stage{1};
  const std::uint64_t end = stage.end().count();
  stage.play([&](Context& c) {
    for (const std::uint64_t at : {end - 1, end, end + 1}) c.start_process(anna, Time::at(at), Stage::kind(1));
  });
  EXPECT_EQ(stage.steps, (Steps{{end - 1, 0, 1}}));
  EXPECT_EQ(stage.simulation->pending(), 2u) << "what lies beyond is still there for the ledgers";
}

TEST(Simulation, without_events_reaches_its_end) {
  Stage stage{0};
  EXPECT_EQ(stage.play({}), Simulation::Stop::reached);
  EXPECT_EQ(stage.simulation->now(), stage.end());
  EXPECT_EQ(stage.simulation->handled(), 0u);
  EXPECT_EQ(stage.simulation->failure_text(), "");
}

TEST(Simulation, handles_what_is_due_before_until_and_goes_on_from_there) {
  Stage stage{1};
  stage.set(
      [](Context& c) {
        for (const std::uint64_t at : {1'799u, 1'800u, 90'000u}) c.start_process(anna, Time::at(at), Stage::kind(1));
      },
      {});
  EXPECT_EQ(stage.simulation->run(Time::at(1'800), stage.executor), Simulation::Stop::reached);
  EXPECT_EQ(stage.steps, (Steps{{1'799, 0, 1}}));
  EXPECT_EQ(stage.simulation->now(), Time::at(1'800));
  EXPECT_EQ(stage.simulation->run(Time::at(1'800), stage.executor), Simulation::Stop::reached) << "nothing to do";
  EXPECT_EQ(stage.steps.size(), 1u);
  stage.run();
  EXPECT_EQ(stage.steps, (Steps{{1'799, 0, 1}, {1'800, 0, 1}, {90'000, 0, 1}}));
}

TEST(Simulation, handles_an_alarm_for_now_after_the_event_that_set_it_and_in_the_same_second) {
  Stage stage{1};
  stage.play([](Context& c) { c.start_process(anna, Time::at(60), Stage::kind(5)); },
             [](const Event& e, Context& c) {
               if (Stage::kind_of(e) > 0) c.schedule(c.now(), Stage::kind(static_cast<std::uint8_t>(e.kind - 1)));
             });
  EXPECT_EQ(stage.steps, (Steps{{60, 0, 5}, {60, 0, 4}, {60, 0, 3}, {60, 0, 2}, {60, 0, 1}, {60, 0, 0}}));
}

TEST(Simulation, slots_an_alarm_inside_the_window_between_those_that_were_known_before) {
  Stage stage{1};
  stage.play(
      [](Context& c) {
        for (const std::uint64_t at : {10u, 20u, 30u}) c.start_process(anna, Time::at(at), Stage::kind(1));
      },
      [](const Event& e, Context& c) {
        if (e.at != Time::at(10)) return;
        c.schedule_in(Duration::seconds(15), Stage::kind(2));
        c.schedule_in(Duration::seconds(5), Stage::kind(2));
        c.schedule_in(Duration::hours(1), Stage::kind(2));
      });
  EXPECT_EQ(stage.steps, (Steps{{10, 0, 1}, {15, 0, 2}, {20, 0, 1}, {25, 0, 2}, {30, 0, 1}, {3'610, 0, 2}}));
}

TEST(Simulation, handles_the_first_priority_first_whenever_it_was_asked_for) {
  Stage stage{1};
  stage.play([](Context& c) { c.start_process(anna, Time{}, Stage::kind(0)); },
             [](const Event& e, Context& c) {
               const Time noon = Time::at(43'200);
               if (e.at == Time{}) {
                 c.schedule(noon, Stage::kind(3), {}, Priority::last);
                 c.schedule(noon, Stage::kind(1), {}, Priority::first);
                 c.schedule(noon, Stage::kind(2));
               }
               if (Stage::kind_of(e) == 2) c.schedule(noon, Stage::kind(4), {}, Priority::first);
             });
  EXPECT_EQ(stage.steps, (Steps{{0, 0, 0}, {43'200, 0, 1}, {43'200, 0, 2}, {43'200, 0, 4}, {43'200, 0, 3}}));
}

std::vector<std::uint32_t> order_of_ties(std::uint64_t seed) {
  Stage stage{1};
  stage.random = Random{seed, 0, "saillans"};
  std::vector<std::uint32_t> order;
  stage.play(
      [](Context& c) {
        for (std::uint32_t i = 0; i < 500; ++i) c.start_process(anna, Time::at(60), Stage::kind(1), {i});
      },
      [&](const Event& e, Context&) { order.push_back(e.payload[0]); });
  return order;
}

TEST(Simulation, orders_ties_by_their_hash_and_not_by_who_asked_first) {
  const Random random{1, 0, "saillans"};
  std::vector<std::uint32_t> expected(500);
  for (std::uint32_t i = 0; i < 500; ++i) expected[i] = i;
  std::sort(expected.begin(), expected.end(),
            [&](std::uint32_t a, std::uint32_t b) { return random.tie(0, a) < random.tie(0, b); });
  EXPECT_EQ(order_of_ties(1), expected);
  EXPECT_NE(order_of_ties(2), expected);
}

TEST(Simulation, lets_neighbours_with_low_numbers_win_the_last_loaf_no_more_often) {
  // Ten villagers ask the baker, number 10, for the same loaf at the same second, each day anew.
  std::array<int, 10> wins{};
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    Stage stage{11};
    stage.random = Random{seed, 0, "saillans"};
    bool sold = false;
    stage.play(
        [](Context& c) {
          for (std::uint32_t v = 0; v < 10; ++v) c.start_process(ProcessId{v}, Time{}, Stage::kind(0));
        },
        [&](const Event& e, Context& c) {
          if (Stage::kind_of(e) == 0) return c.send(ProcessId{10}, c.lookahead(), Stage::kind(1));
          if (!sold) ++wins[e.from.index()];
          sold = true;
        });
  }
  for (const int won : wins) EXPECT_NEAR(won, 100, 4 * 9.5);  // binomial: standard deviation 9.5
}

TEST(Simulation, delivers_a_message_at_its_due_second_and_its_reply_two_lookaheads_later) {
  Stage stage{2};
  stage.play([](Context& c) { c.start_process(anna, Time::at(100), Stage::kind(0)); },
             [](const Event& e, Context& c) {
               if (Stage::kind_of(e) == 0) c.send(bruno, c.lookahead(), Stage::kind(1), {42});
               if (Stage::kind_of(e) == 1) {
                 EXPECT_EQ(e.from, anna);
                 EXPECT_EQ(e.to, c.self());
                 EXPECT_EQ(e.payload[0], 42u);
                 c.send(e.from, c.lookahead() + Duration::seconds(1), Stage::kind(2));
               }
             });
  EXPECT_EQ(stage.steps, (Steps{{100, 0, 0}, {1'000, 1, 1}, {1'901, 0, 2}}));
}

TEST(Simulation, lets_a_process_send_itself_a_message) {
  Stage stage{1};
  stage.play([](Context& c) { c.start_process(anna, Time::at(1), Stage::kind(0)); },
             [](const Event& e, Context& c) {
               if (Stage::kind_of(e) == 0) c.send(anna, Duration::days(1), Stage::kind(1));
             });
  EXPECT_EQ(stage.steps, (Steps{{1, 0, 0}, {86'401, 0, 1}}));
}

TEST(Simulation, starts_its_models_in_the_order_of_their_numbers) {
  Stage stage{1};
  std::vector<int> order;
  Simulation simulation{stage.world, stage.random, Duration::hours(1), stage.end()};
  using testing_ground::ScriptedModel;
  simulation.add(9, std::make_unique<ScriptedModel>([&](Context&) { order.push_back(9); }, nullptr));
  simulation.add(2, std::make_unique<ScriptedModel>([&](Context&) { order.push_back(2); }, nullptr));
  simulation.start();
  EXPECT_EQ(order, (std::vector{2, 9}));
}

TEST(Simulation, hands_each_event_to_the_model_of_its_kind) {
  Stage stage{1};
  std::vector<std::string> heard;
  using testing_ground::ScriptedModel;
  Simulation simulation{stage.world, stage.random, Duration::hours(1), stage.end()};
  const auto hear = [&](const char* name) {
    return [&heard, name](const Event& e, Context&) { heard.push_back(name + std::to_string(Stage::kind_of(e))); };
  };
  simulation.add(1, std::make_unique<ScriptedModel>(
                        [](Context& c) {
                          c.start_process(anna, Time::at(5), event_kind(2, 7));
                          c.start_process(anna, Time::at(6), event_kind(1, 8));
                        },
                        hear("one")));
  simulation.add(2, std::make_unique<ScriptedModel>(nullptr, hear("two")));
  simulation.start();
  SerialExecutor executor;
  simulation.run(stage.end(), executor);
  EXPECT_EQ(heard, (std::vector<std::string>{"two7", "one8"}));
}

/// A shop that everybody writes to, most in the same second: quadratic work would take hours.
TEST(Simulation, serves_a_hub_of_hundreds_of_thousands_of_messages_a_window_in_the_total_order) {
  constexpr std::uint32_t customers = 300'000;
  Stage stage{customers};
  stage.noting = false;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> served;
  stage.play(
      [](Context& c) {
        for (std::uint32_t p = 0; p < customers; ++p) c.start_process(ProcessId{p}, Time::at(p % 3), Stage::kind(0));
      },
      [&](const Event& e, Context& c) {
        if (Stage::kind_of(e) == 0) return c.send(ProcessId{7}, c.lookahead(), Stage::kind(1));
        if (Stage::kind_of(e) == 2) return;
        served.emplace_back(e.at.count(), e.tie);
        if (served.size() % 2 == 0) c.schedule(c.now(), Stage::kind(2));  // at the till, in this very second
      });
  EXPECT_EQ(served.size(), customers);
  EXPECT_EQ(stage.simulation->handled(), customers * 5 / 2);
  EXPECT_TRUE(std::is_sorted(served.begin(), served.end()));
}

TEST(Simulation, runs_more_than_a_hundred_thousand_processes) {
  constexpr std::uint32_t many = 150'000;
  Stage stage{many};
  stage.noting = false;
  const auto visits = stage.table.add<std::uint32_t>("visits");
  stage.play(
      [](Context& c) {
        for (std::uint32_t p = 0; p < many; ++p) c.start_process(ProcessId{p}, Time::at(p % 7'200), Stage::kind(0));
      },
      [&](const Event& e, Context& c) {
        ++visits[e.to.index()];
        if (Stage::kind_of(e) == 0) c.send(ProcessId{(e.to.index() * 7 + 1) % many}, c.lookahead(), Stage::kind(1));
      });
  EXPECT_EQ(stage.simulation->handled(), 2u * many);
  for (const std::uint32_t times : visits.values()) ASSERT_EQ(times, 2u);
}

TEST(Simulation, shows_the_waiting_events_but_not_the_cancelled) {
  Stage stage{1};
  stage.play([](Context& c) { c.start_process(anna, Time::at(1), Stage::kind(0)); },
             [](const Event&, Context& c) {
               c.send(anna, Duration::days(5), Stage::kind(1), {3});
               c.set_timer(0, Time::start_of_day(6), Stage::kind(2), {4});
               c.set_timer(0, Time::start_of_day(7), Stage::kind(2), {5});
               c.set_timer(1, Time::start_of_day(8), Stage::kind(2), {6});
               c.cancel_timer(1);
             });
  std::uint32_t carried = 0;
  stage.simulation->for_each_pending([&](const Event& event) { carried += event.payload[0]; });
  EXPECT_EQ(carried, 3u + 5u);
}

TEST(Simulation, needs_a_lookahead_that_divides_the_end_but_not_a_day) {
  Stage stage{1};
  Simulation simulation{stage.world, stage.random, Duration::seconds(1'024), Time::at(1'024 * 100)};
  simulation.start();
  EXPECT_EQ(simulation.run(Time::at(1'024 * 100), stage.executor), Simulation::Stop::reached);
}

TEST(SimulationDeathTest, refuses_what_its_callers_may_not_do) {
  Stage stage{1};
  const auto make = [&](Duration lookahead, Time end) { Simulation{stage.world, stage.random, lookahead, end}; };
  EXPECT_DEATH(make(Duration{}, stage.end()), "count\\(\\) > 0");
  EXPECT_DEATH(make(Duration::seconds(7), stage.end()), "end");
  EXPECT_DEATH(make(Duration::hours(1), Time::at(3'601)), "end");
  Simulation idle{stage.world, stage.random, Duration::hours(1), stage.end()};
  EXPECT_DEATH(idle.run(stage.end(), stage.executor), "Phase::started");
  stage.set({}, {});
  EXPECT_DEATH(stage.simulation->start(), "Phase::preparing");
  EXPECT_DEATH(stage.simulation->add(2, nullptr), "Phase::preparing");
  EXPECT_DEATH(stage.simulation->run(Time::at(901), stage.executor), "width == 0");
  EXPECT_DEATH(stage.simulation->run(Time::start_of_day(3), stage.executor), "until <= end_");
}

}  // namespace
}  // namespace essaim
