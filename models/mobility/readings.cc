// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/mobility/readings.h"

#include <algorithm>
#include <utility>

namespace essaim::mobility {

namespace {

constexpr std::int64_t dry_ml_a_car = 3'000;

constexpr std::array table = {
    IndicatorInfo{"mobility.trips",
                  "trips/day",
                  {"Déplacements par personne", "Trips per person"},
                  {"Déplacements faits dans la journée par habitant, un aller comptant un",
                   "Trips made in the day per resident, one way counting one"},
                  Better::neither,
                  Aim::none,
                  "time: sum"},
    IndicatorInfo{"mobility.car_share",
                  "1",
                  {"Part de la voiture", "Share of the car"},
                  {"Part des déplacements du jour faits en voiture du ménage, conducteurs et passagers",
                   "Share of the day's trips made in a car of the household, drivers and passengers"},
                  Better::down,
                  Aim::sobriety,
                  "time: mean"},
    IndicatorInfo{
        "mobility.carpool_share",
        "1",
        {"Part du covoiturage", "Share of carpooling"},
        {"Part des déplacements du jour faits dans la voiture d'un autre ménage, sans les courses de bénévoles",
         "Share of the day's trips made in the car of another household, volunteers' rides aside"},
        Better::up,
        Aim::sobriety,
        "time: mean"},
    IndicatorInfo{"mobility.transit_share",
                  "1",
                  {"Part des transports collectifs", "Share of public transport"},
                  {"Part des déplacements du jour faits en transport collectif ou scolaire",
                   "Share of the day's trips made by public or school transport"},
                  Better::up,
                  Aim::sobriety,
                  "time: mean"},
    IndicatorInfo{"mobility.bike_share",
                  "1",
                  {"Part du vélo", "Share of the bike"},
                  {"Part des déplacements du jour faits à vélo", "Share of the day's trips made by bike"},
                  Better::up,
                  Aim::sobriety,
                  "time: mean"},
    IndicatorInfo{"mobility.walk_share",
                  "1",
                  {"Part de la marche", "Share of walking"},
                  {"Part des déplacements du jour faits à pied", "Share of the day's trips made on foot"},
                  Better::up,
                  Aim::sobriety,
                  "time: mean"},
    IndicatorInfo{"mobility.minutes",
                  "min/day",
                  {"Temps de déplacement", "Time spent travelling"},
                  {"Minutes de déplacement dans la journée par habitant", "Minutes of travel in the day per resident"},
                  Better::neither,
                  Aim::none,
                  "time: sum"},
    IndicatorInfo{"mobility.distance",
                  "km/day",
                  {"Distance parcourue", "Distance travelled"},
                  {"Kilomètres parcourus dans la journée par habitant, tous modes",
                   "Kilometres travelled in the day per resident, by all modes"},
                  Better::neither,
                  Aim::none,
                  "time: sum"},
    IndicatorInfo{"mobility.car_km",
                  "vehicle.km/day",
                  {"Kilomètres en voiture", "Car kilometres"},
                  {"Kilomètres faits dans la journée par les voitures des ménages",
                   "Kilometres driven in the day by households' cars"},
                  Better::down,
                  Aim::sobriety,
                  "time: sum",
                  true},
    IndicatorInfo{"mobility.co2",
                  "kgCO2/day",
                  {"CO2 des déplacements", "CO2 of trips"},
                  {"Émissions des déplacements du jour par habitant", "Emissions of the day's trips per resident"},
                  Better::down,
                  Aim::sobriety,
                  "time: sum"},
    IndicatorInfo{"mobility.missed_share",
                  "1",
                  {"Déplacements nécessaires non faits", "Needed trips not made"},
                  {"Part des déplacements du jour vers le travail, l'école, les soins et les courses alimentaires qui "
                   "n'ont pu se faire",
                   "Share of the day's trips to work, school, care and food shops that could not be made"},
                  Better::down,
                  Aim::resilience,
                  "time: mean",
                  false,
                  true},
    IndicatorInfo{"mobility.missed_without_car",
                  "1",
                  {"Déplacements non faits, sans voiture", "Trips not made, without a car"},
                  {"La même part chez les ménages sans voiture", "The same share in households without a car"},
                  Better::down,
                  Aim::solidarity,
                  "time: mean"},
    IndicatorInfo{"mobility.missed_road",
                  "trips/day",
                  {"Non faits faute de route", "Not made for want of a road"},
                  {"Déplacements nécessaires du jour qu'aucune route ouverte ne permettait",
                   "Needed trips of the day for which no road was open"},
                  Better::down,
                  Aim::resilience,
                  "time: sum"},
    IndicatorInfo{"mobility.missed_fuel",
                  "trips/day",
                  {"Non faits faute de carburant", "Not made for want of fuel"},
                  {"Déplacements nécessaires du jour non faits faute de carburant, ou d'argent pour en acheter",
                   "Needed trips of the day not made for want of fuel, or of money to buy it"},
                  Better::down,
                  Aim::resilience,
                  "time: sum"},
    IndicatorInfo{"mobility.missed_car",
                  "trips/day",
                  {"Non faits faute de voiture", "Not made for want of a car"},
                  {"Déplacements nécessaires du jour trop longs sans voiture, que personne n'a pu assurer",
                   "Needed trips of the day too long without a car, for which nobody could drive"},
                  Better::down,
                  Aim::solidarity,
                  "time: sum"},
    IndicatorInfo{"mobility.put_off",
                  "trips/day",
                  {"Sorties remises", "Outings put off"},
                  {"Sorties du jour remises, faute de route, de voiture ou de carburant, ou pour son prix",
                   "Outings of the day put off, for want of a road, a car or fuel, or for its price"},
                  Better::neither,
                  Aim::none,
                  "time: sum"},
    IndicatorInfo{"mobility.heavy_cost_share",
                  "1",
                  {"Ménages dont le transport pèse lourd", "Households with heavy transport costs"},
                  {"Part des ménages dont le transport, aux prix du jour, dépasse 15 % du revenu (un seuil réglable)",
                   "Share of households whose transport, at the day's prices, exceeds 15 % of income (a threshold that "
                   "can be set)"},
                  Better::down,
                  Aim::solidarity,
                  "time: point",
                  false,
                  true},
    IndicatorInfo{"mobility.fuel_stock",
                  "days",
                  {"Carburant dans les stations", "Fuel at stations"},
                  {"Carburant dans les stations des habitants, en jours de vente ordinaires",
                   "Fuel at the stations that residents use, in days of ordinary sales"},
                  Better::up,
                  Aim::resilience,
                  "time: point"},
    IndicatorInfo{"mobility.dry_households",
                  "households",
                  {"Ménages en panne sèche", "Households out of fuel"},
                  {"Ménages motorisés à qui il reste moins de trois litres par voiture",
                   "Households with a car that have less than three litres a car left"},
                  Better::down,
                  Aim::resilience,
                  "time: point"},
    IndicatorInfo{"mobility.outside_share",
                  "1",
                  {"Besoins satisfaits hors de la commune", "Needs met outside"},
                  {"Part des déplacements nécessaires faits dans la journée qui mènent hors de la commune",
                   "Share of the needed trips made in the day that lead out of the commune"},
                  Better::neither,
                  Aim::none,
                  "time: mean"},
    IndicatorInfo{"mobility.rides",
                  "rides/day",
                  {"Trajets solidaires", "Solidarity rides"},
                  {"Trajets donnés dans la journée par des bénévoles, aller et retour comptant un",
                   "Rides given in the day by volunteers, there and back counting one"},
                  Better::neither,
                  Aim::solidarity,
                  "time: sum"},
};

double sum(const Column<std::uint32_t>& column) {
  std::int64_t total = 0;
  for (const std::uint32_t value : column.values()) total += value;
  return static_cast<double>(total);
}

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0.0; }

}  // namespace

std::span<const IndicatorInfo> Readings::infos() { return table; }

Readings::Readings(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns}, town_{town} {}

Readings::Totals Readings::totals() const {
  const auto& h = columns_.households;
  Totals t;
  for (std::uint32_t m = 0; m < all_modes; ++m) {
    t.trips[m] = sum(h.trips[m]);
    t.minutes += sum(h.minutes[m]);
  }
  t.moved_m100 = sum(h.moved_m100);
  t.driven_m100 = sum(h.driven_m100);
  t.carpool_m100 = sum(h.carpool_m100);
  t.transit_m100 = sum(h.transit_m100);
  t.bike_m100 = sum(h.bike_m100);
  t.needed = sum(h.needed);
  t.outside = sum(h.outside);
  for (std::uint32_t r = 0; r < reasons; ++r) t.unmade[r] = sum(h.unmade[r]);
  t.put_off = sum(h.put_off);
  t.rides = columns_.rides.given[0];
  return t;
}

double Readings::needed_today(std::uint32_t household) const {
  return columns_.households.needed[household] - columns_.households.needed_before[household];
}

double Readings::unmade_today(std::uint32_t household) const {
  std::uint32_t unmade = 0;
  for (const auto& column : columns_.households.unmade) unmade += column[household];
  return unmade - columns_.households.unmade_before[household];
}

double Readings::missed_without_car() const {
  double missed = 0;
  double needed = 0;
  for (std::uint32_t h = 0; h < columns_.households.table->rows(); ++h) {
    if (setting_.commune.population.has_car(h)) continue;
    missed += unmade_today(h);
    needed += needed_today(h);
  }
  return ratio(missed, needed);
}

bool Readings::is_heavy(std::uint32_t household) const {
  const auto income = static_cast<double>(commune::ordinary_income_cents(setting_.commune.population, household));
  const auto due = static_cast<double>(columns_.households.transport_due_cents[household]);
  return due > setting_.parameters.heavy_cost.value() * income;
}

double Readings::heavy_share() const {
  double heavy = 0;
  const std::uint32_t households = columns_.households.table->rows();
  for (std::uint32_t h = 0; h < households; ++h) heavy += is_heavy(h) ? 1 : 0;
  return ratio(heavy, households);
}

double Readings::dry_households() const {
  double dry = 0;
  for (std::uint32_t h = 0; h < columns_.households.table->rows(); ++h) {
    const std::int64_t cars = setting_.commune.population.cars[h];
    dry += columns_.households.tank_ml[h] < cars * dry_ml_a_car ? 1 : 0;
  }
  return dry;
}

double Readings::fuel_days() const {
  double stock = 0;
  for (const std::int64_t ml : columns_.stations.stock_ml.values()) stock += static_cast<double>(ml);
  return ratio(stock, setting_.ordinary_fuel_ml());
}

double Readings::co2_kg(const Totals& day) const {
  const Parameters& p = setting_.parameters;
  return (day.driven_m100 * p.car_co2.value() + day.carpool_m100 * p.carpool_co2.value() +
          day.transit_m100 * p.transit_co2.value() + day.bike_m100 * p.bike_co2.value()) /
         10.0;
}

void Readings::read_groups(std::span<double> values) {
  commune::GroupRatios missed{setting_.commune.groups};
  commune::GroupRatios heavy{setting_.commune.groups};
  for (std::uint32_t h = 0; h < columns_.households.table->rows(); ++h) {
    missed.add(h, unmade_today(h), needed_today(h));
    heavy.add(h, is_heavy(h) ? 1 : 0, 1);
  }
  missed.write(values.first(commune::group_count));
  heavy.write(values.subspan(commune::group_count, commune::group_count));
}

void Readings::read(std::span<double> values) {
  const Totals now = totals();
  const Totals was = std::exchange(before_, now);
  Totals day;
  double trips = 0;
  for (std::uint32_t m = 0; m < all_modes; ++m) trips += day.trips[m] = now.trips[m] - was.trips[m];
  day.driven_m100 = now.driven_m100 - was.driven_m100;
  day.carpool_m100 = now.carpool_m100 - was.carpool_m100;
  day.transit_m100 = now.transit_m100 - was.transit_m100;
  day.bike_m100 = now.bike_m100 - was.bike_m100;
  double unmade = 0;
  for (std::uint32_t r = 0; r < reasons; ++r) unmade += day.unmade[r] = now.unmade[r] - was.unmade[r];
  const double needed = now.needed - was.needed;
  const double residents = setting_.commune.population.residents();
  const auto reason = [&](Reason why) { return day.unmade[static_cast<std::size_t>(why)]; };
  const std::array<double, table.size()> today = {
      ratio(trips, residents),
      ratio(day.trips[car] + day.trips[lift], trips),
      ratio(day.trips[carpool], trips),
      ratio(day.trips[transit], trips),
      ratio(day.trips[bike], trips),
      ratio(day.trips[walk], trips),
      ratio(now.minutes - was.minutes, residents),
      ratio(now.moved_m100 - was.moved_m100, 10 * residents),
      day.driven_m100 / 10,
      ratio(co2_kg(day), residents),
      ratio(unmade, needed),
      missed_without_car(),
      reason(Reason::road),
      reason(Reason::fuel) + reason(Reason::money),
      reason(Reason::car),
      now.put_off - was.put_off,
      heavy_share(),
      fuel_days(),
      dry_households(),
      ratio(now.outside - was.outside, needed - unmade),
      now.rides - was.rides,
  };
  std::copy(today.begin(), today.end(), values.begin());
}

}  // namespace essaim::mobility
