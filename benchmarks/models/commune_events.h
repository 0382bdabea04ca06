// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/run/simulation.h"

namespace essaim::bench {

/// All that one run of a commune handled, each event with those that its handler asked for: the load that a commune is
/// to an engine, without its models. Alarms that were cancelled, and what lies beyond the end, are left out. What is
/// routine is not asked for; an engine that knows none files it as an alarm that asks for the next day's.
class CommuneEvents {
 public:
  struct Recorded {
    Time at;
    ProcessId to;
    EventKind kind = 0;
    Priority priority = Priority::normal;
    bool long_payload = false;  ///< more than one word
    bool routine = false;
    std::uint32_t first_child = 0;  ///< in `children`; those of the next event begin where its own end
  };

  /// Of the traces of all processes. Those without a cause were asked for at the start, or are routine.
  CommuneEvents(std::span<const EventTrace> traces, const std::vector<Routine>& all_routines) : routines{all_routines} {
    std::vector<EventTrace::Handled> handled;
    for (const EventTrace& trace : traces) {
      handled.insert(handled.end(), trace.handled().begin(), trace.handled().end());
    }
    // Numbered in order of time, so that what is read of them lies in order too. A total order: a name is unique.
    std::sort(handled.begin(), handled.end(), [](const auto& a, const auto& b) {
      return std::tuple{a.event.at, name(a)} < std::tuple{b.event.at, name(b)};
    });
    std::map<EventName, std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < handled.size(); ++i) numbers.emplace(name(handled[i]), i);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // cause, effect
    for (std::uint32_t i = 0; i < handled.size(); ++i) {
      if (handled[i].cause) pairs.emplace_back(numbers.at(*handled[i].cause), i);
      if (!handled[i].cause && !is_routine(handled[i].event)) roots.push_back(i);
      if (is_routine(handled[i].event)) note_routine(handled[i].event, i);
    }
    std::sort(pairs.begin(), pairs.end());
    auto next = pairs.begin();
    for (std::uint32_t i = 0; i < handled.size(); ++i) {
      const Event& e = handled[i].event;
      const bool is_long = (e.payload[1] | e.payload[2] | e.payload[3]) != 0;
      events.push_back(
          {e.at, e.to, e.kind, e.priority, is_long, is_routine(e), static_cast<std::uint32_t>(children.size())});
      for (; next != pairs.end() && next->first == i; ++next) children.push_back(next->second);
    }
    events.push_back({});
    events.back().first_child = static_cast<std::uint32_t>(children.size());
  }

  std::size_t size() const { return events.size() - 1; }
  std::span<const std::uint32_t> children_of(std::uint32_t event) const {
    const std::uint32_t begin = events[event].first_child;
    return std::span{children}.subspan(begin, events[event + 1].first_child - begin);
  }

  std::vector<Recorded> events;         ///< and one more, which only ends the last one's children
  std::vector<std::uint32_t> children;  ///< in the order in which they were asked for
  std::vector<std::uint32_t> roots;
  std::vector<Routine> routines;

  static constexpr std::uint32_t none = 0xffff'ffff;
  static bool is_routine(const auto& event) { return event.sequence >= Routines::first_sequence; }
  /// The number of what that process has of that kind of routine on that day.
  std::uint32_t routine(EventKind kind, ProcessId process, std::uint32_t day) const {
    std::uint32_t before = 0;
    for (const Routine& one : routines) {
      if (one.kind == kind) return by_day_.at(day).at(before + process.index() - one.first.index());
      before += one.processes;
    }
    return none;
  }
  std::uint32_t routine_after(std::uint32_t event) const {
    const Recorded& one = events[event];
    return one.routine && one.at.day() + 1 < by_day_.size() ? routine(one.kind, one.to, one.at.day() + 1) : none;
  }

 private:
  void note_routine(const Event& event, std::uint32_t number) {
    if (event.at.day() >= by_day_.size()) {
      std::size_t all = 0;
      for (const Routine& one : routines) all += one.processes;
      by_day_.resize(event.at.day() + 1, std::vector<std::uint32_t>(all, none));
    }
    std::uint32_t before = 0;
    for (const Routine& one : routines) {
      if (one.kind == event.kind) by_day_[event.at.day()][before + event.to.index() - one.first.index()] = number;
      before += one.processes;
    }
  }

  std::vector<std::vector<std::uint32_t>> by_day_;  ///< numbers of events, [day][routine by routine, its processes]

  static EventName name(const EventTrace::Handled& one) { return {one.event.from, one.event.sequence}; }
};

/// Handlers that only ask for what was asked for in the recorded run, for any engine with the members of `Context`. An
/// event's first word is its number. Each process keeps a sum over what it handled.
class ReplayRules {
 public:
  ReplayRules(World& world, std::uint32_t processes, const CommuneEvents& recorded)
      : recorded_{&recorded}, sum_{world.add_table("process", processes).add<std::uint64_t>("sum")} {}

  template <class AnyContext>
  void start(AnyContext& context) const {
    for (const std::uint32_t root : recorded_->roots) begin(root, context);
  }

  /// For an engine that knows no routine.
  template <class AnyContext>
  void start_routines(AnyContext& context) const {
    for (const Routine& routine : recorded_->routines) {
      for (std::uint32_t p = 0; p < routine.processes; ++p) {
        begin(recorded_->routine(routine.kind, ProcessId{routine.first.index() + p}, 0), context);
      }
    }
  }

  /// The same, for an event that was not asked for.
  void handle_routine(const Event& event, Context& context) const {
    handle_number(recorded_->routine(event.kind, event.to, event.at.day()), event.at, context);
  }

  template <class AnyContext, class AnyEvent>
  void handle(const AnyEvent& event, AnyContext& context) const {
    const std::uint32_t number = event.payload[0];
    handle_number(number, event.at, context);
    const std::uint32_t next = recorded_->routine_after(number);
    if (next == CommuneEvents::none) return;
    const auto& tomorrow = recorded_->events[next];
    context.schedule(tomorrow.at, tomorrow.kind, payload(next), tomorrow.priority);
  }

 private:
  template <class AnyContext>
  void begin(std::uint32_t number, AnyContext& context) const {
    const auto& event = recorded_->events[number];
    context.start_process(event.to, event.at, event.kind, payload(number));
  }

  template <class AnyContext>
  void handle_number(std::uint32_t number, Time at, AnyContext& context) const {
    sum_[context.self().index()] += mix64(at.count() << 32 | number);
    for (const std::uint32_t child : recorded_->children_of(number)) {
      const auto& next = recorded_->events[child];
      if (next.to == context.self()) {
        context.schedule(next.at, next.kind, payload(child), next.priority);
      } else {
        context.send(next.to, next.at - context.now(), next.kind, payload(child), next.priority);
      }
    }
  }

  Payload payload(std::uint32_t number) const { return {number, recorded_->events[number].long_payload ? 1u : 0u}; }

  const CommuneEvents* recorded_;
  Column<std::uint64_t> sum_;
};

/// One theme of the commune, as far as the engine sees it.
class ReplayModel final : public Model {
 public:
  ReplayModel(const ReplayRules& rules, bool starts, std::vector<Routine> routines)
      : rules_{rules}, starts_{starts}, routines_{std::move(routines)} {}
  std::string_view name() const override { return "replay"; }
  void start(Context& context) override {
    if (starts_) rules_.start(context);
  }
  std::vector<Routine> routines() const override { return routines_; }
  bool takes_batches(EventKind kind) const override {
    return std::any_of(routines_.begin(), routines_.end(), [&](const Routine& one) { return one.kind == kind; });
  }
  void handle(const Event& event, Context& context) override {
    CommuneEvents::is_routine(event) ? rules_.handle_routine(event, context) : rules_.handle(event, context);
  }

 private:
  ReplayRules rules_;
  bool starts_;  ///< one of them starts all processes
  std::vector<Routine> routines_;
};

}  // namespace essaim::bench
