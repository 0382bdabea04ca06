// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/design/comparison.h"
#include "engine/design/study.h"

namespace essaim::design {

/// What a measure changes for one group of households in the crisis, and what the group loses to the shocks.
struct GroupReading {
  std::size_t group = 0;
  Estimate crisis;                   ///< with - without, under the shocks; NaN where the group is too small
  std::vector<double> loss_without;  ///< per replicate, against the no-shock twin, as in `Recovery` [days]; NaN: none
  std::vector<double> loss_with;
};

/// How the loss of one arm is shared between the poorest and the richest third. Thirds have as many households each, so
/// that the poorest bear `loss(poorest) / sum of the three` of it; a third of it where it falls on all alike.
struct LossShares {
  Estimate poorest;             ///< days of need unmet of a household, mean over replicates
  Estimate richest;             ///< the same
  std::optional<double> ratio;  ///< of the two means; none if the richest lose nothing
  Spread borne_by_poorest;      ///< over the replicates in which anything is lost
};

/// One indicator, one site, one variant, group by group.
struct Equity {
  std::size_t site = 0;
  std::size_t variant = 0;
  std::vector<GroupReading> groups;  ///< all of the study, in its order
  std::optional<LossShares> without;
  std::optional<LossShares> with_measure;
};

/// The groups of one kind, from the poorest to the richest for "income".
std::vector<std::size_t> groups_of_kind(const Study& study, std::string_view kind);
/// Every kind, in the file's order.
std::vector<std::string_view> kinds_of_groups(const Study& study);

/// Variant-major, then sites; empty if the indicator is not read by group.
std::vector<Equity> equity(const Study& study, std::size_t indicator);

}  // namespace essaim::design
