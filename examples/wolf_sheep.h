// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "engine/run/simulation.h"

namespace essaim::examples {

/// Wolves, sheep and grass, with the rules and figures of JuliaDynamics' ABMFrameworksComparison: in each step all
/// sheep act in a random order, then all wolves, then the grass grows. What one animal does, the next one sees at once,
/// so the whole meadow is one process, and its animals and cells are rows that this process alone reads and writes.
class WolfSheep final : public Model {
 public:
  static constexpr std::uint32_t side = 25, cells = side * side, most = 20'000;  // animals of a kind
  static constexpr std::uint32_t regrowth = 20;                                  // steps
  static constexpr Duration step = Duration::seconds(1);

  /// Animals of one kind: rows 0 to count - 1 live. One that has died is taken out at the end of its kind's turn.
  struct Herd {
    Herd(World& world, std::string_view name, double gain_, double births_)
        : table{world.add_table(name, most)}, gain{gain_}, births{births_} {}
    Table& table;
    double gain;                                          ///< energy of one meal
    double births;                                        ///< probability a step
    Column<double> energy = table.add<double>("energy");  ///< minus infinity, nearly, of one that was eaten
    Column<std::uint32_t> cell = table.add<std::uint32_t>("cell");
    Column<std::uint32_t> order = table.add<std::uint32_t>("order");
    Column<std::uint32_t> next_here = table.add<std::uint32_t>("next_here");  ///< list of those of a cell, row + 1
  };

  /// A wolf looks for sheep in that many cells: 9 as declared, where most seeds soon leave the meadow empty; 1, its
  /// own, as the implementations beside the declaration do.
  WolfSheep(World& world, const Random& random, std::uint32_t wolf_cells = 9)
      : wolf_cells_{wolf_cells},
        meadow_{world.add_table("meadow", 2)},
        grass_{world.add_table("cell", cells)},
        sheep_{world, "sheep", 5.0, 0.2},
        wolves_{world, "wolf", 13.0, 0.1},
        count_{meadow_.add<std::uint32_t>("count")} {
    Draw draw = random.draw(Stream{"wolf_sheep.start"}, 0, 0);
    for (std::uint32_t c = 0; c < cells; ++c) grows_[c] = draw.below(2) == 0 ? 0 : 1 + draw.below(regrowth);
    for (; count_[sheep] < 60; ++count_[sheep]) settle(sheep_, count_[sheep], draw);
    for (; count_[wolf] < 40; ++count_[wolf]) settle(wolves_, count_[wolf], draw);
  }
  std::uint32_t sheep_count() const { return count_[sheep]; }
  std::uint32_t wolf_count() const { return count_[wolf]; }

  std::string_view name() const override { return "wolf and sheep"; }
  void start(Context& context) override { context.start_process(meadow_.process(0), Time{}, turn); }

  void handle(const Event&, Context& context) override {
    Draw draw = context.draw(Stream{"wolf_sheep.step"}, 0, static_cast<std::uint32_t>(context.now().count()));
    act(sheep_, sheep, 1.0, draw, [&](std::uint32_t s) {
      if (grows_[sheep_.cell[s]] != 0) return false;
      grows_[sheep_.cell[s]] = regrowth;
      return true;
    });
    for (std::uint32_t c = 0; c < cells; ++c) first_here_[c] = 0;
    for (std::uint32_t s = 0; s < count_[sheep]; ++s) {
      sheep_.next_here[s] = std::exchange(first_here_[sheep_.cell[s]], s + 1);
    }
    act(wolves_, wolf, 0.0, draw, [&](std::uint32_t w) { return eat_near(wolves_.cell[w]); });
    bury(sheep_, sheep, 0.0);  // those that were eaten
    for (std::uint32_t c = 0; c < cells; ++c) grows_[c] -= grows_[c] > 0 ? 1 : 0;
    if (count_[sheep] + count_[wolf] > most) return context.fail("meadow.full", "more animals than there are rows");
    context.schedule_in(step, turn);
  }

 private:
  /// One turn of all animals of a kind: walk, hunger, a meal, death below `least` energy, birth.
  template <class Eat>
  void act(Herd& herd, std::uint32_t kind, double least, Draw& draw, Eat eat) {
    const std::uint32_t alive = count_[kind];
    for (std::uint32_t i = 0; i < alive; ++i) {
      const std::uint32_t j = draw.below(i + 1);
      herd.order[i] = herd.order[j];
      herd.order[j] = i;
    }
    for (std::uint32_t i = 0; i < alive; ++i) {
      const std::uint32_t me = herd.order[i];
      herd.cell[me] = neighbour(herd.cell[me], draw.below(8));
      herd.energy[me] += eat(me) ? herd.gain - 1 : -1;
      if (herd.energy[me] < least || !draw.chance(herd.births) || count_[kind] == most) continue;
      herd.energy[me] /= 2;
      const std::uint32_t child = count_[kind]++;
      herd.energy[child] = herd.energy[me];
      herd.cell[child] = herd.cell[me];
    }
    bury(herd, kind, least);
  }
  void bury(Herd& herd, std::uint32_t kind, double least) {
    for (std::uint32_t a = 0; a < count_[kind];) {
      if (herd.energy[a] >= least) {
        ++a;
        continue;
      }
      const std::uint32_t last = --count_[kind];
      herd.energy[a] = herd.energy[last];
      herd.cell[a] = herd.cell[last];
    }
  }
  bool eat_near(std::uint32_t cell) {
    for (std::uint32_t box = 0; box < wolf_cells_; ++box) {
      std::uint32_t& first = first_here_[box == 0 ? cell : neighbour(cell, box - 1)];
      if (first == 0) continue;
      const std::uint32_t eaten = first - 1;
      first = sheep_.next_here[eaten];
      sheep_.energy[eaten] = -1e300;
      return true;
    }
    return false;
  }
  /// One of the eight cells around; the meadow wraps round.
  static std::uint32_t neighbour(std::uint32_t cell, std::uint32_t direction) {
    const std::uint32_t box = direction < 4 ? direction : direction + 1;  // of 3 x 3, without the middle
    const std::uint32_t x = (cell % side + side + box % 3 - 1) % side, y = (cell / side + side + box / 3 - 1) % side;
    return y * side + x;
  }
  static void settle(Herd& herd, std::uint32_t row, Draw& draw) {
    herd.cell[row] = draw.below(cells);
    herd.energy[row] = draw.uniform(1, 2 * herd.gain);
  }

  static constexpr EventKind turn = event_kind(1, 0);
  static constexpr std::uint32_t sheep = 0, wolf = 1;
  std::uint32_t wolf_cells_;
  Table& meadow_;
  Table& grass_;
  Herd sheep_;
  Herd wolves_;
  Column<std::uint32_t> count_;                                       ///< living animals by kind
  Column<std::uint32_t> grows_ = grass_.add<std::uint32_t>("grows");  ///< steps until there is grass; 0: there is
  Column<std::uint32_t> first_here_ = grass_.add<std::uint32_t>("first_here");
};

}  // namespace essaim::examples
