// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/food/setting.h"

namespace essaim::food {

/// How a household comes by food.
///
/// Each day it shops with chance max(visit_chance, worried_visit w, urgent_visit if a stock lasts under
/// `urgent_below`); it then aims at T_dry (1 + panic_stocking w) and T_fresh, and carries what the days to payday
/// allow. Going there and back is an errand: the mobility theme says whether the way can be made, and by what means. A
/// household that has a contract with farms (AMAP) gets a basket of fresh food each week, paid in advance, whatever the
/// shops hold.
class ShoppingRules {
 public:
  ShoppingRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  Draw chance(std::uint32_t household, const Context& context) const;  ///< of its going today
  void consider(std::uint32_t household, Draw& draw, Context& context) const;
  void set_out(std::uint32_t household, const Event& answer, Context& context) const;
  void bring_home(std::uint32_t household, const Event& purchase, Context& context) const;
  void order_basket(std::uint32_t household, Context& context) const;
  void take_basket(std::uint32_t household, const Event& basket) const;

 private:
  void shop_at(std::uint32_t household, const Setting::Choice& choice, Context& context) const;
  /// The shop of today's visit; its weight is 0 if there is none to go to.
  Setting::Choice choose_shop(std::uint32_t household, Context& context) const;
  /// Where its way to shops starts: where it lives now, or its first home if housing does not act on food.
  std::uint32_t home_of(std::uint32_t household) const;
  double lasts_days(std::uint32_t household, Product product) const;
  std::uint32_t wanted_g(std::uint32_t household, Product product) const;
  std::uint32_t rationed_persons(std::uint32_t household, Context& context) const;

  const Setting& setting_;
  HouseholdColumns columns_;
  ShopColumns shops_;
  FarmColumns farms_;
  commune::PublicColumns town_;
};

}  // namespace essaim::food
