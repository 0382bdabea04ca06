// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "made_up_study.h"

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <limits>

namespace essaim::term {
namespace {

using design::Series;
using design::Study;
using design::StudyArm;
using design::StudyIndicator;

StudyIndicator indicator(const char* name, const char* unit, const char* fr, const char* en, const char* methods,
                         Better better, Aim aim) {
  StudyIndicator result;
  result.name = name;
  result.unit = unit;
  result.label_fr = fr;
  result.label_en = en;
  result.cell_methods = methods;
  result.better = better;
  result.aim = aim;
  return result;
}

/// Value of an indicator at (site, variant, in crisis, replicate, day).
using Rule = std::function<double(std::size_t, bool, bool, double, double)>;

double insecure(std::size_t site, bool measure, bool crisis, double r, double day) {
  const double everyday = 0.10 + 0.01 * r - (measure ? 0.01 : 0);
  if (!crisis || day < 10) return everyday;
  const double fall = site == 0 ? (measure ? 0.10 : 0.20) : 0.20 + (measure ? 0.04 * (r - 1.5) : 0);
  const double back = site == 0 ? 10 + 2 * r : 60;  // days to climb back; the second site does not in time
  const double left = 1 - (day - 10) / back;
  return everyday + (left > 0 ? fall * left : 0);
}

Series series_of(const Rule& rule) {
  Series series{8, 4, 40, {}};
  for (std::size_t point = 0; point < 8; ++point) {
    for (std::size_t r = 0; r < 4; ++r) {
      for (std::size_t day = 0; day < 40; ++day) {
        series.values.push_back(
            rule(point / 4, point / 2 % 2 == 1, point % 2 == 0, static_cast<double>(r), static_cast<double>(day)));
      }
    }
  }
  return series;
}

Series load(std::size_t index) {
  const std::array<Rule, 4> rules{
      [](std::size_t, bool measure, bool, double r, double) { return r == 2 ? (measure ? 0.05 : 0.2) : 0.0; }, insecure,
      [](std::size_t site, bool measure, bool, double r, double) {
        return site == 0 ? (measure ? 6.0 : 4.0) : 120 + r + (measure ? 30 : 0);
      },
      [](std::size_t, bool measure, bool crisis, double r, double) {
        return 1234.5 + 10 * r + (crisis ? 500 : 0) - (measure ? 100 : 0);
      }};
  return series_of(rules[index]);
}

/// The poorer third falls deeper, and the measure spares it more; the hamlets are too few to be shown.
Series load_group(std::size_t, std::size_t group) {
  return series_of([group](std::size_t site, bool measure, bool crisis, double r, double day) {
    if (group == 3) return std::numeric_limits<double>::quiet_NaN();
    const double everyday = 0.1;
    const double helped = measure ? 0.5 : 1;
    const double deeper = group == 0 ? 1.5 * helped : group == 1 ? 1.0 : 0.5;
    return everyday + deeper * (insecure(site, false, crisis, r, day) - insecure(site, false, false, r, day));
  });
}

void add_sites(Study& study) {
  design::StudySite first;
  first.id = "val-fictif";
  first.name = "Val-Fictif-lès-Épicéas";
  first.insee = "99001";
  first.fit = {{"population", "persons", 602, 602, true},
               {"income_median", "EUR", 21400, 21614, true},
               {"poverty_rate", "1", 0.14, 0.15, false}};
  first.quality = {{"people", "published", 0}, {"food", "assumption", 0.4}};
  first.stand_in_share = 0.25;
  first.credits = {"INSEE, RP2021, licence ouverte 2.0"};
  design::StudySite second = first;
  second.id = "mont-inventé";
  second.name = "Mont-Inventé";
  second.insee = "99002";
  second.fit.clear();
  study.sites = {first, second};
}

}  // namespace

design::Study made_up_study() {
  Study study;
  study.title = "Canicule et rupture d'approvisionnement";
  study.authors = {"Une association"};
  study.license = "CC-BY-4.0";
  study.engine_version = "0.1.0";
  study.git_commit = "0123abc";
  study.created_utc = "2026-06-01T08:00:00Z";
  study.scenario_sha256 = "5ce0a1";
  study.result_sha256 = "4e5017";
  study.seed = 2026;
  study.start = {2026, 7, 1};
  study.days = 40;
  study.replicates = 4;
  study.shock_day = 10;
  study.matters = 0.005;
  study.variants = {{"baseline", ""}, {"epicerie", "Épicerie solidaire"}};
  study.actions = {{"", "canicule", "heatwave", {2026, 7, 11}, "12 days"},
                   {"epicerie", "épicerie solidaire", "solidarity grocer", {2026, 7, 1}, ""}};
  add_sites(study);
  for (std::size_t site = 0; site < 2; ++site) {
    for (std::size_t variant = 0; variant < 2; ++variant) {
      study.points.push_back({site, variant, StudyArm::shocks});
      study.points.push_back({site, variant, StudyArm::no_shocks});
    }
  }
  study.indicators = {
      indicator("food.empty_shelves", "1", "Rayons vides", "Empty shelves", "time: mean", Better::down, Aim::none),
      indicator("food.insecure_share", "1", "Ménages sans assez à manger", "Households without enough to eat",
                "time: mean", Better::down, Aim::resilience),
      indicator("food.helped", "households", "Ménages aidés", "Households helped", "time: point", Better::up,
                Aim::solidarity),
      indicator("food.waste", "kg", "Aliments jetés", "Food thrown away", "time: sum", Better::down, Aim::sobriety)};
  study.indicators[1].primary = true;
  study.load = load;
  study.indicators[1].by_group = true;
  study.groups = {{"income_low", "income", "Tiers le plus modeste", "Poorest third"},
                  {"income_middle", "income", "Tiers du milieu", "Middle third"},
                  {"income_high", "income", "Tiers le plus aisé", "Richest third"},
                  {"zone_hamlets", "zone", "Hameaux", "Hamlets"}};
  study.load_group = load_group;
  return study;
}

namespace {

TEST(MadeUpStudy, holds_a_value_for_every_point_replicate_and_day) {
  const Study study = made_up_study();
  for (std::size_t i = 0; i < study.indicators.size(); ++i) {
    EXPECT_EQ(study.load(i).values.size(), study.points.size() * study.replicates * study.days);
  }
}

}  // namespace
}  // namespace essaim::term
