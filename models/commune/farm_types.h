// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/commune/figures.h"

namespace essaim::commune {

/// How many farms of one type a site may have. Described, and used by no model: all farms of the food theme are alike.
struct FarmType {
  std::string_view name;  ///< "dairy": stable, English
  Words label;
  double farms = 0;
  Range range;
  std::string source;
};

/// Farms by type, as ratios of what is known of the site: dairy farms by the cows, others by national shares of all
/// farms, which say little of one commune (it may have none of a type, or nothing else: their range is 0 to all farms).
/// All are assumptions. A type is left out where what it is a ratio of is not known. Types for which no ratio was found
/// (market gardens, pigs, poultry, mixed) are not there, so that the types do not make up all farms.
std::vector<FarmType> farms_by_type(const Site& site);

}  // namespace essaim::commune
