// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/governance/ballots.h"
#include "models/governance/columns.h"

namespace essaim::governance {

/// Whether a household has a voice and hands to lend: not while it is displaced, unless that coupling is off.
bool is_present(const Setting& setting, const HouseholdColumns& columns, std::uint32_t household);

/// Citizens' assemblies and participatory budgets: process of the council.
///
/// Assembly: `assembly_letters` for each seat go to residents drawn by lot; an adult who is present accepts with chance
/// `letter_acceptance`; the first who accept get the seats. Members are told, move towards `informed_position`, and
/// their mean opinion on the day on which they end is the assembly's advice.
///
/// Participatory budget: each adult who is present votes with chance `budget_turnout`, for the measures of which the
/// household's opinion is above 0, and for each of `budget_others` other projects with that project's own chance.
/// Costs of these are 5 to 60 % of the envelope and their chances 10 to 50 %, drawn. The envelope is `budget_envelope`
/// times residents, at most what is left to invest.
class Forums {
 public:
  Forums(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  /// Seats an assembly on a measure; on none in particular where `measure` is past the last. `chance` keys its draws.
  void convene(std::uint32_t measure, std::uint32_t chance, std::uint32_t seats, Context& context) const;
  double advice_of(std::uint32_t measure) const;  ///< mean opinion of those seated for it; 0 if nobody is
  /// Holds a vote on these measures at these costs [cents] and says which are funded.
  Funded vote(std::span<const std::uint32_t> measures, std::span<const double> costs, Context& context) const;

 private:
  Ballots collect(std::span<const std::uint32_t> measures, std::span<const double> costs, double envelope,
                  Context& context) const;

  const Setting& setting_;
  HouseholdColumns households_;
  CouncilColumns council_;
  commune::PublicColumns town_;
};

}  // namespace essaim::governance
