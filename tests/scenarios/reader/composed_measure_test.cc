// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/scenarios/reader/reader_world.h"

namespace essaim::reader::testing {

namespace {

using commune::Condition;

/// Lines 18 to 23 of the file: the measure of its variant.
constexpr std::string_view right_measure =
    "[[variant.epicerie.measure]]\n"
    "kind = \"solidarity_grocer\"\n"
    "start = 2026-06-15\n"
    "capacity = \"120 households\"\n"
    "decided_by = \"imposed\"\n";

constexpr std::string_view composed_measure =
    "[[variant.epicerie.measure]]\n"
    "kind = \"composed\"\n"
    "title = \"Chèques\"\n"
    "start = 2026-06-15\n"
    "effects = [{ condition = \"food_price\", value = \"90 %\" }, { condition = \"reserve_days\", value = \"2 days\" "
    "}]\n"
    "running_cost = \"30000 EUR/year\"\n"
    "volunteer_hours = \"12 h/week\"\n"
    "excludes = [\"solidarity_grocer\"]\n";

const std::string& composed_scenario() {
  static const std::string text = with(right_scenario, right_measure, composed_measure);
  return text;
}

std::string composed_complaint(std::string_view from, std::string_view to) {
  return complaint([&] { read_scenario_text(with(composed_scenario(), from, to)); });
}

/// A further measure of the same variant.
std::string complaint_with(std::string_view measure) {
  return composed_complaint("\n[parameters.food]", "[[variant.epicerie.measure]]\n" + std::string{measure});
}

struct Mistake {
  std::string_view from;
  std::string_view to;
  std::string_view message;
};

TEST(ComposedMeasure, gives_conditions_with_their_values_and_the_needs_that_are_written) {
  const catalogue::Scenario scenario = read_scenario_text(composed_scenario()).scenario;
  const catalogue::Action& measure = scenario.variants[1].measures.at(0);
  EXPECT_EQ(measures[measure.kind].name, "composed");
  EXPECT_EQ(measure.title, "Chèques");
  EXPECT_EQ(measure.composed,
            (std::vector<std::pair<Condition, double>>{{Condition::food_price, 0.9}, {Condition::reserve_days, 2}}));
  EXPECT_EQ(measure.settings, (std::vector<double>{0, 0, 30'000, 0, 12}));
  EXPECT_EQ(measure.decision, commune::Decision::imposed);
  EXPECT_EQ(measure.start + measure.duration, Time::start_of_day(60));
}

TEST(ComposedMeasure, says_what_is_missing) {
  constexpr Mistake mistakes[] = {
      {"title = \"Chèques\"\n", "", "demo.toml:18:1: composed has no title, add title = \"...\""},
      {"effects = [{ condition = \"food_price\", value = \"90 %\" }, { condition = \"reserve_days\", value = \"2 "
       "days\" "
       "}]\n",
       "", "demo.toml:18:1: composed has no effects, add effects = [{ condition = \"food_price\", value = \"90 %\" }]"},
      {"{ condition = \"food_price\", value = \"90 %\" }", "{ condition = \"food_price\" }",
       "demo.toml:22:12: the effect on food_price has no value, add value = 0.9"},
      {"{ condition = \"reserve_days\", value = \"2 days\" }", "{ condition = \"reserve_days\" }",
       "demo.toml:22:58: the effect on reserve_days has no value, add value = \"9 days\""},
      {"{ condition = \"food_price\", value = \"90 %\" }", "{ value = \"90 %\" }",
       "demo.toml:22:12: the effect has no condition, add condition = \"food_price\""},
      {"title = \"Chèques\"", "title = \"\"", "demo.toml:20:9: title is empty (expected text), fill it in"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(composed_complaint(m.from, m.to), m.message);
}

TEST(ComposedMeasure, moves_only_what_measures_may_move_once_and_within_bounds) {
  constexpr Mistake mistakes[] = {
      {"\"food_price\"", "\"food_pirce\"",
       "demo.toml:22:26: unknown condition \"food_pirce\", did you mean \"food_price\"?"},
      {"\"food_price\"", "\"happiness\"",
       "demo.toml:22:26: unknown condition \"happiness\" (allowed: food_price, reserve_days), use one of these"},
      {"\"food_price\"", "\"flood_depth\"",
       "demo.toml:22:26: no measure may move the condition \"flood_depth\" (allowed: food_price, reserve_days), choose "
       "one of these"},
      {"\"reserve_days\", value = \"2 days\"", "\"food_price\", value = 0.8",
       "demo.toml:22:72: effects moves \"food_price\" twice (a condition has one value), remove one"},
      {"\"90 %\"", "0", "demo.toml:22:48: food_price is 0 (allowed: 0.01 to 100), write for example 0.9"},
      {"\"2 days\"", "\"20 weeks\"",
       "demo.toml:22:96: reserve_days is 20 weeks (allowed: 0 weeks to 12.8571429 weeks), write for example \"9 "
       "days\""},
      {"\"2 days\"", "2",
       "demo.toml:22:96: reserve_days is 2 without a unit (expected days, day, d, week, weeks, hour, hours or h), "
       "write "
       "for example \"2 days\""},
      {"\"2 days\"", "\"2 kg\"",
       "demo.toml:22:96: reserve_days has unit \"kg\" (expected days, day, d, week, weeks, hour, hours or h), write "
       "for "
       "example \"9 days\""},
      {"value = \"2 days\"", "valeu = \"2 days\"", "demo.toml:22:88: unknown key \"valeu\", did you mean \"value\"?"},
      {"\"solidarity_grocer\"", "\"solidarity_grocery\"",
       "demo.toml:25:13: unknown measure \"solidarity_grocery\", did you mean \"solidarity_grocer\"?"},
      {"\"12 h/week\"", "\"100001 h/week\"",
       "demo.toml:24:19: volunteer_hours is 100001 h/week (allowed: 0 h/week to 100000 h/week), write for example \"0 "
       "h/week\""},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(composed_complaint(m.from, m.to), m.message);
}

TEST(ComposedMeasure, takes_a_list_that_is_not_empty) {
  const std::string effects =
      "[{ condition = \"food_price\", value = \"90 %\" }, { condition = \"reserve_days\", value = \"2 days\" }]";
  EXPECT_EQ(composed_complaint(effects, "[]"),
            "demo.toml:22:11: effects is an empty list (expected one condition with its value, or several), write for "
            "example effects = [{ condition = \"food_price\", value = \"90 %\" }]");
  EXPECT_EQ(composed_complaint(effects, "\"food_price\""),
            "demo.toml:22:11: effects is the text \"food_price\" (expected one condition with its value, or several), "
            "write for example effects = [{ condition = \"food_price\", value = \"90 %\" }]");
  EXPECT_EQ(composed_complaint(effects, "[0.9]"),
            "demo.toml:22:12: effects holds the number 0.9 (expected a condition with its value), write for example "
            "effects = [{ condition = \"food_price\", value = \"90 %\" }]");
}

TEST(ComposedMeasure, lasts_beside_others_of_another_title_unless_excluded) {
  const std::string other =
      "kind = \"composed\"\nstart = 2026-06-20\neffects = [{ condition = \"food_price\", value = "
      "0.8 }]\ntitle = ";
  EXPECT_EQ(complaint_with(other + "\"Paniers\"\n\n[parameters.food]"), "no complaint");
  EXPECT_EQ(
      complaint_with(other + "\"Chèques\"\n\n[parameters.food]"),
      "demo.toml:28:9: \"Chèques\" starts while another \"Chèques\" lasts (one at a time), move or shorten one of "
      "them");
  EXPECT_EQ(complaint_with("kind = \"solidarity_grocer\"\nstart = 2026-06-20\ncapacity = \"9 "
                           "households\"\n\n[parameters.food]"),
            "demo.toml:28:9: solidarity_grocer is at work at the same time as \"Chèques\" (they exclude each other), "
            "move or remove one of them");
}

TEST(ComposedMeasure, is_only_a_measure_and_its_keys_are_no_others) {
  EXPECT_EQ(scenario_complaint("decided_by = \"imposed\"", "effects = []"),
            "demo.toml:22:1: unknown key \"effects\" (allowed: kind, start, duration, end, decided_by, extend, "
            "capacity, price, "
            "lead_time, investment, running_cost, staff_hours, volunteer_hours), use one of these");
  EXPECT_EQ(scenario_complaint("kind = \"heatwave\"", "kind = \"composed\""),
            "demo.toml:11:8: \"composed\" is a measure (expected a shock), write it under [[variant.NAME.measure]]");
}

TEST(ComposedMeasure, has_effects_that_options_and_designs_vary) {
  Document document = parse_document(composed_scenario(), "demo.toml");
  set_option(document, "--set a", "variant.epicerie.measure[0].effects[0].value", "80 %");
  TwoSites sites;
  const catalogue::Scenario scenario = read_scenario(document, vocabulary(), sites).scenario;
  EXPECT_EQ(scenario.variants[1].measures[0].composed[0].second, 0.8);

  const std::string plan =
      "scenario = \"demo.toml\"\ndesign = \"factorial\"\n[[factor]]\n"
      "path = \"variant.epicerie.measure[0].effects[1].value\"\nvalues = [\"1 day\", \"1 week\"]\n";
  const Experiment experiment = read_experiment_text(plan, composed_scenario());
  ASSERT_EQ(experiment.points.size(), 2u);
  EXPECT_EQ(experiment.scenario_at(1).variants[1].measures[0].composed[1].second, 7);
  EXPECT_EQ(complaint([&] { read_experiment_text(with(plan, "1 week", "91 days"), composed_scenario()); }),
            "plan.toml:5:20: variant.epicerie.measure[0].effects[1].value is 91 days (allowed: 0 days to 90 days), "
            "write for example \"9 days\"");
}

}  // namespace

}  // namespace essaim::reader::testing
