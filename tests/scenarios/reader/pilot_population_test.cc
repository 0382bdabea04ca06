// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "models/commune/commune.h"
#include "scenarios/reader/pilot_files.h"

// The ten pilots: what their files say of them against persons and households counted one by one.

namespace essaim::reader {
namespace {

using commune::Activity;
using commune::Commune;
using commune::FigureId;
using commune::HouseholdType;
using commune::Population;
using commune::Site;

std::vector<Site> pilots() {
  PilotFiles files{""};
  std::vector<Site> sites;
  for (const std::string& name : files.shipped()) sites.push_back(files.load(name, "test"));
  return sites;
}

Commune made(const Site& site, std::uint32_t replicate) {
  return make_commune(site, commune::Parameters{}, commune::Uncertainty::drawn, {Date{2026, 6, 1}, 1, {}, {}},
                      Random{11, replicate, site.id});
}

/// A figure of the file, if it is the place's own.
std::optional<double> own(const Site& site, FigureId id) {
  const commune::Figure& figure = site.figures[static_cast<std::size_t>(id)];
  if (!figure.present || figure.stand_in || figure.mark == Mark::assumption || figure.uncertain()) return std::nullopt;
  return figure.value;
}

void expect_near(const Site& site, FigureId id, double counted, double whole) {
  const auto figure = own(site, id);
  if (!figure) return;
  const double wanted = *figure * whole;
  EXPECT_NEAR(counted, wanted, std::max(2.0, 0.02 * wanted)) << site.id << " " << figure_info(id).name;
}

TEST(PilotPopulation, has_the_households_and_persons_that_the_file_counts) {
  for (const Site& site : pilots()) {
    const Population people = made(site, 0).population;
    const double households = people.households();
    const double everybody = people.everybody();
    EXPECT_EQ(everybody, site.value(FigureId::population)) << site.id;
    EXPECT_EQ(households, site.value(FigureId::households)) << site.id;

    std::array<double, 5> types{};
    double cars = 0;
    for (std::uint32_t h = 0; h < people.households(); ++h) {
      ++types[static_cast<std::size_t>(people.type[h])];
      cars += people.cars[h] > 0 ? 1 : 0;
    }
    expect_near(site, FigureId::one_person_households, types[0], households);
    expect_near(site, FigureId::couples_without_children, types[1], households);
    expect_near(site, FigureId::couples_with_children, types[2], households);
    expect_near(site, FigureId::lone_parents, types[3], households);
    expect_near(site, FigureId::households_with_car, cars, households);

    double of_age = 0;
    double active = 0;
    double unemployed = 0;
    for (std::uint32_t p = 0; p < people.residents(); ++p) {
      of_age += people.age[p] >= 15 && people.age[p] <= 64 ? 1 : 0;
      unemployed += people.activity[p] == Activity::unemployed ? 1 : 0;
      active += people.activity[p] == Activity::unemployed || people.activity[p] == Activity::worker ? 1 : 0;
    }
    for (const std::uint8_t age : people.care_homes.age) of_age += age <= 64 ? 1 : 0;
    expect_near(site, FigureId::residents_15_64, of_age, 1);
    expect_near(site, FigureId::active_15_64, active, 1);
    expect_near(site, FigureId::unemployed_15_64, unemployed, 1);
  }
}

TEST(PilotPopulation, has_the_deciles_and_the_poverty_rate_of_filosofi) {
  for (const Site& site : pilots()) {
    const Population people = made(site, 1).population;
    std::vector<double> incomes;  // of persons
    for (std::uint32_t h = 0; h < people.households(); ++h) {
      incomes.insert(incomes.end(), people.persons[h], people.income_per_unit_eur[h]);
    }
    std::sort(incomes.begin(), incomes.end());
    const auto below = [&](double income) {
      return static_cast<double>(std::lower_bound(incomes.begin(), incomes.end(), income) - incomes.begin());
    };
    const double persons = people.residents();
    const double largest = *std::max_element(people.persons.begin(), people.persons.end());
    constexpr std::array quantiles = {std::pair{FigureId::income_d1, 0.1}, std::pair{FigureId::income_median, 0.5},
                                      std::pair{FigureId::income_d9, 0.9}};
    for (const auto& [figure, share] : quantiles) {
      const auto income = own(site, figure);
      if (income) {
        EXPECT_NEAR(below(*income), share * persons, largest) << site.id;
      }
    }
    // INSEE's line for 2021, 60 % of 23,000 EUR.
    const auto rate = own(site, FigureId::poverty_rate);
    if (rate) {
      EXPECT_NEAR(below(13'800), *rate * persons, std::max(largest, 0.02 * *rate * persons)) << site.id;
    }
  }
}

TEST(PilotPopulation, meets_all_its_own_margins_in_every_replicate) {
  for (const Site& site : pilots()) {
    for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
      for (const commune::Margin& margin : margins(made(site, replicate))) {
        if (!margin.known) continue;
        EXPECT_TRUE(margin.is_met()) << site.id << " " << replicate << ": " << figure_info(margin.figure).name << " "
                                     << margin.drawn << " for " << margin.target;
      }
    }
  }
}

}  // namespace
}  // namespace essaim::reader
