// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/checkpoint_file.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

#include "engine/record/storage_error.h"
#include "tests/engine/record/sample.h"
#include "tests/engine/run/graph.h"

namespace essaim::record {
namespace {

using testing_ground::Graph;
using testing_ground::GraphModel;
using testing_ground::GraphRules;

struct GraphWorld {
  explicit GraphWorld(std::uint64_t seed) {
    Graph graph;
    graph.seed = seed;
    const GraphRules rules{world, graph};
    simulation.emplace(world, graph.random(), graph.lookahead, graph.end());
    simulation->add(3, std::make_unique<GraphModel>(rules));
    simulation->start();
  }
  void run_to(std::uint64_t window) {
    SerialExecutor executor;
    simulation->run(Time::at(window * 900), executor);
  }
  std::string digest() const {
    Sha256 sha;
    world.digest(sha);
    return sha.hex();
  }
  World world;
  std::optional<Simulation> simulation;
};

/// What refuses the file, and why; the first word is the file's name.
std::string refusal(Simulation& simulation, const std::filesystem::path& file, Problem problem) {
  try {
    restore_checkpoint(simulation, file);
  } catch (const StorageError& error) {
    EXPECT_EQ(error.problem(), problem) << error.what();
    return std::string{error.what()}.substr(file.string().size());
  }
  return "not refused";
}

TEST(CheckpointFile, lets_a_run_go_on_to_the_same_bits) {
  const sample::TemporaryDirectory directory;
  const std::filesystem::path file = directory / "run.checkpoint";
  GraphWorld whole{1};
  whole.run_to(17);
  save_checkpoint(*whole.simulation, file);
  whole.run_to(40);
  GraphWorld again{1};
  restore_checkpoint(*again.simulation, file);
  EXPECT_EQ(again.simulation->now(), Time::at(17 * 900));
  again.run_to(40);
  EXPECT_EQ(again.digest(), whole.digest());
  EXPECT_FALSE(std::filesystem::exists(file.string() + ".part"));
}

TEST(CheckpointFile, replaces_the_one_before_only_when_it_is_whole) {
  const sample::TemporaryDirectory directory;
  const std::filesystem::path file = directory / "run.checkpoint";
  GraphWorld run{1};
  run.run_to(5);
  save_checkpoint(*run.simulation, file);
  const std::string before = sample::bytes_of(file);
  sample::set_bytes(file.string() + ".part", before.substr(0, 100));  // a writer that died
  restore_checkpoint(*run.simulation, file);
  run.run_to(6);
  save_checkpoint(*run.simulation, file);
  EXPECT_NE(sample::bytes_of(file), before);
  EXPECT_THROW(save_checkpoint(*run.simulation, directory / "none" / "run.checkpoint"), StorageError);
}

TEST(CheckpointFile, is_refused_by_name_and_reason) {
  const sample::TemporaryDirectory directory;
  const std::filesystem::path file = directory / "run.checkpoint";
  GraphWorld run{1};
  save_checkpoint(*run.simulation, file);
  const std::string good = sample::bytes_of(file);
  GraphWorld other{2};
  EXPECT_EQ(refusal(*other.simulation, file, Problem::other_design),
            ": belongs to another run: it has \"seed 1\" where this run has \"seed 2\"");
  const auto refusal_of = [&](const std::string& bytes, Problem problem) {
    sample::set_bytes(file, bytes);
    return refusal(*run.simulation, file, problem);
  };
  EXPECT_EQ(refusal_of(good.substr(0, 500), Problem::damaged),
            ": is cut off: it has 500 bytes, and says that it has " + std::to_string(good.size()));
  EXPECT_EQ(refusal_of("", Problem::damaged), ": is cut off: it has only 0 bytes");
  std::string flipped = good;
  flipped[good.size() / 2] ^= 1;
  EXPECT_EQ(refusal_of(flipped, Problem::damaged), ": is damaged: its bytes are not those that were written");
  EXPECT_EQ(refusal_of("title = \"a scenario\"", Problem::not_results), ": is not a checkpoint of a run");
  EXPECT_NE(refusal(*run.simulation, directory / "nothing", Problem::not_found), "not refused");
}

}  // namespace
}  // namespace essaim::record
