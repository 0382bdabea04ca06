// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/arms.h"

namespace essaim::design {

Effects effects(const FourArms& arms, double confidence) {
  const std::vector<double> everyday = differences(arms.with_in_quiet, arms.without_in_quiet);
  const std::vector<double> crisis = differences(arms.with_in_crisis, arms.without_in_crisis);
  return {mean_interval(everyday, confidence), mean_interval(crisis, confidence),
          paired_difference(crisis, everyday, confidence)};
}

}  // namespace essaim::design
