// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace essaim::design {

/// A performance curve holds, for each day of the crisis window, the share of a need that was met (1 = all of it).
/// It is read against its no-shock twin of the same replicate, never against the day before the shock.
///
/// - shortfall(t) = max(0, twin(t) - curve(t)): a surplus on a later day does not give back a missed meal;
/// - `loss` = sum of the shortfall over days: "days of need unmet", in full days;
/// - `depth` = the largest shortfall, reached on day `deepest`;
/// - recovery to level L = the first day after the deepest one from which curve >= L x twin for `hold` days in a row
///   (2 weeks: one good day is no recovery), counted from the first day of the window. Zero if the curve was never
///   below. None: it had not recovered when the run ended, a censored outcome that is counted, not averaged.
struct Recovery {
  double loss = 0;              ///< days
  double depth = 0;             ///< share of the need
  std::size_t deepest = 0;      ///< day of the window
  std::optional<double> to_90;  ///< days
  std::optional<double> to_95;  ///< days
};

inline constexpr std::size_t recovery_hold_days = 14;

/// None if a day of either curve is missing: a loss over fewer days would look smaller than it was.
std::optional<Recovery> recovery(std::span<const double> curve, std::span<const double> twin,
                                 std::size_t hold = recovery_hold_days);

/// A time over replicates of which some are censored: those count as longer than any.
struct TimeToRecover {
  std::size_t count = 0;          ///< replicates with a reading
  std::size_t not_recovered = 0;  ///< censored at the end of the run
  std::optional<double> median;   ///< days; none if half or more of the replicates are censored
};

/// What the replicates of one arm say together.
struct Resilience {
  std::vector<double> loss;   ///< per replicate, NaN without a reading
  std::vector<double> depth;  ///< per replicate
  TimeToRecover to_90;
  TimeToRecover to_95;
};

Resilience resilience(std::span<const std::optional<Recovery>> replicates);

}  // namespace essaim::design
