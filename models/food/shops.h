// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/food/setting.h"

namespace essaim::food {

/// Shops sell, close, and order; so does the solidarity grocer, to its members and at its prices.
///
/// A visit gets what it asks as far as the shelf, the ration and the money it carries allow; first come, first served.
/// Twice a day customers from outside buy half of what they ordinarily do, more where the shops of the town run short,
/// as far as the shelf goes and a road is open:
///     wanted = (1 + visitor_spill (1 - outside_supply)) visitors' ordinary share of sales / 2
/// Each evening, after the day's sales, for each product:
///     forecast  mu += `learning` (sold - mu), variance likewise
///     orders    what the shelf lacks of mu (days on shelf) + safety sigma sqrt(2), for the next morning: `local_share`
///               of it from its farms in the commune, the rest from the platform; what has not come is forgotten
///     loses     `shop_spoilage` of the fresh shelf, more on hot days; `donated` of it goes to the grocer if it is open
/// Each morning, if deliveries brought too little, a shop of the commune asks the communal stock for the missing dry
/// food and a farm for both. It pays wholesale prices on delivery and holds what the coming delivery costs: the rest of
/// its cash, its margin, leaves each evening.
/// The grocer aims at what its members' visits need, asks the commune for the money that it lacks, and orders what it
/// can pay.
class ShopRules {
 public:
  ShopRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  void start(Context& context) const;
  void serve(std::uint32_t shop, const Event& visit, Context& context) const;
  void serve_visitors(std::uint32_t shop, Context& context) const;
  void close(std::uint32_t shop, Context& context) const;
  void check_deliveries(std::uint32_t shop, Context& context) const;
  void receive(std::uint32_t shop, const Event& delivery, Context& context) const;
  void take_in(std::uint32_t shop, const Event& application, Context& context) const;
  void let_go(std::uint32_t shop) const { --columns_.members[shop]; }
  void accept_donation(std::uint32_t shop, const Event& donation) const {
    columns_.stock_g[fresh][shop] += donation.payload[1];
  }
  void accept_aid(std::uint32_t shop, const Event& aid) const { columns_.cash_cents[shop] += aid.payload[2]; }

 private:
  void learn_sales(std::uint32_t shop) const;
  void spoil(std::uint32_t shop, Context& context) const;
  bool is_closed(std::uint32_t shop) const;
  void order(std::uint32_t shop, Context& context) const;
  double level_g(std::uint32_t shop, Product product) const;
  double affordable_share(std::uint32_t shop, const std::int64_t (&missing)[products], Context& context) const;
  std::uint32_t platform_of(std::uint32_t shop) const {
    return shop == setting_.outside ? outside_platform : commune_platform;
  }
  /// Every farm has one shop, or several if shops are more: orders are split evenly over a shop's farms.
  enum class FarmOrder : std::uint32_t { ordinary, urgent };
  void order_from_farms(std::uint32_t shop, const std::uint32_t (&wanted)[products], FarmOrder urgency,
                        Context& context) const;
  std::int64_t wholesale_cents(std::int64_t dry_g, std::int64_t fresh_g) const;

  const Setting& setting_;
  ShopColumns columns_;
  PlatformColumns platforms_;
  FarmColumns farms_;
  commune::PublicColumns town_;
};

}  // namespace essaim::food
