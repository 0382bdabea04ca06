// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/food/setting.h"

namespace essaim::food {

/// Households eat, worry, and go shopping.
///
/// Each day a household h, with needs N_p of each product p (dry, fresh), stocks S_p and affordable share a:
///     eats     d = min(S_dry, a N_dry), f = min(S_fresh, a N_fresh), and dry food in place of `substitution` of the
///              fresh that it lacks; what remains of N is missed
///     loses    `waste_at_home` of what it eats, more on hot days, from its fresh stock
///     worries  w += (1 - w) (panic_news news + 4 panic_social m^2 + panic_shelves seen) - w / panic_fading
///              with m the mean worry of its ties and `seen` the share refused by empty shelves at its last visit
///     shops    with chance max(visit_chance, worried_visit w, urgent_visit if a stock lasts under `urgent_below`); it
///              then aims at T_dry (1 + panic_stocking w) and T_fresh, and carries what the days to payday allow
/// Once a month it earns its income, sets aside money for food (at most its food budget), spends or saves the rest, and
/// finds out what share a of its need the cheapest basket would let it buy.
/// The form and the constants of worry and visits come from a probe calibrated on sales of March 2020.
class HouseholdRules {
 public:
  HouseholdRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  void start(Context& context) const;
  void live_a_day(std::uint32_t household, Context& context) const;
  void bring_home(std::uint32_t household, const Event& purchase, Context& context) const;
  void hear_from_grocer(std::uint32_t household, const Event& answer, Context& context) const;

 private:
  void eat(std::uint32_t household) const;
  void worry(std::uint32_t household, Context& context) const;
  void get_paid(std::uint32_t household) const;
  void reckon_affordable(std::uint32_t household, std::uint32_t day) const;
  void seek_aid(std::uint32_t household, Context& context) const;
  void consider_shopping(std::uint32_t household, Context& context) const;
  void go_shopping(std::uint32_t household, Draw& draw, Context& context) const;
  /// The shop of today's visit; its weight is 0 if there is none to go to.
  Setting::Choice choose_shop(std::uint32_t household, Context& context) const;
  double lasts_days(std::uint32_t household, Product product) const;
  std::uint32_t wanted_g(std::uint32_t household, Product product) const;
  bool is_member(std::uint32_t household, std::uint32_t day) const { return columns_.member_until[household] > day; }
  std::uint32_t days_to_payday(std::uint32_t household, std::uint32_t day) const;

  const Setting& setting_;
  HouseholdColumns columns_;
  ShopColumns shops_;
  commune::PublicColumns town_;
};

}  // namespace essaim::food
