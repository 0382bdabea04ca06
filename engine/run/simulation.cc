// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/simulation.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "engine/core/error.h"

namespace essaim {

namespace {

constexpr bool handled_after(const Event& a, const Event& b) { return handled_before(b, a); }

std::string two_digits(std::uint32_t value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

}  // namespace

/// Leaves the name of who was at work when an exception goes by.
struct Simulation::NameIfThrown {
  const Context& context;
  Failure& place;
  bool done = false;

  NameIfThrown(const Context& context_, Failure& place_) : context{context_}, place{place_} {}
  NameIfThrown(const NameIfThrown&) = delete;
  NameIfThrown& operator=(const NameIfThrown&) = delete;
  ~NameIfThrown() {
    if (!done) place = {{}, {}, context.model_ ? context.model_->name() : "engine", context.self_, context.now_};
  }
};

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
      pending_{lookahead},
      in_batches_(256) {
  ESSAIM_EXPECTS(end <= Time::latest() && end.count() % static_cast<std::uint64_t>(lookahead.count()) == 0);
}

void Simulation::add(std::uint8_t number, std::unique_ptr<Model> model) {
  ESSAIM_EXPECTS(phase_ == Phase::preparing && models_[number] == nullptr);
  for (unsigned kind = 0; kind < 256; ++kind) {
    const bool in_batches = model->takes_batches(event_kind(number, static_cast<std::uint8_t>(kind)));
    in_batches_[number][kind] = in_batches;
    some_in_batches_ |= in_batches;
  }
  for (const Routine& routine : model->routines()) {
    const std::uint64_t end = std::uint64_t{routine.first.index()} + routine.processes;
    ESSAIM_EXPECTS(model_of(routine.kind) == number && end <= world_.processes());
    routines_.add(routine);
  }
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
  if (walks_.size() < workers) walks_.resize(workers);
  if (batches_.size() < workers) batches_.resize(workers);
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
    const bool found = open_next(until.count() / width - 1);
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

/// Opens the first window up to `last` in which something is due, asked for or routine; false if there is none.
bool Simulation::open_next(std::uint64_t last) {
  if (routines_.empty()) return pending_.open_next(last);
  const auto width = static_cast<std::uint64_t>(lookahead_.count());
  const auto find_due = [&](std::uint64_t window) {
    routines_.find_due(Time::at(window * width), Time::at((window + 1) * width), due_);
    return !due_.empty();
  };
  // Most windows have no routine: the next that has is kept, so that each is looked at once.
  routine_window_ = std::max(routine_window_, now_.count() / width);
  while (!find_due(routine_window_) && routine_window_ < last) ++routine_window_;
  const std::uint64_t until = std::min(routine_window_, last);
  const bool asked = pending_.open_next(until);
  if (pending_.current() != routine_window_) due_.clear();
  return asked || !due_.empty();
}

void Simulation::handle_window(Time window_end, Executor& executor) {
  SerialExecutor alone;
  std::size_t events = pending_.opened_events();
  for (const DueSpan& span : due_) events += span.end - span.begin;
  const bool shared = events >= worth_sharing_out_;
  Executor& hands = shared ? executor : alone;
  clock_ = profile_ == nullptr ? nullptr : &executor;
  const double opened_ms = clock_ == nullptr ? 0 : clock_->now_ms();
  if (clock_ != nullptr) {
    for (Outbox& outbox : outboxes_) outbox.tallies.resize(models_.size());
  }
  window_.fill(pending_, events, world_.processes(), hands);
  pending_.give_back_opened();
  const auto task = [&](std::uint32_t group, std::uint32_t worker) {
    const double started_ms = clock_ == nullptr ? 0 : clock_->now_ms();
    const auto work = [&] { handle_group(group, window_end, worker); };
    const std::optional<std::string> thrown = executor.attempt(std::cref(work));
    if (thrown) note_thrown(*thrown, outboxes_[worker]);
    if (clock_ != nullptr) outboxes_[worker].busy_ms += clock_->now_ms() - started_ms;
  };
  hands.for_each(window_.groups(), std::cref(task));
  if (clock_ != nullptr) note_window(events, shared, clock_->now_ms() - opened_ms);
}

void Simulation::handle_group(std::uint32_t group, Time window_end, std::uint32_t worker) {
  GroupWalk& walk = walks_[worker];
  const auto [first, end] = window_.processes_of(group);
  walk.restart(window_.sorted(group, random_, desks_[worker]), due_, first, end);
  const bool batching = some_in_batches_ && traces_.empty();
  const auto in_batches = [&](EventKind kind) { return batching && in_batches_[model_of(kind)][kind & 0xff]; };
  for (GroupWalk::Step step; walk.next(step);) {
    if (step.routine) {
      handle_routine(step.due.front(), in_batches(step.due.front().kind), window_end, worker);
    } else if (step.due.empty() && step.asked.size() == 1 && in_batches(step.asked.front().kind)) {
      add_to_batch(step.asked.front(), worker);
    } else {
      for (const DueSpan& span : step.due) add_soon(span, step.process, outboxes_[worker]);
      handle_process(ProcessId{step.process}, step.asked, window_end, outboxes_[worker]);
    }
  }
  if (batching) handle_batches(window_end, worker);
}

/// Neighbours that have nothing but this.
void Simulation::handle_routine(const DueSpan& span, bool in_batch, Time window_end, std::uint32_t worker) {
  if (in_batch) {
    routines_.add_events(span, random_, batch_of(span.kind, worker));
    return;
  }
  for (std::uint32_t p = span.begin; p < span.end; ++p) {
    add_soon(span, p, outboxes_[worker]);
    handle_process(ProcessId{p}, {}, window_end, outboxes_[worker]);
  }
}

void Simulation::add_soon(const DueSpan& span, std::uint32_t process, Outbox& outbox) const {
  outbox.soon.push_back(routines_.event(span, process, random_));
  std::push_heap(outbox.soon.begin(), outbox.soon.end(), handled_after);  // a total order: see `Context::ask_soon`
}

void Simulation::handle_process(ProcessId process, std::span<const StoredEvent> events, Time window_end,
                                Outbox& outbox) {
  Context context = context_for(process, Time{}, window_end, outbox);
  NameIfThrown guard{context, outbox.at_work};
  const std::vector<Event>& soon = outbox.soon;
  for (const StoredEvent& stored : events) {
    const Event event = window_.restored(stored, random_);
    while (!context.failed_ && !soon.empty() && handled_before(soon.front(), event)) handle_first_of_soon(context);
    if (context.failed_) break;
    handle_event(event, context);
  }
  handle_all_soon(context);
  guard.done = true;
}

void Simulation::handle_first_of_soon(Context& context) {
  std::vector<Event>& soon = context.outbox_->soon;
  std::pop_heap(soon.begin(), soon.end(), handled_after);
  const Event event = soon.back();
  soon.pop_back();
  handle_event(event, context);
}

void Simulation::handle_all_soon(Context& context) {
  while (!context.failed_ && !context.outbox_->soon.empty()) handle_first_of_soon(context);
  context.outbox_->soon.clear();
}

/// False for an event that was cancelled; a timer that rings is no longer set.
bool Simulation::rings(const Event& event, Outbox& outbox) {
  if (event.timer == no_timer) return true;
  std::uint32_t& generation = generation_of(event.to, event.timer);
  if (generation != event.generation) {
    ++outbox.buried;
    return false;
  }
  ++generation;
  return true;
}

void Simulation::handle_event(const Event& event, Context& context) {
  if (!rings(event, *context.outbox_)) return;
  context.now_ = event.at;
  context.model_ = models_[model_of(event.kind)].get();
  if (context.model_ == nullptr) return context.fail("engine.unknown_kind", "no model handles this kind of event");
  if (++context.handled_ > limits_.events_at_once) {
    return context.fail("engine.endless", "a process asks itself for ever more events and time does not pass");
  }
  if (!traces_.empty()) note_handled(event);
  context.event_ = &event;
  ++context.outbox_->handled;
  if (clock_ != nullptr) return handle_and_time(event, context);
  context.model_->handle(event, context);
}

void Simulation::add_to_batch(const StoredEvent& stored, std::uint32_t worker) {
  const Event event = window_.restored(stored, random_);
  if (rings(event, outboxes_[worker])) batch_of(event.kind, worker).push_back(event);
}

std::vector<Event>& Simulation::batch_of(EventKind kind, std::uint32_t worker) {
  auto& batches = batches_[worker];
  auto found = std::find_if(batches.begin(), batches.end(), [&](const auto& batch) { return batch.kind == kind; });
  if (found == batches.end()) found = batches.insert(found, {kind, {}});
  return found->events;
}

void Simulation::handle_batches(Time window_end, std::uint32_t worker) {
  for (KindOfBatch& batch : batches_[worker]) {
    if (!batch.events.empty()) handle_batch(batch.events, window_end, outboxes_[worker]);
    batch.events.clear();
  }
}

void Simulation::handle_batch(std::span<const Event> events, Time window_end, Outbox& outbox) {
  Context context = context_for(events.front().to, events.front().at, window_end, outbox);
  context.model_ = models_[model_of(events.front().kind)].get();
  context.in_batch_ = true;
  NameIfThrown guard{context, outbox.at_work};
  const std::size_t failures_before = outbox.failures.size();
  const double started_ms = clock_ == nullptr ? 0 : clock_->now_ms();
  Batch batch{events, context};
  context.model_->handle_batch(batch);
  outbox.handled += events.size();
  if (clock_ != nullptr) {
    Outbox::Tally& tally = outbox.tallies[model_of(events.front().kind)];
    tally.events += events.size();
    ++tally.batches;
    tally.ms += clock_->now_ms() - started_ms;
  }
  guard.done = true;  // what is thrown from here on is another process's
  if (!outbox.soon.empty()) handle_rest_of_batch(failures_before, window_end, outbox);
}

/// What the processes of a batch asked of themselves inside the window, process by process.
void Simulation::handle_rest_of_batch(std::size_t failures_before, Time window_end, Outbox& outbox) {
  std::vector<Event>& rest = outbox.rest;
  rest.swap(outbox.soon);
  outbox.soon.clear();
  // A total order: within one process handled_before is. Mostly each asked once, in order.
  const auto before = [](const Event& a, const Event& b) { return a.to != b.to ? a.to < b.to : handled_before(a, b); };
  if (!std::is_sorted(rest.begin(), rest.end(), before)) std::sort(rest.begin(), rest.end(), before);
  const auto has_failed = [&](ProcessId process) {
    const auto of_batch = std::span{outbox.failures}.subspan(failures_before);
    return std::any_of(of_batch.begin(), of_batch.end(), [&](const Failure& f) { return f.process == process; });
  };
  for (auto begin = rest.begin(); begin != rest.end();) {
    const auto end = std::find_if(begin, rest.end(), [&](const Event& event) { return event.to != begin->to; });
    Context context = context_for(begin->to, begin->at, window_end, outbox);
    NameIfThrown guard{context, outbox.at_work};
    context.handled_ = 1;
    outbox.soon.assign(begin, end);  // sorted, hence a heap
    if (!has_failed(begin->to)) handle_all_soon(context);
    outbox.soon.clear();
    guard.done = true;
    begin = end;
  }
}

void Simulation::note_thrown(const std::string& what, Outbox& outbox) {
  outbox.texts.push_front("a handler ended in an exception: " + what);
  const Failure& place = outbox.at_work;
  outbox.failures.push_back({"engine.exception", outbox.texts.front(), place.model, place.process,
                             place.process.is_null() ? now_ : place.at});
  outbox.at_work = Failure{{}, {}, "engine", {}, {}};
  outbox.soon.clear();
  for (auto& batches : batches_[outbox.lane]) batches.events.clear();
}

void Simulation::profile(Profile* profile) {
  profile_ = profile;
  if (profile == nullptr) return;
  *profile = {};
  for (const auto& model : models_) {
    if (model) profile->models.push_back({std::string{model->name()}});
  }
  for (const auto& table : world_.tables()) {
    for (const auto& column : table->columns()) profile->column_bytes += column->values.size() + column->pending.size();
  }
}

void Simulation::handle_and_time(const Event& event, Context& context) {
  const double started_ms = clock_->now_ms();
  context.model_->handle(event, context);
  Outbox::Tally& tally = context.outbox_->tallies[model_of(event.kind)];
  ++tally.events;
  tally.ms += clock_->now_ms() - started_ms;
}

void Simulation::note_window(std::size_t events, bool shared, double ms) {
  Profile& p = *profile_;
  p.windows += 1;
  p.shared_windows += shared ? 1 : 0;
  p.fullest_window = std::max<std::uint64_t>(p.fullest_window, events);
  p.windows_ms += ms;
  p.most_pending = std::max<std::uint64_t>(p.most_pending, pending());
  p.most_event_bytes = std::max<std::uint64_t>(p.most_event_bytes, event_bytes());
  p.workers = std::max(p.workers, clock_->workers());
  double busiest_ms = 0;
  for (Outbox& outbox : outboxes_) {
    p.events += outbox.handled;
    p.cancelled += outbox.cancelled;
    auto model = p.models.begin();
    for (std::size_t number = 0; number < models_.size(); ++number) {
      if (!models_[number]) continue;
      const Outbox::Tally& tally = outbox.tallies[number];
      model->events += tally.events;
      model->batches += tally.batches;
      model->handler_ms += tally.ms;
      ++model;
    }
    std::fill(outbox.tallies.begin(), outbox.tallies.end(), Outbox::Tally{});
    busiest_ms = std::max(busiest_ms, outbox.busy_ms);
    if (shared) p.shared_busy_ms += outbox.busy_ms;
    outbox.busy_ms = 0;
  }
  if (shared) p.shared_busiest_ms += busiest_ms;
}

void Simulation::observe(ProcessId process, EventTrace* trace) {
  ESSAIM_EXPECTS(process.index() < world_.processes());
  traces_.resize(world_.processes());
  traces_[process.index()] = trace;
  if (trace != nullptr) return;
  if (std::all_of(traces_.begin(), traces_.end(), [](const EventTrace* one) { return one == nullptr; }))
    traces_.clear();
}

void Simulation::note_handled(const Event& event) const {
  EventTrace* trace = trace_of(event.to);
  if (trace == nullptr) return;
  const auto cause = trace->causes_.find({event.from, event.sequence});
  const bool known = cause != trace->causes_.end();
  trace->handled_.push_back({event, known ? std::optional{cause->second} : std::nullopt});
  if (known) trace->causes_.erase(cause);
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
  if (failure_) {  // it left events behind unseen, and will not go on: who is dead is counted anew
    dead_ = 0;
    pending_.for_each([this](const Event& event) { dead_ += is_cancelled(event) ? 1 : 0; });
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
