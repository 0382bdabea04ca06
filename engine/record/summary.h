// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace essaim::record {

/// Quantile of sorted values, linear between order statistics: of n values, the p-quantile lies at (n - 1) p.
/// NaN if there are none.
double quantile_of_sorted(std::span<const double> sorted, double p);

/// `quantiles` of each day over the replicates that have a value: from [replicate][day] to [quantile][day].
std::vector<double> daily_quantiles(std::span<const double> values, std::size_t days);

}  // namespace essaim::record
