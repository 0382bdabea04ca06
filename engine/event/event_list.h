// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/event/stored_event.h"

namespace essaim {

/// Room for 85 events, 2 KiB and a little, so that the starts of blocks do not all fall on the same cache lines.
struct EventBlock {
  static constexpr std::uint32_t capacity = 85;
  EventBlock* next = nullptr;
  std::uint32_t used = 0;
  std::array<StoredEvent, capacity> slots;

  /// Calls visit(event, slot behind it or null) for each event of this block.
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::uint32_t i = 0; i < used; ++i) {
      const StoredEvent& event = slots[i];
      if (event.carries() != Carries::slot_behind) {
        visit(event, nullptr);
        continue;
      }
      const auto behind = std::bit_cast<SlotBehind>(slots[++i]);
      visit(event, &behind);
    }
  }
};

/// Blocks that are used again and again; memory is asked for in growing pieces and given back at the end.
class BlockPool {
 public:
  EventBlock* take() {
    if (free_ == nullptr) grow();
    EventBlock* block = free_;
    free_ = block->next;
    block->next = nullptr;
    block->used = 0;
    return block;
  }
  void give_back(EventBlock* first, EventBlock* last) {
    last->next = free_;
    free_ = first;
  }
  std::size_t bytes() const { return blocks_ * sizeof(EventBlock); }  ///< asked for so far, used or free

 private:
  void grow();

  std::vector<std::unique_ptr<EventBlock[]>> pieces_;
  std::size_t blocks_ = 0;
  EventBlock* free_ = nullptr;
};

/// Events of one window that one worker asked for, in no order: a chain of blocks, written at its end.
class EventList {
 public:
  bool empty() const { return first_ == nullptr; }
  std::size_t size() const { return size_; }  ///< in events
  EventBlock* first() const { return first_; }

  void add(const Event& event, Time window_start, BlockPool& pool) {
    const Carries rest = carries(event);
    const std::uint32_t slots = rest == Carries::slot_behind ? 2 : 1;
    StoredEvent* slot = next_slots(slots, pool);
    slot[0].hold(event, rest, window_start);
    if (slots == 2) slot[1] = std::bit_cast<StoredEvent>(SlotBehind{event.generation, event.payload, 0});
  }
  /// Keeps the events for which keep(event, slot behind it or null) is true; says how many went.
  template <class Keep>
  std::size_t filter(Keep keep, BlockPool& pool) {
    EventList kept;
    for (const EventBlock* block = first_; block != nullptr; block = block->next) {
      block->for_each([&](const StoredEvent& event, const SlotBehind* behind) {
        if (keep(event, behind)) kept.add_stored(event, behind, pool);
      });
    }
    const std::size_t gone = size_ - kept.size_;
    give_back(pool);
    *this = kept;
    return gone;
  }
  void give_back(BlockPool& pool) {
    if (first_ != nullptr) pool.give_back(first_, last_);
    *this = {};
  }

 private:
  StoredEvent* next_slots(std::uint32_t slots, BlockPool& pool) {
    if (last_ == nullptr || last_->used + slots > EventBlock::capacity) add_block(pool);
    StoredEvent* slot = &last_->slots[last_->used];
    last_->used += slots;
    will_write(slot);
    ++size_;
    return slot;
  }
  void add_stored(const StoredEvent& event, const SlotBehind* behind, BlockPool& pool) {
    StoredEvent* slot = next_slots(behind == nullptr ? 1 : 2, pool);
    slot[0] = event;
    if (behind != nullptr) slot[1] = std::bit_cast<StoredEvent>(*behind);
  }
  void add_block(BlockPool& pool) {
    EventBlock* block = pool.take();
    (last_ == nullptr ? first_ : last_->next) = block;
    last_ = block;
  }

  EventBlock* first_ = nullptr;  ///< the pool's
  EventBlock* last_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace essaim
