// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/open_window.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace essaim {

namespace {

/// `handled_before` for events of one process as they are stored. The tie is a hash worked out only where time and
/// priority are equal.
class StoredBefore {
 public:
  explicit StoredBefore(const Random& random) : random_{random} {}

  bool operator()(const StoredEvent& a, const StoredEvent& b) const {
    if (a.offset != b.offset) return a.offset < b.offset;
    if (a.priority != b.priority) return a.priority < b.priority;
    const std::uint64_t tie_a = random_.tie(a.from, a.sequence);
    const std::uint64_t tie_b = random_.tie(b.from, b.sequence);
    if (tie_a != tie_b) return tie_a < tie_b;
    if (a.from != b.from) return a.from < b.from;
    return a.sequence < b.sequence;
  }

 private:
  const Random& random_;
};

template <class Value>
void have_room(std::vector<Value>& values, std::size_t count) {
  if (values.size() < count) values.resize(count);
}

/// Sorts the events of each process, which lie together.
void sort_runs(std::span<StoredEvent> events, const Random& random) {
  const StoredBefore before{random};
  for (auto begin = events.begin(); begin != events.end();) {
    auto end = begin + 1;
    while (end != events.end() && end->to == begin->to) ++end;
    if (end - begin == 2 && before(begin[1], begin[0])) std::swap(begin[0], begin[1]);
    if (end - begin > 2) std::sort(begin, end, before);  // a total order: (from, sequence) is unique
    begin = end;
  }
}

}  // namespace

void OpenWindow::fill(const WindowRing& ring, std::size_t events, std::uint32_t processes, Executor& executor) {
  start_ = ring.current_start();
  have_room(events_, ring.opened_events());
  if (events <= few_events) return copy_few(ring, processes);
  choose_groups(events, processes);
  share_blocks(ring.opened(), executor.workers());
  const auto parts = static_cast<std::uint32_t>(parts_.size());
  executor.for_each(parts, [&](std::uint32_t part, std::uint32_t) { count(parts_[part]); });
  find_places();
  executor.for_each(parts, [&](std::uint32_t part, std::uint32_t) { copy(parts_[part]); });
}

void OpenWindow::copy_few(const WindowRing& ring, std::uint32_t processes) {
  groups_ = 1;
  shift_ = static_cast<unsigned>(std::bit_width(processes - 1));
  begin_.assign({0, static_cast<std::uint32_t>(ring.opened_events())});
  have_room(behind_, ring.opened_events());
  StoredEvent* place = events_.data();
  std::uint32_t behinds = 0;
  const auto copy_one = [&](const StoredEvent& event, const SlotBehind* behind) {
    *place = event;
    if (behind != nullptr) {
      place->word = behinds;
      behind_[behinds++] = *behind;
    }
    ++place;
  };
  for (const EventBlock* block : ring.opened()) block->for_each(copy_one);
}

void OpenWindow::choose_groups(std::size_t events, std::uint32_t processes) {
  const std::size_t wanted = std::clamp<std::size_t>(events / events_per_group, 1, most_groups);
  shift_ = 0;
  while (((processes - 1) >> shift_) + 1 > wanted) ++shift_;
  groups_ = ((processes - 1) >> shift_) + 1;
}

void OpenWindow::share_blocks(std::span<const EventBlock* const> blocks, std::uint32_t parts) {
  parts_.resize(parts);
  for (std::size_t part = 0; part < parts; ++part) {
    const std::size_t begin = blocks.size() * part / parts;
    const std::size_t end = blocks.size() * (part + 1) / parts;
    parts_[part].blocks = blocks.subspan(begin, end - begin);
  }
}

void OpenWindow::count(Part& part) const {
  part.place.assign(groups_, 0);
  part.behind = 0;
  const auto count_one = [&](const StoredEvent& event, const SlotBehind* behind) {
    ++part.place[event.to >> shift_];
    part.behind += behind != nullptr ? 1 : 0;
  };
  for (const EventBlock* block : part.blocks) block->for_each(count_one);
}

void OpenWindow::find_places() {
  begin_.resize(groups_ + 1);
  std::uint32_t next = 0;
  for (std::uint32_t group = 0; group < groups_; ++group) {
    begin_[group] = next;
    for (Part& part : parts_) next += std::exchange(part.place[group], next);
  }
  begin_[groups_] = next;
  std::uint32_t behind = 0;
  for (Part& part : parts_) behind += std::exchange(part.behind, behind);
  have_room(behind_, behind);
}

void OpenWindow::copy(Part& part) {
  const auto copy_one = [&](const StoredEvent& event, const SlotBehind* behind) {
    StoredEvent& place = events_[part.place[event.to >> shift_]++];
    will_write(&place);
    place = event;
    if (behind == nullptr) return;
    place.word = part.behind;
    behind_[part.behind++] = *behind;
  };
  for (const EventBlock* block : part.blocks) block->for_each(copy_one);
}

std::span<const StoredEvent> OpenWindow::sorted(std::uint32_t group, const Random& random, Desk& desk) {
  const std::span events = std::span{events_}.subspan(begin_[group], begin_[group + 1] - begin_[group]);
  if (events.size() * 4 >= (std::size_t{1} << shift_)) {
    sort_by_counting(events, group << shift_, desk);
    const std::span sorted = std::span{desk.events}.first(events.size());
    sort_runs(sorted, random);
    return sorted;
  }
  const StoredBefore before{random};
  // A total order: within one process (from, sequence) is unique.
  std::sort(events.begin(), events.end(),
            [&](const StoredEvent& a, const StoredEvent& b) { return a.to != b.to ? a.to < b.to : before(a, b); });
  return events;
}

void OpenWindow::sort_by_counting(std::span<const StoredEvent> events, std::uint32_t first, Desk& desk) const {
  have_room(desk.events, events.size());
  desk.place.assign((std::size_t{1} << shift_), 0);
  for (const StoredEvent& event : events) ++desk.place[event.to - first];
  std::uint32_t next = 0;
  for (std::uint32_t& place : desk.place) next += std::exchange(place, next);
  for (const StoredEvent& event : events) desk.events[desk.place[event.to - first]++] = event;
}

}  // namespace essaim
