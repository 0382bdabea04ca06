// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/run/simulation.h"

namespace essaim::examples {

/// Schelling's model of segregation (1971), as JuliaDynamics' ABMFrameworksComparison declares it: people of two groups
/// on a grid with borders, one a cell; who has too few of their own among the eight cells around moves to a random free
/// cell; it ends when all are happy. People and cells are processes. All look around at once; who moves asks the cell,
/// and of two who want it the cell takes one, so that no order of activation is needed.
class Schelling final : public Model {
 public:
  static constexpr std::uint32_t side = 40, people = 1'000, wanted_neighbours = 3;
  static constexpr Duration window = Duration::minutes(15);

  Schelling(World& world, const Random& random)
      : cells_{world.add_table("cell", side * side)}, persons_{world.add_table("person", people)} {
    std::vector<std::uint32_t> places(side * side);
    std::iota(places.begin(), places.end(), 0u);
    for (std::uint32_t p = 0; p < people; ++p) {
      std::swap(places[p], places[p + random.draw(Stream{"schelling.place"}, p, 0).below(side * side - p)]);
      cell_[p] = places[p];
      occupant_.initialise(places[p], group(p));
    }
  }
  const Published<std::uint8_t>& occupants() const { return occupant_; }
  const Column<std::uint32_t>& homes() const { return cell_; }
  const Column<std::uint8_t>& happy() const { return happy_; }
  static std::uint8_t group(std::uint32_t person) { return person % 2 == 0 ? 1 : 2; }  ///< 0 is a free cell

  std::string_view name() const override { return "Schelling"; }

  void start(Context& context) override {
    for (std::uint32_t p = 0; p < people; ++p) context.start_process(persons_.process(p), Time{}, look);
  }

  void handle(const Event& event, Context& context) override {
    if (event.kind == look) return look_around(persons_.row(context.self()), context);
    if (event.kind == move_in) return move(persons_.row(context.self()), event.payload[0], context);
    const std::uint32_t cell = cells_.row(context.self());
    if (event.kind == leave) return context.publish(occupant_, cell, std::uint8_t{0});
    if (occupant_.latest(cell) != 0) return;  // taken: the person will try again
    context.publish(occupant_, cell, group(persons_.row(event.from)));
    context.send(event.from, window, move_in, {cell});
  }

 private:
  void look_around(std::uint32_t me, Context& context) {
    std::uint32_t alike = 0;
    const std::uint32_t x = cell_[me] % side, y = cell_[me] / side;
    for (std::uint32_t v = y - (y > 0); v <= y + (y + 1 < side); ++v) {
      for (std::uint32_t u = x - (x > 0); u <= x + (x + 1 < side); ++u) alike += occupant_[v * side + u] == group(me);
    }
    happy_[me] = alike - 1 >= wanted_neighbours;  // it counted itself
    if (happy_[me] != 0) return;
    Draw draw = context.draw(Stream{"schelling.move"}, me, ++turn_[me]);
    std::uint32_t goal = draw.below(side * side);
    while (occupant_[goal] != 0) goal = draw.below(side * side);
    context.send(cells_.process(goal), window, ask);
    context.schedule_in(window * 4, look);  // by when it has moved, if it could, and its old cell is free
  }
  void move(std::uint32_t me, std::uint32_t to, Context& context) {
    context.send(cells_.process(std::exchange(cell_[me], to)), window, leave);
  }

  static constexpr EventKind look = event_kind(1, 0), ask = event_kind(1, 1), move_in = event_kind(1, 2),
                             leave = event_kind(1, 3);
  Table& cells_;
  Table& persons_;
  Published<std::uint8_t> occupant_ = cells_.publish<std::uint8_t>("occupant");  ///< 0 free, else the group
  Column<std::uint32_t> cell_ = persons_.add<std::uint32_t>("cell");
  Column<std::uint8_t> happy_ = persons_.add<std::uint8_t>("happy");
  Column<std::uint32_t> turn_ = persons_.add<std::uint32_t>("turn");
};

}  // namespace essaim::examples
