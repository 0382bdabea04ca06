// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "models/commune/population_fit.h"

namespace essaim::commune {

/// Households, at least one, and their members, at least as many, whatever the figures say.
struct HouseholdTotals {
  std::uint32_t households = 1;
  std::uint32_t residents = 1;  ///< care homes left out
};
HouseholdTotals household_totals(const FigureValues& figures, std::uint32_t care_home_residents);

/// Totals of the households and of their members: the figures, less the residents of care homes. Persons always are
/// firm; a figure that is not known of this place gives way to those that are.
MarginTargets margin_targets(const FigureValues& figures, const KnownFigures& known, const HouseholdTotals& totals,
                             const CareHomes& care_homes);

}  // namespace essaim::commune
