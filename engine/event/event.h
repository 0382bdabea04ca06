// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "engine/core/id.h"
#include "engine/core/time.h"

namespace essaim {

struct ProcessTag;
/// A logical process: one household, shop, farm, council, ... Rows of all tables are numbered through.
using ProcessId = Id<ProcessTag>;

/// What an event means to the model that handles it: the model's number in the high byte, its own kind in the low.
using EventKind = std::uint16_t;

constexpr EventKind event_kind(std::uint8_t model, std::uint8_t kind) {
  return static_cast<EventKind>(model << 8 | kind);
}
constexpr std::uint8_t model_of(EventKind kind) { return static_cast<std::uint8_t>(kind >> 8); }

/// Four words that travel with an event. What they hold is said where the kind is declared.
using Payload = std::array<std::uint32_t, 4>;

/// One of the few cancellable alarms that each process has; `no_timer` events cannot be cancelled.
using TimerSlot = std::uint8_t;
inline constexpr TimerSlot no_timer = 0xff;
inline constexpr TimerSlot timer_slots = 4;  ///< slots 0 to 3

/// Lower handles first among events of one process at one instant.
enum class Priority : std::uint8_t { first = 0, normal = 128, last = 255 };

/// Something that happens at an exact second to one process. Plain data, can be stored, traced, replayed.
struct Event {
  Time at;
  std::uint64_t tie = 0;  ///< hash of (seed, from, sequence)
  ProcessId to;
  ProcessId from;                ///< who caused it; itself for an alarm
  std::uint32_t sequence = 0;    ///< ordinal among all that `from` ever sent: (from, sequence) names the event
  std::uint32_t generation = 0;  ///< of its timer when it was set, odd; an older generation is a cancelled event
  EventKind kind = 0;
  Payload payload{};
  Priority priority = Priority::normal;
  TimerSlot timer = no_timer;
};

/// The total order in which one process handles its events: time, priority, tie, source, sequence. Never the order of
/// arrival, which depends on threads; and the tie is a hash, so that low ids have no advantage.
constexpr bool handled_before(const Event& a, const Event& b) {
  if (a.at != b.at) return a.at < b.at;
  if (a.priority != b.priority) return a.priority < b.priority;
  if (a.tie != b.tie) return a.tie < b.tie;
  if (a.from != b.from) return a.from < b.from;
  return a.sequence < b.sequence;
}

}  // namespace essaim
