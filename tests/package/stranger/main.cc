// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// A model of somebody else's: two bells, each of which rings once a day.

#include <cstdint>
#include <iostream>
#include <memory>
#include <numeric>
#include <string_view>

#include "engine/run/simulation.h"

using namespace essaim;

namespace {

constexpr EventKind ring = event_kind(1, 0);

class Bells final : public Model {
 public:
  explicit Bells(World& world) : table_{world.add_table("bells", 2)}, rings_{table_.add<std::uint32_t>("rings")} {}

  std::string_view name() const override { return "stranger.bells"; }

  void start(Context& context) override {
    for (std::uint32_t bell = 0; bell < table_.rows(); ++bell) {
      context.start_process(table_.process(bell), Time::at(6 * 3'600), ring);
    }
  }

  void handle(const Event& event, Context& context) override {
    ++rings_[table_.row(event.to)];
    context.schedule_in(Duration::days(1), ring);
  }

 private:
  Table& table_;
  Column<std::uint32_t> rings_;
};

}  // namespace

int main() {
  World world;
  auto bells = std::make_unique<Bells>(world);
  const Time end = Time::start_of_day(10);

  Simulation simulation{world, Random{2026, 0, "village"}, Duration::hours(1), end};
  simulation.add(1, std::move(bells));
  simulation.start();
  SerialExecutor executor;
  const bool reached = simulation.run(end, executor) == Simulation::Stop::reached;

  std::cout << simulation.handled() << " rings in " << end.day() << " days\n";
  return reached ? 0 : 1;
}
