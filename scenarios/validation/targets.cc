// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "scenarios/validation/target_tables.h"

namespace essaim::validation {

std::span<const Target> targets() {
  static const std::vector<Target> all = [] {
    std::vector<Target> rows;
    for (const auto table :
         {food_targets(), mobility_targets(), housing_targets(), governance_targets(), road_targets()}) {
      rows.insert(rows.end(), table.begin(), table.end());
    }
    return rows;
  }();
  return all;
}

}  // namespace essaim::validation
