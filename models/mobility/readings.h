// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>

#include "engine/world/indicator.h"
#include "models/commune/public_body.h"
#include "models/mobility/columns.h"

namespace essaim::mobility {

/// What is read of the mobility theme at the end of each day: totals of the day are differences of totals since the
/// start. Weekends and holidays differ from other days: compare weeks, or arms on the same day.
class Readings {
 public:
  Readings(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  static std::span<const IndicatorInfo> infos();
  void read(std::span<double> values);  ///< one per info, in their order
  /// Of the infos that are read by group, in their order: `commune::group_count` values each. After `read`.
  void read_groups(std::span<double> values);

 private:
  struct Totals {
    std::array<double, all_modes> trips{};
    double minutes = 0;
    double moved_m100 = 0;
    double driven_m100 = 0;
    double carpool_m100 = 0;
    double transit_m100 = 0;
    double bike_m100 = 0;
    double needed = 0;
    double outside = 0;
    std::array<double, reasons> unmade{};
    double put_off = 0;
    double rides = 0;
  };
  Totals totals() const;
  double unmade_today(std::uint32_t household) const;
  double needed_today(std::uint32_t household) const;
  double missed_without_car() const;
  bool is_heavy(std::uint32_t household) const;
  double heavy_share() const;
  double dry_households() const;
  double fuel_days() const;
  double co2_kg(const Totals& day) const;

  const Setting& setting_;
  Columns columns_;
  commune::PublicColumns town_;
  Totals before_;
};

}  // namespace essaim::mobility
