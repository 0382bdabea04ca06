// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "scenarios/reader/load.h"
#include "tests/scenarios/cli/command_line.h"

namespace essaim::cli::command_line {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Each test reads results that the program has just made.
class ReadingResults : public Program {
 protected:
  void SetUp() override {
    Program::SetUp();
    write("mois.toml", small_scenario);
    const Ended made = run("run mois.toml -o mois.nc");
    ASSERT_EQ(made.code, 0) << made.err;
  }
};

TEST_F(ReadingResults, compares_with_and_without_the_measure) {
  const Ended ended = run("compare mois.nc --lang fr");
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.out,
              AllOf(HasSubstr("PRINCIPAL"), HasSubstr("EXPLORATOIRE"), HasSubstr("RÉSILIENCE"), HasSubstr("sobriété"),
                    HasSubstr("Simulation d'exploration, pas une prévision"), HasSubstr("essaim summary mois.nc")));
}

TEST_F(ReadingResults, tells_from_when_a_measure_that_was_decided_earlier_is_open) {
  std::string slow{small_scenario};
  const std::string kind = "kind = \"solidarity_grocer\"\n";
  ASSERT_NE(slow.find(kind), std::string::npos);
  slow.insert(slow.find(kind) + kind.size(), "lead_time = \"9 days\"\n");
  write("lent.toml", slow);
  const Ended made = run("run lent.toml -o lent.nc");
  ASSERT_EQ(made.code, 0) << made.err;
  const Ended now = run("summary mois.nc --lang en");
  EXPECT_THAT(now.out, Not(HasSubstr("decided on")));
  EXPECT_THAT(run("summary lent.nc --lang en").out, HasSubstr("(12 June 2026, 19 days, decided on 3 June 2026)"));
}

TEST_F(ReadingResults, compares_the_indicators_that_it_is_asked_for) {
  const nlohmann::json asked = nlohmann::json::parse(run("compare mois.nc --json --indicator 'food.insecure*'").out);
  EXPECT_EQ(asked["indicators"][0]["name"], "food.insecure_share");
  EXPECT_EQ(asked["indicators"][1]["name"], "food.insecure_share_poorest");
  const Ended unknown = run("compare mois.nc --indicator food.insecure_shaer");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean \"food.insecure_share\"?"));
}

TEST_F(ReadingResults, gives_programs_every_effect_of_every_aim) {
  const nlohmann::json compared = nlohmann::json::parse(run("compare mois.nc --json").out);
  std::set<std::string> aims;
  for (const auto& indicator : compared["indicators"]) {
    aims.insert(indicator["aim"]);
    for (const auto& row : indicator["rows"]) {
      for (const char* effect : {"everyday", "crisis", "interaction"}) EXPECT_TRUE(row.contains(effect));
    }
  }
  EXPECT_THAT(aims, testing::IsSupersetOf({"sobriety", "solidarity", "resilience"}));
  EXPECT_THAT(run("compare mois.nc --csv").out, StartsWith("indicator,unit,role,aim,site,variant,effect,mean,"));
}

TEST_F(ReadingResults, summarises_in_words_and_in_json) {
  EXPECT_THAT(run("summary mois.nc --lang fr").out,
              AllOf(HasSubstr("commune d'illustration, sans participation de ses habitants ni de sa mairie"),
                    HasSubstr("simulations essayées, hasard et hypothèses incertaines compris")));
  const nlohmann::json summary = nlohmann::json::parse(run("summary mois.nc --json").out);
  EXPECT_EQ(summary["rows"][0]["indicator"], "food.insecure_share");
  EXPECT_FALSE(summary["sites"][0]["fit"].empty());
  // Counted here from the pilot file: of the figures of the town hall, those that stand in for unknown ones.
  const commune::Site site = reader::load_pilot(std::string{ESSAIM_SOURCE_DIR} + "/scenarios/pilots/langouet.toml");
  double known = 0;
  double stand_ins = 0;
  const auto first = static_cast<std::size_t>(commune::FigureId::registered_voters);
  for (std::size_t i = first; i <= static_cast<std::size_t>(commune::FigureId::debt); ++i) {
    const commune::Figure figure = site.figure(static_cast<commune::FigureId>(i));
    known += figure.present ? 1 : 0;
    stand_ins += figure.present && figure.stand_in ? 1 : 0;
  }
  ASSERT_GT(stand_ins, 0);
  for (const char* command : {"summary", "compare"}) {
    const nlohmann::json read = nlohmann::json::parse(run(std::string{command} + " mois.nc --json").out);
    EXPECT_NEAR(read["sites"][0]["stand_in_share_by_theme"]["town_hall"], stand_ins / known, 1e-12) << command;
    EXPECT_THAT(run(std::string{command} + " mois.nc --lang en").out, HasSubstr("stand-ins)")) << command;
  }
  EXPECT_THAT(run("describe mois.nc --lang en").out, HasSubstr("town hall"));
  EXPECT_THAT(run("summary mois.nc --site langoët").err, HasSubstr("did you mean \"langouet\"?"));
}

TEST_F(ReadingResults, says_when_chance_alone_was_drawn) {
  ASSERT_EQ(run("run mois.toml -o fixed.nc --fixed-parameters").code, 0);
  EXPECT_THAT(run("compare fixed.nc --lang en").out, HasSubstr("chance alone"));
}

TEST_F(ReadingResults, joins_sites_of_one_design_and_refuses_another) {
  std::string text{small_scenario};
  text.replace(text.find("langouet"), 8, "saillans");
  write("autre.toml", text);
  ASSERT_EQ(run("run autre.toml -o autre.nc").code, 0);
  const nlohmann::json both = nlohmann::json::parse(run("compare mois.nc autre.nc --json").out);
  EXPECT_EQ(both["sites"].size(), 2U);
  EXPECT_THAT(run("compare mois.nc autre.nc --by site").out, AllOf(HasSubstr("Saillans"), HasSubstr("unpaired")));
  ASSERT_EQ(run("run autre.toml -o seed.nc --seed 8").code, 0);
  const Ended refused = run("compare mois.nc seed.nc");
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, AllOf(StartsWith("seed.nc: "), HasSubstr("another seed")));
}

TEST_F(ReadingResults, cites_software_data_and_scenario) {
  EXPECT_THAT(run("cite mois.nc").out, AllOf(HasSubstr("Essaim 0."), HasSubstr("Apache-2.0"), HasSubstr("Insee"),
                                             HasSubstr("Une association"), HasSubstr("seed 7")));
  EXPECT_THAT(run("cite mois.nc --bibtex").out, StartsWith("@software{"));
  EXPECT_EQ(nlohmann::json::parse(run("cite mois.nc --json").out)["result"]["seed"], 7);
}

TEST_F(ReadingResults, checks_and_describes_the_file) {
  EXPECT_EQ(run("check mois.nc").out, "mois.nc: valid (results, \"Un mois difficile\")\n");
  EXPECT_THAT(run("describe mois.nc").out, AllOf(HasSubstr("Langouët"), HasSubstr("food.need_met")));
}

TEST_F(ReadingResults, refuses_a_damaged_file_in_one_line) {
  std::string bytes = read("mois.nc");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x10);
  write("damaged.nc", bytes);
  for (const char* command : {"summary", "compare", "cite", "check", "describe"}) {
    const Ended ended = run(std::string{command} + " damaged.nc");
    EXPECT_NE(ended.code, 0) << command;
    EXPECT_THAT(ended.err, StartsWith("damaged.nc: ")) << command;
    EXPECT_THAT(ended.out, Not(HasSubstr("food."))) << command;
  }
}

}  // namespace
}  // namespace essaim::cli::command_line
