// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/parallel/make_executor.h"
#include "tests/engine/run/stage.h"

// Which events come as a batch, and what their processes may do then.

namespace essaim {
namespace {

using testing_ground::Step;
using Steps = std::vector<Step>;

constexpr EventKind alone = event_kind(1, 0);
constexpr EventKind shared = event_kind(1, 1);
constexpr EventKind other = event_kind(1, 2);  // also in batches

/// Notes what comes how; batches of `shared` and `other`.
class NotingModel final : public Model {
 public:
  using Start = std::function<void(Context&)>;
  using Handle = std::function<void(const Event&, Context&)>;
  NotingModel(Start start, Handle handle) : start_{std::move(start)}, handle_{std::move(handle)} {}

  std::string_view name() const override { return "noting"; }
  void start(Context& context) override { start_(context); }
  void handle(const Event& event, Context& context) override {
    singles.push_back(step(event));
    if (handle_) handle_(event, context);
  }
  bool takes_batches(EventKind kind) const override { return kind != alone; }
  void handle_batch(Batch& batch) override {
    batches.emplace_back();
    for (std::size_t i = 0; i < batch.size(); ++i) {
      batches.back().push_back(step(batch.events()[i]));
      if (handle_) handle_(batch.events()[i], batch.context(i));
    }
  }

  Steps singles;
  std::vector<Steps> batches;

 private:
  static Step step(const Event& event) {
    return {event.at.count(), event.to.index(), static_cast<std::uint8_t>(event.kind & 0xff)};
  }
  Start start_;
  Handle handle_;
};

class Village {
 public:
  Village(NotingModel::Start start, NotingModel::Handle handle = {}) {
    world.add_table("villager", 6);
    simulation = std::make_unique<Simulation>(world, Random{1, 0, "test"}, Duration::seconds(900), Time::at(9'000));
    auto owned = std::make_unique<NotingModel>(std::move(start), std::move(handle));
    model = owned.get();
    simulation->add(1, std::move(owned));
    simulation->start();
  }
  Simulation::Stop run() { return simulation->run(Time::at(9'000), executor); }

  World world;
  std::unique_ptr<Simulation> simulation;
  NotingModel* model = nullptr;
  SerialExecutor executor;
};

TEST(Batch, holds_the_events_of_one_kind_of_processes_that_have_no_other_in_the_window) {
  Village village{[](Context& c) {
    for (const std::uint32_t p : {4u, 0u, 2u, 5u}) c.start_process(ProcessId{p}, Time::at(10 + p), shared);
    c.start_process(ProcessId{1}, Time::at(3), other);
    c.start_process(ProcessId{3}, Time::at(7), alone);
    c.start_process(ProcessId{5}, Time::at(800), shared);  // a second one
    c.start_process(ProcessId{0}, Time::at(900), shared);  // of the next window
  }};
  village.run();
  EXPECT_EQ(village.model->batches,
            (std::vector<Steps>{{{10, 0, 1}, {12, 2, 1}, {14, 4, 1}}, {{3, 1, 2}}, {{900, 0, 1}}}));
  EXPECT_EQ(village.model->singles, (Steps{{7, 3, 0}, {15, 5, 1}, {800, 5, 1}}));
  EXPECT_EQ(village.simulation->handled(), 8u);
}

TEST(Batch, lets_each_process_go_on_inside_the_window_before_the_window_closes) {
  Village village{[](Context& c) {
                    for (const std::uint32_t p : {0u, 1u}) c.start_process(ProcessId{p}, Time::at(100 - p), shared);
                  },
                  [](const Event& e, Context& c) {
                    if (e.kind != shared) return;
                    c.schedule_in(Duration::seconds(20), alone, {2});
                    c.schedule(c.now(), alone, {1});
                    c.set_timer(0, c.now() + Duration::seconds(5), other);
                    if (e.to == ProcessId{1}) c.cancel_timer(0);
                  }};
  EXPECT_EQ(village.run(), Simulation::Stop::reached);
  EXPECT_EQ(village.model->batches, (std::vector<Steps>{{{100, 0, 1}, {99, 1, 1}}}));
  EXPECT_EQ(village.model->singles, (Steps{{100, 0, 0}, {105, 0, 2}, {120, 0, 0}, {99, 1, 0}, {119, 1, 0}}));
  EXPECT_EQ(village.simulation->cancelled(), 1u);
  EXPECT_EQ(village.simulation->dead(), 0u);
}

TEST(Batch, leaves_out_alarms_that_were_cancelled) {
  Village village{[](Context& c) {
                    for (const std::uint32_t p : {0u, 1u, 2u}) c.start_process(ProcessId{p}, Time{}, alone);
                  },
                  [](const Event& e, Context& c) {
                    if (e.kind != alone) return;
                    c.set_timer(0, Time::at(5'000), shared);
                    if (e.to == ProcessId{1}) c.cancel_timer(0);
                  }};
  village.run();
  EXPECT_EQ(village.model->batches, (std::vector<Steps>{{{5'000, 0, 1}, {5'000, 2, 1}}}));
}

TEST(Batch, in_which_one_process_fails_lets_the_others_finish_their_window) {
  Village village{[](Context& c) {
                    for (const std::uint32_t p : {0u, 1u, 2u}) c.start_process(ProcessId{p}, Time::at(50), shared);
                  },
                  [](const Event& e, Context& c) {
                    if (e.kind == shared) c.schedule(c.now(), alone);
                    if (e.kind == shared && e.to == ProcessId{1}) c.fail("test.broken", "on purpose");
                  }};
  EXPECT_EQ(village.run(), Simulation::Stop::failed);
  EXPECT_EQ(village.model->singles, (Steps{{50, 0, 0}, {50, 2, 0}}));
  EXPECT_EQ(village.simulation->failure()->process, ProcessId{1});
}

TEST(Batch, names_the_process_whose_rest_of_the_window_throws) {
  Village village{[](Context& c) {
                    for (const std::uint32_t p : {0u, 1u, 2u}) c.start_process(ProcessId{p}, Time::at(50 + p), shared);
                  },
                  [](const Event& e, Context& c) {
                    if (e.kind == shared) return c.schedule_in(Duration::seconds(10), alone);
                    if (e.to == ProcessId{1}) throw std::runtime_error{"on purpose"};
                  }};
  const auto executor = parallel::make_executor(parallel::Backend::serial, 1);
  EXPECT_EQ(village.simulation->run(Time::at(9'000), *executor), Simulation::Stop::failed);
  EXPECT_EQ(village.simulation->failure()->process, ProcessId{1});
  EXPECT_EQ(village.simulation->failure()->at, Time::at(61));
}

TEST(Batch, is_not_used_while_somebody_is_observed) {
  Village village{[](Context& c) {
    for (const std::uint32_t p : {0u, 1u}) c.start_process(ProcessId{p}, Time::at(50), shared);
  }};
  EventTrace trace;
  village.simulation->observe(ProcessId{1}, &trace);
  village.run();
  EXPECT_TRUE(village.model->batches.empty());
  EXPECT_EQ(trace.handled().size(), 1u);
}

}  // namespace
}  // namespace essaim
