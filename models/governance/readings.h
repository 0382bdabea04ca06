// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/world/indicator.h"
#include "models/commune/groups.h"
#include "models/commune/public_body.h"
#include "models/governance/columns.h"

namespace essaim::governance {

/// What is read of the governance theme at the end of each day. Trust, opinions and participation move once a week in
/// each household: they are read on the days on which the council counts, and held until the next.
class Readings {
 public:
  Readings(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  static std::span<const IndicatorInfo> infos();
  void read(std::span<double> values);  ///< one per info, in their order
  /// Of the infos that are read by group, in their order: `commune::group_count` values each. After `read`.
  void read_groups(std::span<double> values);

 private:
  /// Of residents, at the last count; each household counts for its adults, compliance for its members.
  struct People {
    double trust = 0;
    double support = 0;
    double polarisation = 0;
    double legitimacy = 0;
    double compliance = 1;
    double took_part = 0;
  };
  static constexpr std::size_t by_group = 3;
  void read_people();
  std::vector<std::uint32_t> measures_in(std::span<const commune::MeasureStatus> states) const;
  double polarisation(std::span<const std::uint32_t> measures) const;
  double tiredness() const;

  const Setting& setting_;
  Columns columns_;
  commune::PublicColumns town_;
  std::uint32_t counted_ = 0;  ///< the council's count at which `people_` was read
  People people_;
  std::array<double, by_group * commune::group_count> groups_{};
};

}  // namespace essaim::governance
