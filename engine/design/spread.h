// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

namespace essaim::design {

/// How different the worlds of a set of replicates are. It does not shrink when replicates are added.
/// - `none`: no replicate has a value;
/// - `rare`: most worlds have a zero, some do not. A median would say "never"; `occurrences` says how often;
/// - `extremes`: fewer than 19 replicates, so `low` and `high` are the smallest and the largest;
/// - `interval`: `low` and `high` are the 5 and 95 % quantiles.
struct Spread {
  enum class Kind : unsigned char { none, rare, extremes, interval };

  Kind kind = Kind::none;
  double median = 0;
  double low = 0;
  double high = 0;
  std::size_t count = 0;        ///< replicates with a value
  std::size_t occurrences = 0;  ///< those whose value is not zero
};

/// From this many replicates on, 5 and 95 % quantiles lie inside the extremes (1 / (n + 1) <= 5 %).
inline constexpr std::size_t quantile_replicates = 19;

Spread spread(std::span<const double> values);

/// Fewer households than this could be recognised; a count below is shown as "fewer than 11" and added to its
/// neighbour where rows can be merged (the threshold of INSEE for households).
inline constexpr double shown_households = 11;

/// True for a count of households or persons that must not be shown as such. Nobody is not somebody: 0 is shown.
bool is_hidden_count(double count);

}  // namespace essaim::design
