// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/chart.h"

#include <gmock/gmock.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "viz/core/chart_sheet.h"

namespace essaim::plot {
namespace {

using design::StudyArm;
using term::Language;
using term::Locale;
using testing::HasSubstr;
using testing::Not;

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t days = 6;

const Locale& french() {
  static const Locale locale{Language::fr};
  return locale;
}

/// Value at (with the measure, under the shocks, replicate, day).
using Rule = std::function<double(bool, bool, double, double)>;

/// One site, a baseline and a variant, a shock on the second day.
design::Study study_of(const Rule& rule, const std::string& unit = "1", std::size_t replicates = 20) {
  design::Study study;
  study.title = "Essai";
  study.start = {2026, 6, 1};
  study.days = days;
  study.replicates = replicates;
  study.shock_day = 1;
  study.sites.resize(1);
  study.sites.front().name = "Val-Fictif";
  study.variants = {{"baseline", ""}, {"epicerie", "Épicerie"}};
  study.actions = {{"", "canicule", "heatwave", {2026, 6, 2}, "36 hours"}};
  design::StudyIndicator indicator;
  indicator.name = "food.need_met";
  indicator.unit = unit;
  indicator.label_fr = "Besoin couvert";
  indicator.better = Better::up;
  study.indicators = {indicator};
  for (std::size_t variant = 0; variant < 2; ++variant) {
    study.points.push_back({0, variant, StudyArm::shocks});
    study.points.push_back({0, variant, StudyArm::no_shocks});
  }
  study.load = [rule, replicates](std::size_t) {
    design::Series series{4, replicates, days, {}};
    for (std::size_t point = 0; point < 4; ++point) {
      for (std::size_t r = 0; r < replicates; ++r) {
        for (std::size_t day = 0; day < days; ++day) {
          series.values.push_back(rule(point >= 2, point % 2 == 0, static_cast<double>(r), static_cast<double>(day)));
        }
      }
    }
    return series;
  };
  return study;
}

const ChartChoice with_variant{0, 0, 1, 170};

/// Words of a figure as one text: lines are broken anywhere.
std::string words_of(const std::string& svg) {
  static const std::regex between{"</text>\\s*<text[^>]*>"};
  return std::regex_replace(svg, between, " ");
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

const Rule rare = [](bool measure, bool crisis, double r, double) {
  return crisis && r < (measure ? 1 : 3) ? 0.2 : 0.0;
};

TEST(Fan, of_a_rare_event_counts_and_draws_its_draws) {
  const std::string svg = draw_fan(study_of(rare), with_variant, french());
  EXPECT_THAT(words_of(svg), HasSubstr("Événement rare"));
  EXPECT_THAT(words_of(svg).substr(svg.find("</desc>")), HasSubstr("3/20")) << "for those who see it, too";
  EXPECT_THAT(svg, HasSubstr("3/20"));
  EXPECT_THAT(svg, HasSubstr("1/20"));
  EXPECT_THAT(words_of(svg), Not(HasSubstr("Trait épais")));
  EXPECT_THAT(svg, Not(HasSubstr("stroke-width=\"0.6\""))) << "no median";
  EXPECT_THAT(svg, Not(HasSubstr("fill-opacity=\"0.14\""))) << "no band";
  EXPECT_EQ(count(svg, "stroke-width=\"0.25\""), 40U);
}

TEST(Fan, tells_both_levels_with_the_same_decimals) {
  const design::Study study =
      study_of([](bool measure, bool, double r, double) { return (measure ? 9.87 : 123.4) + r / 1000; }, "kg");
  const std::string svg = draw_fan(study, with_variant, french());
  EXPECT_THAT(svg, HasSubstr("123 [123\u202F;\u202F123]. "));
  EXPECT_THAT(svg, HasSubstr("10 [10\u202F;\u202F10]. "));
}

TEST(Fan, names_the_ends_after_the_draws_that_ended_well) {
  const auto failing = [](double first_without) {
    return study_of([first_without](bool measure, bool, double r, double) {
      return !measure && r >= first_without ? none : 0.5 + r / 100;
    });
  };
  EXPECT_THAT(words_of(draw_fan(failing(20), with_variant, french())), HasSubstr("de 5 à 95"));
  const std::string mixed = words_of(draw_fan(failing(18), with_variant, french()));
  EXPECT_THAT(mixed, HasSubstr("médiane des 18–20 tirages"));
  EXPECT_THAT(mixed, HasSubstr("là où moins de 19"));
  const std::string extremes = words_of(draw_fan(failing(18), {0, 0, 0, 170}, french()));
  EXPECT_THAT(extremes, HasSubstr("du plus petit au plus grand"));
  EXPECT_THAT(extremes, Not(HasSubstr("95")));
}

/// Heights of the corners of the shaded area.
std::set<std::string> shaded_heights(const std::string& svg) {
  std::smatch path;
  std::set<std::string> heights;
  if (!std::regex_search(svg, path, std::regex{"<path d=\"([^\"]*)\"[^>]*fill-opacity=\"0.12\""})) return heights;
  const std::string d = path[1];
  static const std::regex corner{"[ML]([-0-9.]+) ([-0-9.]+)"};
  for (std::sregex_iterator it{d.begin(), d.end(), corner}, end; it != end; ++it) heights.insert((*it)[2]);
  return heights;
}

TEST(Resilience, shades_what_is_lost_and_no_gain) {
  const auto level = [](double crisis_level) {
    return study_of(
        [crisis_level](bool, bool crisis, double r, double) { return (crisis ? crisis_level : 0.8) + r / 1e6; });
  };
  EXPECT_EQ(shaded_heights(draw_resilience(level(0.6), with_variant, french())).size(), 2U)
      << "from one level to the other";
  EXPECT_TRUE(shaded_heights(draw_resilience(level(0.9), with_variant, french())).empty()) << "a gain has no area";
  // 0.9 on the first day, 0.6 on the others: the area begins where the curve crosses 0.8, a third of the way.
  const design::Study falling = study_of(
      [](bool, bool crisis, double r, double day) { return (crisis ? (day == 0 ? 0.9 : 0.6) : 0.8) + r / 1e6; });
  EXPECT_EQ(shaded_heights(draw_resilience(falling, with_variant, french())).size(), 2U) << "nothing above the twin";
}

TEST(EventBars, last_as_long_as_the_file_says_in_hours_too) {
  const std::vector<EventBar> bars = event_bars(study_of(rare), 0, french());
  ASSERT_EQ(bars.size(), 1U);
  EXPECT_EQ(bars.front().from, 1);
  EXPECT_EQ(bars.front().to, 2.5);
}

TEST(Compare, says_why_a_site_has_no_dot) {
  const auto words = [](const Rule& rule, const char* unit) {
    return words_of(draw_compare(study_of(rule, unit), with_variant, french()));
  };
  EXPECT_THAT(words(rare, "1"), HasSubstr("3/20 → 1/20"));
  EXPECT_THAT(words(rare, "1"), Not(HasSubstr("points"))) << "a count has no unit";
  const std::string missing = words([](bool, bool, double, double) { return none; }, "households");
  EXPECT_THAT(missing, HasSubstr("pas de valeur"));
  EXPECT_THAT(missing, Not(HasSubstr("moins de 11")));
  const Rule few = [](bool measure, bool, double r, double) { return 100 + r + (measure ? 4 : 0); };
  EXPECT_THAT(words(few, "households"), HasSubstr("moins de 11"));
}

/// 30 replicates: one value drives the outcome, one does not, in opposite orders.
TEST(Tornado, puts_the_longest_bar_first_and_leaves_hollow_what_is_not_established) {
  const design::Study study =
      study_of([](bool measure, bool, double r, double) { return measure ? 0.5 + 0.01 * r : 0.5; }, "1", 30);
  ParameterDraws idle{"idle", "Sans influence", "Idle", {}};
  ParameterDraws driver{"driver", "Ce qui pèse", "Driver", {}};
  for (int r = 0; r < 30; ++r) {
    idle.of_replicate.push_back((r * 7) % 5);
    driver.of_replicate.push_back(-r);
  }
  const std::string svg = draw_tornado(study, with_variant, std::vector{idle, driver}, french());
  EXPECT_LT(svg.find("Ce qui pèse"), svg.find("Sans influence"));
  EXPECT_EQ(count(svg, "fill-opacity=\"0.55\""), 1U);
  EXPECT_THAT(svg, HasSubstr("Ce qui pèse\u00A0: −20,0 ["));
  EXPECT_THAT(words_of(svg), HasSubstr("pour les 2 hypothèses examinées à la fois"));
  EXPECT_THAT(words_of(svg), HasSubstr("Gelman et Park (2009)"));
  EXPECT_THAT(words_of(svg), Not(HasSubstr("une piste")));
}

TEST(Tornado, establishes_nothing_of_two_hundred_values_that_do_not_count) {
  const design::Study study =
      study_of([](bool measure, bool, double r, double) { return measure ? 0.5 + 0.01 * r : 0.5; }, "1", 30);
  std::vector<ParameterDraws> idle;
  std::uint32_t state = 1;
  for (int p = 0; p < 200; ++p) {
    ParameterDraws draws{"idle", "Sans influence", "Idle", {}};
    for (int r = 0; r < 30; ++r) {
      state = state * 1'664'525 + 1'013'904'223;  // Numerical Recipes
      draws.of_replicate.push_back(state >> 8U);
    }
    idle.push_back(std::move(draws));
  }
  const std::string svg = draw_tornado(study, with_variant, idle, french());
  EXPECT_EQ(count(svg, "Sans influence</text>"), 12U);
  EXPECT_EQ(count(svg, "fill-opacity=\"0.55\""), 0U);
}

TEST(Tornado, explains_the_level_without_a_variant_and_warns_below_twenty_draws) {
  const design::Study study = study_of([](bool, bool, double r, double) { return 0.5 + 0.01 * r; }, "1", 12);
  ParameterDraws driver{"driver", "Ce qui pèse", "Driver", {}};
  for (int r = 0; r < 12; ++r) driver.of_replicate.push_back(r);
  const std::string svg = draw_tornado(study, {0, 0, 0, 85}, std::vector{driver}, french());
  EXPECT_THAT(words_of(svg), HasSubstr("change le niveau"));
  EXPECT_THAT(words_of(svg), HasSubstr("une piste, pas une réponse"));
  EXPECT_THAT(svg, HasSubstr("+8,0 ["));
}

}  // namespace
}  // namespace essaim::plot
