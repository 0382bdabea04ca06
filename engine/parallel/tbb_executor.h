// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

#include "engine/parallel/attempt.h"
#include "engine/run/executor.h"

namespace essaim::parallel {

/// oneTBB, in an arena of its own with that many workers.
class TbbExecutor final : public Executor {
 public:
  explicit TbbExecutor(std::uint32_t workers);
  ~TbbExecutor() override;

  std::uint32_t workers() const override { return workers_; }
  void for_each(std::uint32_t count, const Task& task) override;
  std::optional<std::string> attempt(const Work& work) override { return attempt_here(work); }
  double now_ms() const override;

 private:
  struct Arena;
  std::uint32_t workers_;
  std::unique_ptr<Arena> arena_;
};

}  // namespace essaim::parallel
