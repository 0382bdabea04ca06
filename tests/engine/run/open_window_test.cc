// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/open_window.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "engine/parallel/make_executor.h"

// The events of a window come out as one plain sort would give them, wherever they were written and however shared.

namespace essaim {
namespace {

struct Shape {
  std::uint32_t processes;
  std::uint32_t events;
  std::uint32_t busy;  ///< only the first so many processes have events
};

Event random_event(const Shape& shape, const Random& random, Draw& draw, std::uint32_t sequence) {
  Event event;
  event.at = Time::at(900 * 5 + draw.below(7) * 100);
  event.to = ProcessId{draw.below(shape.busy)};
  event.from = ProcessId{draw.below(shape.processes)};
  event.sequence = sequence;
  event.tie = random.tie(event.from.index(), sequence);
  event.priority = draw.below(3) == 0 ? Priority::first : Priority::normal;
  event.payload = {draw.below(3) == 0 ? sequence : 0, draw.below(3) == 0 ? sequence : 0};
  return event;
}

bool listed_before(const Event& a, const Event& b) { return a.to != b.to ? a.to < b.to : handled_before(a, b); }

class OpenWindowOf : public testing::TestWithParam<Shape> {};

TEST_P(OpenWindowOf, any_shape_is_sorted_by_process_and_total_order_for_any_number_of_workers) {
  const Random random{3, 0, "test"};
  for (const std::uint32_t workers : {1u, 3u}) {
    Draw draw = random.draw(Stream{"test"}, 1, workers);
    WindowRing ring{Duration::seconds(900)};
    ring.have_lanes(3);
    std::vector<Event> expected;
    for (std::uint32_t i = 0; i < GetParam().events; ++i) {
      expected.push_back(random_event(GetParam(), random, draw, i));
      ring.add(expected.back(), draw.below(3));
    }
    std::sort(expected.begin(), expected.end(), listed_before);
    ASSERT_TRUE(ring.open_next(5));
    OpenWindow window;
    OpenWindow::Desk desk;
    window.fill(ring, ring.opened_events(), GetParam().processes,
                *parallel::make_executor(parallel::Backend::threads, workers));
    ring.give_back_opened();
    std::size_t next = 0;
    for (std::uint32_t group = 0; group < window.groups(); ++group) {
      for (const StoredEvent& stored : window.sorted(group, random, desk)) {
        const Event event = window.restored(stored, random);
        ASSERT_LT(next, expected.size());
        ASSERT_EQ(event.sequence, expected[next].sequence) << "place " << next;
        ASSERT_EQ(event.tie, expected[next].tie);
        ASSERT_EQ(event.payload, expected[next].payload);
        ++next;
      }
    }
    EXPECT_EQ(next, expected.size());
  }
}

// One event; one process; sparse; dense; a hub; more processes than fit one group, few of them busy; few events; more
// than the most groups would take at their usual size.
INSTANTIATE_TEST_SUITE_P(Shapes, OpenWindowOf,
                         testing::Values(Shape{1, 1, 1}, Shape{1, 3'000, 1}, Shape{100'000, 50, 100'000},
                                         Shape{1'000, 20'000, 1'000}, Shape{5'000, 9'000, 2}, Shape{70'000, 5'000, 30},
                                         Shape{3, 700, 3}, Shape{257, 256, 257}, Shape{9'000, 64, 40},
                                         Shape{300'000, 400'000, 300'000}));

}  // namespace
}  // namespace essaim
