// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "scenarios/validation/worlds.h"

// Ordinary weeks of a commune outside towns and of a suburb; motor fuel at other prices; roads that close and reopen.

namespace essaim::validation {

namespace {

using catalogue::Scenario;
using catalogue::Shocks;
using mobility::Mode;

constexpr Date monday{2026, 3, 2};  // a month without school holidays of every zone
constexpr std::uint32_t days = 35;
constexpr std::uint32_t settled = 7;

double weekdays_mean(const std::vector<double>& series) {
  double sum = 0;
  double count = 0;
  for (std::size_t day = settled; day < series.size(); ++day) {
    if (day % 7 >= 5) continue;
    sum += series[day];
    ++count;
  }
  return sum / count;
}

double mean(const std::vector<double>& series) { return mean_of_days(series, settled, series.size()); }

void read_modes(Notebook& notes, const mobility::HouseholdColumns& homes) {
  const auto minutes = [&](Mode mode) { return ratio(total(homes.minutes[mode]), total(homes.trips[mode])); };
  const double in_cars = total(homes.trips[mobility::car]) + total(homes.trips[mobility::lift]);
  notes.note("mobility.car_minutes",
             ratio(total(homes.minutes[mobility::car]) + total(homes.minutes[mobility::lift]), in_cars));
  notes.note("mobility.walk_minutes", minutes(mobility::walk));
  notes.note("mobility.bike_minutes", minutes(mobility::bike));
  if (total(homes.trips[mobility::transit]) > 0) notes.note("mobility.transit_minutes", minutes(mobility::transit));
  double commutes = 0;
  for (const auto& column : homes.commutes) commutes += total(column);
  const auto share = [&](Mode mode) { return 100 * ratio(total(homes.commutes[mode]), commutes); };
  notes.note("mobility.commute_car", share(mobility::car) + share(mobility::lift) + share(mobility::carpool));
  notes.note("mobility.commute_transit", share(mobility::transit));
  notes.note("mobility.commute_walk", share(mobility::walk));
  notes.note("mobility.commute_bike", share(mobility::bike));
}

void outside_towns(Notebook& notes) {
  notes.run(notes.commune(monday, days), 0, Shocks::without, [&](auto& arm, const auto& outcome, const auto&) {
    notes.note("mobility.trips_weekday", weekdays_mean(series(outcome, "mobility.trips")));
    notes.note("mobility.minutes_weekday", weekdays_mean(series(outcome, "mobility.minutes")));
    const double car = mean(series(outcome, "mobility.car_share")) + mean(series(outcome, "mobility.carpool_share"));
    notes.note("mobility.car_share_outside_towns", 100 * car);
    notes.note("mobility.walk_share_outside_towns", 100 * mean(series(outcome, "mobility.walk_share")));
    read_modes(notes, arm.mobility().households);
  });
}

void in_towns(Notebook& notes) {
  Scenario suburb = notes.commune(monday, days);
  suburb.sites[0].settlement = commune::Settlement::suburb;
  notes.run(suburb, 0, Shocks::without, [&](auto&, const auto& outcome, const auto&) {
    const double car = mean(series(outcome, "mobility.car_share")) + mean(series(outcome, "mobility.carpool_share"));
    notes.note("mobility.car_share_towns", 100 * car);
    notes.note("mobility.walk_share_towns", 100 * mean(series(outcome, "mobility.walk_share")));
  });
}

/// What cars drove and burnt, in all and by the poorest and the richest third.
struct Driving {
  double km = 0;
  double litres = 0;
  std::array<double, 3> km_of_third{};
};

Driving driving_at(Notebook& notes, double price) {
  Scenario scenario = notes.commune(monday, days);
  add_shock(scenario, "fuel_price", 0, days, {price});
  Driving driving;
  notes.run(scenario, 0, Shocks::with, [&](auto& arm, const auto&, const auto& shared) {
    const auto& homes = arm.mobility().households;
    driving.litres = total(homes.burnt_ml) / 1'000;
    for (std::uint32_t h = 0; h < homes.table->rows(); ++h) {
      const double km = homes.driven_m100[h] / 10.0;
      driving.km += km;
      driving.km_of_third[shared.commune.groups.of(h)[0]] += km;
    }
  });
  return driving;
}

void dear_fuel(Notebook& notes) {
  const Driving ordinary = driving_at(notes, 1.0);
  const Driving dearer = driving_at(notes, 1.2);
  const Driving of_2022 = driving_at(notes, 1.29);
  const auto change = [](double now, double before) { return 100 * (ratio(now, before) - 1); };
  notes.note("mobility.fuel_20_percent", change(dearer.km, ordinary.km));
  notes.note("mobility.fuel_2022_litres", change(of_2022.litres, ordinary.litres));
  notes.note("mobility.poor_react_more", change(dearer.km_of_third[0], ordinary.km_of_third[0]) -
                                             change(dearer.km_of_third[2], ordinary.km_of_third[2]));
}

void reopened_roads(Notebook& notes) {
  Scenario scenario = notes.commune(monday, 10);
  add_shock(scenario, "road_closure", 2, 3, {1});
  notes.run(scenario, 0, Shocks::with, [&](auto& arm, const auto&, const auto& shared) {
    const std::uint32_t now = arm.town().road_state[0];
    double changed = 0;
    for (const NodeId home : shared.commune.territory.homes) {
      const auto ms = [&](std::uint32_t state) {
        return static_cast<double>(shared.commune.travel.car_ms(state, commune::Places::town, home.index()));
      };
      changed += (ms(now) - ms(0)) / 60'000;
    }
    notes.note("mobility.reopening", changed);
  });
}

}  // namespace

void measure_mobility(Notebook& notes) {
  outside_towns(notes);
  in_towns(notes);
  dear_fuel(notes);
  reopened_roads(notes);
}

}  // namespace essaim::validation
