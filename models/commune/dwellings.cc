// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/dwellings.h"

#include <algorithm>

#include "engine/core/math.h"

namespace essaim::commune {

namespace {

constexpr double before_1949_over_1919 = 2.0;

/// Shares of labels F and G of a period.
struct Leaky {
  double f, g;
};
constexpr std::array<Leaky, build_periods> leaky = {
    {{0.185, 0.15}, {0.185, 0.15}, {0.16, 0.10}, {0.08, 0.02}, {0.02, 0.01}, {0.01, 0.005}}};

constexpr double mean_area[2][3] = {{109.5, 87.1, 77.8}, {74.3, 53.5, 63.3}};

}  // namespace

std::array<double, build_periods> period_shares(double before_1919) {
  const double old = std::min(0.9, before_1949_over_1919 * before_1919);
  const double rest = 1 - old;
  return {old / 2, old / 2, 0.30 * rest, 0.25 * rest, 0.17 * rest, 0.28 * rest};
}

std::uint8_t draw_label(BuildPeriod period, Draw& draw) {
  const auto& [f, g] = leaky[static_cast<std::size_t>(period)];
  const double u = draw.uniform();
  if (u < g) return 6;
  if (u < g + f) return 5;
  // Of A to E, in the order of the country's shares; recent homes hold its A and B.
  constexpr std::array<double, 5> older = {0, 0, 0.25, 0.435, 0.315};
  constexpr std::array<double, 5> recent = {0.104, 0.156, 0.42, 0.22, 0.10};
  const std::array<double, 5>& shares = period == BuildPeriod::later ? recent : older;
  double v = draw.uniform();
  for (std::uint8_t label = 0; label < 4; ++label) {
    if (v < shares[label]) return label;
    v -= shares[label];
  }
  return 4;
}

Heating draw_heating(Dwelling type, Draw& draw) {
  // Houses: gas 30, wood 18, oil 14, heat pump 9 %; flats: gas 44, district 12, oil 4 %; the rest is electric.
  const double u = draw.uniform();
  if (type == Dwelling::house) {
    return u < 0.30   ? Heating::gas
           : u < 0.48 ? Heating::wood
           : u < 0.62 ? Heating::oil
           : u < 0.71 ? Heating::heat_pump
                      : Heating::electricity;
  }
  return u < 0.44 ? Heating::gas : u < 0.56 ? Heating::district : u < 0.60 ? Heating::oil : Heating::electricity;
}

double draw_area_m2(Dwelling type, Tenure tenure, double persons, double spread, Draw& draw) {
  const double factor = math::exp(spread * draw.normal() - spread * spread / 2) * (0.8 + 0.2 * persons / 2.2);
  const double mean = mean_area[static_cast<std::size_t>(type)][static_cast<std::size_t>(tenure)];
  return std::clamp(mean * factor, 12.0, 400.0);
}

}  // namespace essaim::commune
