// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/run/simulation.h"

namespace essaim::examples {

/// An infection in a crowd where everybody may meet everybody (SIR; Kermack and McKendrick 1927): the infected meet
/// somebody at random at a constant rate until they recover, after an exponential time, for good.
class Epidemic final : public Model {
 public:
  enum Health : std::uint8_t { susceptible, infected, recovered };
  struct Setup {
    std::uint32_t persons = 20'000;
    std::uint32_t infected_at_start = 200;
    double mean_days_infected = 5.0;
    double meetings_a_day = 0.4;  ///< of one infected person; 0.4 x 5 = 2 is the basic reproduction number
  };
  static constexpr Duration window = Duration::minutes(15);  ///< how long a meeting takes to show

  Epidemic(World& world, const Setup& setup) : setup_{setup}, table_{world.add_table("person", setup.persons)} {}

  std::uint32_t count(Health health) const {
    std::uint32_t persons = 0;
    for (const std::uint8_t h : health_.values()) persons += h == health ? 1 : 0;
    return persons;
  }

  std::string_view name() const override { return "SIR"; }

  void start(Context& context) override {
    for (std::uint32_t p = 0; p < setup_.infected_at_start; ++p) {
      context.start_process(table_.process(p), Time{}, is_infected);
    }
  }

  void handle(const Event& event, Context& context) override {
    const std::uint32_t me = table_.row(context.self());
    if (event.kind == is_infected && health_[me] != susceptible) return;
    if (event.kind == recovers) {
      health_[me] = recovered;
      return context.cancel_timer(next_meeting);
    }
    if (event.kind == is_infected) {
      health_[me] = infected;
      context.schedule_in(days(setup_.mean_days_infected * chance(me, context).exponential()), recovers);
    } else {
      Draw draw = chance(me, context);
      context.send(table_.process(draw.below(setup_.persons)), window, is_infected);
    }
    const Duration wait = days(chance(me, context).exponential() / setup_.meetings_a_day);
    context.set_timer(next_meeting, context.now() + wait, meets);
  }

 private:
  static constexpr EventKind is_infected = event_kind(1, 0), meets = event_kind(1, 1), recovers = event_kind(1, 2);
  static constexpr TimerSlot next_meeting = 0;

  static Duration days(double days) { return Duration::seconds(static_cast<std::int64_t>(days * 86'400.0)); }
  Draw chance(std::uint32_t me, const Context& context) {
    return context.draw(Stream{"epidemic.turn"}, me, turn_[me]++);
  }

  Setup setup_;
  Table& table_;
  Column<std::uint8_t> health_ = table_.add<std::uint8_t>("health");
  Column<std::uint32_t> turn_ = table_.add<std::uint32_t>("turn");
};

}  // namespace essaim::examples
