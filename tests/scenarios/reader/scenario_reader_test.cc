// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/scenario_reader.h"

#include <gtest/gtest.h>

#include "tests/scenarios/reader/reader_world.h"

namespace essaim::reader::testing {

namespace {

using catalogue::Scenario;

TEST(ScenarioReader, gives_times_in_seconds_and_values_in_canonical_units) {
  const Scenario scenario = read_scenario_text(right_scenario).scenario;
  EXPECT_EQ(scenario.title, "Canicule");
  EXPECT_EQ(scenario.start, (Date{2026, 6, 1}));
  EXPECT_EQ(scenario.days, 60u);
  EXPECT_EQ(scenario.replicates, 4u);
  EXPECT_EQ(scenario.seed, 2026u);
  ASSERT_EQ(scenario.sites.size(), 1u);
  EXPECT_EQ(scenario.sites[0].id, "loos-en-gohelle");
  EXPECT_EQ(scenario.lookahead, Duration::minutes(15));
  ASSERT_EQ(scenario.shocks.size(), 1u);
  EXPECT_EQ(scenario.shocks[0].start, Time::start_of_day(21));
  EXPECT_EQ(scenario.shocks[0].duration, Duration::days(12));
  EXPECT_EQ(scenario.shocks[0].settings, std::vector<double>{39});
  EXPECT_EQ(scenario.primary, std::vector<std::string>{"food.insecure_share"});
  EXPECT_EQ(scenario.matters, 0.005);
}

TEST(ScenarioReader, puts_the_baseline_first_and_lets_a_measure_last_to_the_end) {
  const Scenario scenario = read_scenario_text(right_scenario).scenario;
  ASSERT_EQ(scenario.variants.size(), 2u);
  EXPECT_EQ(scenario.variants[0].name, "baseline");
  EXPECT_TRUE(scenario.variants[0].measures.empty());
  EXPECT_EQ(scenario.variants[1].name, "epicerie");
  EXPECT_EQ(scenario.variants[1].title, "Épicerie solidaire");
  const catalogue::Action& grocer = scenario.variants[1].measures.at(0);
  EXPECT_EQ(grocer.start + grocer.duration, Time::start_of_day(60));
  EXPECT_EQ(grocer.settings,
            (std::vector<double>{120, 0.2, 0, 9'600, 0, 18, 48}));  // price as declared, needs as usual
}

TEST(ScenarioReader, fixes_only_the_parameters_that_the_file_names) {
  const Scenario scenario = read_scenario_text(right_scenario).scenario;
  ASSERT_EQ(scenario.parameters.size(), 3u);
  EXPECT_EQ(scenario.parameters[0], std::nullopt);
  EXPECT_EQ(scenario.parameters[1], 0.15);
  EXPECT_EQ(scenario.parameters[2], std::nullopt);
}

TEST(ScenarioReader, keeps_variants_in_the_order_of_the_file) {
  const std::string text = std::string{right_scenario} + "[variant.z]\n[variant.a]\n";
  const ScenarioReading reading = read_scenario_text(text);
  ASSERT_EQ(reading.scenario.variants.size(), 4u);
  EXPECT_EQ(reading.scenario.variants[2].name, "z");
  EXPECT_EQ(reading.scenario.variants[3].name, "a");
  ASSERT_EQ(reading.warnings.size(), 2u);
  EXPECT_EQ(reading.warnings[0], "demo.toml:26:10: variant \"z\" has no measure, it equals the baseline");
}

TEST(ScenarioReader, takes_an_hour_of_the_day_and_warns_of_a_shock_that_the_end_cuts) {
  const std::string text =
      with(with(right_scenario, "2026-06-22", "2026-06-22T14:30:00"), "\"12 days\"", "\"9 weeks\"");
  const ScenarioReading reading = read_scenario_text(text);
  EXPECT_EQ(reading.scenario.shocks[0].start, Time::start_of_day(21) + Duration::minutes(14 * 60 + 30));
  ASSERT_EQ(reading.warnings.size(), 1u);
  EXPECT_EQ(reading.warnings[0], "demo.toml:10:1: heatwave lasts beyond the end of the run, which cuts it");
}

TEST(ScenarioReader, starts_actions_on_the_first_and_on_the_last_day_but_not_after) {
  EXPECT_EQ(scenario_complaint("2026-06-22", "2026-06-01"), "no complaint");
  EXPECT_EQ(scenario_complaint("2026-06-22", "2026-07-30"), "no complaint");
  EXPECT_NE(scenario_complaint("2026-06-22", "2026-07-31"), "no complaint");
}

TEST(ScenarioReader, takes_all_shipped_sites_for_a_star) {
  const Scenario scenario =
      read_scenario_text(with(right_scenario, "site = \"loos-en-gohelle\"", "sites = [\"*\"]")).scenario;
  ASSERT_EQ(scenario.sites.size(), 2u);
  EXPECT_EQ(scenario.sites[0].id, "langouet");
}

TEST(ScenarioReader, takes_bounds_themselves_whatever_their_spelling) {
  EXPECT_EQ(scenario_complaint("0.15", "\"100 %\""), "no complaint");
  EXPECT_EQ(scenario_complaint("\"39 degC\"", "\"55 °C\""), "no complaint");
  EXPECT_EQ(scenario_complaint("replicates = 4", "replicates = 100000"), "no complaint");
  EXPECT_EQ(scenario_complaint("seed = 2026", "seed = 9223372036854775807"), "no complaint");
}

TEST(Options, change_what_the_file_says) {
  Document document = parse_document(right_scenario, "demo.toml");
  set_option(document, "--set a", "variant.epicerie.measure[0].capacity", "60 households");
  set_option(document, "--set b", "parameters.food.shop_wage", "14 EUR/h");
  set_option(document, "--set c", "parameters.commune.ties", "0.2");
  set_option(document, "--set d", "start", "2026-06-10");
  set_option(document, "--set e", "sites", "[\"langouet\", \"loos-en-gohelle\"]");
  set_option(document, "--set f", "seed", "7");
  TwoSites sites;
  const Scenario scenario = read_scenario(document, vocabulary(), sites).scenario;
  EXPECT_EQ(scenario.variants[1].measures[0].settings[0], 60);
  EXPECT_EQ(scenario.parameters[2], 14);
  EXPECT_EQ(scenario.parameters[0], 0.2);
  EXPECT_EQ(scenario.shocks[0].start, Time::start_of_day(12));
  EXPECT_EQ(scenario.sites.size(), 2u);
  EXPECT_EQ(scenario.seed, 7u);
}

TEST(PilotReader, gives_figures_in_canonical_units_with_their_source_and_mark) {
  const commune::Site site = read_pilot(parse_document(right_pilot, "essai.toml"), "essai");
  EXPECT_EQ(site.id, "essai");
  EXPECT_EQ(site.name, "Essai");
  const commune::Figure& population = site.figures[static_cast<std::size_t>(commune::FigureId::population)];
  EXPECT_TRUE(population.present);
  EXPECT_EQ(population.value, 6896);
  EXPECT_EQ(population.year, 2021);
  EXPECT_EQ(population.source, "INSEE");
  EXPECT_EQ(population.mark, Mark::published);
  EXPECT_FALSE(population.uncertain());
  const commune::Figure& poverty = site.figures[static_cast<std::size_t>(commune::FigureId::poverty_rate)];
  EXPECT_EQ(poverty.value, 0.21);
  EXPECT_EQ(poverty.range.low, 0.19);
  EXPECT_EQ(poverty.range.high, 0.23);
  EXPECT_EQ(poverty.mark, Mark::assumption);
  EXPECT_FALSE(site.figures[static_cast<std::size_t>(commune::FigureId::households)].present);
  EXPECT_EQ(site.climate_station, "Lille");
  EXPECT_EQ(site.monthly_temperature[6].value, 17);
  ASSERT_EQ(site.already.size(), 1u);
  EXPECT_EQ(site.already[0].id, "canteen");
}

}  // namespace

}  // namespace essaim::reader::testing
