// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "engine/run/simulation.h"
#include "engine/world/table.h"

namespace essaim::commune {

/// Names of the ledgers; columns say at registration which they enter, and on which side.
inline constexpr LedgerEntry food_stock{"food", +1};     ///< also what has left for good: eaten, wasted, exported
inline constexpr LedgerEntry food_source{"food", -1};    ///< what came from outside: harvested, imported
inline constexpr LedgerEntry money_stock{"money", +1};   ///< also what was paid to the outside
inline constexpr LedgerEntry money_source{"money", -1};  ///< what was earned outside
inline constexpr LedgerEntry people_stock{"people", +1};
inline constexpr LedgerEntry fuel_stock{"fuel", +1};    ///< also what was burnt
inline constexpr LedgerEntry fuel_source{"fuel", -1};   ///< what was delivered from outside
inline constexpr LedgerEntry home_stock{"homes", +1};   ///< dwellings: who lives in one, and those that are free
inline constexpr LedgerEntry home_source{"homes", -1};  ///< dwellings that were built or set up

/// Conservation of food, money, people, fuel and dwellings, read from columns and messages under way, independently of
/// every handler: a gram, cent or person that a handler loses or makes shows as a difference.
class Ledgers {
 public:
  explicit Ledgers(const Simulation& simulation, const World& world);
  /// Empty if nothing was lost or made since the start; else what, how much and when.
  std::string audit(const Simulation& simulation, const World& world) const;

 private:
  struct Balances {
    std::int64_t food_g = 0;
    std::int64_t money_cents = 0;
    std::int64_t people = 0;
    std::int64_t fuel_ml = 0;
    std::int64_t homes = 0;
  };
  static Balances sum(const Simulation& simulation, const World& world);
  Balances start_;
};

}  // namespace essaim::commune
