// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/street_plan.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace essaim::commune {
namespace {

double metres(const Node& a, const Node& b) { return std::hypot(a.x_m - b.x_m, a.y_m - b.y_m); }

std::vector<Node> scattered(std::uint32_t count, std::uint32_t seed) {
  const Random random{seed, 0, "test"};
  std::vector<Node> points;
  for (std::uint32_t i = 0; i < count; ++i) {
    Draw draw = random.draw(Stream{"test.point"}, i, 0);
    const double x = draw.uniform(-1'000, 1'000);
    points.push_back({x, draw.uniform(-1'000, 1'000)});
  }
  return points;
}

/// The definition, with all points tried for all pairs.
std::vector<Street> by_definition(std::span<const Node> points, double beta) {
  std::vector<Street> streets;
  for (std::uint32_t a = 0; a < points.size(); ++a) {
    for (std::uint32_t b = a + 1; b < points.size(); ++b) {
      const double d = metres(points[a], points[b]);
      const auto part = [&](const Node& from, const Node& to) {
        return Node{(1 - beta / 2) * from.x_m + beta / 2 * to.x_m, (1 - beta / 2) * from.y_m + beta / 2 * to.y_m};
      };
      bool is_empty = true;
      for (std::uint32_t c = 0; c < points.size() && is_empty; ++c) {
        if (c == a || c == b) continue;
        is_empty = metres(points[c], part(points[a], points[b])) >= beta * d / 2 - 1e-9 ||
                   metres(points[c], part(points[b], points[a])) >= beta * d / 2 - 1e-9;
      }
      if (is_empty) streets.emplace_back(a, b);
    }
  }
  return streets;
}

std::size_t parts(std::size_t nodes, std::span<const Street> streets) {
  std::vector<std::size_t> part(nodes);
  for (std::size_t i = 0; i < nodes; ++i) part[i] = i;
  for (std::size_t round = 0; round < nodes; ++round) {
    bool moved = false;
    for (const auto& [a, b] : streets) {
      const std::size_t low = std::min(part[a], part[b]);
      moved |= part[a] != low || part[b] != low;
      part[a] = part[b] = low;
    }
    if (!moved) break;
  }
  return std::set<std::size_t>(part.begin(), part.end()).size();
}

TEST(Skeleton, is_what_its_definition_says) {
  for (const double beta : {1.0, 1.6, 2.0}) {
    for (const std::uint32_t count : {5u, 40u, 200u}) {
      const auto points = scattered(count, count);
      auto expected = by_definition(points, beta);
      if (count >= 64) {  // beyond five spacings a pair is left out
        const double reach_m = 5 * 2'000 / std::sqrt(count);
        std::erase_if(expected, [&](const Street& s) { return metres(points[s.first], points[s.second]) > reach_m; });
      }
      EXPECT_EQ(skeleton(points, beta), expected) << beta << ", " << count;
    }
  }
}

TEST(Skeleton, connects_all_even_groups_that_lie_far_apart) {
  auto points = scattered(100, 3);
  for (const Node& far : scattered(100, 4)) points.push_back({far.x_m + 40'000, far.y_m});
  EXPECT_EQ(parts(points.size(), skeleton(points, 1.6)), 1u);
}

TEST(Skeleton, takes_what_is_not_in_general_position) {
  EXPECT_TRUE(skeleton({}, 1.6).empty());
  EXPECT_TRUE(skeleton(std::vector<Node>{{1, 1}}, 1.6).empty());
  const std::vector<Node> row = {{0, 0}, {10, 0}, {20, 0}, {30, 0}};
  EXPECT_EQ(skeleton(row, 1.6), (std::vector<Street>{{0, 1}, {1, 2}, {2, 3}}));
  const std::vector<Node> twice = {{0, 0}, {0, 0}, {50, 0}};
  EXPECT_EQ(parts(3, skeleton(twice, 1.6)), 1u);
}

TEST(StreetPlan, has_the_crossings_asked_for_from_the_centre_outwards) {
  const Node centre = {500, -200};
  for (const std::uint32_t crossings : {3u, 12u, 150u, 2'000u}) {
    const StreetPlan plan = plan_streets(centre, crossings, 9'000, 0, Random{1, 0, "test"});
    ASSERT_EQ(plan.nodes.size(), crossings);
    for (std::size_t i = 1; i < plan.nodes.size(); ++i) {
      EXPECT_LE(metres(plan.nodes[i - 1], centre), metres(plan.nodes[i], centre) + 1e-9);
    }
    EXPECT_EQ(parts(crossings, plan.streets), 1u);
    EXPECT_EQ(std::set<Street>(plan.streets.begin(), plan.streets.end()).size(), plan.streets.size());
    for (const auto& [a, b] : plan.streets) EXPECT_LT(a, b);
  }
}

TEST(StreetPlan, lays_streets_closer_where_there_is_less_room) {
  const auto mean_m = [](double area_m2) {
    const StreetPlan plan = plan_streets({0, 0}, 400, area_m2, 0, Random{1, 0, "test"});
    double sum = 0;
    for (const auto& [a, b] : plan.streets) sum += metres(plan.nodes[a], plan.nodes[b]);
    return sum / static_cast<double>(plan.streets.size());
  };
  EXPECT_NEAR(mean_m(9'000) / mean_m(2'250), 2.0, 1e-6);
}

}  // namespace
}  // namespace essaim::commune
