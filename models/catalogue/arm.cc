// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/catalogue/arm.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <span>

#include "models/catalogue/catalogue.h"
#include "models/commune/messages.h"

namespace essaim::catalogue {

namespace {

void append_effects(std::vector<commune::Effect>& effects, const Action& action,
                    std::span<const commune::ActionInfo> infos) {
  const auto added = infos[action.kind].effects(action.settings, action.start, action.start + action.duration);
  effects.insert(effects.end(), added.begin(), added.end());
}

std::vector<commune::Effect> effects_of(const Scenario& scenario, const Variant& variant, Shocks shocks) {
  std::vector<commune::Effect> effects;
  if (shocks == Shocks::with) {
    for (const Action& shock : scenario.shocks) append_effects(effects, shock, shock_infos());
  }
  for (const Action& measure : variant.measures) append_effects(effects, measure, measure_infos());
  return effects;
}

std::size_t place_of(std::string_view indicator) {
  const auto& all = indicator_infos();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& info) { return info.name == indicator; });
  return static_cast<std::size_t>(found - all.begin());
}

/// Reads one theme and files its values among all indicators, which are sorted by name.
template <class Readings>
void read_theme(Readings& readings, std::uint32_t day, std::uint32_t days, std::vector<double>& values) {
  const auto infos = Readings::infos();
  std::vector<double> today(infos.size());
  readings.read(today);
  for (std::size_t i = 0; i < infos.size(); ++i) values[place_of(infos[i].name) * days + day] = today[i];
}

}  // namespace

Arm::Arm(const Scenario& scenario, const SharedDraw& shared, const Variant& variant, Shocks shocks)
    : days_{scenario.days},
      town_{world_},
      food_{world_, shared.commune.population.households(), shared.food.shop_rows(), shared.food.farms},
      simulation_{world_, shared.random, scenario.lookahead, Time::start_of_day(scenario.days)},
      town_readings_{shared.commune, town_, shared.random},
      food_readings_{shared.food, food_, town_},
      values_(indicator_infos().size() * scenario.days, std::numeric_limits<double>::quiet_NaN()) {
  const double wholesale_cents_per_kg =
      shared.parameters.food.dry_price.value() * 100.0 * shared.parameters.food.wholesale.value();
  const commune::ReserveNorms norms{shared.food.total_need_g[food::dry], wholesale_cents_per_kg};
  simulation_.add(
      static_cast<std::uint8_t>(commune::Theme::public_body),
      std::make_unique<commune::PublicBody>(shared.commune, effects_of(scenario, variant, shocks), norms, town_));
  simulation_.add(static_cast<std::uint8_t>(commune::Theme::food),
                  std::make_unique<food::Food>(shared.food, food_, town_));
  simulation_.start();
  ledgers_.emplace(simulation_, world_);
}

ArmOutcome Arm::run(Executor& executor) {
  while (run_day(executor)) {
  }
  return outcome();
}

bool Arm::run_day(Executor& executor) {
  if (day_ == days_ || !error_.empty()) return false;
  if (simulation_.run(Time::start_of_day(day_ + 1), executor) == Simulation::Stop::failed) {
    error_ = simulation_.failure_text();
    return false;
  }
  error_ = ledgers_->audit(simulation_, world_);
  read_theme(town_readings_, day_, days_, values_);
  read_theme(food_readings_, day_, days_, values_);
  ++day_;
  return error_.empty() && day_ < days_;
}

ArmOutcome Arm::outcome() const {
  ArmOutcome outcome;
  outcome.error = error_;
  outcome.values = values_;
  Sha256 sha;
  world_.digest(sha);
  outcome.state_sha256 = sha.hex();
  outcome.events = simulation_.handled();
  return outcome;
}

}  // namespace essaim::catalogue
