// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/run/executor.h"
#include "models/catalogue/arm.h"
#include "models/mobility/trip_watcher.h"

namespace essaim::live {

/// One replicate of one variant in the crisis, day after day, as a map shows it: who went where and by what, and what
/// was delivered. Nothing else of anybody: no illness, no death, no money.
class Film final : public mobility::TripWatcher {
 public:
  /// Site 0 of a scenario, which must live as long.
  Film(const catalogue::Scenario& scenario, std::uint32_t replicate, std::uint32_t variant);

  /// The ground, as JSON: metres of the nodes, roads with their class, places with their kind, the town's node, and
  /// households by squares of 200 m, where there are enough of them; rings of fields (holes turn the other way round)
  /// and how their hectares are known.
  std::string ground() const;

  /// One more day; false if there is none.
  bool next_day(Executor& executor);

  /// The last day as bytes, little-endian: its number, the number of the state of its roads; tours as four lists, each
  /// its length and then its numbers: node of the home (4 bytes), place (4), minutes one way (2), purpose x 16 + mode
  /// (1); then the places that had a delivery (4), once for each.
  std::string day() const;

  /// By node, the next one on the shortest way to a place in that state of the roads, as 4 bytes each; itself at the
  /// place, and where no open road leads there.
  std::string ways_to(std::uint32_t state, commune::PlaceId place) const;

 private:
  void made(const mobility::MadeTour& tour) override { tours_.push_back(tour); }
  std::uint32_t road_state() const;

  const catalogue::Scenario& scenario_;
  std::uint32_t variant_;
  catalogue::SharedDraw shared_;
  catalogue::Arm arm_;
  std::uint32_t next_day_ = 0;
  bool over_ = false;
  std::vector<mobility::MadeTour> tours_;  ///< of the last day
  std::vector<std::uint32_t> delivered_;   ///< by shop, up to the day before
  std::vector<std::uint32_t> deliveries_;  ///< of the last day: places
};

}  // namespace essaim::live
