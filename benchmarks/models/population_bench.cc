// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "models/catalogue/small_run.h"
#include "models/commune/commune.h"

// Question: how long does it take to draw a population, does that grow in proportion, and what does a person weigh?

namespace essaim::commune {
namespace {

Site sized(double residents) {
  Site site = catalogue::small_scenario(1).sites[0];
  const auto set = [&](FigureId id, double value) {
    site.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2021, "bench", Mark::published, false, true};
  };
  set(FigureId::population, residents);
  set(FigureId::households, residents / 2.3);
  set(FigureId::residents_15_64, 0.6 * residents);
  set(FigureId::active_15_64, 0.45 * residents);
  set(FigureId::unemployed_15_64, 0.05 * residents);
  set(FigureId::households_with_car, 0.87);
  return site;
}

FigureValues values_of(const Site& site) {
  FigureValues values{};
  for (std::size_t i = 0; i < figure_count; ++i) values[i] = site.value(static_cast<FigureId>(i));
  return values;
}

template <class T>
double bytes_of(const std::vector<T>& column) {
  return static_cast<double>(column.capacity() * sizeof(T));
}

double bytes_of(const Population& p) {
  return bytes_of(p.type) + bytes_of(p.persons) + bytes_of(p.first_person) + bytes_of(p.consumption_units) +
         bytes_of(p.income_per_unit_eur) + bytes_of(p.cars) + bytes_of(p.bikes) + bytes_of(p.weakness) +
         bytes_of(p.dwelling) + bytes_of(p.tenure) + bytes_of(p.period) + bytes_of(p.label) + bytes_of(p.heating) +
         bytes_of(p.area_m2) + bytes_of(p.age) + bytes_of(p.sex) + bytes_of(p.activity) + bytes_of(p.care_homes.age) +
         bytes_of(p.care_homes.sex);
}

void population(benchmark::State& state) {
  const Site site = sized(static_cast<double>(state.range(0)));
  const FigureValues values = values_of(site);
  const KnownFigures known = site.known();
  std::uint32_t replicate = 0;
  double bytes = 0;
  for (auto _ : state) {
    const Population people = draw_population(values, known, Parameters{}, Random{1, replicate++, site.id});
    bytes = bytes_of(people);
    benchmark::DoNotOptimize(people.age.data());
  }
  const auto persons = static_cast<double>(state.range(0));
  state.counters["persons_per_second"] =
      benchmark::Counter(persons * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["bytes_per_person"] = bytes / persons;
}

/// The whole commune, roads and ties included, as each replicate makes it.
void whole_commune(benchmark::State& state) {
  const Site site = sized(static_cast<double>(state.range(0)));
  std::uint32_t replicate = 0;
  for (auto _ : state) {
    const Commune commune = make_commune(site, Parameters{}, Uncertainty::drawn, {Date{2026, 6, 1}, 30, {}, {}},
                                         Random{1, replicate++, site.id});
    benchmark::DoNotOptimize(commune.places.nodes.data());
  }
}

BENCHMARK(population)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_commune)->Arg(1'000)->Arg(7'000)->Arg(20'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace essaim::commune
