// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/population.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/commune/commune.h"

namespace essaim::commune {
namespace {

void set(Site& site, FigureId id, double value) {
  site.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2021, "test", Mark::published, false, true};
}

Site town(double residents, double households) {
  Site site;
  site.id = "test";
  set(site, FigureId::population, residents);
  set(site, FigureId::households, households);
  set(site, FigureId::area, 1'200);
  set(site, FigureId::income_median, 22'000);
  set(site, FigureId::income_d1, 12'000);
  set(site, FigureId::income_d9, 47'000);
  return site;
}

Commune made(const Site& site, std::uint32_t replicate = 0) {
  return make_commune(site, Parameters{}, Uncertainty::drawn, Date{2026, 6, 1}, 30, Random{7, replicate, site.id});
}

TEST(LargestRemainder, gives_parts_that_add_up_and_lie_within_one_of_their_share) {
  const double shares[] = {0.1, 0.25, 0.3333, 0.05, 0.2667};
  for (std::uint32_t total : {0u, 1u, 7u, 100u, 12'345u}) {
    const auto parts = largest_remainder(shares, total);
    EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), 0u), total);
    for (std::size_t i = 0; i < parts.size(); ++i) EXPECT_LT(std::abs(parts[i] - shares[i] * total), 1.0);
  }
}

TEST(Population, has_exactly_the_residents_and_households_of_the_figures) {
  for (const auto& [residents, households] :
       {std::pair{617, 226}, {6'896, 2'850}, {20'331, 7'821}, {300, 300}, {5, 1}}) {
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
      const Commune commune = made(town(residents, households), replicate);
      EXPECT_EQ(commune.population.residents(), static_cast<std::uint32_t>(residents));
      EXPECT_EQ(commune.population.households(), static_cast<std::uint32_t>(households));
      const auto& persons = commune.population.persons;
      EXPECT_EQ(std::accumulate(persons.begin(), persons.end(), 0u), static_cast<std::uint32_t>(residents));
      EXPECT_GE(*std::min_element(persons.begin(), persons.end()), 1);
    }
  }
}

TEST(Population, meets_sourced_margins_within_two_percent_or_two_units) {
  const Commune commune = made(town(6'896, 2'850));
  for (const Margin& margin : margins(commune)) {
    const bool is_share = figure_info(margin.figure).unit == "1";
    const double unit = is_share ? 2.0 / 2'850 : 2.0;
    EXPECT_NEAR(margin.drawn, margin.target, std::max(unit, 0.02 * margin.target)) << figure_info(margin.figure).name;
  }
}

TEST(Population, has_no_household_of_children_alone) {
  const Commune commune = made(town(6'896, 2'850));
  for (std::uint32_t h = 0; h < commune.population.households(); ++h) {
    const auto ages = commune.population.ages_of(h);
    EXPECT_GE(*std::max_element(ages.begin(), ages.end()), 15) << "household " << h;
  }
}

TEST(Population, counts_consumption_units_as_the_oecd_modified_scale_does) {
  const Commune commune = made(town(6'896, 2'850));
  for (std::uint32_t h = 0; h < commune.population.households(); ++h) {
    const auto ages = commune.population.ages_of(h);
    const auto older = std::count_if(ages.begin() + 1, ages.end(), [](auto age) { return age >= 14; });
    const auto younger = static_cast<std::ptrdiff_t>(ages.size()) - 1 - older;
    EXPECT_DOUBLE_EQ(commune.population.consumption_units[h],
                     1.0 + 0.5 * static_cast<double>(older) + 0.3 * static_cast<double>(younger));
  }
}

TEST(Territory, is_connected_and_houses_every_household) {
  for (const double households : {100.0, 2'850.0}) {
    const Commune commune = made(town(households * 2.4, households));
    EXPECT_TRUE(commune.territory.network.is_connected());
    EXPECT_EQ(commune.territory.homes.size(), static_cast<std::size_t>(households));
    EXPECT_GE(commune.territory.access.size(), 1u);
    std::vector<std::uint8_t> closed(commune.territory.network.edges().size(), 0);
    for (const std::uint32_t edge : commune.territory.access) closed[edge] = 1;
    const auto times = commune.territory.network.travel_times_from(commune.territory.town, closed);
    for (const NodeId home : commune.territory.homes) EXPECT_EQ(times[home.index()], Network::unreachable);
  }
}

TEST(Ties, are_mutual_and_never_to_oneself) {
  const Commune commune = made(town(1'400, 650));
  for (std::uint32_t h = 0; h < 650; ++h) {
    for (const std::uint32_t other : commune.ties.of(h)) {
      EXPECT_NE(other, h);
      const auto back = commune.ties.of(other);
      EXPECT_NE(std::find(back.begin(), back.end(), h), back.end());
    }
  }
  EXPECT_NEAR(commune.ties.mean_degree(), 6.0, 0.3);
}

TEST(Weather, follows_the_monthly_normals_on_average) {
  const Site site = town(1'400, 650);
  double sum = 0;
  constexpr int replicates = 200;
  for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
    const Random random{1, replicate, "test"};
    sum += made(site, replicate).maximum_temperature[14];
  }
  // Half of June and a half daily range of 4.5 above the mean of the stations, shift included.
  const double expected = site.temperature(5).value + site.figure(FigureId::climate_shift).value + 4.5;
  EXPECT_NEAR(sum / replicates, expected, 1.0);
}

}  // namespace
}  // namespace essaim::commune
