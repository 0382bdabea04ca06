// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>

namespace essaim {

/// A number with its unit in the type: mass plus money does not compile.
///
/// Not a system of dimensions: it adds, subtracts and scales; anything else goes through `value()`, where the
/// unit is then written in the name of the variable that receives it.
template <class Unit>
class Quantity {
 public:
  using unit = Unit;

  constexpr Quantity() = default;
  explicit constexpr Quantity(double value) : value_{value} {}

  constexpr double value() const { return value_; }
  constexpr double& raw() { return value_; }  ///< For the one visitor that reads and writes parameters.

  friend constexpr auto operator<=>(Quantity, Quantity) = default;
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity{a.value_ + b.value_}; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity{a.value_ - b.value_}; }
  friend constexpr Quantity operator*(Quantity a, double factor) { return Quantity{a.value_ * factor}; }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }

 private:
  double value_ = 0.0;
};

// Each unit names the symbol under which files, pages and messages show it; `engine/core/unit.h` says what it converts
// from.
struct One {
  static constexpr const char* symbol = "1";
};
struct PerDayUnit {
  static constexpr const char* symbol = "1/day";
};
struct DayUnit {
  static constexpr const char* symbol = "days";
};
struct HourUnit {
  static constexpr const char* symbol = "h";
};
struct MinuteUnit {
  static constexpr const char* symbol = "min";
};
struct KilogramUnit {
  static constexpr const char* symbol = "kg";
};
struct EuroUnit {
  static constexpr const char* symbol = "EUR";
};
struct EuroPerKilogramUnit {
  static constexpr const char* symbol = "EUR/kg";
};
struct EuroPerYearUnit {
  static constexpr const char* symbol = "EUR/year";
};
struct CelsiusUnit {
  static constexpr const char* symbol = "degC";
};
struct PerCelsiusUnit {
  static constexpr const char* symbol = "1/degC";
};
struct KilometreUnit {
  static constexpr const char* symbol = "km";
};
struct KilometrePerHourUnit {
  static constexpr const char* symbol = "km/h";
};
struct PersonUnit {
  static constexpr const char* symbol = "persons";
};
struct HouseholdUnit {
  static constexpr const char* symbol = "households";
};
struct KilogramPerPersonDayUnit {
  static constexpr const char* symbol = "kg/person/day";
};

struct PerYearUnit {
  static constexpr const char* symbol = "1/year";
};
struct PerMonthUnit {
  static constexpr const char* symbol = "1/month";
};
struct PerMinuteUnit {
  static constexpr const char* symbol = "1/min";
};
struct PerKilometreUnit {
  static constexpr const char* symbol = "1/km";
};
struct PerEuroUnit {
  static constexpr const char* symbol = "1/EUR";
};
struct MetreUnit {
  static constexpr const char* symbol = "m";
};
struct SquareMetreUnit {
  static constexpr const char* symbol = "m2";
};
struct HectareUnit {
  static constexpr const char* symbol = "ha";
};
struct LitreUnit {
  static constexpr const char* symbol = "l";
};
struct LitrePerHundredKilometresUnit {
  static constexpr const char* symbol = "l/100km";
};
struct EuroPerLitreUnit {
  static constexpr const char* symbol = "EUR/l";
};
struct EuroPerKilometreUnit {
  static constexpr const char* symbol = "EUR/km";
};
struct EuroPerHourUnit {
  static constexpr const char* symbol = "EUR/h";
};
struct EuroPerKilowattHourUnit {
  static constexpr const char* symbol = "EUR/kWh";
};
struct EuroPerSquareMetreUnit {
  static constexpr const char* symbol = "EUR/m2";
};
struct EuroPerSquareMetreMonthUnit {
  static constexpr const char* symbol = "EUR/m2/month";
};
struct KilowattHourPerYearUnit {
  static constexpr const char* symbol = "kWh/year";
};
struct KilowattHourPerSquareMetreYearUnit {
  static constexpr const char* symbol = "kWh/m2/year";
};
struct KilogramPerKilometreUnit {
  static constexpr const char* symbol = "kgCO2/km";
};
struct KilogramPerKilowattHourUnit {
  static constexpr const char* symbol = "kgCO2/kWh";
};
struct HourPerWeekUnit {
  static constexpr const char* symbol = "h/week";
};
struct EuroPerPersonYearUnit {
  static constexpr const char* symbol = "EUR/person/year";
};

using Fraction = Quantity<One>;
using PerYear = Quantity<PerYearUnit>;
using PerMonth = Quantity<PerMonthUnit>;
using PerMinute = Quantity<PerMinuteUnit>;
using PerKilometre = Quantity<PerKilometreUnit>;
using PerEuro = Quantity<PerEuroUnit>;
using Metres = Quantity<MetreUnit>;
using SquareMetres = Quantity<SquareMetreUnit>;
using Hectares = Quantity<HectareUnit>;
using Litres = Quantity<LitreUnit>;
using LitresPerHundredKilometres = Quantity<LitrePerHundredKilometresUnit>;
using EurosPerLitre = Quantity<EuroPerLitreUnit>;
using EurosPerKilometre = Quantity<EuroPerKilometreUnit>;
using EurosPerHour = Quantity<EuroPerHourUnit>;
using EurosPerKilowattHour = Quantity<EuroPerKilowattHourUnit>;
using EurosPerSquareMetre = Quantity<EuroPerSquareMetreUnit>;
using EurosPerSquareMetreMonth = Quantity<EuroPerSquareMetreMonthUnit>;
using KilowattHoursPerYear = Quantity<KilowattHourPerYearUnit>;
using KilowattHoursPerSquareMetreYear = Quantity<KilowattHourPerSquareMetreYearUnit>;
using KilogramsPerKilometre = Quantity<KilogramPerKilometreUnit>;
using KilogramsPerKilowattHour = Quantity<KilogramPerKilowattHourUnit>;
using HoursPerWeek = Quantity<HourPerWeekUnit>;
using EurosPerPersonYear = Quantity<EuroPerPersonYearUnit>;
using PerDay = Quantity<PerDayUnit>;
using Days = Quantity<DayUnit>;
using Hours = Quantity<HourUnit>;
using Minutes = Quantity<MinuteUnit>;
using Kilograms = Quantity<KilogramUnit>;
using Euros = Quantity<EuroUnit>;
using EurosPerKilogram = Quantity<EuroPerKilogramUnit>;
using EurosPerYear = Quantity<EuroPerYearUnit>;
using Celsius = Quantity<CelsiusUnit>;
using PerCelsius = Quantity<PerCelsiusUnit>;
using Kilometres = Quantity<KilometreUnit>;
using KilometresPerHour = Quantity<KilometrePerHourUnit>;
using Persons = Quantity<PersonUnit>;
using Households = Quantity<HouseholdUnit>;
using KilogramsPerPersonDay = Quantity<KilogramPerPersonDayUnit>;

}  // namespace essaim
