// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/food/setting.h"

namespace essaim::food {

/// Platforms: the wholesalers that stock the commune's shops, and those of the nearest town.
///
/// An order is shipped at once for the next morning, as far as stock goes: when the day's orders would exceed it, each
/// order gets the share min(1, stock / (orders still expected today)); those that the forecast did not expect come
/// last. A delivery needs an open road, drivers and fuel: of each order, the share
///     (1 - absence_felt absent_workers) (1 - fuel_felt (1 - fuel_supply))
/// is carried. Each night: forecast and variance of a day's orders; the platform orders from
/// suppliers outside what brings it back to its level, at most `burst` ordinary days; suppliers send `platform_supply`
/// (or `outside_supply`) of that, in time for the next evening's orders, and are paid at once. Wholesale margins are
/// not modelled: cash is what shops paid less what suppliers got.
class PlatformRules {
 public:
  PlatformRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  void start(Context& context) const;
  void ship(std::uint32_t platform, const Event& order, Context& context) const;
  void close(std::uint32_t platform, Context& context) const;
  void receive(std::uint32_t platform, const Event& supplies) const;
  void get_paid(std::uint32_t platform, const Event& payment) const {
    columns_.cash_cents[platform] += payment.payload[2];
  }

 private:
  double level_g(std::uint32_t platform, Product product) const;
  /// Share of deliveries that lorries can make: without some drivers, or some fuel, some stay in the yard.
  double share_carried() const;

  const Setting& setting_;
  PlatformColumns columns_;
  ShopColumns shops_;
  commune::PublicColumns town_;
};

}  // namespace essaim::food
