// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace essaim {

/// Index of one entity in its table. A `HouseholdId` is not a `ShopId`; null by default; no arithmetic.
template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  explicit constexpr Id(std::uint32_t index) : index_{index} {}

  constexpr std::uint32_t index() const { return index_; }
  constexpr bool is_null() const { return index_ == none; }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  static constexpr std::uint32_t none = 0xffff'ffff;
  std::uint32_t index_ = none;
};

}  // namespace essaim
