// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/population.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include "models/commune/commune.h"
#include "models/commune/population_sample.h"
#include "tests/models/commune/made_up.h"

namespace essaim::commune {
namespace {

Site town(double residents, double households) {
  Site site = place("test", residents, households, 1'200);
  set(site, FigureId::income_median, 22'000);
  set(site, FigureId::income_d1, 12'000);
  set(site, FigureId::income_d9, 47'000);
  return site;
}

Commune made(const Site& site, std::uint32_t replicate = 0) {
  return make_commune(site, Parameters{}, Uncertainty::drawn, {Date{2026, 6, 1}, 30, {}, {}},
                      Random{7, replicate, site.id});
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
      EXPECT_EQ(commune.population.everybody(), static_cast<std::uint32_t>(residents));
      EXPECT_EQ(commune.population.households(), static_cast<std::uint32_t>(households));
      const auto& persons = commune.population.persons;
      EXPECT_EQ(std::accumulate(persons.begin(), persons.end(), 0u), commune.population.residents());
      EXPECT_GE(*std::min_element(persons.begin(), persons.end()), 1);
    }
  }
}

/// A survey of persons who live alone, in a commune whose households are twice as large: all grow alike, none by
/// hundreds.
TEST(Population, of_a_sample_of_single_persons_shares_out_those_who_are_missing) {
  MicroSample singles;
  for (std::uint32_t i = 0; i < 40; ++i) {
    singles.sample.members.push_back({static_cast<std::uint8_t>(20 + i), Sex::woman, Activity::worker});
    SampleHousehold household;
    household.first = i;
    singles.sample.households.push_back(household);
  }
  Site site = town(900, 400);
  site.sample = std::make_shared<const MicroSample>(singles);
  set(site, FigureId::care_home_residents, 0);
  const Population people = made(site).population;
  EXPECT_EQ(people.residents(), 900u);
  EXPECT_EQ(people.age.size(), 900u);
  EXPECT_LE(*std::max_element(people.persons.begin(), people.persons.end()), 3);
}

/// Shares of one whole of which some are known: these stay, the others fill the rest.
TEST(Population, keeps_known_shares_where_national_ones_beside_them_exceed_the_whole) {
  Site site = town(4'000, 1'700);
  set(site, FigureId::houses, 0.9);
  set(site, FigureId::one_person_households, 0.48);
  const Commune commune = made(site);
  EXPECT_DOUBLE_EQ(commune.figure(FigureId::houses), 0.9);
  EXPECT_NEAR(commune.figure(FigureId::flats), 0.1, 1e-12);
  EXPECT_DOUBLE_EQ(commune.figure(FigureId::one_person_households), 0.48);
  const auto& types = commune.population.type;
  const auto alone = static_cast<double>(std::count(types.begin(), types.end(), HouseholdType::one_person));
  EXPECT_NEAR(alone, 0.48 * 1'700, 0.02 * 0.48 * 1'700);
}

/// Every margin that is known is met; prints those that are not.
void expect_known_margins_met(const Commune& commune, std::string_view of) {
  for (const Margin& margin : margins(commune)) {
    if (!margin.known) continue;
    EXPECT_TRUE(margin.is_met()) << of << ": " << figure_info(margin.figure).name << " " << margin.drawn << " for "
                                 << margin.target;
  }
}

TEST(Population, meets_known_margins_within_two_percent_or_two_units) {
  for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
    expect_known_margins_met(made(town(6'896, 2'850), replicate), "town");
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

TEST(Population, has_as_many_owners_social_tenants_active_and_unemployed_as_the_figures_say) {
  Site site = town(6'896, 2'850);
  set(site, FigureId::owners, 0.6);
  set(site, FigureId::social_housing, 0.2);
  set(site, FigureId::residents_15_64, 4'274);
  set(site, FigureId::active_15_64, 2'970);
  set(site, FigureId::unemployed_15_64, 457);
  const Population people = made(site).population;
  const auto tenures = [&](Tenure tenure) {
    return static_cast<double>(std::count(people.tenure.begin(), people.tenure.end(), tenure));
  };
  EXPECT_NEAR(tenures(Tenure::owner), 1'710, 2);
  EXPECT_NEAR(tenures(Tenure::social_tenant), 570, 2);
  double of_age = 0;
  double active = 0;
  double unemployed = 0;
  for (std::uint32_t p = 0; p < people.residents(); ++p) {
    if (people.age[p] < 15 || people.age[p] >= 65) continue;
    ++of_age;
    const Activity activity = people.activity[p];
    active += activity == Activity::worker || activity == Activity::unemployed ? 1 : 0;
    unemployed += activity == Activity::unemployed ? 1 : 0;
  }
  EXPECT_NEAR(of_age, 4'274, 6);  // less those in care homes
  EXPECT_NEAR(active, 2'970, 2);
  EXPECT_NEAR(unemployed, 457, 2);
}

TEST(Population, gives_richer_households_more_homes_of_their_own_and_more_cars) {
  const Population people = made(town(6'896, 2'850)).population;
  const auto order = by_income(people);
  const auto third = order.size() / 3;
  const auto owners = [&](std::size_t first) {
    return std::count_if(order.begin() + static_cast<std::ptrdiff_t>(first),
                         order.begin() + static_cast<std::ptrdiff_t>(first + third),
                         [&](std::uint32_t h) { return people.tenure[h] == Tenure::owner; });
  };
  EXPECT_GT(owners(2 * third), owners(0) + 50);
  EXPECT_TRUE(std::any_of(people.cars.begin(), people.cars.end(), [](auto cars) { return cars == 2; }));
}

TEST(Groups, put_each_household_in_one_group_of_each_kind) {
  const Commune commune = made(town(6'896, 2'850));
  std::array<std::uint32_t, group_count> sizes{};
  for (std::uint32_t h = 0; h < 2'850; ++h) {
    std::string_view kind;
    for (const std::uint8_t group : commune.groups.of(h)) {
      EXPECT_NE(group_infos()[group].kind, kind);
      kind = group_infos()[group].kind;
      ++sizes[group];
    }
  }
  EXPECT_EQ(sizes[0] + sizes[1] + sizes[2], 2'850u);
  EXPECT_EQ(sizes[0], 950u);
  EXPECT_EQ(sizes[3] + sizes[4] + sizes[5], 2'850u);
}

TEST(GroupRatios, show_no_group_of_fewer_than_eleven_households) {
  const Commune commune = made(town(25, 12));
  GroupRatios ratios{commune.groups};
  for (std::uint32_t h = 0; h < 12; ++h) ratios.add(h, 1, 2);
  std::array<double, group_count> values{};
  ratios.write(values);
  for (std::size_t g = 0; g < 3; ++g) EXPECT_TRUE(std::isnan(values[g])) << "a third of twelve households is shown";
}

TEST(Territory, is_connected_and_houses_every_household) {
  for (const double households : {100.0, 2'850.0}) {
    const Commune commune = made(town(households * 2.4, households));
    EXPECT_TRUE(commune.territory.network.is_connected());
    EXPECT_EQ(commune.territory.homes.size(), static_cast<std::size_t>(households));
    EXPECT_GE(commune.territory.access.size(), 1u);
    std::vector<std::uint8_t> closed(commune.territory.network.edges().size(), 0);
    for (const std::uint32_t edge : commune.territory.access) closed[edge] = 1;
    const auto times = commune.territory.network.travel_times_to(commune.territory.town, closed);
    for (const NodeId home : commune.territory.homes) EXPECT_EQ(times[home.index()], Network::unreachable);
  }
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
