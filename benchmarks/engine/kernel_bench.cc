// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>

#include "engine/parallel/make_executor.h"
#include "engine/run/simulation.h"

// Questions: what does an event cost in a batch, against one by one? an alarm that is put off again and again, against
// one that rings? a message to one process that everybody writes to (a hub), against messages spread over all?

namespace essaim::bench {
namespace {

constexpr Duration window = Duration::seconds(900);
constexpr EventKind turn = event_kind(1, 0);
constexpr EventKind letter = event_kind(1, 1);
constexpr EventKind alarm = event_kind(1, 2);

enum class Load : std::int64_t { one_by_one, in_batches, alarms_put_off, alarms_that_ring, to_a_hub, to_all };

/// Processes that all have one turn in each window, in which they do what the load says.
class Crowd final : public Model {
 public:
  Crowd(World& world, std::uint32_t processes, Load load)
      : load_{load}, table_{world.add_table("process", processes)}, turn_{table_.add<std::uint32_t>("turn")} {
    stock_ = table_.add<float>("stock");
    sum_ = table_.add<std::uint64_t>("sum");
  }
  std::string_view name() const override { return "crowd"; }
  void start(Context& context) override {
    for (std::uint32_t p = 0; p < table_.rows(); ++p) context.start_process(table_.process(p), Time::at(p % 900), turn);
  }
  bool takes_batches(EventKind kind) const override { return load_ == Load::in_batches && kind == turn; }
  void handle_batch(Batch& batch) override {
    for (std::size_t i = 0; i < batch.size(); ++i) Crowd::handle(batch.events()[i], batch.context(i));
  }
  void handle(const Event& event, Context& context) override {
    const std::uint32_t me = event.to.index();
    sum_[me] += event.at.count();
    if (event.kind != turn) return;
    ++turn_[me];
    stock_[me] = stock_[me] > 1.0f ? stock_[me] - 1.0f : stock_[me] + 7.0f;
    if (load_ == Load::alarms_put_off) context.set_timer(0, context.now() + window * 60, alarm);
    if (load_ == Load::alarms_that_ring) context.schedule(context.now() + window * 60, alarm);
    if (load_ == Load::to_a_hub) context.send(table_.process(0), window, letter);
    if (load_ == Load::to_all) context.send(table_.process(mix32(me + turn_[me]) % table_.rows()), window, letter);
    context.schedule(context.now() + window, turn);
  }

 private:
  Load load_;
  Table& table_;
  Column<std::uint32_t> turn_;
  Column<float> stock_;
  Column<std::uint64_t> sum_;
};

void crowd(benchmark::State& state, Load load, parallel::Backend backend) {
  World world;
  const auto processes = static_cast<std::uint32_t>(state.range(0));
  auto model = std::make_unique<Crowd>(world, processes, load);
  Simulation simulation{world, Random{1, 0, "crowd"}, window, Time{} + window * (std::int64_t{1} << 30)};
  simulation.add(1, std::move(model));
  simulation.start();
  const auto executor = parallel::make_executor(backend, 2);
  simulation.run(Time{} + window * 80, *executor);
  const std::uint64_t before = simulation.handled() + simulation.cancelled();
  for (auto _ : state) simulation.run(simulation.now() + window, *executor);
  const auto events = static_cast<double>(simulation.handled() + simulation.cancelled() - before);
  state.counters["events_per_second"] = benchmark::Counter(events, benchmark::Counter::kIsRate);
  state.counters["ns_per_event"] =
      benchmark::Counter(events * 1e-9, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["event_bytes"] = static_cast<double>(simulation.event_bytes());
}

constexpr auto serial = parallel::Backend::serial;
constexpr auto two_cores = parallel::Backend::tbb;
BENCHMARK_CAPTURE(crowd, one_by_one, Load::one_by_one, serial)->Arg(100'000);
BENCHMARK_CAPTURE(crowd, in_batches, Load::in_batches, serial)->Arg(100'000);
BENCHMARK_CAPTURE(crowd, alarms_that_ring, Load::alarms_that_ring, serial)->Arg(10'000);
BENCHMARK_CAPTURE(crowd, alarms_put_off, Load::alarms_put_off, serial)->Arg(10'000);
BENCHMARK_CAPTURE(crowd, to_all, Load::to_all, serial)->Arg(10'000)->Arg(100'000);
BENCHMARK_CAPTURE(crowd, to_a_hub, Load::to_a_hub, serial)->Arg(10'000)->Arg(100'000)->Arg(400'000);
BENCHMARK_CAPTURE(crowd, to_all_on_two_cores, Load::to_all, two_cores)->Arg(100'000)->UseRealTime();
BENCHMARK_CAPTURE(crowd, to_a_hub_on_two_cores, Load::to_a_hub, two_cores)->Arg(100'000)->UseRealTime();

}  // namespace
}  // namespace essaim::bench
