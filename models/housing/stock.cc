// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/stock.h"

#include <algorithm>

#include "engine/core/math.h"
#include "models/housing/streams.h"

namespace essaim::housing {

namespace {

using commune::Dwelling;
using commune::Tenure;

constexpr float light_area_m2 = 40;  // 15 to 70 (hameaux-legers.org)

double rent_per_m2(Tenure tenure, Dwelling type, const Parameters& p) {
  if (tenure == Tenure::social_tenant) return p.rent_social.value();
  return type == Dwelling::house ? p.rent_house.value() : p.rent_flat.value();
}

}  // namespace

Stock::Stock(const commune::Commune& commune, const Parameters& p, const Random& random)
    : households{commune.population.households()} {
  const auto& people = commune.population;
  for (std::uint32_t h = 0; h < households; ++h) {
    const Home home{people.dwelling[h], people.tenure[h], people.label[h], people.heating[h], people.area_m2[h]};
    add(commune.territory.homes[h].index(), home, commune, p, random);
  }
  add_vacant(commune, p, random);
  first_light = count();
  add_light(commune, p, random);
}

void Stock::add(std::uint32_t at_node, const Home& home, const commune::Commune& commune, const Parameters& p,
                const Random& random) {
  const std::uint32_t number = count();
  Draw draw = random.draw(streams::dwelling, number, 0);
  node.push_back(at_node);
  zone.push_back(commune.territory.zone[at_node]);
  type.push_back(home.type);
  tenure.push_back(home.tenure);
  area_m2.push_back(home.area_m2);
  label.push_back(home.label);
  heating.push_back(home.heating);
  heater_day.push_back(-static_cast<std::int32_t>(draw.uniform() * p.heater_life.value() * 1.2));
  rent_cents.push_back(static_cast<std::uint32_t>(home.area_m2 * rent_per_m2(home.tenure, home.type, p) * 100));
  const bool flat = home.type == Dwelling::flat;
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
  constexpr double mean_persons = 2;
  for (std::uint32_t i = 0; i < vacant; ++i) {
    Draw draw = random.draw(streams::vacant, i, 0);
    const std::uint32_t like = draw.below(households);  // stands near, and is let or sold as, that household's home
    const auto& people = commune.population;
    const Dwelling what = people.dwelling[like];
    const Tenure how = people.tenure[like];
    // Of the same years, and so as leaky as its neighbours.
    const std::uint8_t energy = commune::draw_label(people.period[like], draw);
    const Heating heated = commune::draw_heating(what, draw);
    const double area = commune::draw_area_m2(what, how, mean_persons, commune.parameters.surface_spread.value(), draw);
    add(commune.territory.homes[like].index(), {what, how, energy, heated, static_cast<float>(area)}, commune, p,
        random);
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
    constexpr std::uint8_t well_insulated = 1;
    add(site, {Dwelling::house, Tenure::private_tenant, well_insulated, Heating::wood, light_area_m2}, commune, p,
        random);
    heater_day.back() = 0;
    rent_cents.back() = 17'500;  // a pitch, 100 to 250 EUR a month (hameaux-legers.org)
  }
}

}  // namespace essaim::housing
