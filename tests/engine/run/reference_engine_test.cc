// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/run/reference_engine.h"

#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "engine/parallel/make_executor.h"
#include "tests/engine/run/graph.h"

// The engine against one that is too simple to be wrong.

namespace essaim {
namespace {

using testing_ground::Graph;
using testing_ground::GraphModel;
using testing_ground::GraphRules;
using testing_ground::ReferenceEngine;

Graph random_graph(std::uint64_t seed) {
  Draw draw = Random{seed, 0, "shape"}.draw(Stream{"test.shape"}, 0, 0);
  constexpr std::int64_t lookaheads[] = {1, 2, 60, 900, 3'600, 86'400};
  Graph graph;
  graph.seed = seed;
  graph.processes = 1 + draw.below(30);
  graph.tokens = 1 + draw.below(40);
  graph.neighbours = 1 + draw.below(6);
  graph.lookahead = Duration::seconds(lookaheads[draw.below(6)]);
  graph.windows = 1 + draw.below(400);
  graph.spread = draw.below(6);
  graph.hurry_in_16 = draw.below(10);
  graph.timers_in_16 = draw.below(17);
  graph.far_in_64 = draw.below(9);
  for (std::uint32_t rounds = draw.below(4); rounds > 0; --rounds) graph.add_round(draw);
  return graph;
}

struct Outcome {
  std::vector<std::uint64_t> checksums;
  std::string digest;
  std::uint64_t handled = 0;
  std::uint64_t cancelled = 0;
  std::size_t pending = 0;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// For a failed comparison.
void PrintTo(const Outcome& outcome, std::ostream* out) {
  *out << outcome.handled << " handled, " << outcome.cancelled << " cancelled, " << outcome.pending << " pending, "
       << outcome.digest;
}

Outcome outcome(const auto& engine, const World& world, const GraphRules& rules) {
  Sha256 sha;
  world.digest(sha);
  const auto sums = rules.checksum().values();
  return {{sums.begin(), sums.end()}, sha.hex(), engine.handled(), engine.cancelled(), engine.pending()};
}

Outcome by_the_engine(const Graph& graph, Executor& executor, Duration window, bool in_batches = false) {
  World world;
  const GraphRules rules{world, graph};
  Simulation simulation{world, graph.random(), window, graph.end()};
  simulation.share_out_from(0);  // the smallest window goes through the workers' hands
  simulation.add(3, std::make_unique<GraphModel>(rules, in_batches));
  simulation.start();
  EXPECT_EQ(simulation.run(graph.end(), executor), Simulation::Stop::reached) << simulation.failure_text();
  return outcome(simulation, world, rules);
}

Outcome by_the_reference(const Graph& graph) {
  World world;
  const GraphRules rules{world, graph};
  ReferenceEngine engine{world, graph.random(), graph.lookahead, graph.end()};
  engine.run(rules);
  return outcome(engine, world, rules);
}

TEST(ReferenceEngine, and_the_engine_agree_to_the_bit_on_200_random_models) {
  SerialExecutor serial;
  std::uint64_t handled = 0;
  std::uint64_t cancelled = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Graph graph = random_graph(seed);
    const Outcome plain = by_the_reference(graph);
    const Outcome ours = by_the_engine(graph, serial, graph.lookahead);
    ASSERT_EQ(ours, plain) << "seed " << seed;
    handled += plain.handled;
    cancelled += plain.cancelled;
  }
  EXPECT_GT(handled, 200'000u) << "the models do something";
  EXPECT_GT(cancelled, 10'000u);
}

TEST(ReferenceEngine, and_the_engine_agree_on_200_random_models_for_every_executor_and_number_of_workers) {
  for (const auto backend : {parallel::Backend::threads, parallel::Backend::tbb}) {
    std::uint64_t first = 0;
    for (const std::uint32_t workers : {1u, 2u, 3u, 4u, 8u}) {
      const auto executor = parallel::make_executor(backend, workers);
      // Each model meets one number of workers of each kind: all ten would take a minute.
      for (std::uint64_t seed = first++; seed < 200; seed += 5) {
        const Graph graph = random_graph(seed);
        ASSERT_EQ(by_the_engine(graph, *executor, graph.lookahead), by_the_reference(graph))
            << "seed " << seed << ", " << workers << " workers, backend " << static_cast<int>(backend);
      }
    }
  }
}

/// Without what a process publishes, which is seen at the next window, the width of windows is not observable, as long
/// as it is not above the shortest delay of a message.
TEST(ReferenceEngine, and_the_engine_agree_in_windows_of_a_half_a_tenth_or_one_second_of_the_shortest_delay) {
  SerialExecutor serial;
  std::uint64_t handled = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Graph graph = random_graph(seed);
    graph.signs = false;
    const Outcome plain = by_the_reference(graph);
    const std::int64_t second = graph.lookahead.count();
    for (const std::int64_t width : {second / 2, second / 10, std::int64_t{1}}) {
      if (width == 0 || second > 3'600) continue;
      ASSERT_EQ(by_the_engine(graph, serial, Duration::seconds(width)), plain) << "seed " << seed << ", " << width;
    }
    handled += plain.handled;
  }
  EXPECT_GT(handled, 200'000u);
}

TEST(ReferenceEngine, and_the_engine_agree_on_200_random_models_that_take_their_events_in_batches) {
  SerialExecutor serial;
  const auto threads = parallel::make_executor(parallel::Backend::threads, 3);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Graph graph = random_graph(seed);
    const Outcome plain = by_the_reference(graph);
    ASSERT_EQ(by_the_engine(graph, serial, graph.lookahead, true), plain) << "seed " << seed;
    if (seed % 5 != 0) continue;
    ASSERT_EQ(by_the_engine(graph, *threads, graph.lookahead, true), plain) << "seed " << seed << ", 3 workers";
  }
}

TEST(ReferenceEngine, tells_seeds_apart) {
  Graph graph;
  const std::string first = by_the_reference(graph).digest;
  graph.seed = 1;
  EXPECT_NE(by_the_reference(graph).digest, first);
}

}  // namespace
}  // namespace essaim
