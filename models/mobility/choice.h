// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "models/mobility/columns.h"
#include "models/mobility/setting.h"
#include "models/mobility/slopes.h"

namespace essaim::mobility {

/// The part of the town's conditions that choices depend on. With these defaults nothing acts on the commune.
struct Conditions {
  double fuel_price = 1;
  double carpool_offer = 0;
  double cycle_network = 0;
  std::uint32_t roads = 0;
  friend bool operator==(const Conditions&, const Conditions&) = default;
};

/// One way of a tour, from where the household lives now.
struct Leg {
  std::uint32_t m100 = 0;  ///< [100 m]
  float car_min = 0;       ///< by car at the hour of the tour
  float bike_slope = 1;    ///< time by bike there and back, over that of the same way if it were flat
  float walk_slope = 1;    ///< the same on foot
  bool reachable = false;  ///< by an open road
};

using Weights = std::array<float, chosen_modes>;

/// How a tour may be made: probabilities are weights over the sum of those modes that are at hand.
///
/// Utilities of one way, of d km (eqasim, Ile-de-France; the s are shifts by type of commune), with b(d) the weight of
/// a euro, and 0 weight for a mode that is not possible at all:
///     b(d)     = cost_weight (max(d, 1) / 40)^cost_distance x (median income / income)^income_weight
///     car      = car_constant + s_car + car_minute (t + 4 in town) + walk_minute 4 + b(d) c_car
///     lift     = car + lift_shift (for minors: car)
///     carpool  = car with t + carpool_meeting and carpool_cost of c_car
///     transit  = s_transit + transit_minute t slowness + wait_minute min(headway / 2, 20) + access_minute 2 access
///                + transfer (to places beyond the town) + b(d) fare
///     bike     = bike_constant + s_bike + bike_minute t + bike_age (age - 18)+ + cycle_comfort cycle_network
///     walk     = walk_constant + s_walk + walk_minute t
///     c_car    = d (consumption / 100 x fuel_price x condition + wear)
/// Where nodes have heights, t by bike and on foot is that of the same way with its slopes (`Slopes`).
/// Weights are exp(utility - the largest). Pupils of 11 and more who go to the town have a school coach without fare.
class Choices {
 public:
  explicit Choices(const Setting& setting) : setting_{setting}, slopes_{setting.commune, setting.parameters} {}

  Leg leg(const Tour& tour, std::uint32_t home, std::uint32_t roads) const;
  Weights weights(std::uint32_t household, const Tour& tour, const Leg& leg, const Conditions& conditions) const;
  double minutes(const Tour& tour, const Leg& leg, Mode mode, const Conditions& conditions) const;
  double fuel_eur_per_km(const Conditions& conditions) const;

  static bool at_peak(Purpose purpose) { return purpose == Purpose::work || purpose == Purpose::school; }

 private:
  bool has_transit(const Tour& tour, double km) const;
  bool has_coach(const Tour& tour) const;
  double wait_min(const Tour& tour) const;
  double bike_km_h(const Conditions& conditions) const;

  const Setting& setting_;
  Slopes slopes_;
};

}  // namespace essaim::mobility
