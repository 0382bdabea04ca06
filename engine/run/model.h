// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/core/time.h"
#include "engine/event/event.h"
#include "engine/run/routine.h"
#include "engine/run/trace.h"
#include "engine/world/table.h"

namespace essaim {

class Batch;
class Context;

/// A set of rules over shared tables: what a theme adds to the engine. Models derive from nothing else.
///
/// Handlers of different processes run at the same time. A handler changes the columns of its own row only, reads
/// others' published columns and constant data, and reaches others by messages.
class Model {
 public:
  virtual ~Model() = default;
  virtual std::string_view name() const = 0;
  virtual void start(Context& context) = 0;                     ///< asks for the first events, by `start_process` alone
  virtual std::vector<Routine> routines() const { return {}; }  ///< what happens daily; asked once, when it is added
  virtual void handle(const Event& event, Context& context) = 0;

  /// True for kinds of events that `handle_batch` may get. Asked once, when the model is added.
  virtual bool takes_batches(EventKind) const { return false; }
  /// The same as `handle` for each event of the batch, but with one call for many neighbouring processes of which each
  /// has this event and no other in the window. The engine alone chooses what comes as a batch: both ways must give
  /// the same bits.
  virtual void handle_batch(Batch& batch);
};

/// Why a replicate ended early: named, placed, repeatable.
struct Failure {
  std::string_view code;     ///< "food.lost_sale": short and greppable
  std::string_view message;  ///< literal text; static storage
  std::string_view model;
  ProcessId process;
  Time at;
};

/// What one worker collects while a window is handled. On cache lines of its own.
struct alignas(64) Outbox {
  struct PublishedRow {
    std::uint32_t table;
    std::uint32_t column;
    std::uint32_t row;
  };
  struct Cause {
    EventTrace* trace;  ///< of who gets the message
    EventName message;
    EventName cause;
  };
  std::uint32_t lane = 0;               ///< of the worker: where it files events due after the window
  std::vector<Event> soon;              ///< of the process at work, due inside the window: a heap, first on top
  std::vector<PublishedRow> published;  ///< to make visible when the window closes
  std::vector<Failure> failures;
  std::vector<Cause> causes;                  ///< of messages to observed processes
  std::forward_list<std::string> texts;       ///< of failures that were thrown
  Failure at_work{{}, {}, "engine", {}, {}};  ///< who was being handled when something was thrown
  std::vector<Event> rest;                    ///< of a batch: what its processes asked for inside the window
  struct Tally {
    std::uint64_t events = 0;
    std::uint64_t batches = 0;
    double ms = 0;
  };
  std::vector<Tally> tallies;  ///< per model, while somebody wants a profile
  double busy_ms = 0;          ///< in this window, likewise
  std::uint64_t handled = 0;
  std::uint64_t cancelled = 0;
  std::uint64_t buried = 0;  ///< cancelled events, of now or before, that were met and dropped
};

/// All that a handler may see of the engine, for one event of one process.
class Context {
 public:
  Time now() const { return now_; }
  ProcessId self() const { return self_; }

  /// The first alarm of a process; only in `Model::start`.
  void start_process(ProcessId process, Time at, EventKind kind, Payload payload = {});

  /// A message to another process, due `delay` from now; `delay` must not be shorter than the lookahead.
  void send(ProcessId to, Duration delay, EventKind kind, Payload payload = {}, Priority priority = Priority::normal);

  /// An alarm to itself at any time from now on. It cannot be cancelled.
  void schedule(Time at, EventKind kind, Payload payload = {}, Priority priority = Priority::normal);
  void schedule_in(Duration delay, EventKind kind, Payload payload = {});

  /// An alarm to itself that replaces the one set before in the same slot: set again to reschedule.
  void set_timer(TimerSlot slot, Time at, EventKind kind, Payload payload = {}, Priority priority = Priority::normal);
  void cancel_timer(TimerSlot slot);  ///< nothing happens if none is set

  /// Chance of a decision of this site: see `Draw`.
  Draw draw(Stream stream, std::uint32_t entity, std::uint32_t occasion) const {
    return random_->draw(stream, entity, occasion);
  }
  Draw national_draw(Stream stream, std::uint32_t occasion) const { return random_->national_draw(stream, occasion); }

  /// Writes the next value of a published column at this process's own row; others see it from the next window on.
  template <class T>
  void publish(const Published<T>& column, std::uint32_t row, T value) {
    if (note_published(column.column(), row, &column.next(row))) column.next(row) = value;
  }

  /// Ends this replicate at the end of the window, and this process's part in it when the handler returns. The first
  /// call counts. `code` and `message` must have static storage.
  void fail(std::string_view code, std::string_view message);

  Duration lookahead() const { return lookahead_; }

 private:
  friend class Simulation;
  friend class Batch;
  bool note_published(std::uint32_t column, std::uint32_t row, const void* place);
  void emit(ProcessId to, Time at, EventKind kind, Payload payload, Priority priority, TimerSlot slot);
  void ask_soon(Event event);
  void bury_cancelled_soon();
  std::uint32_t& generation(TimerSlot slot);
  void note_asked(const Event& event);

  const Random* random_ = nullptr;
  class Simulation* simulation_ = nullptr;
  Outbox* outbox_ = nullptr;
  ProcessId self_;
  Time now_;
  Time window_end_;
  Duration lookahead_;
  std::size_t asked_later_ = 0;     ///< events due after the window that this process asked for in it
  std::size_t soon_to_sweep_ = 64;  ///< events of `Outbox::soon` from which it is worth looking for cancelled ones
  std::uint64_t handled_ = 0;       ///< events of this process in this window
  bool failed_ = false;
  bool in_batch_ = false;  ///< `Outbox::soon` is then in the order of asking, and sorted when the batch is done
  Model* model_ = nullptr;
  const Event* event_ = nullptr;  ///< being handled; none while models start
};

/// Events of one kind for neighbouring processes, none of which has another event in this window.
class Batch {
 public:
  std::size_t size() const { return events_.size(); }
  std::span<const Event> events() const { return events_; }  ///< in order of process
  /// What the process of that event may do; valid until the next call.
  Context& context(std::size_t event);

 private:
  friend class Simulation;
  Batch(std::span<const Event> events, Context& context) : events_{events}, context_{context} {}
  std::span<const Event> events_;
  Context& context_;
};

}  // namespace essaim
