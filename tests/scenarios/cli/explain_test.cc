// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "tests/scenarios/cli/command_line.h"

namespace essaim::cli::command_line {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Explain : public Program {
 protected:
  void SetUp() override {
    Program::SetUp();
    write("mois.toml", small_scenario);
    const Ended made =
        run("run mois.toml -o mois.nc --seed 9 --set 'variant.epicerie.measure[0].capacity=50 households'");
    ASSERT_EQ(made.code, 0) << made.err;
  }
  Ended explain(const std::string& household, const std::string& more = "") {
    return run("explain mois.nc --site langouet --variant epicerie --replicate 1 --household " + household + " " +
               more);
  }
  /// The first household of some whose baseline says that.
  std::string household_that(const std::string& what, const char* side = "baseline") {
    for (int household = 0; household < 60; ++household) {
      const json told = json::parse(explain(std::to_string(household), "--json").out);
      for (const json& sentence : told[side]["sentences"]) {
        if (sentence["what"] == what) return std::to_string(household);
      }
    }
    return {};
  }
};

TEST_F(Explain, says_that_the_household_is_synthetic_and_what_happened_in_both_languages) {
  const std::string household = household_that("empty_shelf");
  ASSERT_FALSE(household.empty()) << "an interruption of six days empties some shelf";
  EXPECT_THAT(explain(household, "--lang en").out,
              AllOf(HasSubstr("A synthetic household: nobody who exists"), HasSubstr("empty shelves"),
                    HasSubstr("ordinary day"), HasSubstr("The shock starts: "), HasSubstr("epicerie: ")));
  EXPECT_THAT(explain(household, "--lang fr").out,
              AllOf(HasSubstr("Ménage de synthèse : aucun ménage réel"), HasSubstr("rayons vides"),
                    HasSubstr("jours ordinaires"), HasSubstr("Début du choc : ")));
}

TEST_F(Explain, names_each_event_once_and_its_causes) {
  const std::string household = household_that("empty_shelf");
  const json told = json::parse(explain(household, "--json").out);
  std::set<std::string> handled;
  for (const json& event : told["baseline"]["events"]) EXPECT_TRUE(handled.insert(event["event"]).second);
  EXPECT_GE(handled.size(), 30u) << "a morning each day";
  for (const json& sentence : told["baseline"]["sentences"]) {
    if (sentence["what"] != "empty_shelf") continue;
    ASSERT_GE(sentence["events"].size(), 2u) << "the purchase, and the visit that led to it";
    EXPECT_TRUE(handled.contains(sentence["events"][0]));
    const std::string visit = sentence["events"][1];
    EXPECT_EQ(visit.substr(0, visit.find('-')), std::to_string(told["process"].get<int>())) << "the household's own";
    EXPECT_GE(sentence["figures"]["refused"].get<double>(), 50);
  }
}

TEST_F(Explain, names_the_event_of_every_sentence_those_of_shocks_and_measures_too) {
  const json told = json::parse(explain("3", "--json").out);
  std::set<std::string> kinds;
  for (const char* side : {"baseline", "with_measures"}) {
    for (const json& sentence : told[side]["sentences"]) {
      kinds.insert(sentence["what"]);
      EXPECT_FALSE(sentence["events"].empty()) << sentence.dump();
    }
  }
  EXPECT_TRUE(kinds.contains("shock_starts") && kinds.contains("shock_ends") && kinds.contains("measure_opens"));
}

TEST_F(Explain, tells_of_the_grocer_on_the_side_of_the_measure_alone) {
  const std::string household = household_that("grocer_accepted", "with_measures");
  ASSERT_FALSE(household.empty()) << "the grocer takes in some of the households looked at";
  const json told = json::parse(explain(household, "--json").out);
  for (const json& sentence : told["baseline"]["sentences"]) EXPECT_NE(sentence["what"], "grocer_accepted");
  EXPECT_EQ(explain(household).code, 0);
}

TEST_F(Explain, is_the_same_story_each_time_without_the_files_that_it_was_run_from) {
  const std::string first = explain("3").out;
  write("mois.toml", "title = \"another\"\n");
  EXPECT_EQ(explain("3").out, first);
}

TEST_F(Explain, refuses_what_the_file_does_not_hold) {
  const Ended far = explain("100000");
  EXPECT_EQ(far.code, 2);
  EXPECT_THAT(far.err, AllOf(HasSubstr("--household: 100000"), HasSubstr("there are 0 to ")));
  const std::string start = "explain mois.nc --household 0 ";
  EXPECT_THAT(run(start + "--site langouet --variant epicerie --replicate 2").err, HasSubstr("there are 0 to 1"));
  EXPECT_THAT(run(start + "--site langouet --variant epicrie --replicate 0").err,
              HasSubstr("did you mean \"epicerie\"?"));
  EXPECT_THAT(run(start + "--site langoet --variant epicerie --replicate 0").err,
              HasSubstr("did you mean \"langouet\"?"));
  EXPECT_EQ(run(start + "--site langoet --variant epicerie --replicate 0").code, 2);
  EXPECT_EQ(run("explain mois.nc --site langouet").code, 2);
}

TEST_F(Explain, tells_the_baseline_alone_if_asked) {
  const Ended ended = run("explain mois.nc --site langouet --variant baseline --replicate 0 --household 5");
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.out, AllOf(HasSubstr("Baseline, without measures."), Not(HasSubstr("epicerie"))));
}

/// A sentence that a table names and no language has would end the program in the middle of a story.
TEST(StoryRows, have_their_sentence_in_both_languages) {
  std::string tables;
  for (const char* file : {"story_rows.cc", "story.cc", "story_view.cc"}) {
    std::ostringstream text;
    text << std::ifstream{std::string{ESSAIM_SOURCE_DIR} + "/scenarios/cli/" + file}.rdbuf();
    tables += text.str();
  }
  const std::regex quoted{"\"(story\\.[a-z_]+)\""};
  std::size_t found = 0;
  for (std::sregex_iterator key{tables.begin(), tables.end(), quoted}, end; key != end; ++key, ++found) {
    for (const char* language : {"fr", "en"}) {
      const json sentences =
          json::parse(std::ifstream{std::string{ESSAIM_SOURCE_DIR} + "/viz/locales/" + language + ".json"});
      const std::string name = (*key)[1];
      EXPECT_TRUE(sentences.contains(name) || sentences.contains(name + ".one")) << name << " in " << language;
    }
  }
  EXPECT_GT(found, 30u);
}

}  // namespace
}  // namespace essaim::cli::command_line
