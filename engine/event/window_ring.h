// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/event/event.h"

namespace essaim {

/// Events to come, kept by the window of time in which they fall due, in no order inside a window.
///
/// Window k is the half-open interval [k W, (k + 1) W). The next `ring_size` windows have a list each; what lies
/// further is kept aside and moved in when its turn comes. Adding costs no search.
class WindowRing {
 public:
  explicit WindowRing(Duration width);

  void add(const Event& event);  ///< not before the current window
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::uint64_t window_of(Time t) const { return t.count() / width_; }

  /// Moves to the first window that holds an event, if that is not beyond `last`, and takes its events, in no order.
  /// Otherwise moves to `last` and gives nothing. `last` is not before the current window.
  std::vector<Event> open_next(std::uint64_t last);
  std::uint64_t current() const { return current_; }

  template <class Visit>
  void for_each(Visit visit) const {
    for (const auto& list : ring_) {
      for (const Event& event : list) visit(event);
    }
    for (const Event& event : far_) visit(event);
  }

 private:
  static constexpr std::uint64_t ring_size = 256;
  void move_in_far_events();

  std::uint64_t width_;  ///< [s]
  std::uint64_t current_ = 0;
  std::size_t size_ = 0;
  std::size_t in_ring_ = 0;
  std::vector<std::vector<Event>> ring_;
  std::vector<Event> far_;  ///< due `ring_size` windows ahead or later
};

}  // namespace essaim
