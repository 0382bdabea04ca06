// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/simulation.h"

#include <algorithm>
#include <tuple>

#include "engine/core/error.h"

namespace essaim {

namespace {

constexpr std::size_t events_per_group = 64;      // what one worker claims at a time
constexpr std::size_t worth_sharing_out = 2'000;  // events in a window below which one thread is quicker

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
  ESSAIM_EXPECTS(86'400 % lookahead.count() == 0);
  ESSAIM_EXPECTS(end <= Time::latest() && end.count() % static_cast<std::uint64_t>(lookahead.count()) == 0);
}

void Simulation::add(std::uint8_t number, std::unique_ptr<Model> model) {
  ESSAIM_EXPECTS(phase_ == Phase::preparing && models_[number] == nullptr);
  models_[number] = std::move(model);
}

void Simulation::start() {
  ESSAIM_EXPECTS(phase_ == Phase::preparing);
  phase_ = Phase::started;
  outboxes_.resize(1);
  soon_.resize(1);
  for (const auto& model : models_) {
    if (!model) continue;
    Context context = context_for(ProcessId{}, Time{}, Time{}, outboxes_[0], soon_[0]);
    context.model_ = model.get();
    model->start(context);
  }
  close_window();
}

Context Simulation::context_for(ProcessId process, Time now, Time window_end, Outbox& outbox,
                                std::vector<Event>& soon) {
  Context context;
  context.random_ = &random_;
  context.simulation_ = this;
  context.outbox_ = &outbox;
  context.soon_ = &soon;
  context.self_ = process;
  context.now_ = now;
  context.window_end_ = window_end;
  context.lookahead_ = lookahead_;
  context.later_before_ = outbox.later.size();
  return context;
}

Simulation::Stop Simulation::run(Time until, Executor& executor, std::optional<double> budget_ms) {
  const auto width = static_cast<std::uint64_t>(lookahead_.count());
  ESSAIM_EXPECTS(phase_ == Phase::started && until <= end_ && until.count() % width == 0);
  outboxes_.resize(std::max<std::size_t>(outboxes_.size(), executor.workers()));
  soon_.resize(outboxes_.size());
  const double started_ms = executor.now_ms();
  while (!failure_ && now_ < until) {
    std::vector<Event> events = pending_.open_next(until.count() / width - 1);
    const Time window_end = Time::at((pending_.current() + 1) * width);
    if (!events.empty()) {
      handle_window(events, window_end, executor);
      close_window();
    }
    now_ = events.empty() ? until : window_end;
    if (failure_ || now_ == until || !budget_ms) continue;
    if (executor.now_ms() - started_ms >= *budget_ms) return Stop::out_of_budget;
  }
  return failure_ ? Stop::failed : Stop::reached;
}

void Simulation::handle_window(std::vector<Event>& events, Time window_end, Executor& executor) {
  split_by_process(events);
  const auto handle_run = [&](const Run& run, std::uint32_t worker) {
    handle_process(std::span{events}.subspan(run.begin, run.end - run.begin), window_end, outboxes_[worker],
                   soon_[worker]);
  };
  if (executor.workers() == 1 || events.size() < worth_sharing_out) {
    for (const Run& run : runs_) handle_run(run, 0);
    return;
  }
  split_in_groups();
  executor.for_each(static_cast<std::uint32_t>(groups_.size() - 1), [&](std::uint32_t group, std::uint32_t worker) {
    for (std::uint32_t run = groups_[group]; run < groups_[group + 1]; ++run) handle_run(runs_[run], worker);
  });
}

void Simulation::split_by_process(std::vector<Event>& events) {
  // A total order: within one process (from, sequence) is unique.
  std::sort(events.begin(), events.end(),
            [](const Event& a, const Event& b) { return a.to != b.to ? a.to < b.to : handled_before(a, b); });
  runs_.clear();
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    if (runs_.empty() || events[runs_.back().begin].to != events[i].to) runs_.push_back({i, i});
    runs_.back().end = i + 1;
  }
}

void Simulation::split_in_groups() {
  groups_.assign(1, 0);
  std::size_t events = 0;
  for (std::uint32_t run = 0; run < runs_.size(); ++run) {
    events += runs_[run].end - runs_[run].begin;
    if (events < events_per_group && run + 1 < runs_.size()) continue;
    groups_.push_back(run + 1);
    events = 0;
  }
}

void Simulation::handle_process(std::span<Event> events, Time window_end, Outbox& outbox, std::vector<Event>& soon) {
  Context context = context_for(events.front().to, events.front().at, window_end, outbox, soon);
  std::size_t next = 0;
  std::uint64_t handled = 0;
  const std::size_t failures = outbox.failures.size();
  while (next < events.size() || !soon.empty()) {
    const bool take_soon = !soon.empty() && (next == events.size() || handled_before(soon.front(), events[next]));
    if (take_soon) std::pop_heap(soon.begin(), soon.end(), handled_after);
    const Event event = take_soon ? soon.back() : events[next++];
    if (take_soon) soon.pop_back();
    if (is_cancelled(event)) {
      ++outbox.cancelled;
      continue;
    }
    context.now_ = event.at;
    context.model_ = models_[model_of(event.kind)].get();
    if (context.model_ == nullptr) {
      context.fail("engine.unknown_kind", "no model handles this kind of event");
    } else if (++handled > limits_.events_at_once) {
      context.fail("engine.endless", "a process asks itself for ever more events and time does not pass");
    } else {
      models_[model_of(event.kind)]->handle(event, context);
      ++outbox.handled;
    }
    if (outbox.failures.size() > failures) return soon.clear();
  }
}

bool Simulation::is_cancelled(const Event& event) const {
  return event.timer != no_timer &&
         timer_generation_[std::size_t{event.to.index()} * timer_slots + event.timer] != event.generation;
}

void Simulation::close_window() {
  for (Outbox& outbox : outboxes_) {
    for (const auto& row : outbox.published) world_.tables()[row.table]->commit(row.column, row.row);
    for (const Event& event : outbox.later) pending_.add(event);
    for (const Failure& failure : outbox.failures) {
      // The earliest failure is reported, whichever worker met it first.
      const auto key = [](const Failure& f) { return std::tuple{f.at, f.process}; };
      if (!failure_ || key(failure) < key(*failure_)) failure_ = failure;
    }
    handled_ += outbox.handled;
    cancelled_ += outbox.cancelled;
    outbox.published.clear();
    outbox.later.clear();
    outbox.failures.clear();
    outbox.handled = outbox.cancelled = 0;
  }
  if (!failure_ && pending_.size() > limits_.pending_events) {
    failure_ = Failure{"engine.event_memory", "more events wait than this run may hold", "engine", {}, now_};
  }
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
