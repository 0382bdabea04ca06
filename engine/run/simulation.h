// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/event/window_ring.h"
#include "engine/run/executor.h"
#include "engine/run/group_walk.h"
#include "engine/run/model.h"
#include "engine/run/open_window.h"
#include "engine/run/profile.h"
#include "engine/run/routine.h"
#include "engine/world/table.h"

namespace essaim {

/// One run of one world: its models, their events and the clock.
///
///     start every model, in the order of their numbers
///     while a window before the end holds an event, and the time budget lasts
///       open the next such window: all its events are known, since messages take at least one lookahead
///       find who is due in it by the calendar (`Routine`)
///       cut them into groups of neighbouring processes
///       in parallel, for each group
///         sort its events by process, and each process's by (time, priority, tie, source, sequence)
///         for each process, handle its events in that order, with those that it asks of itself inside the window;
///         what it asks for later is filed at once, in a lane of the worker's own
///         processes with a single event, of a kind that its model takes in batches, are handled in one call
///       close the window: publish what was written, stop at a failure
///
/// A window is a half-open interval [k W, (k + 1) W), with W the lookahead. What happens in one process cannot reach
/// another inside a window, so their order is not observable, and the outcome is the same bits on any number of
/// threads. An event at the end time or later is not handled.
class Simulation {
 public:
  struct Limits {
    /// More than these waiting ends the run with a failure; so does one process that asks for so many in one window.
    std::size_t pending_events = std::size_t{1} << 28;
    /// More than these of one process in one window: alarms that never let time pass.
    std::uint64_t events_at_once = std::uint64_t{1} << 24;
    /// How many events one process may ask for in all: (source, sequence) names them. The other half names routine.
    std::uint32_t sequence = Routines::first_sequence - 1;
  };
  enum class Stop : std::uint8_t { reached, out_of_budget, failed };

  /// `lookahead` must divide `end` (and a day, if the run is to stop at midnights). The world's tables must all exist;
  /// it must outlive the simulation.
  Simulation(World& world, const Random& random, Duration lookahead, Time end, Limits limits);
  Simulation(World& world, const Random& random, Duration lookahead, Time end);

  /// Event kinds whose high byte is `number` go to this model. Add all models, then start.
  void add(std::uint8_t number, std::unique_ptr<Model> model);
  void start();

  /// From now on notes in `trace` what this process handles and asks for, beside what other processes are observed for;
  /// each has a trace of its own, which must outlive the simulation or the next call for this process, and null ends
  /// it. Changes no bit of what happens, and costs nothing while nobody is observed.
  void observe(ProcessId process, EventTrace* trace);

  /// Empties `profile` and from now on fills it; it must outlive the simulation or the next call; null ends it. Changes
  /// no bit of what happens, and costs nothing while nobody asks.
  void profile(Profile* profile);

  /// Windows of at least so many events are shared out between workers; in smaller ones a single thread is quicker.
  /// Changes no bit of what happens.
  void share_out_from(std::size_t events) { worth_sharing_out_ = events; }

  /// Handles what is due before `until` (a multiple of the lookahead, at most the end). Returns at a window's boundary
  /// after about `budget_ms` of the executor's clock, if it is given; call again to go on. A failed run stays failed.
  /// A handler that ends in an exception, which only a library can throw, fails the run where the executor knows
  /// exceptions (`engine/parallel`), and leaves through here where it does not.
  Stop run(Time until, Executor& executor, std::optional<double> budget_ms = {});

  Time now() const { return now_; }
  Duration lookahead() const { return lookahead_; }
  std::uint64_t handled() const { return handled_; }
  std::uint64_t cancelled() const { return cancelled_; }  ///< alarms that were set and will never ring
  /// Events to come, without the cancelled, and without routine, which nobody asks for.
  std::size_t pending() const { return pending_.size() - dead_; }
  /// Cancelled events that are still kept: at a window's boundary fewer than those to come, or than `worth_burying`.
  std::size_t dead() const { return dead_; }
  const std::vector<Routine>& routines() const { return routines_.all(); }
  std::size_t event_bytes() const { return pending_.bytes(); }  ///< of memory held for waiting events, used or free

  static constexpr std::size_t worth_burying = 1'024;
  const std::optional<Failure>& failure() const { return failure_; }
  /// "food.lost_sale: ... (model food, shop 3, day 12 at 14:05:00, seed 2026, replicate 7)": one line for logs and
  /// results; empty if nothing failed. Days count from 0.
  std::string failure_text() const;

  /// Visits every event still to come, in no order, ties not filled in, but not the cancelled, nor routine.
  template <class Visit>
  void for_each_pending(Visit visit) const {
    for_each_pending([](EventKind) { return true; }, visit);
  }
  /// The same, but only kinds for which wanted(kind) is true: ledgers count what messages carry, and few do.
  template <class Wanted, class Visit>
  void for_each_pending(Wanted wanted, Visit visit) const {
    pending_.for_each(wanted, [&](const Event& event) {
      if (!is_cancelled(event)) visit(event);
    });
  }

 private:
  friend class Context;
  friend class Checkpoint;
  struct NameIfThrown;
  bool open_next(std::uint64_t last);
  void handle_window(Time window_end, Executor& executor);
  void handle_group(std::uint32_t group, Time window_end, std::uint32_t worker);
  void handle_routine(const DueSpan& span, bool in_batch, Time window_end, std::uint32_t worker);
  void add_soon(const DueSpan& span, std::uint32_t process, Outbox& outbox) const;
  void handle_process(ProcessId process, std::span<const StoredEvent> events, Time window_end, Outbox& outbox);
  void handle_first_of_soon(Context& context);
  void handle_all_soon(Context& context);
  void handle_event(const Event& event, Context& context);
  bool rings(const Event& event, Outbox& outbox);
  void handle_and_time(const Event& event, Context& context);
  void add_to_batch(const StoredEvent& stored, std::uint32_t worker);
  std::vector<Event>& batch_of(EventKind kind, std::uint32_t worker);
  void handle_batches(Time window_end, std::uint32_t worker);
  void handle_batch(std::span<const Event> events, Time window_end, Outbox& outbox);
  void handle_rest_of_batch(std::size_t failures_before, Time window_end, Outbox& outbox);
  void note_thrown(const std::string& what, Outbox& outbox);
  void note_window(std::size_t events, bool shared, double ms);
  EventTrace* trace_of(ProcessId process) const { return traces_[process.index()]; }  ///< while some are observed
  void note_handled(const Event& event) const;
  void have_workers(std::uint32_t workers);
  void close_window();
  void bury_dead();
  bool is_cancelled(const Event& event) const;
  /// Odd while the timer is set, even while it is not; it never goes back.
  std::uint32_t& generation_of(ProcessId process, TimerSlot slot) {
    return timer_generation_[std::size_t{process.index()} * timer_slots + slot];
  }
  Context context_for(ProcessId process, Time now, Time window_end, Outbox& outbox);

  World& world_;
  Random random_;
  Duration lookahead_;
  Time end_;
  Limits limits_;
  std::size_t worth_sharing_out_ = 2'000;  ///< events in a window
  std::vector<std::unique_ptr<Model>> models_;
  std::vector<std::uint32_t> next_sequence_;     ///< per process
  std::vector<std::uint32_t> timer_generation_;  ///< per process and slot
  WindowRing pending_;
  OpenWindow window_;
  std::vector<Outbox> outboxes_;         ///< per worker
  std::vector<OpenWindow::Desk> desks_;  ///< per worker
  std::vector<GroupWalk> walks_;         ///< per worker
  Routines routines_;
  std::vector<DueSpan> due_;          ///< in the open window
  std::uint64_t routine_window_ = 0;  ///< the next in which routine is due, or as far as was looked
  struct KindOfBatch {
    EventKind kind;
    std::vector<Event> events;
  };
  std::vector<std::bitset<256>> in_batches_;  ///< per model and kind
  bool some_in_batches_ = false;
  std::vector<std::vector<KindOfBatch>> batches_;  ///< per worker: of the group at work, by kind
  Profile* profile_ = nullptr;
  Executor* clock_ = nullptr;  ///< while a window is handled, and somebody wants a profile
  Time now_;
  enum class Phase : std::uint8_t { preparing, started } phase_ = Phase::preparing;
  std::uint64_t handled_ = 0;
  std::uint64_t cancelled_ = 0;
  std::size_t dead_ = 0;
  std::optional<Failure> failure_;
  std::unique_ptr<std::array<std::string, 3>> failure_texts_;  ///< of a failure that came out of a checkpoint
  std::vector<EventTrace*> traces_;  ///< per process, null where nobody observes; empty if nobody does anywhere
};

}  // namespace essaim
