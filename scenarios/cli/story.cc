// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/story.h"

#include <algorithm>
#include <map>
#include <utility>

#include "models/catalogue/catalogue.h"
#include "models/catalogue/programme.h"

namespace essaim::cli {

namespace {

using commune::MeasureStatus;
using Side = EventRow::Side;

EventName name_of(const Event& event) { return {event.from, event.sequence}; }

/// Who asked for what because of what, as far as the household knows.
class Causes {
 public:
  explicit Causes(const EventTrace& trace) {
    for (const EventTrace::Asked& one : trace.asked()) add(one.event, one.cause);
    for (const EventTrace::Handled& one : trace.handled()) add(one.event, one.cause);
  }
  /// The event itself first. At most three: what led to what led to it; each morning has the one before as its cause.
  std::vector<EventName> chain(const Event& event) const {
    std::vector<EventName> names{name_of(event)};
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

/// Watches one household through one run.
class Teller {
 public:
  Teller(catalogue::Arm& arm, const catalogue::SharedDraw& shared, std::uint32_t household)
      : arm_{arm}, shared_{shared}, household_{household} {
    for (const StateRow& row : state_rows()) before_.push_back(row.read(arm_, shared_, household_, 0));
    arm_.simulation().observe(arm_.households().table->process(household_), &trace_);
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
      if (const Event* event = last_of(row.changed_by, day)) sentence.events.push_back(name_of(*event));
      sentences_.push_back(std::move(sentence));
    }
    tell_measures(day);
  }

  Story story() {
    const Causes causes{trace_};
    for (const EventTrace::Asked& one : trace_.asked()) {
      if (one.event.to != one.event.from) add(Side::asked, one.event, causes);
    }
    // Questions stand before the answers of the same day.
    for (const EventTrace::Handled& one : trace_.handled()) add(Side::handled, one.event, causes);
    std::stable_sort(sentences_.begin(), sentences_.end(),
                     [](const Sentence& a, const Sentence& b) { return a.day < b.day; });
    return {arm_.households().table->process(household_), std::move(sentences_), trace_.handled(), {}, {}};
  }

  void tell_programme(const catalogue::Scenario& scenario, std::uint32_t variant) {
    for (const catalogue::Action& shock : scenario.shocks) {
      const Words& label = catalogue::shock_infos()[shock.kind].label;
      add_context(shock.start.day(), "story.shock_starts", label.fr, label.en);
      const std::uint32_t end = (shock.start + shock.duration).day();
      if (end < scenario.days) add_context(end, "story.shock_ends", label.fr, label.en);
    }
    // Measures that move nothing have no row in the programme.
    const commune::Programme programme =
        catalogue::programme_of(scenario, scenario.variants[variant], catalogue::Shocks::with);
    for (const commune::Measure& measure : programme.measures) {
      const auto is_it = [&](const catalogue::Action& action) {
        return &catalogue::measure_infos()[action.kind] == measure.info && action.start == measure.proposed;
      };
      const auto& stated = scenario.variants[variant].measures;
      const auto found = std::find_if(stated.begin(), stated.end(), is_it);
      const bool titled = found != stated.end() && !found->title.empty();
      measure_words_.push_back(titled ? Words{found->title, found->title} : measure.info->label);
    }
  }

 private:
  void add_context(std::uint32_t day, std::string_view key, std::string_view fr, std::string_view en) {
    sentences_.push_back({day, key, 2, {}, {fr, en}, {}});
  }

  void add(Side side, const Event& event, const Causes& causes) {
    for (const EventRow& row : event_rows()) {
      if (!applies(row, side, event)) continue;
      Sentence sentence{event.at.day(), row.key, row.weight, {}, {}, causes.chain(event)};
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
    const std::vector<EventName> chain = causes.chain(event);
    const auto found = std::ranges::find_if(trace_.handled(), [&](const EventTrace::Handled& one) {
      return chain.size() > 1 && name_of(one.event) == chain[1];
    });
    return found == trace_.handled().end() ? event.at.day() : found->event.at.day();
  }

  const Event* last_of(commune::Message kind, std::uint32_t day) const {
    const auto& all = trace_.handled();
    for (auto one = all.rbegin(); one != all.rend() && one->event.at.day() >= day; ++one) {
      if (one->event.kind == commune::kind(kind) && one->event.at.day() == day) return &one->event;
    }
    return nullptr;
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
    status_.resize(measure_words_.size(), 0);
    for (std::uint32_t row = 0; row < status_.size() && row < measures.table->rows(); ++row) {
      const std::uint8_t now = measures.status.latest(row);
      if (std::exchange(status_[row], now) == now || keys[now].empty()) continue;
      add_context(day, keys[now], measure_words_[row].fr, measure_words_[row].en);
    }
  }

  catalogue::Arm& arm_;
  const catalogue::SharedDraw& shared_;
  std::uint32_t household_;
  EventTrace trace_;
  std::vector<double> before_;
  std::vector<Words> measure_words_;
  std::vector<std::uint8_t> status_;
  std::vector<Sentence> sentences_;
};

}  // namespace

Story tell(const catalogue::Scenario& scenario, const catalogue::SharedDraw& shared, std::uint32_t variant,
           std::uint32_t household, Executor& executor) {
  catalogue::Arm arm{scenario, shared, scenario.variants[variant], catalogue::Shocks::with};
  Teller teller{arm, shared, household};
  teller.tell_programme(scenario, variant);
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
