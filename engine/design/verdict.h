// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "engine/design/statistics.h"
#include "engine/world/indicator.h"

namespace essaim::design {

/// The answer to "does the measure matter here?". "No effect" is an answer; "undecided" asks for more replicates.
enum class Verdict : unsigned char { effect, no_effect, undecided };

std::string_view text(Verdict verdict);  ///< "effect", "no_effect", "undecided"

/// With [low, high] the interval of the difference and m = `matters` > 0 the smallest difference that matters:
/// - `undecided` if there is no interval (fewer than two replicates);
/// - `no_effect` if -m < low and high < m: whatever the difference is, it is smaller than what matters;
/// - `effect` if high <= -m or low >= m: whatever the difference is, it matters;
/// - `undecided` otherwise: the interval holds differences that matter and others that do not.
Verdict judge(const Estimate& difference, double matters);

/// Which way a difference goes for people: better, worse, or neither where the indicator has no good side.
enum class Direction : unsigned char { better, worse, neither };

Direction direction(double difference, Better better);

}  // namespace essaim::design
