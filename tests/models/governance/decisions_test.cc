// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>

#include "models/commune/town.h"
#include "models/governance/governance.h"
#include "tests/models/catalogue/small_world.h"

// Decisions, money, volunteers and trust, end to end in a village.

namespace essaim::catalogue {
namespace {

using commune::Decision;
using commune::MeasureStatus;

// Places of needs among the last settings of a measure.
constexpr std::uint32_t lead = 0, investment = 1, running = 2, volunteers = 4;

/// The village without shocks and with one measure, decided as said; parameters at their defaults.
struct Village {
  Scenario scenario;

  explicit Village(std::uint32_t days, std::string_view kind = "solidarity_grocer") {
    scenario = without_shocks(village(days));
    scenario.fixed_parameters = true;
    scenario.parameters.assign(parameter_infos().size(), std::nullopt);
    const auto infos = measure_infos();
    const auto place = std::ranges::find_if(infos, [&](const auto& info) { return info.name == kind; });
    Action measure;
    measure.kind = static_cast<std::uint32_t>(place - infos.begin());
    measure.start = Time::start_of_day(3);
    measure.duration = Duration::days(days);
    for (const Setting& setting : place->settings) measure.settings.push_back(setting.fallback);
    measure.settings[0] = std::min(10.0, place->settings[0].allowed.high);
    for (std::size_t need = 0; need < commune::need_count; ++need) {
      measure.settings[commune::own_settings(*place) + need] = 0;
    }
    scenario.variants = {{"baseline", "", {}}, {"measure", "", {measure}}};
  }
  Village& decided_by(Decision decision) {
    scenario.variants[1].measures[0].decision = decision;
    return *this;
  }
  Village& needs(std::uint32_t need, double value) {
    Action& measure = scenario.variants[1].measures[0];
    measure.settings[measure.settings.size() - commune::need_count + need] = value;
    return *this;
  }
  Village& with(std::string_view parameter, double value) {
    const auto& infos = parameter_infos();
    const auto place = std::ranges::find_if(infos, [&](const auto& info) { return info.name == parameter; });
    EXPECT_NE(place, infos.end()) << parameter;
    scenario.parameters[static_cast<std::size_t>(place - infos.begin())] = value;
    return *this;
  }
  Village& everybody_is_for(double opinion = 1) {
    return with("governance.first_opinion", opinion).with("governance.opinion_spread", 0);
  }
  std::vector<ArmOutcome> arms() const {
    auto all = arms_of(scenario);
    for (const ArmOutcome& arm : all) EXPECT_EQ(arm.error, "");
    return all;
  }
};

bool is_governance(std::string_view indicator) { return indicator.starts_with("governance."); }

void expect_all_other_indicators_equal(const ArmOutcome& a, const ArmOutcome& b) {
  for (const IndicatorInfo& info : indicator_infos()) {
    if (is_governance(info.name)) continue;
    const auto one = series_of(a, info.name);
    const auto other = series_of(b, info.name);
    EXPECT_EQ(std::memcmp(one.data(), other.data(), one.size() * sizeof(double)), 0) << info.name;
  }
}

TEST(Baseline, keeps_trust_where_it_was_when_nothing_is_felt) {
  Scenario scenario = Village{60}.scenario;
  for (const auto coupling : {commune::Coupling::food_governance, commune::Coupling::mobility_governance,
                              commune::Coupling::housing_governance}) {
    scenario.couplings.switch_off(coupling);
  }
  const auto trust = series_of(arms_of(scenario)[0], "governance.trust");
  for (const double value : trust) EXPECT_EQ(value, trust[0]);
}

TEST(Baseline, has_no_empty_value) {
  const auto arm = Village{20}.arms()[0];
  for (const IndicatorInfo& info : indicator_infos()) {
    if (!is_governance(info.name)) continue;
    for (const double value : series_of(arm, info.name)) EXPECT_EQ(value, value) << info.name;
  }
}

TEST(Council, adopts_what_people_want_and_it_can_pay) {
  const auto arm = Village{60}.decided_by(Decision::council).everybody_is_for().needs(running, 100).arms()[2];
  EXPECT_EQ(value_on(arm, "governance.measures_open", 59), 1);
  EXPECT_EQ(value_on(arm, "governance.measures_refused", 59), 0);
  EXPECT_EQ(value_on(arm, "governance.support", 59), 1);
}

TEST(Council, refuses_what_has_no_support_and_a_refused_measure_changes_nothing_else) {
  const auto arms =
      Village{60}.decided_by(Decision::council).everybody_is_for(-1).with("governance.interest", 0).arms();
  EXPECT_EQ(value_on(arms[2], "governance.measures_refused", 59), 1);
  EXPECT_EQ(value_on(arms[2], "governance.measures_open", 59), 0);
  expect_all_other_indicators_equal(arms[0], arms[2]);
}

TEST(Council, only_asks_for_what_another_body_decides) {
  const auto village = [](double granted) {
    return Village{90, "carpool"}
        .decided_by(Decision::council)
        .everybody_is_for()
        .with("governance.request_days", 20)
        .with("governance.request_granted", granted)
        .arms()[2];
  };
  const auto refused = village(0);
  EXPECT_EQ(value_on(refused, "governance.measures_refused", 89), 1);
  EXPECT_EQ(value_on(village(1), "governance.measures_open", 89), 1);
  const auto series = series_of(village(1), "governance.measures_open");
  const auto opened = std::find(series.begin(), series.end(), 1.0) - series.begin();
  EXPECT_GE(opened, 3 + 10);  // the other body takes half of its mean delay at least
}

TEST(Council, puts_off_what_it_cannot_pay_and_refuses_it_in_the_end) {
  const auto arm = Village{120}
                       .decided_by(Decision::council)
                       .everybody_is_for()
                       .needs(investment, 1e6)
                       .with("governance.council_delays", 2)
                       .with("governance.session_days", 28)
                       .arms()[2];
  EXPECT_EQ(value_on(arm, "governance.measures_refused", 31), 0);  // one session at least has been held
  EXPECT_EQ(value_on(arm, "governance.measures_refused", 119), 1);
}

TEST(Council, follows_an_assembly_that_informs_against_first_opinions) {
  const auto village = [](double informed) {
    return Village{120}
        .decided_by(Decision::assembly)
        .everybody_is_for(-0.01)
        .with("governance.interest", 0)
        .with("governance.assembly_days", 30)
        .with("governance.informed_position", informed)
        .with("governance.informed_shift", 1)
        .with("governance.advice_weight", 0.5)
        .with("governance.publicity", 5)
        .with("governance.stubbornness", 0.2)
        .with("governance.opinion_rule", 0)
        .arms()[2];
  };
  const auto for_it = village(1);
  EXPECT_EQ(value_on(for_it, "governance.measures_open", 119), 1);
  EXPECT_GT(value_on(for_it, "governance.participation", 119), 0);
  EXPECT_EQ(value_on(village(-1), "governance.measures_refused", 119), 1);
}

TEST(ParticipatoryBudget, funds_what_voters_want_and_not_what_costs_more_than_its_envelope) {
  const auto village = [](double cost) {
    return Village{120}
        .decided_by(Decision::participatory_budget)
        .everybody_is_for()
        .needs(investment, cost)
        .with("governance.budget_calendar", 30)
        .with("governance.budget_turnout", 0.3)
        .arms()[2];
  };
  const auto cheap = village(200);
  EXPECT_EQ(value_on(cheap, "governance.measures_open", 119), 1);
  EXPECT_EQ(value_on(cheap, "governance.served_equal_shares", 119), 1);
  EXPECT_GT(value_on(cheap, "governance.participation", 119), 0.15);
  const auto dear = village(5'000);  // the envelope of 240 residents is 1,560 EUR
  EXPECT_EQ(value_on(dear, "governance.measures_refused", 119), 1);
}

TEST(Council, gives_advice_the_weight_that_is_set) {
  const auto refused_with = [](double weight) {
    return value_on(Village{120}
                        .decided_by(Decision::assembly)
                        .everybody_is_for(-0.5)
                        .with("governance.interest", 0)
                        .with("governance.assembly_days", 30)
                        .with("governance.informed_position", 1)
                        .with("governance.informed_shift", 1)
                        .with("governance.publicity", 0)
                        .with("governance.stubbornness", 0)
                        .with("governance.self_confidence", 1)
                        .with("governance.opinion_rule", 0)
                        .with("governance.adoption_threshold", 0.6)
                        .with("governance.advice_weight", weight)
                        .arms()[2],
                    "governance.measures_refused", 119);
  };
  EXPECT_EQ(refused_with(0), 1);
  EXPECT_EQ(refused_with(1), 0);
}

TEST(ParticipatoryBudget, is_decided_by_the_rule_that_is_set) {
  std::uint32_t differ = 0;
  for (double cost = 200; cost <= 1'400; cost += 100) {
    const auto open_by = [&](double rule) {
      return value_on(Village{100}
                          .decided_by(Decision::participatory_budget)
                          .needs(investment, cost)
                          .with("governance.budget_calendar", 20)
                          .with("governance.budget_turnout", 0.3)
                          .with("governance.budget_rule", rule)
                          .arms()[2],
                      "governance.measures_open", 99);
    };
    differ += open_by(0) != open_by(1) ? 1 : 0;
  }
  EXPECT_GT(differ, 0u);
}

/// Trust and support after four weeks of governance and town alone, when every household misses as much as said.
struct Felt {
  double trust = 0;
  double opinion = 0;
};
Felt after_four_weeks_of(double missed, bool coupled) {
  Village village{60};
  if (!coupled) village.scenario.couplings.switch_off(commune::Coupling::food_governance);
  const SharedDraw shared{village.scenario, 0, 0};
  const commune::Programme programme = programme_of(village.scenario, village.scenario.variants[1], Shocks::without);
  World world;
  commune::PublicColumns town{world, programme.rows};
  commune::HouseholdColumns households{world, shared.commune};
  governance::Columns columns{world, households, programme.rows};
  Simulation simulation{world, shared.random, Duration::minutes(15), Time::start_of_day(28)};
  simulation.add(1, std::make_unique<commune::Town>(shared.commune, programme, commune::ReserveNorms{1, 1}, town,
                                                    households, shared.random));
  simulation.add(5, std::make_unique<governance::Governance>(shared.governance, programme, columns, town));
  simulation.start();
  SerialExecutor executor;
  simulation.run(Time::start_of_day(7), executor);  // residents expect what they know: the change must come after
  for (std::uint32_t h = 0; h < households.table->rows(); ++h) {
    households.missed_food.initialise(h, static_cast<float>(missed));
  }
  simulation.run(Time::start_of_day(28), executor);
  EXPECT_EQ(simulation.failure_text(), "");
  Felt felt;
  for (const float trust : households.trust.values()) felt.trust += static_cast<double>(trust);
  for (const float opinion : columns.households.opinion[0].values()) felt.opinion += static_cast<double>(opinion);
  return felt;
}

TEST(Residents, who_miss_food_lose_trust_and_want_what_would_help_unless_that_coupling_is_off) {
  const Felt ordinary = after_four_weeks_of(0, true);
  const Felt hungry = after_four_weeks_of(0.5, true);
  EXPECT_LT(hungry.trust, ordinary.trust);
  EXPECT_GT(hungry.opinion, ordinary.opinion);
  EXPECT_GT(after_four_weeks_of(0.5, false).trust, hungry.trust);
  EXPECT_EQ(after_four_weeks_of(0.5, false).trust, after_four_weeks_of(0, false).trust);
}

TEST(Volunteers, who_are_too_few_starve_a_measure_which_then_changes_nothing) {
  const auto arms = Village{60}.needs(lead, 10).needs(volunteers, 2'000).arms();
  EXPECT_EQ(value_on(arms[2], "governance.measures_starved", 59), 1);
  EXPECT_EQ(value_on(arms[2], "governance.measures_open", 59), 0);
  EXPECT_LT(value_on(arms[2], "governance.volunteers_found", 59), 0.5);
  expect_all_other_indicators_equal(arms[0], arms[2]);
  const auto with_hands = Village{60}.needs(lead, 10).arms();
  EXPECT_GT(value_on(with_hands[2], "food.grocer_members", 59), 0);  // so the test above can fail
}

TEST(Volunteers, tire_when_too_much_is_asked_of_them_and_the_measure_loses_strength) {
  Scenario scenario = Village{200}.needs(volunteers, 22).everybody_is_for(0.5).with("governance.fatigue", 0.5).scenario;
  const SharedDraw shared{scenario, 0, 0};
  Arm arm{scenario, shared, scenario.variants[1], Shocks::without};
  SerialExecutor executor;
  std::vector<double> strength;
  while (arm.run_day(executor)) strength.push_back(arm.town().measures.strength[0]);
  EXPECT_EQ(arm.outcome().error, "");
  EXPECT_LT(strength[40], 1.0);
  EXPECT_LT(strength[190], strength[40]);
}

TEST(Volunteers, recover_once_less_is_asked_of_them) {
  const auto fatigue_after = [](double recovery) {
    Village village{150};
    village.everybody_is_for().needs(volunteers, 20).with("governance.fatigue_recovery", recovery);
    Action other = Village{150, "cool_rooms"}.needs(volunteers, 20).scenario.variants[1].measures[0];
    other.duration = Duration::days(60);
    village.scenario.variants[1].measures.push_back(other);
    const auto fatigue = series_of(village.arms()[2], "governance.volunteer_fatigue");
    EXPECT_GT(fatigue[62], 0);
    return fatigue[149];
  };
  EXPECT_LT(fatigue_after(0.5), fatigue_after(0));
}

TEST(Trust, falls_when_a_promise_is_broken_and_rises_when_it_is_kept) {
  const auto trust_at_end = [](double hours) {
    return value_on(Village{120}.everybody_is_for(0.5).needs(volunteers, hours).arms()[2], "governance.trust", 119);
  };
  const double baseline = value_on(Village{120}.everybody_is_for(0.5).arms()[0], "governance.trust", 119);
  EXPECT_LT(trust_at_end(5'000), baseline - 0.005);
  EXPECT_GT(trust_at_end(0), baseline + 0.005);
}

TEST(Compliance, is_whole_without_a_rule_and_follows_trust_and_enforcement_with_one) {
  const auto with = [](double enforcement) {
    Village village{40, "communal_stock"};
    Action& measure = village.scenario.variants[1].measures[0];
    measure.settings[1] = 3;  // days that a visit may take
    return village.with("governance.enforcement", enforcement).arms();
  };
  const auto lax = with(0);
  EXPECT_EQ(value_on(lax[0], "governance.compliance", 39), 1);
  EXPECT_LT(value_on(lax[2], "governance.compliance", 39), 0.95);
  EXPECT_GT(value_on(with(1)[2], "governance.compliance", 39), value_on(lax[2], "governance.compliance", 39));
}

TEST(Opinions, by_both_rules_stay_on_their_scale_and_differ) {
  const auto village = [](double rule) {
    return Village{120}.decided_by(Decision::council).with("governance.opinion_rule", rule).arms()[2];
  };
  const auto influence = village(0);
  const auto bounded = village(1);
  EXPECT_NE(value_on(influence, "governance.polarisation", 119), value_on(bounded, "governance.polarisation", 119));
  for (const auto* arm : {&influence, &bounded}) {
    EXPECT_LE(value_on(*arm, "governance.polarisation", 119), 1);
    EXPECT_LT(value_on(*arm, "governance.polarisation", 119), value_on(*arm, "governance.polarisation", 10));
  }
}

/// A village in which every rule of governance is at work: an alarm, measures decided in each way, little time.
Scenario everything() {
  Scenario scenario = village(150);
  scenario.fixed_parameters = true;
  scenario.variants.resize(1);
  scenario.variants.push_back({"measures", "", {}});
  const auto add = [&](std::string_view kind, Decision decision, std::vector<double> own) {
    auto measure = Village{150, kind}.decided_by(decision).needs(volunteers, 8).scenario.variants[1].measures[0];
    std::copy(own.begin(), own.end(), measure.settings.begin());
    scenario.variants[1].measures.push_back(measure);
  };
  add("communal_stock", Decision::imposed, {5, 3});
  add("solidarity_grocer", Decision::assembly, {});
  add("solidarity_transport", Decision::participatory_budget, {});
  add("cool_rooms", Decision::council, {});
  scenario.variants[1].measures.back().settings.rbegin()[3] = 1e6;  // an investment that it cannot pay
  add("carpool", Decision::council, {});
  return scenario;
}

TEST(Parameters, of_governance_each_move_something) {
  SerialExecutor executor;
  Scenario scenario = everything();
  const auto fix = [&](std::string_view name, std::optional<double> value) {
    for (std::size_t i = 0; i < parameter_infos().size(); ++i) {
      if (parameter_infos()[i].name == name) scenario.parameters[i] = value;
    }
  };
  const auto digest = [&] {
    std::string text;
    for (const ArmOutcome& arm : run_replicate(scenario, 0, 0, executor).arms) {
      EXPECT_EQ(arm.error, "");
      Sha256 values;
      for (const double value : arm.values) values.update_f64(value);
      text += arm.state_sha256 + values.hex();
    }
    return text;
  };
  for (const double rule : {0.25, 0.75}) {
    scenario.parameters.assign(parameter_infos().size(), std::nullopt);
    const auto settle = [&] {
      fix("governance.opinion_rule", rule);
      fix("governance.budget_calendar", 40);
      fix("governance.assembly_days", 40);
      fix("governance.request_days", 40);
      fix("governance.budget_envelope", 400);
      fix("governance.budget_turnout", 0.3);  // enough ballots in a village for one to name the measure
    };
    settle();
    const std::string ordinary = digest();
    scenario.couplings.switch_off(commune::Coupling::food_governance);
    const bool is_felt = digest() != ordinary;  // what residents miss has its own tests
    scenario.couplings = {};
    for (const ParameterInfo& info : parameter_infos()) {
      if (!is_governance(info.name)) continue;
      const bool bounded_alone = info.name == "governance.tolerance" || info.name == "governance.convergence" ||
                                 info.name == "governance.noise";
      const bool influence_alone = info.name == "governance.stubbornness" || info.name == "governance.self_confidence";
      if (rule < 0.5 ? bounded_alone : influence_alone) continue;
      const bool on_what_is_felt = info.name == "governance.trust_outcome" || info.name == "governance.experience" ||
                                   info.name == "governance.expectation_learning";
      if (on_what_is_felt && !is_felt) continue;
      // These need a close vote, a close decision, or a load that falls: each has its own test.
      if (info.name == "governance.budget_rule" || info.name == "governance.advice_weight" ||
          info.name == "governance.fatigue_recovery")
        continue;
      bool moved = false;
      for (const double value : {info.fallback * 1.3, info.field.allowed.high, info.field.allowed.low}) {
        if (moved || value < info.field.allowed.low || value > info.field.allowed.high) continue;
        fix(info.name, value);
        moved = digest() != ordinary;
      }
      EXPECT_TRUE(moved) << info.name << " has no effect with opinion_rule " << rule;
      fix(info.name, std::nullopt);
      settle();
    }
  }
}

}  // namespace
}  // namespace essaim::catalogue
