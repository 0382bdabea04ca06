// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstring>
#include <functional>

#include "tests/models/catalogue/small_world.h"

// What one theme does to another, each alone: one side moves, the other answers; switched off, the other does not.

namespace essaim::catalogue {
namespace {

using commune::Coupling;

constexpr std::uint32_t days = 100;

void set(Scenario& scenario, std::string_view parameter, double value) {
  const auto& infos = parameter_infos();
  for (std::size_t i = 0; i < infos.size(); ++i) {
    if (infos[i].name != parameter) continue;
    scenario.parameters[i] = value;
    return;
  }
  FAIL() << "no parameter " << parameter;
}

Action made(std::string_view name, std::span<const commune::ActionInfo> infos, std::uint32_t first,
            std::uint32_t length, std::vector<double> settings) {
  Action action;
  while (infos[action.kind].name != name) ++action.kind;
  action.start = Time::start_of_day(first);
  action.duration = Duration::days(length);
  action.settings = std::move(settings);
  return action;
}

/// A measure that the council decides on and that costs nothing.
Action decided(std::string_view name, std::vector<double> own) {
  Action action = made(name, measure_infos(), 0, days, std::move(own));
  action.settings.resize(measure_infos()[action.kind].settings.size(), 0);
  action.decision = commune::Decision::council;
  return action;
}

Scenario calm_village() {
  Scenario scenario = without_shocks(village(days));
  scenario.fixed_parameters = true;
  scenario.variants.resize(1);
  return scenario;
}

void only(Scenario& scenario, const Coupling* coupling) {
  scenario.couplings = {};
  for (const commune::CouplingInfo& info : commune::coupling_infos()) {
    if (coupling == nullptr || info.coupling != *coupling) scenario.couplings.switch_off(info.coupling);
  }
}

struct Case {
  Coupling coupling;
  std::vector<std::string_view> receiver;  ///< how the names of its indicators begin
  std::function<void(Scenario&)> prepare;  ///< what both runs have
  std::function<void(Scenario&)> move;     ///< what moves the acting theme, and nothing else directly
};

/// All values of the indicators of the theme that is acted upon, in the last variant under its shocks.
std::vector<double> of_receiver(const Scenario& scenario, const Case& about) {
  const auto arms = arms_of(scenario);
  const ArmOutcome& arm = arms[arms.size() - 2];
  EXPECT_EQ(arm.error, "");
  std::vector<double> values;
  for (const IndicatorInfo& info : indicator_infos()) {
    const bool counts = std::any_of(about.receiver.begin(), about.receiver.end(),
                                    [&](std::string_view prefix) { return info.name.starts_with(prefix); });
    if (!counts) continue;
    const auto series = series_of(arm, info.name);
    values.insert(values.end(), series.begin(), series.end());
  }
  return values;
}

bool same(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

void nothing(Scenario&) {}

void flooded(Scenario& scenario) {
  scenario.shocks = {made("flood", shock_infos(), 20, 6, {3})};
  set(scenario, "commune.valley_slope", 0.002);
  // All themes share a household's purse: nobody buys less fuel for what heating or a retrofit costs.
  for (const commune::FigureId id :
       {commune::FigureId::income_d1, commune::FigureId::income_median, commune::FigureId::income_d9}) {
    commune::Figure& income = scenario.sites[0].figures[static_cast<std::size_t>(id)];
    income = scenario.sites[0].figure(id);
    income.value *= 10;
    income.range = {income.value, income.value};
  }
  set(scenario, "mobility.fuel_price", 0.1);
  set(scenario, "housing.decide", 0);
}

std::vector<Case> cases() {
  const auto refuse = [](Scenario& s) { set(s, "governance.adoption_threshold", 1); };
  const auto propose = [](std::string_view name, std::vector<double> own) {
    return [=](Scenario& s) {
      s.variants.push_back({"decided", "", {decided(name, own)}});
      set(s, "governance.adoption_threshold", 0);
      set(s, "governance.session_days", 10);
    };
  };
  return {
      {Coupling::food_mobility, {"mobility."}, nothing, [](Scenario& s) { set(s, "food.visit_chance", 0.9); }},
      {Coupling::food_governance, {"governance."}, nothing, [](Scenario& s) { set(s, "food.dry_price", 15); }},
      {Coupling::mobility_food,
       {"food."},
       nothing,
       [](Scenario& s) { s.shocks = {made("fuel_price", shock_infos(), 5, 90, {4})}; }},
      {Coupling::mobility_housing,
       {"housing.energy_used", "housing.co2", "heat."},
       [](Scenario& s) {
         set(s, "housing.move_rate", 0.9);
         set(s, "housing.decide", 0);  // a retrofit asks the purse, which all themes share
         set(s, "housing.commute_push", 20);
       },
       [](Scenario& s) { set(s, "mobility.wear", 0.9); }},
      {Coupling::mobility_governance,
       {"governance."},
       nothing,
       [](Scenario& s) { s.shocks = {made("road_closure", shock_infos(), 5, 60, {1})}; }},
      {Coupling::housing_food,
       {"food."},
       nothing,
       [](Scenario& s) { s.shocks = {made("price_rise", shock_infos(), 5, 90, {1, 6, 1})}; }},
      {Coupling::housing_mobility, {"mobility."}, flooded, [](Scenario& s) { set(s, "housing.leave_depth", 2); }},
      {Coupling::housing_governance,
       {"governance."},
       flooded,
       [](Scenario& s) { set(s, "housing.insurance_delay", 5); }},  // damage is felt for less long
      {Coupling::governance_food, {"food."}, propose("solidarity_grocer", {10, 0.1}), refuse},
      {Coupling::governance_mobility, {"mobility."}, propose("cycle_network", {0.8}), refuse},
      {Coupling::governance_housing, {"housing.", "heat."}, propose("light_housing", {5}), refuse},
  };
}

TEST(Couplings, are_all_tried) { EXPECT_EQ(cases().size(), commune::coupling_count); }

TEST(Couplings, each_alone_carry_what_moves_and_nothing_when_switched_off) {
  for (const Case& about : cases()) {
    SCOPED_TRACE(commune::coupling_infos()[static_cast<std::size_t>(about.coupling)].name);
    Scenario still = calm_village();
    about.prepare(still);
    Scenario moved = still;
    about.move(moved);
    only(still, nullptr);
    only(moved, nullptr);
    const auto before = of_receiver(still, about);
    EXPECT_TRUE(same(before, of_receiver(moved, about))) << "it acts though it is off";
    only(still, &about.coupling);
    only(moved, &about.coupling);
    EXPECT_FALSE(same(of_receiver(still, about), of_receiver(moved, about))) << "it carries nothing";
  }
}

}  // namespace
}  // namespace essaim::catalogue
