// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/food/setting.h"

namespace essaim::food {

/// What a household has and needs: money for food, meals, worry, the solidarity grocer. How it shops: shopping.h.
///
/// Each day a household h, with needs N_p of each product p (dry, fresh), stocks S_p and affordable share a:
///     eats     d = min(S_dry, a N_dry), f = min(S_fresh, a N_fresh), and dry food in place of `substitution` of the
///              fresh that it lacks; what remains of N is missed. Without a kitchen for a share k of the day it eats
///              (1 - k `cooked`) of that at most, and food that kept no cold for more than `fridge_holds` is lost
///     loses    `waste_at_home` of what it eats, more on hot days, from its fresh stock
///     worries  w += (1 - w) (panic_news news + 4 panic_social m^2 + panic_shelves seen) - w / panic_fading
///              with m the mean worry of its ties and `seen` the share refused by empty shelves at its last visit
/// Once a month it sets aside money for food, M = min(food_budget x income x habit, what its bills leave of its
/// account), and finds out what share a of its need the cheapest basket lets it buy. Bills are those of housing and
/// transport for the month to come, at today's prices; when a coupling is off, those of an ordinary month. The form and
/// the constants of worry and visits come from a probe calibrated on sales of March 2020.
class HouseholdRules {
 public:
  HouseholdRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  void start(Context& context);
  void live_a_day(std::uint32_t household, Context& context) const;
  void hear_from_grocer(std::uint32_t household, const Event& answer, Context& context) const;

 private:
  void eat(std::uint32_t household, Context& context) const;
  void lose_what_got_warm(std::uint32_t household) const;
  void note_missed(std::uint32_t household, std::int64_t eaten, Context& context) const;
  void worry(std::uint32_t household, Context& context) const;
  std::int64_t bills_cents(std::uint32_t household) const;
  std::int64_t available_cents(std::uint32_t household) const;  ///< for food, on a payday
  void set_money_aside(std::uint32_t household, std::int64_t available) const;
  void get_paid(std::uint32_t household) const;
  void reckon_affordable(std::uint32_t household, std::uint32_t day) const;
  void seek_aid(std::uint32_t household, Context& context) const;
  bool is_member(std::uint32_t household, std::uint32_t day) const { return columns_.member_until[household] > day; }

  const Setting& setting_;
  HouseholdColumns columns_;
  ShopColumns shops_;
  commune::PublicColumns town_;
  std::vector<std::int64_t> ordinary_housing_cents_;  ///< bills of a month before anything happens
  std::vector<std::int64_t> ordinary_transport_cents_;
};

}  // namespace essaim::food
