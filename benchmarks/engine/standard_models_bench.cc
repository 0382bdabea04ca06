// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <type_traits>

#include "engine/run/simulation.h"
#include "examples/epidemic.h"
#include "examples/flocking.h"
#include "examples/forest_fire.h"
#include "examples/queue.h"
#include "examples/schelling.h"
#include "examples/wolf_sheep.h"

// Question: how long does a standard model take through the public interface? One iteration makes a model and runs it
// once, each time with another seed, as JuliaDynamics' ABMFrameworksComparison does; sizes and steps are as declared
// there for Schelling, Flocking, Wolf-Sheep and Forest Fire.

namespace essaim::examples {
namespace {

/// One whole run; the events that it handled, or 0 if the model failed.
template <class ModelType, class... Setup>
std::uint64_t play(std::uint64_t seed, Duration window, std::int64_t windows, const Setup&... setup) {
  World world;
  const Random random{seed, 0, "bench"};
  std::unique_ptr<ModelType> model;
  if constexpr (std::is_constructible_v<ModelType, World&, const Random&, Setup...>) {
    model = std::make_unique<ModelType>(world, random, setup...);
  } else {
    model = std::make_unique<ModelType>(world, setup...);
  }
  const Time end = Time{} + window * windows;
  Simulation simulation{world, random, window, end};
  simulation.add(1, std::move(model));
  simulation.start();
  SerialExecutor executor;
  return simulation.run(end, executor) == Simulation::Stop::reached ? simulation.handled() : 0;
}

template <class ModelType, class... Setup>
void standard(benchmark::State& state, Duration window, std::int64_t windows, const Setup&... setup) {
  std::uint64_t events = 0;
  std::uint64_t seed = 0;
  for (auto _ : state) {
    const std::uint64_t handled = play<ModelType>(++seed, window, windows, setup...);
    if (handled == 0) return state.SkipWithError("the model failed");
    events += handled;
  }
  state.counters["events"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kAvgIterations);
}

template <class ModelType, class... Setup>
void row(const char* name, Duration window, std::int64_t windows, const Setup&... setup) {
  benchmark::RegisterBenchmark(name, [=](benchmark::State& state) {
    standard<ModelType>(state, window, windows, setup...);
  })->Unit(benchmark::kMillisecond);
}

void add_rows() {
  row<Schelling>("schelling/small", Schelling::window, 20 * 4);  // who looks around does so every fourth window
  row<Flocking>("flocking/small", Flocking::step, 100, Flocking::Setup{});
  row<Flocking>("flocking/large", Flocking::step, 100, Flocking::Setup{150.0, 400, 15.0});
  row<WolfSheep>("wolf_sheep/small", WolfSheep::step, 100, 1u);  // wolves eat in their own cell, as in the others
  row<ForestFire>("forest_fire/small", ForestFire::step, 100, 100u, 0.7);
  row<ForestFire>("forest_fire/large", ForestFire::step, 100, 500u, 0.9);
  // A million customers at a load of 0.9 come in 1.11e9 s; a window is 900 s.
  row<Queue>("queue/1000000_customers", Queue::walk, 1'234'568, 1'000 / 0.9, 1'000.0);
  row<Epidemic>("epidemic/20000_persons", Epidemic::window, 400 * 96, Epidemic::Setup{});
}

}  // namespace
}  // namespace essaim::examples

int main(int argc, char** argv) {
  essaim::examples::add_rows();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
