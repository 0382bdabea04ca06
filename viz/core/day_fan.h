// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "engine/design/study.h"

namespace essaim::plot {

/// Which quantiles over replicates a fan of curves is drawn with. Below 19 replicates the first and the last are the
/// smallest and the largest, as everywhere.
inline constexpr std::array<double, 5> fan_quantiles = {0.05, 0.25, 0.5, 0.75, 0.95};

/// The most draws of one point that are shown one by one.
inline constexpr std::size_t most_draws = 20;

/// [quantile][day]
using Fan = std::array<std::vector<double>, fan_quantiles.size()>;
/// [replicate][day]; NaN where there is no value.
using Draws = std::vector<std::vector<double>>;

/// Those of one point; all missing where the file has no such point.
Draws draws_of(const design::Study& study, const design::Series& series, std::optional<std::size_t> point);
/// with - without, each draw against itself.
Draws paired(const Draws& with, const Draws& without);
Fan fan_of(const Draws& draws);

}  // namespace essaim::plot
