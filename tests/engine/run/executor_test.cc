// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/executor.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace essaim {
namespace {

TEST(SerialExecutor, does_each_task_once_in_order_as_worker_0) {
  SerialExecutor executor;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> done;
  executor.for_each(3, [&](std::uint32_t index, std::uint32_t worker) { done.emplace_back(index, worker); });
  EXPECT_EQ(done, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 0}, {1, 0}, {2, 0}}));
  executor.for_each(0, [](std::uint32_t, std::uint32_t) { FAIL(); });
  EXPECT_EQ(executor.workers(), 1u);
}

TEST(SerialExecutor, has_the_clock_that_its_host_gives_or_one_that_stands) {
  EXPECT_EQ(SerialExecutor{}.now_ms(), 0);
  EXPECT_EQ(SerialExecutor{[] { return 12.5; }}.now_ms(), 12.5);
}

}  // namespace
}  // namespace essaim
