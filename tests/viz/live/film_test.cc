// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/live/film.h"

#include <gtest/gtest.h>

#include <cstring>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "models/catalogue/small_run.h"

namespace essaim::live {
namespace {

class Counter final : public mobility::TripWatcher {
 public:
  void made(const mobility::MadeTour& tour) override {
    ++tours;
    EXPECT_GT(tour.minutes, 0);
  }
  std::uint64_t tours = 0;
};

/// Numbers of a day's bytes, read as the page does.
class Bytes {
 public:
  explicit Bytes(std::string bytes) : bytes_{std::move(bytes)} {}
  std::uint32_t word() { return number(4); }
  std::vector<std::uint32_t> list(unsigned width) {
    std::vector<std::uint32_t> result(word());
    for (std::uint32_t& value : result) value = number(width);
    return result;
  }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::uint32_t number(unsigned width) {
    std::uint32_t value = 0;
    for (unsigned i = 0; i < width; ++i) {
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_.at(at_++))) << (8 * i);
    }
    return value;
  }
  std::string bytes_;
  std::size_t at_ = 0;
};

const catalogue::Scenario& village() {
  static const catalogue::Scenario scenario = catalogue::small_scenario(7);
  return scenario;
}

TEST(Film, WatchingChangesNothing) {
  const catalogue::SharedDraw shared{village(), 0, 1};
  SerialExecutor executor;
  catalogue::Arm alone{village(), shared, village().variants[1], catalogue::Shocks::with};
  catalogue::Arm watched{village(), shared, village().variants[1], catalogue::Shocks::with};
  Counter counter;
  watched.watch_trips(&counter);
  EXPECT_EQ(watched.run(executor).state_sha256, alone.run(executor).state_sha256);
  // Each tour is two trips; a stop on the way from work is one more, and no tour.
  std::uint64_t trips = 0;
  const auto& households = watched.mobility().households;
  for (const auto& by_mode : households.trips) {
    for (std::uint32_t h = 0; h < shared.commune.population.persons.size(); ++h) trips += by_mode[h];
  }
  EXPECT_GT(counter.tours, 1'000U);
  EXPECT_LE(2 * counter.tours, trips);
  EXPECT_GT(2.2 * static_cast<double>(counter.tours), static_cast<double>(trips));
}

TEST(Film, ShowsTheToursAndDeliveriesOfEachDay) {
  SerialExecutor executor;
  Film film{village(), 1, 1};
  const catalogue::SharedDraw shared{village(), 0, 1};
  catalogue::Arm arm{village(), shared, village().variants[1], catalogue::Shocks::with};
  Counter counter;
  arm.watch_trips(&counter);
  std::uint64_t before = 0;
  std::uint64_t deliveries = 0;
  for (std::uint32_t day = 0; day < village().days; ++day) {
    ASSERT_TRUE(film.next_day(executor));
    arm.run_day(executor);
    Bytes bytes{film.day()};
    EXPECT_EQ(bytes.word(), day);
    EXPECT_LT(bytes.word(), shared.commune.travel.states().size());
    const auto homes = bytes.list(4);
    const auto places = bytes.list(4);
    const auto minutes = bytes.list(2);
    const auto kinds = bytes.list(1);
    deliveries += bytes.list(4).size();
    EXPECT_TRUE(bytes.at_end());
    EXPECT_EQ(homes.size(), counter.tours - before) << day;
    EXPECT_TRUE(places.size() == homes.size() && minutes.size() == homes.size() && kinds.size() == homes.size());
    for (std::size_t i = 0; i < homes.size(); ++i) {
      ASSERT_LT(homes[i], shared.commune.territory.network.nodes().size());
      ASSERT_LT(places[i], shared.commune.places.count());
      ASSERT_LT(kinds[i] & 15U, mobility::all_modes);
    }
    before = counter.tours;
  }
  EXPECT_FALSE(film.next_day(executor));
  std::uint64_t counted = 0;
  for (std::uint32_t shop = 0; shop < shared.food.outside; ++shop) counted += arm.food().shops.deliveries[shop];
  EXPECT_EQ(deliveries, counted);
  EXPECT_GT(counted, 20U);
}

TEST(Film, WaysAreTheShortest) {
  const Film film{village(), 1, 0};
  const catalogue::SharedDraw shared{village(), 0, 1};
  const commune::Travel& travel = shared.commune.travel;
  const Network& network = shared.commune.territory.network;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> length;
  for (const Edge& edge : network.edges()) {
    for (const auto& ends : {std::pair{edge.a.index(), edge.b.index()}, std::pair{edge.b.index(), edge.a.index()}}) {
      const auto [at, is_new] = length.emplace(ends, edge.length_m);
      if (!is_new) at->second = std::min(at->second, edge.length_m);
    }
  }
  for (commune::PlaceId place = 0; place < shared.commune.places.count(); ++place) {
    Bytes bytes{std::string(4, '\0') + film.ways_to(0, place)};
    bytes.word();
    std::vector<std::uint32_t> next;
    while (!bytes.at_end()) next.push_back(bytes.word());
    ASSERT_EQ(next.size(), network.nodes().size());
    for (std::uint32_t node = 0; node < next.size(); ++node) {
      if (travel.metres(0, place, node) == Network::unreachable) continue;
      std::uint32_t metres = 0;
      std::uint32_t at = node;
      for (std::size_t step = 0; step < next.size() && next[at] != at; ++step) {
        metres += length.at({at, next[at]});
        at = next[at];
      }
      EXPECT_EQ(at, shared.commune.places.nodes[place].index());
      EXPECT_EQ(metres, travel.metres(0, place, node)) << place << ' ' << node;
    }
  }
  EXPECT_EQ(film.ways_to(99, 0), "");
  EXPECT_EQ(film.ways_to(0, 9'999), "");
}

TEST(Film, TheGroundShowsHouseholdsBySquaresWhereThereAreEnough) {
  const Film film{village(), 0, 0};
  const nlohmann::json ground = nlohmann::json::parse(film.ground());
  EXPECT_EQ(ground["kinds"].size(), ground["places"].size());
  EXPECT_EQ(ground["roads"].size() % 3, 0U);
  EXPECT_TRUE(ground["made_up"].get<bool>());
  EXPECT_EQ(ground["kinds"][0], "town");
  ASSERT_GT(ground["homes"].size(), 0U);
  for (const nlohmann::json& square : ground["homes"]) EXPECT_GE(square[2].get<int>(), 11);
}

TEST(Film, TheGroundHasTheFieldsOfTheMap) {
  const nlohmann::json ground = nlohmann::json::parse(Film{village(), 0, 0}.ground());
  ASSERT_GT(ground["fields"].size(), 10U);
  double twice_m2 = 0;
  for (const nlohmann::json& ring : ground["fields"]) {
    ASSERT_EQ(ring.size(), 8U);
    for (std::size_t i = 0; i < 8; i += 2) {
      twice_m2 += ring[i].get<double>() * ring[(i + 3) % 8].get<double>() -
                  ring[(i + 2) % 8].get<double>() * ring[i + 1].get<double>();
    }
  }
  const nlohmann::json& farmland = ground["farmland"];
  const double placed_ha = farmland["hectares"].get<double>() - farmland["missing"].get<double>();
  EXPECT_NEAR(twice_m2 / 2e4, placed_ha, 0.02 * placed_ha);
  EXPECT_EQ(farmland["origin"], "known");
}

}  // namespace
}  // namespace essaim::live
