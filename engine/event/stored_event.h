// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <type_traits>

#include "engine/event/event.h"

namespace essaim {

/// Where the rest of a stored event is.
enum class Carries : std::uint8_t { payload_word, generation, slot_behind };

/// An event as it waits in its window: 24 bytes. The time is counted from the window's start; the tie follows from
/// (from, sequence) and is not kept; a payload of one word travels inside, a longer one in a slot behind the event.
struct StoredEvent {
  std::uint32_t offset;  ///< [s] since the window's start
  std::uint32_t to;
  std::uint32_t from;
  std::uint32_t sequence;
  std::uint32_t word;  ///< what `carries` says; the owner of a list may put the place of the slot behind here
  EventKind kind;
  Priority priority;
  std::uint8_t form;  ///< `Carries` in the upper two bits, the timer below, all ones for `no_timer`

  void hold(const Event& event, Carries rest, Time window_start);
  Carries carries() const { return static_cast<Carries>(form >> 6); }
  TimerSlot timer() const { return (form & 0x3f) == 0x3f ? no_timer : static_cast<TimerSlot>(form & 0x3f); }
};

/// What does not fit into a stored event, in a slot of the same size.
struct SlotBehind {
  std::uint32_t generation = 0;
  Payload payload{};
  std::uint32_t unused = 0;
};

static_assert(sizeof(StoredEvent) == 24 && sizeof(SlotBehind) == sizeof(StoredEvent));
static_assert(std::is_trivially_copyable_v<StoredEvent> && std::is_trivially_copyable_v<SlotBehind>);

inline Carries carries(const Event& event) {
  const bool one_word = (event.payload[1] | event.payload[2] | event.payload[3]) == 0;
  if (one_word && event.timer == no_timer) return Carries::payload_word;
  if (one_word && event.payload[0] == 0) return Carries::generation;
  return Carries::slot_behind;
}

// Written field by field where it will lie: a copy would be read before its parts have left the store queue.
inline void StoredEvent::hold(const Event& event, Carries rest, Time window_start) {
  offset = static_cast<std::uint32_t>((event.at - window_start).count());
  to = event.to.index();
  from = event.from.index();
  sequence = event.sequence;
  word = rest == Carries::payload_word ? event.payload[0] : event.generation;
  kind = event.kind;
  priority = event.priority;
  form = static_cast<std::uint8_t>(static_cast<unsigned>(rest) << 6 | (event.timer & 0x3fu));
}

/// The event again, but for its tie. `behind` is read only if the event has such a slot.
inline Event restore(const StoredEvent& stored, const SlotBehind* behind, Time window_start) {
  Event event;
  event.at = window_start + Duration::seconds(stored.offset);
  event.to = ProcessId{stored.to};
  event.from = ProcessId{stored.from};
  event.sequence = stored.sequence;
  event.kind = stored.kind;
  event.priority = stored.priority;
  event.timer = stored.timer();
  if (stored.carries() == Carries::payload_word) event.payload[0] = stored.word;
  if (stored.carries() == Carries::generation) event.generation = stored.word;
  if (stored.carries() != Carries::slot_behind) return event;
  event.generation = behind->generation;
  event.payload = behind->payload;
  return event;
}

/// Asks for the memory of a later slot: where so many places are written to in turn, a core does not see it coming.
inline void will_write(const StoredEvent* slot) {
  __builtin_prefetch(reinterpret_cast<const void*>(reinterpret_cast<std::uintptr_t>(slot) + 8 * sizeof(StoredEvent)),
                     1);
}

}  // namespace essaim
