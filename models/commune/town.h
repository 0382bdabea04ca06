// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/measure_rules.h"
#include "models/commune/public_body.h"
#include "models/commune/purses.h"

namespace essaim::commune {

/// The commune as a model: town hall, measures, and the purses of households.
class Town final : public Model {
 public:
  Town(const Commune& commune, const Programme& programme, ReserveNorms norms, const PublicColumns& columns,
       const HouseholdColumns& households, const Random& random);

  std::string_view name() const override { return "commune"; }
  void start(Context& context) override;
  void handle(const Event& event, Context& context) override;

 private:
  void handle_at_town_hall(const Event& event, Context& context);
  void handle_at_measure(const Event& event, Context& context);

  PublicColumns columns_;
  HouseholdColumns households_;
  PublicBody public_body_;
  MeasureRules measures_;
  Purses purses_;
};

}  // namespace essaim::commune
