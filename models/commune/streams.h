// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "engine/core/random.h"

/// Every kind of draw that makes a commune. A name is declared here once; a test checks that no two collide.
namespace essaim::commune::streams {

inline constexpr Stream sample_members{"commune.sample_members"};  ///< of a household of the sample
inline constexpr Stream sample_home{"commune.sample_home"};        ///< its home, cars and bikes
inline constexpr Stream income_rank{"commune.income_rank"};
inline constexpr Stream household_draw{"commune.household_draw"};          ///< which of the sample occur, once
inline constexpr Stream household_exchange{"commune.household_exchange"};  ///< which is given up in a trial
inline constexpr Stream household_place{"commune.household_place"};        ///< order of households
inline constexpr Stream household_detail{"commune.household_detail"};      ///< what sets it apart from those like it
inline constexpr Stream destination{"commune.destination"};                ///< school or workplace of a person
inline constexpr Stream transit_stop{"commune.transit_stop"};              ///< in a rural commune, once
inline constexpr Stream care_home{"commune.care_home"};                    ///< age and sex of a resident
inline constexpr Stream river{"commune.river"};
inline constexpr Stream job_loss{"commune.job_loss"};
inline constexpr Stream savings{"commune.savings"};
inline constexpr Stream home{"commune.home"};
inline constexpr Stream square_home{"commune.square_home"};          ///< by square of the grid
inline constexpr Stream square_exchange{"commune.square_exchange"};  ///< which two households, in a trial
inline constexpr Stream hamlet{"commune.hamlet"};
inline constexpr Stream crossing{"commune.crossing"};
inline constexpr Stream lane{"commune.lane"};
inline constexpr Stream field{"commune.field"};  ///< corners and ranks of those of a made-up plan
inline constexpr Stream gateway{"commune.gateway"};
inline constexpr Stream place{"commune.place"};
inline constexpr Stream school_place{"commune.school_place"};
inline constexpr Stream middle_school_place{"commune.middle_school_place"};
inline constexpr Stream workplace{"commune.workplace"};
inline constexpr Stream doctor_place{"commune.doctor_place"};
inline constexpr Stream station_place{"commune.station_place"};
inline constexpr Stream tie{"commune.tie"};
inline constexpr Stream colleague{"commune.colleague"};
inline constexpr Stream weather{"commune.weather"};

inline constexpr std::array all = {sample_members,
                                   sample_home,
                                   income_rank,
                                   household_draw,
                                   household_exchange,
                                   household_place,
                                   household_detail,
                                   care_home,
                                   destination,
                                   transit_stop,
                                   home,
                                   hamlet,
                                   crossing,
                                   gateway,
                                   place,
                                   tie,
                                   weather,
                                   river,
                                   job_loss,
                                   savings,
                                   school_place,
                                   middle_school_place,
                                   workplace,
                                   doctor_place,
                                   station_place,
                                   lane,
                                   colleague,
                                   square_home,
                                   field,
                                   square_exchange};

}  // namespace essaim::commune::streams
