// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/reader/document.h"
#include "scenarios/reader/values.h"
#include "scenarios/reader/vocabulary.h"

// What a composed measure does: `effects = [{ condition = "food_price", value = "90 %" }]`.

namespace essaim::reader {

inline constexpr std::string_view composed_kind = "composed";

/// The conditions that a composed measure moves, and to what. At least one, none twice, all within what is allowed.
std::vector<std::pair<commune::Condition, double>> read_effects(const Document& document, const Node& table,
                                                                const Vocabulary& vocabulary);

/// How the value of an effect on a condition is written.
QuantityRule rule_of(const commune::ConditionInfo& condition);

/// The conditions that measures may move.
std::vector<std::string> movable_conditions(const Vocabulary& vocabulary);

}  // namespace essaim::reader
