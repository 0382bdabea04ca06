// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "models/housing/readings.h"
#include "scenarios/validation/worlds.h"

// A year of homes, a flood and six months after it, a hot summer.

namespace essaim::validation {

namespace {

using catalogue::Scenario;
using catalogue::Shocks;

constexpr std::uint32_t year = 365;

/// Share of dwellings of a type that have label F or G.
double leaky_percent(const housing::Stock& stock, commune::Dwelling type) {
  double leaky = 0;
  double all = 0;
  for (std::uint32_t d = 0; d < stock.households; ++d) {
    if (stock.type[d] != type) continue;
    ++all;
    leaky += stock.label[d] >= 5 ? 1 : 0;
  }
  return 100 * ratio(leaky, all);
}

/// Energy used per m2 in label G over labels A and B, in percent more.
double metered_g(const housing::HouseholdColumns& homes, const housing::Setting& setting) {
  double used[2] = {0, 0};
  double area[2] = {0, 0};
  for (std::uint32_t h = 0; h < homes.table->rows(); ++h) {
    const std::uint8_t label = homes.label[h];
    if (label > 1 && label < 6) continue;
    const std::size_t row = label == 6 ? 1 : 0;
    used[row] += static_cast<double>(homes.used_wh[h]);
    area[row] += static_cast<double>(setting.stock.area_m2[homes.dwelling[h]]);
  }
  return 100 * (ratio(ratio(used[1], area[1]), ratio(used[0], area[0])) - 1);
}

double retrofitted_percent(const housing::HouseholdColumns& homes, const commune::Population& people) {
  double done = 0;
  double all = 0;
  for (std::uint32_t h = 0; h < homes.table->rows(); ++h) {
    if (people.tenure[h] != commune::Tenure::owner || people.dwelling[h] != commune::Dwelling::house) continue;
    ++all;
    done += homes.retrofits[h] > 0 ? 1 : 0;
  }
  return 100 * ratio(done, all);
}

double retrofits_with(Notebook& notes, std::vector<double> desk) {
  Scenario scenario = notes.commune(Date{2026, 1, 1}, year);
  add_variant(scenario, "retrofit_desk", std::move(desk));
  std::vector<double>& settings = scenario.variants[1].measures[0].settings;
  std::fill(settings.end() - static_cast<std::ptrdiff_t>(commune::need_count), settings.end(), 0.0);  // at once, free
  double retrofits = 0;
  notes.run(scenario, 1, Shocks::without,
            [&](auto& arm, const auto&, const auto&) { retrofits = total(arm.housing().households.retrofits); });
  return retrofits;
}

void ordinary_year(Notebook& notes) {
  notes.run(notes.commune(Date{2026, 1, 1}, year), 0, Shocks::without,
            [&](auto& arm, const auto& outcome, const auto& shared) {
              const auto& homes = arm.housing().households;
              notes.note("housing.metered_g", metered_g(homes, shared.housing));
              const auto burden = series(outcome, "housing.energy_burden");
              notes.note("housing.energy_burden", 100 * mean_of_days(burden, 30, year));
              notes.note("housing.moves", 100 * ratio(total(homes.moves), homes.table->rows()));
              notes.note("housing.label_fg_houses", leaky_percent(shared.housing.stock, commune::Dwelling::house));
              notes.note("housing.label_fg_flats", leaky_percent(shared.housing.stock, commune::Dwelling::flat));
              notes.note("housing.retrofit_owner_houses", retrofitted_percent(homes, shared.commune.population));
            });
  const double advised = retrofits_with(notes, {100'000, 0});
  const double aided = retrofits_with(notes, {1e-9, 0.1});
  if (aided > 0) notes.note("housing.advice_against_aid", advised / aided);
}

/// Share of those who had to leave that are back after so many days; NaN is left out: nobody had to leave.
void flood(Notebook& notes) {
  constexpr std::uint32_t first = 5;
  constexpr std::uint32_t six_months = first + 183;
  Scenario scenario = notes.commune(Date{2026, 1, 5}, six_months + 1);
  add_shock(scenario, "flood", first, 4, {3});
  const auto back_percent = [&](const Scenario& which) {
    double back = -1;
    notes.run(which, 0, Shocks::with, [&](auto& arm, const auto&, const auto&) {
      const auto& homes = arm.housing().households;
      double left = 0;
      double away = 0;
      for (std::uint32_t h = 0; h < homes.table->rows(); ++h) {
        left += homes.left_day[h] > 0 ? 1 : 0;
        away += homes.left_day[h] > 0 && homes.displaced[h] ? 1 : 0;
      }
      if (left > 0) back = 100 * (1 - away / left);
    });
    return back;
  };
  const double ordinary = back_percent(scenario);
  if (ordinary < 0) return;
  notes.note("housing.flood_back_at_six_months", ordinary);
  const double crews = back_percent(multiplied(scenario, notes.replicate(), {"housing.craft_firms"}, 3));
  notes.note("housing.flood_more_crews", crews - ordinary);
}

void hot_summer(Notebook& notes) {
  Scenario scenario = notes.commune(Date{2026, 7, 1}, 62);
  add_shock(scenario, "heatwave", 48, 8, {38});
  notes.run(scenario, 0, Shocks::with, [&](auto&, const auto& outcome, const auto&) {
    const auto exposed = series(outcome, "heat.exposed_share");
    // A home that is too hot on one day is so on every hotter day: the largest share counts all that ever were.
    notes.note("housing.too_hot_2023", 100 * *std::max_element(exposed.begin(), exposed.end()));
  });
}

}  // namespace

void measure_housing(Notebook& notes) {
  ordinary_year(notes);
  flood(notes);
  hot_summer(notes);
}

}  // namespace essaim::validation
