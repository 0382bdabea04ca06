// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/parallel/make_executor.h"
#include "examples/epidemic.h"
#include "examples/flocking.h"
#include "examples/forest_fire.h"
#include "examples/queue.h"
#include "examples/schelling.h"
#include "examples/wolf_sheep.h"

// The standard models against closed forms, plain loops and their own declarations.

namespace essaim::examples {
namespace {

/// A model in its world, run to the end of some windows.
template <class ModelType>
class Play {
 public:
  template <class... Setup>
  explicit Play(std::uint64_t seed, const Setup&... setup) : random{seed, 0, "example"} {
    if constexpr (std::is_constructible_v<ModelType, World&, const Random&, Setup...>) {
      owned_ = std::make_unique<ModelType>(world, random, setup...);
    } else {
      owned_ = std::make_unique<ModelType>(world, setup...);
    }
    model = owned_.get();
  }
  /// Until nothing is left to happen, or the end.
  void run(Duration window, std::int64_t windows, std::uint32_t workers = 1) {
    simulation.emplace(world, random, window, Time{} + window * windows);
    simulation->share_out_from(100);
    simulation->add(1, std::move(owned_));
    simulation->start();
    const auto executor = parallel::make_executor(parallel::Backend::threads, workers);
    ASSERT_EQ(simulation->run(Time{} + window * windows, *executor), Simulation::Stop::reached)
        << simulation->failure_text();
  }
  std::string digest() const {
    Sha256 sha;
    world.digest(sha);
    return sha.hex();
  }

  World world;
  Random random;
  ModelType* model = nullptr;
  std::optional<Simulation> simulation;

 private:
  std::unique_ptr<ModelType> owned_;
};

class QueueAt : public testing::TestWithParam<double> {};

TEST_P(QueueAt, holds_as_many_customers_as_theory_says) {
  const double load = GetParam();
  constexpr double service_s = 1'000;  // whole seconds change exponential times by less than 0.1 %
  Play<Queue> play{3, service_s / load, service_s};
  play.run(Queue::walk, 400'000);  // 11 years: 180,000 customers at a load of 0.5
  const auto customers = static_cast<double>(play.model->served());
  EXPECT_NEAR(customers, 400'000 * 900 * load / service_s, 4 * std::sqrt(customers));
  EXPECT_NEAR(play.model->idle_share(), 1 - load, 0.01);
  EXPECT_NEAR(play.model->mean_present(), load / (1 - load), 0.06 * load / (1 - load));
}

INSTANTIATE_TEST_SUITE_P(Loads, QueueAt, testing::Values(0.2, 0.5, 0.8));

/// Share that is ever infected: z = 1 - s0 exp(-R0 z), by fixed-point iteration.
double final_size(double reproduction, double infected_at_start) {
  double z = 0.5;
  for (int i = 0; i < 200; ++i) z = 1 - (1 - infected_at_start) * std::exp(-reproduction * z);
  return z;
}

TEST(Epidemic, infects_as_many_as_the_final_size_equation_says) {
  for (const double meetings : {0.3, 0.4, 0.6}) {
    Epidemic::Setup setup;
    setup.meetings_a_day = meetings;
    Play<Epidemic> play{5, setup};
    play.run(Epidemic::window, 400 * 96);
    EXPECT_EQ(play.model->count(Epidemic::infected), 0u) << "it is over";
    EXPECT_EQ(play.simulation->pending(), 0u);
    const double share = play.model->count(Epidemic::recovered) / static_cast<double>(setup.persons);
    EXPECT_NEAR(share, final_size(meetings * setup.mean_days_infected, 0.01), 0.02) << meetings;
  }
}

/// The automaton of the declaration, step by step over all cells.
std::vector<std::uint8_t> burnt_by_loop(std::vector<std::uint8_t> tree, std::uint32_t side, std::uint32_t steps) {
  for (std::uint32_t step = 0; step < steps; ++step) {
    std::vector<std::uint8_t> next = tree;
    for (std::uint32_t cell = 0; cell < side * side; ++cell) {
      if (tree[cell] != ForestFire::burning) continue;
      next[cell] = ForestFire::burnt;
      const std::uint32_t x = cell % side, y = cell / side;
      const auto light = [&](bool inside, std::uint32_t other) {
        if (inside && tree[other] == ForestFire::green) next[other] = ForestFire::burning;
      };
      light(x > 0, cell - 1);
      light(x + 1 < side, cell + 1);
      light(y > 0, cell - side);
      light(y + 1 < side, cell + side);
    }
    tree = next;
  }
  return tree;
}

TEST(ForestFire, burns_the_same_trees_as_a_plain_automaton) {
  for (const double density : {0.5, 0.7, 0.9}) {
    constexpr std::uint32_t side = 100;
    Play<ForestFire> play{1, side, density};
    const auto before = play.model->tree().values();
    const std::vector<std::uint8_t> expected = burnt_by_loop({before.begin(), before.end()}, side, side);
    play.run(ForestFire::step, side, 2);
    std::uint32_t burnt = 0;
    for (std::uint32_t cell = 0; cell < side * side; ++cell) {
      const bool is_burnt = play.model->tree()[cell] == ForestFire::burnt;
      ASSERT_EQ(is_burnt, expected[cell] == ForestFire::burnt) << "cell " << cell;
      burnt += is_burnt ? 1 : 0;
    }
    EXPECT_GT(burnt, side);
  }
}

TEST(Schelling, ends_with_all_happy_and_one_person_a_cell) {
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    Play<Schelling> play{seed};
    play.run(Schelling::window, 4'000);
    EXPECT_EQ(play.simulation->pending(), 0u) << "nobody wants to move any more";
    std::vector<int> persons(Schelling::side * Schelling::side);
    for (std::uint32_t p = 0; p < Schelling::people; ++p) {
      const std::uint32_t cell = play.model->homes()[p];
      ++persons[cell];
      EXPECT_EQ(play.model->happy()[p], 1);
      EXPECT_EQ(play.model->occupants()[cell], Schelling::group(p));
    }
    for (std::uint32_t cell = 0; cell < persons.size(); ++cell) {
      EXPECT_LE(persons[cell], 1);
      EXPECT_EQ(persons[cell] == 1, play.model->occupants()[cell] != 0);
    }
  }
}

TEST(Flocking, moves_as_the_declared_rule_in_a_plain_loop_and_comes_to_fly_alike) {
  const Flocking::Setup setup;
  Play<Flocking> play{4, setup};
  std::vector<double> x(play.model->x().values().begin(), play.model->x().values().end());
  std::vector<double> y(play.model->y().values().begin(), play.model->y().values().end());
  std::vector<double> u(play.model->u().values().begin(), play.model->u().values().end());
  std::vector<double> v(play.model->v().values().begin(), play.model->v().values().end());
  const auto alike = [](const auto& us, const auto& vs) {
    double sum_u = 0, sum_v = 0;
    for (std::size_t i = 0; i < 200; ++i) sum_u += us[i], sum_v += vs[i];
    return std::sqrt(sum_u * sum_u + sum_v * sum_v) / 200;
  };
  const double before = alike(u, v);
  for (int step = 0; step < 100; ++step) {
    const auto x0 = x, y0 = y, u0 = u, v0 = v;
    for (std::size_t me = 0; me < 200; ++me) {
      double n = 0, cx = 0, cy = 0, sx = 0, sy = 0, mx = 0, my = 0;
      for (std::size_t other = 0; other < 200; ++other) {
        if (other == me) continue;
        double dx = x0[other] - x0[me], dy = y0[other] - y0[me];
        if (dx > 50) dx -= 100;
        if (dx < -50) dx += 100;
        if (dy > 50) dy -= 100;
        if (dy < -50) dy += 100;
        if (std::sqrt(dx * dx + dy * dy) > 5.0) continue;
        n += 1, cx += dx, cy += dy, mx += u0[other], my += v0[other];
        if (std::sqrt(dx * dx + dy * dy) < 1.0) sx -= dx, sy -= dy;
      }
      n = n > 0 ? n : 1;
      const double un = (u0[me] + cx / n * 0.03 + sx / n * 0.015 + mx / n * 0.05) / 2;
      const double vn = (v0[me] + cy / n * 0.03 + sy / n * 0.015 + my / n * 0.05) / 2;
      const double norm = std::sqrt(un * un + vn * vn);
      u[me] = un / norm, v[me] = vn / norm;
      x[me] = std::fmod(x0[me] + u[me] + 100, 100), y[me] = std::fmod(y0[me] + v[me] + 100, 100);
    }
  }
  play.run(Flocking::step, 100, 2);
  for (std::uint32_t bird = 0; bird < 200; ++bird) {
    EXPECT_NEAR(play.model->x()[bird], x[bird], 1e-6) << bird;
    EXPECT_NEAR(play.model->v()[bird], v[bird], 1e-6) << bird;
  }
  EXPECT_GT(alike(u, v), before);
}

TEST(WolfSheep, start_with_60_and_40_and_both_last_a_thousand_steps_where_a_wolf_eats_in_its_own_cell) {
  Play<WolfSheep> play{12, 1u};
  EXPECT_EQ(play.model->sheep_count(), 60u);
  EXPECT_EQ(play.model->wolf_count(), 40u);
  play.run(WolfSheep::step, 1'000);
  EXPECT_EQ(play.simulation->handled(), 1'000u);
  EXPECT_GT(play.model->sheep_count(), 0u);
  EXPECT_GT(play.model->wolf_count(), 0u);
  // 625 cells give at most 625 / 20 meals of 5 a step, and each sheep spends 1.
  EXPECT_LE(play.model->sheep_count(), 157u);
}

TEST(WolfSheep, die_out_where_a_wolf_reaches_nine_cells) {
  Play<WolfSheep> play{12};
  play.run(WolfSheep::step, 1'000);
  EXPECT_EQ(play.model->sheep_count() + play.model->wolf_count(), 0u);
}

TEST(Examples, give_the_same_bits_on_four_threads) {
  const auto digests = [](std::uint32_t workers) {
    Play<Schelling> schelling{7};
    schelling.run(Schelling::window, 400, workers);
    Play<Flocking> flocking{7, Flocking::Setup{}};
    flocking.run(Flocking::step, 20, workers);
    Play<Epidemic> epidemic{7, Epidemic::Setup{}};
    epidemic.run(Epidemic::window, 96 * 20, workers);
    return schelling.digest() + flocking.digest() + epidemic.digest();
  };
  EXPECT_EQ(digests(4), digests(1));
}

}  // namespace
}  // namespace essaim::examples
