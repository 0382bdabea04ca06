// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/block_runner.h"

#include <algorithm>
#include <exception>
#include <limits>
#include <memory>
#include <mutex>
#include <utility>

#include "engine/parallel/make_executor.h"
#include "engine/record/block.h"
#include "engine/record/merge.h"

namespace essaim::record {

namespace {

/// A block on its way: its replicates in order, and how many are still missing.
struct OpenBlock {
  BlockKey key;
  std::vector<ReplicateRecord> records;
  std::uint32_t left = 0;
};

struct Job {
  std::size_t block = 0;
  std::uint32_t slot = 0;  ///< place of the replicate in its block
};

bool has_failed(const ReplicateRecord& record) {
  return std::ranges::any_of(record.arms, [](const ArmRecord& run) { return run.state == RunState::failed; });
}

/// What a replicate leaves that ended in an exception, such as a lack of memory.
ReplicateRecord failed_replicate(const ResultsHeader& header, std::uint32_t replicate, const std::string& why) {
  ReplicateRecord record;
  record.replicate = replicate;
  record.parameters.assign(header.parameters.size(), std::numeric_limits<double>::quiet_NaN());
  record.arms.assign(header.points_per_cell(),
                     {.state = RunState::failed, .error = why, .values = {}, .state_sha256 = {}});
  return record;
}

class BlockRunner {
 public:
  BlockRunner(const std::filesystem::path& directory, const ResultsHeader& header, const ErrorPolicy& policy,
              const Simulate& simulate, const std::atomic<bool>& stop, BlockObserver& observer)
      : directory_{directory},
        header_{header},
        policy_{policy},
        simulate_{simulate},
        stop_{stop},
        observer_{observer} {}

  void plan(Shard shard) {
    const std::vector<BlockKey> keys = all_blocks(header_);
    for (std::size_t i = shard.index; i < keys.size(); i += shard.count) {
      ++work_.blocks;
      if (is_there(keys[i])) {
        ++work_.found;
      } else {
        open(keys[i]);
      }
    }
    observer_.started(jobs_.size(), work_.found, work_.blocks);
  }

  BlockWork run(Executor& executor) {
    const std::unique_ptr<Executor> serial = parallel::make_executor(parallel::Backend::serial, 1);
    if (jobs_.size() < executor.workers()) {
      drain(executor);
    } else {
      executor.for_each(executor.workers(), [&](std::uint32_t, std::uint32_t) { drain(*serial); });
    }
    work_.stopped = !work_.complete();
    return std::move(work_);
  }

 private:
  bool is_there(BlockKey key) {
    const std::filesystem::path path = block_path(directory_, key);
    if (!std::filesystem::exists(path)) return false;
    try {
      const BlockFile block{directory_, header_, key};
      return true;
    } catch (const StorageError& error) {
      if (error.problem() == Problem::other_design) throw;
    }
    std::error_code failure;
    std::filesystem::rename(path, path.string() + ".damaged", failure);
    if (failure) throw StorageError{Problem::cannot_create, path.string(), "is damaged, and cannot be set aside"};
    observer_.set_aside(path.string() + ".damaged");
    return false;
  }

  void open(BlockKey key) {
    const std::uint32_t size = replicates_in(header_, key);
    for (std::uint32_t slot = 0; slot < size; ++slot) jobs_.push_back({blocks_.size(), slot});
    blocks_.push_back({key, std::vector<ReplicateRecord>(size), size});
  }

  /// Jobs are taken in order, so that only as many blocks are open as there are workers, and one more.
  void drain(Executor& inner) {
    while (!stop_ && !halted_) {
      const std::size_t next = next_.fetch_add(1);
      if (next >= jobs_.size()) return;
      const Job& job = jobs_[next];
      ReplicateRecord record = simulate(job, inner);
      try {
        if (OpenBlock* whole = keep(job, std::move(record))) write(*whole);
      } catch (const StorageError& error) {
        const std::lock_guard lock{mutex_};
        if (!work_.error) work_.error = error;
        halted_ = true;
      }
    }
  }

  ReplicateRecord simulate(const Job& job, Executor& inner) {
    const BlockKey key = blocks_[job.block].key;
    const std::uint32_t tries = 1 + (policy_.choice == ErrorPolicy::Choice::retry ? policy_.retries : 0);
    ReplicateRecord record;
    for (std::uint32_t i = 0; i < tries; ++i) {
      record = simulate_once(key.cell, key.first_replicate() + job.slot, inner);
      if (!has_failed(record)) break;
    }
    return record;
  }

  ReplicateRecord simulate_once(std::uint32_t cell, std::uint32_t replicate, Executor& inner) {
    try {
      const double start = inner.now_ms();
      ReplicateRecord record = simulate_(cell, replicate, inner);
      if (record.wall_seconds == 0) record.wall_seconds = (inner.now_ms() - start) / 1'000;
      return record;
    } catch (const std::exception& error) {
      return failed_replicate(header_, replicate, error.what());
    }
  }

  /// The block that this replicate completes; null while others of it are missing.
  OpenBlock* keep(const Job& job, ReplicateRecord record) {
    const std::lock_guard lock{mutex_};
    OpenBlock& block = blocks_[job.block];
    const bool failed = has_failed(record);
    for (std::uint32_t arm = 0; arm < record.arms.size(); ++arm) {
      if (record.arms[arm].state != RunState::failed) continue;
      ++work_.failed_runs;
      observer_.run_failed(block.key, record.replicate, block.key.cell * header_.points_per_cell() + arm,
                           record.arms[arm].error);
    }
    if (failed && policy_.choice == ErrorPolicy::Choice::stop) {
      halted_ = true;
      return nullptr;
    }
    block.records[job.slot] = std::move(record);
    observer_.replicate_done();
    return --block.left == 0 ? &block : nullptr;
  }

  /// One block at a time, for HDF5 is not made for threads; others go on simulating meanwhile.
  void write(OpenBlock& block) {
    const std::lock_guard turn{writing_};
    write_block(directory_, header_, block.key, block.records);
    const std::lock_guard lock{mutex_};
    block.records = {};
    ++work_.written;
    observer_.block_done(block.key);
  }

  const std::filesystem::path& directory_;
  const ResultsHeader& header_;
  const ErrorPolicy& policy_;
  const Simulate& simulate_;
  const std::atomic<bool>& stop_;
  BlockObserver& observer_;
  std::vector<OpenBlock> blocks_;
  std::vector<Job> jobs_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> halted_ = false;
  std::mutex mutex_;    ///< guards blocks, work and observer
  std::mutex writing_;  ///< one writes; taken before `mutex_` where both are
  BlockWork work_;
};

}  // namespace

BlockWork run_missing_blocks(const std::filesystem::path& directory, const ResultsHeader& header, Shard shard,
                             const ErrorPolicy& policy, const Simulate& simulate, Executor& executor,
                             const std::atomic<bool>& stop, BlockObserver& observer) {
  BlockRunner runner{directory, header, policy, simulate, stop, observer};
  runner.plan(shard);
  return runner.run(executor);
}

}  // namespace essaim::record
