// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <queue>
#include <set>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/event/event.h"
#include "engine/run/routine.h"
#include "engine/world/table.h"

namespace essaim::testing_ground {

/// The semantics of `Simulation` in the plainest code: one heap of all events in one global order, one thread, no
/// windows but for what is published. Cancelled events are kept by name. Models may make no mistakes here.
class ReferenceEngine {
 public:
  ReferenceEngine(World& world, const Random& random, Duration lookahead, Time end)
      : world_{world}, random_{random}, lookahead_{lookahead}, end_{end} {}

  template <class Rules>
  void run(const Rules& rules) {
    rules.start(*this);
    push_rounds(rules.rounds());
    while (!heap_.empty() && heap_.top().at < end_) {
      const Event event = heap_.top();
      heap_.pop();
      if (window(event.at) != window(now_)) make_published_visible();
      now_ = event.at;
      self_ = event.to;
      if (cancelled_names_.erase(name(event)) > 0) continue;
      if (event.timer != no_timer) timers_.erase({self_.index(), event.timer});
      rules.handle(event, *this);
      if (event.sequence >= 0x8000'0000) --rounds_to_come_;
      ++handled_;
    }
    make_published_visible();
  }

  // What a handler may do: see `Context`.
  Time now() const { return now_; }
  ProcessId self() const { return self_; }
  Duration lookahead() const { return lookahead_; }
  Draw draw(Stream stream, std::uint32_t entity, std::uint32_t occasion) const {
    return random_.draw(stream, entity, occasion);
  }
  void start_process(ProcessId process, Time at, EventKind kind, Payload payload = {}) {
    self_ = process;
    push(process, at, kind, payload, Priority::normal, no_timer);
  }
  void send(ProcessId to, Duration delay, EventKind kind, Payload payload = {}, Priority priority = Priority::normal) {
    push(to, now_ + delay, kind, payload, priority, no_timer);
  }
  void schedule(Time at, EventKind kind, Payload payload = {}, Priority priority = Priority::normal) {
    push(self_, at, kind, payload, priority, no_timer);
  }
  void set_timer(TimerSlot slot, Time at, EventKind kind, Payload payload = {}, Priority priority = Priority::normal) {
    cancel_timer(slot);
    timers_[{self_.index(), slot}] = push(self_, at, kind, payload, priority, slot);
  }
  void cancel_timer(TimerSlot slot) {
    const auto set = timers_.find({self_.index(), slot});
    if (set == timers_.end()) return;
    cancelled_names_.insert(set->second);
    ++cancelled_;
    timers_.erase(set);
  }
  template <class T>
  void publish(const Published<T>& column, std::uint32_t row, T value) {
    column.next(row) = value;
    written_.emplace_back(column.column(), row);
  }

  std::uint64_t handled() const { return handled_; }
  std::uint64_t cancelled() const { return cancelled_; }
  std::size_t pending() const { return heap_.size() - cancelled_names_.size() - rounds_to_come_; }

 private:
  /// All days of all rounds at once, process by process.
  void push_rounds(const std::vector<Routine>& rounds) {
    const std::uint32_t days = end_.day() + 1;
    for (std::uint32_t number = 0; number < rounds.size(); ++number) {
      const Routine& round = rounds[number];
      for (std::uint32_t i = 0; i < round.processes; ++i) {
        for (std::uint32_t day = 0; day < days; ++day) push_round(round, i, day, day * rounds.size() + number);
      }
    }
  }
  void push_round(const Routine& round, std::uint32_t i, std::uint32_t day, std::uint64_t ordinal) {
    std::int64_t place = (std::int64_t{i} - std::int64_t{day} * round.turn) % std::int64_t{round.processes};
    if (place < 0) place += round.processes;
    Event event;
    event.to = event.from = ProcessId{round.first.index() + i};
    event.at = Time::start_of_day(day) + round.from + Duration::seconds(round.within.count() * place / round.processes);
    event.sequence = static_cast<std::uint32_t>(ordinal) + 0x8000'0000;
    event.tie = random_.tie(event.from.index(), event.sequence);
    event.kind = round.kind;
    if (event.at >= end_) return;
    heap_.push(event);
    ++rounds_to_come_;
  }

  using Name = std::pair<std::uint32_t, std::uint32_t>;  ///< source and sequence
  struct Later {
    bool operator()(const Event& a, const Event& b) const { return handled_before(b, a); }
  };

  static Name name(const Event& event) { return {event.from.index(), event.sequence}; }
  std::uint64_t window(Time t) const { return t.count() / static_cast<std::uint64_t>(lookahead_.count()); }

  Name push(ProcessId to, Time at, EventKind kind, const Payload& payload, Priority priority, TimerSlot slot) {
    Event event;
    event.at = at;
    event.to = to;
    event.from = self_;
    event.sequence = sent_[self_.index()]++;
    event.tie = random_.tie(event.from.index(), event.sequence);
    event.kind = kind;
    event.payload = payload;
    event.priority = priority;
    event.timer = slot;
    heap_.push(event);
    return name(event);
  }

  void make_published_visible() {
    for (const auto& [column, row] : written_)
      world_.tables().front()->commit(column, row);  // one table is enough here
    written_.clear();
  }

  World& world_;
  Random random_;
  Duration lookahead_;
  Time end_;
  Time now_;
  ProcessId self_;
  std::priority_queue<Event, std::vector<Event>, Later> heap_;
  std::map<std::uint32_t, std::uint32_t> sent_;                   ///< events, per process
  std::map<std::pair<std::uint32_t, TimerSlot>, Name> timers_;    ///< those that are set
  std::set<Name> cancelled_names_;                                ///< still in the heap
  std::vector<std::pair<std::uint32_t, std::uint32_t>> written_;  ///< column and row
  std::uint64_t handled_ = 0;
  std::uint64_t cancelled_ = 0;
  std::size_t rounds_to_come_ = 0;
};

}  // namespace essaim::testing_ground
