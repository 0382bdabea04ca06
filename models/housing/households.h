// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/housing/columns.h"
#include "models/housing/setting.h"

namespace essaim::housing {

/// A day in a home: energy, cold, heat, dark; and once a month its bills.
///
/// At its own time after 23:00, when the day's weather and conditions are known, a household h with dwelling d:
///     is dark     if the dwelling's draw is below `power_out` of its zone
///     uses        heating N m2 heating_share I dd / DD, hot water and other electricity (see `Energy`); nothing while
///                 it lives elsewhere; in the dark, nothing but the heating of a wood stove
///     is cold     if the day's mean is below cold_below and I < cold_intensity, or there is no heating, or it is
///     damaged is hot      if the dwelling's other draw is below heat_slope max(0, T - heat_comfort), times
///     heat_in_flats in a
///                 flat, times heat_top_floor under the roof
///     discomfort  D += (1/7) (1 if cold, hot, dark, damaged or away; else 0) - D/7, told to others in steps of 0.02
/// On each payday evening it pays, as far as the account goes, what is due: an instalment of energy (a month's share of
/// an expected year at the price of the instalment), rent, or charges and loan, the loan of a retrofit, and arrears.
/// A new price of energy reaches instalment and intensity after price_lag. Who lives elsewhere owes neither rent nor
/// energy.
class HouseholdRules {
 public:
  HouseholdRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town);

  void settle() const;  ///< what everybody needs to know before the first day
  void live_a_day(std::uint32_t household, bool dark, Context& context) const;
  /// Heating of a year, intensity and bills, after a move, works, another price or another income.
  void reckon(std::uint32_t household) const;
  bool is_dark(std::uint32_t household) const;

 private:
  void use_energy(std::uint32_t household, bool dark) const;
  std::uint8_t troubles(std::uint32_t household, bool dark) const;
  std::uint8_t troubles_away(std::uint32_t household) const;
  bool is_hot(std::uint32_t dwelling) const;
  void feel(std::uint32_t household, std::uint8_t trouble, Context& context) const;
  void follow_price(std::uint32_t household, std::uint32_t day) const;
  void pay_bills(std::uint32_t household) const;
  std::int64_t dwelling_cents(std::uint32_t household) const;
  double income_eur(std::uint32_t household) const;  ///< of a year, with the jobs that are kept

  const Setting& setting_;
  HouseholdColumns columns_;
  commune::PublicColumns town_;
};

}  // namespace essaim::housing
