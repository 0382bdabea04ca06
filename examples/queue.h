// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/run/simulation.h"

namespace essaim::examples {

/// One till: customers come at random and are served one by one for a random time, both exponential (M/M/1). A street
/// sends the customers, a shop has the till.
class Queue final : public Model {
 public:
  static constexpr Duration walk = Duration::minutes(15);  ///< from street to shop

  Queue(World& world, double mean_gap_s, double mean_service_s)
      : mean_gap_s_{mean_gap_s}, mean_service_s_{mean_service_s}, places_{world.add_table("place", 2)} {}

  std::uint64_t served() const { return served_[shop]; }
  /// Customers at the till and before it, averaged over time until the last change.
  double mean_present() const { return present_seconds_[shop] / static_cast<double>(changed_[shop]); }
  double idle_share() const { return idle_seconds_[shop] / static_cast<double>(changed_[shop]); }

  std::string_view name() const override { return "M/M/1"; }

  void start(Context& context) override { context.start_process(places_.process(street), Time{}, next_leaves); }

  void handle(const Event& event, Context& context) override {
    const std::uint32_t me = places_.row(context.self());
    if (event.kind == next_leaves) {
      context.send(places_.process(shop), walk, arrives);
      return context.schedule_in(wait(Stream{"queue.gap"}, me, mean_gap_s_, context), next_leaves);
    }
    const auto passed = static_cast<double>(context.now().count() - changed_[me]);
    present_seconds_[me] += present_[me] * passed;
    if (present_[me] == 0) idle_seconds_[me] += passed;
    changed_[me] = context.now().count();
    if (event.kind == arrives && ++present_[me] > 1) return;
    if (event.kind == is_served && (++served_[me], --present_[me] == 0)) return;
    context.schedule_in(wait(Stream{"queue.service"}, me, mean_service_s_, context), is_served);
  }

 private:
  static constexpr std::uint32_t street = 0, shop = 1;
  static constexpr EventKind next_leaves = event_kind(1, 0), arrives = event_kind(1, 1), is_served = event_kind(1, 2);

  Duration wait(Stream stream, std::uint32_t me, double mean_s, const Context& context) {
    return Duration::seconds(
        static_cast<std::int64_t>(mean_s * context.draw(stream, me, turn_[me]++).exponential() + 0.5));
  }

  double mean_gap_s_, mean_service_s_;
  Table& places_;
  Column<std::uint32_t> turn_ = places_.add<std::uint32_t>("turn");
  Column<std::uint32_t> present_ = places_.add<std::uint32_t>("present");
  Column<std::uint64_t> served_ = places_.add<std::uint64_t>("served");
  Column<std::uint64_t> changed_ = places_.add<std::uint64_t>("changed");  ///< [s] when `present` last changed
  Column<double> present_seconds_ = places_.add<double>("present_seconds");
  Column<double> idle_seconds_ = places_.add<double>("idle_seconds");
};

}  // namespace essaim::examples
