// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "engine/design/statistics.h"

namespace essaim::design {

/// Fewer replicates than this cannot be split in thirds that mean anything.
inline constexpr std::size_t least_for_influence = 10;
/// Below this many, an influence is a hint.
inline constexpr std::size_t enough_for_influence = 20;

/// How far an outcome goes with an uncertain value that each replicate drew: its mean over the third of the replicates
/// with the highest draws, less its mean over the third with the lowest (Gelman and Park, "Splitting a predictor at the
/// upper quarter or third and the lower quarter or third", The American Statistician 63(1), 2009: 80 to 90 % of the
/// efficiency of a linear regression, and read without one). All values are drawn at once, so that the others vary
/// within both thirds; the interval is Welch's. Draws equal to those at the edge of a third belong to it.
///
/// Of many values looked at together some leave zero by chance: give `simultaneous_confidence` of their number.
///
/// None if fewer than `least_for_influence` replicates have both numbers, or if the draws are too alike for two thirds
/// that do not overlap. `draws[r]` and `outcome[r]` are of one replicate; NaN where there is none.
std::optional<Estimate> influence(std::span<const double> draws, std::span<const double> outcome,
                                  double confidence = default_confidence);

/// The confidence of each of `count` intervals with which all of them hold at once with the default confidence at least
/// (Bonferroni; Dunn, "Multiple comparisons among means", Journal of the American Statistical Association 56, 1961).
double simultaneous_confidence(std::size_t count);

/// True if the interval lies on one side of zero: "no influence found" is a reading too.
bool is_established(const Estimate& influence);

}  // namespace essaim::design
