// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/unit.h"

namespace essaim {

namespace {

constexpr UnitSpelling spellings[] = {
    {"1", "1", 1.0},
    {"%", "1", 0.01},
    {"point", "1", 0.01},
    {"points", "1", 0.01},
    {"1/day", "1/day", 1.0},
    {"%/day", "1/day", 0.01},
    {"days", "days", 1.0},
    {"day", "days", 1.0},
    {"d", "days", 1.0},
    {"week", "days", 7.0},
    {"weeks", "days", 7.0},
    {"hour", "days", 1.0 / 24.0},
    {"hours", "days", 1.0 / 24.0},
    {"h", "days", 1.0 / 24.0},
    {"h", "h", 1.0},
    {"hour", "h", 1.0},
    {"hours", "h", 1.0},
    {"min", "h", 1.0 / 60.0},
    {"days", "h", 24.0},
    {"day", "h", 24.0},
    {"min", "min", 1.0},
    {"minutes", "min", 1.0},
    {"s", "min", 1.0 / 60.0},
    {"h", "min", 60.0},
    {"hours", "min", 60.0},
    {"kg", "kg", 1.0},
    {"g", "kg", 0.001},
    {"t", "kg", 1'000.0},
    {"kg/day", "kg/day", 1.0},
    {"t/day", "kg/day", 1'000.0},
    {"t/year", "t/year", 1.0},
    {"kg/person/day", "kg/person/day", 1.0},
    {"g/person/day", "kg/person/day", 0.001},
    {"EUR", "EUR", 1.0},
    {"kEUR", "EUR", 1'000.0},
    {"MEUR", "EUR", 1e6},
    {"EUR/day", "EUR/day", 1.0},
    {"EUR/kg", "EUR/kg", 1.0},
    {"EUR/h", "EUR/h", 1.0},
    {"EUR/year", "EUR/year", 1.0},
    {"EUR/month", "EUR/year", 12.0},
    {"kEUR/year", "EUR/year", 1'000.0},
    {"EUR/person/year", "EUR/person/year", 1.0},
    {"EUR/person", "EUR/person", 1.0},
    {"EUR/kWh", "EUR/kWh", 1.0},
    {"degC", "degC", 1.0},
    {"°C", "degC", 1.0},
    {"1/degC", "1/degC", 1.0},
    {"%/degC", "1/degC", 0.01},
    {"km", "km", 1.0},
    {"m", "km", 0.001},
    {"m", "m", 1.0},
    {"km", "m", 1'000.0},
    {"km/h", "km/h", 1.0},
    {"ha", "ha", 1.0},
    {"km2", "ha", 100.0},
    {"m2", "ha", 1e-4},
    {"degrees", "degrees", 1.0},
    {"person", "persons", 1.0},
    {"persons", "persons", 1.0},
    {"residents", "persons", 1.0},
    {"persons/year", "persons/year", 1.0},
    {"persons/household", "persons/household", 1.0},
    {"household", "households", 1.0},
    {"households", "households", 1.0},
    {"dwellings", "dwellings", 1.0},
    {"shop", "shops", 1.0},
    {"shops", "shops", 1.0},
    {"schools", "schools", 1.0},
    {"school", "schools", 1.0},
    {"beds", "beds", 1.0},
    {"animals", "animals", 1.0},
    {"farms", "farms", 1.0},
    {"doctors", "doctors", 1.0},
    {"list", "lists", 1.0},
    {"lists", "lists", 1.0},
    {"jobs", "jobs", 1.0},
    {"meals/day", "meals/day", 1.0},
    {"h/week", "h/week", 1.0},
    {"kWh/year", "kWh/year", 1.0},
    {"degC.day", "degC.day", 1.0},
    {"vehicle.km", "vehicle.km", 1.0},
    {"vehicle.km/day", "vehicle.km/day", 1.0},
};

}  // namespace

std::span<const UnitSpelling> unit_spellings() { return spellings; }

std::optional<double> convert(double value, std::string_view from, std::string_view to) {
  for (const UnitSpelling& spelling : spellings) {
    if (spelling.text == from && spelling.canonical == to) return value * spelling.factor;
  }
  return std::nullopt;
}

}  // namespace essaim
