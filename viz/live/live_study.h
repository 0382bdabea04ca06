// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/run/executor.h"
#include "models/catalogue/arm.h"
#include "viz/live/bundle.h"
#include "viz/live/known_worlds.h"
#include "viz/live/room.h"

namespace essaim::live {

/// What one replicate of a room measured, arm by arm.
struct Outcome {
  std::uint32_t replicate = 0;
  std::vector<catalogue::ArmOutcome> arms;  ///< in the order of `catalogue::run_replicate`
};

std::string pack(Outcome outcome);
std::optional<Outcome> unpack_outcome(std::string_view bytes);

/// One replicate of a room's scenario, a day of an arm at a time, so that whoever runs it can stop in between.
/// Its outcome is that of `catalogue::run_replicate`, to the last bit; of arms that are known already, all but the
/// digest.
class LiveRun {
 public:
  /// `known`: what other rooms have found out of the same world, for which this one then does as much.
  LiveRun(const catalogue::Scenario& scenario, std::uint32_t replicate, KnownWorlds* known = nullptr);

  bool step(Executor& executor);  ///< false when everything is done
  double progress() const;        ///< done, in [0, 1]
  Outcome outcome() { return std::move(outcome_); }

 private:
  std::size_t arms() const;  ///< in all

  const catalogue::Scenario& scenario_;
  KnownWorlds* known_;
  std::shared_ptr<const catalogue::SharedDraw> shared_;
  Outcome outcome_;
  std::size_t given_ = 0;                ///< arms that were known
  std::unique_ptr<catalogue::Arm> arm_;  ///< at work
  std::uint32_t day_ = 0;                ///< days done of it
};

/// The replicates of a room so far, read as a results file is.
class LiveStudy {
 public:
  LiveStudy(const Bundle& bundle, const Room& room);

  const catalogue::Scenario& scenario() const { return scenario_; }
  void add(Outcome outcome);  ///< one more replicate; a second of the same number replaces the first
  std::size_t replicates() const { return outcomes_.size(); }

  /// Those replicates as a study of one site: the baseline and the room's measures, in the order of their numbers.
  design::Study study() const;

 private:
  design::Series series(std::size_t indicator) const;
  design::Series group_series(std::size_t indicator, std::size_t group) const;

  catalogue::Scenario scenario_;
  design::Study header_;
  std::vector<std::size_t> place_;        ///< by indicator of the study: where the catalogue has it
  std::vector<bool> wide_;                ///< the same: stored with 64 bits
  std::vector<std::size_t> group_place_;  ///< the same among those read by group
  std::map<std::uint32_t, Outcome> outcomes_;
};

}  // namespace essaim::live
