// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "scenarios/reader/plan_reader.h"

namespace essaim::reader {

enum class Role : std::uint8_t { shock, measure };

/// When a shock or a measure is at work: [start, start + duration).
struct Period {
  Time start;
  Duration duration;
};

/// Reads `start`, and `duration` or `end` (the first moment when it is over; 0:00 for a day alone). A measure without
/// either lasts to the end of the run. `name` is its kind, in messages.
Period read_period(const Document& document, const Node& table, std::string_view name, Role role, const Frame& frame);

}  // namespace essaim::reader
