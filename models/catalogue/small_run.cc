// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/catalogue/small_run.h"

#include <string_view>

#include "engine/core/hash.h"
#include "models/catalogue/catalogue.h"
#include "models/catalogue/replicate.h"

namespace essaim::catalogue {

namespace {

using commune::FigureId;

void set(commune::Site& site, FigureId id, double value) {
  commune::Figure& figure = site.figures[static_cast<std::size_t>(id)];
  figure.value = value;
  figure.range = {value, value};
  figure.present = true;
  figure.source = "made up for tests";
}

std::uint32_t index_of(std::string_view name, std::span<const commune::ActionInfo> infos) {
  std::uint32_t index = 0;
  while (index < infos.size() && infos[index].name != name) ++index;
  return index;
}

Action action(std::string_view name, std::span<const commune::ActionInfo> infos, std::uint32_t first_day,
              std::uint32_t days, std::vector<double> settings) {
  return {index_of(name, infos), Time::start_of_day(first_day), Duration::days(days), std::move(settings)};
}

}  // namespace

Scenario small_scenario(std::uint64_t seed) {
  commune::Site village;
  village.id = "made-up-village";
  village.name = "Made-up village";
  set(village, FigureId::population, 240);
  set(village, FigureId::households, 100);
  set(village, FigureId::area, 800);
  set(village, FigureId::income_median, 21'000);
  set(village, FigureId::farmland, 400);
  set(village, FigureId::farms, 4);
  Scenario scenario;
  scenario.title = "Small run";
  scenario.sites = {village};
  scenario.start = Date{2026, 6, 1};
  scenario.days = 40;
  scenario.seed = seed;
  scenario.shocks = {action("heatwave", shock_infos(), 8, 10, {39}),
                     action("supply_interruption", shock_infos(), 12, 12, {0.9, 1, 1}),
                     action("road_closure", shock_infos(), 15, 2, {1})};
  scenario.variants = {{"baseline", "", {}},
                       {"grocer",
                        "",
                        {action("solidarity_grocer", measure_infos(), 3, 37, {10, 0.2}),
                         action("communal_stock", measure_infos(), 2, 38, {5, 3})}}};
  scenario.parameters.resize(parameter_infos().size());
  return scenario;
}

std::string small_run_digest(std::uint32_t seed) {
  SerialExecutor executor;
  const ReplicateOutcome outcome = run_replicate(small_scenario(seed), 0, 0, executor);
  Sha256 sha;
  for (const ArmOutcome& arm : outcome.arms) {
    sha.update(arm.error);
    sha.update(arm.state_sha256);
    for (const double value : arm.values) sha.update_f64(value);
  }
  return sha.hex();
}

}  // namespace essaim::catalogue
