// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/record/results.h"
#include "engine/record/storage_error.h"
#include "engine/run/executor.h"

// Runs what a directory of blocks still lacks. Whoever was interrupted, by a signal, a full disk or a power cut, calls
// it again: blocks that are there stay as they are.

namespace essaim::record {

/// What to do when a run ends early because of the model or of memory.
struct ErrorPolicy {
  enum class Choice : std::uint8_t {
    carry_on,  ///< the failure is recorded with its reason; all others run
    stop,      ///< no new replicate starts, and the block of the failed one is not written
    retry,     ///< tried again `retries` times, then recorded
  };
  Choice choice = Choice::carry_on;
  std::uint32_t retries = 0;
};

/// Part `index` of `count`: every count-th block from that one on.
struct Shard {
  std::uint32_t index = 0;
  std::uint32_t count = 1;
};

/// Simulates one replicate of one cell, with all its design points.
using Simulate = std::function<ReplicateRecord(std::uint32_t cell, std::uint32_t replicate, Executor& inner)>;

/// Who is told how the work goes on. Calls come from one thread at a time.
class BlockObserver {
 public:
  virtual ~BlockObserver() = default;
  virtual void started(std::size_t replicates_to_run, std::size_t blocks_found, std::size_t blocks) = 0;
  virtual void set_aside(const std::filesystem::path& damaged_block) = 0;
  virtual void replicate_done() = 0;
  virtual void run_failed(BlockKey key, std::uint32_t replicate, std::uint32_t design_point,
                          const std::string& why) = 0;
  virtual void block_done(BlockKey key) = 0;  ///< it is on the disk
};

struct BlockWork {
  std::size_t blocks = 0;   ///< of this shard
  std::size_t found = 0;    ///< were there already
  std::size_t written = 0;  ///< by this call
  std::size_t failed_runs = 0;
  bool stopped = false;  ///< by the flag, by the policy or by an error of the disk
  std::optional<StorageError> error;

  bool complete() const { return found + written == blocks; }
};

/// `directory` holds the design already. Replicates run in parallel, each by one worker; if there are fewer of them
/// than workers, one after the other with all workers inside. Neither changes a bit of the results.
BlockWork run_missing_blocks(const std::filesystem::path& directory, const ResultsHeader& header, Shard shard,
                             const ErrorPolicy& policy, const Simulate& simulate, Executor& executor,
                             const std::atomic<bool>& stop, BlockObserver& observer);

}  // namespace essaim::record
