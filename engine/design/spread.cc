// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/spread.h"

#include <algorithm>
#include <cmath>

#include "engine/design/statistics.h"

namespace essaim::design {

Spread spread(std::span<const double> values) {
  const std::vector<double> present = without_missing(values);
  if (present.empty()) return {};
  Spread result;
  result.count = present.size();
  result.occurrences =
      static_cast<std::size_t>(std::count_if(present.begin(), present.end(), [](double value) { return value != 0; }));
  result.median = quantile(present, 0.5);
  const bool few = present.size() < quantile_replicates;
  result.low = quantile(present, few ? 0 : 0.05);
  result.high = quantile(present, few ? 1 : 0.95);
  result.kind = few ? Spread::Kind::extremes : Spread::Kind::interval;
  if (result.occurrences > 0 && 2 * result.occurrences < result.count) result.kind = Spread::Kind::rare;
  return result;
}

bool is_hidden_count(double count) { return count != 0 && std::fabs(count) < shown_households; }

}  // namespace essaim::design
