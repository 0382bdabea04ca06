// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/income_law.h"

#include <algorithm>

#include "engine/core/math.h"

namespace essaim::commune {

namespace {

constexpr double normal_d9 = 1.2815515655446004;  // standard normal quantile of 0.9

double value(const FigureValues& figures, FigureId id) { return figures[static_cast<std::size_t>(id)]; }

}  // namespace

IncomeLaw::IncomeLaw(const FigureValues& figures, const KnownFigures& known) {
  const double median = math::log(std::max(1.0, value(figures, FigureId::income_median)));
  const double d1 = std::min(median, math::log(std::max(1.0, value(figures, FigureId::income_d1))));
  const double d9 = std::max(median, math::log(std::max(1.0, value(figures, FigureId::income_d9))));
  below_ = (median - d1) / normal_d9;
  above_ = (d9 - median) / normal_d9;
  knots_ = {{{-normal_d9, d1}, {0, median}, {normal_d9, d9}, {}}};
  count_ = 3;
  const double rate = value(figures, FigureId::poverty_rate);
  if (!known[static_cast<std::size_t>(FigureId::poverty_rate)] || rate <= 0.001 || rate >= 0.999) return;
  const Knot poverty{math::normal_quantile(rate), math::log(poverty_line_eur)};
  const auto place = std::lower_bound(knots_.begin(), knots_.begin() + 3, poverty.z,
                                      [](const Knot& knot, double z) { return knot.z < z; });
  // Steps that are very flat or very steep beside the law without the rate would be a contradiction made into a law.
  constexpr double most_bend = 3;
  const auto fits = [&](const Knot& low, const Knot& high, double slope) {
    const double own = high.z > low.z ? (high.log_income - low.log_income) / (high.z - low.z) : -1;
    return own >= slope / most_bend && own <= slope * most_bend;
  };
  const double slope = poverty.z < 0 ? below_ : above_;
  if (place != knots_.begin() && !fits(*(place - 1), poverty, slope)) return;
  if (place != knots_.begin() + 3 && !fits(poverty, *place, slope)) return;
  std::move_backward(place, knots_.begin() + 3, knots_.end());
  *place = poverty;
  count_ = 4;
  meets_poverty_rate_ = true;
}

double IncomeLaw::at(double quantile) const {
  const double z = math::normal_quantile(quantile);
  const Knot& first = knots_[0];
  const Knot& last = knots_[count_ - 1];
  if (z <= first.z) return math::exp(first.log_income + below_ * (z - first.z));
  if (z >= last.z) return math::exp(last.log_income + above_ * (z - last.z));
  std::size_t next = 1;
  while (knots_[next].z < z) ++next;
  const auto& [low_z, low] = knots_[next - 1];
  const auto& [high_z, high] = knots_[next];
  return math::exp(low + (high - low) * (z - low_z) / (high_z - low_z));
}

}  // namespace essaim::commune
