// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/engine/phold.h"
#include "benchmarks/engine/reference_engine.h"
#include "engine/parallel/make_executor.h"

// Question: what does an event cost, how does that grow with the events that wait, and what does a second core bring?
// Rows: phold/window/PENDING/THREADS is our engine, phold/reference/PENDING/THREADS one std::priority_queue.

namespace essaim::bench {
namespace {

constexpr std::int64_t windows_a_turn = 4;      // what one iteration handles
constexpr std::int64_t windows_to_settle = 30;  // three mean delays before the clock starts

class WindowRun {
 public:
  WindowRun(std::uint32_t pending, std::uint32_t threads)
      : rules_{world_, {pending / Phold::events_per_process}},
        simulation_{world_, Phold::random(), Phold::lookahead(), Phold::end()},
        executor_{threads == 1 ? parallel::make_executor(parallel::Backend::serial, 1)
                               : parallel::make_executor(parallel::Backend::tbb, threads)} {
    simulation_.add(1, std::make_unique<PholdModel>(rules_));
    simulation_.start();
  }
  void advance(std::int64_t windows) { simulation_.run(simulation_.now() + Phold::lookahead() * windows, *executor_); }
  std::uint64_t handled() const { return simulation_.handled(); }
  const World& world() const { return world_; }

 private:
  World world_;
  PholdRules rules_;
  Simulation simulation_;
  std::unique_ptr<Executor> executor_;
};

class ReferenceRun {
 public:
  ReferenceRun(std::uint32_t pending, std::uint32_t /*threads*/)
      : rules_{world_, {pending / Phold::events_per_process}}, engine_{world_, Phold::random(), pending + 1u} {
    rules_.start(engine_);
    engine_.run(rules_, Time{});
  }
  void advance(std::int64_t windows) { engine_.run(rules_, engine_.now() + Phold::lookahead() * windows); }
  std::uint64_t handled() const { return engine_.handled(); }
  const World& world() const { return world_; }

 private:
  World world_;
  PholdRules rules_;
  ReferenceEngine engine_;
};

std::string digest(const World& world) {
  Sha256 sha;
  world.digest(sha);
  return sha.hex();
}

/// Both engines handle the same events in the same order, process by process.
bool same_bits(std::uint32_t pending, std::uint32_t threads) {
  WindowRun ours{pending, threads};
  ReferenceRun reference{pending, 1};
  ours.advance(windows_a_turn * 3);
  reference.advance(windows_a_turn * 3);
  return ours.handled() == reference.handled() && digest(ours.world()) == digest(reference.world());
}

template <class Run>
void phold(benchmark::State& state, std::uint32_t pending, std::uint32_t threads) {
  if (!same_bits(std::min(pending, 100'000u), threads)) return state.SkipWithError("the engines differ");
  Run run{pending, threads};
  run.advance(windows_to_settle);
  const std::uint64_t before = run.handled();
  for (auto _ : state) run.advance(windows_a_turn);
  const auto events = static_cast<double>(run.handled() - before);
  state.counters["events_per_second"] = benchmark::Counter(events, benchmark::Counter::kIsRate);
  state.counters["ns_per_event"] =
      benchmark::Counter(events * 1e-9, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void add_row(const char* engine, std::uint32_t pending, std::uint32_t threads,
             void (*run)(benchmark::State&, std::uint32_t, std::uint32_t)) {
  const std::string name =
      std::string{"phold/"} + engine + "/" + std::to_string(pending) + "/" + std::to_string(threads);
  benchmark::RegisterBenchmark(name.c_str(), run, pending, threads)->UseRealTime()->Unit(benchmark::kMillisecond);
}

void add_rows() {
  for (const std::uint32_t pending : {1'000u, 16'000u, 100'000u, 1'600'000u, 10'000'000u}) {
    add_row("window", pending, 1, phold<WindowRun>);
    add_row("window", pending, 2, phold<WindowRun>);
    add_row("reference", pending, 1, phold<ReferenceRun>);
  }
}

/// Rows by the names that were given to them: the library would put "/real_time" behind.
template <class Reporter>
class PlainNames final : public Reporter {
 public:
  void ReportRuns(const std::vector<benchmark::BenchmarkReporter::Run>& runs) override {
    std::vector<benchmark::BenchmarkReporter::Run> plain = runs;
    for (auto& run : plain) run.run_name.time_type.clear();
    Reporter::ReportRuns(plain);
  }
};

}  // namespace
}  // namespace essaim::bench

int main(int argc, char** argv) {
  using namespace essaim::bench;
  const std::vector<std::string> arguments{argv, argv + argc};
  const auto asked = [&](std::string_view start) {
    return std::any_of(arguments.begin(), arguments.end(), [&](const auto& a) { return a.starts_with(start); });
  };
  add_rows();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  PlainNames<benchmark::ConsoleReporter> console;
  PlainNames<benchmark::JSONReporter> json;
  benchmark::BenchmarkReporter* display = &console;
  if (asked("--benchmark_format=json")) display = &json;
  PlainNames<benchmark::JSONReporter> file;
  benchmark::RunSpecifiedBenchmarks(display, asked("--benchmark_out=") ? &file : nullptr);
  benchmark::Shutdown();
}
