// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "engine/world/field.h"

namespace essaim::commune {

/// What one theme does to another. Each can be switched off, to see what it contributes: the theme that is acted upon
/// then lives as if the other had an ordinary day.
enum class Coupling : std::uint8_t {
  food_mobility,        ///< errands to shops are trips
  food_governance,      ///< missed meals move trust and opinions
  mobility_food,        ///< a shop that cannot be reached sells nothing; fuel and fares compete with food
  mobility_housing,     ///< costly commutes make households move
  mobility_governance,  ///< trips not made move trust and opinions
  housing_food,         ///< kitchens and fridges out of use lose meals and food; rents and energy compete with food
  housing_mobility,     ///< who is displaced starts from elsewhere
  housing_governance,   ///< cold, heat and damage move trust; who is displaced has no voice
  governance_food,      ///< decisions, staffing of and compliance with measures on food
  governance_mobility,  ///< the same on mobility
  governance_housing,   ///< the same on housing
  count
};
inline constexpr std::size_t coupling_count = static_cast<std::size_t>(Coupling::count);

struct CouplingInfo {
  Coupling coupling;
  std::string_view name;  ///< "food.mobility": who acts, on whom
  Words meaning;
};
std::span<const CouplingInfo> coupling_infos();
std::optional<Coupling> find_coupling(std::string_view name);

/// Which couplings are at work. All, unless a scenario switches some off.
class Couplings {
 public:
  bool has(Coupling coupling) const { return (off_ >> static_cast<unsigned>(coupling) & 1u) == 0; }
  void switch_off(Coupling coupling) { off_ |= 1u << static_cast<unsigned>(coupling); }
  bool all() const { return off_ == 0; }

 private:
  std::uint32_t off_ = 0;
};

}  // namespace essaim::commune
