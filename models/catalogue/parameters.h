// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "models/commune/parameters.h"
#include "models/food/parameters.h"
#include "models/governance/parameters.h"
#include "models/housing/parameters.h"
#include "models/mobility/parameters.h"

namespace essaim::catalogue {

/// The parameters of all themes, with their defaults.
struct Parameters {
  commune::Parameters commune;
  food::Parameters food;
  mobility::Parameters mobility;
  housing::Parameters housing;
  governance::Parameters governance;
};

/// What is done with a parameter: its theme, declaration, unit, and its value, which may be written.
using VisitParameter =
    std::function<void(std::string_view theme, const Field& field, std::string_view unit, double& value)>;

/// Visits each. A new theme adds a line here. (A function object, for as a template it is 300 copies of the visit.)
inline void for_each_parameter(Parameters& parameters, const VisitParameter& visit) {
  const auto in_theme = [&](std::string_view theme) {
    return [&visit, theme]<class Quantity>(const Field& field, Quantity& quantity) {
      visit(theme, field, std::string_view{Quantity::unit::symbol}, quantity.raw());
    };
  };
  commune::Parameters::describe(parameters.commune, in_theme("commune"));
  food::Parameters::describe(parameters.food, in_theme("food"));
  mobility::Parameters::describe(parameters.mobility, in_theme("mobility"));
  housing::Parameters::describe(parameters.housing, in_theme("housing"));
  governance::Parameters::describe(parameters.governance, in_theme("governance"));
}

}  // namespace essaim::catalogue
