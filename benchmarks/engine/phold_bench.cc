// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/engine/phold.h"
#include "benchmarks/engine/reference_engine.h"
#include "engine/parallel/make_executor.h"

// Question: what does an event cost, how does that grow with the events that wait, and what does a second core bring?
// Rows: phold/window/PENDING/THREADS is our engine, phold/reference/PENDING/THREADS one std::priority_queue; other
// loads than the usual one have their name behind.

namespace essaim::bench {
namespace {

constexpr Duration turn = Duration::seconds(4'096);          // what one iteration handles; all lookaheads divide it
constexpr Duration settling = Duration::seconds(8 * 4'096);  // over three mean delays before the clock starts

Phold with_processes(Phold load, std::uint32_t pending) {
  load.processes = pending / Phold::events_per_process;
  return load;
}

class WindowRun {
 public:
  WindowRun(const Phold& load, std::uint32_t pending, std::uint32_t threads)
      : rules_{world_, with_processes(load, pending)},
        simulation_{world_, Phold::random(), load.lookahead(), Phold::end()},
        executor_{threads == 1 ? parallel::make_executor(parallel::Backend::serial, 1)
                               : parallel::make_executor(parallel::Backend::tbb, threads)} {
    simulation_.add(1, std::make_unique<PholdModel>(rules_));
    simulation_.start();
  }
  void advance(Duration time) { simulation_.run(simulation_.now() + time, *executor_); }
  std::uint64_t handled() const { return simulation_.handled(); }
  const World& world() const { return world_; }

 private:
  World world_;
  PholdRules rules_;
  Simulation simulation_;
  std::unique_ptr<Executor> executor_;
};

template <std::size_t words>
class ReferenceRun {
 public:
  ReferenceRun(const Phold& load, std::uint32_t pending, std::uint32_t /*threads*/)
      : rules_{world_, with_processes(load, pending)}, engine_{world_, Phold::random(), pending + 1u} {
    rules_.start(engine_);
    engine_.run(rules_, Time{});
  }
  void advance(Duration time) { engine_.run(rules_, engine_.now() + time); }
  std::uint64_t handled() const { return engine_.handled(); }
  const World& world() const { return world_; }

 private:
  World world_;
  PholdRules rules_;
  ReferenceEngine<words> engine_;
};

std::string digest(const World& world) {
  Sha256 sha;
  world.digest(sha);
  return sha.hex();
}

/// One thread by processor time, which others' work disturbs less; several by the wall clock.
double clock_ns(std::uint32_t threads) {
  if (threads == 1) return static_cast<double>(std::clock()) * (1e9 / CLOCKS_PER_SEC);
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::nano>{now}.count();
}

/// Both engines handle the same events in the same order, process by process.
template <class Reference>
bool same_bits(const Phold& load, std::uint32_t pending, std::uint32_t threads) {
  WindowRun ours{load, pending, threads};
  Reference reference{load, pending, 1};
  ours.advance(turn * 3);
  reference.advance(turn * 3);
  return ours.handled() == reference.handled() && digest(ours.world()) == digest(reference.world());
}

template <class Run, class Reference>
void phold(benchmark::State& state, const Phold& load, std::uint32_t pending, std::uint32_t threads) {
  if (!same_bits<Reference>(load, std::min(pending, 100'000u), threads)) {
    return state.SkipWithError("the engines differ");
  }
  Run run{load, pending, threads};
  run.advance(settling);
  const std::uint64_t before = run.handled();
  const double started_ns = clock_ns(threads);
  for (auto _ : state) run.advance(turn);
  const double ns_per_event = (clock_ns(threads) - started_ns) / static_cast<double>(run.handled() - before);
  state.counters["ns_per_event"] = ns_per_event;
  state.counters["events_per_second"] = 1e9 / ns_per_event;
}

using Row = void (*)(benchmark::State&, const Phold&, std::uint32_t, std::uint32_t);

void add_row(const char* engine, const std::string& load_name, const Phold& load, std::uint32_t pending,
             std::uint32_t threads, Row run) {
  const std::string name = std::string{"phold/"} + engine + "/" + std::to_string(pending) + "/" +
                           std::to_string(threads) + (load_name.empty() ? "" : "/" + load_name);
  auto* row = benchmark::RegisterBenchmark(name.c_str(), run, load, pending, threads)->Unit(benchmark::kMillisecond);
  if (threads > 1) row->UseRealTime();
}

template <class Reference>
void add_rows(const std::string& load_name, const Phold& load, std::initializer_list<std::uint32_t> sizes) {
  for (const std::uint32_t pending : sizes) {
    add_row("window", load_name, load, pending, 1, phold<WindowRun, Reference>);
    add_row("window", load_name, load, pending, 2, phold<WindowRun, Reference>);
    add_row("reference", load_name, load, pending, 1, phold<Reference, Reference>);
  }
}

void add_all_rows() {
  add_rows<ReferenceRun<1>>("", {}, {1'000, 16'000, 100'000, 1'600'000, 10'000'000});
  const auto sizes = {100'000u, 1'600'000u};
  add_rows<ReferenceRun<1>>("lookahead-128", {.lookahead_ticks = 128}, sizes);
  add_rows<ReferenceRun<1>>("lookahead-4096", {.lookahead_ticks = 4'096}, sizes);
  add_rows<ReferenceRun<1>>("remote-0", {.remote = 0}, sizes);
  add_rows<ReferenceRun<1>>("remote-100", {.remote = Phold::share(1.0)}, sizes);
  add_rows<ReferenceRun<1>>("hot-20", {.hot = Phold::share(0.2)}, sizes);
  add_rows<ReferenceRun<4>>("payload-4", {.long_payload = true}, sizes);
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
  add_all_rows();
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
