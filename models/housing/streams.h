// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "engine/core/random.h"

/// Every kind of draw of the housing theme.
namespace essaim::housing::streams {

inline constexpr Stream dwelling{"housing.dwelling"};        ///< what a dwelling is, once
inline constexpr Stream vacant{"housing.vacant"};            ///< where vacant and light dwellings stand, once
inline constexpr Stream indoor_heat{"housing.indoor_heat"};  ///< of a dwelling, once
inline constexpr Stream power{"housing.power"};              ///< when a dwelling loses its power in an outage, once
inline constexpr Stream ways{"housing.ways"};                ///< what sets a household apart, once
inline constexpr Stream flood{"housing.flood"};              ///< what a household does after a flood
inline constexpr Stream works{"housing.works"};              ///< how long works last
inline constexpr Stream host{"housing.host"};                ///< where it is put up
inline constexpr Stream move{"housing.move"};                ///< whether it wants to move this month
inline constexpr Stream offer{"housing.offer"};              ///< which dwellings the office looks at
inline constexpr Stream retrofit{"housing.retrofit"};        ///< whether it is considered this month
inline constexpr Stream decision{"housing.decision"};        ///< whether it is decided, and which

inline constexpr std::array all = {dwelling, vacant, indoor_heat, power, ways,     flood,
                                   works,    host,   move,        offer, retrofit, decision};

}  // namespace essaim::housing::streams
