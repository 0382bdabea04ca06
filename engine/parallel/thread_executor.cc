// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/parallel/thread_executor.h"

#include <algorithm>
#include <utility>

#include "engine/parallel/make_executor.h"

namespace essaim::parallel {

ThreadExecutor::ThreadExecutor(std::uint32_t workers) : workers_{std::max(1u, workers)} {
  for (std::uint32_t worker = 1; worker < workers_; ++worker) {
    threads_.emplace_back([this, worker](const std::stop_token& stop) { serve(stop, worker); });
  }
}

double ThreadExecutor::now_ms() const { return monotonic_ms(); }

void ThreadExecutor::for_each(std::uint32_t count, const Task& task) {
  {
    const std::lock_guard lock{mutex_};
    task_ = &task;
    next_ = 0;
    count_ = count;
  }
  loop_started_.notify_all();
  work(0);
  std::unique_lock lock{mutex_};
  loop_ended_.wait(lock, [this] { return running_ == 0; });
  task_ = nullptr;
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void ThreadExecutor::serve(const std::stop_token& stop, std::uint32_t worker) {
  while (true) {
    {
      std::unique_lock lock{mutex_};
      if (!loop_started_.wait(lock, stop, [this] { return next_ < count_; })) return;
    }
    work(worker);
  }
}

/// Takes one index after the other until none is left.
void ThreadExecutor::work(std::uint32_t worker) {
  std::unique_lock lock{mutex_};
  while (next_ < count_) {
    const std::uint32_t index = next_++;
    const Task& task = *task_;
    ++running_;
    lock.unlock();
    std::exception_ptr failure;
    try {
      task(index, worker);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    if (failure && !failure_) failure_ = failure;
    if (--running_ == 0) loop_ended_.notify_all();
  }
}

}  // namespace essaim::parallel
