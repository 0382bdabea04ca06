// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/housing/columns.h"
#include "models/housing/damage.h"
#include "models/housing/households.h"

namespace essaim::housing {

/// Ordinary moves inside the commune, and the office that knows which dwellings are free.
///
/// Once a month a household whose home is sound wants to move with a chance that gives move_rate a year over all,
/// more often as a tenant; with the coupling of mobility with housing, times 1 + commute_push x (cost of commutes over
/// income), and it then takes, of those that fit, the dwelling nearest the town. It asks the office, which looks at
/// some free dwellings from a drawn place on and gives one of its tenure that is large enough and whose rent it can
/// pay, or a light dwelling; the old one is then free. If none fits it stays. Moves from and to other communes are left
/// out: on balance they would change who lives here, which other models do.
class MoveRules {
 public:
  MoveRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  // At a household
  void think_of_moving(std::uint32_t household, Context& context) const;  ///< each month
  void move(std::uint32_t household, const Event& answer, const HouseholdRules& bills, const DamageRules& river,
            Context& context) const;
  // At the office
  void start_office(Context& context) const;
  void open_office(Context& context) const;
  void offer(const Event& request, Context& context) const;
  void shelter(const Event& request, Context& context) const;
  void advise(const Event& request, Context& context) const;
  void take_back(const Event& home) const;

 private:
  bool may_move(std::uint32_t household) const;
  bool fits(std::uint32_t dwelling, const Event& request) const;
  void set_up_light(std::uint32_t wanted) const;
  void take_from_list(std::uint32_t position) const;

  const Setting& setting_;
  HouseholdColumns columns_;
  OfficeColumns office_;
  commune::PublicColumns town_;
};

}  // namespace essaim::housing
