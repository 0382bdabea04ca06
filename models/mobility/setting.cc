// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/mobility/setting.h"

#include <algorithm>
#include <array>

#include "engine/core/math.h"
#include "models/mobility/streams.h"

namespace essaim::mobility {

namespace {

using commune::Activity;
using commune::FigureId;
using commune::PlaceId;
using commune::Places;

constexpr std::uint8_t adult_age = 18;
constexpr double workdays = 5;
constexpr double weekend_days = 2;
constexpr double share_by_car = 0.8;    // of commutes, for loads of roads
constexpr double carless_town = 0.3;    // pull of the town without a car, over that with one
constexpr double far_university = 0.5;  // chance of a student to study in the large city
constexpr double most_beyond_km = 80;   // longer trips are travel, not daily life
constexpr double car_km_a_day = 36;     // of a car: 8,920 + 4,200 km a year (EMP 2019)

/// Outings by status over a common rate: ordered by the shares of leisure by status near Bourg-en-Bresse (49 % of trips
/// of retired persons, 33 unemployed, 28 at home, 19 full-time workers).
double outing_weight(Activity activity) {
  switch (activity) {
    case Activity::retired:
      return 1.2;
    case Activity::unemployed:
      return 1.3;
    case Activity::other:
      return 1.2;
    case Activity::worker:
      return 0.8;
    case Activity::student:
      return 0.8;
    case Activity::pupil:
      return 0.6;
    case Activity::child:
      return 0.8;
  }
  return 1.0;
}

}  // namespace

Setting::Setting(const commune::Commune& about, const Parameters& given, const Random& random)
    : commune{about}, parameters{given} {
  settle_commune();
  for (std::uint32_t h = 0; h < commune.population.households(); ++h) settle_household(h, random);
  fit_outings();
  load_roads();
  expect_fuel_sales();
}

void Setting::settle_commune() {
  const bool rural = commune.settlement == commune::Settlement::rural;
  has_transit = commune.destinations.has_transit;
  headway_min = (rural ? parameters.transit_headway_rural : parameters.transit_headway_town).value();
  work_chance = std::min(1.0, parameters.work_trips.value() * (workdays + weekend_days) / 2 /
                                  (workdays + weekend_days * parameters.weekend_work.value()));
  const std::uint32_t middle = commune.territory.crossings.front().index();
  town_km = commune.travel.metres(0, Places::town, middle) / 1'000.0;
  const auto days = static_cast<std::uint32_t>(commune.maximum_temperature.size());
  for (std::uint32_t day = 0; day < days; ++day) {
    const Time midnight = Time::start_of_day(day);
    const bool weekend = commune.calendar.weekday(midnight) >= Weekday::saturday;
    day_kinds.push_back(weekend                                        ? DayKind::weekend
                        : commune.calendar.is_school_holiday(midnight) ? DayKind::workday
                                                                       : DayKind::schoolday);
  }
}

void Setting::settle_household(std::uint32_t h, const Random& random) {
  const auto& people = commune.population;
  const std::uint32_t node = commune.territory.homes[h].index();
  const double ratio = commune.figure(FigureId::income_median) / std::max(2'000.0, people.income_per_unit_eur[h]);
  const double sense = ratio > 0 ? math::pow(ratio, parameters.income_weight.value()) : 1.0;
  cost_sense.push_back(static_cast<float>(std::clamp(sense, 0.3, 3.0)));

  const auto ages = people.ages_of(h);
  const auto activities = people.activities_of(h);
  std::uint8_t grown = 0;
  std::uint8_t working = 0;
  std::uint8_t shopper = 0;
  for (std::uint8_t m = 0; m < ages.size(); ++m) {
    const bool works = activities[m] == Activity::worker;
    if (ages[m] >= adult_age) {
      // The first adult does the shopping, or the first who does not work.
      const bool better = activities[shopper] == Activity::worker && !works;
      if (grown == 0 || better) shopper = m;
      ++grown;
    }
    working = static_cast<std::uint8_t>(working + (works ? 1 : 0));
  }
  adults.push_back(grown);
  workers.push_back(working);
  errand_member.push_back(shopper);
  const PlaceId station_place = nearest_place(commune, commune.places.stations, node);
  station.push_back(station_place == Places::town ? 0 : station_place - commune.places.stations.first + 1);
  shop.push_back(nearest_place(commune, commune.places.shops, node));

  first_tour.push_back(static_cast<std::uint32_t>(tours.size()));
  for (std::uint32_t m = 0; m < ages.size(); ++m) {
    tours.push_back(main_tour(people.first_person[h] + m, people.has_car(h), random));
  }
  add_habits(h, random);
  const std::uint8_t shopper_age = ages[shopper];
  tours.push_back({nearest_place(commune, commune.places.doctors, node), 0, shopper_age, Purpose::care});
  for (std::uint32_t i = 0; i < shop_slots; ++i) tours.push_back({Places::town, 0, shopper_age, Purpose::shop});
}

std::uint16_t Setting::beyond_town_m100(double median_km, Draw& draw) const {
  const double km = median_km * math::exp(parameters.commute_spread.value() * draw.normal());
  return static_cast<std::uint16_t>(std::clamp(km - town_km, 0.0, most_beyond_km) * 10.0);
}

Tour Setting::main_tour(std::uint32_t person, bool has_car, const Random& random) const {
  const std::uint8_t age = commune.population.age[person];
  const PlaceId place = commune.destinations.place[person];
  if (place == commune::Destinations::none) return {.age = age};
  Draw draw = random.draw(streams::person, person, 0);
  const Activity activity = commune.population.activity[person];
  Tour tour{place, 0, age, activity == Activity::worker ? Purpose::work : Purpose::school};
  if (activity == Activity::worker && place == Places::town && has_car) {
    tour.beyond_m100 = beyond_town_m100(parameters.commute_distance.value(), draw);
  }
  if (activity == Activity::student && age >= adult_age && draw.chance(far_university)) {
    const double far_km = commune.figure(FigureId::distance_city_100k) - town_km;
    tour.beyond_m100 = static_cast<std::uint16_t>(std::clamp(far_km, 0.0, most_beyond_km) * 10.0);
  }
  return tour;
}

void Setting::add_habits(std::uint32_t h, const Random& random) {
  const std::uint32_t node = commune.territory.homes[h].index();
  const bool has_car = commune.population.has_car(h);
  const PlaceId count = commune.places.count();
  std::vector<double> reach(count);
  double sum = 0;
  for (PlaceId place = 0; place < count; ++place) {
    const double minutes = commune.travel.car_ms(0, place, node) / 60'000.0;
    const double pull = place == Places::town ? parameters.town_pull.value() * (has_car ? 1.0 : carless_town) : 1.0;
    // Places of the commune share the attraction of one village, however many they are.
    const double size = place == Places::town ? pull : 8.0 * pull / count;
    sum += size * math::exp(-parameters.habit_decay.value() * minutes);
    reach[place] = sum;
  }
  std::array<Tour, habits> places;
  for (std::uint32_t i = 0; i < habits; ++i) {
    Draw draw = random.draw(streams::habit, h * habits + i, 0);
    const double u = draw.uniform() * sum;
    const auto found = std::upper_bound(reach.begin(), reach.end(), u);
    places[i] = {std::min(count - 1, static_cast<PlaceId>(found - reach.begin())), 0, 40, Purpose::outing};
    if (places[i].place == Places::town && has_car) {
      places[i].beyond_m100 = beyond_town_m100(parameters.leisure_distance.value(), draw);
    }
  }
  const std::uint8_t grown = commune.population.ages_of(h)[errand_member[h]];
  std::uint8_t minor = 10;
  for (const std::uint8_t age : commune.population.ages_of(h)) {
    if (age < adult_age) minor = age;
  }
  for (Tour& tour : places) tour.age = std::max(adult_age, grown), tours.push_back(tour);
  for (Tour& tour : places) tour.age = minor, tours.push_back(tour);
}

void Setting::fit_outings() {
  const auto& people = commune.population;
  double weights = 0;
  double needed = people.households() * 2 * parameters.shopping_rhythm.value();
  for (std::uint32_t p = 0; p < people.residents(); ++p) {
    const Activity activity = people.activity[p];
    outings.push_back(static_cast<float>(outing_weight(activity)));
    weights += outings.back();
    if (people.age[p] >= adult_age) needed += 2 * parameters.care_visits.value();
    if (activity == Activity::worker) needed += (2 + parameters.commute_stop.value()) * work_chance;
    if (activity == Activity::pupil || activity == Activity::student) needed += 2 * parameters.school_presence.value();
  }
  const double wanted = parameters.trips.value() * people.residents() - needed;
  const double rate = weights > 0 ? std::max(0.0, wanted / 2 / weights) : 0.0;
  for (float& mean : outings) mean = static_cast<float>(std::min(2.0, rate * mean));
}

void Setting::load_roads() {
  const auto& people = commune.population;
  const double hour = share_by_car * work_chance * parameters.peak_share.value();
  std::vector<double> cars(std::size_t{commune.places.count()} * commune.territory.network.nodes().size(), 0.0);
  const std::size_t nodes = commune.territory.network.nodes().size();
  double inside = 0;
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    for (std::uint32_t m = 0; m < people.persons[h]; ++m) {
      const Tour& tour = tours[member_tour(h, m)];
      if (tour.purpose != Purpose::work) continue;
      cars[tour.place * nodes + commune.territory.homes[h].index()] += hour;
      inside += tour.place == Places::town ? 0 : 1;
    }
  }
  const double incoming = std::max(0.0, commune.figure(FigureId::jobs) - inside) * hour;
  const auto& range = commune.places.workplaces;
  for (PlaceId place = range.first; place < range.end(); ++place) {
    cars[place * nodes + commune.territory.town.index()] += incoming / range.count;
  }
  std::vector<Flow> flows;
  for (std::size_t i = 0; i < cars.size(); ++i) {
    if (cars[i] <= 0) continue;
    flows.push_back({static_cast<std::uint32_t>(i % nodes), static_cast<PlaceId>(i / nodes), cars[i]});
  }
  peak = PeakTimes{commune, flows, parameters.through_traffic.value()};
}

void Setting::expect_fuel_sales() {
  ordinary_sales_ml.assign(stations(), 0.0);
  for (std::uint32_t h = 0; h < commune.population.households(); ++h) {
    ordinary_sales_ml[station[h]] += commune.population.cars[h] * car_km_a_day * fuel_l_per_km() * 1'000.0;
  }
}

double Setting::ordinary_fuel_ml() const {
  double sum = 0;
  for (const double ml : ordinary_sales_ml) sum += ml;
  return sum;
}

}  // namespace essaim::mobility
