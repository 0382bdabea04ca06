// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "models/commune/commune.h"
#include "models/housing/parameters.h"

namespace essaim::housing {

using commune::Heating;
using commune::heating_count;
using commune::label_count;

/// Prices with tax [EUR/kWh] and emissions [kgCO2/kWh] by way of heating; need by label; heating intensity.
///
///     conventional need  N = label's kWh of primary energy per m2 and year, in final energy: over 2.3 for electricity
///     heating of a day   heating_share N m2 I dd / DD, with dd = max(0, heating_base - mean temperature of the day)
///                        and DD their sum over an ordinary year of the commune
///     intensity          I(b) = intensity_level b^(-intensity_exponent), at most intensity_most; b is the theoretical
///                        yearly heating bill over income: those on whom the bill weighs heat less
class Energy {
 public:
  Energy(const Parameters& parameters, const commune::Commune& commune);

  double price(Heating heating) const { return price_[static_cast<std::size_t>(heating)]; }
  /// Final energy of a year of heating per m2, at intensity 1 [kWh].
  double need_per_m2(std::size_t label, Heating heating) const;
  double intensity(double bill_over_income) const;
  double degrees_below(double mean_degc) const;                ///< dd
  double degree_days_of_year() const { return degree_days_; }  ///< DD
  static double kg_co2_per_kwh(Heating heating);               ///< CIRED/Res-IRF4
  static bool warms_without_power(Heating heating) { return heating == Heating::wood; }

 private:
  Parameters parameters_;
  std::array<double, heating_count> price_{};
  std::array<double, label_count> primary_{};
  double degree_days_ = 0;
};

}  // namespace essaim::housing
