// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "models/catalogue/replicate.h"
#include "models/catalogue/shared_draw.h"
#include "viz/live/room.h"

namespace essaim::live {

/// What rooms that differ by their measures alone have in common, so that a slider that moves asks for the arms with
/// measures only: of each replicate the arms without measures, which no measure changes, and the draw that all arms
/// share.
class KnownWorlds {
 public:
  /// The room whose replicates come next. Another site, other shocks or other assumptions: all that was known is
  /// forgotten.
  void enter(const Room& room);

  /// The draw of a replicate of the room's scenario. Kept for the first replicates, up to `most_residents` of all.
  std::shared_ptr<const catalogue::SharedDraw> draw(const catalogue::Scenario& scenario, std::uint32_t replicate);

  /// The arms without measures that were run: with shocks, without. Their `state_sha256` is empty, since the state at
  /// the end also holds the tables of measures, as many as that other room had.
  std::vector<catalogue::ArmOutcome> arms(std::uint32_t replicate) const;
  void keep(std::uint32_t replicate, catalogue::ArmOutcome arm);  ///< the next one without measures

  /// In the draws that are kept: twenty of the largest pilot. A native run of it takes a quarter of a kilobyte a
  /// resident.
  static constexpr std::uint64_t most_residents = 500'000;

 private:
  std::optional<Room> room_;  ///< without measures
  std::map<std::uint32_t, std::vector<catalogue::ArmOutcome>> arms_;
  std::map<std::uint32_t, std::shared_ptr<const catalogue::SharedDraw>> draws_;
  std::uint64_t residents_ = 0;  ///< in `draws_`
};

}  // namespace essaim::live
