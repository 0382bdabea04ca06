// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/routine.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "engine/run/checkpoint.h"
#include "engine/run/simulation.h"

// Who is due when, by the calendar; and what a run makes of it.

namespace essaim {
namespace {

const Random chance{1, 0, "test"};

bool are_the_same(const Event& a, const Event& b) {
  return a.to == b.to && a.from == b.from && a.at == b.at && a.sequence == b.sequence && a.tie == b.tie &&
         a.kind == b.kind;
}

/// Every event of [0, days), found window by window: process and time, in order of process in each span.
std::map<std::pair<std::uint32_t, std::uint64_t>, int> all_due(const Routines& routines, Duration window,
                                                               std::uint32_t days) {
  std::map<std::pair<std::uint32_t, std::uint64_t>, int> found;
  std::vector<DueSpan> spans;
  for (Time begin; begin < Time::start_of_day(days); begin = begin + window) {
    routines.find_due(begin, begin + window, spans);
    for (const DueSpan& span : spans) {
      std::vector<Event> together;
      routines.add_events(span, chance, together);
      EXPECT_EQ(together.size(), span.end - span.begin);
      for (std::uint32_t process = span.begin; process < span.end; ++process) {
        const Event event = routines.event(span, process, chance);
        EXPECT_TRUE(are_the_same(event, together[process - span.begin])) << process << " at " << event.at.count();
        EXPECT_GE(event.at, begin);
        EXPECT_LT(event.at, begin + window);
        ++found[{process, event.at.count()}];
      }
    }
  }
  return found;
}

TEST(Routine, lets_every_neighbour_have_its_turn_once_a_day_whatever_the_windows) {
  Routines routines;
  routines.add({event_kind(1, 0), ProcessId{10}, 7, Duration::hours(22), Duration::hours(2), 3});
  for (const Duration window :
       {Duration::seconds(1'000), Duration::minutes(15), Duration::days(1), Duration::days(2)}) {
    const auto found = all_due(routines, window, 6);
    ASSERT_EQ(found.size(), 6u * 7u) << window.count();
    for (std::uint64_t day = 0; day < 6; ++day) {
      for (std::uint32_t place = 0; place < 7; ++place) {
        const auto process = static_cast<std::uint32_t>(10 + (place + 3 * day) % 7);
        const std::uint64_t at = day * 86'400 + 22 * 3'600 + place * 7'200 / 7;
        EXPECT_EQ(found.count({process, at}), 1u) << window.count() << " day " << day << " place " << place;
      }
    }
  }
}

TEST(Routine, of_no_length_calls_all_at_once) {
  Routines routines;
  routines.add({event_kind(1, 0), ProcessId{0}, 5, Duration::hours(6), Duration{}, 2});
  const auto found = all_due(routines, Duration::minutes(15), 2);
  ASSERT_EQ(found.size(), 10u);
  for (const auto& [event, times] : found) EXPECT_EQ(event.second % 86'400, 6u * 3'600);
}

TEST(Routine, names_no_two_events_of_a_process_alike) {
  Routines routines;
  for (const int kind : {0, 1}) {
    routines.add({event_kind(1, static_cast<std::uint8_t>(kind)), ProcessId{0}, 2, Duration::hours(6), Duration{}, 0});
  }
  std::map<std::uint32_t, int> names;
  std::vector<DueSpan> spans;
  routines.find_due(Time{}, Time::start_of_day(30), spans);
  for (const DueSpan& span : spans) ++names[routines.event(span, 1, chance).sequence];
  EXPECT_EQ(names.size(), 60u);
  EXPECT_GE(names.begin()->first, Routines::first_sequence);
}

/// Counts what comes alone and what comes in batches. In the second window of its round, 7 has a visitor too.
class Village final : public Model {
 public:
  explicit Village(bool in_batches) : in_batches_{in_batches} {}
  static constexpr EventKind round = event_kind(1, 0);
  static constexpr EventKind visit = event_kind(1, 1);

  std::string_view name() const override { return "village"; }
  std::vector<Routine> routines() const override {
    return {{round, ProcessId{2}, 10, Duration::hours(5), Duration::minutes(30), 0}};
  }
  void start(Context& context) override { context.start_process(ProcessId{7}, Time::at(5 * 3'600 + 900), visit); }
  void handle(const Event& event, Context&) override { singles.push_back(event); }
  bool takes_batches(EventKind) const override { return in_batches_; }
  void handle_batch(Batch& batch) override { batches.emplace_back(batch.events().begin(), batch.events().end()); }

  std::vector<Event> singles;
  std::vector<std::vector<Event>> batches;

 private:
  bool in_batches_;
};

class VillageRun {
 public:
  explicit VillageRun(bool in_batches) {
    world.add_table("villager", 12);
    simulation = std::make_unique<Simulation>(world, chance, Duration::minutes(15), Time::start_of_day(2));
    auto owned = std::make_unique<Village>(in_batches);
    village = owned.get();
    simulation->add(1, std::move(owned));
    simulation->start();
  }
  void run_to(Time until) { ASSERT_EQ(simulation->run(until, executor), Simulation::Stop::reached); }

  World world;
  std::unique_ptr<Simulation> simulation;
  Village* village = nullptr;
  SerialExecutor executor;
};

TEST(Routine, comes_as_a_batch_but_to_those_who_have_something_else_to_do) {
  VillageRun run{true};
  run.run_to(Time::start_of_day(1));
  ASSERT_EQ(run.village->batches.size(), 2u);
  EXPECT_EQ(run.village->batches[0].size(), 5u);
  EXPECT_EQ(run.village->batches[1].size(), 4u);
  EXPECT_EQ(run.village->batches[1].front().to, ProcessId{8}) << "7 has a visitor";
  ASSERT_EQ(run.village->singles.size(), 2u);
  EXPECT_EQ(run.village->singles[0].to, ProcessId{7});
  EXPECT_EQ(run.simulation->handled(), 11u);
  EXPECT_EQ(run.simulation->pending(), 0u) << "nothing is kept";
}

TEST(Routine, goes_on_after_a_stop_and_from_a_checkpoint_which_belongs_to_no_run_of_another) {
  VillageRun whole{false};
  whole.run_to(Time::start_of_day(2));
  VillageRun first{false};
  first.run_to(Time::at(5 * 3'600 + 900));
  EXPECT_EQ(first.village->singles.size(), 5u);
  std::vector<std::byte> file;
  Checkpoint::save(*first.simulation,
                   [&](std::span<const std::byte> piece) { file.insert(file.end(), piece.begin(), piece.end()); });
  VillageRun rest{false};
  ASSERT_EQ(Checkpoint::restore(*rest.simulation, file).message, "");
  rest.run_to(Time::start_of_day(2));
  EXPECT_EQ(first.village->singles.size() + rest.village->singles.size(), whole.village->singles.size());
  EXPECT_EQ(whole.village->singles.size(), 21u);

  World world;
  world.add_table("villager", 12);
  Simulation other{world, chance, Duration::minutes(15), Time::start_of_day(2)};
  class Idle final : public Model {
    std::string_view name() const override { return "village"; }
    void start(Context&) override {}
    void handle(const Event&, Context&) override {}
  };
  other.add(1, std::make_unique<Idle>());
  EXPECT_EQ(Checkpoint::restore(other, file).problem, Checkpoint::Problem::other_run);
}

}  // namespace
}  // namespace essaim
