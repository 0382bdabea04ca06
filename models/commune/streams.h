// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "engine/core/random.h"

/// Every kind of draw that makes a commune. A name is declared here once; a test checks that no two collide.
namespace essaim::commune::streams {

inline constexpr Stream household_type{"commune.household_type"};
inline constexpr Stream household_extra{"commune.household_extra"};
inline constexpr Stream age_class{"commune.age_class"};
inline constexpr Stream age_years{"commune.age_years"};
inline constexpr Stream income_rank{"commune.income_rank"};
inline constexpr Stream car_rank{"commune.car_rank"};
inline constexpr Stream dwelling_rank{"commune.dwelling_rank"};
inline constexpr Stream home{"commune.home"};
inline constexpr Stream hamlet{"commune.hamlet"};
inline constexpr Stream crossing{"commune.crossing"};
inline constexpr Stream gateway{"commune.gateway"};
inline constexpr Stream place{"commune.place"};
inline constexpr Stream tie{"commune.tie"};
inline constexpr Stream weather{"commune.weather"};
inline constexpr Stream indoor_heat{"commune.indoor_heat"};

inline constexpr std::array all = {household_type, household_extra, age_class, age_years, income_rank,
                                   car_rank,       dwelling_rank,   home,      hamlet,    crossing,
                                   gateway,        place,           tie,       weather,   indoor_heat};

}  // namespace essaim::commune::streams
