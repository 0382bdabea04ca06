// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/id.h"
#include "engine/core/random.h"
#include "models/commune/figures.h"
#include "models/commune/parameters.h"

namespace essaim::commune {

struct HouseholdTag;
struct PersonTag;
using HouseholdId = Id<HouseholdTag>;
using PersonId = Id<PersonTag>;

enum class HouseholdType : std::uint8_t { one_person, couple, couple_with_children, lone_parent, other };
enum class Dwelling : std::uint8_t { house, flat };
enum class Tenure : std::uint8_t { owner, private_tenant, social_tenant };
/// What a person does on an ordinary weekday.
enum class Activity : std::uint8_t { child, pupil, student, worker, unemployed, retired, other };

/// Values of a site's figures in one replicate: those that are uncertain are drawn in their range.
using FigureValues = std::array<double, figure_count>;

/// The residents of a commune, drawn anew in each replicate from its figures: nobody who exists.
///
/// Exact by construction: persons, households, household types (largest remainder), persons by six age classes,
/// households with a car, houses and flats, owners, social tenants, active and unemployed residents of 15 to 64 (as
/// shares of those of that age who were drawn). Incomes per consumption unit follow a log-normal law below
/// the median and another above it, which meet D1, median and D9 (stratified, so that the drawn quantiles are theirs).
/// Residents of institutions are counted in households, since the figures do not tell them apart. Age and household
/// meet in one way only: children live with parents, who are mostly 30 to 59. Income and dwelling are drawn
/// independently of them. Richer households own cars and homes more often, older ones own homes more often, poorer ones
/// are social tenants more often. Columns are indexed by household or person.
struct Population {
  // Households
  std::vector<HouseholdType> type;
  std::vector<std::uint8_t> persons;        ///< at least 1
  std::vector<std::uint32_t> first_person;  ///< its members are consecutive
  std::vector<double> consumption_units;    ///< OECD-modified: 1, 0.5 for each other of 14 or more, 0.3 below
  std::vector<double> income_per_unit_eur;  ///< disposable, per year and consumption unit
  std::vector<std::uint8_t> cars;           ///< 0, 1 or 2
  std::vector<Dwelling> dwelling;
  std::vector<Tenure> tenure;
  // Persons
  std::vector<std::uint8_t> age;  ///< years
  std::vector<Activity> activity;

  std::uint32_t households() const { return static_cast<std::uint32_t>(persons.size()); }
  std::uint32_t residents() const { return static_cast<std::uint32_t>(age.size()); }
  bool has_car(std::uint32_t household) const { return cars[household] > 0; }
  std::span<const std::uint8_t> ages_of(std::uint32_t household) const {
    return std::span{age}.subspan(first_person[household], persons[household]);
  }
  std::span<const Activity> activities_of(std::uint32_t household) const {
    return std::span{activity}.subspan(first_person[household], persons[household]);
  }
};

Population draw_population(const FigureValues& figures, const Parameters& parameters, const Random& random);

/// Households from the lowest income per consumption unit to the highest; the number settles equal incomes.
std::vector<std::uint32_t> by_income(const Population& population);

/// Splits `total` in parts proportional to `shares`, to whole numbers that add up to it (largest remainder).
std::vector<std::uint32_t> largest_remainder(std::span<const double> shares, std::uint32_t total);

}  // namespace essaim::commune
