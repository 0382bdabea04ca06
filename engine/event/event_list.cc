// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/event/event_list.h"

#include <algorithm>

namespace essaim {

void BlockPool::grow() {
  const std::size_t more = std::clamp<std::size_t>(blocks_, 8, 1'024);
  pieces_.push_back(std::make_unique_for_overwrite<EventBlock[]>(more));
  EventBlock* piece = pieces_.back().get();
  for (std::size_t i = 0; i + 1 < more; ++i) piece[i].next = &piece[i + 1];
  give_back(piece, piece + (more - 1));
  blocks_ += more;
}

}  // namespace essaim
