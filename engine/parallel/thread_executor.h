// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include "engine/parallel/attempt.h"
#include "engine/run/executor.h"

namespace essaim::parallel {

/// Plain threads that sleep between loops. The caller's thread is worker 0 and works too. Loops do not nest, and are
/// started by one thread at a time.
class ThreadExecutor final : public Executor {
 public:
  explicit ThreadExecutor(std::uint32_t workers);

  std::uint32_t workers() const override { return workers_; }
  /// If tasks throw, the others still run, and the first exception is thrown again here.
  void for_each(std::uint32_t count, const Task& task) override;
  std::optional<std::string> attempt(const Work& work) override { return attempt_here(work); }
  double now_ms() const override;

 private:
  void serve(const std::stop_token& stop, std::uint32_t worker);
  void work(std::uint32_t worker);

  std::uint32_t workers_;
  std::mutex mutex_;  ///< guards all that follows
  std::condition_variable_any loop_started_;
  std::condition_variable loop_ended_;
  const Task* task_ = nullptr;  ///< of the loop that runs now
  std::uint32_t next_ = 0;      ///< index that nobody has taken yet
  std::uint32_t count_ = 0;
  std::uint32_t running_ = 0;  ///< tasks taken and not yet done
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_;  ///< last: stopped and joined before the rest goes
};

}  // namespace essaim::parallel
