// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/run/model.h"
#include "models/commune/households.h"
#include "models/commune/public_body.h"

namespace essaim::commune {

/// Income, what it must pay whatever happens, and savings of each household: what bills and food compete for.
///
/// Each payday (every 30 days, spread over the month), at three in the morning:
///     what the account holds beyond the savings that the household keeps is spent elsewhere or put aside for good
///     income = ordinary income (1 - labour_share lost (1 - job_loss_income)), `lost` the share of its workers without
///     job essentials = essential_spending x ordinary income go to what is neither food, housing nor transport
/// A worker has lost the job while an own draw is below the condition `jobs_lost`.
class Purses {
 public:
  Purses(const Commune& commune, const HouseholdColumns& columns, const PublicColumns& town, const Random& random);
  void start(Context& context) const;
  void payday(std::uint32_t household, Context& context) const;

 private:
  double share_of_jobs_kept(std::uint32_t household) const;

  const Commune& commune_;
  HouseholdColumns columns_;
  PublicColumns town_;
  std::vector<float> job_draw_;  ///< by person; above 1 for who does not work
};

}  // namespace essaim::commune
