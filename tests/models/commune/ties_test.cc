// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/ties.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "models/commune/commune.h"
#include "models/commune/structure.h"
#include "tests/models/commune/made_up.h"

namespace essaim::commune {
namespace {

Commune made(double residents, double households, const Parameters& parameters = {}) {
  const Site site = place("test", residents, households, 1'200);
  return make_commune(site, parameters, Uncertainty::drawn, {Date{2026, 6, 1}, 30, {}, {}}, Random{7, 0, site.id});
}

TEST(Ties, are_mutual_and_never_to_oneself) {
  const Commune commune = made(1'400, 650);
  for (std::uint32_t h = 0; h < 650; ++h) {
    for (const std::uint32_t other : commune.ties.of(h)) {
      EXPECT_NE(other, h);
      const auto back = commune.ties.of(other);
      EXPECT_NE(std::find(back.begin(), back.end(), h), back.end());
    }
  }
  double sum = 0;
  for (const TieKind kind : {TieKind::neighbour, TieKind::school, TieKind::work, TieKind::affinity}) {
    sum += commune.ties.mean_degree(kind);
  }
  EXPECT_DOUBLE_EQ(commune.ties.mean_degree(), sum);
}

/// Without groups and distant ties, a ring in which each knows three on each side: a clustering of 3 (k - 2) /
/// (4 (k - 1)) with k = 6 (Watts and Strogatz 1998).
TEST(Ties, to_neighbours_alone_cluster_as_a_ring_does) {
  Parameters parameters;
  parameters.distant_ties = Fraction{0};
  parameters.group_ties = Fraction{0};
  const Commune commune = made(1'400, 650, parameters);
  EXPECT_DOUBLE_EQ(commune.ties.mean_degree(), 6.0);
  EXPECT_NEAR(commune.ties.clustering(), 3.0 * 4 / (4 * 5), 1e-12);
}

TEST(Ties, of_work_and_school_join_members_of_one_place) {
  Parameters parameters;
  parameters.ties = Fraction{2};
  parameters.distant_ties = Fraction{0};
  const Commune commune = made(6'000, 2'600, parameters);
  EXPECT_GT(commune.ties.mean_degree(TieKind::school), 0.3);
  EXPECT_GT(commune.ties.mean_degree(TieKind::work), 0.1);
  const Population& people = commune.population;
  const auto places_of = [&](std::uint32_t h) {
    const auto first = commune.destinations.place.begin() + people.first_person[h];
    return std::vector<PlaceId>(first, first + people.persons[h]);
  };
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    for (const std::uint32_t other : commune.ties.of(h)) {
      const std::uint32_t apart = (other + people.households() - h) % people.households();
      if (apart == 1 || apart + 1 == people.households()) continue;  // a neighbour
      const auto own = places_of(h);
      const auto theirs = places_of(other);
      EXPECT_TRUE(std::any_of(own.begin(), own.end(),
                              [&](PlaceId place) {
                                return place != Places::town && place != Destinations::none &&
                                       std::find(theirs.begin(), theirs.end(), place) != theirs.end();
                              }))
          << h << " " << other;
    }
  }
}

TEST(Ties, that_reach_far_go_to_people_of_like_age_if_they_choose) {
  const auto mean_gap = [](double affinity) {
    Parameters parameters;
    parameters.distant_ties = Fraction{1};
    parameters.group_ties = Fraction{0};
    parameters.affinity = Fraction{affinity};
    const Commune commune = made(6'000, 2'600, parameters);
    const auto oldest = [&](std::uint32_t h) {
      const auto ages = commune.population.ages_of(h);
      return static_cast<double>(*std::max_element(ages.begin(), ages.end()));
    };
    double sum = 0;
    double count = 0;
    for (std::uint32_t h = 0; h < commune.population.households(); ++h) {
      for (const std::uint32_t other : commune.ties.of(h)) sum += std::abs(oldest(h) - oldest(other)), ++count;
    }
    return sum / count;
  };
  EXPECT_LT(mean_gap(4), 0.5 * mean_gap(1));
}

TEST(Traits, describe_the_commune_that_was_drawn) {
  const Commune commune = made(1'400, 650);
  const std::vector<double> values = traits(commune);
  ASSERT_EQ(values.size(), trait_infos().size());
  const auto value = [&](std::string_view name) {
    const auto found = std::ranges::find(trait_infos(), name, &TraitInfo::name);
    return values[static_cast<std::size_t>(found - trait_infos().begin())];
  };
  EXPECT_DOUBLE_EQ(value("ties.degree"), commune.ties.mean_degree());
  EXPECT_EQ(value("population.fit_converged"), 1);
  double metres = 0;
  for (const Edge& edge : commune.territory.network.edges()) metres += edge.length_m;
  for (const std::uint32_t edge : commune.territory.access) metres -= commune.territory.network.edges()[edge].length_m;
  EXPECT_NEAR(value("roads.length"), metres / 1e3, 1e-6);
}

}  // namespace
}  // namespace essaim::commune
