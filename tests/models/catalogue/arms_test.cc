// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "tests/models/catalogue/small_world.h"

// What holds between arms and variants: shared chance, and measures that change nothing when they move nothing.

namespace essaim::catalogue {
namespace {

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

TEST(Arms, are_with_and_without_shocks_for_each_variant_in_order) {
  const auto arms = arms_of(village(20));
  ASSERT_EQ(arms.size(), 4u);
  EXPECT_EQ(arms[0].variant, 0u);
  EXPECT_EQ(arms[0].shocks, Shocks::with);
  EXPECT_EQ(arms[1].shocks, Shocks::without);
  EXPECT_EQ(arms[2].variant, 1u);
  for (const ArmOutcome& arm : arms) EXPECT_EQ(arm.error, "");
}

TEST(Arms, of_one_replicate_are_identical_until_the_shock_or_the_measure_starts) {
  const auto arms = arms_of(village(20));  // measures from day 2, heatwave from day 8
  for (const IndicatorInfo& info : indicator_infos()) {
    EXPECT_EQ(value_on(arms[0], info.name, 1), value_on(arms[2], info.name, 1)) << info.name;
    EXPECT_EQ(value_on(arms[0], info.name, 7), value_on(arms[1], info.name, 7)) << info.name;
  }
  EXPECT_NE(value_on(arms[0], "food.need_met", 18), value_on(arms[1], "food.need_met", 18));
  EXPECT_NE(value_on(arms[0], "food.reserve", 5), value_on(arms[2], "food.reserve", 5));
}

TEST(Arms, without_shocks_in_the_scenario_are_the_same_as_their_twins) {
  const auto arms = arms_of(without_shocks(village(20)));
  EXPECT_TRUE(same_bits(arms[0].values, arms[1].values));
  EXPECT_EQ(arms[0].state_sha256, arms[1].state_sha256);
}

TEST(InertMeasure, leaves_every_digest_equal_to_the_baselines) {
  Scenario scenario = full_scenario(2026);
  scenario.days = 30;
  scenario.variants.resize(2);
  for (Action& measure : scenario.variants[1].measures) {
    const commune::ActionInfo& info = measure_infos()[measure.kind];
    std::vector<double> idle(commune::own_settings(info), 0);
    if (info.name == "solidarity_grocer") idle[1] = 1;
    if (info.name == "communal_stock") idle[1] = 3'650;
    measure.settings = commune::with_usual_needs(info, idle);
  }
  const auto arms = arms_of(scenario);
  EXPECT_EQ(arms[0].state_sha256, arms[2].state_sha256);
  EXPECT_TRUE(same_bits(arms[0].values, arms[2].values));
  EXPECT_EQ(arms[1].state_sha256, arms[3].state_sha256);
}

/// Ten times as many people as the small run has: enough for equal events whose order tells.
Scenario town() {
  Scenario scenario = full_scenario(2026);
  for (const auto figure : {commune::FigureId::population, commune::FigureId::households}) {
    commune::Figure& of_site = scenario.sites[0].figures[static_cast<std::size_t>(figure)];
    of_site.value *= 10;
    of_site.range = {of_site.value, of_site.value};
  }
  scenario.days = 40;
  return scenario;
}

TEST(BaselineArm, is_the_same_world_however_many_measures_the_variants_have) {
  const Scenario many = town();
  Scenario one = many;
  one.variants.resize(2);
  one.variants[1].measures.resize(1);
  Scenario none = many;
  none.variants.resize(1);
  const auto run = [&](const Scenario& scenario, Shocks shocks) {
    const SharedDraw shared{scenario, 0, 0};
    Arm arm{scenario, shared, scenario.variants[0], shocks};
    EXPECT_EQ(arm.households().table->process(0).index(), 0U) << "nobody's number depends on measures";
    SerialExecutor executor;
    return arm.run(executor);
  };
  for (const Shocks shocks : {Shocks::with, Shocks::without}) {
    const ArmOutcome beside_many = run(many, shocks);
    for (const Scenario& scenario : {one, none}) {
      const ArmOutcome arm = run(scenario, shocks);
      EXPECT_TRUE(same_bits(arm.values, beside_many.values));
      EXPECT_TRUE(same_bits(arm.group_values, beside_many.group_values));
    }
  }
}

TEST(MeasureChance, is_that_of_its_name_whatever_is_beside_it) {
  Scenario scenario = full_scenario(1);
  Action market = scenario.variants[1].measures[0];
  Action round = market;
  market.title = "Marché";
  round.title = "Tournée";
  const auto chance = [&](std::vector<Action> measures, std::size_t of) {
    const Variant variant{"any", "", std::move(measures)};
    return programme_of(scenario, variant, Shocks::without).measures.at(of).chance;
  };
  EXPECT_EQ(chance({round}, 0), chance({market, round}, 1));
  EXPECT_NE(chance({market, round}, 0), chance({market, round}, 1));
  EXPECT_NE(chance({round, round}, 0), chance({round, round}, 1)) << "a second one of the same name is another";
}

TEST(LateMeasure, leaves_the_others_as_they_were_until_it_is_put_forward) {
  Scenario scenario = full_scenario(2026);  // its third variant has all of these decided by a body of the commune
  scenario.days = 40;
  Action late = scenario.variants[2].measures.back();
  scenario.variants[2].measures.pop_back();
  late.start = Time::start_of_day(35);
  late.decision = commune::Decision::imposed;
  Scenario first = scenario;
  first.variants[2].measures.insert(first.variants[2].measures.begin(), late);
  Scenario last = scenario;
  last.variants[2].measures.push_back(late);
  const auto before = arms_of(scenario);
  const auto at_the_front = arms_of(first);
  const auto at_the_end = arms_of(last);
  for (const IndicatorInfo& info : indicator_infos()) {
    for (std::uint32_t day = 0; day < 35; ++day) {
      const double value = value_on(before[4], info.name, day);
      EXPECT_EQ(value, value_on(at_the_front[4], info.name, day)) << info.name << " on day " << day;
      EXPECT_EQ(value, value_on(at_the_end[4], info.name, day)) << info.name << " on day " << day;
    }
  }
}

TEST(InertShock, leaves_every_value_equal_to_its_twins) {
  Scenario scenario = full_scenario(2026);
  scenario.days = 30;
  for (Action& shock : scenario.shocks) {
    const std::string_view name = shock_infos()[shock.kind].name;
    shock.settings = name == "heatwave"              ? std::vector<double>{-50}
                     : name == "supply_interruption" ? std::vector<double>{0, 0, 0}
                     : name == "price_rise"          ? std::vector<double>{1, 1, 1}
                     : name == "fuel_price"          ? std::vector<double>{1}
                     : name == "power_outage"        ? std::vector<double>{0, 0}
                                                     : std::vector<double>{0};
  }
  const auto arms = arms_of(scenario);
  // The heat condition itself differs (peak and weight), so values are compared, not the state that holds it.
  EXPECT_TRUE(same_bits(arms[0].values, arms[1].values));
}

TEST(Replicate, depends_on_its_number_seed_and_site_and_on_nothing_else) {
  const Scenario scenario = village(15);
  const auto first = arms_of(scenario, 3);
  EXPECT_EQ(first[0].state_sha256, arms_of(scenario, 3)[0].state_sha256);
  EXPECT_NE(first[0].state_sha256, arms_of(scenario, 4)[0].state_sha256);
  Scenario other_seed = scenario;
  other_seed.seed += 1;
  EXPECT_NE(first[0].state_sha256, arms_of(other_seed, 3)[0].state_sha256);
  Scenario other_site = scenario;
  other_site.sites[0].id = "elsewhere";
  EXPECT_NE(first[0].state_sha256, arms_of(other_site, 3)[0].state_sha256);
}

TEST(Replicate, draws_each_assumption_in_its_plausible_range_and_leaves_what_is_published) {
  SerialExecutor executor;
  const Scenario scenario = village(1);
  for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
    const auto outcome = run_replicate(scenario, 0, replicate, executor);
    for (std::size_t i = 0; i < parameter_infos().size(); ++i) {
      const ParameterInfo& info = parameter_infos()[i];
      if (info.field.mark == Mark::assumption) {
        EXPECT_GE(outcome.parameters[i], info.field.plausible.low) << info.name;
        EXPECT_LE(outcome.parameters[i], info.field.plausible.high) << info.name;
      } else {
        EXPECT_EQ(outcome.parameters[i], info.fallback) << info.name;
      }
    }
  }
}

TEST(Replicate, uses_defaults_when_nothing_is_to_be_drawn_and_what_the_scenario_fixes) {
  SerialExecutor executor;
  Scenario scenario = village(1);
  scenario.fixed_parameters = true;
  scenario.parameters.resize(parameter_infos().size());
  scenario.parameters[3] = parameter_infos()[3].field.allowed.high;
  const auto outcome = run_replicate(scenario, 0, 0, executor);
  for (std::size_t i = 0; i < parameter_infos().size(); ++i) {
    EXPECT_EQ(outcome.parameters[i], i == 3 ? parameter_infos()[i].field.allowed.high : parameter_infos()[i].fallback);
  }
}

}  // namespace
}  // namespace essaim::catalogue
