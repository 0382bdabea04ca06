// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/residents.h"

#include <algorithm>

#include "engine/core/math.h"
#include "models/commune/messages.h"
#include "models/governance/interest.h"
#include "models/governance/streams.h"
#include "models/governance/talk.h"

namespace essaim::governance {

using commune::Coupling;
using commune::MeasureStatus;

namespace {

constexpr double shared_taste = 0.6;  // of one household for all measures; 0.8 of its own for each: squares add to one
constexpr double own_taste = 0.8;
constexpr std::uint32_t week_days = 7;

bool is_adopted(MeasureStatus status) {
  return status == MeasureStatus::adopted || status == MeasureStatus::open || status == MeasureStatus::starved;
}

bool is_discussed(MeasureStatus status) { return status == MeasureStatus::proposed || is_adopted(status); }

}  // namespace

ResidentRules::ResidentRules(const Setting& setting, const commune::Programme& programme, const Columns& columns,
                             const commune::PublicColumns& town)
    : setting_{setting}, programme_{programme}, columns_{columns.households}, council_{columns.council}, town_{town} {
  for (std::uint32_t k = 0; k < programme.measures.size(); ++k) {
    is_rule_.push_back(sets_a_rule(k, programme.effects) ? 1 : 0);
  }
  const double base = setting.parameters.compliance_base.value();
  base_logit_ = math::log(base / (1 - base));
}

void ResidentRules::start(Context& context) const {
  const Parameters& p = setting_.parameters;
  for (std::uint32_t h = 0; h < columns_.table->rows(); ++h) {
    columns_.trust.initialise(h, setting_.first_trust[h]);
    columns_.expected[h] = static_cast<float>(1 - missed_by(h).worst());  // who has little expects no more
    for (std::uint32_t k = 0; k < programme_.measures.size(); ++k) {
      const bool gains = may_gain(k, programme_.effects, setting_.commune, h);
      const double taste = shared_taste * static_cast<double>(setting_.general_taste[h]) +
                           own_taste * context.draw(streams::taste, h, programme_.measures[k].chance).normal();
      const double opinion =
          p.first_opinion.value() + (gains ? p.interest.value() : 0.0) + p.opinion_spread.value() * taste;
      const auto first = static_cast<float>(std::clamp(opinion, -1.0, 1.0));
      columns_.first_opinion[k][h] = first;
      columns_.opinion[k].initialise(h, first);
    }
    const Time evening = Time::start_of_day(h % week_days) + Duration::seconds(setting_.evening_s[h]);
    context.start_process(columns_.table->process(h), evening, commune::kind(commune::Message::opinion_day));
  }
}

void ResidentRules::live_a_week(std::uint32_t household, Context& context) const {
  const Missed missed = missed_by(household);
  for (std::uint32_t k = 0; k < programme_.measures.size(); ++k) {
    if (is_discussed(status(k))) form_opinion(household, k, missed, context);
  }
  move_trust(household, missed, context);
  heed_rules(household, context);
  for (std::uint32_t k = 0; k < programme_.measures.size(); ++k) {
    columns_.seen_status[k][household] = static_cast<std::uint8_t>(status(k));
  }
  context.schedule_in(Duration::days(week_days), commune::kind(commune::Message::opinion_day));
}

double ResidentRules::Missed::worst() const { return std::max({food, trips, comfort}); }

ResidentRules::Missed ResidentRules::missed_by(std::uint32_t household) const {
  const commune::Couplings& couplings = setting_.commune.couplings;
  const auto felt = [&](Coupling coupling, const Published<float>& missed) {
    return couplings.has(coupling) ? std::clamp(static_cast<double>(missed.latest(household)), 0.0, 1.0) : 0.0;
  };
  return {felt(Coupling::food_governance, columns_.missed_food),
          felt(Coupling::mobility_governance, columns_.missed_trips),
          felt(Coupling::housing_governance, columns_.discomfort)};
}

double ResidentRules::lacking(std::uint32_t measure, const Missed& missed) const {
  const std::string_view theme = programme_.measures[measure].info->theme;
  return theme == "food" ? missed.food : theme == "mobility" ? missed.trips : theme == "housing" ? missed.comfort : 0;
}

double ResidentRules::mean_around(std::uint32_t household, std::uint32_t measure) const {
  double sum = 0;
  double weight = 0;
  for (const std::uint32_t other : setting_.commune.ties.of(household)) {
    sum += static_cast<double>(columns_.opinion[measure][other]);
    weight += 1;
  }
  if (council_.advised[measure][0]) {
    sum += setting_.parameters.publicity.value() * council_.advice[measure][0];
    weight += setting_.parameters.publicity.value();
  }
  return weight > 0 ? sum / weight : static_cast<double>(columns_.opinion[measure].latest(household));
}

double ResidentRules::after_talk(std::uint32_t household, std::uint32_t measure, Context& context) const {
  const Parameters& p = setting_.parameters;
  const double own = static_cast<double>(columns_.opinion[measure].latest(household));
  const double first = static_cast<double>(columns_.first_opinion[measure][household]);
  if (!setting_.uses_bounded_confidence()) {
    return influenced(own, mean_around(household, measure), first, p.stubbornness.value(), p.self_confidence.value());
  }
  const std::uint32_t occasion = streams::occasion_of(programme_.measures[measure].chance, context.now().day());
  Draw draw = context.draw(streams::talk, household, occasion);
  if (draw.chance(p.noise.value())) return first;
  const auto ties = setting_.commune.ties.of(household);
  const double publicity = council_.advised[measure][0] ? p.publicity.value() : 0.0;
  const double voices = static_cast<double>(ties.size()) + publicity;
  if (voices <= 0) return own;
  const double voice = draw.uniform() * voices;
  const auto place = static_cast<std::size_t>(voice);
  const double other =
      place < ties.size() ? static_cast<double>(columns_.opinion[measure][ties[place]]) : council_.advice[measure][0];
  return convinced(own, other, p.tolerance.value(), p.convergence.value());
}

void ResidentRules::form_opinion(std::uint32_t household, std::uint32_t measure, const Missed& missed,
                                 Context& context) const {
  double opinion = after_talk(household, measure, context);
  opinion += setting_.parameters.experience.value() * lacking(measure, missed) * (1 - opinion);
  const auto next = static_cast<float>(std::clamp(opinion, -1.0, 1.0));
  if (next != columns_.opinion[measure].latest(household)) context.publish(columns_.opinion[measure], household, next);
}

double ResidentRules::promises(std::uint32_t household) const {
  double sum = 0;
  std::uint32_t adopted = 0;
  for (std::uint32_t k = 0; k < programme_.measures.size(); ++k) {
    if (!is_adopted(status(k))) continue;
    ++adopted;
    const double wish = std::max(0.0, static_cast<double>(columns_.opinion[k].latest(household)));
    if (status(k) == MeasureStatus::open) sum += town_.measures.strength[k] * wish;
    if (status(k) == MeasureStatus::starved) sum -= (1 + wish) / 2;
  }
  return adopted > 0 ? sum / adopted : 0.0;
}

double ResidentRules::voice_lost(std::uint32_t household) const {
  double lost = 0;
  for (std::uint32_t k = 0; k < programme_.measures.size(); ++k) {
    const auto before = static_cast<MeasureStatus>(columns_.seen_status[k][household]);
    const bool refused = status(k) == MeasureStatus::refused && before != MeasureStatus::refused;
    if (!refused || council_.support[k][0] <= 0.5) continue;
    lost += std::max(0.0, static_cast<double>(columns_.opinion[k].latest(household)));
  }
  return lost;
}

void ResidentRules::move_trust(std::uint32_t household, const Missed& missed, Context& context) const {
  const Parameters& p = setting_.parameters;
  const double outcome = 1 - missed.worst();
  const double expected = static_cast<double>(columns_.expected[household]);
  const double trust = static_cast<double>(columns_.trust.latest(household));
  const double first = static_cast<double>(setting_.first_trust[household]);
  const double voice = static_cast<double>(columns_.voice[household]) - voice_lost(household);
  const double monthly = p.trust_outcome.value() * (outcome - expected) +
                         p.trust_promise.value() * promises(household) - p.trust_return.value() * (trust - first);
  const double moved = trust + monthly / weeks_per_month + p.trust_voice.value() * voice;
  const auto next = static_cast<float>(std::clamp(moved, 0.0, 1.0));
  const double learning = std::min(1.0, p.expectation_learning.value() / weeks_per_month);
  columns_.expected[household] = static_cast<float>(expected + learning * (outcome - expected));
  columns_.voice[household] = 0;
  if (next != columns_.trust.latest(household)) context.publish(columns_.trust, household, next);
}

void ResidentRules::heed_rules(std::uint32_t household, Context& context) const {
  const Parameters& p = setting_.parameters;
  double least = 1;
  for (std::uint32_t k = 0; k < programme_.measures.size(); ++k) {
    if (!is_rule_[k] || status(k) != MeasureStatus::open) continue;
    const double logit = base_logit_ +
                         p.compliance_opinion.value() * static_cast<double>(columns_.opinion[k].latest(household)) +
                         p.compliance_trust.value() * (2 * static_cast<double>(columns_.trust.latest(household)) - 1) +
                         p.enforcement.value();
    least = std::min(least, 1 / (1 + math::exp(-logit)));
  }
  const auto next = static_cast<float>(least);
  if (next != columns_.compliance.latest(household)) context.publish(columns_.compliance, household, next);
}

void ResidentRules::take_part(std::uint32_t household, const Event& event, Context& context) const {
  columns_.took_part[household] += event.payload[0];
  columns_.voice[household] += static_cast<float>(event.payload[0]);
  if (event.payload[1] == 0) return;
  const std::uint32_t measure = event.payload[1] - 1;
  context.publish(columns_.seat, household, static_cast<std::uint8_t>(event.payload[1]));
  if (measure >= programme_.measures.size()) return;
  const Parameters& p = setting_.parameters;
  const double own = static_cast<double>(columns_.opinion[measure].latest(household));
  const double informed = own + p.informed_shift.value() * (p.informed_position.value() - own);
  context.publish(columns_.opinion[measure], household, static_cast<float>(informed));
}

}  // namespace essaim::governance
