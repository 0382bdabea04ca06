// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/mobility/columns.h"
#include "models/mobility/trip_watcher.h"
#include "models/mobility/ways.h"

namespace essaim::mobility {

/// What chance a tour meets: where in (0, 1) the mode falls, whether another household has a seat, whether a relative
/// would drive, whether an outing goes ahead though fuel is dear.
struct Luck {
  double mode = 0.5;
  double seat = 1;
  double neighbour = 1;
  double keeps = 0;
};

/// Members of a household go to work, to school, to a carer, to shops and out.
///
/// Each day, between 4:30 and 5:30:
///     who works goes with chance work_chance on weekdays and weekend_work times that on others, unless absent
///     (`absent_workers`) or without a job; pupils go on school days with chance school_presence
///     outings: n whole with mean `Setting::outings`, each to one of the household's places, at most two a day
///     a carer with chance care_visits per adult; shops when the food theme says so, else with chance shopping_rhythm
/// The mode of a tour is drawn by weight (`Choices`) among those at hand: the car if one is at home and its tank lasts
/// there and back; a lift if there is a car; a seat with another household with chance carpool_ordinary +
/// carpool_offer carpool_match. If there is none, a relative drives with chance neighbour_lift (not to work); else the
/// trip is not made, for want of a road, of fuel, of money for it, or of a car; without a car, volunteers are asked.
/// Upkeep, wear and fares are paid once a month; what the account cannot pay are arrears.
class HouseholdRules {
 public:
  HouseholdRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  void start(Context& context);
  void live_a_day(std::uint32_t household, Context& context);
  void live_days(Batch& batch);  ///< the same for neighbours
  void go_shopping(std::uint32_t household, commune::PlaceId place, Context& context);
  void hear_of_ride(std::uint32_t household, const Event& answer, Context& context);
  void fill_tank(std::uint32_t household, const Event& refuelled) const;

  void watch(TripWatcher* watcher) { watcher_ = watcher; }

  static constexpr std::uint32_t trips_per_tour = 2;

 private:
  enum class Outcome : std::uint8_t { made, unmade, asked };
  struct Result {
    Outcome outcome = Outcome::unmade;
    Mode mode = Mode::walk;
  };

  Conditions conditions() const;
  std::uint32_t home_of(std::uint32_t household) const;
  void look_around(std::uint32_t household);
  void expect_costs(std::uint32_t household);
  void remember_week(std::uint32_t household, Context& context) const;
  void pay_bill(std::uint32_t household) const;
  void expect(std::uint32_t household) const;
  void add_draws(std::uint32_t household, const Context& context, std::vector<Draw>& draws) const;
  void live_a_day(std::uint32_t household, std::span<Draw> draws, Context& context);
  void follow_days_of_members(std::uint32_t household, std::span<Draw> draws, Context& context);
  bool goes_to_main_tour(std::uint32_t household, std::uint32_t member, std::uint32_t worker, double u,
                         Context& context) const;
  void go_out(std::uint32_t household, bool minor, bool late, std::uint32_t bits);
  void run_errands(std::uint32_t household, Draw& draw, Context& context);
  void consider_refuelling(std::uint32_t household, Context& context) const;
  std::uint32_t station_to_try(std::uint32_t household, std::uint32_t day) const;

  std::uint32_t cars_at_home(std::uint32_t household, bool late) const;
  /// Chooses among the modes at hand and counts the tour, made or not.
  Result travel(std::uint32_t household, const Tour& tour, const Ways::Way& way, const Luck& luck, std::uint32_t cars);
  void count(std::uint32_t household, const Tour& tour, const Ways::Way& way, Mode mode) const;
  void drive(std::uint32_t household, std::uint32_t m100) const;
  void miss(std::uint32_t household, Purpose purpose, Reason reason) const;
  std::int64_t burn_ml(double driven_m100) const;
  bool ask_for_ride(std::uint32_t household, const Tour& tour, Reason reason) const;
  void answer_errand(commune::PlaceId place, const Tour& tour, const Ways::Way& way, Result result, Context& context);
  void run_errand(std::uint32_t household, Tour tour, const Ways::Way& way, const Luck& luck, Context& context);

  const Setting& setting_;
  HouseholdColumns columns_;
  StationColumns stations_;
  RideColumns rides_;
  commune::PublicColumns town_;
  Ways ways_;
  TripWatcher* watcher_ = nullptr;  ///< nobody, except where trips are shown
};

}  // namespace essaim::mobility
