// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "models/commune/action.h"
#include "models/commune/commune.h"

namespace essaim::governance {

/// Whether a household may gain something from a measure that moves this condition: it is of those whom the condition
/// helps. Who is eligible in fact is the business of the theme concerned; this is what people can tell beforehand.
bool may_gain(commune::Condition condition, const commune::Commune& commune, std::uint32_t household);

/// The same of a measure, from all that it moves.
bool may_gain(std::uint32_t measure, std::span<const commune::Effect> effects, const commune::Commune& commune,
              std::uint32_t household);

/// Whether what this measure moves is a rule for residents, with which they may comply or not.
bool sets_a_rule(std::uint32_t measure, std::span<const commune::Effect> effects);

}  // namespace essaim::governance
