// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/event/window_ring.h"

#include <algorithm>
#include <utility>

#include "engine/core/error.h"

namespace essaim {

WindowRing::WindowRing(Duration width) : width_{static_cast<std::uint64_t>(width.count())}, lanes_(1) {
  ESSAIM_EXPECTS(width.count() > 0);
  ESSAIM_EXPECTS(width_ <= 0xffff'ffff);
}

void WindowRing::have_lanes(std::size_t lanes) {
  if (lanes > lanes_.size()) lanes_.resize(lanes);
}

std::size_t WindowRing::size() const {
  std::size_t events = 0;
  for (const Lane& lane : lanes_) events += lane.near_events + lane.far.size();
  return events;
}

std::size_t WindowRing::bytes() const {
  std::size_t bytes = 0;
  for (const Lane& lane : lanes_) bytes += lane.pool.bytes() + lane.far.capacity() * sizeof(Event);
  return bytes;
}

void WindowRing::restart_at(std::uint64_t window) {
  give_back_opened();
  for (Lane& lane : lanes_) {
    for (EventList& list : lane.near) list.give_back(lane.pool);
    lane.near_events = 0;
    lane.far.clear();
  }
  current_ = window;
}

bool WindowRing::open_next(std::uint64_t last) {
  ESSAIM_EXPECTS(last >= current_);
  give_back_opened();
  const bool none_near = std::all_of(lanes_.begin(), lanes_.end(), [](const Lane& l) { return l.near_events == 0; });
  if (none_near) {  // straight to the first far event, or to `last`
    std::uint64_t first = last;
    for (const Lane& lane : lanes_) {
      for (const Event& event : lane.far) first = std::min(first, window_of(event.at));
    }
    current_ = first;
    move_in_far_events();
  }
  // Far events move in at every 128th window: each is then in the ring before its own window comes.
  for (; current_ <= last; ++current_) {
    if (current_ % (ring_size / 2) == 0) move_in_far_events();
    take_out(current_);
    if (opened_events_ > 0) return true;
  }
  current_ = last;
  return false;
}

void WindowRing::take_out(std::uint64_t window) {
  for (Lane& lane : lanes_) {
    EventList& list = lane.near[window % ring_size];
    if (list.empty()) continue;
    for (const EventBlock* block = list.first(); block != nullptr; block = block->next) opened_.push_back(block);
    opened_events_ += list.size();
    lane.near_events -= list.size();
    lane.opened = std::exchange(list, {});
  }
}

void WindowRing::give_back_opened() {
  for (Lane& lane : lanes_) lane.opened.give_back(lane.pool);
  opened_.clear();
  opened_events_ = 0;
}

void WindowRing::move_in_far_events() {
  for (std::size_t number = 0; number < lanes_.size(); ++number) {
    Lane& lane = lanes_[number];
    const auto first_near = std::partition(lane.far.begin(), lane.far.end(), [&](const Event& event) {
      return window_of(event.at) >= current_ + ring_size;
    });
    const std::vector<Event> near{first_near, lane.far.end()};
    lane.far.erase(first_near, lane.far.end());
    for (const Event& event : near) add(event, number);
  }
}

void WindowRing::add_far(Event event, Lane& lane) { lane.far.push_back(event); }

void WindowRing::refuse(Time at) const {
  const std::uint64_t window = window_of(at);
  ESSAIM_EXPECTS(window >= current_);
  broken_contract("an event before the current window", __FILE__, __LINE__);
}

}  // namespace essaim
