// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/population_targets.h"

#include <algorithm>
#include <utility>

namespace essaim::commune {

namespace {

double value(const FigureValues& figures, FigureId id) { return figures[static_cast<std::size_t>(id)]; }
std::uint32_t whole(double count) { return static_cast<std::uint32_t>(std::max(0.0, count) + 0.5); }

/// Shares of owners and of social tenants. Where they exceed the whole, the one that is not known keeps its part of
/// what the other leaves in the country.
std::pair<double, double> tenures(const FigureValues& figures, const KnownFigures& known) {
  const double owners = value(figures, FigureId::owners);
  const double social = value(figures, FigureId::social_housing);
  if (owners + social <= 1) return {owners, social};
  const bool owners_known = known[static_cast<std::size_t>(FigureId::owners)];
  const bool social_known = known[static_cast<std::size_t>(FigureId::social_housing)];
  if (owners_known == social_known) return {owners / (owners + social), social / (owners + social)};
  const auto left = [](double part, double whole, FigureId other) {
    return std::min(1.0, part / (1 - figure_info(other).fallback->value)) * (1 - whole);
  };
  if (social_known) return {left(owners, social, FigureId::social_housing), social};
  return {owners, left(social, owners, FigureId::owners)};
}

}  // namespace

HouseholdTotals household_totals(const FigureValues& figures, std::uint32_t care_home_residents) {
  HouseholdTotals totals;
  totals.households = std::max(1u, whole(value(figures, FigureId::households)));
  const std::uint32_t everybody = whole(value(figures, FigureId::population));
  totals.residents = std::max(totals.households, everybody - std::min(everybody, care_home_residents));
  return totals;
}

MarginTargets margin_targets(const FigureValues& figures, const KnownFigures& known, const HouseholdTotals& totals,
                             const CareHomes& care_homes) {
  using enum MarginColumn;
  MarginTargets targets{};
  const auto set = [&](MarginColumn column, FigureId figure, double total) {
    targets[static_cast<std::size_t>(column)] = {std::max(0.0, total), known[static_cast<std::size_t>(figure)]};
  };
  const auto in_care = [&](std::uint8_t low, std::uint8_t below) {
    return static_cast<double>(std::count_if(care_homes.age.begin(), care_homes.age.end(),
                                             [&](std::uint8_t age) { return age >= low && age < below; }));
  };
  const auto of_households = [&](MarginColumn column, FigureId figure) {
    set(column, figure, value(figures, figure) * totals.households);
  };
  targets[0] = {static_cast<double>(totals.residents), true};
  of_households(one_person, FigureId::one_person_households);
  of_households(couple, FigureId::couples_without_children);
  of_households(couple_with_children, FigureId::couples_with_children);
  of_households(lone_parent, FigureId::lone_parents);
  of_households(five_or_more, FigureId::households_of_five);
  MarginTarget& of_five = targets[static_cast<std::size_t>(five_or_more)];
  of_five.free = !of_five.firm && of_five.total <= 0;  // a figure without a fallback
  const auto [owners, social] = tenures(figures, known);
  set(owner, FigureId::owners, owners * totals.households);
  set(social_tenant, FigureId::social_housing, social * totals.households);
  of_households(flat, FigureId::flats);
  of_households(with_car, FigureId::households_with_car);
  of_households(with_bike, FigureId::households_with_bike);
  of_households(before_1919, FigureId::built_before_1919);

  const double everybody = totals.residents + static_cast<double>(care_homes.residents());
  constexpr std::array<std::pair<MarginColumn, FigureId>, 6> classes = {{{age_0_14, FigureId::age_0_14},
                                                                         {age_15_29, FigureId::age_15_29},
                                                                         {age_30_44, FigureId::age_30_44},
                                                                         {age_45_59, FigureId::age_45_59},
                                                                         {age_60_74, FigureId::age_60_74},
                                                                         {age_75_plus, FigureId::age_75_plus}}};
  std::uint8_t low = 0;
  for (const auto& [column, figure] : classes) {
    const std::uint8_t below = figure == FigureId::age_75_plus ? 255 : static_cast<std::uint8_t>(low + 15);
    set(column, figure, value(figures, figure) * everybody - in_care(low, below));
    low = below;
  }
  const auto women_in_care = std::count(care_homes.sex.begin(), care_homes.sex.end(), Sex::woman);
  set(women, FigureId::women, value(figures, FigureId::women) * everybody - static_cast<double>(women_in_care));
  const double of_age = std::min(value(figures, FigureId::residents_15_64), everybody) - in_care(15, 65);
  set(age_15_64, FigureId::residents_15_64, of_age);
  const double working = std::min(value(figures, FigureId::active_15_64), std::max(0.0, of_age));
  set(active, FigureId::active_15_64, working);
  set(unemployed, FigureId::unemployed_15_64, std::min(value(figures, FigureId::unemployed_15_64), working));
  return targets;
}

}  // namespace essaim::commune
