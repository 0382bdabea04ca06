// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/readings.h"

#include <algorithm>
#include <array>

#include "models/commune/streams.h"
#include "models/commune/weather.h"

namespace essaim::commune {

namespace {

constexpr std::uint8_t frail_age = 75;

constexpr std::array table = {
    IndicatorInfo{"commune.spent",
                  "EUR",
                  {"Dépenses de la commune pour les mesures", "Spent by the commune on measures"},
                  {"Achats et aides payés par la commune depuis le début, moins ce qui lui a été payé",
                   "Purchases and aid paid by the commune since the start, less what was paid to it"},
                  Better::down,
                  Aim::none,
                  "time: point",
                  true},
    IndicatorInfo{"heat.exposed_share",
                  "1",
                  {"Habitants dans un logement trop chaud", "Residents in a home that is too hot"},
                  {"Part des habitants dont le logement est trop chaud dans la journée",
                   "Share of residents whose home is too hot in the day"},
                  Better::down,
                  Aim::resilience,
                  "time: mean"},
    IndicatorInfo{"heat.isolated_exposed",
                  "persons",
                  {"Personnes âgées seules dans un logement trop chaud", "Old people alone in a home that is too hot"},
                  {"Personnes de 75 ans et plus qui vivent seules et dont le logement est trop chaud dans la journée",
                   "Persons of 75 and over who live alone and whose home is too hot in the day"},
                  Better::down,
                  Aim::solidarity,
                  "time: mean"},
    IndicatorInfo{"heat.maximum_temperature",
                  "degC",
                  {"Température maximale", "Maximum temperature"},
                  {"Température maximale du jour", "Maximum temperature of the day"},
                  Better::neither,
                  Aim::none,
                  "time: maximum"},
    IndicatorInfo{
        "heat.excess_risk",
        "1",
        {"Hausse du risque de décès due à la chaleur", "Rise in the risk of death from heat"},
        {"Risque de décès de la population, cumulé sur les 21 jours qui suivent, en plus de celui d'un jour doux",
         "Risk of death of the population, cumulated over the 21 days that follow, above that of a mild day"},
        Better::down,
        Aim::resilience,
        "time: mean"},
};

}  // namespace

std::span<const IndicatorInfo> Readings::infos() { return table; }

Readings::Readings(const Commune& commune, const PublicColumns& town, const Random& random)
    : commune_{commune}, town_{town} {
  for (std::uint32_t h = 0; h < commune.population.households(); ++h) {
    coolness_.push_back(random.draw(streams::indoor_heat, h, 0).uniform());
  }
}

void Readings::read(std::span<double> values) {
  const Parameters& p = commune_.parameters;
  const double maximum = town_.maximum_temperature[0];
  const double in_houses = p.heat_slope.value() * std::max(0.0, maximum - p.heat_comfort.value());
  double exposed = 0;
  double isolated = 0;
  for (std::uint32_t h = 0; h < commune_.population.households(); ++h) {
    const bool flat = commune_.population.dwelling[h] == Dwelling::flat;
    if (coolness_[h] >= in_houses * (flat ? p.heat_in_flats.value() : 1.0)) continue;
    exposed += commune_.population.persons[h];
    if (commune_.population.persons[h] == 1 && commune_.population.ages_of(h)[0] >= frail_age) ++isolated;
  }
  const std::array<double, table.size()> today = {
      static_cast<double>(town_.spent_cents[0]) / 100.0,
      exposed / commune_.population.residents(),
      isolated,
      maximum,
      heat_relative_risk(maximum, p.heat_comfort.value(), p.heat_extreme.value()) - 1,
  };
  std::copy(today.begin(), today.end(), values.begin());
}

}  // namespace essaim::commune
