// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/run/reference_engine.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

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
  return graph;
}

struct Outcome {
  std::vector<std::uint64_t> checksums;
  std::string digest;
  std::uint64_t handled = 0;
  std::uint64_t cancelled = 0;
  std::size_t pending = 0;
};

Outcome outcome(const auto& engine, const World& world, const GraphRules& rules) {
  Sha256 sha;
  world.digest(sha);
  const auto sums = rules.checksum().values();
  return {{sums.begin(), sums.end()}, sha.hex(), engine.handled(), engine.cancelled(), engine.pending()};
}

Outcome by_the_engine(const Graph& graph) {
  World world;
  const GraphRules rules{world, graph};
  Simulation simulation{world, graph.random(), graph.lookahead, graph.end()};
  simulation.add(3, std::make_unique<GraphModel>(rules));
  simulation.start();
  SerialExecutor executor;
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
  std::uint64_t handled = 0;
  std::uint64_t cancelled = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Graph graph = random_graph(seed);
    const Outcome plain = by_the_reference(graph);
    const Outcome ours = by_the_engine(graph);
    ASSERT_EQ(ours.handled, plain.handled) << "seed " << seed;
    ASSERT_EQ(ours.checksums, plain.checksums) << "seed " << seed;
    ASSERT_EQ(ours.digest, plain.digest) << "seed " << seed;
    ASSERT_EQ(ours.cancelled, plain.cancelled) << "seed " << seed;
    ASSERT_EQ(ours.pending, plain.pending) << "seed " << seed;
    handled += plain.handled;
    cancelled += plain.cancelled;
  }
  EXPECT_GT(handled, 200'000u) << "the models do something";
  EXPECT_GT(cancelled, 10'000u);
}

TEST(ReferenceEngine, tells_seeds_apart) {
  Graph graph;
  const std::string first = by_the_reference(graph).digest;
  graph.seed = 1;
  EXPECT_NE(by_the_reference(graph).digest, first);
}

}  // namespace
}  // namespace essaim
