// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "engine/parallel/make_executor.h"

namespace essaim::parallel {
namespace {

using Choice = std::tuple<Backend, std::uint32_t>;

class ExecutorTest : public testing::TestWithParam<Choice> {
 protected:
  std::unique_ptr<Executor> executor_ = make_executor(std::get<0>(GetParam()), std::get<1>(GetParam()));
};

TEST_P(ExecutorTest, RunsEachIndexOnceInEachOfManyLoops) {
  for (const std::uint32_t count : {0u, 1u, 2u, 7u, 1'000u}) {
    for (int loop = 0; loop < 20; ++loop) {
      std::vector<std::atomic<int>> runs(count);
      executor_->for_each(count, [&](std::uint32_t index, std::uint32_t) { ++runs[index]; });
      for (const std::atomic<int>& times : runs) ASSERT_EQ(times, 1);
    }
  }
}

TEST_P(ExecutorTest, GivesEachWorkerANumberThatNoOtherHasAtThatTime) {
  std::vector<std::atomic<bool>> busy(executor_->workers());
  std::atomic<int> clashes = 0;
  executor_->for_each(2'000, [&](std::uint32_t, std::uint32_t worker) {
    if (worker >= executor_->workers() || busy[worker].exchange(true)) return void(++clashes);
    busy[worker] = false;
  });
  EXPECT_EQ(clashes, 0);
}

TEST_P(ExecutorTest, PassesOnAnExceptionAndStaysUsable) {
  const auto failing = [](std::uint32_t index, std::uint32_t) {
    if (index == 3) throw std::runtime_error{"three"};
  };
  EXPECT_THROW(executor_->for_each(10, failing), std::runtime_error);
  std::atomic<int> runs = 0;
  executor_->for_each(10, [&](std::uint32_t, std::uint32_t) { ++runs; });
  EXPECT_EQ(runs, 10);
}

TEST_P(ExecutorTest, HasAClockThatGoesOn) {
  const double before = executor_->now_ms();
  EXPECT_GT(before, 0);
  EXPECT_GE(executor_->now_ms(), before);
}

std::string name_of(const testing::TestParamInfo<Choice>& info) {
  static constexpr std::array names = {"Serial", "Threads", "Tbb"};
  return std::string{names[static_cast<std::size_t>(std::get<0>(info.param))]} + "With" +
         std::to_string(std::get<1>(info.param));
}

INSTANTIATE_TEST_SUITE_P(All, ExecutorTest,
                         testing::Combine(testing::Values(Backend::serial, Backend::threads, Backend::tbb),
                                          testing::Values(1u, 2u, 3u, 8u)),
                         name_of);

TEST(MakeExecutorTest, GivesOneWorkerACoreWhenAskedForNone) {
  EXPECT_EQ(make_executor(Backend::threads, 0)->workers(), hardware_threads());
  EXPECT_EQ(make_executor(Backend::serial, 4)->workers(), 1u);
}

}  // namespace
}  // namespace essaim::parallel
