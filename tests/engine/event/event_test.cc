// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/event/event.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <vector>

#include "engine/core/random.h"

namespace essaim {
namespace {

static_assert(std::is_trivially_copyable_v<Event>, "events are stored, traced and replayed");
static_assert(model_of(event_kind(7, 200)) == 7);
static_assert(event_kind(1, 2) != event_kind(2, 1));

Event event(std::uint64_t at, Priority priority, std::uint64_t tie, std::uint32_t from, std::uint32_t sequence) {
  Event made;
  made.at = Time::at(at);
  made.priority = priority;
  made.tie = tie;
  made.from = ProcessId{from};
  made.sequence = sequence;
  return made;
}

/// Few values of each part, so that ties at every level are common.
std::vector<Event> events_with_many_ties() {
  Draw any = Random{5, 0, "test"}.draw(Stream{"test"}, 0, 0);
  std::vector<Event> events;
  for (int i = 0; i < 120; ++i) {
    const Priority priority = any.below(3) == 0   ? Priority::first
                              : any.below(2) == 0 ? Priority::normal
                                                  : Priority::last;
    events.push_back(event(any.below(3), priority, any.below(3), any.below(3), any.below(3)));
  }
  return events;
}

bool same_key(const Event& a, const Event& b) {
  return a.at == b.at && a.priority == b.priority && a.tie == b.tie && a.from == b.from && a.sequence == b.sequence;
}

TEST(HandledBefore, is_a_strict_total_order) {
  const auto events = events_with_many_ties();
  for (const Event& a : events) {
    for (const Event& b : events) {
      ASSERT_EQ(handled_before(a, b) + handled_before(b, a) + same_key(a, b), 1) << "one of before, after, the same";
      for (const Event& c : events) {
        const bool chained = handled_before(a, b) && handled_before(b, c);
        ASSERT_TRUE(!chained || handled_before(a, c));
      }
    }
  }
}

TEST(HandledBefore, looks_at_time_then_priority_then_tie_then_source_then_sequence) {
  const Event rising[] = {event(1, Priority::last, 9, 9, 9),   event(2, Priority::first, 9, 9, 9),
                          event(2, Priority::normal, 7, 9, 9), event(2, Priority::normal, 8, 3, 9),
                          event(2, Priority::normal, 8, 4, 1), event(2, Priority::normal, 8, 4, 2)};
  for (std::size_t i = 0; i + 1 < std::size(rising); ++i) EXPECT_TRUE(handled_before(rising[i], rising[i + 1])) << i;
}

TEST(HandledBefore, gives_low_ids_no_advantage) {
  constexpr int seeds = 4'000;
  for (const auto& [low, high] : {std::pair{0u, 1u}, std::pair{3u, 70'000u}, std::pair{41u, 42u}}) {
    int low_first = 0;
    for (int seed = 0; seed < seeds; ++seed) {
      const Random random{static_cast<std::uint64_t>(seed), 0, "saillans"};
      const Event a = event(60, Priority::normal, random.tie(low, 0), low, 0);
      const Event b = event(60, Priority::normal, random.tie(high, 0), high, 0);
      low_first += handled_before(a, b) ? 1 : 0;
    }
    EXPECT_NEAR(low_first, seeds / 2, 4 * std::sqrt(seeds / 4.0)) << low << " against " << high;
  }
}

TEST(HandledBefore, lets_no_process_win_every_day_of_one_run) {
  const Random random{2026, 0, "saillans"};
  int low_first = 0;
  for (std::uint32_t day = 0; day < 4'000; ++day) {
    const Event a = event(day, Priority::normal, random.tie(0, day), 0, day);
    const Event b = event(day, Priority::normal, random.tie(1, day), 1, day);
    low_first += handled_before(a, b) ? 1 : 0;
  }
  EXPECT_NEAR(low_first, 2'000, 4 * std::sqrt(1'000.0));
}

}  // namespace
}  // namespace essaim
