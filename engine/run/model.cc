// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/model.h"

#include <algorithm>

#include "engine/core/error.h"
#include "engine/run/simulation.h"

namespace essaim {

namespace {

constexpr bool handled_after(const Event& a, const Event& b) { return handled_before(b, a); }

constexpr std::uint32_t last_generation = 0xffff'fff0;

constexpr std::string_view only_first_alarms = "a model that starts may only ask for the first alarms of processes";

}  // namespace

void Model::handle_batch(Batch& batch) {
  for (std::size_t i = 0; i < batch.size(); ++i) handle(batch.events()[i], batch.context(i));
}

Context& Batch::context(std::size_t event) {
  const Event& e = events_[event];
  context_.self_ = e.to;
  context_.now_ = e.at;
  context_.event_ = &e;
  context_.asked_later_ = 0;
  context_.failed_ = false;
  return context_;
}

void Context::start_process(ProcessId process, Time at, EventKind kind, Payload payload) {
  if (!self_.is_null()) return fail("engine.start", "a process was started by a handler, not by a model that starts");
  if (process.index() >= simulation_->world_.processes()) {
    return fail("engine.unknown_process", "a process was started that does not exist");
  }
  self_ = process;
  emit(process, at, kind, payload, Priority::normal, no_timer);
  self_ = ProcessId{};
}

void Context::send(ProcessId to, Duration delay, EventKind kind, Payload payload, Priority priority) {
  if (delay < lookahead_) return fail("engine.lookahead", "a message was sent to arrive sooner than the lookahead");
  if (to.index() >= simulation_->world_.processes()) {
    return fail("engine.unknown_process", "a message was sent to a process that does not exist");
  }
  emit(to, now_ + delay, kind, payload, priority, no_timer);
}

void Context::schedule(Time at, EventKind kind, Payload payload, Priority priority) {
  if (at < now_) return fail("engine.past", "an alarm was set in the past");
  emit(self_, at, kind, payload, priority, no_timer);
}

void Context::schedule_in(Duration delay, EventKind kind, Payload payload) {
  if (delay < Duration{}) return fail("engine.past", "an alarm was set in the past");
  schedule(now_ + delay, kind, payload);
}

void Context::set_timer(TimerSlot slot, Time at, EventKind kind, Payload payload, Priority priority) {
  if (at < now_) return fail("engine.past", "an alarm was set in the past");
  cancel_timer(slot);
  if (self_.is_null()) return;
  if (generation(slot) >= last_generation) {
    return fail("engine.sequence", "a process set an alarm more often than can be counted");
  }
  ++generation(slot);
  emit(self_, at, kind, payload, priority, slot);
}

void Context::cancel_timer(TimerSlot slot) {
  ESSAIM_EXPECTS(slot < timer_slots);
  if (self_.is_null()) return fail("engine.start", only_first_alarms);
  if ((generation(slot) & 1) == 0) return;  // none is set
  ++generation(slot);
  ++outbox_->cancelled;
}

std::uint32_t& Context::generation(TimerSlot slot) { return simulation_->generation_of(self_, slot); }

// A process that fails is not handled again, so its failures of one window all come from one handler.
void Context::fail(std::string_view code, std::string_view message) {
  failed_ = true;
  if (!outbox_->failures.empty() && outbox_->failures.back().process == self_) return;
  outbox_->failures.push_back({code, message, model_ ? model_->name() : "engine", self_, now_});
}

bool Context::note_published(std::uint32_t column, std::uint32_t row, const void* place) {
  if (self_.is_null()) {
    fail("engine.start", only_first_alarms);
    return false;
  }
  const std::uint32_t number = simulation_->world_.table_number(self_);
  const Table& table = *simulation_->world_.tables()[number];
  if (row != table.row(self_) || !table.holds_next(column, row, place)) {
    fail("engine.publish", "a process published a value in a row that is not its own");
    return false;
  }
  outbox_->published.push_back({number, column, row});
  return true;
}

void Context::emit(ProcessId to, Time at, EventKind kind, Payload payload, Priority priority, TimerSlot slot) {
  if (self_.is_null()) return fail("engine.start", only_first_alarms);
  if (at > Time::latest()) return fail("engine.time", "an event was asked for later than time can count");
  if (asked_later_ + outbox_->soon.size() >= simulation_->limits_.pending_events) {
    return fail("engine.event_memory", "one process asked for more events than this run may hold");
  }
  std::uint32_t& sequence = simulation_->next_sequence_[self_.index()];
  if (sequence == simulation_->limits_.sequence) {
    return fail("engine.sequence", "a process asked for more events than their names can count");
  }
  Event event;
  event.at = at;
  event.to = to;
  event.from = self_;
  event.sequence = sequence++;
  event.kind = kind;
  event.payload = payload;
  event.priority = priority;
  event.timer = slot;
  if (slot != no_timer) event.generation = generation(slot);
  if (!simulation_->traces_.empty()) note_asked(event);
  if (at >= window_end_) {
    ++asked_later_;
    return simulation_->pending_.add(event, outbox_->lane);  // its tie is worked out when its window opens
  }
  ask_soon(event);
}

// Other workers may be asking the same process at this moment, so that their notes wait until the window closes.
void Context::note_asked(const Event& event) {
  std::optional<EventName> cause;
  if (event_ != nullptr) cause = EventName{event_->from, event_->sequence};
  if (EventTrace* own = simulation_->trace_of(self_)) own->asked_.push_back({event, cause});
  EventTrace* theirs = simulation_->trace_of(event.to);
  if (theirs == nullptr || !cause) return;
  const EventName name{event.from, event.sequence};
  if (self_ == event.to) {
    theirs->causes_.emplace(name, *cause);  // it may be handled in this very window
  } else {
    outbox_->causes.push_back({theirs, name, *cause});
  }
}

void Context::ask_soon(Event event) {
  event.tie = random_->tie(event.from.index(), event.sequence);
  if (outbox_->soon.size() >= soon_to_sweep_) bury_cancelled_soon();
  outbox_->soon.push_back(event);
  if (in_batch_) return;
  // A heap by handled_before: a total order, since (from, sequence) is unique.
  std::push_heap(outbox_->soon.begin(), outbox_->soon.end(), handled_after);
}

// Asked for again only when what is left has doubled: whoever resets an alarm a million times in a window pays for each
// once, and a short list stays short.
void Context::bury_cancelled_soon() {
  std::vector<Event>& soon = outbox_->soon;
  outbox_->buried += std::erase_if(soon, [this](const Event& event) { return simulation_->is_cancelled(event); });
  if (!in_batch_) std::make_heap(soon.begin(), soon.end(), handled_after);  // by handled_before, a total order
  soon_to_sweep_ = std::max<std::size_t>(64, 2 * soon.size());
}

}  // namespace essaim
