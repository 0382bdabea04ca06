// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/catalogue/shared_draw.h"

#include <algorithm>
#include <string>

#include "models/catalogue/catalogue.h"
#include "models/catalogue/programme.h"

namespace essaim::catalogue {

namespace {

std::string full_name(std::string_view theme, const Field& field) {
  return std::string{theme} + "." + std::string{field.name};
}

std::size_t index_of(const std::string& name) {
  const auto& infos = parameter_infos();
  const auto info = std::lower_bound(infos.begin(), infos.end(), name,
                                     [](const ParameterInfo& a, const std::string& b) { return a.name < b; });
  return static_cast<std::size_t>(info - infos.begin());
}

commune::Uncertainty uncertainty_of(const Scenario& scenario) {
  return scenario.fixed_parameters ? commune::Uncertainty::fixed : commune::Uncertainty::drawn;
}

}  // namespace

SharedDraw::SharedDraw(const Scenario& scenario, std::uint32_t site, std::uint32_t replicate)
    : random{scenario.seed, replicate, scenario.sites[site].id},
      parameters{draw_parameters(scenario, random)},
      commune{commune::make_commune(scenario.sites[site], parameters.commune, uncertainty_of(scenario),
                                    {scenario.start, scenario.days, shock_effects(scenario), scenario.couplings},
                                    random)},
      mobility{commune, parameters.mobility, random},
      housing{commune, parameters.housing, random},
      food{commune, parameters.food, random},
      governance{commune, parameters.governance, random} {}

Parameters draw_parameters(const Scenario& scenario, const Random& random) {
  Parameters parameters;
  for_each_parameter(parameters, [&](std::string_view theme, const Field& field, std::string_view, double& value) {
    const std::string name = full_name(theme, field);
    const std::size_t index = index_of(name);
    if (index < scenario.parameters.size() && scenario.parameters[index]) {
      value = *scenario.parameters[index];
    } else if (field.mark == Mark::assumption && !scenario.fixed_parameters) {
      value = random.draw(Stream{name}, 0, 0).uniform(field.plausible.low, field.plausible.high);
    }
  });
  return parameters;
}

std::vector<double> values_in_order(Parameters parameters) {
  std::vector<double> values(parameter_infos().size());
  for_each_parameter(parameters, [&](std::string_view theme, const Field& field, std::string_view, double& value) {
    values[index_of(full_name(theme, field))] = value;
  });
  return values;
}

}  // namespace essaim::catalogue
