// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/event/event_list.h"

namespace essaim {

/// Events to come, kept by the window of time in which they fall due, in no order inside a window.
///
/// Window k is the half-open interval [k W, (k + 1) W). The next `ring_size` windows have a list each; what lies
/// further is kept aside and moved in when its turn comes. Adding costs no search: an event is written behind the last
/// of its list. Each worker adds to lists of its own, its lane, so that workers need no lock; who added an event is not
/// observable.
class WindowRing {
 public:
  explicit WindowRing(Duration width);

  void have_lanes(std::size_t lanes);  ///< at least so many; one at first
  std::size_t lanes() const { return lanes_.size(); }

  /// Not before the current window. Different workers may add at the same time, each to its own lane.
  void add(const Event& event, std::size_t lane = 0) {
    const std::uint64_t start = current_ * width_;
    if (event.at.count() < start) refuse(event.at);
    const std::uint64_t ahead = windows_between(start, event.at.count());
    Lane& own = lanes_[lane];
    if (ahead >= ring_size) return add_far(event, own);
    own.near[(current_ + ahead) % ring_size].add(event, Time::at(start + ahead * width_), own.pool);
    ++own.near_events;
  }
  std::size_t size() const;
  std::size_t bytes() const;  ///< of memory held for events, in use or not
  bool empty() const { return size() == 0; }
  std::uint64_t window_of(Time t) const { return t.count() / width_; }

  /// Moves to the first window that holds an event, if that is not beyond `last`, and takes its events out. Otherwise
  /// moves to `last` and takes nothing. `last` is not before the current window.
  bool open_next(std::uint64_t last);
  /// Blocks of the window opened last, in no order; until `give_back_opened`, or the next window is opened.
  std::span<const EventBlock* const> opened() const { return opened_; }
  std::size_t opened_events() const { return opened_events_; }
  void give_back_opened();

  std::uint64_t current() const { return current_; }
  Time current_start() const { return Time::at(current_ * width_); }

  /// Visits what waits, in no order; ties are not filled in.
  template <class Visit>
  void for_each(Visit visit) const {
    for_each([](EventKind) { return true; }, visit);
  }
  /// The same, but only kinds for which wanted(kind) is true: the others are hardly looked at.
  template <class Wanted, class Visit>
  void for_each(Wanted wanted, Visit visit) const {
    for (std::uint64_t ahead = 0; ahead < ring_size; ++ahead) for_each_in(ahead, wanted, visit);
    for_each_far([&](const Event& event) {
      if (wanted(event.kind)) visit(event);
    });
  }
  /// All kinds, but of the window alone that lies `ahead` windows after the current one, or of what lies beyond the
  /// ring.
  template <class Visit>
  void for_each_in(std::uint64_t ahead, Visit visit) const {
    for_each_in(ahead, [](EventKind) { return true; }, visit);
  }
  template <class Wanted, class Visit>
  void for_each_in(std::uint64_t ahead, Wanted wanted, Visit visit) const {
    const Time start = Time::at((current_ + ahead) * width_);
    const auto visit_stored = [&](const StoredEvent& event, const SlotBehind* behind) {
      if (wanted(event.kind)) visit(restore(event, behind, start));
    };
    for (const Lane& lane : lanes_) {
      const EventBlock* block = lane.near[(current_ + ahead) % ring_size].first();
      for (; block != nullptr; block = block->next) block->for_each(visit_stored);
    }
  }
  template <class Visit>
  void for_each_far(Visit visit) const {
    for (const Lane& lane : lanes_) {
      for (const Event& event : lane.far) visit(event);
    }
  }

  /// Drops the waiting events for which gone(event) is true, and gives their room back; says how many. No window may
  /// be open.
  template <class Gone>
  std::size_t remove_if(Gone gone) {
    std::size_t removed = 0;
    for (Lane& lane : lanes_) {
      for (std::uint64_t window = current_; window < current_ + ring_size; ++window) {
        const auto keep = [&](const StoredEvent& event, const SlotBehind* behind) {
          return !gone(restore(event, behind, Time::at(window * width_)));
        };
        EventList& list = lane.near[window % ring_size];
        if (list.empty()) continue;
        const std::size_t went = list.filter(keep, lane.pool);
        lane.near_events -= went;
        removed += went;
      }
      removed += std::erase_if(lane.far, gone);
    }
    return removed;
  }

  /// Forgets what waits and goes to that window, forward or back: for a run that takes up another's state.
  void restart_at(std::uint64_t window);

  static constexpr std::uint64_t ring_size = 256;  ///< windows

 private:
  /// What one worker added. On cache lines of its own.
  struct alignas(64) Lane {
    std::array<EventList, ring_size> near;
    std::size_t near_events = 0;
    std::vector<Event> far;  ///< due `ring_size` windows ahead or later
    EventList opened;        ///< taken out of `near`
    BlockPool pool;
  };

  /// (at - start) / width; a division of 32 bits where that is enough, for it takes half the time.
  std::uint64_t windows_between(std::uint64_t start, std::uint64_t at) const {
    const std::uint64_t delay = at - start;
    if (delay > 0xffff'ffff) return delay / width_;
    return static_cast<std::uint32_t>(delay) / static_cast<std::uint32_t>(width_);
  }
  static void add_far(Event event, Lane& lane);
  [[noreturn]] void refuse(Time at) const;
  void take_out(std::uint64_t window);
  void move_in_far_events();

  std::uint64_t width_;  ///< [s], below 2^32
  std::uint64_t current_ = 0;
  std::vector<Lane> lanes_;
  std::vector<const EventBlock*> opened_;
  std::size_t opened_events_ = 0;
};

}  // namespace essaim
