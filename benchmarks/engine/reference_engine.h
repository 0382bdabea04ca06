// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <queue>
#include <vector>

#include "engine/core/random.h"
#include "engine/event/event.h"
#include "engine/world/table.h"

namespace essaim::bench {

/// What everybody would write first: one std::priority_queue of all events, in storage reserved beforehand, with the
/// same order of ties. An event takes 24 bytes with a payload of one word, 40 with one of four. It knows neither kinds,
/// timers nor failures.
template <std::size_t words>
class ReferenceEngine {
 public:
  struct Event {
    Time at;
    std::uint64_t tie;
    ProcessId to;
    std::array<std::uint32_t, words> payload;
  };
  static_assert(sizeof(Event) == (words == 1 ? 24 : 40));

  ReferenceEngine(const World& world, const Random& random, std::size_t most_events)
      : random_{random}, sent_(world.processes(), 0), queue_{Later{}, reserved(most_events)} {}

  template <class Rules>
  void run(const Rules& rules, Time until) {
    while (!queue_.empty() && queue_.top().at < until) {
      const Event event = queue_.top();
      queue_.pop();
      now_ = event.at;
      self_ = event.to;
      rules.handle(event, *this);
      ++handled_;
    }
    now_ = until;
  }

  // What a handler may do: see `Context`.
  Time now() const { return now_; }
  ProcessId self() const { return self_; }
  Draw draw(Stream stream, std::uint32_t entity, std::uint32_t occasion) const {
    return random_.draw(stream, entity, occasion);
  }
  void start_process(ProcessId process, Time at, EventKind, const Payload& payload = {}) {
    self_ = process;
    push(process, at, payload);
  }
  void send(ProcessId to, Duration delay, EventKind, const Payload& payload, Priority = Priority::normal) {
    push(to, now_ + delay, payload);
  }
  void schedule(Time at, EventKind, const Payload& payload, Priority = Priority::normal) { push(self_, at, payload); }

  std::uint64_t handled() const { return handled_; }

 private:
  struct Later {
    bool operator()(const Event& a, const Event& b) const { return a.at != b.at ? a.at > b.at : a.tie > b.tie; }
  };

  static std::vector<Event> reserved(std::size_t events) {
    std::vector<Event> storage;
    storage.reserve(events);
    return storage;
  }
  void push(ProcessId to, Time at, const Payload& payload) {
    Event event{at, random_.tie(self_.index(), sent_[self_.index()]++), to, {}};
    std::copy_n(payload.begin(), words, event.payload.begin());
    queue_.push(event);
  }

  Random random_;
  std::vector<std::uint32_t> sent_;  ///< events, per process
  std::priority_queue<Event, std::vector<Event>, Later> queue_;
  Time now_;
  ProcessId self_;
  std::uint64_t handled_ = 0;
};

}  // namespace essaim::bench
