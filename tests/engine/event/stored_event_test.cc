// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/event/stored_event.h"

#include <gtest/gtest.h>

#include <vector>

#include "engine/event/event_list.h"

namespace essaim {
namespace {

constexpr Time start = Time::at(123'456'000);

Event event_with(Payload payload, TimerSlot timer) {
  Event event;
  event.at = start + Duration::seconds(86'399);
  event.to = ProcessId{7};
  event.from = ProcessId{4'000'000'000};
  event.sequence = 3'999'999'999;
  event.generation = timer == no_timer ? 0 : 2'000'000'001;
  event.kind = event_kind(200, 100);
  event.payload = payload;
  event.priority = Priority::last;
  event.timer = timer;
  return event;
}

const Payload payloads[] = {{}, {9}, {0xffff'ffff}, {0, 1}, {0, 0, 0, 5}, {1, 2, 3, 4}};

TEST(StoredEvent, needs_a_slot_more_only_where_a_word_is_not_enough) {
  EXPECT_EQ(carries(event_with({}, no_timer)), Carries::payload_word);
  EXPECT_EQ(carries(event_with({9}, no_timer)), Carries::payload_word);
  EXPECT_EQ(carries(event_with({}, 2)), Carries::generation);
  EXPECT_EQ(carries(event_with({9}, 2)), Carries::slot_behind);
  EXPECT_EQ(carries(event_with({0, 0, 0, 5}, no_timer)), Carries::slot_behind);
}

TEST(EventList, gives_back_what_it_was_given_whatever_form_it_takes) {
  BlockPool pool;
  EventList list;
  std::vector<Event> given;
  for (int round = 0; round < 60; ++round) {  // several blocks, with events of two slots at their ends
    for (const Payload& payload : payloads) {
      for (const TimerSlot timer : {no_timer, TimerSlot{0}, TimerSlot{3}}) given.push_back(event_with(payload, timer));
    }
  }
  for (const Event& event : given) list.add(event, start, pool);
  EXPECT_EQ(list.size(), given.size());
  auto expected = given.begin();
  for (const EventBlock* block = list.first(); block != nullptr; block = block->next) {
    block->for_each([&](const StoredEvent& stored, const SlotBehind* behind) {
      const Event event = restore(stored, behind, start);
      EXPECT_EQ(event.at, expected->at);
      EXPECT_EQ(event.to, expected->to);
      EXPECT_EQ(event.from, expected->from);
      EXPECT_EQ(event.sequence, expected->sequence);
      EXPECT_EQ(event.generation, expected->generation);
      EXPECT_EQ(event.kind, expected->kind);
      EXPECT_EQ(event.payload, expected->payload);
      EXPECT_EQ(event.priority, expected->priority);
      EXPECT_EQ(event.timer, expected->timer);
      ++expected;
    });
  }
  EXPECT_EQ(expected, given.end());
}

TEST(BlockPool, gives_blocks_again_that_were_given_back) {
  BlockPool pool;
  EventList list;
  for (int i = 0; i < 500; ++i) list.add(event_with({}, no_timer), start, pool);
  const EventBlock* first = list.first();
  list.give_back(pool);
  EXPECT_TRUE(list.empty());
  list.add(event_with({}, no_timer), start, pool);
  EXPECT_EQ(list.first(), first);
  EXPECT_EQ(list.first()->used, 1u);
}

}  // namespace
}  // namespace essaim
