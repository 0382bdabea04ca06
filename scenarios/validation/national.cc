// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/validation/national.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/catalogue/catalogue.h"
#include "models/catalogue/shared_draw.h"

namespace essaim::validation {

namespace {

using catalogue::Scenario;
using commune::FigureId;

constexpr double persons_per_household = 2.17;  // France, INSEE RP; what models of this size assume
constexpr double hectares_per_resident = 0.82;  // 54.9 Mha and 67 million residents

void give(commune::Site& site, FigureId id, double value) {
  commune::Figure& figure = site.figures[static_cast<std::size_t>(id)];
  figure.value = value;
  figure.range = {value, value};
  figure.present = true;
  figure.source = "France";
}

std::uint32_t index_of(std::string_view name, std::span<const commune::ActionInfo> infos) {
  const auto found = std::find_if(infos.begin(), infos.end(), [&](const auto& info) { return info.name == name; });
  return static_cast<std::uint32_t>(found - infos.begin());
}

std::size_t parameter_index(std::string_view name) {
  const auto& infos = catalogue::parameter_infos();
  const auto found = std::find_if(infos.begin(), infos.end(), [&](const auto& info) { return info.name == name; });
  return static_cast<std::size_t>(found - infos.begin());
}

}  // namespace

Scenario national(const Effort& effort, Date start, std::uint32_t days) {
  commune::Site site;
  site.id = "national";
  site.name = "France";
  give(site, FigureId::population, effort.residents);
  give(site, FigureId::households, std::round(effort.residents / persons_per_household));
  give(site, FigureId::area, effort.residents * hectares_per_resident);
  give(site, FigureId::income_median, national_median_eur);
  Scenario scenario;
  scenario.title = "National commune";
  scenario.sites = {site};
  scenario.start = start;
  scenario.days = days;
  scenario.replicates = effort.replicates;
  scenario.seed = effort.seed;
  scenario.variants = {{"baseline", "", {}}};
  scenario.parameters.resize(catalogue::parameter_infos().size());
  return scenario;
}

void add_shock(Scenario& scenario, std::string_view kind, std::uint32_t first_day, std::uint32_t days,
               std::vector<double> settings) {
  scenario.shocks.push_back({.kind = index_of(kind, catalogue::shock_infos()),
                             .start = Time::start_of_day(first_day),
                             .duration = Duration::days(days),
                             .settings = std::move(settings)});
}

void add_variant(Scenario& scenario, std::string_view measure, std::vector<double> settings) {
  const std::uint32_t kind = index_of(measure, catalogue::measure_infos());
  scenario.variants.push_back(
      {std::string{measure},
       "",
       {{.kind = kind,
         .start = Time::start_of_day(0),
         .duration = Duration::days(scenario.days),
         .settings = commune::with_usual_needs(catalogue::measure_infos()[kind], std::move(settings))}}});
}

double drawn_parameter(const Scenario& scenario, std::uint32_t replicate, std::string_view name) {
  const Random random{scenario.seed, replicate, scenario.sites[0].id};
  return catalogue::values_in_order(catalogue::draw_parameters(scenario, random))[parameter_index(name)];
}

Scenario multiplied(Scenario scenario, std::uint32_t replicate, const std::vector<std::string_view>& names,
                    double factor) {
  for (const std::string_view name : names) {
    const double value = drawn_parameter(scenario, replicate, name);
    scenario.parameters[parameter_index(name)] = value * factor;
  }
  return scenario;
}

std::vector<double> series(const catalogue::ArmOutcome& arm, std::string_view indicator) {
  const auto& infos = catalogue::indicator_infos();
  const std::size_t days = arm.values.size() / infos.size();
  const auto found = std::find_if(infos.begin(), infos.end(), [&](const auto& info) { return info.name == indicator; });
  const auto first = arm.values.begin() + (found - infos.begin()) * static_cast<std::ptrdiff_t>(days);
  return {first, first + static_cast<std::ptrdiff_t>(days)};
}

double mean_of_days(const std::vector<double>& series, std::size_t first, std::size_t end) {
  const auto begin = series.begin();
  const double sum =
      std::accumulate(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(end), 0.0);
  return sum / static_cast<double>(end - first);
}

}  // namespace essaim::validation
