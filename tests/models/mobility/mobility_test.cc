// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "models/mobility/ways.h"
#include "tests/models/mobility/made_up.h"

// Patterns that trips must show, and what must hold exactly whatever the parameters.

namespace essaim::mobility {
namespace {

using commune::FigureId;

double without_car(const ArmOutcome& arm) { return total_of(arm, "mobility.missed_car"); }

TEST(Trips, on_an_ordinary_weekday_are_near_the_national_survey) {
  const auto arm = arms_of(made_up(28))[0];
  ASSERT_EQ(arm.error, "");
  EXPECT_NEAR(weekday_mean(arm, "mobility.trips"), 3.0, 0.25);
  EXPECT_NEAR(weekday_mean(arm, "mobility.minutes"), 60, 20);
  EXPECT_NEAR(weekday_mean(arm, "mobility.car_share"), 0.72, 0.12);  // 70 to 80 % in rural communes
  EXPECT_NEAR(weekday_mean(arm, "mobility.walk_share"), 0.2, 0.1);
  EXPECT_NEAR(weekday_mean(arm, "mobility.distance"), 30, 12);
  EXPECT_LT(weekday_mean(arm, "mobility.missed_share"), 0.02);
}

TEST(Trips, are_made_by_car_less_often_in_a_town_than_in_a_village) {
  Scenario town = made_up(14);
  town.sites[0].settlement = commune::Settlement::centre;
  give(town.sites[0], FigureId::distance_town_20k, 1);
  const auto in_town = arms_of(town)[0];
  const auto in_village = arms_of(made_up(14))[0];
  EXPECT_LT(weekday_mean(in_town, "mobility.car_share"), weekday_mean(in_village, "mobility.car_share") - 0.05);
  EXPECT_GT(weekday_mean(in_town, "mobility.transit_share"), weekday_mean(in_village, "mobility.transit_share"));
}

TEST(FuelPrice, a_fifth_higher_lowers_car_kilometres_by_a_few_percent) {
  Scenario scenario = made_up(28);
  scenario.shocks = {shock("fuel_price", 0, 28, {1.2})};
  const auto arms = arms_of(scenario);
  const double change = total_of(arms[0], "mobility.car_km") / total_of(arms[1], "mobility.car_km") - 1;
  EXPECT_LT(change, -0.015);
  EXPECT_GT(change, -0.08);
}

TEST(FuelPrice, moves_the_poor_more_than_the_rich) {
  Scenario scenario = made_up(28);
  scenario.shocks = {shock("fuel_price", 0, 28, {1.2})};
  const SharedDraw shared{scenario, 0, 0};
  const auto order = commune::by_income(shared.commune.population);
  const auto driven = [&](Shocks shocks, bool poorest) {
    Arm arm{scenario, shared, scenario.variants[0], shocks};
    SerialExecutor executor;
    arm.run(executor);
    double sum = 0;
    for (std::size_t i = 0; i < order.size() / 2; ++i) {
      sum += arm.mobility().households.driven_m100[poorest ? order[i] : order[order.size() - 1 - i]];
    }
    return sum;
  };
  const double poor = driven(Shocks::with, true) / driven(Shocks::without, true);
  const double rich = driven(Shocks::with, false) / driven(Shocks::without, false);
  EXPECT_LT(poor, rich);
}

TEST(Roads, that_close_and_reopen_give_the_old_ways_back_to_the_last_bit) {
  Scenario scenario = made_up(20);
  scenario.shocks = {shock("road_closure", 5, 3, {1}), shock("flood", 10, 4, {4})};
  const SharedDraw shared{scenario, 0, 0};
  const auto& travel = shared.commune.travel;
  ASSERT_GT(travel.states().size(), 1u);
  Ways ways{shared.mobility};
  std::uint32_t cut = 0;
  for (std::uint32_t h = 0; h < shared.commune.population.households(); ++h) {
    const std::uint32_t home = shared.commune.territory.homes[h].index();
    ways.refresh(h, home, {});
    const auto before = ways.of(shared.mobility.care_tour(h));
    for (std::uint32_t state = 1; state < travel.states().size(); ++state) {
      EXPECT_TRUE(ways.refresh(h, home, {.roads = state}));
      cut += ways.of(shared.mobility.care_tour(h)).reachable ? 0 : 1;
    }
    EXPECT_TRUE(ways.refresh(h, home, {}));
    const auto& after = ways.of(shared.mobility.care_tour(h));
    EXPECT_EQ(after.weights, before.weights);
    EXPECT_EQ(after.minutes, before.minutes);
    EXPECT_EQ(after.m100, before.m100);
    EXPECT_FALSE(ways.refresh(h, home, {})) << "nothing has changed";
  }
  EXPECT_GT(cut, 0u);
}

TEST(Roads, that_are_all_closed_stop_trips_outside_and_the_reason_is_counted) {
  Scenario scenario = made_up(21);
  scenario.shocks = {shock("road_closure", 7, 4, {1})};
  const auto arms = arms_of(scenario);
  for (std::uint32_t day = 7; day < 11; ++day) {
    EXPECT_EQ(value_on(arms[0], "mobility.outside_share", day), 0.0) << "day " << day;
    EXPECT_GT(value_on(arms[0], "mobility.missed_road", day), 100.0) << "day " << day;
    EXPECT_GT(value_on(arms[0], "mobility.missed_share", day), 0.3) << "day " << day;
  }
  EXPECT_EQ(total_of(arms[1], "mobility.missed_road"), 0.0);
  EXPECT_EQ(value_on(arms[0], "mobility.missed_road", 11), 0.0);
  EXPECT_NEAR(value_on(arms[0], "mobility.trips", 14), value_on(arms[1], "mobility.trips", 14), 0.02);
  EXPECT_NEAR(value_on(arms[0], "mobility.minutes", 14), value_on(arms[1], "mobility.minutes", 14), 0.5);
}

TEST(Households, whom_nothing_acts_on_live_the_same_days_in_all_arms) {
  Scenario scenario = made_up(20);
  scenario.shocks = {shock("fuel_price", 0, 20, {1}), shock("fuel_shortage", 5, 5, {0})};
  const auto arms = arms_of(scenario);
  EXPECT_EQ(arms[0].state_sha256, arms[1].state_sha256);
}

TEST(Households, draw_the_same_days_again) {
  Scenario scenario = made_up(10);
  scenario.shocks = {shock("fuel_shortage", 2, 8, {1})};
  EXPECT_EQ(arms_of(scenario)[0].state_sha256, arms_of(scenario)[0].state_sha256);
}

TEST(Households, without_a_car_miss_no_trip_that_they_can_walk) {
  Scenario scenario = made_up(28);
  give(scenario.sites[0], FigureId::households_with_car, 0);
  give(scenario.sites[0], FigureId::general_practitioners, 2);
  give(scenario.sites[0], FigureId::area, 60);  // one small village: everything within reach
  const auto arm = arms_of(scenario)[0];
  EXPECT_EQ(total_of(arm, "mobility.car_km"), 0.0);
  EXPECT_LT(total_of(arm, "mobility.missed_share") / 28, 0.05);
  EXPECT_EQ(total_of(arm, "mobility.missed_fuel"), 0.0);
}

TEST(AbsentWorkers, do_not_travel_and_miss_no_trip) {
  Scenario scenario = made_up(14);
  scenario.shocks = {shock("epidemic_wave", 0, 14, {1})};
  const auto arms = arms_of(scenario);
  EXPECT_LT(weekday_mean(arms[0], "mobility.trips"), weekday_mean(arms[1], "mobility.trips") - 0.05);
  EXPECT_LE(total_of(arms[0], "mobility.missed_share"), total_of(arms[1], "mobility.missed_share") + 0.1);
}

TEST(FuelShortage, empties_stations_then_tanks_and_ends) {
  Scenario scenario = made_up(70);
  scenario.shocks = {shock("fuel_shortage", 5, 40, {1})};
  fix(scenario, "commune.transit_stop_rural", 0);  // else its line carries all whose tank is dry
  const auto arms = arms_of(scenario);
  ASSERT_EQ(arms[0].error, "");  // the fuel ledger is audited each day
  EXPECT_LT(value_on(arms[0], "mobility.fuel_stock", 40), 0.2);
  EXPECT_GT(value_on(arms[0], "mobility.dry_households", 44), value_on(arms[1], "mobility.dry_households", 44) + 50);
  EXPECT_GT(value_on(arms[0], "mobility.missed_fuel", 42), 20.0);
  EXPECT_LT(value_on(arms[0], "mobility.missed_fuel", 65), value_on(arms[0], "mobility.missed_fuel", 42) / 4);
}

TEST(FuelLedger, notices_fuel_that_nobody_bought) {
  const Scenario scenario = made_up(10);
  const SharedDraw shared{scenario, 0, 0};
  Arm arm{scenario, shared, scenario.variants[0], Shocks::with};
  SerialExecutor executor;
  for (int day = 0; day < 5; ++day) ASSERT_TRUE(arm.run_day(executor)) << arm.outcome().error;
  arm.mobility().households.tank_ml[3] += 1'000;
  arm.run_day(executor);
  EXPECT_EQ(arm.outcome().error, "ledger.millilitres of fuel: 1000 millilitres of fuel appeared before day 6");
}

TEST(SolidarityRides, stay_within_what_volunteers_give_and_spare_missed_trips) {
  Scenario scenario = made_up(42);
  give(scenario.sites[0], FigureId::households_with_car, 0.5);
  give(scenario.sites[0], FigureId::general_practitioners, 0);
  fix(scenario, "commune.transit_stop_rural", 0);
  scenario.variants.push_back({"rides", "", {composed(commune::Condition::solidarity_rides, 2, 42)}});
  const auto arms = arms_of(scenario);
  const auto rides = series_of(arms[2], "mobility.rides");
  EXPECT_LE(*std::max_element(rides.begin(), rides.end()), 2.0);
  EXPECT_GT(total_of(arms[2], "mobility.rides"), 5.0);
  EXPECT_EQ(total_of(arms[0], "mobility.rides"), 0.0);
  EXPECT_EQ(without_car(arms[0]) - without_car(arms[2]), 2 * total_of(arms[2], "mobility.rides"));
}

TEST(CarpoolAndCycleNetwork, move_trips_out_of_cars) {
  Scenario scenario = made_up(21);
  scenario.variants.push_back({"carpool", "", {composed(commune::Condition::carpool_offer, 0.5, 21)}});
  scenario.variants.push_back({"bikes", "", {composed(commune::Condition::cycle_network, 0.8, 21)}});
  const auto arms = arms_of(scenario);
  EXPECT_GT(total_of(arms[2], "mobility.carpool_share"), 1.2 * total_of(arms[0], "mobility.carpool_share"));
  EXPECT_GT(total_of(arms[4], "mobility.bike_share"), 1.2 * total_of(arms[0], "mobility.bike_share"));
  EXPECT_LT(total_of(arms[2], "mobility.co2"), total_of(arms[0], "mobility.co2"));
  EXPECT_LT(total_of(arms[4], "mobility.co2"), total_of(arms[0], "mobility.co2"));
}

TEST(PeakTimes, are_never_below_free_ones_and_grow_with_traffic) {
  const Scenario scenario = made_up(5);
  const SharedDraw shared{scenario, 0, 0};
  const auto& commune = shared.commune;
  const std::uint32_t home = commune.territory.homes[0].index();
  const PeakTimes none{commune, {}, 1};
  const PeakTimes some{commune, {{home, commune::Places::town, 900}}, 1};
  for (commune::PlaceId place = 0; place < commune.places.count(); ++place) {
    for (std::uint32_t node = 0; node < commune.territory.network.nodes().size(); ++node) {
      EXPECT_EQ(none.car_ms(0, place, node), commune.travel.car_ms(0, place, node));
      EXPECT_GE(shared.mobility.peak.car_ms(0, place, node), commune.travel.car_ms(0, place, node));
    }
  }
  EXPECT_GT(some.car_ms(0, commune::Places::town, home), none.car_ms(0, commune::Places::town, home));
  EXPECT_GT(some.busiest(), 0.5);
}

}  // namespace
}  // namespace essaim::mobility
