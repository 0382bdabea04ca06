// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/grid_homes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/core/error.h"
#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

double squared_m2(const Node& node, const GridSquare& square) {
  const double dx = node.x_m - square.x_m;
  const double dy = node.y_m - square.y_m;
  return dx * dx + dy * dy;
}

/// By square, its dwellings; nodes evenly where it has none, the nearest node where it has no node either.
std::vector<std::vector<Inhabited>> dwellings_by_square(const RoadMap& map, const PopulationGrid& grid,
                                                        std::span<const Inhabited> dwellings,
                                                        std::span<const std::uint32_t> drivable, GridPlan& plan) {
  const std::size_t squares = grid.squares.size();
  std::vector<std::vector<Inhabited>> lived(squares);
  std::vector<std::vector<Inhabited>> nodes(squares);
  plan.square_of_node.assign(map.nodes.size(), no_square);
  plan.host.resize(squares);
  std::iota(plan.host.begin(), plan.host.end(), 0u);
  for (const std::uint32_t node : drivable) {
    const std::uint32_t square = grid.square_of_node[node];
    plan.square_of_node[node] = square;
    if (square != no_square) nodes[square].emplace_back(node, 1.0);
  }
  for (const Inhabited& one : dwellings) {
    const std::uint32_t square = grid.square_of_node[one.first];
    if (square != no_square) lived[square].push_back(one);
  }
  for (std::uint32_t s = 0; s < squares; ++s) {
    if (lived[s].empty()) lived[s] = nodes[s];
    std::sort(lived[s].begin(), lived[s].end());  // pairs of numbers: a total order
    if (!lived[s].empty()) continue;
    const auto nearest = *std::min_element(drivable.begin(), drivable.end(), [&](std::uint32_t a, std::uint32_t b) {
      const double da = squared_m2(map.nodes[a], grid.squares[s]);
      const double db = squared_m2(map.nodes[b], grid.squares[s]);
      return da != db ? da < db : a < b;
    });
    if (plan.square_of_node[nearest] == no_square) plan.square_of_node[nearest] = s;
    plan.host[s] = plan.square_of_node[nearest];
    lived[s] = {{nearest, 1.0}};
  }
  return lived;
}

using Columns = std::array<double, grid_columns>;
constexpr Columns weights = {0.2, 1, 1, 1, 1, 1, 1, 1, 1};

/// Small, for a large commune has half a million of them.
using Counts = std::array<std::uint8_t, grid_columns>;

Counts counts_of(const Population& people, std::uint32_t h) {
  const auto ages = people.ages_of(h);
  const auto flag = [](bool holds) { return static_cast<std::uint8_t>(holds ? 1 : 0); };
  const auto old = std::count_if(ages.begin(), ages.end(), [](std::uint8_t age) { return age >= 65; });
  return {people.persons[h],
          flag(people.persons[h] == 1),
          flag(people.persons[h] >= 5),
          flag(people.type[h] == HouseholdType::lone_parent),
          flag(people.tenure[h] == Tenure::owner),
          flag(people.dwelling[h] == Dwelling::house),
          flag(people.tenure[h] == Tenure::social_tenant),
          flag(people.is(Weakness::poor, h)),
          static_cast<std::uint8_t>(old)};
}

Columns columns_of(const GridSquare& square) {
  using enum GridCount;
  return {square.count(persons),        square.count(one_person), square.count(five_or_more),
          square.count(lone_parent),    square.count(owner),      square.count(house),
          square.count(social_housing), square.count(poor),       square.count(age_65_79) + square.count(age_80_plus)};
}

/// Households by square, and what the grid would have there.
struct Places {
  std::vector<Counts> of_household;
  std::vector<std::uint32_t> square;  ///< by household
  std::vector<Columns> wanted;        ///< by square
  std::vector<Columns> lived;
  Columns grid{};
  Columns all{};
};

Places places_of(const Population& people, std::span<const NodeId> homes, const PopulationGrid& grid,
                 const GridPlan& plan) {
  Places places;
  places.wanted.resize(grid.squares.size());
  places.lived.resize(grid.squares.size());
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    places.of_household.push_back(counts_of(people, h));
    places.square.push_back(plan.square_of_node[homes[h].index()]);
    for (std::size_t k = 0; k < grid_columns; ++k) {
      places.lived[places.square[h]][k] += places.of_household[h][k];
      places.all[k] += places.of_household[h][k];
    }
  }
  for (std::uint32_t s = 0; s < grid.squares.size(); ++s) {
    const Columns counted = columns_of(grid.squares[s]);
    for (std::size_t k = 0; k < grid_columns; ++k) {
      places.wanted[plan.host[s]][k] += counted[k];
      places.grid[k] += counted[k];
    }
  }
  for (Columns& wanted : places.wanted) {
    for (std::size_t k = 0; k < grid_columns; ++k) {
      wanted[k] = places.grid[k] > 0 ? wanted[k] * places.all[k] / places.grid[k] : 0.0;
    }
  }
  return places;
}

/// Would the two be better placed in each other's squares? Then they go there.
bool exchange(std::vector<Columns>& error, const Counts& a, std::uint32_t at_a, const Counts& b, std::uint32_t at_b) {
  Columns& ea = error[at_a];
  Columns& eb = error[at_b];
  double change = 0;
  for (std::size_t k = 0; k < grid_columns; ++k) {
    const double moved = static_cast<int>(a[k]) - static_cast<int>(b[k]);
    change += weights[k] * moved * (moved - ea[k] + eb[k]);  // half of what the sum of squares changes by
  }
  if (change > -1e-9) return false;
  for (std::size_t k = 0; k < grid_columns; ++k) {
    const double moved = static_cast<int>(a[k]) - static_cast<int>(b[k]);
    ea[k] -= moved;
    eb[k] += moved;
  }
  return true;
}

double correlation(const Places& places, std::size_t column, std::span<const std::uint8_t> inhabited) {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (std::size_t s = 0; s < places.wanted.size(); ++s) {
    if (inhabited[s] == 0) continue;
    const double a = places.wanted[s][column];
    const double b = places.lived[s][column];
    n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
  }
  const double vx = n * xx - x * x;
  const double vy = n * yy - y * y;
  if (!(vx > 0 && vy > 0)) return std::numeric_limits<double>::quiet_NaN();
  return (n * xy - x * y) / std::sqrt(vx * vy);
}

}  // namespace

std::span<const GridColumnInfo> grid_column_infos() {
  static constexpr std::array<GridColumnInfo, grid_columns> table = {
      {{"persons", "Personnes", "Persons"},
       {"one_person", "Ménages d'une personne", "One-person households"},
       {"five_or_more", "Ménages de cinq personnes ou plus", "Households of five or more"},
       {"lone_parent", "Familles monoparentales", "Lone parents"},
       {"owner", "Propriétaires", "Owners"},
       {"house", "Ménages en maison", "Households in houses"},
       {"social_housing", "Logements sociaux", "Social housing"},
       {"poor", "Ménages pauvres", "Poor households"},
       {"aged_65", "Personnes de 65 ans et plus", "Persons aged 65 and over"}}};
  return table;
}

GridHomes homes_in_grid(const RoadMap& map, const PopulationGrid& grid, std::span<const Inhabited> dwellings,
                        std::span<const std::uint32_t> drivable, std::uint32_t households, const Random& random) {
  ESSAIM_EXPECTS(grid.square_of_node.size() == map.nodes.size() && !drivable.empty());
  GridHomes result;
  const auto by_square = dwellings_by_square(map, grid, dwellings, drivable, result.plan);
  std::vector<double> shares;
  for (const GridSquare& square : grid.squares) shares.push_back(square.count(GridCount::households));
  const std::vector<std::uint32_t> counts = largest_remainder(shares, households);
  for (std::uint32_t s = 0; s < counts.size(); ++s) {
    const std::vector<Inhabited>& places = by_square[s];
    double total = 0;
    for (const auto& [node, weight] : places) total += weight;
    for (const auto& [node, weight] : places) {
      if (counts[s] > 0) result.dwellings.emplace_back(node, weight / total * counts[s]);
    }
    const double start = random.draw(streams::square_home, s, 0).uniform();
    std::size_t at = 0;
    double reached = places.front().second;
    for (std::uint32_t h = 0; h < counts[s]; ++h) {
      const double wanted = (h + start) / counts[s] * total;
      while (reached < wanted && at + 1 < places.size()) reached += places[++at].second;
      result.homes.emplace_back(places[at].first);
    }
  }
  std::sort(result.dwellings.begin(), result.dwellings.end());  // pairs of numbers: a total order
  // By node; homes at one node are alike, so the key need not be unique.
  std::sort(result.homes.begin(), result.homes.end(), [](NodeId a, NodeId b) { return a.index() < b.index(); });
  return result;
}

void exchange_between_squares(Population& population, std::span<const NodeId> homes, const PopulationGrid& grid,
                              const GridPlan& plan, const Random& random) {
  constexpr std::uint64_t trials_a_household = 200;
  constexpr std::uint64_t most_trials = 4'000'000;
  Places places = places_of(population, homes, grid, plan);
  std::vector<Columns>& error = places.lived;
  for (std::size_t s = 0; s < error.size(); ++s) {
    for (std::size_t k = 0; k < grid_columns; ++k) error[s][k] -= places.wanted[s][k];
  }
  const std::uint32_t households = population.households();
  std::vector<std::uint32_t> order(households);
  std::iota(order.begin(), order.end(), 0u);
  const auto trials = static_cast<std::uint32_t>(std::min(most_trials, trials_a_household * households));
  for (std::uint32_t trial = 0; trial < trials; ++trial) {
    Draw draw = random.draw(streams::square_exchange, trial, 0);
    const std::uint32_t a = draw.below(households);
    const std::uint32_t b = draw.below(households);
    if (places.square[a] == places.square[b]) continue;
    const bool better = exchange(error, places.of_household[order[a]], places.square[a], places.of_household[order[b]],
                                 places.square[b]);
    if (better) std::swap(order[a], order[b]);
  }
  population = in_order(population, order);
}

std::vector<GridFit> grid_fit(const Population& population, std::span<const NodeId> homes, const PopulationGrid& grid,
                              const GridPlan& plan) {
  const Places places = places_of(population, homes, grid, plan);
  std::vector<std::uint8_t> inhabited(grid.squares.size(), 0);
  for (const std::uint32_t square : places.square) inhabited[square] = 1;
  std::vector<GridFit> fits;
  for (std::size_t k = 0; k < grid_columns; ++k) {
    GridFit fit{static_cast<GridColumn>(k), places.grid[k], places.all[k]};
    for (std::size_t s = 0; s < places.wanted.size(); ++s) {
      fit.misplaced += std::max(0.0, places.lived[s][k] - places.wanted[s][k]);
    }
    fit.misplaced = fit.lived > 0 ? fit.misplaced / fit.lived : 0.0;
    fit.correlation = correlation(places, k, inhabited);
    fits.push_back(fit);
  }
  return fits;
}

}  // namespace essaim::commune
