// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/margins.h"

#include <algorithm>
#include <cmath>

#include "models/commune/commune.h"

namespace essaim::commune {

namespace {

/// Income per consumption unit below which a share `q` of the members of households live, households at the middle of
/// their members.
double income_quantile(const Population& people, double q) {
  const auto order = by_income(people);
  const double wanted = q * people.residents();
  double below = 0;
  double last_middle = 0;
  double last_income = people.income_per_unit_eur[order.front()];
  for (const std::uint32_t h : order) {
    const double middle = below + people.persons[h] / 2.0;
    const double income = people.income_per_unit_eur[h];
    if (middle >= wanted) {
      const double part = middle > last_middle ? (wanted - last_middle) / (middle - last_middle) : 1.0;
      return last_income + part * (income - last_income);
    }
    below += people.persons[h];
    last_middle = middle;
    last_income = income;
  }
  return last_income;
}

/// Counts over a commune's households and residents.
class Count {
 public:
  explicit Count(const Population& people) : people_{people} {}

  template <class Condition>
  double households(Condition&& holds) const {
    double count = 0;
    for (std::uint32_t h = 0; h < people_.households(); ++h) count += holds(h) ? 1 : 0;
    return count;
  }
  /// Of everybody.
  double aged(std::uint8_t low, std::uint8_t below) const {
    const auto within = [&](std::uint8_t age) { return age >= low && age < below; };
    const auto& care = people_.care_homes.age;
    return static_cast<double>(std::count_if(people_.age.begin(), people_.age.end(), within) +
                               std::count_if(care.begin(), care.end(), within));
  }
  double women() const {
    const auto& care = people_.care_homes.sex;
    return static_cast<double>(std::count(people_.sex.begin(), people_.sex.end(), Sex::woman) +
                               std::count(care.begin(), care.end(), Sex::woman));
  }
  double with(Activity activity) const {
    return static_cast<double>(std::count(people_.activity.begin(), people_.activity.end(), activity));
  }
  double poor() const {
    double count = 0;
    for (std::uint32_t h = 0; h < people_.households(); ++h) {
      if (people_.is(Weakness::poor, h)) count += people_.persons[h];
    }
    return count;
  }

 private:
  const Population& people_;
};

void add_persons(std::vector<Margin>& rows, const Population& people) {
  const Count count{people};
  const double everybody = people.everybody();
  rows.push_back({FigureId::population, 0, everybody});
  rows.push_back({FigureId::care_home_residents, 0, static_cast<double>(people.care_homes.residents())});
  constexpr std::array ages = {FigureId::age_0_14,  FigureId::age_15_29, FigureId::age_30_44,
                               FigureId::age_45_59, FigureId::age_60_74, FigureId::age_75_plus};
  for (std::uint8_t i = 0; i < ages.size(); ++i) {
    const auto low = static_cast<std::uint8_t>(15 * i);
    const std::uint8_t below = i == 5 ? 255 : static_cast<std::uint8_t>(low + 15);
    rows.push_back({ages[i], 0, count.aged(low, below) / everybody, everybody});
  }
  rows.push_back({FigureId::women, 0, count.women() / everybody, everybody});
  const double unemployed = count.with(Activity::unemployed);
  rows.push_back({FigureId::residents_15_64, 0, count.aged(15, 65)});
  rows.push_back({FigureId::active_15_64, 0, count.with(Activity::worker) + unemployed});
  rows.push_back({FigureId::unemployed_15_64, 0, unemployed});
  const double members = people.residents();
  rows.push_back({FigureId::poverty_rate, 0, count.poor() / members, members});
  rows.push_back({FigureId::income_d1, 0, income_quantile(people, 0.1)});
  rows.push_back({FigureId::income_median, 0, income_quantile(people, 0.5)});
  rows.push_back({FigureId::income_d9, 0, income_quantile(people, 0.9)});
}

void add_households(std::vector<Margin>& rows, const Population& people) {
  const Count count{people};
  const double all = people.households();
  rows.push_back({FigureId::households, 0, all});
  const auto add = [&](FigureId figure, auto&& holds) {
    rows.push_back({figure, 0, count.households(holds) / all, all});
  };
  const auto add_type = [&](FigureId figure, HouseholdType type) {
    add(figure, [&people, type](std::uint32_t h) { return people.type[h] == type; });
  };
  add_type(FigureId::one_person_households, HouseholdType::one_person);
  add_type(FigureId::couples_without_children, HouseholdType::couple);
  add_type(FigureId::couples_with_children, HouseholdType::couple_with_children);
  add_type(FigureId::lone_parents, HouseholdType::lone_parent);
  add(FigureId::households_of_five, [&](std::uint32_t h) { return people.persons[h] >= 5; });
  add(FigureId::households_with_car, [&](std::uint32_t h) { return people.has_car(h); });
  add(FigureId::households_with_bike, [&](std::uint32_t h) { return people.bikes[h] > 0; });
  add(FigureId::houses, [&](std::uint32_t h) { return people.dwelling[h] == Dwelling::house; });
  add(FigureId::flats, [&](std::uint32_t h) { return people.dwelling[h] == Dwelling::flat; });
  add(FigureId::owners, [&](std::uint32_t h) { return people.tenure[h] == Tenure::owner; });
  add(FigureId::social_housing, [&](std::uint32_t h) { return people.tenure[h] == Tenure::social_tenant; });
  add(FigureId::built_before_1919, [&](std::uint32_t h) { return people.period[h] == BuildPeriod::before_1919; });
}

}  // namespace

bool Margin::is_met() const { return std::abs(unit_error()) <= std::max(2.0, 0.02 * std::abs(target * units)) + 1e-9; }

std::vector<Margin> margins(const Commune& commune) {
  std::vector<Margin> rows;
  add_persons(rows, commune.population);
  add_households(rows, commune.population);
  // A figure that nobody knows and that nothing stands in for is no margin.
  std::erase_if(rows, [&](const Margin& row) {
    return !figure_info(row.figure).fallback && !commune.known[static_cast<std::size_t>(row.figure)] &&
           commune.figure(row.figure) <= 0;
  });
  for (Margin& row : rows) {
    row.target = commune.figure(row.figure);
    row.known = commune.known[static_cast<std::size_t>(row.figure)];
  }
  return rows;
}

}  // namespace essaim::commune
