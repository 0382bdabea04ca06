// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/food/setting.h"

namespace essaim::food {

/// Farms of the commune harvest, sell a little to its shops, and export the rest, as nearly all French farm output
/// does.
///
/// A farm's mean harvest is what its share of the commune's farmland would feed (`land_per_person`). On a day of
/// maximum temperature T, with y the day of the year:
///     dry = mean,  fresh = mean (1 + farm_season cos(2 pi (y - 210) / 365)) max(0, 1 - farm_heat max(0, T - 30))
/// After each harvest it exports what it holds but a local reserve: three days of local orders, a week of contract
/// baskets, and of the day's harvest `farm_flexibility`, or the share of its land that a land trust keeps for the
/// commune if that is more. An ordinary order is met from stock; so is the request of a shop whose deliveries fell
/// short, and a basket.
class FarmRules {
 public:
  FarmRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  void start(Context& context) const;
  void live_a_day(std::uint32_t farm, Context& context) const;
  void sell(std::uint32_t farm, const Event& order, Context& context) const;
  void fill_basket(std::uint32_t farm, const Event& order, Context& context) const;
  void get_paid(std::uint32_t farm, const Event& payment) const { columns_.cash_cents[farm] += payment.payload[2]; }

 private:
  double harvest_g(Product product, Time now) const;

  const Setting& setting_;
  FarmColumns columns_;
  commune::PublicColumns town_;
};

}  // namespace essaim::food
