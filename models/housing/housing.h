// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/housing/artisans.h"
#include "models/housing/columns.h"
#include "models/housing/damage.h"
#include "models/housing/households.h"
#include "models/housing/moves.h"
#include "models/housing/retrofit.h"

namespace essaim::housing {

/// The housing theme: homes, the housing office and the artisans, through one day and the next. See
/// docs/models/housing.md.
class Housing final : public Model {
 public:
  Housing(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  std::string_view name() const override { return "housing"; }
  std::vector<Routine> routines() const override;
  void start(Context& context) override;
  void handle(const Event& event, Context& context) override;
  bool takes_batches(EventKind kind) const override;

 private:
  void handle_at_household(const Event& event, Context& context);
  void handle_at_office(const Event& event, Context& context);
  void handle_at_artisans(const Event& event, Context& context);
  void live_a_day(std::uint32_t household, Context& context);

  Columns columns_;
  HouseholdRules households_;
  DamageRules damage_;
  MoveRules moves_;
  RetrofitRules retrofit_;
  ArtisanRules artisans_;
};

}  // namespace essaim::housing
