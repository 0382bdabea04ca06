// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/scenarios/reader/reader_world.h"

// Who decides, where a shock strikes, when it ends, what cannot go together, and which couplings are off.

namespace essaim::reader::testing {

namespace {

using commune::Coupling;
using commune::Decision;

struct Mistake {
  std::string_view from;
  std::string_view to;
  std::string_view message;
};

constexpr std::string_view grocer =
    "kind = \"solidarity_grocer\"\nstart = 2026-06-15\ncapacity = \"120 households\"\ndecided_by = \"imposed\"\n";
constexpr std::string_view heatwave =
    "kind = \"heatwave\"\nstart = 2026-06-22\nduration = \"12 days\"\npeak_temperature = \"39 degC\"\n";

std::string with_flood(std::string_view zones) {
  const std::string flood = "kind = \"flood\"\nstart = 2026-06-22\nduration = \"12 days\"\nzones = ";
  return with(right_scenario, heatwave, flood + std::string{zones} + "\n");
}

std::string flood_complaint(std::string_view zones) {
  return complaint([&] { read_scenario_text(with_flood(zones)); });
}

Decision decision_of(std::string_view from, std::string_view to) {
  return read_scenario_text(with(right_scenario, from, to)).scenario.variants[1].measures.at(0).decision;
}

TEST(Decisions, are_those_of_who_has_the_power) {
  EXPECT_EQ(decision_of("decided_by = \"imposed\"\n", ""), Decision::imposed);
  EXPECT_EQ(decision_of("\"imposed\"", "\"council\""), Decision::council);
  EXPECT_EQ(decision_of("\"imposed\"", "\"assembly\""), Decision::assembly);
  EXPECT_EQ(decision_of("\"imposed\"", "\"participatory_budget\""), Decision::participatory_budget);
  EXPECT_EQ(decision_of(grocer, "kind = \"shuttle\"\nstart = 2026-06-15\ndecided_by = \"request\"\n"),
            Decision::request);
  EXPECT_EQ(decision_of(grocer, "kind = \"shuttle\"\nstart = 2026-06-15\ndecided_by = \"imposed\"\n"),
            Decision::imposed);
}

TEST(Decisions, are_refused_where_somebody_else_has_the_power) {
  constexpr Mistake mistakes[] = {
      {grocer, "kind = \"shuttle\"\nstart = 2026-06-15\ndecided_by = \"council\"\n",
       "demo.toml:21:14: decided_by is \"council\" (the inter-municipal body has the power to take shuttle, a council "
       "can only ask), write decided_by = \"request\", or \"imposed\""},
      {grocer, "kind = \"shuttle\"\nstart = 2026-06-15\ndecided_by = \"assembly\"\n",
       "demo.toml:21:14: decided_by is \"assembly\" (the inter-municipal body has the power to take shuttle, a council "
       "can only ask), write decided_by = \"request\", or \"imposed\""},
      {grocer, "kind = \"shuttle\"\nstart = 2026-06-15\ndecided_by = \"participatory_budget\"\n",
       "demo.toml:21:14: decided_by is \"participatory_budget\" (the inter-municipal body has the power to take "
       "shuttle, a council can only ask), write decided_by = \"request\", or \"imposed\""},
      {"\"imposed\"", "\"request\"",
       "demo.toml:22:14: decided_by is \"request\" (the commune has the power to take solidarity_grocer, there is "
       "nobody else to ask), write decided_by = \"council\", or \"imposed\""},
      {"\"imposed\"", "\"counsil\"", "demo.toml:22:14: unknown decided_by \"counsil\", did you mean \"council\"?"},
      {"\"imposed\"", "\"mayor\"",
       "demo.toml:22:14: unknown decided_by \"mayor\" (allowed: imposed, council, assembly, participatory_budget, "
       "request), use one of these"},
      {"\"imposed\"", "true", "demo.toml:22:14: decided_by is true (expected text), write it between quotes"},
      {"peak_temperature =", "decided_by = \"council\"\npeak_temperature =",
       "demo.toml:14:1: unknown key \"decided_by\" (allowed: kind, start, duration, end, peak_temperature), use one of "
       "these"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(scenario_complaint(m.from, m.to), m.message);
}

TEST(Needs, are_those_written_else_usual_in_proportion_to_the_size) {
  const auto settings = [](std::string_view more) {
    const std::string text = with(right_scenario, "decided_by = \"imposed\"", more);
    return read_scenario_text(text).scenario.variants[1].measures.at(0).settings;
  };
  EXPECT_EQ(settings(""), (std::vector<double>{120, 0.2, 0, 9'600, 0, 18, 48}));
  EXPECT_EQ(settings("lead_time = \"3 weeks\"\ninvestment = \"2000 EUR\"\nstaff_hours = \"0 h/week\""),
            (std::vector<double>{120, 0.2, 21, 2'000, 0, 0, 48}));
  EXPECT_EQ(scenario_complaint("decided_by = \"imposed\"", "lead_time = \"-1 day\""),
            "demo.toml:22:13: lead_time is -1 day (allowed: 0 day to 3650 day), write for example \"0 days\"");
  EXPECT_EQ(scenario_complaint("decided_by = \"imposed\"", "investment = \"40000000 EUR\""),
            "demo.toml:22:14: investment is 40000000 EUR (allowed: 0 EUR to 30000000 EUR), write for example \"8000 "
            "EUR\"");
}

TEST(Needs, warn_of_a_measure_that_never_opens) {
  const ScenarioReading late =
      read_scenario_text(with(right_scenario, "decided_by = \"imposed\"", "lead_time = \"46 days\""));
  ASSERT_EQ(late.warnings.size(), 1u);
  EXPECT_EQ(late.warnings[0],
            "demo.toml:22:13: solidarity_grocer never opens (its lead_time is 46 days, it has 46 days from its start), "
            "start it earlier");
  EXPECT_TRUE(
      read_scenario_text(with(right_scenario, "decided_by = \"imposed\"", "lead_time = \"45 days\"")).warnings.empty());
  const ScenarioReading brief = read_scenario_text(
      with(right_scenario, "decided_by = \"imposed\"", "lead_time = \"2 days\"\nduration = \"2 days\""));
  EXPECT_EQ(brief.warnings.size(), 1u);
}

TEST(Zones, are_a_mask_of_those_that_are_named) {
  const auto zones = [](std::string_view list) {
    return static_cast<int>(read_scenario_text(with_flood(list)).scenario.shocks.at(0).zones);
  };
  EXPECT_EQ(zones("[\"centre\"]"), 1);
  EXPECT_EQ(zones("[\"edge\", \"centre\"]"), 3);
  EXPECT_EQ(zones("\"edge\""), 2);
  EXPECT_EQ(read_scenario_text(right_scenario).scenario.shocks.at(0).zones, commune::all_zones);
}

TEST(Zones, are_refused_where_they_mean_nothing) {
  EXPECT_EQ(scenario_complaint("peak_temperature =", "zones = [\"centre\"]\npeak_temperature ="),
            "demo.toml:14:1: zones of heatwave (it reaches the whole commune; by zone: flood), remove it");
  EXPECT_EQ(flood_complaint("[]"),
            "demo.toml:14:9: zones is an empty list (allowed: centre, edge, hamlets), name at least one, or remove it "
            "for the whole commune");
  EXPECT_EQ(flood_complaint("[\"hamlet\"]"), "demo.toml:14:10: unknown zone \"hamlet\", did you mean \"hamlets\"?");
  EXPECT_EQ(flood_complaint("[\"north\"]"),
            "demo.toml:14:10: unknown zone \"north\" (allowed: centre, edge, hamlets), use one of these");
  EXPECT_EQ(flood_complaint("[\"edge\", \"edge\"]"),
            "demo.toml:14:18: zones names \"edge\" twice (once is enough), remove one");
  EXPECT_EQ(flood_complaint("3"),
            "demo.toml:14:9: zones is the number 3 (expected a list of texts), write it as zones = [\"...\", \"...\"]");
}

TEST(Zones, are_those_of_the_sites) {
  EXPECT_EQ(flood_complaint("[\"edge\", \"hamlets\"]"),
            "demo.toml:14:18: loos-en-gohelle has no zone \"hamlets\" (only rural communes have it), remove it or "
            "choose another site");
  const auto at = [](std::string_view site) {
    return read_scenario_text(with(with_flood("[\"hamlets\"]"), "site = \"loos-en-gohelle\"", site));
  };
  EXPECT_TRUE(at("site = \"langouet\"").warnings.empty());
  const ScenarioReading both = at("sites = [\"langouet\", \"loos-en-gohelle\"]");
  ASSERT_EQ(both.warnings.size(), 1u);
  EXPECT_EQ(both.warnings[0],
            "demo.toml:14:10: zone \"hamlets\" is missing in loos-en-gohelle (only rural communes have it), the shock "
            "does less there");
}

TEST(Ends, are_the_first_day_without) {
  const catalogue::Scenario scenario =
      read_scenario_text(with(with(right_scenario, "duration = \"12 days\"", "end = 2026-07-04"),
                              "decided_by = \"imposed\"", "end = 2026-07-31"))
          .scenario;
  EXPECT_EQ(scenario.shocks[0].duration, Duration::days(12));
  EXPECT_EQ(scenario.variants[1].measures[0].duration, Duration::days(46));
  const catalogue::Scenario noon =
      read_scenario_text(with(right_scenario, "duration = \"12 days\"", "end = 2026-06-22T12:00:00")).scenario;
  EXPECT_EQ(noon.shocks[0].duration, Duration::hours(12));
}

TEST(Ends, come_after_starts_and_are_said_once) {
  constexpr Mistake mistakes[] = {
      {"duration = \"12 days\"", "duration = \"12 days\"\nend = 2026-07-04",
       "demo.toml:14:1: both duration and end (one of them is enough), remove one"},
      {"duration = \"12 days\"", "end = 2026-06-20",
       "demo.toml:13:7: end is 2026-06-20 (allowed: at least an hour after its start, 2026-06-22; it is over when that "
       "day begins), choose a later day"},
      {"duration = \"12 days\"", "end = 2026-06-22",
       "demo.toml:13:7: end is 2026-06-22 (allowed: at least an hour after its start, 2026-06-22; it is over when that "
       "day begins), choose a later day"},
      {"duration = \"12 days\"", "end = 2046-06-22",
       "demo.toml:13:7: end is 2046-06-22 (allowed: at most 3660 days after its start), choose an earlier day"},
      {"duration = \"12 days\"", "end = \"2026-07-04\"",
       "demo.toml:13:7: end is the text \"2026-07-04\" (expected a date), write it as end = 2026-06-01, without "
       "quotes"},
      {"decided_by = \"imposed\"", "end = 2026-08-01",
       "demo.toml:22:7: end is 2026-08-01 (allowed: up to 2026-07-31, when the run ends), choose an earlier day, or "
       "remove it"},
      {"\"12 days\"", "\"0 days\"",
       "demo.toml:13:12: duration is 0 days (allowed: 1 hour to 3660 days), choose a length in that range"},
      {"\"12 days\"", "\"-2 days\"",
       "demo.toml:13:12: duration is -2 days (allowed: 1 hour to 3660 days), choose a length in that range"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(scenario_complaint(m.from, m.to), m.message);
}

TEST(Ends, of_measures_beyond_the_run_are_cut_with_a_warning) {
  const ScenarioReading reading =
      read_scenario_text(with(right_scenario, "decided_by = \"imposed\"", "duration = \"47 days\""));
  ASSERT_EQ(reading.warnings.size(), 1u);
  EXPECT_EQ(reading.warnings[0], "demo.toml:18:1: solidarity_grocer lasts beyond the end of the run, which cuts it");
}

TEST(Ends, are_what_a_design_may_vary) {
  const std::string plan =
      "scenario = \"demo.toml\"\ndesign = \"factorial\"\n[[factor]]\npath = \"variant.epicerie.measure[0].end\"\n"
      "values = [2026-07-01, 2026-07-08]\n";
  const Experiment experiment = read_experiment_text(plan);
  EXPECT_EQ(experiment.scenario_at(0).variants[1].measures[0].duration, Duration::days(16));
  EXPECT_EQ(experiment.scenario_at(1).variants[1].measures[0].duration, Duration::days(23));
}

TEST(Exclusions, hold_in_both_orders_and_only_at_the_same_time) {
  constexpr std::string_view stock = "kind = \"communal_stock\"\nstart = 2026-06-15\nstock = \"3 days\"\n";
  constexpr std::string_view shuttle = "kind = \"shuttle\"\nstart = 2026-06-20\n";
  const auto both = [](std::string_view first, std::string_view second) {
    const std::string text = with(right_scenario, "site = \"loos-en-gohelle\"", "site = \"langouet\"");
    return complaint([&] {
      read_scenario_text(
          with(text, grocer, std::string{first} + "[[variant.epicerie.measure]]\n" + std::string{second}));
    });
  };
  EXPECT_EQ(both(stock, shuttle),
            "demo.toml:24:9: shuttle is at work at the same time as communal_stock (they exclude each other), move or "
            "remove one of them");
  EXPECT_EQ(both(shuttle, stock),
            "demo.toml:23:9: communal_stock is at work at the same time as shuttle (they exclude each other), move or "
            "remove one of them");
  EXPECT_EQ(both(with(stock, "stock = ", "end = 2026-06-20\nstock = "), shuttle), "no complaint");
}

TEST(Couplings, are_all_on_but_those_that_a_scenario_switches_off) {
  EXPECT_TRUE(read_scenario_text(right_scenario).scenario.couplings.all());
  const auto couplings =
      read_scenario_text(with(right_scenario, "seed = 2026", "couplings_off = [\"food.mobility\", \"housing.food\"]"))
          .scenario.couplings;
  EXPECT_FALSE(couplings.has(Coupling::food_mobility));
  EXPECT_FALSE(couplings.has(Coupling::housing_food));
  EXPECT_TRUE(couplings.has(Coupling::mobility_food));
}

TEST(Couplings, have_names_and_may_be_set_by_an_option) {
  constexpr Mistake mistakes[] = {
      {"seed = 2026", "couplings_off = [\"food.mobilty\"]",
       "demo.toml:6:18: unknown coupling \"food.mobilty\", did you mean \"food.mobility\"?"},
      {"seed = 2026", "couplings_off = [\"food.mobility\", \"food.mobility\"]",
       "demo.toml:6:35: couplings_off names \"food.mobility\" twice (once is enough), remove one"},
      {"seed = 2026", "couplings_off = []",
       "demo.toml:6:17: couplings_off is an empty list (expected a list of texts), write it as couplings_off = "
       "[\"...\", "
       "\"...\"]"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(scenario_complaint(m.from, m.to), m.message);
  EXPECT_EQ(set_complaint("couplings_off", "[\"governance.food\", \"food.governance\"]"), "no complaint");
  EXPECT_EQ(set_complaint("couplings_off", "housing.mobility"), "no complaint");
  EXPECT_EQ(set_complaint("couplings_off", "weather"),
            "--set couplings_off=weather: unknown coupling \"weather\" (allowed: food.mobility, food.governance, "
            "mobility.food, mobility.housing, mobility.governance, housing.food, housing.mobility, housing.governance, "
            "governance.food, governance.mobility, governance.housing), use one of these");
}

}  // namespace

}  // namespace essaim::reader::testing
