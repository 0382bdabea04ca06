// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/commune/action.h"
#include "tests/models/catalogue/small_world.h"

// A made-up commune for the mobility theme: fixed parameters, four weeks from a Monday of term.

namespace essaim::mobility {

using namespace catalogue;

inline void give(commune::Site& site, commune::FigureId id, double value) {
  commune::Figure& figure = site.figures[static_cast<std::size_t>(id)];
  figure.value = value;
  figure.range = {value, value};
  figure.present = true;
  figure.source = "made up for tests";
}

inline Scenario made_up(std::uint32_t days) {
  Scenario scenario = village(days);
  commune::Site& site = scenario.sites[0];
  give(site, commune::FigureId::population, 1'440);
  give(site, commune::FigureId::households, 600);
  give(site, commune::FigureId::jobs, 300);
  give(site, commune::FigureId::distance_town_20k, 8);
  scenario.start = Date{2026, 1, 5};
  scenario.shocks.clear();
  scenario.variants.resize(1);
  scenario.fixed_parameters = true;
  // Shopping trips come from this theme alone, so that these tests need no other.
  scenario.couplings.switch_off(commune::Coupling::food_mobility);
  return scenario;
}

inline Action act(std::string_view name, std::span<const commune::ActionInfo> infos, std::uint32_t first,
                  std::uint32_t days, std::vector<double> settings) {
  Action action;
  while (infos[action.kind].name != name) ++action.kind;
  action.start = Time::start_of_day(first);
  action.duration = Duration::days(days);
  action.settings = std::move(settings);
  return action;
}

inline Action shock(std::string_view name, std::uint32_t first, std::uint32_t days, std::vector<double> settings) {
  return act(name, shock_infos(), first, days, std::move(settings));
}

/// A measure that gives one condition a value and needs nothing.
inline Action composed(commune::Condition condition, double value, std::uint32_t days) {
  Action action;
  while (measure_infos()[action.kind].name != "composed") ++action.kind;
  action.duration = Duration::days(days);
  action.settings = std::vector<double>(measure_infos()[action.kind].settings.size(), 0.0);
  action.composed = {{condition, value}};
  return action;
}

inline void fix(Scenario& scenario, std::string_view parameter, double value) {
  const auto& infos = parameter_infos();
  for (std::size_t i = 0; i < infos.size(); ++i) {
    if (infos[i].name == parameter) scenario.parameters[i] = value;
  }
}

inline double total_of(const ArmOutcome& arm, std::string_view indicator) {
  double sum = 0;
  for (const double value : series_of(arm, indicator)) sum += value;
  return sum;
}

/// Over the weekdays of weeks that start on the first day.
inline double weekday_mean(const ArmOutcome& arm, std::string_view indicator) {
  double sum = 0;
  int days = 0;
  const auto values = series_of(arm, indicator);
  for (std::size_t day = 0; day < values.size(); ++day) {
    if (day % 7 < 5) sum += values[day], ++days;
  }
  return sum / days;
}

}  // namespace essaim::mobility
