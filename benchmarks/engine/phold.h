// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <tuple>

#include "engine/run/simulation.h"

namespace essaim::bench {

/// PHOLD, the usual load for event engines (Fujimoto 1990, "Performance of Time Warp under synthetic workloads"): a
/// fixed number of events that move on for ever. Each event makes one more, for a random process in 25 % of cases and
/// else for its own. Time 1.0 is 10,240 ticks: the lookahead is 0.1, and a delay is the lookahead plus an exponential
/// of mean 0.9, as in ROSS's phold, so 1.0 on average. The other loads differ from this one in one thing each.
struct Phold {
  std::uint32_t processes = 0;
  std::int64_t lookahead_ticks = 1'024;
  std::uint64_t remote = share(0.25);  ///< of events for a process drawn at random
  std::uint64_t hot = 0;               ///< share of those for one of the first `hot_processes` instead
  bool long_payload = false;           ///< four words travel with an event, else none

  static constexpr std::uint32_t events_per_process = 16;
  static constexpr std::uint32_t hot_processes = 16;
  static constexpr double mean_ticks = 10'240.0;
  static constexpr EventKind kind = event_kind(1, 0);

  static constexpr std::uint64_t share(double of_one) { return static_cast<std::uint64_t>(of_one * 0x1p32); }
  constexpr Duration lookahead() const { return Duration::seconds(lookahead_ticks); }
  static constexpr Time end() { return Time::at(std::uint64_t{1} << 40); }
  static Random random() { return Random{2026, 0, "phold"}; }
};

/// The rules of PHOLD for any engine that offers the members of `Context`. Each process keeps a checksum of what it
/// handled, in that order.
class PholdRules {
 public:
  PholdRules(World& world, const Phold& phold)
      : load_{phold}, turn_{world.add_table("process", phold.processes).add<std::uint32_t>("turn")} {
    checksum_ = world.tables().front()->add<std::uint64_t>("checksum");
  }

  template <class AnyContext>
  void start(AnyContext& context) const {
    for (std::uint32_t process = 0; process < load_.processes; ++process) {
      for (std::uint32_t event = 0; event < Phold::events_per_process; ++event) {
        Draw draw = context.draw(Stream{"phold.start"}, process, event);
        context.start_process(ProcessId{process}, Time{} + delay(draw), Phold::kind);
      }
    }
  }

  template <class AnyContext, class AnyEvent>
  void handle(const AnyEvent& event, AnyContext& context) const {
    const std::uint32_t me = context.self().index();
    Draw draw = context.draw(Stream{"phold.turn"}, me, turn_[me]++);
    checksum_[me] = mix64(checksum_[me] + (event.at.count() ^ event.tie));
    Payload payload{};
    if constexpr (std::tuple_size_v<decltype(event.payload)> == std::tuple_size_v<Payload>) {
      if (load_.long_payload) {
        for (const std::uint32_t word : event.payload) checksum_[me] = mix64(checksum_[me] + word);
        payload = {me, turn_[me], event.payload[0] + 1, event.payload[1]};
      }
    }
    const Duration wait = delay(draw);
    if (draw.bits() >= load_.remote) return context.schedule(context.now() + wait, Phold::kind, payload);
    const std::uint32_t anybody = draw.below(load_.processes);
    const bool to_hot = load_.hot != 0 && draw.bits() < load_.hot;
    context.send(ProcessId{to_hot ? anybody % Phold::hot_processes : anybody}, wait, Phold::kind, payload);
  }

 private:
  Duration delay(Draw& draw) const {
    const double mean = Phold::mean_ticks - static_cast<double>(load_.lookahead_ticks);
    return load_.lookahead() + Duration::seconds(static_cast<std::int64_t>(mean * exponential(draw.bits())));
  }

  /// Mean 1, from 32 uniform bits: -log u, to 1e-5, which is a tenth of a tick. u = (1 + x) / 2^(zeros + 1), and
  /// log(1 + x) by Abramowitz and Stegun, Handbook of Mathematical Functions, 4.1.43. A precise logarithm would cost
  /// as much as all the engine does for an event.
  static double exponential(std::uint32_t bits) {
    const int zeros = std::countl_zero(bits | 1u);
    const double x = ((bits | 1u) << zeros & 0x7fff'ffffu) * 0x1p-31;
    const double low = x * (0.99949556 - x * 0.49190896);
    const double high = 0.28947478 - x * (0.13606275 - x * 0.03215845);
    return (zeros + 1) * 0.69314718055994531 - (low + x * x * x * high);
  }

  Phold load_;
  Column<std::uint32_t> turn_;
  Column<std::uint64_t> checksum_;
};

class PholdModel final : public Model {
 public:
  explicit PholdModel(const PholdRules& rules) : rules_{rules} {}
  std::string_view name() const override { return "phold"; }
  void start(Context& context) override { rules_.start(context); }
  void handle(const Event& event, Context& context) override { rules_.handle(event, context); }

 private:
  PholdRules rules_;
};

}  // namespace essaim::bench
