// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/commune/territory.h"

namespace essaim::commune {

/// The flood that the figure `flood_share` speaks of: the river this high above its banks [m]. An assumption, for maps
/// of flood zones give depths by place and no height of the river; that of a scenario's flood is its own.
inline constexpr double reference_flood_m = 1.0;

/// Makes the valley flatter or steeper so that, when the river stands `reference_flood_m` above its banks everywhere,
/// water reaches the ground of this share of homes: all heights above the banks are multiplied by the one factor that
/// puts the water's edge midway between the last home that it reaches and the first that it does not. Whole homes make
/// the share, so it is met to half a home, and no better where several homes have the same height (one node).
/// Returns the factor. Heights measured on a map are not touched (factor 1), nor is anything where the homes that would
/// have to stay dry lie at the level of the banks.
double fit_flood_share(Territory& territory, double share);

/// Share of homes whose ground water reaches in the reference flood.
double flooded_share(const Territory& territory);

}  // namespace essaim::commune
