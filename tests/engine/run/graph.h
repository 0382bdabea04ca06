// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/run/simulation.h"

namespace essaim::testing_ground {

/// A random graph of processes that send tokens to each other, set and cancel alarms, put out signs and read those of
/// others. Each keeps a checksum that depends on the order of all that it handles and on all that it sees.
struct Graph {
  std::uint64_t seed = 0;
  std::uint32_t processes = 10;
  std::uint32_t tokens = 10;     ///< at the start; each moves on for ever
  std::uint32_t neighbours = 4;  ///< of one process
  Duration lookahead = Duration::minutes(15);
  std::uint32_t windows = 40;
  std::uint32_t spread = 3;       ///< delays reach so many lookaheads
  std::uint32_t hurry_in_16 = 4;  ///< alarms at now, in 16 events
  std::uint32_t timers_in_16 = 8;
  bool signs = true;            ///< put out and read
  std::uint32_t far_in_64 = 1;  ///< delays of hundreds of windows, in 64 events
  std::vector<Routine> rounds;  ///< of `GraphRules::round_kind`: see `add_round`

  /// A daily round of some of the processes, which falls into the run even if that ends within minutes.
  void add_round(Draw& draw) {
    Routine round;
    round.kind = event_kind(3, 3);
    round.first = ProcessId{draw.below(processes)};
    round.processes = 1 + draw.below(processes - round.first.index());
    const std::uint64_t room = std::min<std::uint64_t>(end().count(), 86'400);
    round.from = Duration::seconds(draw.below(static_cast<std::uint32_t>(room)));
    round.within = Duration::seconds(draw.below(static_cast<std::uint32_t>(room - round.from.count()) + 1));
    round.turn = draw.below(3) == 0 ? 0 : draw.below(1'000);
    rounds.push_back(round);
  }

  Time end() const { return Time{} + lookahead * windows; }
  Random random() const { return Random{seed, 0, "graph"}; }
};

/// What the processes of a graph do, for any engine that offers the members of `Context`.
class GraphRules {
 public:
  GraphRules(World& world, const Graph& graph)
      : graph_{graph},
        table_{world.add_table("process", graph.processes)},
        checksum_{table_.add<std::uint64_t>("checksum")},
        turn_{table_.add<std::uint32_t>("turn")},
        sign_{table_.publish<std::uint32_t>("sign")} {}

  template <class AnyContext>
  void start(AnyContext& context) const {
    for (std::uint32_t token = 0; token < graph_.tokens; ++token) {
      Draw draw = context.draw(Stream{"graph.start"}, token, 0);
      const Time at = Time::at(draw.below(2 * lookahead_s()));
      context.start_process(ProcessId{draw.below(graph_.processes)}, at, token_kind, {token});
    }
  }

  template <class AnyContext>
  void handle(const Event& event, AnyContext& context) const {
    const std::uint32_t me = event.to.index();
    Draw draw = context.draw(Stream{"graph.turn"}, me, turn_[me]++);
    const std::uint32_t seen = neighbour(me, draw);
    note(event, graph_.signs ? sign_[seen] : 0);
    if (draw.below(4) == 0 && graph_.signs) context.publish(sign_, me, static_cast<std::uint32_t>(checksum_[me]));
    if (event.kind == token_kind) pass_on(event, me, draw, context);
    if (event.kind == round_kind) go_round(me, draw, context);
    if (draw.below(16) < graph_.timers_in_16) play_with_timers(draw, context);
  }

  const Column<std::uint64_t>& checksum() const { return checksum_; }

  static constexpr EventKind token_kind = event_kind(3, 0);
  static constexpr EventKind timer_kind = event_kind(3, 1);
  static constexpr EventKind echo_kind = event_kind(3, 2);
  static constexpr EventKind round_kind = event_kind(3, 3);
  const std::vector<Routine>& rounds() const { return graph_.rounds; }

 private:
  std::uint32_t lookahead_s() const { return static_cast<std::uint32_t>(graph_.lookahead.count()); }

  std::uint32_t neighbour(std::uint32_t me, Draw& draw) const {
    return mix32(me * graph_.neighbours + draw.below(graph_.neighbours)) % graph_.processes;
  }

  void note(const Event& e, std::uint32_t seen) const {
    std::uint64_t& sum = checksum_[e.to.index()];
    for (const std::uint64_t word : {e.at.count(), std::uint64_t{e.from.index()}, std::uint64_t{e.sequence},
                                     std::uint64_t{e.kind}, std::uint64_t{e.payload[0]}, std::uint64_t{seen}}) {
      sum = mix64(sum + word);
    }
  }

  static Priority priority(Draw& draw) {
    constexpr std::array priorities = {Priority::first, Priority::normal, Priority::normal, Priority::last};
    return priorities[draw.below(4)];
  }

  /// Seldom far away, often a multiple of a quarter of the lookahead, so that there are many ties.
  Duration delay(Draw& draw) const {
    const std::uint32_t quarters = graph_.spread * 4 + 1;
    if (draw.below(64) < graph_.far_in_64) return graph_.lookahead * static_cast<std::int64_t>(draw.below(600));
    const std::uint32_t step = lookahead_s() >= 4 ? lookahead_s() / 4 : 1;
    return Duration::seconds(std::int64_t{draw.below(quarters)} * step);
  }

  template <class AnyContext>
  void pass_on(const Event& event, std::uint32_t me, Draw& draw, AnyContext& context) const {
    const Payload token = {event.payload[0]};
    if (draw.below(16) < graph_.hurry_in_16) return context.schedule(context.now(), token_kind, token, priority(draw));
    if (draw.below(4) == 0) return context.schedule(context.now() + delay(draw), token_kind, token, priority(draw));
    const ProcessId to{neighbour(me, draw)};
    context.send(to, graph_.lookahead + delay(draw), token_kind, token, priority(draw));
    if (draw.below(4) == 0) context.send(event.from, graph_.lookahead, echo_kind, token);
  }

  template <class AnyContext>
  void go_round(std::uint32_t me, Draw& draw, AnyContext& context) const {
    if (draw.below(4) == 0) context.schedule(context.now() + delay(draw), echo_kind, {1}, priority(draw));
    if (draw.below(2) == 0) context.send(ProcessId{neighbour(me, draw)}, graph_.lookahead + delay(draw), echo_kind);
  }

  template <class AnyContext>
  void play_with_timers(Draw& draw, AnyContext& context) const {
    const auto slot = static_cast<TimerSlot>(draw.below(timer_slots));
    if (draw.below(3) == 0) return context.cancel_timer(slot);
    context.set_timer(slot, context.now() + delay(draw), timer_kind, {slot}, priority(draw));
  }

  Graph graph_;
  Table& table_;
  Column<std::uint64_t> checksum_;
  Column<std::uint32_t> turn_;
  Published<std::uint32_t> sign_;
};

/// The same rules for the engine.
class GraphModel final : public Model {
 public:
  explicit GraphModel(const GraphRules& rules, bool in_batches = false) : rules_{rules}, in_batches_{in_batches} {}
  std::string_view name() const override { return "graph"; }
  void start(Context& context) override { rules_.start(context); }
  void handle(const Event& event, Context& context) override { rules_.handle(event, context); }
  std::vector<Routine> routines() const override { return rules_.rounds(); }
  bool takes_batches(EventKind kind) const override { return in_batches_ && kind != GraphRules::echo_kind; }

 private:
  GraphRules rules_;
  bool in_batches_;
};

}  // namespace essaim::testing_ground
