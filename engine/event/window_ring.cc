// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/event/window_ring.h"

#include <algorithm>
#include <utility>

#include "engine/core/error.h"

namespace essaim {

WindowRing::WindowRing(Duration width) : width_{static_cast<std::uint64_t>(width.count())}, ring_(ring_size) {
  ESSAIM_EXPECTS(width.count() > 0);
}

void WindowRing::add(const Event& event) {
  const std::uint64_t window = window_of(event.at);
  ESSAIM_EXPECTS(window >= current_);
  ++size_;
  if (window >= current_ + ring_size) {
    far_.push_back(event);
    return;
  }
  ring_[window % ring_size].push_back(event);
  ++in_ring_;
}

std::vector<Event> WindowRing::open_next(std::uint64_t last) {
  ESSAIM_EXPECTS(last >= current_);
  if (in_ring_ == 0) {  // nothing near: straight to the first far event, or to `last`
    std::uint64_t first = last;
    for (const Event& event : far_) first = std::min(first, window_of(event.at));
    current_ = first;
    move_in_far_events();
  }
  // Far events move in at every 128th window: each is then in the ring before its own window comes.
  for (; current_ <= last; ++current_) {
    if (current_ % (ring_size / 2) == 0) move_in_far_events();
    auto& list = ring_[current_ % ring_size];
    if (list.empty()) continue;
    size_ -= list.size();
    in_ring_ -= list.size();
    return std::exchange(list, {});
  }
  current_ = last;
  return {};
}

void WindowRing::move_in_far_events() {
  const auto near = std::partition(far_.begin(), far_.end(),
                                   [&](const Event& event) { return window_of(event.at) >= current_ + ring_size; });
  for (auto event = near; event != far_.end(); ++event) {
    ring_[window_of(event->at) % ring_size].push_back(*event);
    ++in_ring_;
  }
  far_.erase(near, far_.end());
}

}  // namespace essaim
