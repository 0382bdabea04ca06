// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "models/commune/population.h"

namespace essaim::commune {

/// Disposable income per consumption unit by quantile of persons, as Filosofi counts: everybody has that of the
/// household.
///
/// The logarithm is linear in the standard normal quantile between the quantiles that the figures give: D1, median and
/// D9, and the poverty rate where it is known of this place and does not contradict them. Beyond D1 and D9 the slope is
/// that between them and the median: log-normal tails. Without the poverty rate this is one log-normal law below the
/// median and another above it.
class IncomeLaw {
 public:
  IncomeLaw(const FigureValues& figures, const KnownFigures& known);

  double at(double quantile) const;  ///< [EUR/year], for a quantile in (0, 1)
  bool meets_poverty_rate() const { return meets_poverty_rate_; }

 private:
  struct Knot {
    double z, log_income;
  };
  std::array<Knot, 4> knots_{};
  std::size_t count_ = 0;
  double below_ = 0;  ///< slope under D1
  double above_ = 0;  ///< over D9
  bool meets_poverty_rate_ = false;
};

}  // namespace essaim::commune
