// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/world/network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/core/random.h"

namespace essaim {
namespace {

using Milliseconds = Network::Milliseconds;

Edge road(std::uint32_t a, std::uint32_t b, std::uint32_t length_m, std::uint16_t speed_km_h = 36) {
  return {NodeId{a}, NodeId{b}, length_m, speed_km_h};
}

/// A square 0-1-2-3 with a long way round through 4: at 36 km/h, 10 m take one second.
Network square() {
  return {{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {500, 500}},
          {road(0, 1, 100), road(1, 2, 100), road(2, 3, 100), road(3, 0, 100), road(2, 4, 1'000)}};
}

TEST(TravelTimes, are_those_of_the_shortest_open_roads) {
  EXPECT_EQ(square().travel_times_to(NodeId{0}), (std::vector<Milliseconds>{0, 10'000, 20'000, 10'000, 120'000}));
  EXPECT_EQ(square().travel_times_to(NodeId{0}, std::vector<std::uint8_t>{1, 0, 0, 0, 0}),
            (std::vector<Milliseconds>{0, 30'000, 20'000, 10'000, 120'000}));
}

TEST(TravelTimes, say_where_no_road_leads) {
  const std::vector<std::uint8_t> last_road_closed{0, 0, 0, 0, 1};
  EXPECT_EQ(square().travel_times_to(NodeId{0}, last_road_closed)[4], Network::unreachable);
  EXPECT_EQ(square().travel_times_to(NodeId{4}, last_road_closed),
            (std::vector<Milliseconds>{Network::unreachable, Network::unreachable, Network::unreachable,
                                       Network::unreachable, 0}));
}

TEST(TravelTimes, take_the_faster_of_two_roads_between_the_same_nodes) {
  const Network network{{{0, 0}, {1, 0}}, {road(0, 1, 1'000, 30), road(1, 0, 1'500, 90), road(1, 1, 5)}};
  EXPECT_EQ(network.travel_times_to(NodeId{0})[1], 60'000u);
}

struct RandomTown {
  std::uint32_t nodes;
  std::vector<Edge> edges;
  std::vector<std::uint8_t> closed;
};

RandomTown random_town(unsigned seed) {
  Draw any = Random{seed, 0, "test"}.draw(Stream{"test"}, 0, 0);
  RandomTown town{2 + any.below(12), {}, {}};
  const std::uint32_t count = any.below(3 * town.nodes);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint16_t speeds[] = {30, 50, 80, 110};
    const std::uint32_t a = any.below(town.nodes);
    const std::uint32_t b = any.below(town.nodes);
    const std::uint32_t length = any.below(3'000);
    town.edges.push_back(road(a, b, any.below(8) == 0 ? 0 : length, speeds[any.below(4)]));
    town.edges.back().one_way = any.below(4) == 0;
    town.edges.back().car = any.below(6) != 0;
    town.closed.push_back(any.below(4) == 0 ? 1 : 0);
  }
  return town;
}

/// All shortest times by Floyd and Warshall.
std::vector<std::vector<std::uint64_t>> floyd_warshall(const RandomTown& town) {
  constexpr std::uint64_t far = Network::unreachable;
  std::vector times(town.nodes, std::vector<std::uint64_t>(town.nodes, far));
  for (std::uint32_t i = 0; i < town.nodes; ++i) times[i][i] = 0;
  for (std::size_t e = 0; e < town.edges.size(); ++e) {
    if (town.closed[e] != 0 || !town.edges[e].car) continue;
    const auto a = town.edges[e].a.index();
    const auto b = town.edges[e].b.index();
    const std::uint64_t time = std::uint64_t{town.edges[e].length_m} * 3'600 / town.edges[e].speed_km_h;
    times[a][b] = std::min(times[a][b], time);
    if (!town.edges[e].one_way) times[b][a] = std::min(times[b][a], time);
  }
  for (std::uint32_t k = 0; k < town.nodes; ++k) {
    for (std::uint32_t i = 0; i < town.nodes; ++i) {
      for (std::uint32_t j = 0; j < town.nodes; ++j) {
        if (times[i][k] == far || times[k][j] == far) continue;
        times[i][j] = std::min(times[i][j], times[i][k] + times[k][j]);
      }
    }
  }
  return times;
}

TEST(TravelTimes, equal_those_of_floyd_and_warshall_on_random_towns) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const RandomTown town = random_town(seed);
    const Network network{std::vector<Node>(town.nodes), town.edges};
    const auto expected = floyd_warshall(town);
    bool connected = true;
    for (std::uint32_t goal = 0; goal < town.nodes; ++goal) {
      const auto times = network.travel_times_to(NodeId{goal}, town.closed);
      for (std::uint32_t from = 0; from < town.nodes; ++from) {
        ASSERT_EQ(times[from], expected[from][goal]) << "town " << seed << ", " << from << " to " << goal;
        connected = connected && (goal > 0 || times[from] != Network::unreachable);
      }
    }
    const auto none_closed = std::vector<std::uint8_t>(town.edges.size(), 0);
    EXPECT_TRUE(town.closed != none_closed || network.is_connected() == connected) << seed;
  }
}

TEST(Routes, know_the_costs_after_a_closure_without_searching_anew) {
  std::size_t moved = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    const RandomTown town = random_town(seed);
    const Network network{std::vector<Node>(town.nodes), town.edges};
    for (const Traffic traffic : {Traffic::cars, Traffic::walkers}) {
      const bool drives = traffic == Traffic::cars;
      const Routes open{network, drives ? network.drive_times() : network.lengths_m(), traffic};
      const Routes fresh{network, drives ? network.drive_times(town.closed) : network.lengths_m(town.closed), traffic};
      for (std::uint32_t goal = 0; goal < town.nodes; ++goal) {
        const Routes::Tree before = open.tree_to(NodeId{goal});
        const auto after = open.costs_without(before, town.closed);
        ASSERT_EQ(after, fresh.costs_to(NodeId{goal})) << "town " << seed << ", to " << goal;
        moved += after != before.cost ? 1 : 0;
      }
    }
  }
  EXPECT_GT(moved, 100u);
}

TEST(Routes, obey_one_way_roads_by_car_and_not_on_foot) {
  // 0 -> 1 -> 2 -> 0 one way; a footpath joins 0 and 2, a motorway 1 and 3.
  std::vector<Edge> edges = {road(0, 1, 100), road(1, 2, 100), road(2, 0, 100), road(0, 2, 50), road(1, 3, 900)};
  for (std::size_t i = 0; i < 3; ++i) edges[i].one_way = true;
  edges[3].car = false;
  edges[4].foot = false;
  const Network network{std::vector<Node>(4), edges};
  EXPECT_EQ(network.travel_times_to(NodeId{0}), (std::vector<Milliseconds>{0, 20'000, 10'000, 110'000}));
  EXPECT_EQ((Routes{network, network.lengths_m(), Traffic::walkers}.costs_to(NodeId{0})),
            (std::vector<std::uint32_t>{0, 100, 50, Network::unreachable}));
  EXPECT_EQ(network.shares_cars_with(NodeId{0}), (std::vector<std::uint8_t>{1, 1, 1, 1}));
  edges[2].car = false;
  EXPECT_EQ((Network{std::vector<Node>(4), edges}.shares_cars_with(NodeId{0})),
            (std::vector<std::uint8_t>{1, 0, 0, 0}));
}

TEST(TravelTimes, come_back_to_the_bit_when_a_road_reopens) {
  const RandomTown town = random_town(11);
  const Network network{std::vector<Node>(town.nodes), town.edges};
  std::vector<std::uint8_t> closed(town.edges.size(), 0);
  const auto before = network.travel_times_to(NodeId{0}, closed);
  EXPECT_EQ(before, network.travel_times_to(NodeId{0})) << "no flags mean that all are open";
  bool moved = false;
  for (std::uint8_t& road_closed : closed) {
    road_closed = 1;
    moved = moved || network.travel_times_to(NodeId{0}, closed) != before;
    road_closed = 0;
    EXPECT_EQ(network.travel_times_to(NodeId{0}, closed), before);
  }
  EXPECT_TRUE(moved) << "some road mattered";
}

TEST(Network, is_connected_when_every_node_can_reach_the_first) {
  EXPECT_TRUE(square().is_connected());
  EXPECT_TRUE(Network{}.is_connected());
  EXPECT_TRUE((Network{{{0, 0}}, {}}).is_connected());
  EXPECT_FALSE((Network{{{0, 0}, {1, 1}}, {}}).is_connected());
}

TEST(Network, knows_its_length_and_the_node_nearest_to_a_place) {
  EXPECT_EQ(square().length_km(), 1.4);
  EXPECT_EQ(square().nearest_node(90, 20), NodeId{1});
  EXPECT_EQ(square().nearest_node(1e6, 1e6), NodeId{4});
  EXPECT_EQ(square().nearest_node(50, 0), NodeId{0}) << "of two equally near, the first";
}

TEST(NetworkDeathTest, refuses_roads_to_nowhere_and_roads_without_speed) {
  EXPECT_DEATH((Network{{{0, 0}}, {road(0, 1, 100)}}), "nodes_.size");
  EXPECT_DEATH((Network{{{0, 0}, {1, 1}}, {road(0, 1, 100, 0)}}), "speed_km_h");
  EXPECT_DEATH(square().travel_times_to(NodeId{5}), "goal");
  EXPECT_DEATH(square().travel_times_to(NodeId{0}, std::vector<std::uint8_t>(2)), "closed");
}

}  // namespace
}  // namespace essaim
