// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "tests/models/catalogue/small_world.h"
#include "tests/models/commune/grid_map.h"

// Scenarios that nobody would believe, but that the reader accepts: they run to the end, and every ledger is exact.

namespace essaim::catalogue {
namespace {

constexpr std::uint32_t scenarios = 500;
constexpr std::uint32_t days = 12;
constexpr Stream chance{"test.extreme_scenario"};

using commune::FigureId;

/// A value of a range: often one of its ends, which is where things break.
double pick(Draw& draw, Range range) {
  const std::uint32_t which = draw.below(4);
  return which == 0 ? range.low : which == 1 ? range.high : draw.uniform(range.low, range.high);
}

void give(commune::Site& site, FigureId id, double value) {
  commune::Figure& figure = site.figures[static_cast<std::size_t>(id)];
  figure = {value, {value, value}, 2026, "made up for tests", Mark::published, false, true};
}

commune::Site strange_village(Draw& draw) {
  commune::Site site;
  site.id = "strange";
  const double households = draw.chance(0.2) ? 1 : 1 + draw.below(40);
  give(site, FigureId::households, households);
  give(site, FigureId::population, households * (1 + draw.below(3)));
  give(site, FigureId::area, draw.chance(0.2) ? 1 : 1 + draw.below(5'000));
  give(site, FigureId::income_median, draw.chance(0.2) ? 1 : 15'000);
  if (draw.chance(0.3)) give(site, FigureId::households_with_car, draw.below(2));
  if (draw.chance(0.3)) give(site, FigureId::farmland, 0);
  if (draw.chance(0.3)) give(site, FigureId::active_15_64, 0);
  if (draw.chance(0.3)) give(site, FigureId::owners, draw.below(2));
  if (draw.chance(0.3)) give(site, FigureId::operating_spending, 0);
  if (draw.chance(0.3)) give(site, FigureId::vacant_dwellings, 0);
  site.settlement = static_cast<commune::Settlement>(draw.below(4));
  if (draw.chance(0.25)) site.map = std::make_shared<const commune::RoadMap>(commune::grid_map());
  return site;
}

Action strange_action(Draw& draw, std::span<const commune::ActionInfo> infos) {
  Action action;
  action.kind = draw.below(static_cast<std::uint32_t>(infos.size()));
  action.start = Time::at(std::uint64_t{3'600} * draw.below(days * 24));
  action.duration = Duration::hours(1 + draw.below(days * 24));
  for (const Setting& setting : infos[action.kind].settings) action.settings.push_back(pick(draw, setting.allowed));
  return action;
}

Scenario strange_scenario(std::uint32_t number) {
  Draw draw = Random{500, number, "strange"}.draw(chance, 0, 0);
  Scenario scenario;
  scenario.sites = {strange_village(draw)};
  scenario.start = Date{2026, static_cast<int>(1 + draw.below(12)), 1};
  scenario.days = days;
  scenario.seed = number;
  for (std::uint32_t i = draw.below(6); i > 0; --i) scenario.shocks.push_back(strange_action(draw, shock_infos()));
  scenario.variants = {{"baseline", "", {}}, {"strange", "", {}}};
  for (std::uint32_t i = draw.below(5); i > 0; --i) {
    Action action = strange_action(draw, measure_infos());
    action.decision = static_cast<commune::Decision>(draw.below(5));
    scenario.variants[1].measures.push_back(std::move(action));
  }
  scenario.parameters.resize(parameter_infos().size());
  for (std::uint32_t i = 0; i < 20; ++i) {
    const std::uint32_t which = draw.below(static_cast<std::uint32_t>(parameter_infos().size()));
    scenario.parameters[which] = pick(draw, parameter_infos()[which].field.allowed);
  }
  for (std::uint32_t i = draw.below(4); i > 0; --i) {
    scenario.couplings.switch_off(static_cast<commune::Coupling>(draw.below(commune::coupling_count)));
  }
  return scenario;
}

TEST(ExtremeScenarios, run_to_the_end_with_every_ledger_exact) {
  for (std::uint32_t number = 0; number < scenarios; ++number) {
    for (const ArmOutcome& arm : arms_of(strange_scenario(number))) {
      ASSERT_EQ(arm.error, "") << "scenario " << number << ", variant " << arm.variant;
    }
  }
}

/// All shops closed, prices a hundredfold, nobody employed, no car, no road open.
TEST(ExtremeScenarios, at_the_end_of_every_scale_at_once_run_too) {
  Scenario scenario = full_scenario(3);
  give(scenario.sites[0], FigureId::households_with_car, 0);
  give(scenario.sites[0], FigureId::active_15_64, 0);
  for (Action& shock : scenario.shocks) {
    const auto settings = shock_infos()[shock.kind].settings;
    for (std::size_t i = 0; i < settings.size(); ++i) shock.settings[i] = settings[i].allowed.high;
  }
  for (const ArmOutcome& arm : arms_of(scenario)) {
    EXPECT_EQ(arm.error, "") << "variant " << arm.variant;
    for (const double value : arm.values) EXPECT_FALSE(std::isinf(value));
  }
}

TEST(ExtremeScenarios, of_one_household_run) {
  Scenario scenario = full_scenario(4);
  give(scenario.sites[0], FigureId::population, 1);
  give(scenario.sites[0], FigureId::households, 1);
  for (const ArmOutcome& arm : arms_of(scenario)) EXPECT_EQ(arm.error, "");
}

}  // namespace
}  // namespace essaim::catalogue
