// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "engine/parallel/make_executor.h"
#include "tests/engine/run/graph.h"
#include "tests/engine/run/stage.h"

// The same bits for every executor, number of workers, schedule and way of cutting the run into pieces.

namespace essaim {
namespace {

using parallel::Backend;
using parallel::make_executor;
using testing_ground::Graph;
using testing_ground::GraphModel;
using testing_ground::GraphRules;
using testing_ground::Stage;

/// One thread that pretends to be several workers, and takes tasks in an order that no thread pool would dare.
class ShuffledExecutor final : public Executor {
 public:
  explicit ShuffledExecutor(std::uint64_t seed) : seed_{seed} {}
  std::uint32_t workers() const override { return 4; }
  void for_each(std::uint32_t count, const Task& task) override {
    Draw draw = Random{seed_, 0, "shuffle"}.draw(Stream{"test.shuffle"}, 0, loop_++);
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    for (std::uint32_t i = count; i > 1; --i) std::swap(order[i - 1], order[draw.below(i)]);
    for (const std::uint32_t index : order) task(index, draw.below(4));
    tasks_ += count;
  }
  double now_ms() const override { return 0; }
  std::uint64_t tasks() const { return tasks_; }

 private:
  std::uint64_t seed_;
  std::uint32_t loop_ = 0;
  std::uint64_t tasks_ = 0;
};

/// Busy enough that windows are shared between workers: above 2,000 events each.
Graph busy_graph() {
  Graph graph;
  graph.seed = 2026;
  graph.processes = 3'000;
  graph.tokens = 9'000;
  graph.spread = 1;
  graph.windows = 24;
  Draw draw = graph.random().draw(Stream{"test.round"}, 0, 0);
  for (int rounds = 0; rounds < 3; ++rounds) graph.add_round(draw);
  return graph;
}

/// One run of a graph.
class GraphRun {
 public:
  explicit GraphRun(const Graph& graph) : graph_{graph}, rules_{world_, graph} {
    simulation_.emplace(world_, graph.random(), graph.lookahead, graph.end());
    simulation_->add(3, std::make_unique<GraphModel>(rules_));
    simulation_->start();
  }
  Simulation& simulation() { return *simulation_; }
  Simulation::Stop to_the_end(Executor& executor, std::optional<double> budget_ms = {}) {
    return simulation_->run(graph_.end(), executor, budget_ms);
  }
  std::string digest() const {
    Sha256 sha;
    world_.digest(sha);
    sha.update_u64(simulation_->handled());
    sha.update_u64(simulation_->cancelled());
    sha.update_u64(simulation_->pending());
    return sha.hex();
  }

 private:
  Graph graph_;
  World world_;
  GraphRules rules_;
  std::optional<Simulation> simulation_;
};

std::string digest_by(Executor& executor) {
  GraphRun run{busy_graph()};
  EXPECT_EQ(run.to_the_end(executor), Simulation::Stop::reached) << run.simulation().failure_text();
  EXPECT_GT(run.simulation().handled(), busy_graph().windows * 2'000u) << "windows are worth sharing out";
  return run.digest();
}

const std::string& serial_digest() {
  static const std::string digest = [] {
    SerialExecutor serial;
    return digest_by(serial);
  }();
  return digest;
}

TEST(Equality, holds_for_plain_threads_and_onetbb_at_1_2_3_4_and_8_workers) {
  for (const Backend backend : {Backend::serial, Backend::threads, Backend::tbb}) {
    for (const std::uint32_t workers : {1u, 2u, 3u, 4u, 8u}) {
      const auto executor = make_executor(backend, workers);
      EXPECT_EQ(digest_by(*executor), serial_digest())
          << "backend " << static_cast<int>(backend) << ", " << workers << " workers";
    }
  }
}

TEST(Equality, holds_in_whatever_order_the_processes_of_a_window_are_handled) {
  for (const std::uint64_t seed : {1u, 2u, 3u, 4u, 5u}) {
    ShuffledExecutor executor{seed};
    EXPECT_EQ(digest_by(executor), serial_digest()) << "shuffle " << seed;
    EXPECT_GT(executor.tasks(), 24u * 20u) << "work was shared out";
  }
}

TEST(Equality, holds_when_workers_change_in_the_middle_of_a_run) {
  const Graph graph = busy_graph();
  GraphRun run{graph};
  std::uint32_t workers = 8;
  for (std::uint32_t window = 3; window <= graph.windows; window += 3, workers = workers / 2 + 1) {
    const auto executor = make_executor(Backend::threads, workers);
    run.simulation().run(Time{} + graph.lookahead * window, *executor);
  }
  EXPECT_EQ(run.digest(), serial_digest());
}

double one_more_millisecond() {
  static double now = 0;
  return now += 1;
}

TEST(Budget, ends_a_call_at_a_window_and_the_next_goes_on_to_the_same_bits) {
  const Graph graph = busy_graph();
  SerialExecutor executor{one_more_millisecond};
  GraphRun run{graph};
  int calls = 1;
  Time before;
  while (run.to_the_end(executor, 2.5) == Simulation::Stop::out_of_budget) {
    EXPECT_GT(run.simulation().now(), before) << "each call goes on";
    before = run.simulation().now();
    EXPECT_EQ(before.count() % static_cast<std::uint64_t>(graph.lookahead.count()), 0u);
    EXPECT_LT(before, graph.end());
    ++calls;
  }
  EXPECT_EQ(calls, 8) << "24 windows, three ticks of the clock each call";
  EXPECT_EQ(run.simulation().now(), graph.end());
  EXPECT_EQ(run.digest(), serial_digest());
}

TEST(Budget, of_nothing_still_handles_one_window_a_call) {
  SerialExecutor executor{one_more_millisecond};
  GraphRun run{busy_graph()};
  EXPECT_EQ(run.to_the_end(executor, 0.0), Simulation::Stop::out_of_budget);
  EXPECT_EQ(run.simulation().now(), Time{} + busy_graph().lookahead);
}

TEST(Budget, does_not_hide_a_failure) {
  Stage stage{1};
  stage.set([](Context& c) { c.start_process(ProcessId{0}, Time{}, Stage::kind(0)); },
            [](const Event&, Context& c) { c.fail("test.broken", "on purpose"); });
  SerialExecutor executor{one_more_millisecond};
  EXPECT_EQ(stage.simulation->run(stage.end(), executor, 0.0), Simulation::Stop::failed);
}

/// Many processes of one window fail at their own times, while the others go on; what is left, and who is named.
std::string failing_run(Executor& executor) {
  constexpr std::uint32_t villagers = 4'000;
  Stage stage{villagers};
  stage.noting = false;
  const auto done = stage.table.add<std::uint32_t>("done");
  stage.set(
      [](Context& c) {
        for (std::uint32_t p = 0; p < villagers; ++p) {
          for (std::uint64_t at = 0; at < 1'800; at += 450) c.start_process(ProcessId{p}, Time::at(at), Stage::kind(0));
        }
      },
      [done](const Event& e, Context& c) {
        const std::uint32_t me = e.to.index();
        ++done[me];
        c.schedule(e.at + Duration::seconds(1 + me % 97), Stage::kind(1));
        if (Stage::kind_of(e) == 1 && e.at > Time::at(900) && me % 1'000 == 777) c.fail("test.broken", "on purpose");
      });
  EXPECT_EQ(stage.simulation->run(stage.end(), executor), Simulation::Stop::failed);
  EXPECT_EQ(stage.simulation->now(), Time::at(1'800));
  return stage.simulation->failure_text() + " " + std::to_string(stage.simulation->handled()) + " " + stage.digest();
}

TEST(Equality, holds_for_a_run_that_fails) {
  SerialExecutor serial;
  const std::string expected = failing_run(serial);
  EXPECT_EQ(expected.substr(0, 38), "test.broken: on purpose (model script,") << expected;
  for (const std::uint32_t workers : {2u, 4u, 8u}) {
    for (const Backend backend : {Backend::threads, Backend::tbb}) {
      EXPECT_EQ(failing_run(*make_executor(backend, workers)), expected) << workers << " workers";
    }
  }
  ShuffledExecutor shuffled{9};
  EXPECT_EQ(failing_run(shuffled), expected);
}

}  // namespace
}  // namespace essaim
