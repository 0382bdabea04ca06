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
inline constexpr Stream second_car{"commune.second_car_owner"};
inline constexpr Stream dwelling_rank{"commune.dwelling_rank"};
inline constexpr Stream tenure_rank{"commune.tenure_rank"};
inline constexpr Stream activity_rank{"commune.activity_rank"};
inline constexpr Stream river{"commune.river"};
inline constexpr Stream job_loss{"commune.job_loss"};
inline constexpr Stream savings{"commune.savings"};
inline constexpr Stream home{"commune.home"};
inline constexpr Stream hamlet{"commune.hamlet"};
inline constexpr Stream crossing{"commune.crossing"};
inline constexpr Stream lane{"commune.lane"};
inline constexpr Stream gateway{"commune.gateway"};
inline constexpr Stream place{"commune.place"};
inline constexpr Stream school_place{"commune.school_place"};
inline constexpr Stream middle_school_place{"commune.middle_school_place"};
inline constexpr Stream workplace{"commune.workplace"};
inline constexpr Stream doctor_place{"commune.doctor_place"};
inline constexpr Stream station_place{"commune.station_place"};
inline constexpr Stream tie{"commune.tie"};
inline constexpr Stream weather{"commune.weather"};

inline constexpr std::array all = {household_type, household_extra,
                                   age_class,      age_years,
                                   income_rank,    car_rank,
                                   second_car,     dwelling_rank,
                                   tenure_rank,    activity_rank,
                                   home,           hamlet,
                                   crossing,       gateway,
                                   place,          tie,
                                   weather,        river,
                                   job_loss,       savings,
                                   school_place,   middle_school_place,
                                   workplace,      doctor_place,
                                   station_place,  lane};

}  // namespace essaim::commune::streams
