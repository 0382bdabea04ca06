// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/destinations.h"

#include <gtest/gtest.h>

#include "models/commune/commune.h"
#include "tests/models/commune/made_up.h"

namespace essaim::commune {
namespace {

Commune village(double jobs, double rural_stop) {
  Site site = place("village", 4'000, 1'700, 1'500);
  set(site, FigureId::primary_schools, 3);
  set(site, FigureId::middle_schools, 1);
  set(site, FigureId::jobs, jobs);
  Parameters parameters;
  parameters.transit_stop_rural = Fraction{rural_stop};
  return make_commune(site, parameters, Uncertainty::fixed, {Date{2026, 6, 1}, 30, {}, {}}, Random{4, 0, site.id});
}

bool is_in(PlaceRange range, PlaceId place) { return place >= range.first && place < range.end(); }

TEST(Destinations, send_pupils_to_schools_of_their_age_and_nobody_else) {
  const Commune commune = village(1'000, 1);
  const Population& people = commune.population;
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    const std::uint32_t node = commune.territory.homes[h].index();
    for (std::uint32_t p = people.first_person[h]; p < people.first_person[h] + people.persons[h]; ++p) {
      const PlaceId place = commune.destinations.place[p];
      const Activity activity = people.activity[p];
      if (activity == Activity::pupil && people.age[p] < 11) {
        ASSERT_TRUE(is_in(commune.places.schools, place));
        for (PlaceId other = commune.places.schools.first; other < commune.places.schools.end(); ++other) {
          EXPECT_LE(commune.travel.metres(0, place, node), commune.travel.metres(0, other, node));
        }
      }
      if (activity == Activity::pupil && people.age[p] >= 11 && people.age[p] < 15) {
        EXPECT_TRUE(is_in(commune.places.middle_schools, place));
      }
      if (activity == Activity::pupil && people.age[p] >= 15) {
        EXPECT_EQ(place, Places::town);
      }
      const bool at_home = activity == Activity::retired || activity == Activity::unemployed ||
                           activity == Activity::other || activity == Activity::child;
      EXPECT_EQ(place == Destinations::none, at_home);
    }
  }
}

TEST(Destinations, share_out_workers_as_jobs_say) {
  const auto workers = [](const Commune& commune, bool with_car) {
    double inside = 0;
    double all = 0;
    const Population& people = commune.population;
    for (std::uint32_t h = 0; h < people.households(); ++h) {
      if (people.has_car(h) != with_car) continue;
      for (std::uint32_t p = people.first_person[h]; p < people.first_person[h] + people.persons[h]; ++p) {
        if (people.activity[p] != Activity::worker) continue;
        ++all;
        inside += is_in(commune.places.workplaces, commune.destinations.place[p]) ? 1 : 0;
      }
    }
    return inside / all;
  };
  EXPECT_NEAR(workers(village(0, 1), true), 0.1, 0.03);
  EXPECT_NEAR(workers(village(1e5, 1), true), 0.7, 0.04);
  EXPECT_EQ(workers(village(0, 0), false), 1);  // no car, no bus: nobody works outside
  EXPECT_NEAR(workers(village(0, 1), false), 1 - 0.3 * 0.9, 0.12);
}

}  // namespace
}  // namespace essaim::commune
