// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/grid_figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

#include "models/commune/population.h"
#include "models/commune/population_grid.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/pilot_checks.h"
#include "scenarios/reader/quantity_text.h"

namespace essaim::reader {

namespace {

using commune::Figure;
using commune::FigureId;
using commune::GridCount;
using commune::PopulationGrid;
using commune::Site;

constexpr double oldest = 111;

/// Years of age from `low` to below `below`.
struct Ages {
  double low, below;
};

/// In the order of `GridCount::age_0_3` and after.
constexpr std::array<Ages, 10> classes = {
    {{0, 4}, {4, 6}, {6, 11}, {11, 18}, {18, 25}, {25, 40}, {40, 55}, {55, 65}, {65, 80}, {80, oldest}}};

double overlap(Ages a, Ages b) { return std::max(0.0, std::min(a.below, b.below) - std::max(a.low, b.low)); }

/// Of those whose age the grid knows, the share within `wanted`.
double share_of_members(const PopulationGrid& grid, Ages wanted) {
  double within = 0;
  double all = 0;
  for (std::size_t c = 0; c < classes.size(); ++c) {
    const double count = grid.sum(static_cast<GridCount>(static_cast<std::size_t>(GridCount::age_0_3) + c));
    within += count * overlap(classes[c], wanted) / (classes[c].below - classes[c].low);
    all += count;
  }
  return all > 0 ? within / all : 0;
}

double share_of_care_homes(Ages wanted) {
  double within = 0;
  for (const commune::CareHomeAges& c : commune::care_home_ages) {
    const Ages ages = {static_cast<double>(c.low), static_cast<double>(c.low + c.span)};
    within += c.share * overlap(ages, wanted) / (ages.below - ages.low);
  }
  return within;
}

/// Fills figures and remembers which.
class Filling {
 public:
  Filling(Site& site, const PopulationGrid& grid) : site_{site}, grid_{grid} {}

  void fill() {
    const double households = grid_.sum(GridCount::households);
    const auto share = [&](FigureId id, GridCount part) {
      if (!has(id)) set(id, grid_.sum(part) / households, commune::grid_count_names[static_cast<std::size_t>(part)]);
    };
    share(FigureId::one_person_households, GridCount::one_person);
    share(FigureId::households_of_five, GridCount::five_or_more);
    share(FigureId::lone_parents, GridCount::lone_parent);
    share(FigureId::owners, GridCount::owner);
    share(FigureId::social_housing, GridCount::social_housing);
    fill_dwellings();
    fill_ages();
  }

  /// Takes away what contradicts the file's own figures, one after the other.
  std::vector<std::string> settle() {
    std::vector<std::string> left_out;
    while (const auto found = find_contradiction(site_)) {
      const auto is_filled = [&](FigureId id) { return std::ranges::find(filled_, id) != filled_.end(); };
      const auto culprit = std::ranges::find_if(found->about, is_filled);
      if (culprit == found->about.end()) break;  // the file's own: refused elsewhere
      for (const FigureId id : group_of(*culprit)) {
        if (!is_filled(id)) continue;
        site_.figures[static_cast<std::size_t>(id)] = {};
        std::erase(filled_, id);
        left_out.emplace_back(figure_info(id).name);
      }
    }
    return left_out;
  }

 private:
  static constexpr std::array dwellings = {FigureId::houses, FigureId::flats};
  static constexpr std::array ages = {FigureId::age_0_14,  FigureId::age_15_29, FigureId::age_30_44,
                                      FigureId::age_45_59, FigureId::age_60_74, FigureId::age_75_plus};

  static std::vector<FigureId> group_of(FigureId id) {
    for (const std::span<const FigureId> group :
         {std::span<const FigureId>{dwellings}, std::span<const FigureId>{ages}}) {
      if (std::ranges::find(group, id) != group.end()) return {group.begin(), group.end()};
    }
    return {id};
  }

  bool has(FigureId id) const { return site_.figures[static_cast<std::size_t>(id)].present; }

  void set(FigureId id, double value, std::string_view terms) {
    Figure figure;
    figure.value = std::round(value * 1e6) / 1e6;
    figure.range = {figure.value, figure.value};
    figure.year = grid_.year;
    figure.source = grid_.source + " (computed: " + std::string{terms} + " over " +
                    std::to_string(grid_.squares.size()) + " squares)";
    figure.mark = Mark::published;
    figure.present = true;
    site_.figures[static_cast<std::size_t>(id)] = figure;
    filled_.push_back(id);
  }

  void fill_dwellings() {
    const double all = grid_.sum(GridCount::house) + grid_.sum(GridCount::flat);
    if (has(FigureId::houses) || has(FigureId::flats) || all <= 0) return;
    set(FigureId::houses, grid_.sum(GridCount::house) / all, "men_mais of men_mais + men_coll");
    set(FigureId::flats, 1 - site_.value(FigureId::houses), "men_coll of men_mais + men_coll");
  }

  void fill_ages() {
    const double residents = site_.value(FigureId::population);
    const double in_care = residents > 0 ? site_.value(FigureId::care_home_residents) / residents : 0;
    const auto share = [&](Ages wanted) {
      return (1 - in_care) * share_of_members(grid_, wanted) + in_care * share_of_care_homes(wanted);
    };
    if (share_of_members(grid_, {0, oldest}) <= 0) return;
    constexpr std::string_view terms = "ind_0_3 to ind_80p, spread evenly over the years of each class";
    if (std::ranges::none_of(ages, [&](FigureId id) { return has(id); })) {
      for (std::size_t i = 0; i < ages.size(); ++i) {
        const auto low = static_cast<double>(15 * i);
        set(ages[i], share({low, i + 1 < ages.size() ? low + 15 : oldest}), terms);
      }
    }
    if (!has(FigureId::residents_15_64)) {
      set(FigureId::residents_15_64, std::round(residents * share({15, 65})), terms);
    }
  }

  Site& site_;
  const PopulationGrid& grid_;
  std::vector<FigureId> filled_;
};

std::string count_text(double count, std::string_view what) {
  return rounded_text(std::round(count)) + " " + std::string{what};
}

}  // namespace

std::vector<std::string> add_grid_figures(Site& site) {
  if (!site.grid) return {};
  Filling filling{site, *site.grid};
  filling.fill();
  return filling.settle();
}

std::vector<std::string> grid_notes(const Site& site, const std::vector<std::string>& left_out) {
  if (!site.grid) return {};
  const PopulationGrid& grid = *site.grid;
  std::vector<std::string> notes;
  const double households = grid.sum(GridCount::households);
  notes.push_back(count_text(static_cast<double>(grid.squares.size()),
                             grid.squares.size() == 1 ? "square of the grid, " : "squares of the grid, ") +
                  std::to_string(grid.imputed()) +
                  " of them imputed by INSEE: " + count_text(households, "fiscal households and ") +
                  count_text(grid.sum(GridCount::persons), "persons, scaled to the ") +
                  count_text(site.value(FigureId::households), "households of the site"));
  if (grid.year == 0) notes.emplace_back("the grid's year is not said, add it: grid = { file = \"...\", year = 2019 }");
  if (grid.shared > 0) {
    notes.push_back("squares that lie in other communes, too: " + std::to_string(grid.shared) +
                    " (each commune is given an even share)");
  }
  if (!left_out.empty()) {
    notes.push_back("left out of the grid, for the file's own figures say otherwise: " + listed(left_out));
  }
  if (!site.map) {
    notes.emplace_back(
        "the grid gives figures alone: without a territory, where people live is generated and does not follow it");
  }
  return notes;
}

}  // namespace essaim::reader
