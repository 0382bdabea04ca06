// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/statistics.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

#include "engine/core/error.h"

namespace essaim::design {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Half the width of a t interval. Equal values have none, whatever their number of degrees of freedom.
double half_width(double standard_error, double degrees_of_freedom, double confidence) {
  if (standard_error == 0) return 0;
  // Not in long double, which is software in WebAssembly: fifteen digits are enough.
  using Double = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
  const boost::math::students_t_distribution<double, Double> student{degrees_of_freedom};
  return boost::math::quantile(boost::math::complement(student, (1 - confidence) / 2)) * standard_error;
}

}  // namespace

std::vector<double> without_missing(std::span<const double> values) {
  std::vector<double> present;
  present.reserve(values.size());
  std::copy_if(values.begin(), values.end(), std::back_inserter(present), [](double v) { return !std::isnan(v); });
  return present;
}

double mean(std::span<const double> values) {
  double sum = 0;
  std::size_t count = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    sum += value;
    ++count;
  }
  return count == 0 ? nothing : sum / static_cast<double>(count);
}

double standard_deviation(std::span<const double> values) {
  const std::vector<double> present = without_missing(values);
  if (present.size() < 2) return nothing;
  // Equal values deviate by nothing; their rounded mean could say otherwise.
  if (std::all_of(present.begin(), present.end(), [&](double v) { return v == present.front(); })) return 0;
  const double centre = mean(present);
  double sum = 0;
  for (const double value : present) sum += (value - centre) * (value - centre);
  return std::sqrt(sum / static_cast<double>(present.size() - 1));
}

double quantile(std::span<const double> values, double p) {
  ESSAIM_EXPECTS(p >= 0 && p <= 1);
  std::vector<double> sorted = without_missing(values);
  if (sorted.empty()) return nothing;
  std::sort(sorted.begin(), sorted.end());
  const double position = static_cast<double>(sorted.size() - 1) * p;
  const auto below = static_cast<std::size_t>(position);
  const double beyond = position - static_cast<double>(below);
  if (beyond == 0) return sorted[below];  // also where the next one is infinite
  return sorted[below] + beyond * (sorted[below + 1] - sorted[below]);
}

Estimate mean_interval(std::span<const double> values, double confidence) {
  const std::vector<double> present = without_missing(values);
  const auto count = static_cast<double>(present.size());
  const double centre = mean(present);
  if (present.size() < 2) return {centre, nothing, nothing, present.size()};
  const double half = half_width(standard_deviation(present) / std::sqrt(count), count - 1, confidence);
  return {centre, centre - half, centre + half, present.size()};
}

std::vector<double> differences(std::span<const double> with, std::span<const double> without) {
  ESSAIM_EXPECTS(with.size() == without.size());
  std::vector<double> result(with.size());
  std::transform(with.begin(), with.end(), without.begin(), result.begin(), std::minus<>{});
  return result;
}

Estimate paired_difference(std::span<const double> with, std::span<const double> without, double confidence) {
  return mean_interval(differences(with, without), confidence);
}

Estimate unpaired_difference(std::span<const double> a, std::span<const double> b, double confidence) {
  const std::vector<double> first = without_missing(a);
  const std::vector<double> second = without_missing(b);
  const double centre = mean(first) - mean(second);
  const std::size_t count = std::min(first.size(), second.size());
  if (count < 2) return {centre, nothing, nothing, count};
  const auto variance_of_mean = [](const std::vector<double>& values) {
    const double deviation = standard_deviation(values);
    return deviation * deviation / static_cast<double>(values.size());
  };
  const double va = variance_of_mean(first);
  const double vb = variance_of_mean(second);
  const double freedom = (va + vb) * (va + vb) /
                         (va * va / static_cast<double>(first.size() - 1) +
                          vb * vb / static_cast<double>(second.size() - 1));  // Welch and Satterthwaite
  const double half = half_width(std::sqrt(va + vb), freedom, confidence);
  return {centre, centre - half, centre + half, count};
}

}  // namespace essaim::design
