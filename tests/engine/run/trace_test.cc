// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/trace.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "engine/parallel/make_executor.h"
#include "tests/engine/run/graph.h"
#include "tests/engine/run/stage.h"

namespace essaim::testing_ground {
namespace {

constexpr EventKind morning = Stage::kind(0);
constexpr EventKind letter = Stage::kind(1);
constexpr EventKind reply = Stage::kind(2);
constexpr EventKind thought = Stage::kind(3);

/// The traces are of the villagers from `first` on. Villager 0 gets up once and writes to 1, who answers an hour later;
/// 0 then thinks of it at once.
void play_letters(Stage& stage, const std::vector<EventTrace*>& traces, std::uint32_t first = 0) {
  stage.set([](Context& context) { context.start_process(ProcessId{0}, Time::at(0), morning); },
            [](const Event& event, Context& context) {
              if (event.kind == morning) context.send(ProcessId{1}, Duration::hours(1), letter, {7});
              if (event.kind == letter) context.send(ProcessId{0}, Duration::hours(1), reply, {event.payload[0] + 1});
              if (event.kind == reply) context.schedule(context.now(), thought);
            });
  for (EventTrace* trace : traces) stage.simulation->observe(ProcessId{first++}, trace);
  stage.run();
}

EventName name_of(const Event& event) { return {event.from, event.sequence}; }

TEST(EventTrace, notes_what_one_process_handles_and_asks_for_with_the_causes) {
  Stage stage{3};
  EventTrace trace;
  play_letters(stage, {&trace});
  ASSERT_EQ(trace.handled().size(), 3u);
  const auto& [first, second, third] = std::tie(trace.handled()[0], trace.handled()[1], trace.handled()[2]);
  EXPECT_EQ(first.event.kind, morning);
  EXPECT_FALSE(first.cause) << "it was there from the start";
  EXPECT_EQ(second.event.kind, reply);
  EXPECT_EQ(second.event.payload[0], 8u);
  EXPECT_EQ(second.event.at.count(), 7'200u);
  EXPECT_EQ(third.event.kind, thought);
  EXPECT_EQ(third.cause, name_of(second.event));

  ASSERT_EQ(trace.asked().size(), 2u);
  EXPECT_EQ(trace.asked()[0].event.kind, letter);
  EXPECT_EQ(trace.asked()[0].cause, name_of(first.event));
  EXPECT_EQ(second.cause, name_of(trace.asked()[0].event)) << "the reply was sent because of the letter";
}

TEST(EventTrace, follows_several_processes_each_in_its_own_trace) {
  Stage stage{3};
  EventTrace of_0;
  EventTrace of_1;
  play_letters(stage, {&of_0, &of_1});
  ASSERT_EQ(of_0.handled().size(), 3u);
  ASSERT_EQ(of_1.handled().size(), 1u);
  EXPECT_EQ(of_1.handled()[0].event.kind, letter);
  EXPECT_EQ(of_1.handled()[0].cause, name_of(of_0.handled()[0].event)) << "the letter was written in the morning";
  ASSERT_EQ(of_1.asked().size(), 1u);
  EXPECT_EQ(name_of(of_1.asked()[0].event), name_of(of_0.handled()[1].event)) << "its reply is what 0 got";
}

TEST(EventTrace, says_nothing_of_other_processes) {
  Stage stage{3};
  EventTrace trace;
  play_letters(stage, {&trace}, 2);
  EXPECT_TRUE(trace.handled().empty());
  EXPECT_TRUE(trace.asked().empty());
}

TEST(EventTrace, leaves_out_alarms_that_were_cancelled) {
  Stage stage{1};
  EventTrace trace;
  stage.set([](Context& context) { context.start_process(ProcessId{0}, Time::at(0), morning); },
            [](const Event& event, Context& context) {
              if (event.kind != morning) return;
              context.set_timer(0, Time::at(5'000), thought);
              context.set_timer(0, Time::at(6'000), thought);
            });
  stage.simulation->observe(ProcessId{0}, &trace);
  stage.run();
  EXPECT_EQ(trace.asked().size(), 2u);
  ASSERT_EQ(trace.handled().size(), 2u);
  EXPECT_EQ(trace.handled()[1].event.at.count(), 6'000u);
  EXPECT_EQ(trace.handled()[1].cause, name_of(trace.handled()[0].event));
}

/// The digest of a graph at its end, and the trace of one of its processes if there is one.
std::string run_graph(const Graph& graph, EventTrace* trace, std::uint32_t threads) {
  World world;
  const GraphRules rules{world, graph};
  Simulation simulation{world, graph.random(), graph.lookahead, graph.end()};
  simulation.add(3, std::make_unique<GraphModel>(rules));
  simulation.observe(ProcessId{3}, trace);
  simulation.start();
  const auto executor = parallel::make_executor(parallel::Backend::threads, threads);
  simulation.run(graph.end(), *executor);
  Sha256 sha;
  world.digest(sha);
  return sha.hex() + "/" + std::to_string(simulation.handled());
}

TEST(EventTrace, changes_no_bit_and_is_the_same_on_any_number_of_threads) {
  for (std::uint64_t seed = 0; seed < 4; ++seed) {
    Graph graph;
    graph.seed = seed;
    graph.processes = 50;
    graph.tokens = 3'000;  // enough that windows are shared out
    graph.windows = 12;
    EventTrace alone;
    EventTrace shared;
    const std::string unseen = run_graph(graph, nullptr, 1);
    EXPECT_EQ(run_graph(graph, &alone, 1), unseen) << seed;
    EXPECT_EQ(run_graph(graph, &shared, 4), unseen) << seed;
    ASSERT_EQ(alone.handled().size(), shared.handled().size()) << seed;
    ASSERT_GT(alone.handled().size(), 100u);
    std::set<EventName> names;
    for (std::size_t i = 0; i < alone.handled().size(); ++i) {
      const EventTrace::Handled& one = alone.handled()[i];
      EXPECT_EQ(name_of(one.event), name_of(shared.handled()[i].event)) << seed;
      EXPECT_EQ(one.cause, shared.handled()[i].cause) << seed;
      EXPECT_TRUE(names.insert(name_of(one.event)).second) << "a name is used once";
      if (one.cause && one.event.from == ProcessId{3}) {
        EXPECT_TRUE(names.contains(*one.cause)) << "a cause comes first";
      }
    }
  }
}

}  // namespace
}  // namespace essaim::testing_ground
