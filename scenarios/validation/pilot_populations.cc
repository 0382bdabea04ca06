// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "models/commune/commune.h"
#include "scenarios/validation/national.h"
#include "scenarios/validation/road_shape.h"
#include "scenarios/validation/validation.h"

// The population drawn for a pilot against figures of that pilot, and its roads against real ones. First and third
// quartile of Filosofi are given for 8 pilots and used nowhere in the draw, which meets D1, median, D9 and the poverty
// rate of 7 pilots.

namespace essaim::validation {

namespace {

using commune::Commune;
using commune::FigureId;
using commune::Site;

/// Incomes of persons, sorted: everybody has the income per consumption unit of the household. Filosofi counts so.
std::vector<double> incomes_of_persons(const commune::Population& people) {
  std::vector<double> incomes;
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    incomes.insert(incomes.end(), people.persons[h], people.income_per_unit_eur[h]);
  }
  std::sort(incomes.begin(), incomes.end());
  return incomes;
}

double quantile(const std::vector<double>& sorted, double q) {
  return sorted[static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1))];
}

/// Nothing stands in: the pilot's own figure, or no comparison.
bool is_given(const commune::Figure& figure) { return figure.present && !figure.stand_in; }

double percent_off(double drawn, double target) { return 100 * (drawn / target - 1); }

/// The known margin that is furthest from its figure: shares in points, the rest in percent.
double largest_margin_error(const Commune& commune) {
  double worst = 0;
  for (const commune::Margin& margin : commune::margins(commune)) {
    const bool income = margin.figure == FigureId::income_d1 || margin.figure == FigureId::income_median ||
                        margin.figure == FigureId::income_d9 || margin.figure == FigureId::poverty_rate;
    if (income || !margin.known) continue;  // the law of incomes is fitted to these; what is not known gives way
    if (std::abs(margin.unit_error()) <= 2) continue;  // whole persons and households
    const bool share = commune::figure_info(margin.figure).unit == "1";
    const double error = share ? 100 * (margin.drawn - margin.target) : percent_off(margin.drawn, margin.target);
    worst = std::max(worst, std::abs(error));
  }
  return worst;
}

}  // namespace

std::vector<Measured> measure_population(const Site& pilot, std::uint64_t seed) {
  const commune::Parameters parameters;
  const Random random{seed, 0, pilot.id};
  const Commune commune =
      commune::make_commune(pilot, parameters, commune::Uncertainty::fixed, {Date{2026, 6, 1}, 1, {}, {}}, random);
  const std::vector<double> incomes = incomes_of_persons(commune.population);
  const double own =
      commune.ties.mean_degree(commune::TieKind::neighbour) + commune.ties.mean_degree(commune::TieKind::affinity);
  std::vector<Measured> measured = {{"population.margins", largest_margin_error(commune)},
                                    {"population.mean_ties", own / parameters.ties.value()}};
  if (!pilot.map) {
    const RoadShape roads = road_shape(commune.territory);
    measured.push_back({"roads.degree", roads.degree});
    measured.push_back({"roads.dead_ends", 100 * roads.dead_ends});
    measured.push_back({"roads.detour", roads.detour});
    measured.push_back({"roads.length", roads.road_m});
  }
  const auto compare_quartile = [&](std::string_view id, FigureId figure, double q) {
    const commune::Figure& given = pilot.figures[static_cast<std::size_t>(figure)];
    if (is_given(given)) measured.push_back({id, percent_off(quantile(incomes, q), given.value)});
  };
  compare_quartile("population.income_q1", FigureId::income_q1, 0.25);
  compare_quartile("population.income_q3", FigureId::income_q3, 0.75);
  const commune::Figure& poverty = pilot.figures[static_cast<std::size_t>(FigureId::poverty_rate)];
  if (is_given(poverty)) {
    const auto below = std::lower_bound(incomes.begin(), incomes.end(), 0.6 * national_median_eur);
    const double share = static_cast<double>(below - incomes.begin()) / static_cast<double>(incomes.size());
    measured.push_back({"population.poverty_rate", 100 * (share - poverty.value)});
  }
  return measured;
}

}  // namespace essaim::validation
