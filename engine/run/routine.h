// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/core/time.h"
#include "engine/event/event.h"

namespace essaim {

/// What happens to each of many neighbours once a day, at a time of its own: the day of a household, of a person.
///
///     each day the neighbours take places 0 to n - 1 in turn; who is first moves on by `turn` neighbours a day
///     who has place p is due at midnight + from + p * within / n, in whole seconds, rounded down
///
/// Each is an event like any other, an alarm of the process to itself that nothing caused. But the engine works out
/// from the calendar who is due: such an event is not filed, kept or sorted, and neighbours come in the order of their
/// columns. Those that have nothing else to do in a window are a batch, where their model takes this kind in batches.
struct Routine {
  EventKind kind = 0;
  ProcessId first;              ///< of the neighbours, whose processes follow each other
  std::uint32_t processes = 0;  ///< n
  Duration from;                ///< after midnight
  Duration within;              ///< all are due in so long; 0 for all at once. `from` + `within` is at most a day
  std::uint32_t turn = 0;       ///< neighbours

  Time due(std::uint32_t place, std::uint32_t day) const;
  std::string text() const;  ///< what makes it this one and no other, for checkpoints: "kind 513 of 12 from 4 ..."
};

/// Neighbours that have one event of one routine in a window: processes [begin, end).
struct DueSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t routine = 0;  ///< its number among `Routines`
  std::uint32_t day = 0;
  std::uint32_t place = 0;  ///< of `begin` on that day; the others follow
  EventKind kind = 0;
};

/// All routines of a run.
class Routines {
 public:
  void add(const Routine& routine);
  bool empty() const { return routines_.empty(); }
  const std::vector<Routine>& all() const { return routines_; }

  /// Who is due in [begin, end), into `spans`, which is emptied first.
  void find_due(Time begin, Time end, std::vector<DueSpan>& spans) const;
  Event event(const DueSpan& span, std::uint32_t process, const Random& random) const;  ///< one of the span
  void add_events(const DueSpan& span, const Random& random,
                  std::vector<Event>& events) const;  ///< all of it, in order

  /// The first of what numbers events of routines in the names of their processes' events; asked for are those below.
  static constexpr std::uint32_t first_sequence = 0x8000'0000;

 private:
  /// But for its time, which is what differs in how it is found.
  Event untimed(const DueSpan& span, std::uint32_t process, const Random& random) const;
  void add_places(std::uint32_t number, std::uint32_t day, std::uint32_t from, std::uint32_t to,
                  std::vector<DueSpan>& spans) const;

  std::vector<Routine> routines_;
};

}  // namespace essaim
