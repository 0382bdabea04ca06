// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/event/window_ring.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "engine/core/random.h"

namespace essaim {
namespace {

constexpr std::uint64_t width = 900;

Event at(std::uint64_t seconds, std::uint32_t name = 0) {
  Event event;
  event.at = Time::at(seconds);
  event.sequence = name;
  return event;
}

std::vector<std::uint32_t> names(const std::vector<Event>& events) {
  std::vector<std::uint32_t> found;
  for (const Event& event : events) found.push_back(event.sequence);
  std::sort(found.begin(), found.end());
  return found;
}

/// Opens the next window and names what it holds.
std::vector<std::uint32_t> open_next(WindowRing& ring, std::uint64_t last) {
  std::vector<Event> events;
  const bool found = ring.open_next(last);
  for (const EventBlock* block : ring.opened()) {
    block->for_each([&](const StoredEvent& stored, const SlotBehind* behind) {
      events.push_back(restore(stored, behind, ring.current_start()));
      EXPECT_EQ(ring.window_of(events.back().at), ring.current());
    });
  }
  EXPECT_EQ(events.size(), ring.opened_events());
  EXPECT_EQ(found, !events.empty());
  return names(events);
}

/// The same, too simple to be wrong: events by window in a sorted map.
class PlainRing {
 public:
  void add(const Event& event) { events_.emplace(event.at.count() / width, event.sequence); }
  std::size_t size() const { return events_.size(); }
  std::uint64_t current() const { return current_; }

  std::vector<std::uint32_t> open_next(std::uint64_t last) {
    const bool found = !events_.empty() && events_.begin()->first <= last;
    current_ = found ? events_.begin()->first : last;
    std::vector<std::uint32_t> taken;
    const auto [begin, end] = events_.equal_range(current_);
    for (auto i = begin; i != end; ++i) taken.push_back(i->second);
    events_.erase(begin, end);
    std::sort(taken.begin(), taken.end());
    return taken;
  }

 private:
  std::multimap<std::uint64_t, std::uint32_t> events_;
  std::uint64_t current_ = 0;
};

class AgainstPlainRing : public testing::TestWithParam<unsigned> {};

TEST_P(AgainstPlainRing, opens_the_same_windows_with_the_same_events) {
  Draw any = Random{GetParam(), 0, "test"}.draw(Stream{"test"}, 0, 0);
  const std::uint32_t reach[8] = {2, 100, 128, 255, 256, 257, 700, 20'000};  // how many windows ahead events fall
  WindowRing ring{Duration::seconds(width)};
  ring.have_lanes(3);
  PlainRing plain;
  std::uint32_t name = 0;
  for (int step = 0; step < 3'000; ++step) {
    // Long calm spells let the ring run empty.
    const unsigned adds = step / 100 % 3 == 0 ? any.below(6) : any.below(40) == 0 ? 1 : 0;
    for (unsigned i = 0; i < adds; ++i) {
      const std::uint64_t window = ring.current() + any.below(reach[any.below(8)]);
      const Event event = at(window * width + any.below(width), ++name);
      ring.add(event, any.below(3));
      plain.add(event);
    }
    const std::uint64_t last = ring.current() + any.below(reach[any.below(8)]);
    ASSERT_EQ(open_next(ring, last), plain.open_next(last)) << "step " << step;
    ASSERT_EQ(ring.current(), plain.current()) << "step " << step;
    ASSERT_EQ(ring.size(), plain.size()) << "step " << step;
    ASSERT_EQ(ring.empty(), plain.size() == 0);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AgainstPlainRing, testing::Range(0u, 40u));

TEST(WindowRing, puts_an_event_on_a_boundary_into_the_later_window) {
  WindowRing ring{Duration::seconds(width)};
  ring.add(at(width, 2));
  ring.add(at(width - 1, 1));
  EXPECT_EQ(open_next(ring, 10), std::vector<std::uint32_t>{1});
  EXPECT_EQ(ring.current(), 0u);
  EXPECT_EQ(open_next(ring, 10), std::vector<std::uint32_t>{2});
  EXPECT_EQ(ring.current(), 1u);
}

TEST(WindowRing, gives_what_is_added_to_the_window_that_is_open) {
  WindowRing ring{Duration::seconds(width)};
  ring.add(at(5 * width, 1));
  EXPECT_EQ(open_next(ring, 9).size(), 1u);
  ring.add(at(5 * width + 1, 2));
  EXPECT_EQ(open_next(ring, 9), std::vector<std::uint32_t>{2});
  EXPECT_EQ(ring.current(), 5u);
}

TEST(WindowRing, stops_at_the_last_window_asked_for_and_goes_on_from_there) {
  WindowRing ring{Duration::seconds(width)};
  ring.add(at(300 * width, 1));
  for (const std::uint64_t last : {0u, 43u, 44u, 256u, 299u}) {
    EXPECT_TRUE(open_next(ring, last).empty()) << last;
    EXPECT_EQ(ring.current(), last);
    EXPECT_EQ(ring.size(), 1u);
  }
  EXPECT_EQ(open_next(ring, 300).size(), 1u);
  EXPECT_TRUE(ring.empty());
}

TEST(WindowRing, jumps_over_empty_years_at_once) {
  WindowRing ring{Duration::seconds(1)};
  ring.add(at(std::uint64_t{1} << 40, 1));
  EXPECT_EQ(open_next(ring, std::uint64_t{1} << 41), std::vector<std::uint32_t>{1});
  EXPECT_TRUE(open_next(ring, std::uint64_t{1} << 47).empty());  // walking there would take years
  EXPECT_EQ(ring.current(), std::uint64_t{1} << 47);
}

TEST(WindowRing, shows_every_waiting_event_once_near_or_far) {
  WindowRing ring{Duration::seconds(width)};
  for (std::uint32_t i = 0; i < 1'000; ++i) ring.add(at(i * width, i));
  ring.open_next(0);
  std::vector<Event> seen;
  ring.for_each([&](const Event& event) { seen.push_back(event); });
  const auto found = names(seen);
  ASSERT_EQ(found.size(), 999u);
  for (std::uint32_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i], i + 1);
}

TEST(WindowRing, shows_the_wanted_kinds_alone_if_asked) {
  WindowRing ring{Duration::seconds(width)};
  for (std::uint32_t i = 0; i < 1'000; ++i) {
    Event event = at(i * width, i);
    event.kind = static_cast<EventKind>(i % 3);
    if (i % 2 == 0) event.payload = {1, 2, 3, 4};
    ring.add(event);
  }
  std::vector<Event> seen;
  ring.for_each([](EventKind kind) { return kind == 1; }, [&](const Event& event) { seen.push_back(event); });
  const auto found = names(seen);
  ASSERT_EQ(found.size(), 333u);
  for (std::uint32_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i], 3 * i + 1);
}

TEST(WindowRingDeathTest, refuses_what_cannot_be) {
  EXPECT_DEATH(WindowRing{Duration{}}, "width.count\\(\\) > 0");
  WindowRing ring{Duration::seconds(width)};
  ring.open_next(7);
  EXPECT_DEATH(ring.add(at(7 * width - 1)), "window >= current_");
  EXPECT_DEATH(ring.open_next(6), "last >= current_");
}

}  // namespace
}  // namespace essaim
