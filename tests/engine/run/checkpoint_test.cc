// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/checkpoint.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/parallel/make_executor.h"
#include "tests/engine/run/graph.h"
#include "tests/engine/run/stage.h"

// A run that is left and taken up again is the run that was never left; what is no such file is refused.

namespace essaim {
namespace {

using parallel::Backend;
using parallel::make_executor;
using testing_ground::Graph;
using testing_ground::GraphModel;
using testing_ground::GraphRules;
using testing_ground::Stage;
using Bytes = std::vector<std::byte>;
using Problem = Checkpoint::Problem;

Bytes saved(const Simulation& simulation) {
  Bytes bytes;
  Checkpoint::save(simulation,
                   [&](std::span<const std::byte> piece) { bytes.insert(bytes.end(), piece.begin(), piece.end()); });
  return bytes;
}

class GraphRun {
 public:
  explicit GraphRun(const Graph& graph, std::uint8_t model = 3) : graph_{graph}, rules_{world_, graph} {
    simulation.emplace(world_, graph.random(), graph.lookahead, graph.end());
    simulation->share_out_from(0);
    simulation->add(model, std::make_unique<GraphModel>(rules_));
    simulation->start();
  }
  void run_to(std::uint32_t window, Executor& executor) {
    const auto stop = simulation->run(Time{} + graph_.lookahead * window, executor);
    ASSERT_EQ(stop, Simulation::Stop::reached) << simulation->failure_text();
  }
  std::string digest() const {
    Sha256 sha;
    world_.digest(sha);
    for (const std::uint64_t count : {simulation->handled(), simulation->cancelled(), simulation->now().count(),
                                      std::uint64_t{simulation->pending()}}) {
      sha.update_u64(count);
    }
    return sha.hex();
  }
  std::optional<Simulation> simulation;

 private:
  Graph graph_;
  World world_;
  GraphRules rules_;
};

Graph middle_graph() {
  Graph graph;
  graph.seed = 7;
  graph.processes = 300;
  graph.tokens = 500;
  graph.windows = 700;  // beyond two turns of the ring of windows
  graph.timers_in_16 = 12;
  graph.far_in_64 = 3;
  Draw draw = graph.random().draw(Stream{"test.round"}, 0, 0);
  for (int rounds = 0; rounds < 3; ++rounds) graph.add_round(draw);
  return graph;
}

Graph small_graph() {
  Graph graph;
  graph.processes = 3;
  graph.tokens = 4;
  graph.windows = 20;
  return graph;
}

TEST(Checkpoint, lets_a_run_go_on_to_the_same_bits_from_any_boundary_with_any_number_of_threads) {
  const Graph graph = middle_graph();
  SerialExecutor serial;
  GraphRun whole{graph};
  std::vector<std::pair<std::uint32_t, Bytes>> files;
  for (const std::uint32_t window : {0u, 1u, 127u, 128u, 255u, 256u, 300u, 511u, 699u, 700u}) {
    whole.run_to(window, serial);
    files.emplace_back(window, saved(*whole.simulation));
  }
  for (const auto& [window, file] : files) {
    for (const std::uint32_t workers : {1u, 3u}) {
      const auto executor = make_executor(Backend::threads, workers);
      GraphRun again{graph};
      again.run_to(window / 3, *executor);  // what is in the way is forgotten
      ASSERT_EQ(Checkpoint::restore(*again.simulation, file).message, "");
      ASSERT_EQ(saved(*again.simulation), file) << "saved at " << window;
      again.run_to(graph.windows, *executor);
      EXPECT_EQ(again.digest(), whole.digest()) << "saved at " << window << ", " << workers << " workers";
      EXPECT_EQ(saved(*again.simulation), files.back().second) << "every event to come is the same";
    }
  }
}

TEST(Checkpoint, is_the_same_bytes_whatever_threads_the_run_had) {
  const Graph graph = middle_graph();
  SerialExecutor serial;
  GraphRun alone{graph};
  alone.run_to(90, serial);
  const Bytes expected = saved(*alone.simulation);
  for (const Backend backend : {Backend::threads, Backend::tbb}) {
    for (const std::uint32_t workers : {2u, 3u, 8u}) {
      GraphRun run{graph};
      run.run_to(90, *make_executor(backend, workers));
      EXPECT_EQ(saved(*run.simulation), expected) << workers << " workers";
    }
  }
}

TEST(Checkpoint, lets_a_run_go_on_with_a_later_end) {
  Graph graph = small_graph();
  graph.windows = 300;
  GraphRun whole{graph};
  SerialExecutor serial;
  whole.run_to(300, serial);
  Graph first_part = graph;
  first_part.windows = 100;
  GraphRun run{first_part};
  run.run_to(100, serial);
  GraphRun rest{graph};
  ASSERT_EQ(Checkpoint::restore(*rest.simulation, saved(*run.simulation)).message, "");
  rest.run_to(300, serial);
  EXPECT_EQ(rest.digest(), whole.digest());
  const auto refusal = Checkpoint::restore(*run.simulation, saved(*whole.simulation));
  EXPECT_EQ(refusal.problem, Problem::damaged) << "later than the end of that run";
}

TEST(Checkpoint, keeps_a_published_value_that_nobody_has_seen_yet) {
  const auto play = [](Stage& stage, const Published<std::uint32_t>& sign) {
    stage.set([](Context& c) { c.start_process(ProcessId{0}, Time::at(5), Stage::kind(0)); },
              [sign](const Event&, Context& c) {
                c.publish(sign, 0, 42u);
                sign.next(1) = 7;  // against the rules; still part of the state
              });
  };
  Stage one{2};
  const auto sign = one.table.publish<std::uint32_t>("sign");
  play(one, sign);
  one.run();
  Stage other{2};
  const auto copy = other.table.publish<std::uint32_t>("sign");
  play(other, copy);
  ASSERT_EQ(Checkpoint::restore(*other.simulation, saved(*one.simulation)).message, "");
  EXPECT_EQ(copy[0], 42u);
  EXPECT_EQ(copy[1], 0u);
  EXPECT_EQ(copy.latest(1), 7u);
}

TEST(Checkpoint, of_a_failed_run_stays_failed_with_the_same_words) {
  const auto play = [](Stage& stage) {
    stage.set([](Context& c) { c.start_process(ProcessId{1}, Time::at(93'784), Stage::kind(0)); },
              [](const Event&, Context& c) { c.fail("food.lost_sale", "a loaf was sold twice"); });
  };
  Stage failed{2};
  play(failed);
  failed.run();
  Bytes file = saved(*failed.simulation);
  Stage other{2};
  play(other);
  ASSERT_EQ(Checkpoint::restore(*other.simulation, file).message, "");
  file.assign(file.size(), std::byte{0});
  EXPECT_EQ(other.simulation->failure_text(), failed.simulation->failure_text());
  EXPECT_EQ(other.run(), Simulation::Stop::failed);
  EXPECT_TRUE(other.steps.empty());
}

/// A failure leaves a cancelled alarm of the same window behind unseen; what waits is counted right all the same.
TEST(Checkpoint, of_a_run_that_failed_over_cancelled_alarms_is_taken_up) {
  const auto play = [](Stage& stage) {
    stage.set([](Context& c) { c.start_process(ProcessId{1}, Time::at(93'600), Stage::kind(0)); },
              [](const Event&, Context& c) {
                c.set_timer(0, c.now() + Duration::seconds(60), Stage::kind(1));
                c.cancel_timer(0);
                c.set_timer(1, c.now() + Duration::hours(1), Stage::kind(1));
                c.fail("test.broken", "on purpose");
              });
  };
  Stage failed{2};
  play(failed);
  EXPECT_EQ(failed.run(), Simulation::Stop::failed);
  EXPECT_EQ(failed.simulation->pending(), 1u);
  EXPECT_EQ(failed.simulation->dead(), 0u);
  Stage other{2};
  play(other);
  EXPECT_EQ(Checkpoint::restore(*other.simulation, saved(*failed.simulation)).message, "");
}

Checkpoint::Refusal refusal_of(std::span<const std::byte> bytes) {
  SerialExecutor serial;
  GraphRun run{small_graph()};
  run.run_to(3, serial);
  const std::string before = run.digest();
  const auto refusal = Checkpoint::restore(*run.simulation, bytes);
  EXPECT_EQ(run.digest() == before, bool{refusal}) << "what is refused leaves the run as it was";
  return refusal;
}

Bytes small_file() {
  SerialExecutor serial;
  GraphRun run{small_graph()};
  run.run_to(10, serial);
  return saved(*run.simulation);
}

TEST(Checkpoint, is_refused_with_any_byte_changed) {
  const Bytes good = small_file();
  ASSERT_LT(good.size(), 4'000u);
  EXPECT_FALSE(refusal_of(good));
  for (std::size_t place = 0; place < good.size(); ++place) {
    Bytes bad = good;
    bad[place] ^= std::byte{0x10};
    const auto refusal = refusal_of(bad);
    ASSERT_TRUE(refusal) << place;
    const Problem expected = place < 8 ? Problem::foreign : place < 12 ? Problem::other_version : Problem::damaged;
    // A length that grows makes the file look cut off.
    ASSERT_TRUE(refusal.problem == expected || (place < 20 && refusal.problem == Problem::truncated)) << place;
  }
}

TEST(Checkpoint, is_refused_cut_off_anywhere) {
  const Bytes good = small_file();
  for (std::size_t size = 0; size < good.size(); ++size) {
    const auto refusal = refusal_of(std::span{good}.first(size));
    ASSERT_EQ(refusal.problem, Problem::truncated) << size;
    ASSERT_EQ(refusal.message.substr(0, 14), "is cut off: it") << refusal.message;
  }
}

TEST(Checkpoint, is_refused_with_bytes_behind_its_end_and_when_it_is_something_else) {
  Bytes more = small_file();
  more.push_back(std::byte{0});
  EXPECT_EQ(refusal_of(more).problem, Problem::damaged);
  const std::string_view results =
      "\211HDF\r\n\032\n and so on, for many more bytes than the frame of a checkpoint has";
  EXPECT_EQ(refusal_of(std::as_bytes(std::span{results})).message, "is not a checkpoint of a run");
}

TEST(Checkpoint, of_another_version_is_refused_by_its_number) {
  Bytes later = small_file();
  later[8] = std::byte{9};
  EXPECT_EQ(refusal_of(later).message, "was written in version 9 of the format; this program reads version 1");
}

/// With a checksum that fits: what somebody made on purpose.
Bytes forged(Bytes file, std::size_t place, std::byte value) {
  file[place] = value;
  Sha256 sha;
  sha.update(std::span{file}.first(file.size() - 64));
  const std::string sum = sha.hex();
  std::copy_n(reinterpret_cast<const std::byte*>(sum.data()), 64, file.end() - 64);
  return file;
}

TEST(Checkpoint, that_holds_impossible_events_is_refused_and_never_ends_the_program) {
  const Bytes good = small_file();
  int refused = 0;
  for (std::size_t place = 20; place < good.size() - 64; ++place) {
    const auto refusal = refusal_of(forged(good, place, std::byte{0xff}));
    refused += refusal ? 1 : 0;
  }
  EXPECT_GT(refused, 100);
  EXPECT_EQ(refusal_of(forged(good, good.size() - 64 - 44 + 11, std::byte{0xff})).message,
            "is damaged: it holds what no run can come to")
      << "the last event goes to a process that does not exist";
}

void expect_other_run(const Graph& graph, std::uint8_t model, const std::string& difference) {
  GraphRun run{graph, model};
  const auto refusal = Checkpoint::restore(*run.simulation, small_file());
  EXPECT_EQ(refusal.problem, Problem::other_run);
  EXPECT_EQ(refusal.message, "belongs to another run: it has " + difference);
}

TEST(Checkpoint, of_another_run_is_refused_with_the_first_difference) {
  Graph other = small_graph();
  other.seed = 5;
  expect_other_run(other, 3, R"("seed 0" where this run has "seed 5")");
  other = small_graph();
  other.lookahead = Duration::minutes(30);
  expect_other_run(other, 3, R"("lookahead 900 s" where this run has "lookahead 1800 s")");
  other = small_graph();
  other.processes = 4;
  expect_other_run(other, 3, R"("table process of 3 rows" where this run has "table process of 4 rows")");
  expect_other_run(small_graph(), 4, R"("model 3 graph" where this run has "model 4 graph")");
}

TEST(Checkpoint, of_other_columns_is_refused_with_the_first_difference) {
  const auto message = [](auto add_here, auto add_there) {
    Stage here{2};
    Stage there{2};
    add_here(here.table);
    add_there(there.table);
    here.set({}, {});
    there.set({}, {});
    return Checkpoint::restore(*here.simulation, saved(*there.simulation)).message;
  };
  const auto whole = [](Table& t) { t.add<std::int64_t>("money"); };
  EXPECT_EQ(message(whole, [](Table& t) { t.add<double>("money"); }),
            "belongs to another run: it has \"column villager.money of f64, own\" where this run has \"column "
            "villager.money of i64, own\"");
  EXPECT_EQ(message(whole, [](Table& t) { t.publish<std::int64_t>("money"); }),
            "belongs to another run: it has \"column villager.money of i64, published\" where this run has \"column "
            "villager.money of i64, own\"");
  EXPECT_EQ(message(whole, [](Table&) {}),
            "belongs to another run: it has nothing more where this run has \"column villager.money of i64, own\"");
}

}  // namespace
}  // namespace essaim
