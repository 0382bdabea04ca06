// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <bitset>
#include <cstdint>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "benchmarks/engine/reference_engine.h"
#include "benchmarks/models/commune_events.h"
#include "models/catalogue/arm.h"
#include "models/catalogue/small_run.h"

// Question: is a small commune ever slower on our engine than on one std::priority_queue?
// Rows: commune500/window and commune500/reference handle the events of 60 days of 500 residents, as they were
// recorded, with handlers that only ask for the next ones. An iteration is all 60 days.

namespace essaim::bench {
namespace {

constexpr double residents = 500;
constexpr std::uint32_t days = 60;

catalogue::Scenario scenario() {
  catalogue::Scenario scenario = catalogue::small_scenario(1);
  const auto resize = [&](commune::FigureId id, double value) {
    commune::Figure& figure = scenario.sites[0].figures[static_cast<std::size_t>(id)];
    figure.value = value;
    figure.range = {value, value};
  };
  resize(commune::FigureId::population, residents);
  resize(commune::FigureId::households, residents / 2.4);
  scenario.days = days;
  return scenario;
}

struct Recording {
  std::uint32_t processes = 0;
  Duration lookahead;
  std::uint64_t handled = 0;
  std::unique_ptr<CommuneEvents> events;
};

/// The last variant's arm with shocks: all its measures at work.
Recording record() {
  const catalogue::Scenario of_500 = scenario();
  const catalogue::SharedDraw shared{of_500, 0, 0};
  catalogue::Arm arm{of_500, shared, of_500.variants.back(), catalogue::Shocks::with};
  std::vector<EventTrace> traces(arm.world().processes());
  for (std::uint32_t p = 0; p < traces.size(); ++p) arm.simulation().observe(ProcessId{p}, &traces[p]);
  SerialExecutor executor;
  while (arm.run_day(executor)) {
  }
  return {arm.world().processes(), of_500.lookahead, arm.simulation().handled(),
          std::make_unique<CommuneEvents>(traces, arm.simulation().routines())};
}

const Recording& recording() {
  static const Recording once = record();
  return once;
}

Random random() { return Random{2026, 0, "replay"}; }
constexpr Time end() { return Time::start_of_day(days); }

class WindowRun {
 public:
  WindowRun()
      : rules_{world_, recording().processes, *recording().events},
        simulation_{world_, random(), recording().lookahead, end()} {
    std::bitset<256> themes;
    for (const auto& event : recording().events->events) themes.set(model_of(event.kind));
    bool starts = true;
    for (unsigned theme = 0; theme < 256; ++theme) {
      if (!themes[theme]) continue;
      std::vector<Routine> routines = recording().events->routines;
      std::erase_if(routines, [&](const Routine& one) { return model_of(one.kind) != theme; });
      simulation_.add(static_cast<std::uint8_t>(theme),
                      std::make_unique<ReplayModel>(rules_, starts, std::move(routines)));
      starts = false;
    }
    simulation_.start();
  }
  void run_to(Time until) { simulation_.run(until, executor_); }
  std::uint64_t handled() const { return simulation_.handled(); }
  const World& world() const { return world_; }
  Simulation& simulation() { return simulation_; }

 private:
  World world_;
  ReplayRules rules_;
  Simulation simulation_;
  SerialExecutor executor_;
};

class ReferenceRun {
 public:
  ReferenceRun()
      : rules_{world_, recording().processes, *recording().events},
        engine_{world_, random(), recording().events->size()} {
    rules_.start(engine_);
    rules_.start_routines(engine_);
  }
  void run_to(Time until) { engine_.run(rules_, until); }
  std::uint64_t handled() const { return engine_.handled(); }
  const World& world() const { return world_; }

 private:
  World world_;
  ReplayRules rules_;
  ReferenceEngine<4> engine_;
};

template <class Run>
std::string digest_at_end() {
  Run run;
  run.run_to(end());
  Sha256 sha;
  run.world().digest(sha);
  return sha.hex() + std::to_string(run.handled());
}

bool same_events() {
  return digest_at_end<WindowRun>() == digest_at_end<ReferenceRun>() &&
         recording().handled == recording().events->size();
}

double events_a_window() {
  WindowRun run;
  Profile profile;
  run.simulation().profile(&profile);
  run.run_to(end());
  return profile.events_a_window();
}

/// 60 days, day by day, as an arm runs them.
template <class Run>
void commune(benchmark::State& state) {
  static const bool same = same_events();
  if (!same) return state.SkipWithError("the engines differ");
  std::clock_t ticks = 0;
  for (auto _ : state) {
    state.PauseTiming();
    Run run;
    const std::clock_t started = std::clock();
    state.ResumeTiming();
    for (std::uint32_t day = 1; day <= days; ++day) run.run_to(Time::start_of_day(day));
    ticks += std::clock() - started;
  }
  const auto events = static_cast<double>(recording().events->size());
  state.counters["events"] = events;
  state.counters["ns_per_event"] =
      static_cast<double>(ticks) * (1e9 / CLOCKS_PER_SEC) / (events * static_cast<double>(state.iterations()));
  state.counters["events_a_window"] = events_a_window();
}

BENCHMARK(commune<WindowRun>)->Name("commune500/window")->Unit(benchmark::kMicrosecond);
BENCHMARK(commune<ReferenceRun>)->Name("commune500/reference")->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace essaim::bench
