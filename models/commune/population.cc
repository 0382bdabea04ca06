// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/population.h"

#include <algorithm>
#include <numeric>

#include "engine/core/math.h"
#include "models/commune/income_law.h"
#include "models/commune/population_fit.h"
#include "models/commune/population_sample.h"
#include "models/commune/population_targets.h"
#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

constexpr std::uint32_t fewest_candidates = 2'500;
constexpr std::uint32_t most_candidates = 6'000;

double value(const FigureValues& figures, FigureId id) { return figures[static_cast<std::size_t>(id)]; }

CareHomes draw_care_homes(const FigureValues& figures, const Random& random) {
  constexpr const auto& classes = care_home_ages;
  const double most = std::max(0.0, value(figures, FigureId::population) - value(figures, FigureId::households));
  const auto count =
      static_cast<std::uint32_t>(std::clamp(value(figures, FigureId::care_home_residents), 0.0, most) + 0.5);
  CareHomes homes;
  for (std::uint32_t i = 0; i < count; ++i) {
    Draw draw = random.draw(streams::care_home, i, 0);
    double u = draw.uniform();
    std::size_t c = 0;
    while (c + 1 < classes.size() && u >= classes[c].share) u -= classes[c++].share;
    homes.age.push_back(static_cast<std::uint8_t>(classes[c].low + draw.below(classes[c].span)));
    homes.sex.push_back(draw.chance(classes[c].women) ? Sex::woman : Sex::man);
  }
  return homes;
}

/// A household to be: which of the sample it is like, and how many members it has more or fewer.
struct Chosen {
  std::uint32_t row = 0;
  std::int32_t more = 0;
};

/// Households in an order drawn by key, so that neighbours in it have nothing to do with each other.
std::vector<Chosen> in_drawn_order(const std::vector<std::uint32_t>& counts, std::uint32_t households,
                                   const Random& random) {
  std::vector<std::uint64_t> keyed(households);
  for (std::uint32_t h = 0; h < households; ++h) {
    keyed[h] = (std::uint64_t{random.draw(streams::household_place, h, 0).bits()} << 32) | h;
  }
  std::sort(keyed.begin(), keyed.end());  // unique: each holds its index
  std::vector<Chosen> chosen(households);
  std::uint32_t next = 0;
  for (std::uint32_t row = 0; row < counts.size(); ++row) {
    for (std::uint32_t n = 0; n < counts[row]; ++n) chosen[static_cast<std::uint32_t>(keyed[next++])].row = row;
  }
  return chosen;
}

/// Where no household of the sample is large or small enough for figures that are odd, members come or go one by one, a
/// household after the other. Who lives alone stays alone, unless all do.
void settle_size(std::vector<Chosen>& chosen, const Sample& sample, std::uint32_t residents) {
  std::int64_t missing = residents;
  for (const Chosen& one : chosen) missing -= sample.households[one.row].persons;
  const auto persons = [&](const Chosen& one) {
    return static_cast<std::int64_t>(sample.households[one.row].persons) + one.more;
  };
  while (missing != 0) {
    const bool all_alone =
        std::all_of(chosen.begin(), chosen.end(), [&](const Chosen& one) { return persons(one) == 1; });
    for (Chosen& one : chosen) {
      if (missing == 0) return;
      if (missing > 0 && (persons(one) > 1 || all_alone)) ++one.more, --missing;
      if (missing < 0 && persons(one) > 1) --one.more, ++missing;
    }
  }
}

/// Of the same class of age and activity, two years away at most.
std::uint8_t aged(std::uint8_t age, int years) {
  constexpr std::array<int, 14> bounds = {0, 3, 6, 11, 15, 18, 25, 30, 45, 55, 60, 65, 75, 100};
  const auto above = std::upper_bound(bounds.begin(), bounds.end() - 1, static_cast<int>(age));
  return static_cast<std::uint8_t>(std::clamp(age + years, *(above - 1), *above - 1));
}

/// Copies of the sample's households become households of their own.
class Settling {
 public:
  Settling(Population& population, const Sample& sample, const Random& random)
      : population_{population}, sample_{sample}, random_{random} {}

  void add(const Chosen& chosen) {
    const SampleHousehold& like = sample_.households[chosen.row];
    const std::uint32_t h = population_.households();
    Draw draw = random_.draw(streams::household_detail, h, 0);
    const auto persons = static_cast<std::uint32_t>(static_cast<std::int32_t>(like.persons) + chosen.more);
    population_.first_person.push_back(population_.residents());
    population_.persons.push_back(static_cast<std::uint8_t>(persons));
    population_.type.push_back(persons == 1      ? HouseholdType::one_person
                               : chosen.more > 0 ? HouseholdType::other
                                                 : like.type);
    population_.cars.push_back(like.cars);
    population_.bikes.push_back(like.bikes);
    population_.dwelling.push_back(like.dwelling);
    population_.tenure.push_back(like.tenure);
    population_.period.push_back(like.period);
    population_.label.push_back(like.label);
    population_.heating.push_back(like.heating);
    const int years = static_cast<int>(draw.below(5)) - 2;
    double units = 0.5;
    for (std::uint32_t m = 0; m < persons; ++m) {
      const bool copied = m < like.persons;
      const SampleMember member =
          copied ? sample_.members[like.first + m]
                 : SampleMember{static_cast<std::uint8_t>(25 + draw.below(30)), Sex::woman, Activity::other};
      const std::uint8_t age = aged(member.age, years);
      population_.age.push_back(age);
      population_.sex.push_back(copied ? member.sex : draw.chance(0.5) ? Sex::woman : Sex::man);
      population_.activity.push_back(member.activity);
      units += m == 0 || age >= 14 ? 0.5 : 0.3;
    }
    population_.consumption_units.push_back(units);
    rank_.push_back(like.income_rank + 0.04 * (draw.uniform() - 0.5));
  }

  const std::vector<double>& income_rank() const { return rank_; }

 private:
  Population& population_;
  const Sample& sample_;
  const Random& random_;
  std::vector<double> rank_;
};

/// The richest third of persons is the third that ranks highest: each household has the quantile of its members.
void give_incomes(Population& population, const std::vector<double>& rank, const IncomeLaw& law) {
  std::vector<std::uint32_t> order(rank.size());
  std::iota(order.begin(), order.end(), 0u);
  // A total key: the number settles equal ranks.
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return rank[a] != rank[b] ? rank[a] < rank[b] : a < b; });
  population.income_per_unit_eur.resize(order.size());
  const double residents = population.residents();
  double below = 0;
  for (const std::uint32_t h : order) {
    const double persons = population.persons[h];
    population.income_per_unit_eur[h] = law.at((below + persons / 2) / residents);
    below += persons;
  }
}

/// Floor area: with income, (income / mean income)^area_income.
void give_areas(Population& population, const Parameters& parameters, const Random& random) {
  const std::uint32_t households = population.households();
  const auto income = [&](std::uint32_t h) {
    return population.income_per_unit_eur[h] * population.consumption_units[h];
  };
  double mean = 0;
  for (std::uint32_t h = 0; h < households; ++h) mean += income(h) / households;
  population.area_m2.resize(households);
  for (std::uint32_t h = 0; h < households; ++h) {
    const double relative = std::clamp(income(h) / std::max(mean, 1.0), 0.1, 10.0);
    Draw draw = random.draw(streams::household_detail, h, 1);
    const double area = draw_area_m2(population.dwelling[h], population.tenure[h], population.persons[h],
                                     parameters.surface_spread.value(), draw);
    population.area_m2[h] = static_cast<float>(area * math::pow(relative, parameters.area_income.value()));
  }
}

void mark_weaknesses(Population& population) {
  constexpr std::uint8_t old_age = 75;
  population.weakness.resize(population.households());
  for (std::uint32_t h = 0; h < population.households(); ++h) {
    const auto set = [&](Weakness which, bool holds) {
      if (holds) population.weakness[h] |= static_cast<std::uint8_t>(which);
    };
    const auto ages = population.ages_of(h);
    set(Weakness::old_and_alone, ages.size() == 1 && ages.front() >= old_age);
    set(Weakness::poor, population.income_per_unit_eur[h] < poverty_line_eur);
    set(Weakness::without_car, !population.has_car(h));
  }
}

}  // namespace

std::vector<std::uint32_t> largest_remainder(std::span<const double> shares, std::uint32_t total) {
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  std::vector<std::uint32_t> parts(shares.size());
  std::vector<double> remainder(shares.size());
  std::uint32_t given = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double exact = sum > 0 ? shares[i] / sum * total : 0.0;
    parts[i] = static_cast<std::uint32_t>(exact);
    remainder[i] = exact - parts[i];
    given += parts[i];
  }
  while (given < total) {
    const auto next = std::max_element(remainder.begin(), remainder.end());
    ++parts[static_cast<std::size_t>(next - remainder.begin())];
    *next = -1;
    ++given;
  }
  return parts;
}

std::vector<std::uint32_t> by_income(const Population& population) {
  const auto& income = population.income_per_unit_eur;
  std::vector<std::uint32_t> order(income.size());
  std::iota(order.begin(), order.end(), 0u);
  // A total key: the number settles equal incomes.
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return income[a] != income[b] ? income[a] < income[b] : a < b; });
  return order;
}

Population in_order(const Population& population, std::span<const std::uint32_t> order) {
  Population sorted;
  sorted.care_homes = population.care_homes;
  sorted.fit = population.fit;
  const auto take = [&order](const auto& from, auto& to) {
    to.reserve(from.size());
    for (const std::uint32_t h : order) to.push_back(from[h]);
  };
  take(population.type, sorted.type);
  take(population.persons, sorted.persons);
  take(population.consumption_units, sorted.consumption_units);
  take(population.income_per_unit_eur, sorted.income_per_unit_eur);
  take(population.cars, sorted.cars);
  take(population.bikes, sorted.bikes);
  take(population.weakness, sorted.weakness);
  take(population.dwelling, sorted.dwelling);
  take(population.tenure, sorted.tenure);
  take(population.period, sorted.period);
  take(population.label, sorted.label);
  take(population.heating, sorted.heating);
  take(population.area_m2, sorted.area_m2);
  for (const std::uint32_t h : order) {
    sorted.first_person.push_back(sorted.residents());
    for (std::uint32_t p = population.first_person[h]; p < population.first_person[h] + population.persons[h]; ++p) {
      sorted.age.push_back(population.age[p]);
      sorted.sex.push_back(population.sex[p]);
      sorted.activity.push_back(population.activity[p]);
    }
  }
  return sorted;
}

Population draw_population(const FigureValues& figures, const KnownFigures& known, const Parameters& parameters,
                           const Random& random, const MicroSample* surveyed) {
  Population population;
  population.care_homes = draw_care_homes(figures, random);
  const HouseholdTotals totals = household_totals(figures, population.care_homes.residents());
  const MarginTargets targets = margin_targets(figures, known, totals, population.care_homes);
  const std::uint32_t candidates = std::clamp(totals.households, fewest_candidates, most_candidates);
  const Sample sample = surveyed != nullptr ? completed_sample(*surveyed, figures, parameters, random)
                                            : parametric_sample(figures, parameters, candidates, random);
  const MarginTable table{sample};
  FitReport& report = population.fit;
  const std::vector<double> shares = raked_shares(sample, table, targets, totals.households, report);
  const std::vector<std::uint32_t> counts = whole_counts(table, targets, shares, totals.households, random, report);
  std::vector<Chosen> chosen = in_drawn_order(counts, totals.households, random);
  settle_size(chosen, sample, totals.residents);
  Settling settling{population, sample, random};
  for (const Chosen& one : chosen) settling.add(one);
  give_incomes(population, settling.income_rank(), IncomeLaw{figures, known});
  give_areas(population, parameters, random);
  mark_weaknesses(population);
  return population;
}

}  // namespace essaim::commune
