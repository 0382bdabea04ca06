// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/housing/columns.h"
#include "models/housing/households.h"

namespace essaim::housing {

/// Water in homes, who must leave, where they live, repairs, and who comes back.
///
/// Where a river may come, a household looks every six hours. Water of w metres on its floor destroys damage_of(w) of
/// the home, the most that any water of this flood destroyed counts; it leaves if w exceeds its own threshold around
/// leave_depth. Once the water is gone:
///     insured    log-normal time around insurance_delay, spread insurance_spread
///     queued     it asks the artisans, who serve first come, first served
///     repaired   repair_works x damage x exp(0.2 z) days of one crew
/// Who had to leave lives in a light dwelling if one is free, else with relatives in the commune (with_relatives) or in
/// the town. It returns when the home is repaired, the power is on and no water is in it; never_return of them give it
/// up when the insurer has paid, and stay displaced to the end of the run.
class DamageRules {
 public:
  DamageRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  bool at_risk(std::uint32_t dwelling) const;
  void look_at_river(std::uint32_t household, Context& context) const;
  void ask_for_repair(std::uint32_t household, Context& context) const;
  void begin_repair(std::uint32_t household, std::uint32_t days, Context& context) const;
  void end_repair(std::uint32_t household) const;
  void hear_of_shelter(std::uint32_t household, const Event& answer, Context& context) const;
  void think_of_return(std::uint32_t household, bool dark, Context& context) const;  ///< each day

 private:
  double water_now(std::uint32_t household) const;
  void leave(std::uint32_t household, Context& context) const;
  void ask_for_shelter(Context& context) const;
  void leave_shelter(std::uint32_t household, Context& context) const;

  const Setting& setting_;
  HouseholdColumns columns_;
  ProcessId office_;
  ProcessId artisans_;
  commune::PublicColumns town_;
};

}  // namespace essaim::housing
