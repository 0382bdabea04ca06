// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/measure_rules.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "engine/run/simulation.h"
#include "models/commune/households.h"
#include "models/commune/ledger.h"
#include "models/commune/messages.h"
#include "models/commune/town.h"

// What becomes of a measure from the day on which it is proposed: the town alone, with a council that says what the
// test tells it to.

namespace essaim::commune {
namespace {

constexpr std::uint32_t days = 120;

Site hamlet() {
  Site site;
  site.id = "test";
  const auto set = [&](FigureId id, double value) {
    site.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2021, "test", Mark::published, false, true};
  };
  set(FigureId::population, 200);
  set(FigureId::households, 90);
  set(FigureId::area, 600);
  set(FigureId::income_median, 22'000);
  set(FigureId::operating_spending, 1'000);
  set(FigureId::investment_spending, 300);
  return site;
}

/// Sends measure 0 what it is told to, at the times that it is told.
class ScriptedCouncil final : public Model {
 public:
  struct Line {
    Time at;
    Message message;
    std::uint32_t word = 0;
  };
  ScriptedCouncil(const Table& table, ProcessId measure, std::vector<Line> lines)
      : self_{table.process(0)}, measure_{measure}, lines_{std::move(lines)} {}
  std::string_view name() const override { return "scripted council"; }
  void start(Context& context) override {
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      context.start_process(self_, lines_[i].at, event_kind(5, 16), {i, 0, 0, 0});
    }
  }
  void handle(const Event& event, Context& context) override {
    const Line& line = lines_[event.payload[0]];
    context.send(measure_, context.lookahead(), kind(line.message), {line.word, 0, 0, 0});
  }

 private:
  ProcessId self_;
  ProcessId measure_;
  std::vector<Line> lines_;
};

/// What a measure was on each midnight, and what its days were.
struct Life {
  std::vector<MeasureStatus> status;
  std::vector<double> strength;
  std::int64_t spent_cents = 0;
  std::int64_t cash_cents = 0;
  std::int64_t funds_cents = 0;  ///< left at the town hall, of both kinds
  std::int64_t granted_cents = 0;
  std::uint32_t most_alarms = 0;  ///< daily alarms that waited at once
  std::string error;
};

struct Play {
  Needs needs = {};
  Decision decision = Decision::imposed;
  std::vector<ScriptedCouncil::Line> lines = {};
  std::uint32_t proposed = 2;
  std::uint32_t end = 100;
  double crisis_fund = 0.03;
  bool governed = true;
};

Life play(const Play& what) {
  const Random random{3, 0, "test"};
  Parameters parameters;
  parameters.crisis_fund = Fraction{what.crisis_fund};
  Frame frame{Date{2026, 6, 1}, days, {}, {}};
  if (!what.governed) frame.couplings.switch_off(Coupling::governance_food);
  const Commune commune = make_commune(hamlet(), parameters, Uncertainty::fixed, frame, random);
  ActionInfo info;
  info.name = "test";
  info.theme = "food";
  Programme programme;
  programme.rows = 1;
  programme.measures = {
      {&info, what.decision, what.needs, Time::start_of_day(what.proposed), Time::start_of_day(what.end)}};
  programme.effects = {{Condition::cool_places, 5, Time{}, Time::start_of_day(what.end), all_zones, 0}};
  World world;
  PublicColumns town{world, 1};
  HouseholdColumns households{world, commune};
  Table& council = world.add_table("council", 1);
  Simulation simulation{world, random, Duration::minutes(15), Time::start_of_day(days)};
  simulation.add(1, std::make_unique<Town>(commune, programme, ReserveNorms{1'000, 300}, town, households, random));
  simulation.add(5, std::make_unique<ScriptedCouncil>(council, town.measures.table->process(0), what.lines));
  simulation.start();
  const Ledgers ledgers{simulation, world};
  SerialExecutor executor;
  Life life;
  for (std::uint32_t day = 0; day < days && life.error.empty(); ++day) {
    simulation.run(Time::start_of_day(day + 1), executor);
    life.error = simulation.failure_text() + ledgers.audit(simulation, world);
    life.status.push_back(static_cast<MeasureStatus>(town.measures.status[0]));
    life.strength.push_back(town.measures.strength[0]);
    std::uint32_t alarms = 0;
    simulation.for_each_pending(
        [&](const Event& event) { alarms += event.kind == kind(Message::measure_day) ? 1 : 0; });
    life.most_alarms = std::max(life.most_alarms, alarms);
  }
  life.spent_cents = town.measures.spent_cents[0];
  life.cash_cents = town.measures.cash_cents[0];
  life.funds_cents = town.cash_cents[0] + town.investment_cents[0];
  life.granted_cents = town.granted_cents[0];
  EXPECT_EQ(life.error, "");
  EXPECT_LE(life.most_alarms, 1u);
  return life;
}

constexpr MeasureStatus open = MeasureStatus::open;
constexpr MeasureStatus starved = MeasureStatus::starved;

TEST(Measure, that_needs_nothing_opens_on_the_day_on_which_it_is_imposed_and_ends) {
  const Life life = play({});
  EXPECT_EQ(life.status[1], MeasureStatus::none);
  EXPECT_EQ(life.status[2], open);
  EXPECT_EQ(life.strength[2], 1);
  EXPECT_EQ(life.status[99], open);
  EXPECT_EQ(life.status[100], MeasureStatus::over);
  EXPECT_EQ(life.strength[100], 0);
}

TEST(Measure, opens_when_its_lead_time_is_over_and_its_investment_paid) {
  const Life life = play({.needs = {.lead_days = 20, .investment_eur = 1'000}});
  EXPECT_EQ(life.status[21], MeasureStatus::adopted);
  EXPECT_EQ(life.status[22], open);
  EXPECT_EQ(life.spent_cents, 100'000);
  EXPECT_EQ(life.funds_cents, life.granted_cents - 100'000);
}

TEST(Measure, pays_each_day_and_gives_back_what_is_left) {
  const Life life = play({.needs = {.running_eur_per_year = 3'650}});
  EXPECT_EQ(life.status[99], open);
  EXPECT_NEAR(static_cast<double>(life.spent_cents), 98 * 1'000, 2'000);  // 10 EUR a day for 98 days
  EXPECT_EQ(life.cash_cents, 0);
  EXPECT_EQ(life.funds_cents, life.granted_cents - life.spent_cents);
}

TEST(Measure, without_money_for_its_investment_never_opens_and_spends_nothing) {
  const Life life = play({.needs = {.investment_eur = 1e6}});
  for (const MeasureStatus status : life.status) EXPECT_NE(status, open);
  EXPECT_EQ(life.spent_cents, 0);
  EXPECT_EQ(life.funds_cents, life.granted_cents);
}

TEST(Measure, starves_when_the_fund_is_empty_and_has_no_strength_then) {
  // The fund holds 200 EUR a year, 0.1 % of 1,000 EUR a resident; the measure costs 100.20 EUR in 30 days.
  const Life life = play({.needs = {.running_eur_per_year = 1'216}, .crisis_fund = 0.001});
  EXPECT_EQ(life.status[10], open);
  EXPECT_EQ(life.status[50], starved);
  EXPECT_EQ(life.strength[50], 0);
  EXPECT_LE(life.spent_cents, 20'000);
}

TEST(Measure, has_the_strength_of_its_volunteers_and_stops_below_the_minimum) {
  const auto day = [](std::uint32_t d) { return Time::start_of_day(d) + Duration::hours(6); };
  const Life life = play({.needs = {.volunteer_h_per_week = 10},
                          .lines = {{day(10), Message::measure_staffed, 800},
                                    {day(20), Message::measure_staffed, 200},
                                    {day(30), Message::measure_staffed, 900}}});
  EXPECT_EQ(life.strength[9], 1);
  EXPECT_EQ(life.strength[15], 0.8);
  EXPECT_EQ(life.status[25], starved);
  EXPECT_EQ(life.strength[25], 0);
  EXPECT_EQ(life.status[35], open);
  EXPECT_EQ(life.strength[35], 0.9);
}

TEST(Measure, waits_for_the_councils_word_and_keeps_to_it) {
  const auto day = [](std::uint32_t d) { return Time::start_of_day(d) + Duration::hours(19); };
  const Life yes = play({.decision = Decision::council, .lines = {{day(30), Message::decision, 1}}});
  EXPECT_EQ(yes.status[29], MeasureStatus::proposed);
  EXPECT_EQ(yes.status[30], open);
  const Life no = play(
      {.decision = Decision::council, .lines = {{day(30), Message::decision, 0}, {day(40), Message::decision, 1}}});
  EXPECT_EQ(no.status[30], MeasureStatus::refused);
  EXPECT_EQ(no.status[50], MeasureStatus::refused);
  EXPECT_EQ(no.status[110], MeasureStatus::refused);
  for (const double strength : no.strength) EXPECT_EQ(strength, 0);
  const Life silence = play({.decision = Decision::council});
  EXPECT_EQ(silence.status[99], MeasureStatus::proposed);
  EXPECT_EQ(silence.status[101], MeasureStatus::over);
}

TEST(Measure, is_imposed_free_and_staffed_when_governance_does_not_act_on_its_theme) {
  const Life life = play({.needs = {.investment_eur = 1e6, .running_eur_per_year = 1e6, .volunteer_h_per_week = 1'000},
                          .decision = Decision::council,
                          .lines = {{Time::start_of_day(10), Message::measure_staffed, 0}},
                          .governed = false});
  EXPECT_EQ(life.status[2], open);
  EXPECT_EQ(life.status[50], open);
  EXPECT_EQ(life.strength[50], 1);
  EXPECT_EQ(life.spent_cents, 0);
}

}  // namespace
}  // namespace essaim::commune
