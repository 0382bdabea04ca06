// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cstdint>

#include "models/catalogue/catalogue.h"
#include "models/catalogue/replicate.h"
#include "models/catalogue/small_run.h"

// Question: what does a day of a person cost, all arms and set-up included, and does it grow with the commune?

namespace essaim::catalogue {
namespace {

void resize(commune::Site& site, commune::FigureId id, double value) {
  commune::Figure& figure = site.figures[static_cast<std::size_t>(id)];
  figure.value = value;
  figure.range = {value, value};
}

/// One replicate of 60 days, four arms, of a made-up commune with that many residents.
void commune_days(benchmark::State& state) {
  Scenario scenario = small_scenario(1);
  const auto residents = static_cast<double>(state.range(0));
  resize(scenario.sites[0], commune::FigureId::population, residents);
  resize(scenario.sites[0], commune::FigureId::households, residents / 2.4);
  resize(scenario.sites[0], commune::FigureId::area, 0.19 * residents);
  resize(scenario.sites[0], commune::FigureId::farmland, 0.1 * residents);
  scenario.days = 60;
  SerialExecutor executor;
  std::uint64_t events = 0;
  for (auto _ : state) {
    for (const ArmOutcome& arm : run_replicate(scenario, 0, 0, executor).arms) {
      if (!arm.error.empty()) return state.SkipWithError(arm.error.c_str());
      events += arm.events;
    }
  }
  const double person_days = residents * scenario.days * 4 * static_cast<double>(state.iterations());
  state.counters["person_days_per_second"] = benchmark::Counter(person_days, benchmark::Counter::kIsRate);
  state.counters["s_per_person_day"] =
      benchmark::Counter(person_days, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["events_per_second"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
}

BENCHMARK(commune_days)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace essaim::catalogue
