// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/population_fit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "models/commune/commune.h"
#include "models/commune/income_law.h"
#include "tests/models/commune/made_up.h"

namespace essaim::commune {
namespace {

Site place(double residents, double households) { return commune::place("made-up", residents, households, 1'000); }

FigureValues values_of(const Site& site) {
  FigureValues values{};
  for (std::size_t i = 0; i < figure_count; ++i) values[i] = site.value(static_cast<FigureId>(i));
  return values;
}

Population drawn(const Site& site, std::uint32_t replicate = 0) {
  return draw_population(values_of(site), site.known(), Parameters{}, Random{3, replicate, site.id});
}

Commune made(const Site& site, std::uint32_t replicate) {
  return make_commune(site, Parameters{}, Uncertainty::fixed, {Date{2026, 6, 1}, 1, {}, {}},
                      Random{5, replicate, site.id});
}

/// Two kinds of household, a person with a car and a couple without: the weights have a closed form.
Sample two_kinds(std::uint32_t of_each) {
  Sample sample;
  for (std::uint32_t i = 0; i < 2 * of_each; ++i) {
    SampleHousehold household;
    household.first = static_cast<std::uint32_t>(sample.members.size());
    household.type = i % 2 == 0 ? HouseholdType::one_person : HouseholdType::couple;
    household.persons = i % 2 == 0 ? 1 : 2;
    household.cars = i % 2 == 0 ? 1 : 0;
    for (std::uint32_t m = 0; m < household.persons; ++m) sample.members.push_back({40, Sex::man, Activity::other});
    sample.households.push_back(household);
  }
  return sample;
}

TEST(Raking, finds_the_only_weights_that_meet_the_margins) {
  const Sample sample = two_kinds(5);
  const MarginTable table{sample};
  MarginTargets targets{};
  // 70 persons alone and 30 couples: 130 persons. Margins that nobody counts in are out of reach and not firm.
  const auto set_target = [&](MarginColumn column, double total) {
    targets[static_cast<std::size_t>(column)] = {total, true};
  };
  set_target(MarginColumn::persons, 130);
  set_target(MarginColumn::one_person, 70);
  set_target(MarginColumn::couple, 30);
  set_target(MarginColumn::with_car, 70);
  for (const MarginColumn column : {MarginColumn::age_30_44, MarginColumn::age_15_64}) set_target(column, 130);
  set_target(MarginColumn::owner, 100);
  FitReport report;
  const auto shares = raked_shares(sample, table, targets, 100, report);
  EXPECT_TRUE(report.converged);
  for (std::size_t i = 0; i < shares.size(); ++i) EXPECT_NEAR(shares[i], i % 2 == 0 ? 0.14 : 0.06, 1e-5);
  const auto counts = whole_counts(table, targets, shares, 100, Random{1, 0, "x"}, report);
  EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), 0u), 100u);
  double alone = 0;
  for (std::size_t i = 0; i < counts.size(); i += 2) alone += counts[i];
  EXPECT_EQ(alone, 70);
}

TEST(Raking, lets_a_margin_that_is_not_firm_give_way) {
  const Sample sample = two_kinds(5);
  const MarginTable table{sample};
  MarginTargets targets{};
  targets[static_cast<std::size_t>(MarginColumn::with_car)] = {70, true};
  targets[static_cast<std::size_t>(MarginColumn::one_person)] = {20, false};  // contradicts the cars
  FitReport report;
  const auto shares = raked_shares(sample, table, targets, 100, report);
  double alone = 0;
  for (std::size_t i = 0; i < shares.size(); i += 2) alone += shares[i];
  EXPECT_NEAR(alone, 0.7, 0.01);
}

TEST(Population, is_the_same_for_the_same_key_and_another_for_another) {
  const Site site = place(2'400, 1'000);
  const Population a = drawn(site);
  const Population b = drawn(site);
  const Population c = drawn(site, 1);
  EXPECT_EQ(a.age, b.age);
  EXPECT_EQ(a.income_per_unit_eur, b.income_per_unit_eur);
  EXPECT_EQ(a.area_m2, b.area_m2);
  EXPECT_NE(a.age, c.age);
}

TEST(Population, has_each_person_in_one_household_and_children_with_grown_ups) {
  const Population people = drawn(place(7'000, 2'900));
  std::uint32_t next = 0;
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    ASSERT_EQ(people.first_person[h], next);
    next += people.persons[h];
    const auto ages = people.ages_of(h);
    EXPECT_GE(*std::max_element(ages.begin(), ages.end()), 18) << "household " << h;
    if (people.type[h] != HouseholdType::lone_parent && people.type[h] != HouseholdType::couple_with_children) {
      EXPECT_GE(*std::min_element(ages.begin(), ages.end()), 15) << "a child lives with no parent";
    }
  }
  EXPECT_EQ(next, people.residents());
}

TEST(CareHomes, hold_residents_who_belong_to_no_household) {
  Site site = place(7'000, 2'900);
  set(site, FigureId::care_home_residents, 80);
  const Population people = drawn(site);
  EXPECT_EQ(people.care_homes.residents(), 80u);
  EXPECT_EQ(people.residents(), 6'920u);
  EXPECT_EQ(people.everybody(), 7'000u);
  for (const std::uint8_t age : people.care_homes.age) EXPECT_GE(age, 60);
  // Residents of 75 and over are counted once, at home or in care.
  set(site, FigureId::age_75_plus, 0.1);
  const Commune commune = made(site, 0);
  for (const Margin& margin : margins(commune)) {
    if (margin.figure == FigureId::age_75_plus) {
      EXPECT_NEAR(margin.drawn * 7'000, 700, 14);
    }
  }
}

TEST(IncomeLaw, passes_through_its_quantiles_and_the_poverty_rate) {
  Site site = place(7'000, 2'900);
  set(site, FigureId::income_d1, 11'670);
  set(site, FigureId::income_median, 20'350);
  set(site, FigureId::income_d9, 33'460);
  const IncomeLaw without{values_of(site), site.known()};
  EXPECT_FALSE(without.meets_poverty_rate());
  set(site, FigureId::poverty_rate, 0.19);
  const IncomeLaw with{values_of(site), site.known()};
  EXPECT_TRUE(with.meets_poverty_rate());
  for (const IncomeLaw& law : {without, with}) {
    EXPECT_NEAR(law.at(0.1), 11'670, 1);
    EXPECT_NEAR(law.at(0.5), 20'350, 1);
    EXPECT_NEAR(law.at(0.9), 33'460, 1);
    for (double q = 0.01; q < 0.99; q += 0.01) EXPECT_LT(law.at(q), law.at(q + 0.005));
  }
  EXPECT_NEAR(with.at(0.19), poverty_line_eur, 1);
  set(site, FigureId::poverty_rate, 0.05);  // though a tenth earn less than the line
  EXPECT_FALSE((IncomeLaw{values_of(site), site.known()}.meets_poverty_rate()));
}

TEST(Population, ties_homes_to_who_lives_there) {
  const Population people = drawn(place(20'000, 8'700));
  double income[3] = {};
  double count[3] = {};
  double old_social = 0;
  double family_flats[2] = {};
  double families[2] = {};
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    const auto tenure = static_cast<std::size_t>(people.tenure[h]);
    income[tenure] += people.income_per_unit_eur[h];
    ++count[tenure];
    old_social += tenure == 2 && people.period[h] <= BuildPeriod::to_1948 ? 1 : 0;
    const std::size_t alone = people.type[h] == HouseholdType::one_person ? 1 : 0;
    family_flats[alone] += people.dwelling[h] == Dwelling::flat ? 1 : 0;
    ++families[alone];
  }
  EXPECT_GT(income[0] / count[0], income[1] / count[1]);
  EXPECT_GT(income[1] / count[1], income[2] / count[2]);
  EXPECT_LT(old_social / count[2], 0.2);  // of all homes: 0.3
  EXPECT_GT(family_flats[1] / families[1], family_flats[0] / families[0]);
}

/// A commune that exists: its figures are those of a population drawn from others, so they agree with each other.
Site agreeing(std::uint32_t number) {
  Draw draw = Random{17, number, "agreeing"}.draw(Stream{"test.agreeing"}, number, 0);
  const double households = 60 + draw.below(3'000);
  Site other = place(households * draw.uniform(2.0, 2.5), households);
  set(other, FigureId::population, std::floor(other.value(FigureId::population)));
  set(other, FigureId::flats, draw.uniform(0.05, 0.7));
  set(other, FigureId::houses, 1 - other.value(FigureId::flats));
  set(other, FigureId::households_with_car, draw.uniform(0.7, 0.95));
  Site site = other;
  for (const Margin& margin : margins(made(other, number))) {
    const bool income = margin.figure == FigureId::poverty_rate || margin.figure == FigureId::income_d1 ||
                        margin.figure == FigureId::income_median || margin.figure == FigureId::income_d9;
    if (!income) set(site, margin.figure, margin.drawn);
  }
  site.id = "agreeing-" + std::to_string(number);
  return site;
}

TEST(Population, meets_every_known_margin_where_they_agree) {
  for (std::uint32_t number = 0; number < 30; ++number) {
    const Site site = agreeing(number);
    for (const Margin& margin : margins(made(site, 0))) {
      if (!margin.known) continue;
      EXPECT_TRUE(margin.is_met()) << site.id << ": " << figure_info(margin.figure).name << " " << margin.drawn
                                   << " for " << margin.target;
    }
  }
}

TEST(Population, is_drawn_whatever_the_figures_say) {
  constexpr std::array shares = {FigureId::age_0_14,
                                 FigureId::age_15_29,
                                 FigureId::age_30_44,
                                 FigureId::age_45_59,
                                 FigureId::age_60_74,
                                 FigureId::age_75_plus,
                                 FigureId::women,
                                 FigureId::one_person_households,
                                 FigureId::couples_without_children,
                                 FigureId::couples_with_children,
                                 FigureId::lone_parents,
                                 FigureId::owners,
                                 FigureId::social_housing,
                                 FigureId::households_with_car,
                                 FigureId::households_with_bike,
                                 FigureId::built_before_1919,
                                 FigureId::poverty_rate,
                                 FigureId::houses,
                                 FigureId::flats};
  for (std::uint32_t number = 0; number < 60; ++number) {
    Draw draw = Random{23, 0, "odd"}.draw(Stream{"test.odd"}, number, 0);
    const double households = 1 + draw.below(number < 40 ? 20 : 800);
    const double residents = std::floor(households * draw.uniform(1, number % 5 == 0 ? 12 : 3.5));
    Site site = place(residents, households);
    for (const FigureId share : shares) {
      if (draw.chance(0.5)) set(site, share, draw.chance(0.2) ? (draw.chance(0.5) ? 0.0 : 1.0) : draw.uniform());
    }
    if (draw.chance(0.5)) set(site, FigureId::residents_15_64, residents * draw.uniform());
    if (draw.chance(0.5)) set(site, FigureId::active_15_64, residents * draw.uniform());
    if (draw.chance(0.5)) set(site, FigureId::unemployed_15_64, residents * draw.uniform());
    if (draw.chance(0.3)) set(site, FigureId::care_home_residents, residents * draw.uniform());
    if (draw.chance(0.3)) set(site, FigureId::income_d1, draw.uniform(0, 40'000));
    const Population people = made(site, number).population;
    EXPECT_EQ(people.everybody(), static_cast<std::uint32_t>(residents)) << number;
    EXPECT_EQ(people.households(), static_cast<std::uint32_t>(households)) << number;
    EXPECT_EQ(std::accumulate(people.persons.begin(), people.persons.end(), 0u), people.residents());
    for (const double income : people.income_per_unit_eur) EXPECT_TRUE(income >= 0 && income < 1e9) << number;
  }
}

}  // namespace
}  // namespace essaim::commune
