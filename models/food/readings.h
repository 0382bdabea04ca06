// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/world/indicator.h"
#include "models/commune/public_body.h"
#include "models/food/setting.h"

namespace essaim::food {

/// What is read of the food theme at the end of each day: totals of the day are differences of totals since the start.
class Readings {
 public:
  Readings(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  static std::span<const IndicatorInfo> infos();
  void read(std::span<double> values);  ///< one per info, in their order
  /// Of the infos that are read by group, in their order: `commune::group_count` values each. After `read`.
  void read_groups(std::span<double> values);

 private:
  struct Totals {
    double needed = 0;
    double eaten = 0;
    double wasted = 0;
    double visits = 0;
    double empty_visits = 0;
    double baskets = 0;
    double prevented = 0;
    double sold = 0;
    double sold_outside = 0;
    double sold_here = 0;      ///< by shops of the commune, to anybody
    double sold_visitors = 0;  ///< of that, to customers from outside
    double local = 0;
    double harvested = 0;
  };
  Totals totals() const;
  double share_short_of_food(bool poorest_only) const;
  double mean_worry() const;
  double stock_days() const;
  double shelf_days() const;

  const Setting& setting_;
  Columns columns_;
  commune::PublicColumns town_;
  std::vector<std::uint8_t> poorest_third_;
  Totals before_;
};

}  // namespace essaim::food
