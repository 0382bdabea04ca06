// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/stock.h"

#include <algorithm>
#include <array>
#include <span>

#include "engine/core/math.h"
#include "models/housing/streams.h"

namespace essaim::housing {

namespace {

using commune::Dwelling;
using commune::Tenure;

// CIRED/Res-IRF4 surface.csv [m2]: house, flat; owner, private tenant, social tenant.
constexpr double mean_area[2][3] = {{109.5, 87.1, 77.8}, {74.3, 53.5, 63.3}};
constexpr double light_area_m2 = 40;  // 15 to 70 (hameaux-legers.org)

/// Shares of labels F and G in 2022 by period of building (SDES-ONRE infographic): before 1949, 1949 to 1974, 1975 to
/// 1988, 1989 to 2000, later. The other labels share the rest as in the whole country: A 2, B 3, C 24, D 32, E 22; A
/// and B go to what was built last.
struct Period {
  double share;  ///< of what was not built before 1949
  double f, g;
};
constexpr std::array<Period, 5> periods = {
    {{0, 0.185, 0.15}, {0.3, 0.16, 0.10}, {0.25, 0.08, 0.02}, {0.17, 0.02, 0.01}, {0.28, 0.01, 0.005}}};
// INSEE RP2008: 29.8 % before 1949 where the figure says 15 % before 1919.
constexpr double before_1949_over_1919 = 2.0;

std::uint8_t draw_label(std::size_t period, Draw& draw) {
  const double u = draw.uniform();
  if (u < periods[period].g) return 6;
  if (u < periods[period].g + periods[period].f) return 5;
  // Of A to E, in the order of the country's shares; recent homes hold its A and B.
  constexpr std::array<double, 5> older = {0, 0, 0.25, 0.435, 0.315};
  constexpr std::array<double, 5> recent = {0.104, 0.156, 0.42, 0.22, 0.10};
  const std::array<double, 5>& shares = period == periods.size() - 1 ? recent : older;
  double v = draw.uniform();
  for (std::uint8_t label = 0; label < 4; ++label) {
    if (v < shares[label]) return label;
    v -= shares[label];
  }
  return 4;
}

/// SDES, 1 January 2020: houses gas 30, wood 18, oil 14, heat pump 9; flats gas 44, district 12, oil 4; the rest is
/// electric.
Heating draw_heating(Dwelling type, Draw& draw) {
  const double u = draw.uniform();
  if (type == Dwelling::house) {
    return u < 0.30   ? Heating::gas
           : u < 0.48 ? Heating::wood
           : u < 0.62 ? Heating::oil
           : u < 0.71 ? Heating::heat_pump
                      : Heating::electricity;
  }
  return u < 0.44 ? Heating::gas : u < 0.56 ? Heating::district : u < 0.60 ? Heating::oil : Heating::electricity;
}

std::size_t draw_period(double before_1949, Draw& draw) {
  if (draw.chance(before_1949)) return 0;
  double u = draw.uniform();
  for (std::size_t period = 1; period + 1 < periods.size(); ++period) {
    if (u < periods[period].share) return period;
    u -= periods[period].share;
  }
  return periods.size() - 1;
}

double income_of(const commune::Population& people, std::uint32_t household) {
  return people.income_per_unit_eur[household] * people.consumption_units[household];
}

double rent_per_m2(Tenure tenure, Dwelling type, const Parameters& p) {
  if (tenure == Tenure::social_tenant) return p.rent_social.value();
  return type == Dwelling::house ? p.rent_house.value() : p.rent_flat.value();
}

}  // namespace

Stock::Stock(const commune::Commune& commune, const Parameters& p, const Random& random)
    : households{commune.population.households()} {
  const auto& people = commune.population;
  double income = 0;
  for (std::uint32_t h = 0; h < households; ++h) income += income_of(people, h) / households;
  for (std::uint32_t h = 0; h < households; ++h) {
    const double relative = std::clamp(income_of(people, h) / std::max(income, 1.0), 0.1, 10.0);
    add(commune.territory.homes[h].index(), people.dwelling[h], people.tenure[h], people.persons[h], commune, p,
        random);
    area_m2[h] = static_cast<float>(area_m2[h] * math::pow(relative, p.area_income.value()));
    rent_cents[h] = static_cast<std::uint32_t>(area_m2[h] * rent_per_m2(tenure[h], type[h], p) * 100);
  }
  add_vacant(commune, p, random);
  first_light = count();
  add_light(commune, p, random);
}

void Stock::add(std::uint32_t at_node, Dwelling what, Tenure how, double persons, const commune::Commune& commune,
                const Parameters& p, const Random& random) {
  const std::uint32_t number = count();
  Draw draw = random.draw(streams::dwelling, number, 0);
  const double spread = p.surface_spread.value();
  const double factor = math::exp(spread * draw.normal() - spread * spread / 2) * (0.8 + 0.2 * persons / 2.2);
  const double mean = mean_area[static_cast<std::size_t>(what)][static_cast<std::size_t>(how)];
  const double area = std::clamp(mean * factor, 12.0, 400.0);
  const double old = std::min(0.9, before_1949_over_1919 * commune.figure(commune::FigureId::built_before_1919));
  node.push_back(at_node);
  zone.push_back(commune.territory.zone[at_node]);
  type.push_back(what);
  tenure.push_back(how);
  area_m2.push_back(static_cast<float>(area));
  label.push_back(draw_label(draw_period(old, draw), draw));
  heating.push_back(draw_heating(what, draw));
  heater_day.push_back(-static_cast<std::int32_t>(draw.uniform() * p.heater_life.value() * 1.2));
  rent_cents.push_back(static_cast<std::uint32_t>(area * rent_per_m2(how, what, p) * 100));
  const bool flat = what == Dwelling::flat;
  const std::uint32_t storey = flat ? draw.below(4) : 0;
  floor_m.push_back(static_cast<float>(p.floor_height.value() * math::exp(0.6 * draw.normal()) + 2.8 * storey));
  top_floor.push_back(flat && storey == 3 ? 1 : 0);
  coolness.push_back(static_cast<float>(random.draw(streams::indoor_heat, number, 0).uniform()));
  power.push_back(static_cast<float>(random.draw(streams::power, number, 0).uniform()));
  to_town_ms.push_back(commune.travel.car_ms(0, commune::Places::town, at_node));
}

void Stock::add_vacant(const commune::Commune& commune, const Parameters& p, const Random& random) {
  const double share = std::min(0.5, commune.figure(commune::FigureId::vacant_dwellings));
  // Vacant dwellings over main homes: second homes are left out of both.
  const auto vacant = static_cast<std::uint32_t>(households * share / (1 - share) + 0.5);
  for (std::uint32_t i = 0; i < vacant; ++i) {
    Draw draw = random.draw(streams::vacant, i, 0);
    const std::uint32_t like = draw.below(households);  // stands near, and is let or sold as, that household's home
    const auto& people = commune.population;
    add(commune.territory.homes[like].index(), people.dwelling[like], people.tenure[like], 2, commune, p, random);
  }
}

void Stock::add_light(const commune::Commune& commune, const Parameters& p, const Random& random) {
  constexpr std::uint32_t most = 1'000;  // what the measure allows
  const std::uint32_t rows = std::min(most, std::max(40u, households / 10));
  const auto& crossings = commune.territory.crossings;
  for (std::uint32_t i = 0; i < rows; ++i) {
    // Hamlets of ten to twelve, on the highest of three crossings.
    Draw draw = random.draw(streams::vacant, i / 11, 1);
    std::uint32_t site = crossings[draw.below(static_cast<std::uint32_t>(crossings.size()))].index();
    for (int other = 0; other < 2; ++other) {
      const auto candidate = crossings[draw.below(static_cast<std::uint32_t>(crossings.size()))].index();
      if (commune.territory.above_river_m[candidate] > commune.territory.above_river_m[site]) site = candidate;
    }
    add(site, Dwelling::house, Tenure::private_tenant, 2, commune, p, random);
    area_m2.back() = static_cast<float>(light_area_m2);
    label.back() = 1;
    heating.back() = Heating::wood;
    heater_day.back() = 0;
    rent_cents.back() = 17'500;  // a pitch, 100 to 250 EUR a month (hameaux-legers.org)
  }
}

}  // namespace essaim::housing
