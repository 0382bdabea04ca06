// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/energy.h"

#include <algorithm>

#include "engine/core/math.h"

namespace essaim::housing {

namespace {

// Middles of the label's bounds 70, 110, 180, 250, 330, 420 kWh of primary energy per m2 and year; A at its bound, so
// that A and B together come near the 83 of CAE (2024). G is a parameter.
constexpr std::array<double, label_count - 1> middle = {70, 90, 145, 215, 290, 375};
constexpr double smallest_share = 1e-4;  // of income: below it the intensity has long met its bound

/// Mean over ordinary years of the degrees of a day below `base`, when its mean temperature is normal around `normal`.
double expected_degrees(double base, double normal, double spread) {
  constexpr int points = 9;
  double sum = 0;
  for (int i = 0; i < points; ++i) {
    sum += std::max(0.0, base - normal - spread * math::normal_quantile((i + 0.5) / points));
  }
  return sum / points;
}

}  // namespace

Energy::Energy(const Parameters& parameters, const commune::Commune& commune) : parameters_{parameters} {
  const Parameters& p = parameters;
  price_ = {p.price_electricity.value(), p.price_electricity.value(), p.price_gas.value(),
            p.price_oil.value(),         p.price_wood.value(),        p.price_district.value()};
  std::copy(middle.begin(), middle.end(), primary_.begin());
  primary_.back() = p.label_g.value();
  constexpr double days_in_month = 365.0 / 12;
  for (const double mean : commune.monthly_mean) {
    const double spread = commune.parameters.weather_spread.value();
    degree_days_ += days_in_month * expected_degrees(p.heating_base.value(), mean, spread);
  }
  degree_days_ = std::max(degree_days_, 1.0);
}

double Energy::need_per_m2(std::size_t label, Heating heating) const {
  const bool electric = heating == Heating::electricity || heating == Heating::heat_pump;
  const double final_kwh = primary_[label] / (electric ? parameters_.primary_electricity.value() : 1.0);
  return final_kwh * parameters_.heating_share.value();
}

double Energy::intensity(double bill_over_income) const {
  const double share = std::max(smallest_share, bill_over_income);
  const double curve = parameters_.intensity_level.value() * math::pow(share, -parameters_.intensity_exponent.value());
  return std::min(curve, parameters_.intensity_most.value());
}

double Energy::degrees_below(double mean_degc) const {
  return std::max(0.0, parameters_.heating_base.value() - mean_degc);
}

double Energy::kg_co2_per_kwh(Heating heating) {
  constexpr std::array<double, heating_count> kilograms = {0.079, 0.079, 0.227, 0.324, 0.03, 0.101};
  return kilograms[static_cast<std::size_t>(heating)];
}

}  // namespace essaim::housing
