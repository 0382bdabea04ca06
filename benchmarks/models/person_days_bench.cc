// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#include "benchmarks/models/person_days.h"
#include "engine/parallel/make_executor.h"

// Question: how many ordinary days of persons a second, on the engine and in a plain loop over arrays, and how much
// memory a person takes?

namespace essaim::bench {
namespace {

constexpr std::uint32_t days = 14;  // in one run

Random chance() { return {2026, 0, "days"}; }

PersonDays town_of(std::int64_t persons) {
  return {static_cast<std::uint32_t>(persons) / PersonDays::persons_per_street};
}

/// A world that has begun, and the engine that runs it.
struct Town {
  explicit Town(const PersonDays& town)
      : model{new PersonDaysModel{world, town, chance()}},
        simulation{world, chance(), PersonDays::lookahead(), Time::start_of_day(1'000'000)} {
    simulation.add(1, std::unique_ptr<Model>{model});
    simulation.start();
  }
  std::size_t bytes() const {
    std::size_t sum = world.processes() * (sizeof(std::uint32_t) * (1 + timer_slots));
    for (const auto& table : world.tables()) {
      for (const auto& column : table->columns()) sum += column->values.size() + column->pending.size();
    }
    return sum + simulation.pending() * sizeof(StoredEvent);
  }

  World world;
  PersonDaysModel* model;
  Simulation simulation;
};

void count(benchmark::State& state, const PersonDays& town) {
  const double done = static_cast<double>(town.persons()) * days * static_cast<double>(state.iterations());
  state.counters["person_days_per_second"] = benchmark::Counter(done, benchmark::Counter::kIsRate);
  state.counters["s_per_person_day"] =
      benchmark::Counter(done, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void engine(benchmark::State& state, std::int64_t persons, std::uint32_t threads) {
  const PersonDays town = town_of(persons);
  Town own{town};
  const auto executor =
      parallel::make_executor(threads == 1 ? parallel::Backend::serial : parallel::Backend::tbb, threads);
  std::uint32_t day = 0;
  for (auto _ : state) {
    day += days;
    if (own.simulation.run(Time::start_of_day(day), *executor) != Simulation::Stop::reached) {
      return state.SkipWithError(own.simulation.failure_text().c_str());
    }
  }
  count(state, town);
  state.counters["bytes_per_person"] = static_cast<double>(own.bytes()) / town.persons();
}

void loop(benchmark::State& state, std::int64_t persons) {
  const PersonDays town = town_of(persons);
  PersonDaysLoop own{town, chance()};
  std::uint32_t day = 0;
  for (auto _ : state) {
    for (std::uint32_t i = 0; i < days; ++i) own.run_day(day++);
  }
  count(state, town);
}

bool both_live_the_same_days() {
  const PersonDays town = town_of(64'000);
  Town own{town};
  PersonDaysLoop plain{town, chance()};
  SerialExecutor executor;
  own.simulation.run(Time::start_of_day(40), executor);
  for (std::uint32_t day = 0; day < 40; ++day) plain.run_day(day);
  return plain.equals(own.model->persons());
}

}  // namespace
}  // namespace essaim::bench

int main(int argc, char** argv) {
  using namespace essaim::bench;
  if (!both_live_the_same_days()) {
    std::fputs("person_days_bench: the engine and the loop differ after 40 days\n", stderr);
    return 1;
  }
  for (const std::int64_t persons : {10'048, 100'032, 1'000'000, 10'000'000}) {
    const std::string size = std::to_string(persons);
    benchmark::RegisterBenchmark(("person_days/loop/" + size + "/1").c_str(), loop, persons)->UseRealTime();
    for (const std::uint32_t threads : {1u, 2u}) {
      const std::string name = "person_days/engine/" + size + "/" + std::to_string(threads);
      benchmark::RegisterBenchmark(name.c_str(), engine, persons, threads)->UseRealTime();
    }
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
