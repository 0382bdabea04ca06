// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/damage.h"

#include <algorithm>

#include "engine/core/math.h"
#include "models/commune/messages.h"
#include "models/housing/streams.h"

namespace essaim::housing {

namespace {

using commune::Condition;
using commune::kind;
using commune::Message;

constexpr double works_spread = 0.2;  // pyrecodes: standard deviation in logarithm of repair times

Phase phase_of(const HouseholdColumns& columns, std::uint32_t household) {
  return static_cast<Phase>(columns.phase[household]);
}

/// Draws after a flood: one occasion for each purpose.
enum Purpose : std::uint32_t { whether_to_return, insurer, crew_days };

}  // namespace

DamageRules::DamageRules(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting},
      columns_{columns.households},
      office_{columns.office.table->process(0)},
      artisans_{columns.artisans.table->process(0)},
      town_{town} {}

bool DamageRules::at_risk(std::uint32_t dwelling) const {
  const double highest = setting_.highest_river_m[static_cast<std::size_t>(setting_.zone_of(dwelling))];
  return highest > 0 && setting_.water_m(dwelling, highest) > 0;
}

double DamageRules::water_now(std::uint32_t household) const {
  const std::uint32_t d = columns_.dwelling[household];
  return setting_.water_m(d, town_.of(Condition::flood_depth, setting_.zone_of(d)));
}

void DamageRules::look_at_river(std::uint32_t household, Context& context) const {
  if (!at_risk(columns_.dwelling[household])) return;  // it has moved
  context.schedule(context.now() + Duration::hours(6), kind(Message::river_check));
  const double water = water_now(household);
  float& damage = columns_.damage[household];
  if (water > 0) {
    damage = std::max(damage, static_cast<float>(damage_of(water)));
    if (water > setting_.leave_m[household] && columns_.displaced.latest(household) == 0) leave(household, context);
  } else if (damage > 0 && phase_of(columns_, household) == Phase::sound) {
    const Parameters& p = setting_.parameters;
    Draw draw = context.draw(streams::flood, household, insurer);
    const double days = p.insurance_delay.value() * math::exp(p.insurance_spread.value() * draw.normal());
    columns_.phase[household] = static_cast<std::uint8_t>(Phase::insured);
    context.schedule(context.now() + Duration::seconds(static_cast<std::int64_t>(days * 86'400)),
                     kind(Message::repair_due));
  }
}

void DamageRules::leave(std::uint32_t household, Context& context) const {
  const auto& territory = setting_.commune.territory;
  context.publish(columns_.displaced, household, std::uint8_t{1});
  columns_.left_day[household] = context.now().day();
  Draw draw = context.draw(streams::host, household, 0);
  std::uint32_t host = territory.town.index();
  if (draw.chance(setting_.parameters.with_relatives.value())) {
    // With somebody whose home stays dry.
    for (int attempt = 0; attempt < 8; ++attempt) {
      const std::uint32_t other = draw.below(setting_.stock.households);
      if (setting_.water_m(other, town_.of(Condition::flood_depth, setting_.zone_of(other))) > 0) continue;
      host = setting_.stock.node[other];
      break;
    }
  }
  columns_.home[household] = host;
  ask_for_shelter(context);
}

void DamageRules::ask_for_shelter(Context& context) const {
  if (town_.of(Condition::light_dwellings) < 1) return;
  context.send(office_, Duration::hours(12), kind(Message::shelter_request));
}

void DamageRules::hear_of_shelter(std::uint32_t household, const Event& answer, Context& context) const {
  columns_.homes[household] += answer.payload[3];
  if (answer.payload[0] == 0) return;
  const std::uint32_t before = columns_.shelter[household];
  columns_.shelter[household] = answer.payload[0];
  if (columns_.displaced.latest(household) != 0 && before == 0) {
    columns_.home[household] = setting_.stock.node[answer.payload[0] - 1];
    return;
  }
  leave_shelter(household, context);  // it has no use for it
  columns_.shelter[household] = before;
}

void DamageRules::leave_shelter(std::uint32_t household, Context& context) const {
  if (columns_.shelter[household] == 0) return;
  const std::uint32_t d = columns_.shelter[household] - 1;
  columns_.shelter[household] = 0;
  columns_.homes[household] -= 1;
  const auto age =
      static_cast<std::uint32_t>(static_cast<std::int32_t>(context.now().day()) - setting_.stock.heater_day[d]);
  context.send(office_, Duration::hours(1), kind(Message::home_left), {d, setting_.stock.label[d], age, 1});
}

void DamageRules::ask_for_repair(std::uint32_t household, Context& context) const {
  const Parameters& p = setting_.parameters;
  const bool left = columns_.displaced.latest(household) != 0;
  if (left && context.draw(streams::flood, household, whether_to_return).chance(p.never_return.value())) {
    columns_.phase[household] = static_cast<std::uint8_t>(Phase::given_up);
    return;
  }
  columns_.phase[household] = static_cast<std::uint8_t>(Phase::queued);
  Draw draw = context.draw(streams::works, household, crew_days);
  const double days = p.repair_works.value() * columns_.damage[household] * math::exp(works_spread * draw.normal());
  const std::uint32_t whole = std::max(1u, static_cast<std::uint32_t>(days + 0.5));
  context.send(artisans_, Duration::hours(1), kind(Message::works_request),
               {static_cast<std::uint32_t>(Works::repair), whole, 0, 0});
}

void DamageRules::begin_repair(std::uint32_t household, std::uint32_t days, Context& context) const {
  columns_.phase[household] = static_cast<std::uint8_t>(Phase::repaired);
  context.schedule(context.now() + Duration::days(days), kind(Message::works_end),
                   {static_cast<std::uint32_t>(Works::repair), 0, 0, 0});
}

void DamageRules::end_repair(std::uint32_t household) const {
  columns_.phase[household] = static_cast<std::uint8_t>(Phase::sound);
  columns_.damage[household] = 0;
}

void DamageRules::think_of_return(std::uint32_t household, bool dark, Context& context) const {
  if (columns_.displaced.latest(household) == 0) return;
  const bool whole = columns_.damage[household] == 0 && phase_of(columns_, household) == Phase::sound;
  if (whole && !dark && water_now(household) <= 0) {
    context.publish(columns_.displaced, household, std::uint8_t{0});
    columns_.home[household] = setting_.stock.node[columns_.dwelling[household]];
    leave_shelter(household, context);
  } else if (columns_.shelter[household] == 0 && (context.now().day() + household) % 7 == 0) {
    ask_for_shelter(context);
  }
}

}  // namespace essaim::housing
