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

using Fraction = Quantity<One>;
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
