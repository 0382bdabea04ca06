// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/readings.h"

#include <algorithm>
#include <array>

#include "models/commune/weather.h"

namespace essaim::commune {

namespace {

constexpr std::array table = {
    IndicatorInfo{
        "commune.spent",
        "EUR",
        {"Dépenses de la commune pour les mesures", "Spent by the commune on measures"},
        {"Achats, aides et argent donné aux mesures par la commune depuis le début, moins ce qui lui a été payé",
         "Purchases, aid and money given to measures by the commune since the start, less what was paid to it"},
        Better::down,
        Aim::none,
        running_total,
        true},
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

Readings::Readings(const Commune& commune, const PublicColumns& town) : commune_{commune}, town_{town} {}

void Readings::read_groups(std::span<double>) {}

void Readings::read(std::span<double> values) {
  const Parameters& p = commune_.parameters;
  const double maximum = town_.maximum_temperature[0];
  const std::array<double, table.size()> today = {
      static_cast<double>(town_.spent_cents[0]) / 100.0,
      maximum,
      heat_relative_risk(maximum, p.heat_comfort.value(), p.heat_extreme.value()) - 1,
  };
  std::copy(today.begin(), today.end(), values.begin());
}

}  // namespace essaim::commune
