// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/core/time.h"
#include "engine/world/field.h"

namespace essaim::commune {

/// What a shock or a measure can move. Each is an ordinary condition of life in the commune: the baseline has it too,
/// with the value `otherwise`, and handlers read the condition, never the name of what moved it. So a measure that
/// moves nothing changes nothing.
enum class Condition : std::uint8_t {
  platform_supply,  ///< share of the food that the commune's platform orders which suppliers send
  outside_supply,   ///< the same for the shops of the nearest town
  access_closed,    ///< share of the access roads that are closed
  alarm,            ///< strength of alarming news about supply when it breaks; it then fades
  heat_peak,        ///< maximum temperature that a heatwave tends to [degC]
  heat_weight,      ///< how far the day's temperature is drawn to that peak
  grocer_capacity,  ///< households that the solidarity grocer takes in
  grocer_price,     ///< its prices, as a share of ordinary prices
  reserve_days,     ///< dry food that the commune keeps for all residents [days of need]
  ration_days,      ///< most dry food a visit may take while there is alarm [days of need of the household]
  count
};

inline constexpr std::size_t condition_count = static_cast<std::size_t>(Condition::count);

/// How the values of several shocks or measures at work at once become one.
enum class Combine : std::uint8_t { product, sum, largest, smallest };

struct ConditionInfo {
  Condition condition;
  std::string_view name;
  std::string_view unit;
  Words meaning;
  double otherwise;  ///< the value when nothing acts on it
  Combine combine;
};

std::span<const ConditionInfo> condition_infos();
const ConditionInfo& info(Condition condition);

/// One thing that a shock or a measure does: it gives a condition a value during [start, end).
struct Effect {
  Condition condition = Condition::platform_supply;
  double value = 0;
  Time start;
  Time end;
};

/// The value of a condition at `now`, from all effects at work on it, in their order; `otherwise` if there is none.
double combined(Condition condition, std::span<const Effect> effects, Time now);

/// Strength of the news at `now`: the largest alarm that has started, faded since with time constant `fading_days`.
double news_strength(std::span<const Effect> effects, Time now, double fading_days);

}  // namespace essaim::commune
