// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/run/trace.h"

namespace essaim {

/// One event that a process handled, as it is kept: all that makes it what it is, and the event that caused it.
struct LoggedEvent {
  Time at;
  ProcessId to;
  EventKind kind = 0;
  Priority priority = Priority::normal;
  EventName name;
  std::optional<EventName> cause;  ///< none at the start
  Payload payload{};
  friend bool operator==(const LoggedEvent&, const LoggedEvent&) = default;
};

/// In order of time; at one instant by process, each process's in the order in which it handled them.
using EventLog = std::vector<LoggedEvent>;

/// What the observed processes handled in [from, to).
EventLog log_of(std::span<const EventTrace> traces, Time from, Time to);

/// As comma-separated lines below a line of names:
///
///     at_s,process,theme,kind,priority,from,sequence,cause_from,cause_sequence,word0,word1,word2,word3
///
/// `at_s` counts seconds since the start, `theme` and `kind` are the two bytes of the event's kind, (`from`,
/// `sequence`) name it, and the two cells of the cause are empty where there is none.
std::string event_log_text(const EventLog& log);

/// What was read, up to the first mistake.
struct ReadLog {
  struct Mistake {
    std::size_t line = 0;  ///< from 1 on, as `column`
    std::size_t column = 0;
    std::string found;
    std::string_view expected;  ///< in English: "a whole number up to 255"
  };
  EventLog log;
  std::optional<Mistake> mistake;
};

/// Reads what `event_log_text` wrote; `lines_before` stand before it in its file.
ReadLog read_event_log(std::string_view text, std::size_t lines_before = 0);

/// Where two logs part: the first place at which they do not hold the same event, and what each has there.
struct LogDifference {
  std::size_t place = 0;  ///< from 0 on
  std::optional<LoggedEvent> recorded;
  std::optional<LoggedEvent> happened;
};
std::optional<LogDifference> first_difference(const EventLog& recorded, const EventLog& happened);

}  // namespace essaim
