// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/parallel/tbb_executor.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>

#include "engine/parallel/make_executor.h"

namespace essaim::parallel {

/// The library starts one thread a core unless it is told that more are wanted.
struct TbbExecutor::Arena {
  explicit Arena(std::uint32_t workers)
      : limit{tbb::global_control::max_allowed_parallelism, std::max(workers, hardware_threads())},
        arena{static_cast<int>(workers)} {}

  tbb::global_control limit;
  tbb::task_arena arena;
};

TbbExecutor::TbbExecutor(std::uint32_t workers)
    : workers_{std::max(1u, workers)}, arena_{std::make_unique<Arena>(workers_)} {}

TbbExecutor::~TbbExecutor() = default;

double TbbExecutor::now_ms() const { return monotonic_ms(); }

void TbbExecutor::for_each(std::uint32_t count, const Task& task) {
  arena_->arena.execute([&] {
    tbb::parallel_for(
        std::uint32_t{0}, count,
        [&task](std::uint32_t index) {
          task(index, static_cast<std::uint32_t>(tbb::this_task_arena::current_thread_index()));
        },
        tbb::simple_partitioner{});
  });
}

}  // namespace essaim::parallel
