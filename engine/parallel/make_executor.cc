// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/parallel/make_executor.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "engine/parallel/attempt.h"
#include "engine/parallel/thread_executor.h"
#if defined(ESSAIM_TBB)
#include "engine/parallel/tbb_executor.h"
#endif

namespace essaim::parallel {

namespace {

class GuardedSerialExecutor final : public SerialExecutor {
 public:
  GuardedSerialExecutor() : SerialExecutor{monotonic_ms} {}
  std::optional<std::string> attempt(const Work& work) override { return attempt_here(work); }
};

}  // namespace

std::unique_ptr<Executor> make_executor(Backend backend, std::uint32_t workers) {
  if (workers == 0) workers = hardware_threads();
  if (backend == Backend::serial) return std::make_unique<GuardedSerialExecutor>();
#if defined(ESSAIM_TBB)
  if (backend == Backend::tbb) return std::make_unique<TbbExecutor>(workers);
#endif
  return std::make_unique<ThreadExecutor>(workers);
}

std::uint32_t hardware_threads() { return std::max(1u, std::thread::hardware_concurrency()); }

double monotonic_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>{now}.count();
}

}  // namespace essaim::parallel
