// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/block_runner.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

#include "engine/record/block.h"
#include "engine/record/merge.h"
#include "engine/record/results_reader.h"
#include "tests/engine/record/sample.h"

namespace essaim::record {
namespace {

struct Silent final : BlockObserver {
  void started(std::size_t, std::size_t, std::size_t) override {}
  void set_aside(const std::filesystem::path& block) override { aside.push_back(block); }
  void replicate_done() override {}
  void run_failed(BlockKey, std::uint32_t, std::uint32_t, const std::string& why) override { failures.push_back(why); }
  void block_done(BlockKey) override {}

  std::vector<std::filesystem::path> aside;
  std::vector<std::string> failures;
};

/// Plain threads of this test: each index on a thread of its own.
class OneThreadEach final : public Executor {
 public:
  explicit OneThreadEach(std::uint32_t workers) : workers_{workers} {}
  std::uint32_t workers() const override { return workers_; }
  void for_each(std::uint32_t count, const Task& task) override {
    std::vector<std::jthread> threads;
    for (std::uint32_t i = 0; i < count; ++i) threads.emplace_back([&task, i] { task(i, i); });
  }
  double now_ms() const override { return 0; }

 private:
  std::uint32_t workers_;
};

class BlockRunnerTest : public testing::Test {
 protected:
  BlockWork run(std::uint32_t workers = 1, Shard shard = {}, const ErrorPolicy& policy = {}) {
    OneThreadEach executor{workers};
    write_design(directory_.path(), header_);
    return run_missing_blocks(directory_.path(), header_, shard, policy, simulate_, executor, stop_, observer_);
  }
  std::string digest() { return merge_blocks(directory_.path(), directory_ / "out.nc").result_sha256; }
  /// Of a batch in which nothing went wrong.
  std::string expected_digest() const {
    const sample::TemporaryDirectory other;
    sample::write_batch(other.path(), header_);
    return merge_blocks(other.path(), other / "out.nc").result_sha256;
  }

  sample::TemporaryDirectory directory_;
  ResultsHeader header_ = sample::header(40);  // 2 cells of 3 blocks
  std::atomic<bool> stop_ = false;
  Silent observer_;
  std::atomic<int> calls_ = 0;
  Simulate simulate_ = [this](std::uint32_t cell, std::uint32_t replicate, Executor&) {
    ++calls_;
    return sample::replicate(header_, cell, replicate);
  };
};

TEST_F(BlockRunnerTest, GivesTheSameResultsForAnyNumberOfWorkersAndShards) {
  for (const std::uint32_t workers : {1u, 2u, 4u}) {
    for (const std::uint32_t shards : {1u, 2u, 5u}) {
      std::filesystem::remove_all(directory_.path());
      std::filesystem::create_directory(directory_.path());
      for (std::uint32_t shard = shards; shard-- > 0;) EXPECT_TRUE(run(workers, {shard, shards}).complete());
      EXPECT_EQ(digest(), expected_digest()) << workers << " workers, " << shards << " shards";
    }
  }
}

TEST_F(BlockRunnerTest, NeverRunsAFinishedBlockAgain) {
  run(1, {0, 2});
  const int before = calls_;
  const BlockWork work = run();
  EXPECT_EQ(work.found, 3u);
  EXPECT_EQ(work.written, 3u);
  EXPECT_EQ(calls_, 80) << "every replicate ran once, " << before << " of them in the first call";
  EXPECT_EQ(run().written, 0u);
  EXPECT_EQ(calls_, 80);
}

TEST_F(BlockRunnerTest, SetsADamagedBlockAsideAndDoesItAgain) {
  run();
  const std::filesystem::path block = block_path(directory_.path(), {1, 1});
  std::filesystem::resize_file(block, std::filesystem::file_size(block) / 2);
  const BlockWork work = run();
  EXPECT_EQ(work.written, 1u);
  ASSERT_EQ(observer_.aside.size(), 1u);
  EXPECT_TRUE(std::filesystem::exists(observer_.aside[0]));
  EXPECT_EQ(digest(), expected_digest());
}

TEST_F(BlockRunnerTest, StopsAtTheFlagAndKeepsWholeBlocksOnly) {
  simulate_ = [this](std::uint32_t cell, std::uint32_t replicate, Executor&) {
    if (++calls_ == 20) stop_ = true;
    return sample::replicate(header_, cell, replicate);
  };
  const BlockWork work = run();
  EXPECT_TRUE(work.stopped);
  EXPECT_EQ(work.written, 1u);
  stop_ = false;
  EXPECT_TRUE(run().complete());
  EXPECT_EQ(digest(), expected_digest());
}

TEST_F(BlockRunnerTest, RecordsAFailureAndGoesOn) {
  simulate_ = [this](std::uint32_t cell, std::uint32_t replicate, Executor&) -> ReplicateRecord {
    if (cell == 1 && replicate == 39) throw std::runtime_error{"out of memory"};
    return sample::replicate(header_, cell, replicate);
  };
  const BlockWork work = run(2);
  EXPECT_TRUE(work.complete());
  EXPECT_EQ(work.failed_runs, 4u);
  EXPECT_EQ(observer_.failures, std::vector<std::string>(4, "out of memory"));
  digest();
  EXPECT_EQ(ResultsReader{directory_ / "out.nc"}.status().failed(), 4u);
}

TEST_F(BlockRunnerTest, CanStopAtAFailureAndLeaveItsBlockUndone) {
  simulate_ = [this](std::uint32_t cell, std::uint32_t replicate, Executor&) -> ReplicateRecord {
    if (replicate == 17) throw std::runtime_error{"out of memory"};
    return sample::replicate(header_, cell, replicate);
  };
  const BlockWork work = run(1, {}, {ErrorPolicy::Choice::stop, 0});
  EXPECT_EQ(work.written, 1u);
  EXPECT_TRUE(work.stopped);
  EXPECT_FALSE(std::filesystem::exists(block_path(directory_.path(), {0, 1})));
}

TEST_F(BlockRunnerTest, TriesAgainAsOftenAsItWasTold) {
  simulate_ = [this](std::uint32_t cell, std::uint32_t replicate, Executor&) -> ReplicateRecord {
    if (cell == 0 && replicate == 5 && ++calls_ < 3) throw std::runtime_error{"out of memory"};
    return sample::replicate(header_, cell, replicate);
  };
  EXPECT_EQ(run(1, {}, {ErrorPolicy::Choice::retry, 2}).failed_runs, 0u);
  EXPECT_EQ(digest(), expected_digest());
}

TEST_F(BlockRunnerTest, GivesAllWorkersToTheInsideWhenThereAreFewReplicates) {
  header_ = sample::header(1);
  std::set<std::uint32_t> inner_workers;
  simulate_ = [&](std::uint32_t cell, std::uint32_t replicate, Executor& inner) {
    inner_workers.insert(inner.workers());
    return sample::replicate(header_, cell, replicate);
  };
  run(4);
  EXPECT_EQ(inner_workers, std::set<std::uint32_t>{4});
}

TEST_F(BlockRunnerTest, ALimitOnFileSizeLeavesNothingHalfWritten) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    write_design(directory_.path(), header_);
    const rlimit limit{40'000, 40'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const BlockWork work = run();
    ::_exit(work.error && work.error->problem() == Problem::disk_full && work.written == 0 ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  for (const auto& entry : std::filesystem::directory_iterator{directory_.path()}) {
    EXPECT_EQ(entry.path().filename(), "design.nc");
  }
}

/// Writes the number of each finished block into a pipe, as a person would see it reported.
struct Reporting final : BlockObserver {
  explicit Reporting(int pipe) : pipe_{pipe} {}
  void started(std::size_t, std::size_t, std::size_t) override {}
  void set_aside(const std::filesystem::path&) override { ::_exit(9); }
  void replicate_done() override {}
  void run_failed(BlockKey, std::uint32_t, std::uint32_t, const std::string&) override {}
  void block_done(BlockKey key) override {
    if (::write(pipe_, &key, sizeof key) != sizeof key) ::_exit(8);
  }
  int pipe_;
};

TEST_F(BlockRunnerTest, NothingReportedDoneIsLostWhenItIsKilled) {
  std::mt19937 random{2028};
  int reported = 0;
  for (int kill = 0; kill < 40; ++kill) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      Reporting observer{ends[1]};
      SerialExecutor executor;
      write_design(directory_.path(), header_);
      const BlockWork work =
          run_missing_blocks(directory_.path(), header_, {}, {}, simulate_, executor, stop_, observer);
      ::_exit(work.complete() ? 0 : 7);
    }
    ::close(ends[1]);
    const auto next_is_whole = [&] {
      BlockKey key;
      if (::read(ends[0], &key, sizeof key) != sizeof key) return false;
      ++reported;
      EXPECT_NO_THROW((BlockFile{directory_.path(), header_, key}));
      return true;
    };
    for (auto wanted = random() % 3; wanted > 0 && next_is_whole();) --wanted;
    std::this_thread::sleep_for(std::chrono::milliseconds{random() % 10});
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << "a block under its name was not whole";
    while (next_is_whole()) continue;
    ::close(ends[0]);
    if (std::filesystem::exists(block_path(directory_.path(), {1, 2}))) {  // it was quicker: begin again
      ASSERT_EQ(digest(), expected_digest());
      for (const BlockKey key : all_blocks(header_)) std::filesystem::remove(block_path(directory_.path(), key));
    }
  }
  EXPECT_GT(reported, 0);
  EXPECT_TRUE(run().complete());
  EXPECT_EQ(digest(), expected_digest());
}

}  // namespace
}  // namespace essaim::record
