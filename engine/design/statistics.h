// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

/// What may be said of a result: averages, intervals, effects, verdicts. Each function reads one number per
/// replicate; NaN means that a replicate has none, and the replicate is then left out.
namespace essaim::design {

/// A mean and the interval that holds the true mean with the stated confidence, over `count` replicates. It shrinks
/// when replicates are added: it tells how well the mean is known, not how different the worlds are (see `Spread`).
/// Below two replicates there is no interval: `low` and `high` are NaN.
struct Estimate {
  double mean = 0;
  double low = 0;
  double high = 0;
  std::size_t count = 0;

  bool has_interval() const { return count >= 2; }
};

inline constexpr double default_confidence = 0.95;

std::vector<double> without_missing(std::span<const double> values);

double mean(std::span<const double> values);  ///< NaN if there is none

/// Square root of the sum of squared deviations over n - 1; NaN below two values.
double standard_deviation(std::span<const double> values);

/// Type 7 of Hyndman and Fan (1996), the default of R and NumPy: linear between the order statistics, the p-th at
/// position 1 + (n - 1) p. NaN if there is no value.
double quantile(std::span<const double> values, double p);

/// Student's t interval of the mean.
Estimate mean_interval(std::span<const double> values, double confidence = default_confidence);

/// `with[r] - without[r]`: two runs of one replicate share chance, so that the measure alone makes the difference.
std::vector<double> differences(std::span<const double> with, std::span<const double> without);

/// Student's t interval of the mean of those differences.
Estimate paired_difference(std::span<const double> with, std::span<const double> without,
                           double confidence = default_confidence);

/// mean(a) - mean(b) of two independent samples whose spreads differ (Welch). For two sites: they share no chance.
Estimate unpaired_difference(std::span<const double> a, std::span<const double> b,
                             double confidence = default_confidence);

}  // namespace essaim::design
