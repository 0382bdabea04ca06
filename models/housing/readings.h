// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>

#include "engine/world/indicator.h"
#include "models/commune/public_body.h"
#include "models/housing/columns.h"
#include "models/housing/heat.h"

namespace essaim::housing {

/// What is read of the housing theme at the end of each day.
class Readings {
 public:
  Readings(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  static std::span<const IndicatorInfo> infos();
  void read(std::span<double> values);  ///< one per info, in their order
  /// Of the infos that are read by group, in their order: `commune::group_count` values each. After `read`.
  void read_groups(std::span<double> values);
  /// Final energy used since the start per m2, by the label that homes have now [kWh/m2]: for validation against
  /// metered energy, which never enters the model.
  std::array<double, label_count> used_kwh_per_m2() const;

 private:
  struct Totals {
    double used_wh = 0;
    double co2_g = 0;
    double burdened = 0;
    double cold = 0;
    double dark = 0;
    double arrears = 0;
    double away = 0;
    double works_days = 0;
    double works_done = 0;
    double retrofits = 0;
    double leaky = 0;
    double residents = 0;
  };
  /// Sums over the households of each group; wholes do not change, so that a day adds only what is not 0.
  using GroupShares = std::array<double, commune::group_count>;
  Totals totals() const;
  void write_shares(const GroupShares& part, const GroupShares& whole, std::span<double> values) const;
  bool in_arrears(std::uint32_t household) const;

  const Setting& setting_;
  Columns columns_;
  commune::PublicColumns town_;
  HeatWatch heat_;
  Totals before_;
  GroupShares households_in_{};
  GroupShares residents_in_{};
};

}  // namespace essaim::housing
