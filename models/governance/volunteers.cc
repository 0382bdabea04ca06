// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/volunteers.h"

#include <algorithm>

#include "models/commune/messages.h"

namespace essaim::governance {

using commune::Condition;
using commune::MeasureStatus;

namespace {

constexpr double joining = 0.5;  // of the helpers who are not there yet, in a week
constexpr double gone = 1e-6;    // a wave below this is over
constexpr double permille = 1'000;

}  // namespace

Volunteers::Volunteers(const Setting& setting, const commune::Programme& programme, const Columns& columns,
                       const commune::PublicColumns& town)
    : setting_{setting}, programme_{programme}, council_{columns.council}, town_{town} {}

bool Volunteers::wants_hands(std::uint32_t measure) const {
  const auto status = static_cast<MeasureStatus>(town_.measures.status[measure]);
  const bool adopted =
      status == MeasureStatus::adopted || status == MeasureStatus::open || status == MeasureStatus::starved;
  return adopted && programme_.measures[measure].needs.volunteer_h_per_week > 0;
}

bool Volunteers::is_crisis(bool displaced) const {
  if (displaced || town_.news[0] > commune::PublicColumns::alarm_threshold) return true;
  for (std::size_t z = 0; z < commune::zone_count; ++z) {
    const auto zone = static_cast<commune::Zone>(z);
    if (town_.of(Condition::power_out, zone) > 0 || town_.of(Condition::flood_depth, zone) > 0) return true;
  }
  return false;
}

void Volunteers::move_wave(bool displaced) const {
  double& wave = council_.wave[0];
  const double fading = 7 / std::max(7.0, setting_.parameters.helper_fading.value());
  wave = is_crisis(displaced) ? wave + joining * (1 - wave) : wave * (1 - fading);
  if (wave < gone) wave = 0;
  council_.crest[0] = std::max(council_.crest[0], wave);
}

double Volunteers::wave_hours() const {
  const Parameters& p = setting_.parameters;
  const double residents = setting_.commune.population.residents();
  return council_.wave[0] * p.helper_wave.value() * residents * p.volunteer_hours.value();
}

void Volunteers::tire(std::uint32_t measure, bool overloaded) const {
  const Parameters& p = setting_.parameters;
  double& energy = council_.energy[measure][0];
  if (overloaded) energy *= 1 - p.fatigue.value() / weeks_per_month;
  if (!overloaded) energy += p.fatigue_recovery.value() / weeks_per_month * (1 - energy);
}

void Volunteers::share_out(std::span<const double> offered, bool displaced, Context& context) const {
  move_wave(displaced);
  double needed = 0;
  for (std::uint32_t k = 0; k < offered.size(); ++k) {
    if (wants_hands(k)) needed += programme_.measures[k].needs.volunteer_h_per_week;
  }
  council_.hours_needed[0] = needed;
  council_.hours_given[0] = 0;
  for (std::uint32_t k = 0; k < offered.size(); ++k) {
    council_.hours[k][0] = 0;
    if (!wants_hands(k)) continue;
    const double need = programme_.measures[k].needs.volunteer_h_per_week;
    const double found = std::min(need, council_.energy[k][0] * (offered[k] + wave_hours() * need / needed));
    council_.hours[k][0] = found;
    council_.hours_given[0] += found;
    tire(k, found < need);
    context.send(town_.measures.table->process(k), context.lookahead(),
                 commune::kind(commune::Message::measure_staffed), {commune::word(permille * found / need), 0, 0, 0});
  }
}

}  // namespace essaim::governance
