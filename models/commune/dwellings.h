// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/core/random.h"

namespace essaim::commune {

enum class Dwelling : std::uint8_t { house, flat };
enum class Tenure : std::uint8_t { owner, private_tenant, social_tenant };
/// When a dwelling was built: as far as the tables of labels tell years apart, and before 1919 besides.
enum class BuildPeriod : std::uint8_t { before_1919, to_1948, to_1974, to_1988, to_2000, later };
inline constexpr std::size_t build_periods = 6;
/// What a home is heated with.
enum class Heating : std::uint8_t { electricity, heat_pump, gas, oil, wood, district };
inline constexpr std::size_t heating_count = 6;
/// Energy labels, A (0) to G (6).
inline constexpr std::size_t label_count = 7;

/// Share of the main homes of each period where this share was built before 1919.
///
/// Before 1949: twice the share before 1919, at most 0.9 (INSEE RP2008: 29.8 % before 1949 where the figure says 15 %
/// before 1919); half of these are of each kind. The rest: 30, 25, 17 and 28 %, a guess.
std::array<double, build_periods> period_shares(double before_1919);

/// Label by period: shares of F and G in 2022 by period (SDES-ONRE infographic); A to E share the rest as in the whole
/// country (2, 3, 24, 32 and 22 %), A and B among what was built last.
std::uint8_t draw_label(BuildPeriod period, Draw& draw);

/// By type: SDES, 1 January 2020.
Heating draw_heating(Dwelling type, Draw& draw);

/// Floor area before income counts [m2]: mean by type and tenure (CIRED/Res-IRF4 surface.csv) x exp(spread z - spread^2
/// / 2) x (0.8 + 0.2 persons / 2.2), in 12 to 400.
double draw_area_m2(Dwelling type, Tenure tenure, double persons, double spread, Draw& draw);

}  // namespace essaim::commune
