// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// usage: phold_adevs PROCESSES EVENTS
// PHOLD (benchmarks/engine/phold.h) as adevs would have it, through its public interface: an atomic model a process,
// which holds what it still has to handle and sends one message in four over the pin of a process drawn at random; the
// message says when it is due, for DEVS delivers at once. Delays of 0.1 plus an exponential of mean 0.9, 16 events a
// process. Prints the events it handled and the seconds of the processor they took, without starting.

#include <adevs/adevs.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <list>
#include <memory>
#include <queue>
#include <random>
#include <vector>

namespace {

using Value = adevs::PinValue<double>;

struct Town {
  std::vector<adevs::pin_t> pins;
  std::minstd_rand random{2026};
  std::uint64_t handled = 0;

  double uniform() { return std::uniform_real_distribution<double>{}(random); }
  double delay() { return 0.1 + std::exponential_distribution<double>{1 / 0.9}(random); }
};

class Process : public adevs::Atomic<double> {
 public:
  explicit Process(Town& town) : town_{town} {
    for (int i = 0; i < 16; ++i) due_.push(town_.delay());
  }

  double ta() override { return due_.empty() ? adevs_inf<double>() : std::max(0.0, due_.top() - now_); }
  void output_func(std::list<Value>& out) override {
    next_due_ = due_.top() + town_.delay();
    leaves_ = town_.uniform() < 0.25;
    if (leaves_) out.emplace_back(town_.pins[town_.random() % town_.pins.size()], next_due_);
  }
  void delta_int() override {
    now_ = due_.top();
    due_.pop();
    ++town_.handled;
    if (!leaves_) due_.push(next_due_);
  }
  void delta_ext(double elapsed, const std::list<Value>& in) override {
    now_ += elapsed;
    for (const Value& message : in) due_.push(message.value);
  }
  void delta_conf(const std::list<Value>& in) override {
    delta_int();
    delta_ext(0, in);
  }

 private:
  Town& town_;
  std::priority_queue<double, std::vector<double>, std::greater<>> due_;
  double now_ = 0;
  double next_due_ = 0;
  bool leaves_ = false;
};

double processor_s() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int count, char** words) {
  const std::uint64_t processes = count == 3 ? std::strtoull(words[1], nullptr, 10) : 0;
  if (processes == 0) {
    std::fputs("usage: phold_adevs PROCESSES EVENTS\n", stderr);
    return 2;
  }
  const std::uint64_t events = std::strtoull(words[2], nullptr, 10);
  Town town;
  town.pins.resize(processes);
  auto graph = std::make_shared<adevs::Graph<double>>();
  for (std::uint64_t p = 0; p < processes; ++p) {
    const auto process = std::make_shared<Process>(town);
    graph->add_atomic(process);
    graph->connect(town.pins[p], process);
  }
  adevs::Simulator<double> simulator{graph};
  while (town.handled < 16 * processes) simulator.execNextEvent();  // as long as it takes to be mixed
  const std::uint64_t before = town.handled;
  const double start_s = processor_s();
  while (town.handled < before + events) simulator.execNextEvent();
  std::printf("%llu %.6f\n", static_cast<unsigned long long>(town.handled - before), processor_s() - start_s);
}
