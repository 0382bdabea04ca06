// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/simulation.h"

#include <algorithm>
#include <tuple>

#include "engine/core/error.h"

namespace essaim {

namespace {

constexpr bool handled_after(const Event& a, const Event& b) { return handled_before(b, a); }

std::string two_digits(std::uint32_t value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

}  // namespace

Simulation::Simulation(World& world, const Random& random, Duration lookahead, Time end)
    : Simulation(world, random, lookahead, end, Limits{}) {}

Simulation::Simulation(World& world, const Random& random, Duration lookahead, Time end, Limits limits)
    : world_{world},
      random_{random},
      lookahead_{lookahead},
      end_{end},
      limits_{limits},
      models_(256),
      next_sequence_(world.processes(), 0),
      timer_generation_(std::size_t{world.processes()} * timer_slots, 0),
      pending_{lookahead} {
  ESSAIM_EXPECTS(end <= Time::latest() && end.count() % static_cast<std::uint64_t>(lookahead.count()) == 0);
}

void Simulation::add(std::uint8_t number, std::unique_ptr<Model> model) {
  ESSAIM_EXPECTS(phase_ == Phase::preparing && models_[number] == nullptr);
  models_[number] = std::move(model);
}

void Simulation::start() {
  ESSAIM_EXPECTS(phase_ == Phase::preparing);
  phase_ = Phase::started;
  have_workers(1);
  for (const auto& model : models_) {
    if (!model) continue;
    Context context = context_for(ProcessId{}, Time{}, Time{}, outboxes_[0]);
    context.model_ = model.get();
    model->start(context);
  }
  close_window();
}

void Simulation::have_workers(std::uint32_t workers) {
  pending_.have_lanes(workers);
  if (desks_.size() < workers) desks_.resize(workers);
  while (outboxes_.size() < workers) {
    outboxes_.emplace_back();
    outboxes_.back().lane = static_cast<std::uint32_t>(outboxes_.size() - 1);
  }
}

Context Simulation::context_for(ProcessId process, Time now, Time window_end, Outbox& outbox) {
  Context context;
  context.random_ = &random_;
  context.simulation_ = this;
  context.outbox_ = &outbox;
  context.self_ = process;
  context.now_ = now;
  context.window_end_ = window_end;
  context.lookahead_ = lookahead_;
  return context;
}

Simulation::Stop Simulation::run(Time until, Executor& executor, std::optional<double> budget_ms) {
  const auto width = static_cast<std::uint64_t>(lookahead_.count());
  ESSAIM_EXPECTS(phase_ == Phase::started && until <= end_ && until.count() % width == 0);
  have_workers(executor.workers());
  const double started_ms = executor.now_ms();
  while (!failure_ && now_ < until) {
    const bool found = pending_.open_next(until.count() / width - 1);
    const Time window_end = Time::at((pending_.current() + 1) * width);
    if (found) {
      handle_window(window_end, executor);
      close_window();
    }
    now_ = found ? window_end : until;
    if (failure_ || now_ == until || !budget_ms) continue;
    if (executor.now_ms() - started_ms >= *budget_ms) return Stop::out_of_budget;
  }
  return failure_ ? Stop::failed : Stop::reached;
}

void Simulation::handle_window(Time window_end, Executor& executor) {
  SerialExecutor alone;
  Executor& hands = pending_.opened_events() < worth_sharing_out_ ? alone : executor;
  window_.fill(pending_, world_.processes(), hands);
  pending_.give_back_opened();
  hands.for_each(window_.groups(),
                 [&](std::uint32_t group, std::uint32_t worker) { handle_group(group, window_end, worker); });
}

void Simulation::handle_group(std::uint32_t group, Time window_end, std::uint32_t worker) {
  const std::span events = window_.sorted(group, random_, desks_[worker]);
  for (std::size_t begin = 0; begin < events.size();) {
    std::size_t end = begin + 1;
    while (end < events.size() && events[end].to == events[begin].to) ++end;
    handle_process(events.subspan(begin, end - begin), window_end, outboxes_[worker]);
    begin = end;
  }
}

void Simulation::handle_process(std::span<const StoredEvent> events, Time window_end, Outbox& outbox) {
  Context context = context_for(ProcessId{events.front().to}, Time{}, window_end, outbox);
  std::vector<Event>& soon = outbox.soon;
  const auto handle_first_of_soon = [&] {
    std::pop_heap(soon.begin(), soon.end(), handled_after);
    const Event event = soon.back();
    soon.pop_back();
    handle_event(event, context);
  };
  for (const StoredEvent& stored : events) {
    const Event event = window_.restored(stored, random_);
    while (!context.failed_ && !soon.empty() && handled_before(soon.front(), event)) handle_first_of_soon();
    if (context.failed_) break;
    handle_event(event, context);
  }
  while (!context.failed_ && !soon.empty()) handle_first_of_soon();
  soon.clear();
}

void Simulation::handle_event(const Event& event, Context& context) {
  if (event.timer != no_timer) {
    std::uint32_t& generation = generation_of(event.to, event.timer);
    if (generation != event.generation) {
      ++context.outbox_->buried;
      return;
    }
    ++generation;  // it rings: no longer set
  }
  context.now_ = event.at;
  context.model_ = models_[model_of(event.kind)].get();
  if (context.model_ == nullptr) return context.fail("engine.unknown_kind", "no model handles this kind of event");
  if (++context.handled_ > limits_.events_at_once) {
    return context.fail("engine.endless", "a process asks itself for ever more events and time does not pass");
  }
  if (EventTrace* trace = trace_of(event.to)) note_handled(event, *trace);
  context.event_ = &event;
  context.model_->handle(event, context);
  ++context.outbox_->handled;
}

void Simulation::observe(ProcessId process, EventTrace* trace) {
  std::erase_if(observed_, [process](const auto& one) { return one.first == process; });
  if (trace != nullptr) observed_.emplace_back(process, trace);
}

EventTrace* Simulation::trace_of(ProcessId process) const {
  for (const auto& [observed, trace] : observed_) {
    if (observed == process) return trace;
  }
  return nullptr;
}

void Simulation::note_handled(const Event& event, EventTrace& trace) {
  const auto cause = trace.causes_.find({event.from, event.sequence});
  const bool known = cause != trace.causes_.end();
  trace.handled_.push_back({event, known ? std::optional{cause->second} : std::nullopt});
  if (known) trace.causes_.erase(cause);
}

bool Simulation::is_cancelled(const Event& event) const {
  return event.timer != no_timer &&
         timer_generation_[std::size_t{event.to.index()} * timer_slots + event.timer] != event.generation;
}

void Simulation::close_window() {
  for (Outbox& outbox : outboxes_) {
    for (const auto& row : outbox.published) world_.tables()[row.table]->commit(row.column, row.row);
    for (const Failure& failure : outbox.failures) {
      // The earliest failure is reported, whichever worker met it first.
      const auto key = [](const Failure& f) { return std::tuple{f.at, f.process}; };
      if (!failure_ || key(failure) < key(*failure_)) failure_ = failure;
    }
    for (const auto& [trace, name, cause] : outbox.causes) trace->causes_.emplace(name, cause);
    handled_ += outbox.handled;
    cancelled_ += outbox.cancelled;
    dead_ += outbox.cancelled;
    dead_ -= outbox.buried;
    outbox.published.clear();
    outbox.failures.clear();
    outbox.causes.clear();
    outbox.handled = outbox.cancelled = outbox.buried = 0;
  }
  if (!failure_ && dead_ >= worth_burying && 2 * dead_ >= pending_.size()) bury_dead();
  if (!failure_ && pending_.size() > limits_.pending_events) {
    failure_ = Failure{"engine.event_memory", "more events wait than this run may hold", "engine", {}, now_};
  }
}

// Looks at every waiting event, but only once half of them are dead: a cancelled event pays for one more that lives.
// How many are dead does not depend on threads, so neither does when this happens.
void Simulation::bury_dead() {
  dead_ -= pending_.remove_if([this](const Event& event) { return is_cancelled(event); });
  ESSAIM_EXPECTS(dead_ == 0);
}

std::string Simulation::failure_text() const {
  if (!failure_) return {};
  const Failure& f = *failure_;
  std::string text = std::string{f.code} + ": " + std::string{f.message} + " (model " + std::string{f.model};
  if (!f.process.is_null()) {
    const Table& table = world_.table_of(f.process);
    text += ", " + table.name() + " " + std::to_string(table.row(f.process));
  }
  const std::uint32_t second = f.at.second_of_day();
  text += ", day " + std::to_string(f.at.day()) + " at " + two_digits(second / 3'600) + ":" +
          two_digits(second / 60 % 60) + ":" + two_digits(second % 60);
  text += ", seed " + std::to_string(random_.seed()) + ", replicate " + std::to_string(random_.replicate()) + ")";
  return text;
}

}  // namespace essaim
