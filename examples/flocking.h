// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "engine/run/simulation.h"

namespace essaim::examples {

/// Birds that keep together, fly alike and do not collide (Reynolds 1987), with the rules and figures of JuliaDynamics'
/// ABMFrameworksComparison. There, birds move one after the other in a random order; here all see where all were at the
/// last step and move at once, so that each bird is a process and none waits for another.
class Flocking final : public Model {
 public:
  struct Setup {
    double extent = 100.0;      ///< of the space, which wraps round
    std::uint32_t birds = 200;  ///< large: 400 in 150, seeing 15
    double visual_distance = 5.0;
  };
  static constexpr double speed = 1.0, cohere_factor = 0.03, separation = 1.0, separate_factor = 0.015,
                          match_factor = 0.05;
  static constexpr Duration step = Duration::seconds(1);

  Flocking(World& world, const Random& random, const Setup& setup)
      : setup_{setup}, table_{world.add_table("bird", setup.birds)} {
    for (std::uint32_t bird = 0; bird < setup.birds; ++bird) {
      Draw draw = random.draw(Stream{"flocking.start"}, bird, 0);
      x_.initialise(bird, draw.uniform(0, setup.extent));
      y_.initialise(bird, draw.uniform(0, setup.extent));
      const double u = draw.normal(), v = draw.normal(), norm = std::sqrt(u * u + v * v);
      u_.initialise(bird, u / norm);
      v_.initialise(bird, v / norm);
    }
  }
  const Published<double>& x() const { return x_; }
  const Published<double>& y() const { return y_; }
  const Published<double>& u() const { return u_; }
  const Published<double>& v() const { return v_; }

  std::string_view name() const override { return "flocking"; }

  void start(Context& context) override {
    for (std::uint32_t bird = 0; bird < setup_.birds; ++bird) context.start_process(table_.process(bird), Time{}, turn);
  }

  void handle(const Event&, Context& context) override {
    const std::uint32_t me = table_.row(context.self());
    double seen = 0, cohere_x = 0, cohere_y = 0, separate_x = 0, separate_y = 0, match_x = 0, match_y = 0;
    for (std::uint32_t bird = 0; bird < setup_.birds; ++bird) {
      const double far_x = size(x_[bird] - x_[me]), far_y = size(y_[bird] - y_[me]);
      const double square = far_x * far_x + far_y * far_y;
      if (bird == me || square > setup_.visual_distance * setup_.visual_distance) continue;
      const double dx = shortest(x_[bird] - x_[me]), dy = shortest(y_[bird] - y_[me]);
      seen += 1, cohere_x += dx, cohere_y += dy, match_x += u_[bird], match_y += v_[bird];
      if (square < separation * separation) separate_x -= dx, separate_y -= dy;
    }
    const double n = seen > 0 ? seen : 1;
    const double u = u_[me] + (cohere_x * cohere_factor + separate_x * separate_factor + match_x * match_factor) / n;
    const double v = v_[me] + (cohere_y * cohere_factor + separate_y * separate_factor + match_y * match_factor) / n;
    const double norm = std::sqrt(u * u + v * v);
    context.publish(u_, me, u / norm);
    context.publish(v_, me, v / norm);
    context.publish(x_, me, wrapped(x_[me] + speed * u / norm));
    context.publish(y_, me, wrapped(y_[me] + speed * v / norm));
    context.schedule_in(step, turn);
  }

 private:
  static constexpr EventKind turn = event_kind(1, 0);
  /// Of `shortest`, without a branch: most birds are out of sight.
  double size(double d) const { return std::min(std::abs(d), setup_.extent - std::abs(d)); }
  double shortest(double d) const {
    return d > setup_.extent / 2 ? d - setup_.extent : d < -setup_.extent / 2 ? d + setup_.extent : d;
  }
  double wrapped(double at) const {
    return at < 0 ? at + setup_.extent : at >= setup_.extent ? at - setup_.extent : at;
  }

  Setup setup_;
  Table& table_;
  Published<double> x_ = table_.publish<double>("x"), y_ = table_.publish<double>("y");
  Published<double> u_ = table_.publish<double>("u"), v_ = table_.publish<double>("v");  ///< of length 1
};

}  // namespace essaim::examples
