// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/catalogue/arm.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <span>

#include "models/catalogue/catalogue.h"
#include "models/commune/messages.h"
#include "models/commune/town.h"

namespace essaim::catalogue {

namespace {

std::size_t place_of(std::string_view indicator) {
  const auto& all = indicator_infos();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& info) { return info.name == indicator; });
  return static_cast<std::size_t>(found - all.begin());
}

std::size_t group_place_of(std::string_view indicator) {
  const auto& all = group_indicator_infos();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& info) { return info.name == indicator; });
  return static_cast<std::size_t>(found - all.begin());
}

/// Reads one theme and files its values among all indicators, which are sorted by name.
template <class Readings>
void read_theme(Readings& readings, std::uint32_t day, std::uint32_t days, std::vector<double>& values,
                std::vector<double>& group_values) {
  const auto infos = Readings::infos();
  std::vector<double> today(infos.size());
  readings.read(today);
  std::size_t by_group = 0;
  for (std::size_t i = 0; i < infos.size(); ++i) {
    values[place_of(infos[i].name) * days + day] = today[i];
    by_group += infos[i].by_group ? 1 : 0;
  }
  if (by_group == 0) return;
  std::vector<double> groups(by_group * commune::group_count);
  readings.read_groups(groups);
  auto next = groups.begin();
  for (const IndicatorInfo& info : infos) {
    if (!info.by_group) continue;
    const std::size_t place = (group_place_of(info.name) * days + day) * commune::group_count;
    std::copy_n(next, commune::group_count, group_values.begin() + static_cast<std::ptrdiff_t>(place));
    next += commune::group_count;
  }
}

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Arm::Arm(const Scenario& scenario, const SharedDraw& shared, const Variant& variant, Shocks shocks)
    : days_{scenario.days},
      programme_{programme_of(scenario, variant, shocks)},
      households_{world_, shared.commune},
      food_{world_, households_, shared.food},
      mobility_{world_, households_, shared.mobility},
      housing_{world_, households_, shared.housing},
      governance_{world_, households_, programme_.rows},
      town_{world_, programme_.rows},
      simulation_{world_, shared.random, scenario.lookahead, Time::start_of_day(scenario.days)},
      town_readings_{shared.commune, town_},
      food_readings_{shared.food, food_, town_},
      mobility_readings_{shared.mobility, mobility_, town_},
      housing_readings_{shared.housing, housing_, town_},
      governance_readings_{shared.governance, governance_, town_},
      values_(indicator_infos().size() * scenario.days, not_a_number),
      group_values_(group_indicator_infos().size() * scenario.days * commune::group_count, not_a_number) {
  using commune::Theme;
  const double wholesale_cents_per_kg =
      shared.parameters.food.dry_price.value() * 100.0 * shared.parameters.food.wholesale.value();
  const commune::ReserveNorms norms{shared.food.total_need_g[food::dry], wholesale_cents_per_kg};
  const auto add = [&](Theme theme, std::unique_ptr<Model> model) {
    simulation_.add(static_cast<std::uint8_t>(theme), std::move(model));
  };
  add(Theme::public_body,
      std::make_unique<commune::Town>(shared.commune, programme_, norms, town_, households_, shared.random));
  auto trips = std::make_unique<mobility::Mobility>(shared.mobility, mobility_, town_);
  trips_ = trips.get();
  add(Theme::mobility, std::move(trips));
  add(Theme::housing, std::make_unique<housing::Housing>(shared.housing, housing_, town_));
  add(Theme::food, std::make_unique<food::Food>(shared.food, food_, town_));
  add(Theme::governance, std::make_unique<governance::Governance>(shared.governance, programme_, governance_, town_));
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
  read_day();
  ++day_;
  return error_.empty() && day_ < days_;
}

void Arm::read_day() {
  const auto read = [&](auto& readings) { read_theme(readings, day_, days_, values_, group_values_); };
  read(town_readings_);
  read(food_readings_);
  read(mobility_readings_);
  read(housing_readings_);
  read(governance_readings_);
}

ArmOutcome Arm::outcome() const {
  ArmOutcome outcome;
  outcome.error = error_;
  outcome.values = values_;
  outcome.group_values = group_values_;
  Sha256 sha;
  world_.digest(sha);
  outcome.state_sha256 = sha.hex();
  outcome.events = simulation_.handled();
  return outcome;
}

}  // namespace essaim::catalogue
