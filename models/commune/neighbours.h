// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/run/model.h"

namespace essaim::commune {

/// Lets neighbours live their day one after the other, with the chance of many of them worked out in one go. The bits
/// are those of each handled alone.
///
/// `add(event, context, draws)` adds the draws that this process's day needs in any case; `live(event, draws, context)`
/// is then given them back.
template <class Add, class Live>
void live_days(Batch& batch, Add add, Live live) {
  constexpr std::size_t enough = 64;  // draws, which stay in a core's first cache
  std::vector<Draw> draws;
  std::vector<std::size_t> end;  // of each process's draws
  for (std::size_t next = 0; next < batch.size();) {
    draws.clear();
    end.clear();
    const std::size_t first = next;
    for (; next < batch.size() && draws.size() < enough; ++next) {
      add(batch.events()[next], batch.context(next), draws);
      end.push_back(draws.size());
    }
    Draw::prepare(draws);
    for (std::size_t i = first, begin = 0; i < next; begin = end[i - first], ++i) {
      live(batch.events()[i], std::span{draws}.subspan(begin, end[i - first] - begin), batch.context(i));
    }
  }
}

}  // namespace essaim::commune
