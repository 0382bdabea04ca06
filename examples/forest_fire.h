// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "engine/run/simulation.h"

namespace essaim::examples {

/// A fire that eats its way through a forest, as JuliaDynamics' ABMFrameworksComparison declares it: trees on a square
/// grid with a given density, the left column alight, fire passes to the four neighbours in one step. Each cell is a
/// process; only trees that fire reaches cost anything.
class ForestFire final : public Model {
 public:
  enum Tree : std::uint8_t { empty, green, burning, burnt };
  static constexpr Duration step = Duration::seconds(1);

  ForestFire(World& world, const Random& random, std::uint32_t side, double density)
      : side_{side}, table_{world.add_table("cell", side * side)}, tree_{table_.add<std::uint8_t>("tree")} {
    for (std::uint32_t cell = 0; cell < side * side; ++cell) {
      tree_[cell] = random.draw(Stream{"fire.forest"}, cell, 0).chance(density) ? green : empty;
      if (cell % side == 0) tree_[cell] = burning;
    }
  }
  const Column<std::uint8_t>& tree() const { return tree_; }

  std::string_view name() const override { return "forest fire"; }

  void start(Context& context) override {
    for (std::uint32_t row = 0; row < side_; ++row) context.start_process(table_.process(row * side_), Time{}, spread);
  }

  void handle(const Event& event, Context& context) override {
    const std::uint32_t cell = table_.row(context.self());
    if (event.kind == catch_fire && tree_[cell] != green) return;
    tree_[cell] = burnt;  // within the step in which it burns
    const std::uint32_t x = cell % side_;
    const std::uint32_t y = cell / side_;
    if (x > 0) context.send(table_.process(cell - 1), step, catch_fire);
    if (x + 1 < side_) context.send(table_.process(cell + 1), step, catch_fire);
    if (y > 0) context.send(table_.process(cell - side_), step, catch_fire);
    if (y + 1 < side_) context.send(table_.process(cell + side_), step, catch_fire);
  }

 private:
  static constexpr EventKind spread = event_kind(1, 0);
  static constexpr EventKind catch_fire = event_kind(1, 1);

  std::uint32_t side_;
  Table& table_;
  Column<std::uint8_t> tree_;
};

}  // namespace essaim::examples
