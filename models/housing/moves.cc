// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/moves.h"

#include <algorithm>

#include "models/commune/messages.h"
#include "models/housing/streams.h"

namespace essaim::housing {

namespace {

using commune::Condition;
using commune::kind;
using commune::Message;

constexpr std::uint32_t looks_at = 24;  // free dwellings that the office shows somebody
constexpr std::uint32_t nobody = 0xffff'ffff;
constexpr double person_m2 = 9;  // French norm of decent housing: 9 m2 for one
constexpr double stretch = 1.2;  // of the rent that a mover can pay

std::uint32_t age_on(std::uint32_t day, std::int32_t heater_day) {
  return static_cast<std::uint32_t>(static_cast<std::int32_t>(day) - heater_day);
}

}  // namespace

MoveRules::MoveRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns.households}, office_{columns.office}, town_{town} {}

bool MoveRules::may_move(std::uint32_t household) const {
  return columns_.displaced.latest(household) == 0 && columns_.damage[household] == 0 &&
         columns_.works_pending[household] == 0;
}

void MoveRules::think_of_moving(std::uint32_t household, Context& context) const {
  const Parameters& p = setting_.parameters;
  const std::uint32_t d = columns_.dwelling[household];
  const auto tenure = setting_.stock.tenure[d];
  double chance = setting_.move_chance[static_cast<std::size_t>(tenure)];
  const bool coupled = setting_.commune.couplings.has(commune::Coupling::mobility_housing);
  const double commute_eur = coupled ? static_cast<double>(columns_.commute_eur[household]) : 0.0;
  const double income_eur = std::max(1.0, setting_.income_cents[household] / 100);
  chance *= 1 + p.commute_push.value() * std::min(1.0, commute_eur / income_eur);
  if (!may_move(household) || !context.draw(streams::move, household, context.now().day()).chance(chance)) return;
  const std::uint32_t least = commune::word(person_m2 * setting_.commune.population.persons[household]);
  const std::uint32_t most = commune::word(setting_.income_cents[household] * p.rent_most.value() * stretch);
  context.send(office_.table->process(0), Duration::hours(12), kind(Message::move_request),
               {least, most, static_cast<std::uint32_t>(tenure), commute_eur > 0 ? 1u : 0u});
}

void MoveRules::move(std::uint32_t household, const Event& answer, const HouseholdRules& bills,
                     const DamageRules& river, Context& context) const {
  if (answer.payload[0] == 0) return;
  const std::uint32_t day = context.now().day();
  std::uint32_t left = answer.payload[0] - 1;
  Payload leaves{left, answer.payload[1], answer.payload[2], 1};  // it gives the new one back, unless it moves
  if (may_move(household)) {
    const std::uint32_t old = columns_.dwelling[household];
    leaves = {old, columns_.label[household], age_on(day, columns_.heater_day[household]), 1};
    columns_.dwelling[household] = left;
    columns_.label[household] = static_cast<std::uint8_t>(answer.payload[1]);
    columns_.heater_day[household] = static_cast<std::int32_t>(day) - static_cast<std::int32_t>(answer.payload[2]);
    columns_.home[household] = setting_.stock.node[left];
    columns_.moved_day[household] = static_cast<std::int32_t>(day);
    ++columns_.moves[household];
    if (columns_.retrofitted.latest(household) != 0) context.publish(columns_.retrofitted, household, std::uint8_t{0});
    bills.reckon(household);
    if (river.at_risk(left) && !river.at_risk(old)) {
      context.schedule(context.now() + Duration::hours(6), kind(Message::river_check));
    }
  }
  context.send(office_.table->process(0), Duration::hours(1), kind(Message::home_left), leaves);
}

void MoveRules::start_office(Context& context) const {
  context.start_process(office_.table->process(0), Time::at(60), kind(Message::office_day));
}

void MoveRules::open_office(Context& context) const {
  const double light = town_.of(Condition::light_dwellings);
  set_up_light(std::min(commune::word(light), setting_.stock.count() - setting_.stock.first_light));
  const double advice = town_.of(Condition::retrofit_advice);
  double& left = office_.advice_left[0];
  // Appointments that nobody took last a month.
  left = advice > 0 ? std::min(left + advice / 365, std::max(1.0, advice / 12)) : 0.0;
  context.schedule(context.now() + Duration::days(1), kind(Message::office_day));
}

void MoveRules::set_up_light(std::uint32_t wanted) const {
  auto& set_up = office_.light_set_up[0];
  for (std::uint32_t d = setting_.stock.first_light; set_up < wanted && d < setting_.stock.count(); ++d) {
    if (office_.present[d] != 0) continue;
    office_.present[d] = 1;
    office_.label[d] = setting_.stock.label[d];
    office_.heater_day[d] = setting_.stock.heater_day[d];
    office_.free[d] = 1;
    office_.free_list[office_.free_count[0]++] = d;
    ++set_up;
  }
  for (std::uint32_t i = office_.free_count[0]; set_up > wanted && i > 0; --i) {
    const std::uint32_t d = office_.free_list[i - 1];
    if (!setting_.stock.is_light(d)) continue;
    take_from_list(i - 1);
    office_.present[d] = 0;
    --set_up;
  }
}

void MoveRules::take_from_list(std::uint32_t position) const {
  office_.free[office_.free_list[position]] = 0;
  office_.free_list[position] = office_.free_list[--office_.free_count[0]];
}

bool MoveRules::fits(std::uint32_t dwelling, const Event& request) const {
  const Stock& stock = setting_.stock;
  const bool owner = request.payload[2] == static_cast<std::uint32_t>(commune::Tenure::owner);
  const bool tenure = static_cast<std::uint32_t>(stock.tenure[dwelling]) == request.payload[2];
  if (stock.area_m2[dwelling] < static_cast<float>(request.payload[0])) return false;
  if (!tenure && !(stock.is_light(dwelling) && !owner)) return false;
  return owner || stock.rent_cents[dwelling] <= request.payload[1];
}

void MoveRules::offer(const Event& request, Context& context) const {
  const std::uint32_t count = office_.free_count[0];
  std::uint32_t best = nobody;
  if (count > 0) {
    Draw draw = context.draw(streams::offer, columns_.table->row(request.from), context.now().day());
    const std::uint32_t first = draw.below(count);
    for (std::uint32_t i = 0; i < std::min(count, looks_at); ++i) {
      const std::uint32_t position = (first + i) % count;
      const std::uint32_t d = office_.free_list[position];
      if (!fits(d, request)) continue;
      const bool nearer = best != nobody && request.payload[3] != 0 &&
                          setting_.stock.to_town_ms[d] < setting_.stock.to_town_ms[office_.free_list[best]];
      if (best == nobody || nearer) best = position;
    }
  }
  Payload answer{};
  if (best != nobody) {
    const std::uint32_t d = office_.free_list[best];
    answer = {d + 1, office_.label[d], age_on(context.now().day(), office_.heater_day[d]), 1};
    take_from_list(best);
  } else {
    ++office_.moves_refused[0];
  }
  context.send(request.from, Duration::hours(11), kind(Message::move_answer), answer);
}

void MoveRules::shelter(const Event& request, Context& context) const {
  Payload answer{};
  for (std::uint32_t i = office_.free_count[0]; i > 0; --i) {
    const std::uint32_t d = office_.free_list[i - 1];
    if (!setting_.stock.is_light(d)) continue;
    answer = {d + 1, 0, 0, 1};
    take_from_list(i - 1);
    break;
  }
  context.send(request.from, Duration::hours(11), kind(Message::shelter_answer), answer);
}

void MoveRules::advise(const Event& request, Context& context) const {
  const bool yes = office_.advice_left[0] >= 1;
  if (yes) {
    office_.advice_left[0] -= 1;
    ++office_.advised[0];
  }
  context.send(request.from, Duration::hours(21), kind(Message::advice_answer), {yes ? 1u : 0u, 0, 0, 0});
}

void MoveRules::take_back(const Event& home) const {
  const std::uint32_t d = home.payload[0];
  office_.free[d] += home.payload[3];
  office_.free_list[office_.free_count[0]++] = d;
  office_.label[d] = static_cast<std::uint8_t>(home.payload[1]);
  office_.heater_day[d] = static_cast<std::int32_t>(home.at.day()) - static_cast<std::int32_t>(home.payload[2]);
}

}  // namespace essaim::housing
