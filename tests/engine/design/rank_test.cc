// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/rank.h"

#include <gmock/gmock.h>

#include <limits>
#include <vector>

namespace essaim::design {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::vector<double>> three_variants{{5, 5, 5, 5}, {4, 5, 6, 4}, {6, 6, 6, 4}};

TEST(BestShares, count_the_replicates_that_each_variant_wins_and_split_ties) {
  // Lower is better: variant 1 wins the first; 0 and 1 tie in the second; 0 wins the third; 1 and 2 tie in the fourth.
  EXPECT_THAT(best_shares(three_variants, Better::down), ElementsAre(0.375, 0.5, 0.125));
}

TEST(BestShares, sum_to_one) {
  const std::vector<double> shares = best_shares(three_variants, Better::up);
  EXPECT_DOUBLE_EQ(shares[0] + shares[1] + shares[2], 1);
}

TEST(BestShares, leave_out_a_replicate_that_lacks_a_variant) {
  constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  const std::vector<std::vector<double>> variants{{1, 1}, {2, nothing}};
  EXPECT_THAT(best_shares(variants, Better::up), ElementsAre(0, 1));
}

TEST(BestShares, do_not_exist_where_no_direction_is_better) {
  EXPECT_THAT(best_shares(three_variants, Better::neither), IsEmpty());
}

}  // namespace
}  // namespace essaim::design
