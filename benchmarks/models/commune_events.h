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
/// to an engine, without its models. Alarms that were cancelled, and what lies beyond the end, are left out.
class CommuneEvents {
 public:
  struct Recorded {
    Time at;
    ProcessId to;
    EventKind kind = 0;
    Priority priority = Priority::normal;
    bool long_payload = false;      ///< more than one word
    std::uint32_t first_child = 0;  ///< in `children`; those of the next event begin where its own end
  };

  /// Of the traces of all processes. Those without a cause were asked for at the start.
  explicit CommuneEvents(std::span<const EventTrace> traces) {
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
      if (!handled[i].cause) roots.push_back(i);
    }
    std::sort(pairs.begin(), pairs.end());
    auto next = pairs.begin();
    for (std::uint32_t i = 0; i < handled.size(); ++i) {
      const Event& e = handled[i].event;
      const bool is_long = (e.payload[1] | e.payload[2] | e.payload[3]) != 0;
      events.push_back({e.at, e.to, e.kind, e.priority, is_long, static_cast<std::uint32_t>(children.size())});
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

 private:
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
    for (const std::uint32_t root : recorded_->roots) {
      const auto& event = recorded_->events[root];
      context.start_process(event.to, event.at, event.kind, payload(root));
    }
  }

  template <class AnyContext, class AnyEvent>
  void handle(const AnyEvent& event, AnyContext& context) const {
    const std::uint32_t number = event.payload[0];
    sum_[context.self().index()] += mix64(event.at.count() << 32 | number);
    for (const std::uint32_t child : recorded_->children_of(number)) {
      const auto& next = recorded_->events[child];
      if (next.to == context.self()) {
        context.schedule(next.at, next.kind, payload(child), next.priority);
      } else {
        context.send(next.to, next.at - context.now(), next.kind, payload(child), next.priority);
      }
    }
  }

 private:
  Payload payload(std::uint32_t number) const { return {number, recorded_->events[number].long_payload ? 1u : 0u}; }

  const CommuneEvents* recorded_;
  Column<std::uint64_t> sum_;
};

/// One theme of the commune, as far as the engine sees it.
class ReplayModel final : public Model {
 public:
  ReplayModel(const ReplayRules& rules, bool starts) : rules_{rules}, starts_{starts} {}
  std::string_view name() const override { return "replay"; }
  void start(Context& context) override {
    if (starts_) rules_.start(context);
  }
  void handle(const Event& event, Context& context) override { rules_.handle(event, context); }

 private:
  ReplayRules rules_;
  bool starts_;  ///< one of them starts all processes
};

}  // namespace essaim::bench
