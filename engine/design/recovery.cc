// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/recovery.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/error.h"
#include "engine/design/statistics.h"

namespace essaim::design {
namespace {

using Curve = std::span<const double>;

bool is_below(Curve curve, Curve twin, double level, std::size_t day) { return curve[day] < level * twin[day]; }

std::optional<double> time_to(Curve curve, Curve twin, double level, std::size_t deepest, std::size_t hold) {
  bool fell = false;
  for (std::size_t day = 0; day < curve.size(); ++day) fell = fell || is_below(curve, twin, level, day);
  if (!fell) return 0.0;
  std::size_t held = 0;
  for (std::size_t day = deepest; day < curve.size(); ++day) {
    held = is_below(curve, twin, level, day) ? 0 : held + 1;
    if (held == hold) return static_cast<double>(day + 1 - hold);
  }
  return std::nullopt;
}

TimeToRecover time_to_recover(std::span<const std::optional<Recovery>> replicates,
                              std::optional<double> Recovery::* level) {
  TimeToRecover result;
  std::vector<double> times;
  for (const std::optional<Recovery>& one : replicates) {
    if (!one) continue;
    ++result.count;
    const std::optional<double>& time = (*one).*level;
    if (!time) ++result.not_recovered;
    times.push_back(time.value_or(std::numeric_limits<double>::infinity()));
  }
  if (result.count > 0 && 2 * result.not_recovered < result.count) {
    // The upper median of an even number could be censored while the lower is not.
    const double median = quantile(times, 0.5);
    if (std::isfinite(median)) result.median = median;
  }
  return result;
}

}  // namespace

std::optional<Recovery> recovery(Curve curve, Curve twin, std::size_t hold) {
  ESSAIM_EXPECTS(curve.size() == twin.size() && hold >= 1);
  Recovery result;
  for (std::size_t day = 0; day < curve.size(); ++day) {
    if (std::isnan(curve[day]) || std::isnan(twin[day])) return std::nullopt;
    const double shortfall = std::max(0.0, twin[day] - curve[day]);
    result.loss += shortfall;
    if (shortfall <= result.depth) continue;
    result.depth = shortfall;
    result.deepest = day;
  }
  if (curve.empty()) return std::nullopt;
  result.to_90 = time_to(curve, twin, 0.90, result.deepest, hold);
  result.to_95 = time_to(curve, twin, 0.95, result.deepest, hold);
  return result;
}

Resilience resilience(std::span<const std::optional<Recovery>> replicates) {
  constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  Resilience result;
  for (const std::optional<Recovery>& one : replicates) {
    result.loss.push_back(one ? one->loss : nothing);
    result.depth.push_back(one ? one->depth : nothing);
  }
  result.to_90 = time_to_recover(replicates, &Recovery::to_90);
  result.to_95 = time_to_recover(replicates, &Recovery::to_95);
  return result;
}

}  // namespace essaim::design
