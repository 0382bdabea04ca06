// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/population.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/math.h"
#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

constexpr std::uint32_t age_classes = 6;
constexpr std::array<std::uint8_t, age_classes + 1> class_bounds = {0, 15, 30, 45, 60, 75, 100};
constexpr std::uint8_t most_persons = 7;  // in a household with children

double value(const FigureValues& figures, FigureId id) { return figures[static_cast<std::size_t>(id)]; }

/// The numbers 0 to n - 1 in an order drawn from `stream`.
std::vector<std::uint32_t> shuffled(std::uint32_t n, Stream stream, const Random& random) {
  std::vector<std::uint64_t> keyed(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    keyed[i] = (std::uint64_t{random.draw(stream, i, 0).bits()} << 32) | i;  // the index settles equal draws
  }
  std::sort(keyed.begin(), keyed.end());  // unique: each holds its index
  std::vector<std::uint32_t> order(n);
  std::transform(keyed.begin(), keyed.end(), order.begin(),
                 [](std::uint64_t k) { return static_cast<std::uint32_t>(k); });
  return order;
}

std::uint8_t fewest_persons(HouseholdType type) {
  switch (type) {
    case HouseholdType::one_person:
      return 1;
    case HouseholdType::couple_with_children:
      return 3;
    default:
      return 2;
  }
}

bool has_children(HouseholdType type) {
  return type == HouseholdType::couple_with_children || type == HouseholdType::lone_parent;
}

/// How many households of each type; so many that the fewest persons they can hold do not exceed the residents.
std::vector<std::uint32_t> type_counts(const FigureValues& figures, std::uint32_t households, std::uint32_t residents) {
  const std::array known = {value(figures, FigureId::one_person_households),
                            value(figures, FigureId::couples_without_children),
                            value(figures, FigureId::couples_with_children), value(figures, FigureId::lone_parents)};
  const double sum = std::accumulate(known.begin(), known.end(), 0.0);
  const std::array shares = {known[0], known[1], known[2], known[3], std::max(0.0, 1.0 - sum)};
  auto counts = largest_remainder(shares, households);
  const auto fewest = [&] { return counts[0] + 2 * (counts[1] + counts[3] + counts[4]) + 3 * counts[2]; };
  while (fewest() > residents && counts[2] > 0) --counts[2], ++counts[1];
  while (fewest() > residents) {
    const auto larger = std::max_element(counts.begin() + 1, counts.end());
    --*larger, ++counts[0];
  }
  return counts;
}

void draw_households(Population& population, const FigureValues& figures, const Random& random) {
  const auto households = std::max(1u, static_cast<std::uint32_t>(value(figures, FigureId::households) + 0.5));
  const auto residents = std::max(households, static_cast<std::uint32_t>(value(figures, FigureId::population) + 0.5));
  const auto counts = type_counts(figures, households, residents);
  const auto order = shuffled(households, streams::household_type, random);
  population.type.resize(households);
  population.persons.resize(households);
  std::uint32_t placed = 0;
  std::uint32_t next = 0;
  for (std::uint32_t type = 0; type < counts.size(); ++type) {
    for (std::uint32_t i = 0; i < counts[type]; ++i) {
      const std::uint32_t household = order[next++];
      population.type[household] = static_cast<HouseholdType>(type);
      population.persons[household] = fewest_persons(static_cast<HouseholdType>(type));
      placed += population.persons[household];
    }
  }
  // What is left goes to families, then to anyone who does not live alone, one by one in a drawn order.
  for (std::uint32_t round = 0; placed < residents; ++round) {
    const auto tried = shuffled(households, Stream{streams::household_extra.name()}, random);
    for (const std::uint32_t household : tried) {
      if (placed == residents) break;
      const HouseholdType type = population.type[household];
      const bool family = has_children(type) && population.persons[household] < most_persons;
      const bool last_resort = round >= 6 && type != HouseholdType::one_person;
      if (!family && !last_resort && round < 12) continue;
      // A family gains a child in this round with one chance in two: sizes spread instead of moving together.
      if (round < 6 && !random.draw(streams::household_extra, household, round + 1).chance(0.5)) continue;
      ++population.persons[household];
      ++placed;
    }
  }
}

/// Persons still to be placed, by age class.
class AgePool {
 public:
  AgePool(const FigureValues& figures, std::uint32_t residents) {
    const std::array shares = {value(figures, FigureId::age_0_14),  value(figures, FigureId::age_15_29),
                               value(figures, FigureId::age_30_44), value(figures, FigureId::age_45_59),
                               value(figures, FigureId::age_60_74), value(figures, FigureId::age_75_plus)};
    left_ = largest_remainder(shares, residents);
  }

  /// Takes one of a class drawn with these weights among those that are left; of any class if none of them is.
  std::uint32_t take(std::array<double, age_classes> weights, Draw draw) {
    double sum = 0;
    for (std::uint32_t c = 0; c < age_classes; ++c) sum += left_[c] > 0 ? weights[c] : 0.0;
    if (sum <= 0) {
      const auto any = std::max_element(left_.begin(), left_.end());
      --*any;
      return static_cast<std::uint32_t>(any - left_.begin());
    }
    double u = draw.uniform() * sum;
    std::uint32_t chosen = age_classes;
    for (std::uint32_t c = 0; c < age_classes; ++c) {
      if (left_[c] == 0 || weights[c] <= 0) continue;
      chosen = c;
      u -= weights[c];
      if (u < 0) break;
    }
    --left_[chosen];
    return chosen;
  }

  std::array<double, age_classes> adults_left() const {
    std::array<double, age_classes> weights{};
    for (std::uint32_t c = 1; c < age_classes; ++c) weights[c] = left_[c];
    return weights;
  }

 private:
  std::vector<std::uint32_t> left_;
};

std::uint8_t years(std::uint32_t age_class, Draw draw) {
  const std::uint8_t low = class_bounds[age_class];
  const auto span = static_cast<std::uint32_t>(class_bounds[age_class + 1] - low);
  return static_cast<std::uint8_t>(low + draw.below(span));
}

/// Children first, then their parents, then everybody else from those who are left: so classes are met exactly.
void draw_ages(Population& population, const FigureValues& figures, const Random& random) {
  const std::uint32_t households = population.households();
  population.first_person.resize(households);
  std::uint32_t persons = 0;
  for (std::uint32_t h = 0; h < households; ++h) {
    population.first_person[h] = persons;
    persons += population.persons[h];
  }
  population.age.assign(persons, 0);
  AgePool pool{figures, persons};
  const auto place = [&](std::uint32_t person, std::array<double, age_classes> weights) {
    const std::uint32_t age_class = pool.take(weights, random.draw(streams::age_class, person, 0));
    population.age[person] = years(age_class, random.draw(streams::age_years, person, 0));
  };
  const auto parents = [&](std::uint32_t h) { return population.type[h] == HouseholdType::lone_parent ? 1u : 2u; };
  // Shares of children who are under 15, and of parents by age, are guesses; the class totals above them are exact.
  for (std::uint32_t h = 0; h < households; ++h) {
    if (!has_children(population.type[h])) continue;
    for (std::uint32_t i = parents(h); i < population.persons[h]; ++i)
      place(population.first_person[h] + i, {0.75, 0.25});
  }
  for (std::uint32_t h = 0; h < households; ++h) {
    if (!has_children(population.type[h])) continue;
    for (std::uint32_t i = 0; i < parents(h); ++i) place(population.first_person[h] + i, {0, 0.1, 0.5, 0.35, 0.05});
  }
  for (std::uint32_t h = 0; h < households; ++h) {
    if (has_children(population.type[h])) continue;
    for (std::uint32_t i = 0; i < population.persons[h]; ++i) place(population.first_person[h] + i, pool.adults_left());
  }
}

void count_consumption_units(Population& population) {
  population.consumption_units.resize(population.households());
  for (std::uint32_t h = 0; h < population.households(); ++h) {
    double units = 1.0;
    for (const std::uint8_t age : population.ages_of(h).subspan(1)) units += age >= 14 ? 0.5 : 0.3;
    population.consumption_units[h] = units;
  }
}

void draw_incomes(Population& population, const FigureValues& figures, const Random& random) {
  constexpr double normal_d9 = 1.2815515655446004;  // standard normal quantile of 0.9
  const double median = value(figures, FigureId::income_median);
  const double below = math::log(std::max(1.0, median / value(figures, FigureId::income_d1))) / normal_d9;
  const double above = math::log(std::max(1.0, value(figures, FigureId::income_d9) / median)) / normal_d9;
  const std::uint32_t households = population.households();
  const auto rank = shuffled(households, streams::income_rank, random);
  population.income_per_unit_eur.resize(households);
  for (std::uint32_t i = 0; i < households; ++i) {
    const double quantile = (static_cast<double>(i) + 0.5) / households;
    const double z = math::normal_quantile(quantile);
    population.income_per_unit_eur[rank[i]] = median * math::exp((z < 0 ? below : above) * z);
  }
}

/// Gives the first `count` households in the order of `score` (and of their number, when equal) a mark.
std::vector<std::uint8_t> first_by(const std::vector<double>& score, std::uint32_t count) {
  std::vector<std::uint32_t> order(score.size());
  std::iota(order.begin(), order.end(), 0u);
  // A total key: the index settles equal scores.
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return score[a] != score[b] ? score[a] > score[b] : a < b; });
  std::vector<std::uint8_t> marked(score.size(), 0);
  for (std::uint32_t i = 0; i < std::min<std::size_t>(count, order.size()); ++i) marked[order[i]] = 1;
  return marked;
}

/// One car for as many households as the figures say; a second one for a share of those with two adults or more.
void draw_cars(Population& population, const FigureValues& figures, const Parameters& parameters,
               const Random& random) {
  const std::uint32_t households = population.households();
  std::vector<double> wealth_and_luck(households);
  for (std::uint32_t h = 0; h < households; ++h) {
    const double relative = population.income_per_unit_eur[h] / value(figures, FigureId::income_median);
    wealth_and_luck[h] = random.draw(streams::car_rank, h, 0).uniform() + 0.5 * std::min(relative, 2.0);
  }
  const auto with_car = static_cast<std::uint32_t>(value(figures, FigureId::households_with_car) * households + 0.5);
  population.cars = first_by(wealth_and_luck, with_car);
  for (std::uint32_t h = 0; h < households; ++h) {
    const auto ages = population.ages_of(h);
    const auto adults = std::count_if(ages.begin(), ages.end(), [](std::uint8_t age) { return age >= 18; });
    const bool second = random.draw(streams::second_car, h, 0).chance(parameters.second_car.value());
    if (population.cars[h] == 1 && adults >= 2 && second) population.cars[h] = 2;
  }
}

void draw_dwellings(Population& population, const FigureValues& figures, const Random& random) {
  const std::uint32_t households = population.households();
  std::vector<double> luck(households);
  for (std::uint32_t h = 0; h < households; ++h) luck[h] = random.draw(streams::dwelling_rank, h, 0).uniform();
  const double flats =
      value(figures, FigureId::flats) / (value(figures, FigureId::flats) + value(figures, FigureId::houses));
  const auto in_flats = first_by(luck, static_cast<std::uint32_t>(flats * households + 0.5));
  population.dwelling.resize(households);
  for (std::uint32_t h = 0; h < households; ++h)
    population.dwelling[h] = in_flats[h] ? Dwelling::flat : Dwelling::house;
}

/// Owners are richer, older and in houses; social tenants are poorer. How much so is a guess; the counts are exact.
void draw_tenures(Population& population, const FigureValues& figures, const Random& random) {
  const std::uint32_t households = population.households();
  std::vector<double> owning(households);
  std::vector<double> social(households);
  for (std::uint32_t h = 0; h < households; ++h) {
    const double relative = std::min(2.0, population.income_per_unit_eur[h] / value(figures, FigureId::income_median));
    const auto ages = population.ages_of(h);
    const double oldest = *std::max_element(ages.begin(), ages.end());
    Draw draw = random.draw(streams::tenure_rank, h, 0);
    owning[h] =
        draw.uniform() + 0.5 * relative + 0.01 * oldest + (population.dwelling[h] == Dwelling::house ? 0.5 : 0.0);
    social[h] = draw.uniform() - 0.5 * relative;
  }
  const double shares = value(figures, FigureId::owners) + value(figures, FigureId::social_housing);
  const double scale = shares > 1 ? 1 / shares : 1;
  const auto count = [&](FigureId share) {
    return static_cast<std::uint32_t>(value(figures, share) * scale * households + 0.5);
  };
  const auto owners = first_by(owning, count(FigureId::owners));
  for (std::uint32_t h = 0; h < households; ++h) social[h] -= owners[h] ? 100 : 0;
  const auto social_tenants =
      first_by(social, std::min(count(FigureId::social_housing), households - count(FigureId::owners)));
  population.tenure.resize(households);
  for (std::uint32_t h = 0; h < households; ++h) {
    population.tenure[h] = owners[h]           ? Tenure::owner
                           : social_tenants[h] ? Tenure::social_tenant
                                               : Tenure::private_tenant;
  }
}

/// Share of an age that works or looks for work: Le Mene, INSEE RP2020 (insee.fr 7635875), scaled by rank to the site's
/// own total.
double participation(std::uint8_t age) { return age < 25 ? 0.527 : age < 55 ? 0.930 : 0.541; }

Activity inactive(std::uint8_t age) {
  if (age < 3) return Activity::child;
  if (age < 18) return Activity::pupil;
  if (age < 25) return Activity::student;
  return age >= 60 ? Activity::retired : Activity::other;
}

void draw_activities(Population& population, const FigureValues& figures, const Random& random) {
  const std::uint32_t persons = population.residents();
  std::vector<double> active(persons);
  std::vector<double> jobless(persons);
  std::uint32_t of_working_age = 0;
  for (std::uint32_t p = 0; p < persons; ++p) {
    const std::uint8_t age = population.age[p];
    const bool of_age = age >= 15 && age < 65;
    of_working_age += of_age ? 1 : 0;
    Draw draw = random.draw(streams::activity_rank, p, 0);
    active[p] = of_age ? participation(age) + draw.uniform() : -1;
    jobless[p] = draw.uniform();
  }
  const auto ratio = [&](FigureId part, FigureId whole) {
    return value(figures, whole) > 0 ? std::min(1.0, value(figures, part) / value(figures, whole)) : 0.0;
  };
  const auto count =
      static_cast<std::uint32_t>(ratio(FigureId::active_15_64, FigureId::residents_15_64) * of_working_age + 0.5);
  const auto is_active = first_by(active, count);
  for (std::uint32_t p = 0; p < persons; ++p) jobless[p] -= is_active[p] ? 0 : 100;
  const auto is_jobless = first_by(
      jobless, static_cast<std::uint32_t>(ratio(FigureId::unemployed_15_64, FigureId::active_15_64) * count + 0.5));
  population.activity.resize(persons);
  for (std::uint32_t p = 0; p < persons; ++p) {
    population.activity[p] = !is_active[p]   ? inactive(population.age[p])
                             : is_jobless[p] ? Activity::unemployed
                                             : Activity::worker;
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

Population draw_population(const FigureValues& figures, const Parameters& parameters, const Random& random) {
  Population population;
  draw_households(population, figures, random);
  draw_ages(population, figures, random);
  count_consumption_units(population);
  draw_incomes(population, figures, random);
  draw_cars(population, figures, parameters, random);
  draw_dwellings(population, figures, random);
  draw_tenures(population, figures, random);
  draw_activities(population, figures, random);
  return population;
}

}  // namespace essaim::commune
