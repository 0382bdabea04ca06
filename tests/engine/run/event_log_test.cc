// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/event_log.h"

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "engine/parallel/make_executor.h"
#include "tests/engine/run/graph.h"

namespace essaim::testing_ground {
namespace {

using testing::StartsWith;

/// What processes 3 to 5 of a graph handled, all processes being observed or those alone.
EventLog log_of_graph(std::uint64_t seed, std::uint32_t threads, bool all_observed) {
  Graph graph;
  graph.seed = seed;
  graph.processes = 40;
  graph.tokens = 3'000;
  graph.windows = 10;
  World world;
  const GraphRules rules{world, graph};
  Simulation simulation{world, graph.random(), graph.lookahead, graph.end()};
  simulation.add(3, std::make_unique<GraphModel>(rules));
  std::vector<EventTrace> traces(graph.processes);
  const std::uint32_t first = all_observed ? 0 : 3;
  const std::uint32_t last = all_observed ? graph.processes : 6;
  for (std::uint32_t p = first; p < last; ++p) simulation.observe(ProcessId{p}, &traces[p]);
  simulation.start();
  const auto executor = parallel::make_executor(parallel::Backend::threads, threads);
  simulation.run(graph.end(), *executor);
  return log_of(std::span{traces}.subspan(3, 3), Time{}, graph.end());
}

TEST(EventLog, comes_back_from_its_text_as_it_was) {
  const EventLog log = log_of_graph(1, 1, false);
  ASSERT_GT(log.size(), 100u);
  EXPECT_THAT(event_log_text(log), StartsWith("at_s,process,theme,kind,"));
  const ReadLog read = read_event_log(event_log_text(log));
  EXPECT_FALSE(read.mistake);
  EXPECT_EQ(read.log, log);
}

TEST(EventLog, is_in_order_of_time_then_process_and_holds_what_lies_in_the_interval_alone) {
  EventTrace none;
  EXPECT_TRUE(log_of({&none, 1}, Time{}, Time::latest()).empty());
  const EventLog log = log_of_graph(1, 1, false);
  for (std::size_t i = 1; i < log.size(); ++i) {
    EXPECT_TRUE(log[i - 1].at < log[i].at || (log[i - 1].at == log[i].at && log[i - 1].to <= log[i].to)) << i;
  }
}

TEST(EventLog, of_the_same_run_is_the_same_on_four_threads_and_whoever_else_is_observed) {
  for (std::uint64_t seed = 0; seed < 3; ++seed) {
    const EventLog alone = log_of_graph(seed, 1, false);
    EXPECT_FALSE(first_difference(alone, log_of_graph(seed, 4, false))) << seed;
    EXPECT_FALSE(first_difference(alone, log_of_graph(seed, 2, true))) << seed;
  }
}

TEST(EventLog, names_the_first_event_that_differs_or_is_missing) {
  const EventLog log = log_of_graph(1, 1, false);
  EventLog other = log;
  other[7].payload[2] ^= 1;
  other[9].kind ^= 1;
  const auto difference = first_difference(log, other);
  ASSERT_TRUE(difference);
  EXPECT_EQ(difference->place, 7u);
  EXPECT_EQ(difference->recorded, log[7]);
  EXPECT_EQ(difference->happened, other[7]);

  other = log;
  other.pop_back();
  const auto missing = first_difference(log, other);
  ASSERT_TRUE(missing);
  EXPECT_EQ(missing->place, log.size() - 1);
  EXPECT_TRUE(missing->recorded && !missing->happened);
  EXPECT_TRUE(first_difference(other, log)->happened);
  EXPECT_TRUE(first_difference(log, log_of_graph(2, 1, false))) << "another seed, another run";
}

TEST(EventLog, says_where_a_text_is_wrong) {
  const std::string names =
      "at_s,process,theme,kind,priority,from,sequence,cause_from,cause_sequence,word0,word1,word2,word3\n";
  const auto complaint = [&](const std::string& text) {
    const ReadLog read = read_event_log(text, 2);
    if (!read.mistake) return std::string{"none"};
    return std::to_string(read.mistake->line) + ":" + std::to_string(read.mistake->column) + ": " +
           read.mistake->found + ": " + std::string{read.mistake->expected.substr(0, 24)};
  };
  EXPECT_EQ(complaint(names + "900,1,2,3,128,1,0,,,7,0,0,0\n"), "none");
  EXPECT_EQ(complaint(names + "900,1,2,3,128,1,0,1,5,7,0,0,0\r\n"), "none");
  EXPECT_EQ(complaint(""), "3:1: : at_s,process,theme,kind,");
  EXPECT_EQ(complaint("time\n"), "3:1: time: at_s,process,theme,kind,");
  EXPECT_EQ(complaint(names + "900,1,256,3,128,1,0,,,7,0,0,0\n"), "4:7: 256: a whole number up to 255");
  EXPECT_EQ(complaint(names + "900,-1,2,3,128,1,0,,,7,0,0,0\n"), "4:5: -1: a whole number below 2^3");
  EXPECT_EQ(complaint(names + "900,1,2,3,128,1,0,,,7,0,0,0,8\n"), "4:27: 0,8: a whole number below 2^3");
  EXPECT_EQ(complaint(names + "900,1,2\n"), "4:7: 900,1,2: 13 cells");
  EXPECT_EQ(complaint(names + "900,1,2,3,128,1,0,4,,7,0,0,0\n"), "4:21: : both cells of a cause or");
  EXPECT_EQ(complaint(names + "900,1,2,3,128,1,0,,,7,0,0,0\nmorning,1,2,3,128,1,0,,,7,0,0,0\n"),
            "5:1: morning: a time in whole seconds");
}

}  // namespace
}  // namespace essaim::testing_ground
