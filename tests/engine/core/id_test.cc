// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/id.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace essaim {
namespace {

struct ShopTag;
struct HouseholdTag;
using ShopId = Id<ShopTag>;
using HouseholdId = Id<HouseholdTag>;

static_assert(!std::is_convertible_v<ShopId, HouseholdId> && !std::is_constructible_v<HouseholdId, ShopId>,
              "a shop is no household");
static_assert(!std::is_convertible_v<std::uint32_t, ShopId>, "a number is no shop");
static_assert(sizeof(ShopId) == 4);

TEST(Id, is_null_until_it_names_something) {
  EXPECT_TRUE(ShopId{}.is_null());
  EXPECT_FALSE(ShopId{0}.is_null());
  EXPECT_EQ(ShopId{7}.index(), 7u);
}

TEST(Id, is_ordered_by_index_with_null_last) {
  EXPECT_LT(ShopId{1}, ShopId{2});
  EXPECT_EQ(ShopId{2}, ShopId{2});
  EXPECT_LT(ShopId{0xffff'fffe}, ShopId{});
}

}  // namespace
}  // namespace essaim
