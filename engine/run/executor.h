// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace essaim {

/// The one way in which the engine runs things in parallel. What runs may not depend on how: results are the same
/// bits for the serial executor, plain threads and oneTBB (`engine/parallel`), at any number of workers.
class Executor {
 public:
  using Task = std::function<void(std::uint32_t index, std::uint32_t worker)>;
  using Work = std::function<void()>;

  virtual ~Executor() = default;
  virtual std::uint32_t workers() const = 0;                         ///< at least 1; `worker` in a task is below it
  virtual void for_each(std::uint32_t count, const Task& task) = 0;  ///< returns when all are done
  /// Does the work in the caller's thread. What a library throws in it ends it, and is said in words, maybe none.
  /// Executors that know no exceptions (this one, the page's) let them through.
  virtual std::optional<std::string> attempt(const Work& work) {
    work();
    return std::nullopt;
  }
  virtual double now_ms() const = 0;  ///< a monotonic clock for time budgets; constant where the host gives none
};

/// One worker, in the caller's thread. Portable: the clock is the host's, or none.
class SerialExecutor : public Executor {
 public:
  using Clock = double (*)();
  explicit SerialExecutor(Clock clock_ms = nullptr) : clock_ms_{clock_ms} {}

  std::uint32_t workers() const override { return 1; }
  void for_each(std::uint32_t count, const Task& task) override {
    for (std::uint32_t index = 0; index < count; ++index) task(index, 0);
  }
  double now_ms() const override { return clock_ms_ ? clock_ms_() : 0.0; }

 private:
  Clock clock_ms_;
};

}  // namespace essaim
