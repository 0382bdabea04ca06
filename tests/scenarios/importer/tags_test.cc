// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "scenarios/importer/place_tags.h"
#include "scenarios/importer/road_tags.h"

namespace essaim::importer {

namespace {

using commune::PlaceKind;

TEST(SpeedOf, reads_what_people_write) {
  EXPECT_EQ(speed_of("50"), 50);
  EXPECT_EQ(speed_of("30 mph"), 48);
  EXPECT_EQ(speed_of("50 km/h"), 50);
  EXPECT_EQ(speed_of("FR:urban"), 50);
  EXPECT_EQ(speed_of("FR:rural"), 80);
  EXPECT_EQ(speed_of("FR:zone30"), 30);
  EXPECT_EQ(speed_of("FR:30"), 30);
  EXPECT_EQ(speed_of("zone:30"), 30);
  EXPECT_EQ(speed_of("walk"), 6);
  EXPECT_EQ(speed_of("none"), 130);
  EXPECT_EQ(speed_of("70;50"), 50);
  EXPECT_EQ(speed_of("['50', '30']"), 30);
}

TEST(SpeedOf, does_not_guess) {
  for (const char* text : {"", "signals", "fast", "-50", "0", "50 knots", "nan", "DE:rural", ";", "[]"}) {
    EXPECT_EQ(speed_of(text), std::nullopt) << text;
  }
}

TEST(RoadUse, takes_the_class_of_a_road_and_its_defaults) {
  const auto use = road_use({{"highway", "residential"}});
  ASSERT_TRUE(use);
  EXPECT_EQ(use->road, RoadClass::street);
  EXPECT_EQ(use->speed_km_h, 30);
  EXPECT_FALSE(use->speed_tagged);
  EXPECT_TRUE(use->car && use->foot);
  EXPECT_EQ(use->cars, Direction::both);
  EXPECT_EQ(road_use({{"highway", "trunk"}})->road, RoadClass::motorway);
  EXPECT_EQ(road_use({{"highway", "secondary_link"}})->road, RoadClass::major);
  EXPECT_EQ(road_use({{"highway", "tertiary"}})->road, RoadClass::minor);
  EXPECT_EQ(road_use({{"highway", "track"}})->road, RoadClass::track);
  EXPECT_EQ(road_use({{"highway", "['footway', 'steps']"}})->road, RoadClass::path);
}

TEST(RoadUse, leaves_out_what_is_no_road) {
  for (const char* value : {"construction", "proposed", "bus_stop", "traffic_island", "raceway", "crossing"}) {
    EXPECT_FALSE(road_use({{"highway", value}})) << value;
  }
  EXPECT_FALSE(road_use({{"railway", "rail"}, {"maxspeed", "160"}}));
}

TEST(RoadUse, knows_who_may_pass) {
  const auto use = [](Tags tags) { return *road_use(tags); };
  EXPECT_TRUE(use({{"highway", "service"}, {"access", "private"}}).for_nobody());
  EXPECT_FALSE(use({{"highway", "service"}, {"access", "private"}, {"foot", "yes"}}).car);
  EXPECT_TRUE(use({{"highway", "service"}, {"access", "private"}, {"foot", "yes"}}).foot);
  EXPECT_TRUE(use({{"highway", "service"}, {"access", "no"}, {"motor_vehicle", "yes"}}).car);
  EXPECT_FALSE(use({{"highway", "residential"}, {"motor_vehicle", "no"}}).car);
  EXPECT_FALSE(use({{"highway", "footway"}}).car);
  EXPECT_FALSE(use({{"highway", "footway"}, {"access", "yes"}}).car);
  EXPECT_FALSE(use({{"highway", "track"}}).car);
  EXPECT_TRUE(use({{"highway", "track"}, {"motor_vehicle", "yes"}}).car);
  EXPECT_TRUE(use({{"highway", "track"}, {"access", "agricultural"}}).foot);
  EXPECT_FALSE(use({{"highway", "motorway"}}).foot);
  EXPECT_FALSE(use({{"highway", "motorway"}, {"access", "yes"}}).foot);
  EXPECT_FALSE(use({{"highway", "trunk"}, {"motorroad", "yes"}}).foot);
  EXPECT_TRUE(use({{"highway", "cycleway"}, {"foot", "no"}}).foot);  // by bike
  EXPECT_TRUE(use({{"highway", "cycleway"}, {"foot", "no"}, {"bicycle", "no"}}).for_nobody());
}

TEST(RoadUse, knows_the_direction_of_cars) {
  const auto cars = [](Tags tags) { return road_use(tags)->cars; };
  for (const char* yes : {"yes", "true", "1"}) {
    EXPECT_EQ(cars({{"highway", "primary"}, {"oneway", yes}}), Direction::forwards) << yes;
  }
  EXPECT_EQ(cars({{"highway", "primary"}, {"oneway", "-1"}}), Direction::backwards);
  EXPECT_EQ(cars({{"highway", "primary"}, {"oneway", "no"}}), Direction::both);
  EXPECT_EQ(cars({{"highway", "primary"}, {"junction", "roundabout"}}), Direction::forwards);
  EXPECT_EQ(cars({{"highway", "motorway"}}), Direction::forwards);
  EXPECT_EQ(cars({{"highway", "motorway"}, {"oneway", "no"}}), Direction::both);
  EXPECT_EQ(cars({{"highway", "footway"}, {"oneway", "yes"}}), Direction::both);
}

TEST(PlaceKind, is_told_by_tags) {
  EXPECT_EQ(place_kind({{"shop", "bakery"}}), PlaceKind::food_shop);
  EXPECT_EQ(place_kind({{"shop", "supermarket"}}), PlaceKind::supermarket);
  EXPECT_EQ(place_kind({{"shop", "clothes"}}), PlaceKind::workplace);
  EXPECT_EQ(place_kind({{"shop", "vacant"}}), std::nullopt);
  EXPECT_EQ(place_kind({{"amenity", "townhall"}}), PlaceKind::town_hall);
  EXPECT_EQ(place_kind({{"amenity", "fuel"}}), PlaceKind::fuel_station);
  EXPECT_EQ(place_kind({{"amenity", "clinic"}}), PlaceKind::doctor);
  EXPECT_EQ(place_kind({{"healthcare", "doctor"}}), PlaceKind::doctor);
  EXPECT_EQ(place_kind({{"office", "insurance"}}), PlaceKind::workplace);
  EXPECT_EQ(place_kind({{"landuse", "industrial"}}), PlaceKind::workplace);
  EXPECT_EQ(place_kind({{"amenity", "bench"}}), std::nullopt);
}

TEST(PlaceKind, tells_schools_apart_by_their_french_names) {
  const auto school = [](const char* key, const char* value) {
    return place_kind({{"amenity", "school"}, {key, value}});
  };
  EXPECT_EQ(school("school:FR", "maternelle"), PlaceKind::primary_school);
  EXPECT_EQ(school("school:FR", "Élémentaire"), PlaceKind::primary_school);
  EXPECT_EQ(school("school:FR", "collège"), PlaceKind::middle_school);
  EXPECT_EQ(school("school:FR", "lycée"), std::nullopt);
  EXPECT_EQ(school("name", "COLLÈGE Beaumont"), PlaceKind::middle_school);
  EXPECT_EQ(school("name", "Lycée Marcel Callo"), std::nullopt);
  EXPECT_EQ(school("name", "École Marie Curie"), PlaceKind::primary_school);
  EXPECT_EQ(school("isced:level", "2"), PlaceKind::middle_school);
}

TEST(Dwellings, are_counted_where_it_can_be_told) {
  EXPECT_TRUE(looks_residential({{"building", "yes"}}));
  EXPECT_TRUE(looks_residential({{"building", "apartments"}}));
  EXPECT_FALSE(looks_residential({{"building", "yes"}, {"shop", "clothes"}}));
  EXPECT_FALSE(looks_residential({{"building", "garage"}}));
  EXPECT_EQ(dwellings_of({{"building", "yes"}, {"building:levels", "5"}}, 400).count, 1);
  EXPECT_EQ(dwellings_of({{"building", "apartments"}, {"building:flats", "12"}}, 400).count, 12);
  EXPECT_EQ(dwellings_of({{"building", "apartments"}, {"building:levels", "4"}}, 400).count, 20);
  const Dwellings guessed = dwellings_of({{"building", "apartments"}}, 400);
  EXPECT_EQ(guessed.count, 15);
  EXPECT_TRUE(guessed.guessed);
}

}  // namespace
}  // namespace essaim::importer
