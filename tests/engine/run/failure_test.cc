// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <new>
#include <stdexcept>
#include <vector>

#include "engine/parallel/make_executor.h"
#include "tests/engine/run/stage.h"

// How a run ends before its time: each mistake of a model has a name, a place and a time.

namespace essaim {
namespace {

using testing_ground::ScriptedModel;
using testing_ground::Stage;
using testing_ground::Step;
using Steps = std::vector<Step>;

constexpr ProcessId anna{0};
constexpr ProcessId bruno{1};

/// Villager 1 is woken on day 1 at 02:03:04 and does what the mistake is.
void expect_failure(const std::string& text, const std::function<void(Context&)>& mistake) {
  Stage stage{2};
  const auto stop = stage.play([](Context& c) { c.start_process(bruno, Time::at(93'784), Stage::kind(0)); },
                               [&](const Event& e, Context& c) {
                                 if (Stage::kind_of(e) == 0) mistake(c);
                               });
  EXPECT_EQ(stop, Simulation::Stop::failed);
  EXPECT_EQ(stage.simulation->failure_text(),
            text + " (model script, villager 1, day 1 at 02:03:04, seed 2026, replicate 7)");
}

TEST(Failure, names_a_message_that_would_arrive_sooner_than_the_lookahead) {
  const std::string text = "engine.lookahead: a message was sent to arrive sooner than the lookahead";
  expect_failure(text, [](Context& c) { c.send(anna, Duration::seconds(899), Stage::kind(1)); });
  expect_failure(text, [](Context& c) { c.send(bruno, Duration{}, Stage::kind(1)); });
  expect_failure(text, [](Context& c) { c.send(anna, Duration::days(-1), Stage::kind(1)); });
}

TEST(Failure, names_an_alarm_in_the_past) {
  const std::string text = "engine.past: an alarm was set in the past";
  expect_failure(text, [](Context& c) { c.schedule(Time::at(93'783), Stage::kind(1)); });
  expect_failure(text, [](Context& c) { c.schedule_in(Duration::seconds(-1), Stage::kind(1)); });
  expect_failure(text, [](Context& c) { c.schedule_in(Duration::days(-2), Stage::kind(1)); });  // below second 0
  expect_failure(text, [](Context& c) { c.set_timer(0, Time{}, Stage::kind(1)); });
}

TEST(Failure, names_an_event_beyond_what_time_can_count) {
  const std::string text = "engine.time: an event was asked for later than time can count";
  const Duration ever = Duration::seconds(std::numeric_limits<std::int64_t>::max());
  expect_failure(text, [&](Context& c) { c.send(anna, ever, Stage::kind(1)); });
  expect_failure(text, [&](Context& c) { c.schedule_in(ever, Stage::kind(1)); });
  expect_failure(text, [](Context& c) { c.schedule(Time::latest() + Duration::seconds(1), Stage::kind(1)); });
  expect_failure(text, [](Context& c) { c.set_timer(1, Time::at(~std::uint64_t{0}), Stage::kind(1)); });
  Stage stage{1};
  EXPECT_EQ(stage.play([](Context& c) { c.start_process(anna, Time::latest(), Stage::kind(0)); }),
            Simulation::Stop::reached);
}

TEST(Failure, names_a_process_that_does_not_exist) {
  const std::string text = "engine.unknown_process: a message was sent to a process that does not exist";
  expect_failure(text, [](Context& c) { c.send(ProcessId{2}, c.lookahead(), Stage::kind(1)); });
  expect_failure(text, [](Context& c) { c.send(ProcessId{}, c.lookahead(), Stage::kind(1)); });
}

TEST(Failure, names_a_broken_invariant_in_the_words_of_the_model_and_the_first_counts) {
  expect_failure("food.lost_sale: a loaf was sold twice", [](Context& c) {
    c.fail("food.lost_sale", "a loaf was sold twice");
    c.fail("food.late", "and then something else");
  });
}

TEST(Failure, names_a_process_started_by_a_handler) {
  expect_failure("engine.start: a process was started by a handler, not by a model that starts",
                 [](Context& c) { c.start_process(anna, c.now(), Stage::kind(1)); });
}

TEST(Failure, names_a_kind_of_event_that_no_model_handles) {
  Stage stage{1};
  EXPECT_EQ(stage.play([](Context& c) { c.start_process(anna, Time{}, event_kind(200, 0)); }),
            Simulation::Stop::failed);
  EXPECT_EQ(stage.simulation->failure_text(),
            "engine.unknown_kind: no model handles this kind of event (model engine, villager 0, day 0 at 00:00:00, "
            "seed 2026, replicate 7)");
}

TEST(Failure, of_a_model_that_starts_ends_the_run_before_its_first_event) {
  const std::pair<const char*, ScriptedModel::Start> mistakes[] = {
      {"engine.unknown_process", [](Context& c) { c.start_process(bruno, Time{}, Stage::kind(0)); }},
      {"engine.start", [](Context& c) { c.send(anna, c.lookahead(), Stage::kind(0)); }},
      {"engine.start", [](Context& c) { c.schedule(Time{}, Stage::kind(0)); }},
      {"engine.start", [](Context& c) { c.set_timer(0, Time{}, Stage::kind(0)); }},
      {"engine.start", [](Context& c) { c.cancel_timer(0); }},
      {"food.no_shop", [](Context& c) { c.fail("food.no_shop", "a site without shops"); }}};
  for (const auto& [code, mistake] : mistakes) {
    Stage stage{1};
    const auto stop = stage.play([&](Context& c) {
      c.start_process(anna, Time{}, Stage::kind(0));
      mistake(c);
    });
    EXPECT_EQ(stop, Simulation::Stop::failed) << code;
    EXPECT_EQ(stage.code(), code);
    EXPECT_TRUE(stage.steps.empty());
    EXPECT_NE(stage.simulation->failure_text().find("(model script, day 0 at 00:00:00, seed"), std::string::npos)
        << stage.simulation->failure_text();
  }
}

TEST(Failure, stops_its_process_at_once_and_the_others_at_the_end_of_the_window) {
  Stage stage{2};
  stage.play(
      [](Context& c) {
        for (const ProcessId p : {anna, bruno}) {
          for (const std::uint64_t at : {100u, 200u, 800u, 900u}) c.start_process(p, Time::at(at), Stage::kind(0));
        }
      },
      [](const Event& e, Context& c) {
        if (e.to != anna || e.at != Time::at(200)) return;
        c.schedule(c.now(), Stage::kind(1));  // never handled
        c.fail("test.broken", "on purpose");
      });
  EXPECT_EQ(stage.steps, (Steps{{100, 0, 0}, {200, 0, 0}, {100, 1, 0}, {200, 1, 0}, {800, 1, 0}}));
  EXPECT_EQ(stage.simulation->now(), Time::at(900));
  EXPECT_EQ(stage.run(), Simulation::Stop::failed) << "a failed run stays failed";
  EXPECT_EQ(stage.steps.size(), 5u);
}

TEST(Failure, reported_is_the_earliest_and_of_equal_times_that_of_the_lowest_process) {
  Stage stage{4};
  stage.play(
      [](Context& c) {
        const std::uint64_t times[] = {850, 300, 300, 20};
        for (std::uint32_t p = 0; p < 4; ++p) c.start_process(ProcessId{p}, Time::at(times[p]), Stage::kind(0));
      },
      [](const Event& e, Context& c) {
        if (e.to != ProcessId{3}) c.fail("test.broken", "on purpose");
      });
  EXPECT_EQ(stage.simulation->failure()->process, bruno);
  EXPECT_EQ(stage.simulation->failure()->at, Time::at(300));
}

TEST(Failure, names_a_process_that_asks_itself_for_events_without_end) {
  Stage stage{1};
  stage.noting = false;
  stage.limits.events_at_once = 1'000;
  EXPECT_EQ(stage.play([](Context& c) { c.start_process(anna, Time::at(5), Stage::kind(0)); },
                       [](const Event&, Context& c) { c.schedule(c.now(), Stage::kind(0)); }),
            Simulation::Stop::failed);
  EXPECT_EQ(stage.code(), "engine.endless");
  EXPECT_EQ(stage.simulation->handled(), 1'000u);
}

TEST(Failure, names_the_events_that_fill_the_memory_allowed) {
  for (const std::size_t limit : {4u, 5u}) {
    Stage stage{5};
    stage.limits.pending_events = limit;
    const auto stop = stage.play([](Context& c) {
      for (std::uint32_t p = 0; p < 5; ++p) c.start_process(ProcessId{p}, Time::at(5), Stage::kind(0));
    });
    EXPECT_EQ(stop, limit < 5 ? Simulation::Stop::failed : Simulation::Stop::reached) << limit;
    EXPECT_EQ(stage.code(), limit < 5 ? "engine.event_memory" : "none");
  }
}

TEST(Failure, names_one_process_that_alone_fills_the_memory_allowed) {
  Stage stage{2};
  stage.limits.pending_events = 100;
  stage.play([](Context& c) { c.start_process(bruno, Time::at(93'784), Stage::kind(0)); },
             [](const Event&, Context& c) {
               for (int i = 0; i < 1'000'000; ++i) c.send(anna, c.lookahead(), Stage::kind(1));
             });
  EXPECT_EQ(stage.simulation->failure_text(),
            "engine.event_memory: one process asked for more events than this run may hold (model script, villager 1, "
            "day 1 at 02:03:04, seed 2026, replicate 7)");
  EXPECT_LE(stage.simulation->pending(), 100u);
}

TEST(Failure, names_no_process_when_only_all_together_fill_the_memory_allowed) {
  // 60 and 60 events of one window: neither is above 100, whichever worker handles both.
  Stage stage{2};
  stage.limits.pending_events = 100;
  stage.play(
      [](Context& c) {
        for (const ProcessId p : {anna, bruno}) c.start_process(p, Time::at(5), Stage::kind(0));
      },
      [](const Event&, Context& c) {
        for (int i = 0; i < 60; ++i) c.send(anna, c.lookahead(), Stage::kind(1));
      });
  EXPECT_EQ(stage.code(), "engine.event_memory");
  EXPECT_TRUE(stage.simulation->failure()->process.is_null());
}

TEST(Failure, names_a_process_whose_events_run_out_of_names) {
  Stage stage{1};
  stage.limits.sequence = 10;
  stage.play([](Context& c) { c.start_process(anna, Time::at(5), Stage::kind(0)); },
             [](const Event&, Context& c) { c.schedule_in(Duration::minutes(1), Stage::kind(0)); });
  EXPECT_EQ(stage.code(), "engine.sequence");
  EXPECT_EQ(stage.simulation->handled(), 10u);
}

enum class Thrown { error, number, nothing_said, out_of_memory };

/// Villager 17 of 40 throws at 02:00; in windows worth sharing or not.
std::string thrown_by(parallel::Backend backend, std::uint32_t workers, Thrown what, std::size_t share_from) {
  Stage stage{40};
  stage.noting = false;
  stage.set(
      [](Context& c) {
        for (std::uint32_t p = 0; p < 40; ++p) c.start_process(ProcessId{p}, Time::at(p), Stage::kind(0));
      },
      [what](const Event& e, Context& c) {
        if (Stage::kind_of(e) == 1) return;
        c.schedule(c.now(), Stage::kind(1));  // of the failing one: never handled
        if (e.to == ProcessId{17} && c.now() >= Time::at(7'200)) {
          if (what == Thrown::error) throw std::runtime_error{"no such shelf"};
          if (what == Thrown::number) throw 42;
          if (what == Thrown::nothing_said) throw std::runtime_error{""};
          throw std::bad_alloc{};
        }
        c.schedule_in(Duration::minutes(10), Stage::kind(0));
      });
  stage.simulation->share_out_from(share_from);
  EXPECT_EQ(stage.simulation->run(stage.end(), *parallel::make_executor(backend, workers)), Simulation::Stop::failed);
  EXPECT_EQ(stage.simulation->failure()->code, "engine.exception");
  return stage.simulation->failure_text();
}

TEST(Failure, names_a_handler_that_ends_in_an_exception_for_every_executor) {
  using parallel::Backend;
  const std::string place = " (model script, villager 17, day 0 at 02:00:17, seed 2026, replicate 7)";
  const std::string text = "engine.exception: a handler ended in an exception: ";
  for (const std::size_t share_from : {0u, 10'000u}) {
    for (const std::uint32_t workers : {1u, 3u}) {
      for (const Backend backend : {Backend::serial, Backend::threads, Backend::tbb}) {
        EXPECT_EQ(thrown_by(backend, workers, Thrown::error, share_from), text + "no such shelf" + place);
        EXPECT_EQ(thrown_by(backend, workers, Thrown::number, share_from), text + "unknown" + place);
        EXPECT_EQ(thrown_by(backend, workers, Thrown::nothing_said, share_from), text + place);
        EXPECT_EQ(thrown_by(backend, workers, Thrown::out_of_memory, share_from), text + "out of memory" + place);
      }
    }
  }
}

/// Digest at the end or, of replicate 2, why there is none.
std::string replicate_outcome(std::uint32_t replicate) {
  Stage stage{5};
  stage.noting = false;
  stage.random = Random{2026, replicate, "saillans"};
  const auto visits = stage.table.add<std::uint64_t>("visits");
  stage.set([](Context& c) { c.start_process(anna, Time::at(5), Stage::kind(0)); },
            [visits, replicate](const Event& e, Context& c) {
              visits[e.to.index()] += e.at.count();
              if (replicate == 2 && c.now() > Time::at(50'000)) throw std::runtime_error{"on purpose"};
              Draw draw = c.draw(Stream{"test.visit"}, e.to.index(), static_cast<std::uint32_t>(e.at.count()));
              c.send(ProcessId{draw.below(5)}, c.lookahead(), Stage::kind(0));
            });
  const auto executor = parallel::make_executor(parallel::Backend::serial, 1);
  const bool failed = stage.simulation->run(stage.end(), *executor) == Simulation::Stop::failed;
  return failed ? stage.simulation->failure_text() : stage.digest();
}

TEST(Failure, of_one_replicate_leaves_the_others_as_they_would_be_alone) {
  std::vector<std::string> alone;
  for (std::uint32_t replicate = 0; replicate < 6; ++replicate) alone.push_back(replicate_outcome(replicate));
  EXPECT_NE(alone[2].find("on purpose (model script, villager"), std::string::npos) << alone[2];
  EXPECT_EQ(alone[1].size(), 64u) << alone[1];
  std::vector<std::string> together(6);
  parallel::make_executor(parallel::Backend::threads, 3)->for_each(6, [&](std::uint32_t index, std::uint32_t) {
    together[index] = replicate_outcome(index);
  });
  EXPECT_EQ(together, alone);
}

}  // namespace
}  // namespace essaim
