// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/mobility/columns.h"

namespace essaim::mobility {

/// Fuel stations sell what they have, first come, first served, and are supplied each night.
///
///     sold      min(stock, cents / price); the rest of the money goes back, and the share refused with it
///     delivered (forecast station_stock - stock)+ x fuel_supply; none while no open road leads to the station
///     forecast  mu += 0.05 (sold - mu), but never below a quarter of what it was at first: a dry station learns
///     nothing
/// Row 0 stands for the stations of the town, of which residents see only what they buy themselves.
class StationRules {
 public:
  StationRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  void start(Context& context) const;
  void sell(std::uint32_t station, const Event& refuel, Context& context) const;
  void receive(std::uint32_t station, Context& context) const;

 private:
  const Setting& setting_;
  StationColumns columns_;
  commune::PublicColumns town_;
};

/// Volunteers who drive people without a car: `solidarity_rides` a day, first come, first served.
class RideRules {
 public:
  RideRules(const Columns& columns, const commune::PublicColumns& town) : columns_{columns.rides}, town_{town} {}
  void answer(const Event& request, Context& context) const;

 private:
  RideColumns columns_;
  commune::PublicColumns town_;
};

}  // namespace essaim::mobility
