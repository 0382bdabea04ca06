// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/time.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <type_traits>

namespace essaim {
namespace {

static_assert(!std::is_convertible_v<std::int64_t, Duration>, "a bare number is no length of time");
static_assert(!std::is_convertible_v<std::uint64_t, Time>, "a bare number is no instant");

TEST(Duration, counts_whole_seconds) {
  EXPECT_EQ(Duration::minutes(2).count(), 120);
  EXPECT_EQ(Duration::hours(2).count(), 7'200);
  EXPECT_EQ(Duration::days(2).count(), 172'800);
  EXPECT_EQ(Duration::hours(1) + Duration::minutes(30) - Duration::seconds(1), Duration::seconds(5'399));
  EXPECT_EQ(Duration::minutes(15) * 96, Duration::days(1));
  EXPECT_EQ(Duration::hours(36).in_days(), 1.5);
}

TEST(Time, names_the_day_and_the_second_of_the_day) {
  EXPECT_EQ(Time{}.day(), 0u);
  EXPECT_EQ(Time::at(86'399).day(), 0u);
  EXPECT_EQ(Time::at(86'399).second_of_day(), 86'399u);
  EXPECT_EQ(Time::at(86'400).day(), 1u);
  EXPECT_EQ(Time::at(86'400).second_of_day(), 0u);
  EXPECT_EQ(Time::start_of_day(365).count(), 365u * 86'400u);
}

TEST(Time, moves_by_durations_both_ways) {
  const Time noon = Time::at(43'200);
  EXPECT_EQ((noon + Duration::hours(13)).day(), 1u);
  EXPECT_EQ(noon + Duration::hours(-12), Time{});
  EXPECT_EQ(Time{} - noon, Duration::hours(-12));
  EXPECT_LT(noon, noon + Duration::seconds(1));
}

TEST(Time, can_still_count_days_at_the_latest_instant_and_no_delay_wraps_from_there) {
  EXPECT_EQ(Time::latest().day(), Time::latest().count() / 86'400);
  const Duration longest = Duration::seconds(std::numeric_limits<std::int64_t>::max());
  EXPECT_GT(Time::latest() + longest, Time::latest());
}

}  // namespace
}  // namespace essaim
