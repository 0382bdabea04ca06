// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/world/field.h"
#include "models/commune/population.h"
#include "models/commune/territory.h"

namespace essaim::commune {

/// A part of the households that indicators are also read for.
struct GroupInfo {
  std::string_view name;  ///< "income_low": stable, English
  std::string_view kind;  ///< "income", "age", "tenure" or "zone": groups of one kind share out all households
  Words label;
};

/// Thirds by income per consumption unit, classes of age of the oldest member, tenures, and zones.
std::span<const GroupInfo> group_infos();
inline constexpr std::size_t group_kinds = 4;
inline constexpr std::size_t group_count = 12;

/// The groups of each household: one of each kind, where it lives on the first day.
class Groups {
 public:
  Groups() = default;
  Groups(const Population& population, const Territory& territory);
  const std::array<std::uint8_t, group_kinds>& of(std::uint32_t household) const { return of_[household]; }

 private:
  std::vector<std::array<std::uint8_t, group_kinds>> of_;
};

/// Sums part and whole over groups, for an indicator that is their ratio. A group in which the whole is 0, or which has
/// fewer than `fewest_households`, has no value (NaN): no household may be recognised.
class GroupRatios {
 public:
  explicit GroupRatios(const Groups& groups) : groups_{groups} {}
  void add(std::uint32_t household, double part, double whole) {
    for (const std::uint8_t group : groups_.of(household)) {
      part_[group] += part;
      whole_[group] += whole;
      ++households_[group];
    }
  }
  void write(std::span<double> values) const;  ///< `group_count` of them
  static constexpr std::uint32_t fewest_households = 11;

 private:
  const Groups& groups_;
  std::array<double, group_count> part_{};
  std::array<double, group_count> whole_{};
  std::array<std::uint32_t, group_count> households_{};
};

}  // namespace essaim::commune
