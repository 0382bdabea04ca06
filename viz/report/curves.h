// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/design/study.h"

namespace essaim::report {

/// The curves of one indicator, as the page unpacks them: see `CurveWriter`.
struct Curves {
  std::vector<int> decimals;             ///< [site] of the values, in percent for a share
  std::vector<int> difference_decimals;  ///< [site]
  std::string quantiles;  ///< [site]: [variant][arm: shocks, none][quantile][day], then of each variant but the first
                          ///< with - without in the crisis, paired: [quantile][day]
  std::string draws;      ///< [site][variant][draw][day], in the crisis
};

Curves curves_of(const design::Study& study, std::size_t indicator, const design::Series& series);

}  // namespace essaim::report
