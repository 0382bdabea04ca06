// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/food/farms.h"
#include "models/food/households.h"
#include "models/food/shopping.h"
#include "models/food/shops.h"
#include "models/food/suppliers.h"

namespace essaim::food {

/// The food theme: households, shops, platforms and farms, through one day and the next. See docs/models/food.md.
class Food final : public Model {
 public:
  Food(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  std::string_view name() const override { return "food"; }
  std::vector<Routine> routines() const override;
  void start(Context& context) override;
  void handle(const Event& event, Context& context) override;
  bool takes_batches(EventKind kind) const override;
  void handle_batch(Batch& batch) override;

 private:
  void live_a_day(std::uint32_t household, Draw& chance, Context& context);
  void handle_at_household(const Event& event, Context& context);
  void handle_at_shop(const Event& event, Context& context);
  void handle_at_platform(const Event& event, Context& context);
  void handle_at_farm(const Event& event, Context& context);

  Columns columns_;
  HouseholdRules households_;
  ShoppingRules shopping_;
  ShopRules shops_;
  PlatformRules platforms_;
  FarmRules farms_;
};

}  // namespace essaim::food
