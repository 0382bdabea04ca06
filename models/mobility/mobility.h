// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/mobility/columns.h"
#include "models/mobility/households.h"
#include "models/mobility/stations.h"

namespace essaim::mobility {

/// The mobility theme: gives each event to the rules of the process that it is for. See docs/models/mobility.md.
class Mobility final : public Model {
 public:
  Mobility(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  std::string_view name() const override { return "mobility"; }
  std::vector<Routine> routines() const override;
  void start(Context& context) override;
  void handle(const Event& event, Context& context) override;
  bool takes_batches(EventKind kind) const override;
  void handle_batch(Batch& batch) override { households_.live_days(batch); }
  /// Who is told of each tour that is made; nobody at first.
  void watch(TripWatcher* watcher) { households_.watch(watcher); }

 private:
  void handle_at_household(const Event& event, Context& context);
  void handle_at_station(const Event& event, Context& context);

  Columns columns_;
  HouseholdRules households_;
  StationRules stations_;
  RideRules rides_;
};

}  // namespace essaim::mobility
