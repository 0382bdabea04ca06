// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/story.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <utility>

#include "models/catalogue/catalogue.h"
#include "models/catalogue/programme.h"

namespace essaim::cli {

namespace {

using commune::Message;
using Side = EventRow::Side;

EventName name_of(const Event& event) { return {event.from, event.sequence}; }

/// Who asked for what because of what, as far as the observed processes know.
class Causes {
 public:
  void add(const EventTrace& trace) {
    for (const EventTrace::Asked& one : trace.asked()) add(one.event, one.cause);
    for (const EventTrace::Handled& one : trace.handled()) add(one.event, one.cause);
  }
  /// The event itself first. At most three: what led to what led to it; each morning has the one before as its cause.
  std::vector<EventName> chain(const EventName& event) const {
    std::vector<EventName> names{event};
    while (names.size() < 3) {
      const auto found = causes_.find(names.back());
      if (found == causes_.end()) break;
      names.push_back(found->second);
    }
    return names;
  }

 private:
  void add(const Event& event, const std::optional<EventName>& cause) {
    if (cause) causes_.emplace(name_of(event), *cause);
  }
  std::map<EventName, EventName> causes_;
};

bool applies(const EventRow& row, Side side, const Event& event) {
  if (row.side != side || commune::kind(row.kind) != event.kind) return false;
  const std::uint32_t value = part_of_word(event.payload[row.word], row.part);
  return value >= row.at_least && value <= row.at_most;
}

/// Watches one household, the measures and the town hall through one run.
class Teller {
 public:
  Teller(catalogue::Arm& arm, const catalogue::SharedDraw& shared, const catalogue::Scenario& scenario,
         std::uint32_t variant, std::uint32_t household)
      : arm_{arm},
        shared_{shared},
        scenario_{scenario},
        stated_{scenario.variants[variant].measures},
        // Measures that move nothing have no row in the programme.
        programme_{catalogue::programme_of(scenario, scenario.variants[variant], catalogue::Shocks::with)},
        household_{household},
        measure_traces_(programme_.measures.size()),
        status_(programme_.measures.size(), 0) {
    for (const StateRow& row : state_rows()) before_.push_back(row.read(arm_, shared_, household_, 0));
    Simulation& simulation = arm_.simulation();
    simulation.observe(arm_.households().table->process(household_), &trace_);
    simulation.observe(arm_.town().table->process(0), &town_hall_trace_);
    for (std::uint32_t row = 0; row < measure_traces_.size(); ++row) {
      simulation.observe(arm_.town().measures.table->process(row), &measure_traces_[row]);
    }
  }

  /// Reads the columns at the end of a day.
  void end_day(std::uint32_t day) {
    for (std::size_t i = 0; i < state_rows().size(); ++i) {
      const StateRow& row = state_rows()[i];
      const double now = row.read(arm_, shared_, household_, day);
      const double level = row.level_of_draw != nullptr ? row.level_of_draw(shared_) : row.level;
      const bool was_up = before_[i] >= level;
      before_[i] = now;
      const std::string_view key = was_up ? row.down : row.up;
      if (was_up == (now >= level) || key.empty()) continue;
      Sentence sentence{day, key, row.weight, {{"value", now, row.form}}, {}, {}};
      if (const Event* event = last_of(trace_, {row.changed_by}, day)) sentence.events.push_back(name_of(*event));
      sentences_.push_back(std::move(sentence));
    }
    tell_measures(day);
  }

  Story story() {
    Causes causes;
    causes.add(trace_);
    causes.add(town_hall_trace_);
    for (const EventTrace& trace : measure_traces_) causes.add(trace);
    for (std::uint32_t i = 0; i < scenario_.shocks.size(); ++i) tell_shock(i);
    for (Sentence& sentence : sentences_) {
      if (sentence.events.size() == 1) sentence.events = causes.chain(sentence.events.front());
    }
    for (const EventTrace::Asked& one : trace_.asked()) {
      if (one.event.to != one.event.from) add(Side::asked, one.event, causes);
    }
    // Questions stand before the answers of the same day.
    for (const EventTrace::Handled& one : trace_.handled()) add(Side::handled, one.event, causes);
    std::stable_sort(sentences_.begin(), sentences_.end(),
                     [](const Sentence& a, const Sentence& b) { return a.day < b.day; });
    return {arm_.households().table->process(household_), std::move(sentences_), trace_.handled(), {}, {}};
  }

 private:
  void add_context(std::uint32_t day, std::string_view key, const Words& what, const Event* event) {
    sentences_.push_back({day, key, 2, {}, {what.fr, what.en}, {}});
    if (event != nullptr) sentences_.back().events.push_back(name_of(*event));
  }

  /// Its start and its end, with the event by which the town hall makes known what it does.
  void tell_shock(std::uint32_t number) {
    const catalogue::Action& shock = scenario_.shocks[number];
    const Words& label = catalogue::shock_infos()[shock.kind].label;
    const auto changed_at = [&](Time at) -> const Event* {
      const auto found = std::ranges::find_if(town_hall_trace_.handled(), [&](const EventTrace::Handled& one) {
        const Event& event = one.event;
        return event.kind == commune::kind(Message::condition_changes) && event.at == at &&
               programme_.effects[event.payload[0]].shock == number;
      });
      return found == town_hall_trace_.handled().end() ? nullptr : &found->event;
    };
    const Time end = shock.start + shock.duration;
    add_context(shock.start.day(), "story.shock_starts", label, changed_at(shock.start));
    if (end.day() < scenario_.days) add_context(end.day(), "story.shock_ends", label, changed_at(end));
  }

  Words words_of(std::uint32_t row) const {
    const commune::Measure& measure = programme_.measures[row];
    const auto is_it = [&](const catalogue::Action& action) {
      return &catalogue::measure_infos()[action.kind] == measure.info && action.start == measure.proposed;
    };
    const auto found = std::ranges::find_if(stated_, is_it);
    const bool titled = found != stated_.end() && !found->title.empty();
    return titled ? Words{found->title, found->title} : measure.info->label;
  }

  void add(Side side, const Event& event, const Causes& causes) {
    for (const EventRow& row : event_rows()) {
      if (!applies(row, side, event)) continue;
      Sentence sentence{event.at.day(), row.key, row.weight, {}, {}, causes.chain(name_of(event))};
      if (side == Side::asked) sentence.day = asked_on(event, causes);
      for (const WordOf& number : row.numbers) {
        if (number.name.empty()) continue;
        const auto value = static_cast<double>(part_of_word(event.payload[number.word], number.part));
        sentence.figures.push_back({number.name, value, number.form});
      }
      sentences_.push_back(std::move(sentence));
      return;
    }
  }

  /// What is asked of another arrives later: the day is that of the event in which it was asked.
  std::uint32_t asked_on(const Event& event, const Causes& causes) const {
    const std::vector<EventName> chain = causes.chain(name_of(event));
    const auto found = std::ranges::find_if(trace_.handled(), [&](const EventTrace::Handled& one) {
      return chain.size() > 1 && name_of(one.event) == chain[1];
    });
    return found == trace_.handled().end() ? event.at.day() : found->event.at.day();
  }

  /// The last event of such a kind that a process handled on that day.
  static const Event* last_of(const EventTrace& trace, std::initializer_list<Message> kinds, std::uint32_t day) {
    const auto& all = trace.handled();
    for (auto one = all.rbegin(); one != all.rend() && one->event.at.day() >= day; ++one) {
      const bool is_one = std::ranges::any_of(kinds, [&](Message k) { return one->event.kind == commune::kind(k); });
      if (is_one && one->event.at.day() == day) return &one->event;
    }
    return nullptr;
  }

  /// What made a measure change on that day: its last word to the town hall that its strength is another, or what put
  /// it forward, decided or ended it.
  const Event* change_of(std::uint32_t row, std::uint32_t day) const {
    const EventTrace& trace = measure_traces_[row];
    const auto& asked = trace.asked();
    const auto told = std::find_if(asked.rbegin(), asked.rend(), [&](const EventTrace::Asked& one) {
      // (It arrives an hour later, at the most on the next day.)
      const auto way = static_cast<std::uint64_t>(arm_.simulation().lookahead().count());
      return Time::at(one.event.at.count() - way).day() == day &&
             one.event.kind == commune::kind(Message::measure_changes);
    });
    if (told != asked.rend()) return &told->event;
    return last_of(trace, {Message::measure_proposed, Message::decision, Message::measure_ends}, day);
  }

  /// Decisions, openings and ends of measures, which the whole commune hears of.
  void tell_measures(std::uint32_t day) {
    static constexpr std::array<std::string_view, 7> keys = {"",
                                                             "story.measure_proposed",
                                                             "story.measure_refused",
                                                             "story.measure_adopted",
                                                             "story.measure_opens",
                                                             "story.measure_starved",
                                                             "story.measure_over"};
    const commune::MeasureColumns& measures = arm_.town().measures;
    for (std::uint32_t row = 0; row < status_.size(); ++row) {
      const std::uint8_t now = measures.status.latest(row);
      if (std::exchange(status_[row], now) == now || keys[now].empty()) continue;
      add_context(day, keys[now], words_of(row), change_of(row, day));
    }
  }

  catalogue::Arm& arm_;
  const catalogue::SharedDraw& shared_;
  const catalogue::Scenario& scenario_;
  const std::vector<catalogue::Action>& stated_;
  commune::Programme programme_;
  std::uint32_t household_;
  EventTrace trace_;
  EventTrace town_hall_trace_;
  std::vector<EventTrace> measure_traces_;  ///< by row of the programme
  std::vector<std::uint8_t> status_;        ///< of each, yesterday
  std::vector<double> before_;
  std::vector<Sentence> sentences_;
};

}  // namespace

Story tell(const catalogue::Scenario& scenario, const catalogue::SharedDraw& shared, std::uint32_t variant,
           std::uint32_t household, Executor& executor) {
  catalogue::Arm arm{scenario, shared, scenario.variants[variant], catalogue::Shocks::with};
  Teller teller{arm, shared, scenario, variant, household};
  for (std::uint32_t day = 0; day < scenario.days; ++day) {
    const bool more = arm.run_day(executor);
    teller.end_day(day);
    if (!more) break;
  }
  Story story = teller.story();
  const catalogue::ArmOutcome outcome = arm.outcome();
  story.state_sha256 = outcome.state_sha256;
  story.error = outcome.error;
  return story;
}

}  // namespace essaim::cli
