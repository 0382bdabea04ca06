// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cstdint>

#include "models/catalogue/catalogue.h"
#include "models/catalogue/replicate.h"
#include "models/catalogue/small_run.h"

// Question: what does a day of a household cost, all arms and set-up included, and does it grow with the commune?

namespace essaim::catalogue {
namespace {

void resize(commune::Site& site, commune::FigureId id, double value) {
  commune::Figure& figure = site.figures[static_cast<std::size_t>(id)];
  figure.value = value;
  figure.range = {value, value};
}

/// One replicate of 60 days, four arms, of a made-up commune with that many households.
void commune_days(benchmark::State& state) {
  Scenario scenario = small_scenario(1);
  const auto households = static_cast<double>(state.range(0));
  resize(scenario.sites[0], commune::FigureId::households, households);
  resize(scenario.sites[0], commune::FigureId::population, 2.4 * households);
  resize(scenario.sites[0], commune::FigureId::area, 0.45 * households);
  resize(scenario.sites[0], commune::FigureId::farmland, 0.25 * households);
  scenario.days = 60;
  SerialExecutor executor;
  std::uint64_t events = 0;
  for (auto _ : state) {
    for (const ArmOutcome& arm : run_replicate(scenario, 0, 0, executor).arms) events += arm.events;
  }
  const double household_days = households * scenario.days * 4 * static_cast<double>(state.iterations());
  state.counters["household_days_per_second"] = benchmark::Counter(household_days, benchmark::Counter::kIsRate);
  state.counters["events_per_second"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
}

BENCHMARK(commune_days)->Arg(250)->Arg(3'000)->Arg(10'000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace essaim::catalogue
