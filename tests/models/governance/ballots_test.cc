// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/ballots.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

// Counting a participatory budget: within the envelope, and whom it serves.

namespace essaim::governance {
namespace {

constexpr Stream votes{"test.votes"};

/// 60 voters, 10 projects; a first half of the voters share a taste for the first five, the others for the rest.
Ballots drawn_ballots(std::uint32_t number) {
  const Random random{11, 0, "test"};
  Ballots ballots;
  ballots.voters = 60;
  ballots.supporters.resize(10);
  for (std::uint32_t p = 0; p < 10; ++p) {
    Draw draw = random.draw(votes, p, number);
    ballots.cost.push_back(draw.uniform(5, 40));
    const double for_first = draw.uniform(0.05, 0.8);
    const double for_second = draw.uniform(0.05, 0.8);
    for (std::uint32_t voter = 0; voter < 60; ++voter) {
      if (draw.chance(voter < 40 ? for_first : for_second)) ballots.supporters[p].push_back(voter);
    }
  }
  return ballots;
}

double cost_of(const Ballots& ballots, const Funded& funded) {
  double sum = 0;
  for (std::size_t p = 0; p < funded.size(); ++p) sum += funded[p] ? ballots.cost[p] : 0;
  return sum;
}

TEST(Ballots, are_counted_within_the_envelope_by_both_rules) {
  for (std::uint32_t number = 0; number < 300; ++number) {
    const Ballots ballots = drawn_ballots(number);
    EXPECT_LE(cost_of(ballots, greedy(ballots, 60)), 60.0 + 1e-9);
    EXPECT_LE(cost_of(ballots, equal_shares(ballots, 60)), 60.0 + 1e-9);
  }
}

TEST(Ballots, counted_by_equal_shares_serve_at_least_as_many_voters_as_counted_by_votes) {
  double shared = 0;
  double counted = 0;
  std::uint32_t worse = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    const Ballots ballots = drawn_ballots(number);
    const double by_shares = share_served(ballots, equal_shares(ballots, 60));
    const double by_votes = share_served(ballots, greedy(ballots, 60));
    shared += by_shares / 300;
    counted += by_votes / 300;
    worse += by_shares < by_votes ? 1 : 0;
  }
  EXPECT_GE(shared, counted);  // in the mean: for one vote neither rule is always ahead
  RecordProperty("served_by_shares", std::to_string(shared));
  RecordProperty("served_by_votes", std::to_string(counted));
  RecordProperty("votes_where_shares_serve_fewer", static_cast<int>(worse));
}

TEST(Ballots, of_a_minority_with_a_third_of_the_votes_buy_its_project_under_equal_shares_alone) {
  // Twenty voters of sixty want the last project alone, worth their third of the envelope; forty want the others.
  Ballots ballots;
  ballots.voters = 60;
  ballots.cost = {20, 20, 20, 20};
  ballots.supporters.resize(4);
  for (std::uint32_t voter = 0; voter < 60; ++voter) {
    if (voter >= 40) ballots.supporters[3].push_back(voter);
    for (std::size_t p = 0; p < 3 && voter < 40; ++p) ballots.supporters[p].push_back(voter);
  }
  EXPECT_EQ(greedy(ballots, 60), (Funded{1, 1, 1, 0}));
  EXPECT_EQ(equal_shares(ballots, 60), (Funded{1, 1, 0, 1}));
  EXPECT_DOUBLE_EQ(share_served(ballots, greedy(ballots, 60)), 40.0 / 60.0);
  EXPECT_DOUBLE_EQ(share_served(ballots, equal_shares(ballots, 60)), 1.0);
}

TEST(Ballots, without_voters_or_votes_fund_nothing) {
  Ballots ballots;
  ballots.cost = {1, 2};
  ballots.supporters.resize(2);
  EXPECT_EQ(greedy(ballots, 60), (Funded{0, 0}));
  EXPECT_EQ(equal_shares(ballots, 60), (Funded{0, 0}));
  EXPECT_EQ(share_served(ballots, {0, 0}), 0.0);
}

}  // namespace
}  // namespace essaim::governance
