// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/error.h"

#include <gtest/gtest.h>

namespace essaim {
namespace {

TEST(BrokenContractDeathTest, says_which_promise_was_broken_and_where) {
  const int shops = 0;
  EXPECT_DEATH(ESSAIM_EXPECTS(shops > 0), "error_test.cc:[0-9]+: expected shops > 0");
}

TEST(BrokenContract, costs_one_evaluation_when_the_promise_is_kept) {
  int evaluated = 0;
  ESSAIM_EXPECTS(++evaluated == 1);
  EXPECT_EQ(evaluated, 1);
}

}  // namespace
}  // namespace essaim
