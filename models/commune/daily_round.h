// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/routine.h"
#include "engine/world/table.h"
#include "models/commune/messages.h"

namespace essaim::commune {

/// A day of all households of a table: neighbours follow each other, and who is first moves on each day by some 28 % of
/// them, so that nobody is always first at the pump or at the till.
inline Routine daily_round(const Table& households, Message day, Duration from, Duration within) {
  constexpr std::uint64_t moves_on_permille = 280;
  const auto turn = static_cast<std::uint32_t>(households.rows() * moves_on_permille / 1'000);
  return {kind(day), households.process(0), households.rows(), from, within, turn + 1};
}

}  // namespace essaim::commune
