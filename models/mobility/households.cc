// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/mobility/households.h"

#include <algorithm>

#include "models/commune/messages.h"
#include "models/commune/neighbours.h"
#include "models/mobility/streams.h"

namespace essaim::mobility {

namespace {

using commune::Condition;
using commune::Coupling;
using commune::kind;
using commune::Message;

constexpr double week_memory = 6.0 / 7.0;  // of the smoothed missed share, a day
constexpr float least_share = 1e-4f;       // below, the smoothed share is none
constexpr std::uint32_t absence_days = 14;
constexpr std::uint8_t adult_age = 18;

/// A number in (0, 1) from some bits of a draw: several decisions share one, so that a day costs one draw a person.
constexpr double from_bits(std::uint32_t bits, std::uint32_t count) {
  const std::uint32_t mask = (1u << count) - 1;
  return ((bits & mask) + 0.5) / (mask + 1.0);
}

}  // namespace

HouseholdRules::HouseholdRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting},
      columns_{columns.households},
      stations_{columns.stations},
      rides_{columns.rides},
      town_{town},
      ways_{setting} {
  for (std::uint32_t h = 0; h < columns_.table->rows(); ++h) look_around(h);
}

void HouseholdRules::start(Context& context) {
  for (std::uint32_t h = 0; h < columns_.table->rows(); ++h) {
    const auto full = static_cast<double>(setting_.tank_ml(h));
    const double lowest = setting_.parameters.refuel_below.value();
    Draw draw = context.draw(streams::tank, h, 0);
    columns_.tank_ml[h] = static_cast<std::int64_t>(full * draw.uniform(lowest, 1.0));
  }
}

Conditions HouseholdRules::conditions() const {
  return {town_.of(Condition::fuel_price), town_.of(Condition::carpool_offer), town_.of(Condition::cycle_network),
          town_.road_state[0]};
}

std::uint32_t HouseholdRules::home_of(std::uint32_t household) const {
  const bool elsewhere = setting_.commune.couplings.has(Coupling::housing_mobility);
  return elsewhere ? columns_.home[household] : setting_.commune.territory.homes[household].index();
}

void HouseholdRules::look_around(std::uint32_t household) {
  if (ways_.refresh(household, home_of(household), conditions())) expect_costs(household);
}

void HouseholdRules::expect_costs(std::uint32_t household) {
  const double standing = setting_.parameters.fixed_car_cost.value() * 100.0 * commune::month_days / 365 *
                          setting_.commune.population.cars[household];
  columns_.transport_due_cents[household] = static_cast<std::int64_t>(standing + ways_.month_cents(household));
  columns_.commute_eur[household] = static_cast<float>(ways_.month_commute_cents(household) / 100);
}

void HouseholdRules::live_a_day(std::uint32_t household, Context& context) {
  std::vector<Draw> draws;
  add_draws(household, context, draws);
  live_a_day(household, draws, context);
}

void HouseholdRules::live_days(Batch& batch) {
  const auto row = [&](const Event& event) { return columns_.table->row(event.to); };
  commune::live_days(
      batch,
      [&](const Event& e, const Context& context, auto& draws) {
        expect(row(e));
        add_draws(row(e), context, draws);
      },
      [&](const Event& e, std::span<Draw> draws, Context& context) { live_a_day(row(e), draws, context); });
}

/// Lets memory be read ahead that it cannot guess: which ways and which modes a day takes is chance.
void HouseholdRules::expect(std::uint32_t household) const {
  constexpr std::uint32_t households_a_line = 16;
  ways_.expect(household);
  if (household % households_a_line != 0) return;
  for (std::uint32_t mode = 0; mode < chosen_modes; ++mode) {
    for (const auto* by_mode : {&columns_.trips, &columns_.minutes, &columns_.commutes}) {
      __builtin_prefetch(&(*by_mode)[mode][household], 1);
    }
  }
}

/// One for each member's day and one for the household's.
void HouseholdRules::add_draws(std::uint32_t household, const Context& context, std::vector<Draw>& draws) const {
  const auto& people = setting_.commune.population;
  const std::uint32_t day = context.now().day();
  for (std::uint32_t m = 0; m < people.persons[household]; ++m) {
    draws.push_back(context.draw(streams::person_day, people.first_person[household] + m, day));
  }
  draws.push_back(context.draw(streams::household_day, household, day));
}

void HouseholdRules::live_a_day(std::uint32_t household, std::span<Draw> draws, Context& context) {
  const std::uint32_t day = context.now().day();
  look_around(household);
  remember_week(household, context);
  // The day after payday: on payday itself the food theme still has to set its money aside.
  if (commune::days_to_payday(household, day) == commune::month_days - 1) pay_bill(household);
  follow_days_of_members(household, draws, context);
  run_errands(household, draws.back(), context);
  consider_refuelling(household, context);
}

void HouseholdRules::remember_week(std::uint32_t household, Context& context) const {
  std::uint32_t unmade = 0;
  for (const auto& column : columns_.unmade) unmade += column[household];
  const std::uint32_t needed = columns_.needed[household] - columns_.needed_before[household];
  const std::uint32_t missed = unmade - columns_.unmade_before[household];
  columns_.needed_before[household] = columns_.needed[household];
  columns_.unmade_before[household] = unmade;
  const float before = columns_.missed_trips.latest(household);
  if (needed == 0 || (missed == 0 && before == 0)) return;
  const double share = static_cast<double>(missed) / needed;
  const auto after = static_cast<float>(week_memory * before + (1 - week_memory) * std::min(1.0, share));
  context.publish(columns_.missed_trips, household, after < least_share ? 0.0f : after);
}

void HouseholdRules::pay_bill(std::uint32_t household) const {
  const Parameters& p = setting_.parameters;
  const std::uint32_t driven = columns_.driven_m100[household] - columns_.billed_m100[household];
  const std::uint32_t rides = columns_.trips[transit][household] - columns_.billed_transit[household];
  columns_.billed_m100[household] = columns_.driven_m100[household];
  columns_.billed_transit[household] = columns_.trips[transit][household];
  const double standing =
      p.fixed_car_cost.value() * commune::month_days / 365 * setting_.commune.population.cars[household];
  const double eur = standing + driven / 10.0 * p.wear.value() + rides * p.fare.value();
  const std::int64_t due = columns_.arrears_cents[household] + static_cast<std::int64_t>(eur * 100 + 0.5);
  const std::int64_t paid = std::clamp<std::int64_t>(columns_.account_cents[household], 0, due);
  columns_.account_cents[household] -= paid;
  columns_.paid_cents[household] += paid;
  columns_.arrears_cents[household] = due - paid;
}

bool HouseholdRules::goes_to_main_tour(std::uint32_t household, std::uint32_t member, std::uint32_t worker, double u,
                                       Context& context) const {
  const Parameters& p = setting_.parameters;
  const std::uint32_t day = context.now().day();
  const DayKind today = setting_.day_kind(day);
  const Purpose purpose = setting_.tours[setting_.member_tour(household, member)].purpose;
  if (purpose == Purpose::school) return today == DayKind::schoolday && u < p.school_presence.value();
  if (purpose != Purpose::work) return false;
  const double chance = setting_.work_chance * (today == DayKind::weekend ? p.weekend_work.value() : 1.0);
  if (u >= chance) return false;
  const double kept = columns_.jobs_kept[household] * setting_.workers[household];
  if (worker >= static_cast<std::uint32_t>(kept + 0.5)) return false;
  const double absent = town_.of(Condition::absent_workers);
  const std::uint32_t person = setting_.commune.population.first_person[household] + member;
  return absent <= 0 || context.draw(streams::absence, person, day / absence_days).uniform() >= absent;
}

void HouseholdRules::follow_days_of_members(std::uint32_t household, std::span<Draw> draws, Context& context) {
  const auto& people = setting_.commune.population;
  const DayKind today = setting_.day_kind(context.now().day());
  columns_.cars_out[household] = 0;
  columns_.shopper_late[household] = 0;
  std::uint32_t worker = 0;
  // Bits of each member's draw: to go or not, by what, how many outings; then a word for each outing.
  for (std::uint32_t m = 0; m < people.persons[household]; ++m) {
    Draw& draw = draws[m];
    const std::uint32_t first = draw.bits();
    const std::uint32_t second = draw.bits();
    const Tour& tour = setting_.tours[setting_.member_tour(household, m)];
    const bool goes = goes_to_main_tour(household, m, worker, from_bits(first >> 16, 16), context);
    worker += tour.purpose == Purpose::work ? 1 : 0;
    if (goes) {
      const auto& way = ways_.of(setting_.member_tour(household, m));
      const Luck luck{from_bits(first, 16), from_bits(second >> 24, 8), from_bits(second >> 20, 4), 0};
      const std::uint32_t cars = people.cars[household] - columns_.cars_out[household];
      const Result result = travel(household, tour, way, luck, cars);
      if (result.mode == car && result.outcome == Outcome::made) ++columns_.cars_out[household];
      if (m == setting_.errand_member[household] && tour.purpose == Purpose::work) columns_.shopper_late[household] = 1;
      const bool stops = tour.purpose == Purpose::work && today != DayKind::weekend &&
                         from_bits(second >> 16, 4) < setting_.parameters.commute_stop.value();
      if (stops && result.outcome == Outcome::made) ++columns_.trips[result.mode][household];
    }
    const double mean = setting_.outings[people.first_person[household] + m];
    const auto whole = static_cast<std::uint32_t>(mean);
    const std::uint32_t outings = whole + (from_bits(second, 16) < mean - whole ? 1 : 0);
    for (std::uint32_t i = 0; i < outings; ++i) {
      const bool minor = people.age[people.first_person[household] + m] < adult_age;
      go_out(household, minor, minor || goes, draw.bits());
    }
  }
}

void HouseholdRules::go_out(std::uint32_t household, bool minor, bool late, std::uint32_t bits) {
  const std::uint32_t t = setting_.outing(household, minor, bits >> 30);
  const Luck luck{from_bits(bits >> 14, 16), from_bits(bits >> 6, 8), 1, from_bits(bits, 6)};
  travel(household, setting_.tours[t], ways_.of(t), luck, cars_at_home(household, late));
}

void HouseholdRules::run_errands(std::uint32_t household, Draw& draw, Context& context) {
  const Parameters& p = setting_.parameters;
  const double care = draw.uniform();
  const std::uint32_t by = draw.bits();
  const Luck luck{from_bits(by, 16), from_bits(by >> 16, 8), from_bits(by >> 24, 8), 0};
  if (care < p.care_visits.value() * setting_.adults[household]) {
    const std::uint32_t t = setting_.care_tour(household);
    run_errand(household, setting_.tours[t], ways_.of(t), luck, context);
  }
  if (setting_.commune.couplings.has(Coupling::food_mobility)) return;
  if (draw.chance(p.shopping_rhythm.value())) go_shopping(household, setting_.shop[household], context);
}

void HouseholdRules::go_shopping(std::uint32_t household, commune::PlaceId place, Context& context) {
  look_around(household);
  Draw draw = context.draw(streams::errand, household, context.now().day());
  const std::uint32_t bits = draw.bits();
  const Luck luck{from_bits(bits, 16), from_bits(bits >> 16, 8), from_bits(bits >> 24, 8), 0};
  Tour tour = setting_.tours[setting_.shop_tour(household, place)];
  tour.place = place;
  run_errand(household, tour, ways_.to_shop(household, place), luck, context);
}

void HouseholdRules::run_errand(std::uint32_t household, Tour tour, const Ways::Way& way, const Luck& luck,
                                Context& context) {
  const bool late = columns_.shopper_late[household] != 0;
  const Result result = travel(household, tour, way, luck, cars_at_home(household, late));
  if (result.outcome == Outcome::asked) {
    context.send(rides_.table->process(0), context.lookahead(), kind(Message::ride_request),
                 {tour.place, static_cast<std::uint32_t>(tour.purpose), 0, 0});
    return;
  }
  answer_errand(tour.place, tour, way, result, context);
}

void HouseholdRules::answer_errand(commune::PlaceId place, const Tour& tour, const Ways::Way& way, Result result,
                                   Context& context) {
  if (tour.purpose != Purpose::shop || !setting_.commune.couplings.has(Coupling::food_mobility)) return;
  const bool made = result.outcome == Outcome::made;
  const double minutes = made ? way.minutes[result.mode] / 2.0 : 0.0;
  context.schedule(context.now(), kind(Message::errand_answer), {place, commune::word(minutes), made ? 1u : 0u, 0});
}

void HouseholdRules::hear_of_ride(std::uint32_t household, const Event& answer, Context& context) {
  const bool given = answer.payload[0] != 0;
  const auto purpose = static_cast<Purpose>(answer.payload[2]);
  const commune::PlaceId place = answer.payload[1];
  const bool shops = purpose == Purpose::shop;
  Tour tour = setting_.tours[shops ? setting_.shop_tour(household, place) : setting_.care_tour(household)];
  tour.place = place;
  const Ways::Way& way = shops ? ways_.to_shop(household, place) : ways_.of(setting_.care_tour(household));
  if (given) {
    count(household, tour, way, ride);
  } else {
    miss(household, purpose, Reason::car);
  }
  answer_errand(place, tour, way, {given ? Outcome::made : Outcome::unmade, ride}, context);
}

}  // namespace essaim::mobility
