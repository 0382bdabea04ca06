// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/event/stored_event.h"
#include "engine/run/routine.h"

namespace essaim {

/// Walks through the processes of a group in order, each with what was asked of it and what its routines bring.
class GroupWalk {
 public:
  /// Some neighbours: one process with all that it has in this window, or, where `routine` is set, processes that have
  /// an event of one routine each and nothing else.
  struct Step {
    std::uint32_t process = 0;
    std::span<const StoredEvent> asked;
    std::span<const DueSpan> due;  ///< one process of each
    bool routine = false;          ///< `due` is one span, of all neighbours
  };

  /// `asked` in order of process; of `due` only what lies in processes [begin, end).
  void restart(std::span<const StoredEvent> asked, std::span<const DueSpan> due, std::uint32_t begin,
               std::uint32_t end) {
    asked_ = asked;
    spans_.clear();
    for (DueSpan span : due) {
      const std::uint32_t first = std::max(span.begin, begin);
      span.place += first - span.begin;
      span.begin = first;
      span.end = std::min(span.end, end);
      if (span.begin < span.end) spans_.push_back(span);
    }
  }

  /// False after the last. The step is valid until the next call.
  bool next(Step& step) {
    if (spans_.empty()) return next_asked(step);
    std::uint32_t process = asked_.empty() ? nobody : asked_.front().to;
    for (const DueSpan& span : spans_) process = std::min(process, span.begin);
    found_.clear();
    std::uint32_t alone_until = asked_.empty() ? nobody : asked_.front().to;  // what other sources leave it
    for (const DueSpan& span : spans_) {
      if (span.begin == process) {
        found_.push_back(span);
      } else {
        alone_until = std::min(alone_until, span.begin);
      }
    }
    step.process = process;
    step.routine = found_.size() == 1 && alone_until > process;
    step.asked = step.routine ? std::span<const StoredEvent>{} : take_asked(process);
    const std::uint32_t until = step.routine ? std::min(alone_until, found_.front().end) : process + 1;
    for (DueSpan& span : found_) span.end = until;
    for (DueSpan& span : spans_) {
      if (span.begin != process) continue;
      span.place += until - span.begin;
      span.begin = until;
    }
    std::erase_if(spans_, [](const DueSpan& span) { return span.begin == span.end; });
    step.due = found_;
    return true;
  }

 private:
  static constexpr std::uint32_t nobody = 0xffff'ffff;

  bool next_asked(Step& step) {
    if (asked_.empty()) return false;
    step.process = asked_.front().to;
    step.asked = take_asked(step.process);
    step.due = {};
    step.routine = false;
    return true;
  }

  std::span<const StoredEvent> take_asked(std::uint32_t process) {
    std::size_t count = 0;
    while (count < asked_.size() && asked_[count].to == process) ++count;
    const auto taken = asked_.first(count);
    asked_ = asked_.subspan(count);
    return taken;
  }

  std::span<const StoredEvent> asked_;
  std::vector<DueSpan> spans_;  ///< still to come
  std::vector<DueSpan> found_;  ///< of the step
};

}  // namespace essaim
