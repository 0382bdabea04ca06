// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "engine/run/simulation.h"

namespace essaim::testing_ground {
namespace {

constexpr EventKind turn = event_kind(1, 0);
constexpr EventKind rest = event_kind(1, 1);

/// Everybody has a turn in each window and rests in every other one; notes what it foresees and what it handles.
class Looker final : public Model {
 public:
  struct Note {
    bool handled;
    std::uint32_t process;
    EventKind kind;
  };
  Looker(std::uint32_t processes, bool looks, std::vector<Note>& notes)
      : processes_{processes}, looks_{looks}, notes_{notes} {}
  std::string_view name() const override { return "looker"; }
  bool foresees(EventKind kind) const override { return looks_ && kind == turn; }
  void foresee(ProcessId process, EventKind kind) const override { notes_.push_back({false, process.index(), kind}); }
  void start(Context& context) override {
    for (std::uint32_t p = 0; p < processes_; ++p) context.start_process(ProcessId{p}, Time::at(p % 7), turn);
  }
  void handle(const Event& event, Context& context) override {
    notes_.push_back({true, event.to.index(), event.kind});
    if (event.kind == rest) return;
    context.schedule_in(Duration::seconds(900), turn);
    context.schedule_in(Duration::seconds(1'800), rest);
  }

 private:
  std::uint32_t processes_;
  bool looks_;
  std::vector<Note>& notes_;
};

std::vector<Looker::Note> notes_of(bool looks) {
  constexpr std::uint32_t processes = 500;  // several groups
  World world;
  world.add_table("person", processes);
  std::vector<Looker::Note> notes;
  Simulation simulation{world, Random{1, 0, "here"}, Duration::seconds(900), Time::at(9'000)};
  simulation.add(1, std::make_unique<Looker>(processes, looks, notes));
  simulation.start();
  SerialExecutor executor;
  simulation.run(Time::at(9'000), executor);
  return notes;
}

TEST(Foresee, names_the_process_whose_turn_comes_next_and_no_other_kind) {
  std::size_t foreseen = 0;
  std::size_t turns = 0;
  std::vector<std::uint32_t> expected;
  for (const Looker::Note& note : notes_of(true)) {
    if (note.handled) {
      turns += note.kind == turn ? 1 : 0;
      std::erase(expected, note.process);
      continue;
    }
    EXPECT_EQ(note.kind, turn);
    expected.push_back(note.process);
    EXPECT_LE(expected.size(), 2u) << "the one who is about to have its turn, and the next";
    ++foreseen;
  }
  EXPECT_TRUE(expected.empty()) << "who was foreseen had an event after that";
  EXPECT_GT(foreseen, turns / 4);
}

TEST(Foresee, changes_nothing_that_happens) {
  std::vector<std::pair<std::uint32_t, EventKind>> with;
  std::vector<std::pair<std::uint32_t, EventKind>> without;
  for (const auto& note : notes_of(true)) {
    if (note.handled) with.emplace_back(note.process, note.kind);
  }
  for (const auto& note : notes_of(false)) without.emplace_back(note.process, note.kind);
  EXPECT_EQ(with, without);
}

}  // namespace
}  // namespace essaim::testing_ground
