// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/housing/columns.h"
#include "models/housing/households.h"

namespace essaim::housing {

/// Retrofits: a trigger makes somebody consider one; cost, aid, advice and neighbours decide.
///
/// Once a month, a home of label C or worse that is sound is considered with chance consider x (move_trigger in the
/// year after moving in) x (heater_trigger with a heater older than heater_life). Where there is a retrofit desk it
/// asks for advice first. It is decided for with chance p, of odds
///     p / (1 - p) = decide / (1 - decide) exp(aid_weight aid cost + peer_weight peers) (advice_odds if advised)
/// with aid the share that `retrofit_aid` pays, cost in thousand euros and peers the share of ties whose home was
/// retrofitted. `consider` is such that, without a desk, aid or neighbours, p = decide gives Res-IRF's yearly rates.
/// An occupant who owns must be able to pay: half of the account beyond the month's bills, and a loan over 15 years at
/// no interest that takes at most credit_share of income with other such loans; for tenants the landlord pays, from
/// outside. A share deep_share is deep and gains three classes, not beyond B; the others gain one with class_gain.
class RetrofitRules {
 public:
  RetrofitRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  void consider(std::uint32_t household, Context& context) const;  ///< each month
  void decide(std::uint32_t household, bool advised, Context& context) const;
  void begin(std::uint32_t household, Works works, std::uint32_t days, Context& context) const;
  void end(std::uint32_t household, Works works, const HouseholdRules& bills, Context& context) const;

 private:
  bool may_retrofit(std::uint32_t household) const;
  bool has_old_heater(std::uint32_t household, std::uint32_t day) const;
  double odds(std::uint32_t household, Works works, bool advised) const;
  double cost_eur(Works works) const;
  bool pay(std::uint32_t household, Works works, bool only_ask) const;
  double peers(std::uint32_t household) const;

  const Setting& setting_;
  HouseholdColumns columns_;
  ProcessId office_;
  ProcessId artisans_;
  commune::PublicColumns town_;
};

}  // namespace essaim::housing
