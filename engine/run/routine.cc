// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/routine.h"

#include <algorithm>

#include "engine/core/error.h"

namespace essaim {

namespace {

/// Who stands at place 0 on that day.
std::uint32_t first_of_day(const Routine& routine, std::uint32_t day) {
  return static_cast<std::uint32_t>(std::uint64_t{day} * routine.turn % routine.processes);
}

/// The first place that is due `seconds` after the routine begins, or later.
std::uint32_t first_place(const Routine& routine, std::uint64_t seconds) {
  const auto within = static_cast<std::uint64_t>(routine.within.count());
  if (seconds == 0) return 0;
  if (seconds >= within) return routine.processes;
  return static_cast<std::uint32_t>((seconds * routine.processes + within - 1) / within);
}

}  // namespace

Time Routine::due(std::uint32_t place, std::uint32_t day) const {
  const std::uint64_t share = std::uint64_t{place} * static_cast<std::uint64_t>(within.count());
  // A division of 32 bits where that is enough, for it takes half the time.
  const std::uint64_t s = share <= 0xffff'ffff ? static_cast<std::uint32_t>(share) / processes : share / processes;
  return Time::start_of_day(day) + from + Duration::seconds(static_cast<std::int64_t>(s));
}

std::string Routine::text() const {
  return "kind " + std::to_string(kind) + " of " + std::to_string(processes) + " from " +
         std::to_string(first.index()) + " at " + std::to_string(from.count()) + " s within " +
         std::to_string(within.count()) + " s turn " + std::to_string(turn);
}

void Routines::add(const Routine& routine) {
  ESSAIM_EXPECTS(routine.from >= Duration{} && routine.within >= Duration{});
  ESSAIM_EXPECTS(routine.from + routine.within <= Duration::days(1));
  if (routine.processes > 0) routines_.push_back(routine);
}

void Routines::find_due(Time begin, Time end, std::vector<DueSpan>& spans) const {
  spans.clear();
  const auto seconds = [](Time t, Time start) { return t > start ? t.count() - start.count() : 0; };
  for (std::uint32_t number = 0; number < routines_.size(); ++number) {
    const Routine& routine = routines_[number];
    for (std::uint32_t day = begin.day(); Time::start_of_day(day) + routine.from < end; ++day) {
      const Time start = Time::start_of_day(day) + routine.from;
      add_places(number, day, first_place(routine, seconds(begin, start)), first_place(routine, seconds(end, start)),
                 spans);
    }
  }
}

/// Places [from, to) of that day; their neighbours follow each other, but the first comes after the last.
void Routines::add_places(std::uint32_t number, std::uint32_t day, std::uint32_t from, std::uint32_t to,
                          std::vector<DueSpan>& spans) const {
  const Routine& routine = routines_[number];
  const std::uint32_t moved = first_of_day(routine, day);
  const std::uint32_t in_order = std::clamp(routine.processes - moved, from, to);
  const std::uint32_t process = routine.first.index() + moved;
  if (from < in_order) spans.push_back({process + from, process + in_order, number, day, from, routine.kind});
  const std::uint32_t before = process - routine.processes;
  if (in_order < to) spans.push_back({before + in_order, before + to, number, day, in_order, routine.kind});
}

Event Routines::event(const DueSpan& span, std::uint32_t process, const Random& random) const {
  Event event = untimed(span, process, random);
  event.at = routines_[span.routine].due(span.place + (process - span.begin), span.day);
  return event;
}

/// From one place to the next, quotient and remainder move on by the same: one division for all.
void Routines::add_events(const DueSpan& span, const Random& random, std::vector<Event>& events) const {
  const Routine& routine = routines_[span.routine];
  const std::uint64_t places = routine.processes;
  const auto within = static_cast<std::uint64_t>(routine.within.count());
  const std::uint64_t share = span.place * within;
  const Time start = Time::start_of_day(span.day) + routine.from;
  std::uint64_t seconds = share / places;
  std::uint64_t rest = share % places;
  const std::uint64_t step = within / places;
  const std::uint64_t rest_step = within % places;
  for (std::uint32_t process = span.begin; process < span.end; ++process) {
    Event& event = events.emplace_back(untimed(span, process, random));
    event.at = start + Duration::seconds(static_cast<std::int64_t>(seconds));
    seconds += step;
    rest += rest_step;
    if (rest < places) continue;
    rest -= places;
    ++seconds;
  }
}

Event Routines::untimed(const DueSpan& span, std::uint32_t process, const Random& random) const {
  Event event;
  event.to = ProcessId{process};
  event.from = event.to;
  event.sequence = first_sequence + static_cast<std::uint32_t>(span.day * routines_.size() + span.routine);
  event.tie = random.tie(process, event.sequence);
  event.kind = span.kind;
  return event;
}

}  // namespace essaim
