// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "engine/core/hash.h"
#include "engine/core/random.h"

/// Every kind of draw of the governance theme.
namespace essaim::governance::streams {

inline constexpr Stream character{"governance.character"};          ///< trust and taste of a household, once
inline constexpr Stream taste{"governance.taste"};                  ///< its first opinion on a measure
inline constexpr Stream evening{"governance.evening"};              ///< when it thinks of public matters, once
inline constexpr Stream volunteer{"governance.volunteer"};          ///< whether a person volunteers, once
inline constexpr Stream talk{"governance.talk"};                    ///< whom it talks with this week
inline constexpr Stream first_session{"governance.first_session"};  ///< day of the council's first session
inline constexpr Stream letter{"governance.letter"};                ///< whom a letter reaches, and whether he accepts
inline constexpr Stream request{"governance.request"};              ///< what another body answers, and when
inline constexpr Stream proposal{"governance.proposal"};            ///< other projects of a participatory budget
inline constexpr Stream ballot{"governance.ballot"};                ///< who votes, and for which of them

/// Occasion of a draw that comes once a day for each measure, from what keys the measure's draws.
constexpr std::uint32_t occasion_of(std::uint32_t chance, std::uint32_t day) { return mix32(chance + day); }

inline constexpr std::array all = {character,     taste,  evening, volunteer, talk,
                                   first_session, letter, request, proposal,  ballot};

}  // namespace essaim::governance::streams
