// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/profile.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "engine/parallel/make_executor.h"
#include "tests/engine/run/graph.h"

namespace essaim {
namespace {

using testing_ground::Graph;
using testing_ground::GraphModel;
using testing_ground::GraphRules;

double one_more_millisecond() {
  static double now = 0;
  return now += 1;
}

struct Outcome {
  std::string digest;
  std::uint64_t handled = 0;
  std::uint64_t cancelled = 0;
};

Outcome run_with(Profile* profile, Executor& executor, bool in_batches) {
  Graph graph;
  graph.processes = 200;
  graph.tokens = 300;
  World world;
  const GraphRules rules{world, graph};
  Simulation simulation{world, graph.random(), graph.lookahead, graph.end()};
  simulation.add(3, std::make_unique<GraphModel>(rules, in_batches));
  simulation.share_out_from(100);
  simulation.profile(profile);
  simulation.start();
  EXPECT_EQ(simulation.run(graph.end(), executor), Simulation::Stop::reached);
  Sha256 sha;
  world.digest(sha);
  return {sha.hex(), simulation.handled(), simulation.cancelled()};
}

TEST(Profile, counts_exactly_and_changes_no_bit_for_any_number_of_workers) {
  SerialExecutor serial;
  const Outcome plain = run_with(nullptr, serial, false);
  for (const bool in_batches : {false, true}) {
    for (const std::uint32_t workers : {1u, 2u, 4u}) {
      Profile profile;
      const auto executor = parallel::make_executor(parallel::Backend::threads, workers);
      const Outcome outcome = run_with(&profile, *executor, in_batches);
      EXPECT_EQ(outcome.digest, plain.digest);
      ASSERT_EQ(profile.models.size(), 1u);
      EXPECT_EQ(profile.models[0].name, "graph");
      EXPECT_EQ(profile.models[0].events, outcome.handled);
      EXPECT_EQ(profile.models[0].batches > 0, in_batches);
      EXPECT_EQ(profile.events, outcome.handled);
      EXPECT_EQ(profile.cancelled, outcome.cancelled);
      EXPECT_EQ(profile.windows, 40u);
      EXPECT_GT(profile.shared_windows, 20u);
      EXPECT_GE(profile.imbalance(), 1.0);
      EXPECT_LE(profile.imbalance(), workers + 1e-9);
      EXPECT_EQ(profile.column_bytes, 200u * (8 + 4 + 4 + 4));
      EXPECT_GE(profile.most_event_bytes, profile.most_pending * 24);
    }
  }
}

TEST(Profile, reads_the_clock_before_and_after_each_handler) {
  Profile profile;
  SerialExecutor executor{one_more_millisecond};
  const Outcome outcome = run_with(&profile, executor, false);
  EXPECT_EQ(profile.models[0].handler_ms, static_cast<double>(outcome.handled)) << "a tick each";
  EXPECT_GT(profile.windows_ms, profile.models[0].handler_ms);
}

TEST(Profile, is_a_table_and_a_json_object) {
  Profile profile;
  profile.models = {{"food", 2'000, 3, 0.5}, {"odd \"name\"", 0, 0, 0}};
  profile.windows = 40;
  profile.events = 2'000;
  const std::string table = profile_table(profile);
  EXPECT_NE(table.find("food                          2000           3         0.500       250.000\n"),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("events a window                     50.000\n"), std::string::npos) << table;
  const std::string json = profile_json(profile);
  EXPECT_EQ(json.substr(0, 136),
            "{\"models\": [{\"name\": \"food\", \"events\": 2000, \"batches\": 3, \"handler_ms\": 0.500}, {\"name\": "
            "\"odd \\\"name\\\"\", \"events\": 0, \"batches\": 0, \"ha");
  EXPECT_NE(json.find("\"events_a_window\": 50.000"), std::string::npos) << json;
}

}  // namespace
}  // namespace essaim
