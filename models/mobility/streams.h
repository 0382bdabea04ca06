// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "engine/core/random.h"

/// Every kind of draw of the mobility theme.
namespace essaim::mobility::streams {

inline constexpr Stream person{"mobility.person"};    ///< how far beyond the town it works or studies, once
inline constexpr Stream habit{"mobility.habit"};      ///< where a household goes out to, once a place
inline constexpr Stream tank{"mobility.first_tank"};  ///< what is in the tank on the first day
inline constexpr Stream person_day{"mobility.person_day"};
inline constexpr Stream household_day{"mobility.household_day"};
inline constexpr Stream errand{"mobility.errand"};
inline constexpr Stream absence{"mobility.absence"};  ///< who is absent from work, by fortnight

inline constexpr std::array all = {person, habit, tank, person_day, household_day, errand, absence};

}  // namespace essaim::mobility::streams
