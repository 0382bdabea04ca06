// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <sstream>
#include <string>

#include "golden.h"
#include "made_up_study.h"
#include "viz/term/cite_view.h"
#include "viz/term/compare_view.h"
#include "viz/term/equity_view.h"
#include "viz/term/summary_view.h"

namespace essaim::term {
namespace {

using testing::HasSubstr;
using testing::Not;

const Locale& french() {
  static const Locale locale{Language::fr};
  return locale;
}
const Locale& english() {
  static const Locale locale{Language::en};
  return locale;
}

TEST(CompareScreen, is_this_one_in_french) {
  const design::Study study = made_up_study();
  expect_golden("compare.fr.txt", compare_text(study, comparison_of(study, {}), french(), Colours::off));
}

TEST(CompareScreen, is_this_one_in_english) {
  const design::Study study = made_up_study();
  const Comparison asked = comparison_of(study, {CompareBy::variant, {1, 0}});
  expect_golden("compare.en.txt", compare_text(study, asked, english(), Colours::off));
}

TEST(CompareScreen, between_sites_is_this_one) {
  const design::Study study = made_up_study();
  expect_golden("compare_sites.fr.txt",
                compare_sites_text(study, comparison_of(study, {CompareBy::site, {}}), french(), Colours::off));
}

TEST(CompareScreen, between_groups_is_this_one) {
  const design::Study study = made_up_study();
  const Comparison comparison = comparison_of(study, {CompareBy::group, {}});
  expect_golden("compare_groups.fr.txt", compare_groups_text(study, comparison, french(), Colours::off));
}

TEST(CompareScreen, gives_programs_this_json_and_this_csv) {
  const design::Study study = made_up_study();
  expect_golden("compare.json", compare_json(study, comparison_of(study, {})));
  expect_golden("compare.csv", compare_csv(study, comparison_of(study, {})));
}

TEST(SummaryScreen, is_this_one) {
  const design::Study study = made_up_study();
  expect_golden("summary.fr.txt", summary_text(study, summarise(study, {0, 1}), french(), Colours::off));
  expect_golden("summary.en.txt", summary_text(study, summarise(study, {0}), english(), Colours::off));
  expect_golden("summary.json", summary_json(study, summarise(study, {0, 1})));
}

TEST(CiteScreen, is_this_one) {
  const design::Study study = made_up_study();
  expect_golden("cite.fr.txt", cite_text(study, french()));
  expect_golden("cite.bib", cite_bibtex(study));
  expect_golden("cite.json", cite_json(study));
}

TEST(Screens, say_that_they_are_no_forecast_and_that_no_commune_took_part) {
  const design::Study study = made_up_study();
  const std::string compared = compare_text(study, comparison_of(study, {}), french(), Colours::off);
  const std::string summary = summary_text(study, summarise(study, {0}), french(), Colours::off);
  for (const std::string& screen : {compared, summary}) {
    EXPECT_THAT(screen, HasSubstr("Simulation d'exploration, pas une prévision"));
    EXPECT_THAT(screen, HasSubstr("commune d'illustration, sans participation de ses habitants ni de sa mairie"));
    EXPECT_THAT(screen, HasSubstr("hasard et hypothèses incertaines"));
  }
}

TEST(Screens, tell_chance_alone_from_chance_and_assumptions) {
  design::Study study = made_up_study();
  study.fixed_parameters = true;
  const std::string screen = compare_text(study, comparison_of(study, {}), french(), Colours::off);
  EXPECT_THAT(screen, HasSubstr("hasard seul"));
  EXPECT_THAT(screen, Not(HasSubstr("hypothèses incertaines compris")));
}

TEST(Screens, hide_counts_of_fewer_than_11_households_from_people_and_from_programs) {
  const design::Study study = made_up_study();
  const std::string screen = compare_text(study, comparison_of(study, {}), french(), Colours::off);
  EXPECT_THAT(screen, HasSubstr("< 11"));
  EXPECT_THAT(compare_json(study, comparison_of(study, {})), HasSubstr("fewer than 11"));
}

TEST(Screens, are_at_most_110_columns_wide) {
  const design::Study study = made_up_study();
  std::istringstream lines{compare_text(study, comparison_of(study, {}), french(), Colours::off)};
  for (std::string line; std::getline(lines, line);) EXPECT_LE(width(line), 110U) << line;
}

}  // namespace
}  // namespace essaim::term
