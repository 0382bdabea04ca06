// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/design/statistics.h"

namespace essaim::design {

/// One number per replicate in each of the four arms: {shocks, no shocks} x {without, with the measures}.
/// The same index is the same draw of chance, of people and of uncertain values in all four.
struct FourArms {
  std::vector<double> without_in_crisis;  ///< the baseline: shocks, no measure
  std::vector<double> with_in_crisis;     ///< shocks and measures
  std::vector<double> without_in_quiet;   ///< neither
  std::vector<double> with_in_quiet;      ///< measures alone
};

/// What a measure changes, and when:
/// - `everyday`    = with - without, in the no-shock twins;
/// - `crisis`      = with - without, under the shocks;
/// - `interaction` = crisis - everyday: what the measure does in the crisis beyond what it does every day.
struct Effects {
  Estimate everyday;
  Estimate crisis;
  Estimate interaction;
};

Effects effects(const FourArms& arms, double confidence = default_confidence);

}  // namespace essaim::design
