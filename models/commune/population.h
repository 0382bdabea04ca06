// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/core/id.h"
#include "engine/core/random.h"
#include "models/commune/dwellings.h"
#include "models/commune/figures.h"
#include "models/commune/parameters.h"

namespace essaim::commune {

struct HouseholdTag;
struct PersonTag;
using HouseholdId = Id<HouseholdTag>;
using PersonId = Id<PersonTag>;

enum class HouseholdType : std::uint8_t { one_person, couple, couple_with_children, lone_parent, other };
enum class Sex : std::uint8_t { woman, man };
/// What a person does on an ordinary weekday.
enum class Activity : std::uint8_t { child, pupil, student, worker, unemployed, retired, other };

/// What makes a household less able to face a crisis; one bit each. Health and disability are not known.
enum class Weakness : std::uint8_t {
  old_and_alone = 1,  ///< one person of 75 or over
  poor = 2,           ///< below the poverty line, see `poverty_line_eur`
  without_car = 4,
};

/// 60 % of the median standard of living of France in 2021, 23,000 EUR a year, INSEE (insee.fr 7941413).
inline constexpr double poverty_line_eur = 0.6 * 23'000;

/// Values of a site's figures in one replicate: those that are uncertain are drawn in their range.
using FigureValues = std::array<double, figure_count>;

/// Ages of the residents of care homes: 11 % under 75, 2.5 % of them under 65; 48 % from 75 to 89; 40 % older; four in
/// five women from 90 on, mostly men under 75 (France 2019, INSEE, monquotidienautrement.com). 45 and 70 % of women are
/// guesses.
struct CareHomeAges {
  double share;
  std::uint8_t low, span;
  double women;
};
inline constexpr std::array<CareHomeAges, 4> care_home_ages = {
    {{0.025, 60, 5, 0.45}, {0.085, 65, 10, 0.45}, {0.48, 75, 15, 0.7}, {0.41, 90, 9, 0.8}}};

/// People who live in a care home: residents, but members of no household. They are counted, and models that act by
/// household leave them out: their home feeds, heats and moves them, and what a crisis does to it is not simulated.
struct CareHomes {
  std::vector<std::uint8_t> age;  ///< years
  std::vector<Sex> sex;
  std::uint32_t residents() const { return static_cast<std::uint32_t>(age.size()); }
};

/// How the fit of a population went.
struct FitReport {
  std::uint32_t rounds = 0;     ///< Newton steps
  bool converged = false;       ///< gradient below 1e-7 a household
  std::uint32_t exchanges = 0;  ///< households replaced after the draw
};

/// The residents of a commune, drawn anew in each replicate from its figures: nobody who exists.
///
/// A sample of households, parametric unless the site brings its own (population_sample.h), is weighted so that it
/// meets the figures together, those of the household and those of its members (population_fit.h). Whole households are
/// then drawn from it, and exchanged until the margins are met to the unit wherever they agree with each other. Incomes
/// follow the law of `IncomeLaw`. Columns are indexed by household or person.
struct Population {
  // Households
  std::vector<HouseholdType> type;
  std::vector<std::uint8_t> persons;        ///< at least 1
  std::vector<std::uint32_t> first_person;  ///< its members are consecutive
  std::vector<double> consumption_units;    ///< OECD-modified: 1, 0.5 for each other of 14 or more, 0.3 below
  std::vector<double> income_per_unit_eur;  ///< disposable, per year and consumption unit
  std::vector<std::uint8_t> cars;           ///< 0, 1 or 2
  std::vector<std::uint8_t> bikes;          ///< 1: at least one in working order
  std::vector<std::uint8_t> weakness;       ///< sum of `Weakness`
  std::vector<Dwelling> dwelling;
  std::vector<Tenure> tenure;
  std::vector<BuildPeriod> period;
  std::vector<std::uint8_t> label;  ///< energy label, A (0) to G (6)
  std::vector<Heating> heating;
  std::vector<float> area_m2;  ///< floor
  // Persons
  std::vector<std::uint8_t> age;  ///< years
  std::vector<Sex> sex;
  std::vector<Activity> activity;

  CareHomes care_homes;
  FitReport fit;

  std::uint32_t households() const { return static_cast<std::uint32_t>(persons.size()); }
  /// Members of households: those whom the themes act upon.
  std::uint32_t residents() const { return static_cast<std::uint32_t>(age.size()); }
  /// Everybody: members of households and residents of care homes.
  std::uint32_t everybody() const { return residents() + care_homes.residents(); }
  bool has_car(std::uint32_t household) const { return cars[household] > 0; }
  bool is(Weakness which, std::uint32_t household) const {
    return (weakness[household] & static_cast<std::uint8_t>(which)) != 0;
  }
  std::span<const std::uint8_t> ages_of(std::uint32_t household) const {
    return std::span{age}.subspan(first_person[household], persons[household]);
  }
  std::span<const Activity> activities_of(std::uint32_t household) const {
    return std::span{activity}.subspan(first_person[household], persons[household]);
  }
};

/// `known` says which figures win where they contradict others; `surveyed`, if there is one, takes the place of the
/// parametric sample.
Population draw_population(const FigureValues& figures, const KnownFigures& known, const Parameters& parameters,
                           const Random& random, const MicroSample* surveyed = nullptr);

/// Households from the lowest income per consumption unit to the highest; the number settles equal incomes.
std::vector<std::uint32_t> by_income(const Population& population);

/// The same households in another order: `order` holds the number of each, once.
Population in_order(const Population& population, std::span<const std::uint32_t> order);

/// Splits `total` in parts proportional to `shares`, to whole numbers that add up to it (largest remainder).
std::vector<std::uint32_t> largest_remainder(std::span<const double> shares, std::uint32_t total);

}  // namespace essaim::commune
