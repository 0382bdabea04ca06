// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "engine/event/event.h"

namespace essaim {

/// The name of an event: who asked for it, and its ordinal among all that it ever asked for.
struct EventName {
  ProcessId from;
  std::uint32_t sequence = 0;
  friend auto operator<=>(const EventName&, const EventName&) = default;
};

/// What one process handled and asked for, and why: for telling its story. Filled once `Simulation::observe` names it.
class EventTrace {
 public:
  struct Handled {
    Event event;
    std::optional<EventName> cause;  ///< of the event: what was being handled when it was asked for; none at the start
  };
  struct Asked {
    Event event;                     ///< not yet handled, and perhaps never: a timer may be cancelled
    std::optional<EventName> cause;  ///< what the process was handling
  };

  /// In the order of handling; of one window, later events asked for in it included.
  const std::vector<Handled>& handled() const { return handled_; }
  /// In the order of asking: its messages to others and its own alarms.
  const std::vector<Asked>& asked() const { return asked_; }

 private:
  friend class Simulation;
  friend class Context;
  std::vector<Handled> handled_;
  std::vector<Asked> asked_;
  std::map<EventName, EventName> causes_;  ///< of what is under way to the process; those asked for at the start: none
};

}  // namespace essaim
