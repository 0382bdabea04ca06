// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/event/window_ring.h"
#include "engine/run/executor.h"

namespace essaim {

/// The events of the open window, brought into the order in which they are handled.
///
///     cut the processes into groups of neighbours, about `events_per_group` events each
///     in parallel, for each part of the window's blocks: count its events by group, then copy them to their groups
///     in parallel, for each group: sort by process (by counting, where that pays), each process's by the total order
///
/// What a group needs fits into a core's first cache, and memory is read and written in order but for the copying.
class OpenWindow {
 public:
  /// What one worker sorts in.
  struct Desk {
    std::vector<StoredEvent> events;
    std::vector<std::uint32_t> place;
  };

  /// Takes the events of the window that `ring` has opened, for processes numbered below `processes`. Groups are cut
  /// for `events` in all, with those that are not in the ring.
  void fill(const WindowRing& ring, std::size_t events, std::uint32_t processes, Executor& executor);

  std::uint32_t groups() const { return groups_; }
  std::pair<std::uint32_t, std::uint32_t> processes_of(std::uint32_t group) const {  ///< from and to before
    return {group << shift_, static_cast<std::uint32_t>((std::uint64_t{group} + 1) << shift_)};
  }
  /// The events of one group in order of process, each process's in the total order. Lies on the desk or in the window.
  std::span<const StoredEvent> sorted(std::uint32_t group, const Random& random, Desk& desk);
  Event restored(const StoredEvent& stored, const Random& random) const {
    const bool with_slot = stored.carries() == Carries::slot_behind;
    Event event = restore(stored, with_slot ? &behind_[stored.word] : nullptr, start_);
    event.tie = random.tie(stored.from, stored.sequence);
    return event;
  }

 private:
  static constexpr std::size_t events_per_group = 256;
  /// Groups are cut in one pass, which writes to all of them in turn: more would not stay in a core's second cache.
  static constexpr std::size_t most_groups = 1'024;

  static constexpr std::size_t few_events = 64;  ///< in a window: one group, copied at once

  /// A share of the window's blocks, and where its next event of each group goes.
  struct Part {
    std::span<const EventBlock* const> blocks;
    std::vector<std::uint32_t> place;
    std::uint32_t behind = 0;
  };

  void copy_few(const WindowRing& ring, std::uint32_t processes);
  void choose_groups(std::size_t events, std::uint32_t processes);
  void share_blocks(std::span<const EventBlock* const> blocks, std::uint32_t parts);
  void count(Part& part) const;
  void find_places();
  void copy(Part& part);
  void sort_by_counting(std::span<const StoredEvent> events, std::uint32_t first, Desk& desk) const;

  Time start_;
  unsigned shift_ = 0;  ///< a group has 2^shift processes
  std::uint32_t groups_ = 0;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> begin_;  ///< of each group in `events_`, and the end
  std::vector<StoredEvent> events_;   ///< never shrinks
  std::vector<SlotBehind> behind_;    ///< where the words of events with a slot behind them point
};

}  // namespace essaim
