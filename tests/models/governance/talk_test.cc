// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/talk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/random.h"

// The two rules of talk against what is known of them: clusters of bounded confidence, the fixed point of influence.

namespace essaim::governance {
namespace {

constexpr Stream talk{"test.talk"};

/// Opinions of 400 people on a complete graph after long talk: pairs meet at random, and both move.
std::vector<double> after_bounded_talk(double epsilon, std::uint32_t seed) {
  const Random random{seed, 0, "test"};
  std::vector<double> x(400);
  for (std::uint32_t i = 0; i < x.size(); ++i) x[i] = -1 + 2 * (i + 0.5) / static_cast<double>(x.size());
  for (std::uint32_t meeting = 0; meeting < 400'000; ++meeting) {
    Draw draw = random.draw(talk, 0, meeting);
    const std::uint32_t a = draw.below(400);
    const std::uint32_t b = draw.below(400);
    const double before = x[a];
    x[a] = convinced(x[a], x[b], epsilon, 0.5);
    x[b] = convinced(x[b], before, epsilon, 0.5);
  }
  std::sort(x.begin(), x.end());
  return x;
}

/// Clusters that hold at least 2 % of the people each; stragglers between them are known to remain.
std::uint32_t clusters(const std::vector<double>& sorted) {
  std::uint32_t found = 0;
  std::size_t first = 0;
  for (std::size_t i = 1; i <= sorted.size(); ++i) {
    if (i < sorted.size() && sorted[i] - sorted[i - 1] < 0.02) continue;
    found += i - first >= sorted.size() / 50 ? 1 : 0;
    first = i;
  }
  return found;
}

TEST(BoundedConfidence, ends_in_consensus_when_people_listen_to_half_of_the_scale) {
  for (const double epsilon : {0.5, 0.7}) {
    for (std::uint32_t seed = 0; seed < 3; ++seed) {
      const auto x = after_bounded_talk(epsilon, seed);
      EXPECT_EQ(clusters(x), 1u) << epsilon;
      EXPECT_NEAR(x[x.size() / 2], 0.0, 0.15) << epsilon;
    }
  }
}

TEST(BoundedConfidence, ends_in_about_one_cluster_for_twice_the_tolerance) {
  for (const double epsilon : {0.1, 0.15, 0.25}) {
    for (std::uint32_t seed = 0; seed < 3; ++seed) {
      EXPECT_NEAR(clusters(after_bounded_talk(epsilon, seed)), 1 / (2 * epsilon), 1.0) << epsilon;
    }
  }
}

TEST(BoundedConfidence, does_not_move_those_who_are_too_far_apart) {
  EXPECT_EQ(convinced(-0.5, 0.5, 0.5, 0.4), -0.5);
  EXPECT_DOUBLE_EQ(convinced(-0.5, 0.4, 0.5, 0.5), -0.05);
}

TEST(Influence, comes_to_the_fixed_point_of_its_equation) {
  // Three people who all know each other. At rest x = (1 - s) ((1 - c) m + c x) + s x0, with m_i = (S - x_i) / 2; so
  // x_i (1 - (1 - s) c + (1 - s) (1 - c) / 2) = (1 - s) (1 - c) S / 2 + s x0_i, and S = sum of x0 by summing up.
  const double s = 0.2;
  const double c = 0.6;
  const double first[] = {-0.8, 0.1, 0.9};
  double x[] = {-0.8, 0.1, 0.9};
  for (int week = 0; week < 500; ++week) {
    const double was[] = {x[0], x[1], x[2]};
    for (int i = 0; i < 3; ++i) {
      const double around = (was[0] + was[1] + was[2] - was[i]) / 2;
      x[i] = influenced(was[i], around, first[i], s, c);
    }
  }
  const double sum = first[0] + first[1] + first[2];
  for (int i = 0; i < 3; ++i) {
    const double free = (1 - s) * (1 - c) / 2;
    EXPECT_NEAR(x[i], (free * sum + s * first[i]) / (1 - (1 - s) * c + free), 1e-12);
  }
}

}  // namespace
}  // namespace essaim::governance
