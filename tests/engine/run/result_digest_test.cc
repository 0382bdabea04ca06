// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/result_digest.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace essaim {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::string digest(const std::vector<double>& values) {
  const StoredSeries series[] = {{"food.a", false}, {"food.b", true}};
  return run_digest(series, 2, values);
}

// Golden: results files name their runs by these bytes.
TEST(RunDigest, is_sha_256_over_name_length_days_and_stored_values) {
  using namespace std::string_view_literals;
  const std::string bytes{
      "\6\0\0\0food.a\2\0\0\0\0\0\x80\x3f\0\0\0\xc0"
      "\6\0\0\0food.b\2\0\0\0\0\0\0\0\0\0\xf0\x3f\0\0\0\0\0\0\xf8\x7f"sv};
  EXPECT_EQ(digest({1, -2, 1, nan}), sha256_hex(bytes));
}

TEST(RunDigest, counts_the_groups_of_what_is_read_by_group) {
  using namespace std::string_view_literals;
  const StoredSeries series[] = {{"a", false, 2}};
  const std::string bytes{
      "\1\0\0\0a\1\0\0\0\2\0\0\0"
      "\0\0\x80\x3f\0\0\0\xc0"sv};
  EXPECT_EQ(run_digest(series, 1, std::vector<double>{1, -2}), sha256_hex(bytes));
}

TEST(RunDigest, sees_each_value_as_it_is_stored) {
  const std::string first = digest({1, 2, 3, 4});
  EXPECT_EQ(digest({1 + 1e-12, 2, 3, 4}), first) << "float32 does not hold the difference";
  EXPECT_NE(digest({1, 2, 3 + 1e-12, 4}), first) << "float64 does";
  EXPECT_NE(digest({2, 1, 3, 4}), first);
  EXPECT_NE(digest({1, 2, 4, 3}), first);
}

TEST(RunDigest, takes_what_is_missing_for_not_a_number_of_any_kind) {
  EXPECT_EQ(digest({}), digest({nan, nan, nan, nan}));
  EXPECT_EQ(digest({1}), digest({1, -nan, nan, -nan}));
}

TEST(ResultDigest, sees_each_part_of_each_run_and_their_order) {
  std::set<std::string> seen;
  const auto note = [&](const char* site, const char* variant, const char* arm, std::uint32_t replicate,
                        const char* run) {
    ResultDigest result;
    result.add(site, variant, arm, replicate, run);
    result.add("x", "y", "z", 0, "same");
    return seen.insert(result.hex()).second;
  };
  EXPECT_TRUE(note("saillans", "epicerie", "shock", 1, "abc"));
  EXPECT_FALSE(note("saillans", "epicerie", "shock", 1, "abc"));
  EXPECT_TRUE(note("saillan", "sepicerie", "shock", 1, "abc")) << "lengths keep the texts apart";
  EXPECT_TRUE(note("saillans", "epicerie", "none", 1, "abc"));
  EXPECT_TRUE(note("saillans", "epicerie", "shock", 2, "abc"));
  EXPECT_TRUE(note("saillans", "epicerie", "shock", 1, "abd"));
  ResultDigest other_order;
  other_order.add("x", "y", "z", 0, "same");
  other_order.add("saillans", "epicerie", "shock", 1, "abc");
  EXPECT_TRUE(seen.insert(other_order.hex()).second);
}

}  // namespace
}  // namespace essaim
