// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/models/catalogue/small_world.h"

// What the housing theme must do, seen from its indicators.

namespace essaim::catalogue {
namespace {

void set_figure(Scenario& scenario, commune::FigureId id, double value) {
  commune::Figure& figure = scenario.sites[0].figures[static_cast<std::size_t>(id)];
  figure.value = value;
  figure.range = {value, value};
  figure.present = true;
}

void set_parameter(Scenario& scenario, std::string_view name, double value) {
  const auto& infos = parameter_infos();
  for (std::size_t i = 0; i < infos.size(); ++i) {
    if (infos[i].name == name) scenario.parameters[i] = value;
  }
}

Action action(std::string_view name, std::span<const commune::ActionInfo> infos, std::uint32_t first_day,
              std::uint32_t days, std::vector<double> settings) {
  std::uint32_t kind = 0;
  while (infos[kind].name != name) ++kind;
  return {.kind = kind,
          .start = Time::start_of_day(first_day),
          .duration = Duration::days(days),
          .settings = std::move(settings)};
}

Action measure(std::string_view name, std::uint32_t days, std::vector<double> own) {
  Action taken = action(name, measure_infos(), 1, days, std::move(own));
  const commune::ActionInfo& info = measure_infos()[taken.kind];
  taken.settings = commune::with_usual_needs(info, std::move(taken.settings));
  for (std::size_t need = commune::own_settings(info); need < info.settings.size(); ++need) taken.settings[need] = 0;
  return taken;
}

/// A village of 300 households, one with the measures given beside its baseline; all assumptions at their default.
Scenario homes(std::uint32_t days, std::vector<Action> measures = {}) {
  Scenario scenario = village(days);
  scenario.fixed_parameters = true;
  scenario.shocks.clear();
  set_figure(scenario, commune::FigureId::population, 690);
  set_figure(scenario, commune::FigureId::households, 300);
  scenario.variants.resize(1);
  if (!measures.empty()) scenario.variants.push_back({"measured", "", std::move(measures)});
  return scenario;
}

double last(const ArmOutcome& arm, std::string_view indicator) { return series_of(arm, indicator).back(); }

double largest(const ArmOutcome& arm, std::string_view indicator) {
  const auto values = series_of(arm, indicator);
  return *std::max_element(values.begin(), values.end());
}

Scenario flooded(std::uint32_t days, double firms, std::vector<Action> measures = {}) {
  Scenario scenario = homes(days, std::move(measures));
  scenario.shocks = {action("flood", shock_infos(), 5, 4, {6})};
  set_parameter(scenario, "housing.craft_firms", firms);
  set_parameter(scenario, "housing.repair_works", 60);
  return scenario;
}

TEST(Housing, without_any_condition_displaces_nobody_and_keeps_its_ledgers) {
  const auto arms = arms_of(homes(400));
  EXPECT_EQ(arms[0].error, "");
  EXPECT_EQ(largest(arms[0], "housing.displaced_share"), 0);
  EXPECT_EQ(largest(arms[0], "housing.dark_share"), 0);
  EXPECT_EQ(largest(arms[0], "housing.repairs_waiting"), 0);
  EXPECT_GT(largest(arms[0], "housing.energy_used"), 2 * value_on(arms[0], "housing.energy_used", 40));
}

TEST(Housing, is_the_same_twice_and_a_measure_that_moves_nothing_changes_no_bit) {
  const Scenario scenario = homes(
      60, {measure("retrofit_desk", 50, {0, 0}), measure("cool_rooms", 50, {0, 0}), measure("light_housing", 50, {0})});
  const auto arms = arms_of(scenario);
  EXPECT_EQ(arms[0].state_sha256, arms_of(scenario)[0].state_sha256);
  for (const char* indicator : {"housing.energy_used", "housing.retrofits", "housing.vacant_share"}) {
    EXPECT_EQ(series_of(arms[0], indicator), series_of(arms[2], indicator)) << indicator;
  }
}

TEST(PowerOutage, leaves_homes_dark_and_then_all_is_as_before) {
  Scenario scenario = homes(90);
  scenario.shocks = {action("power_outage", shock_infos(), 20, 6, {1, 0})};
  const auto arms = arms_of(scenario);
  EXPECT_GT(value_on(arms[0], "housing.dark_share", 20), 0.3);
  EXPECT_EQ(value_on(arms[0], "housing.dark_share", 26), 0);
  EXPECT_LT(value_on(arms[0], "housing.energy_used", 20), value_on(arms[1], "housing.energy_used", 20));
  EXPECT_EQ(value_on(arms[0], "housing.energy_used", 27), value_on(arms[1], "housing.energy_used", 27));
  EXPECT_EQ(value_on(arms[0], "housing.cold_share", 60), value_on(arms[1], "housing.cold_share", 60));
}

TEST(EnergyPrice, weighs_more_and_is_answered_by_heating_less) {
  Scenario scenario = homes(300);
  const auto& kind = shock_infos();
  const auto rise = std::find_if(kind.begin(), kind.end(), [](const auto& info) { return info.name == "price_rise"; });
  ASSERT_NE(rise, kind.end());
  std::vector<double> settings;
  for (const essaim::Setting& setting : rise->settings) {
    settings.push_back(setting.name == "energy" ? 2.0 : setting.fallback);
  }
  scenario.shocks = {action("price_rise", shock_infos(), 10, 290, settings)};
  const auto arms = arms_of(scenario);
  EXPECT_GT(last(arms[0], "housing.energy_burden"), last(arms[1], "housing.energy_burden"));
  const double fall = value_on(arms[0], "housing.energy_used", 230) / value_on(arms[1], "housing.energy_used", 230);
  EXPECT_LT(fall, 0.95);
  EXPECT_GT(fall, 0.80);  // 2 to the power of -0.244 of heating alone is 0.84
}

TEST(Flood, is_repaired_sooner_with_more_crews_and_in_turn) {
  const auto few = arms_of(flooded(700, 1));
  const auto many = arms_of(flooded(700, 60));
  EXPECT_EQ(few[0].error, "");
  const double struck = largest(few[0], "housing.displaced_share");
  ASSERT_GT(struck, 0.1);
  EXPECT_EQ(largest(few[1], "housing.displaced_share"), 0);
  EXPECT_EQ(struck, largest(many[0], "housing.displaced_share"));
  EXPECT_GT(mean_of(few[0], "housing.displaced_share"), 1.1 * mean_of(many[0], "housing.displaced_share"));
  EXPECT_GT(largest(few[0], "housing.works_wait"), largest(many[0], "housing.works_wait"));
  EXPECT_LE(largest(few[0], "housing.works_under_way"), 1);
  // Some never return: about one in five of those who had to leave.
  EXPECT_GT(last(many[0], "housing.displaced_share"), 0.05 * struck);
  EXPECT_LT(last(many[0], "housing.displaced_share"), 0.45 * struck);
}

TEST(Flood, is_answered_by_light_dwellings_and_all_dwellings_are_kept_count_of) {
  const auto arms = arms_of(flooded(300, 7, {measure("light_housing", 299, {20})}));
  EXPECT_EQ(arms[2].error, "");
  EXPECT_EQ(mean_of(arms[0], "housing.displaced_share"), mean_of(arms[2], "housing.displaced_share"));
  // In the twin without a flood they stand free, in the flood they are lived in.
  EXPECT_GT(value_on(arms[3], "housing.vacant_share", 20), value_on(arms[1], "housing.vacant_share", 20));
  EXPECT_LT(value_on(arms[2], "housing.vacant_share", 20), value_on(arms[3], "housing.vacant_share", 20));
}

double retrofits_a_year(const ArmOutcome& arm, double households) {
  return last(arm, "housing.retrofits") / households;
}

TEST(Retrofit, keeps_to_yearly_rates_and_advice_moves_more_than_aid) {
  Scenario scenario = homes(365, {measure("retrofit_desk", 364, {300, 0})});
  set_figure(scenario, commune::FigureId::population, 4'600);
  set_figure(scenario, commune::FigureId::households, 2'000);
  scenario.variants.push_back({"aid", "", {measure("retrofit_desk", 364, {0, 0.2})}});
  const auto arms = arms_of(scenario);
  const double ordinary = retrofits_a_year(arms[0], 2'000);
  EXPECT_GT(ordinary, 0.01);
  EXPECT_LT(ordinary, 0.03);
  const double advice = retrofits_a_year(arms[2], 2'000);
  const double aid = retrofits_a_year(arms[4], 2'000);
  EXPECT_GT(advice, aid);
  EXPECT_GE(aid, ordinary);
  EXPECT_LT(aid, 1.5 * ordinary);
}

TEST(Heat, is_met_by_cool_rooms_and_visits_within_their_capacity) {
  Scenario scenario = homes(60, {measure("cool_rooms", 59, {15, 3})});
  set_figure(scenario, commune::FigureId::care_home_residents, 0);
  scenario.shocks = {action("heatwave", shock_infos(), 20, 10, {40})};
  const auto arms = arms_of(scenario);
  const double exposed = value_on(arms[0], "heat.exposed_share", 25) * 690;
  ASSERT_GT(exposed, 30);
  EXPECT_EQ(value_on(arms[0], "heat.exposed_share", 25), value_on(arms[2], "heat.exposed_share", 25));
  EXPECT_NEAR(value_on(arms[0], "heat.unreached", 25), exposed, 0.5);
  const double reached = exposed - value_on(arms[2], "heat.unreached", 25);
  EXPECT_GT(reached, 0);
  EXPECT_LE(reached, 18.5);
  // Individual risks average to the population's, and measures can only lower it.
  EXPECT_EQ(value_on(arms[0], "heat.excess_risk_after", 25), value_on(arms[0], "heat.excess_risk", 25));
  EXPECT_LT(value_on(arms[2], "heat.excess_risk_after", 25), value_on(arms[2], "heat.excess_risk", 25));
}

TEST(Ledger, notices_a_dwelling_that_goes_missing) {
  const Scenario scenario = homes(20);
  const SharedDraw shared{scenario, 0, 0};
  Arm arm{scenario, shared, scenario.variants[0], Shocks::with};
  SerialExecutor executor;
  for (int day = 0; day < 5; ++day) ASSERT_TRUE(arm.run_day(executor)) << arm.outcome().error;
  arm.housing().households.homes[7] -= 1;
  arm.run_day(executor);
  EXPECT_NE(arm.outcome().error, "");
}

}  // namespace
}  // namespace essaim::catalogue
