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

namespace essaim::commune {

struct HouseholdTag;
struct PersonTag;
using HouseholdId = Id<HouseholdTag>;
using PersonId = Id<PersonTag>;

enum class HouseholdType : std::uint8_t { one_person, couple, couple_with_children, lone_parent, other };
enum class Dwelling : std::uint8_t { house, flat };

/// Values of a site's figures in one replicate: those that are uncertain are drawn in their range.
using FigureValues = std::array<double, figure_count>;

/// The residents of a commune, drawn anew in each replicate from its figures: nobody who exists.
///
/// Exact by construction: persons, households, household types (largest remainder), persons by six age classes,
/// households with a car, houses and flats. Incomes per consumption unit follow a log-normal law below
/// the median and another above it, which meet D1, median and D9 (stratified, so that the drawn quantiles are theirs).
/// Residents of institutions are counted in households, since the figures do not tell them apart. Age and household
/// meet in one way only: children live with parents, who are mostly 30 to 59; income, car and dwelling are drawn
/// independently of them, but for cars, which richer households own more often. Columns are indexed by household or
/// person.
struct Population {
  // Households
  std::vector<HouseholdType> type;
  std::vector<std::uint8_t> persons;        ///< at least 1
  std::vector<std::uint32_t> first_person;  ///< its members are consecutive
  std::vector<double> consumption_units;    ///< OECD-modified: 1, 0.5 for each other of 14 or more, 0.3 below
  std::vector<double> income_per_unit_eur;  ///< disposable, per year and consumption unit
  std::vector<std::uint8_t> has_car;
  std::vector<Dwelling> dwelling;
  // Persons
  std::vector<std::uint8_t> age;  ///< years

  std::uint32_t households() const { return static_cast<std::uint32_t>(persons.size()); }
  std::uint32_t residents() const { return static_cast<std::uint32_t>(age.size()); }
  std::span<const std::uint8_t> ages_of(std::uint32_t household) const {
    return std::span{age}.subspan(first_person[household], persons[household]);
  }
};

Population draw_population(const FigureValues& figures, const Random& random);

/// Splits `total` in parts proportional to `shares`, to whole numbers that add up to it (largest remainder).
std::vector<std::uint32_t> largest_remainder(std::span<const double> shares, std::uint32_t total);

}  // namespace essaim::commune
