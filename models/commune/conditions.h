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
#include "models/commune/zone.h"

namespace essaim::commune {

/// What a shock or a measure can move. Each is an ordinary condition of life in the commune: the baseline has it too,
/// with the value `otherwise`, and handlers read the condition, never the name of what moved it. So a measure that
/// moves nothing changes nothing.
enum class Condition : std::uint8_t {
  platform_supply,   ///< share of the food that the commune's platform orders which suppliers send
  outside_supply,    ///< the same for the shops of the nearest town
  access_closed,     ///< share of the access roads that are closed
  alarm,             ///< strength of alarming news about supply when it breaks; it then fades
  heat_peak,         ///< maximum temperature that a heatwave tends to [degC]
  heat_weight,       ///< how far the day's temperature is drawn to that peak
  grocer_capacity,   ///< households that the solidarity grocer takes in
  grocer_price,      ///< its prices, as a share of ordinary prices
  reserve_days,      ///< dry food that the commune keeps for all residents [days of need]
  ration_days,       ///< most dry food a visit may take while there is alarm [days of need of the household]
  food_price,        ///< prices of food over ordinary ones
  land_for_locals,   ///< farmland whose harvest goes to the commune's shops first [ha]
  amap_baskets,      ///< households that may hold a contract for a weekly basket with the commune's farms
  fuel_price,        ///< price of motor fuel over the ordinary one
  fuel_supply,       ///< share of ordinary deliveries that reach fuel stations
  carpool_offer,     ///< share of car drivers who offer seats through an organised scheme
  solidarity_rides,  ///< rides a day that volunteers give to people without a car
  cycle_network,     ///< share of ways that are safe and easy by bike, beyond today's
  energy_price,      ///< price of energy at home over the ordinary one
  power_out,         ///< share of homes and shops without electricity, by zone
  flood_depth,       ///< height of the river above its banks, by zone [m]
  retrofit_advice,   ///< households that a retrofit desk can advise in a year
  retrofit_aid,      ///< share of the cost of works that is paid in addition
  cool_places,       ///< persons that cool rooms take in
  visits,            ///< isolated persons visited each day
  light_dwellings,   ///< light dwellings beside the ordinary stock
  absent_workers,    ///< share of workers who are ill or caring, and absent from work
  jobs_lost,         ///< share of workers who have lost their job
  assembly,          ///< seats of a citizens' assembly that meets
  count
};

inline constexpr std::size_t condition_count = static_cast<std::size_t>(Condition::count);

/// How the values of several shocks or measures at work at once become one.
enum class Combine : std::uint8_t { product, sum, largest, smallest };

/// Whether a condition may differ between zones of the commune.
enum class Extent : std::uint8_t { commune, zones };

struct ConditionInfo {
  Condition condition;
  std::string_view name;
  std::string_view unit;
  Words meaning;
  double otherwise;  ///< the value when nothing acts on it
  Combine combine;
  Range allowed;  ///< what a measure composed in a scenario may give it; both ends equal: no measure may move it
  Extent extent = Extent::commune;
};

std::span<const ConditionInfo> condition_infos();
const ConditionInfo& info(Condition condition);

inline constexpr std::uint8_t all_zones = (1u << zone_count) - 1;
inline constexpr std::uint32_t no_measure = 0xffff'ffff;
inline constexpr std::uint32_t no_shock = 0xffff'ffff;

/// One thing that a shock or a measure does: it gives a condition a value during [start, end), in the zones of a mask
/// (bit z for zone z; conditions of the whole commune ignore it).
struct Effect {
  Condition condition = Condition::platform_supply;
  double value = 0;
  Time start;
  Time end;
  std::uint8_t zones = all_zones;
  std::uint32_t measure = no_measure;  ///< row of the measure that it belongs to; none for a shock
  std::uint32_t shock = no_shock;      ///< which of the scenario's it belongs to; none for a measure
};

/// The part of its full effect that a measure has now, 0 to 1, by its row; shocks have 1.
struct Strength {
  std::span<const double> of_measure;
  double of(const Effect& effect) const {
    return effect.measure < of_measure.size() ? of_measure[effect.measure] : effect.measure == no_measure ? 1.0 : 0.0;
  }
};

/// The value of a condition in a zone at `now`, from all effects at work on it, in their order; `otherwise` if there is
/// none. An effect of strength s counts as otherwise + s (value - otherwise).
double combined(Condition condition, Zone zone, std::span<const Effect> effects, Strength strength, Time now);

/// Strength of the news at `now`: the largest alarm that has started, faded since with time constant `fading_days`.
double news_strength(std::span<const Effect> effects, Time now, double fading_days);

}  // namespace essaim::commune
