// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/core/quantity.h"
#include "engine/world/field.h"

namespace essaim::commune {

/// What a scenario may say about the making of a commune, under `[parameters.commune]`.
struct Parameters {
  Fraction detour{1.25};
  Fraction hamlet_share{0.25};
  Persons residents_per_shop{1'200};
  Fraction ties{6};
  Fraction distant_ties{0.15};
  Celsius half_daily_range{4.5};
  Celsius weather_spread{3.2};
  Fraction weather_memory{0.75};
  Days news_fading{5};
  Fraction crisis_fund{0.01};
  Days reserve_filling{0.5};
  Celsius heat_comfort{30};
  Celsius heat_extreme{38};
  PerCelsius heat_slope{0.03};
  Fraction heat_in_flats{3};

  static void describe(auto& p, auto visit) {
    visit(Field{.name = "detour",
                .meaning = {"Longueur d'une route rapportée à la distance à vol d'oiseau de ses bouts",
                            "Length of a road over the straight distance of its ends"},
                .allowed = {1, 3},
                .plausible = {1.15, 1.4},
                .mark = Mark::assumption,
                .source = "guess; generated roads stand in for real ones"},
          p.detour);
    visit(Field{.name = "hamlet_share",
                .meaning = {"Part des ménages ruraux qui vivent hors du bourg",
                            "Share of rural households living outside the main village"},
                .allowed = {0, 0.95},
                .plausible = {0.1, 0.5},
                .mark = Mark::assumption,
                .source = "guess; no settlement map is read"},
          p.hamlet_share);
    visit(
        Field{.name = "residents_per_shop",
              .meaning = {"Habitants par commerce alimentaire de la commune", "Residents per food shop in the commune"},
              .allowed = {50, 100'000},
              .plausible = {800, 2'000},
              .mark = Mark::assumption,
              .source = "guess around the Diag360 bounds of 0.45 to 0.65 groceries per 1,000 residents"},
        p.residents_per_shop);
    visit(Field{.name = "ties",
                .meaning = {"Ménages qu'un ménage connaît assez pour en être influencé",
                            "Households that a household knows well enough to be moved by"},
                .allowed = {2, 20},
                .plausible = {4, 8},
                .mark = Mark::assumption,
                .source = "guess; order of the 4 to 8 nearest neighbours used by comparable models"},
          p.ties);
    visit(Field{.name = "distant_ties",
                .meaning = {"Part de ces liens qui vont au-delà du voisinage",
                            "Share of these ties that reach beyond the neighbourhood"},
                .allowed = {0, 1},
                .plausible = {0.05, 0.35},
                .mark = Mark::assumption,
                .source = "guess; INED Coconel 2020 finds 66 % of people with a tie within 1 km"},
          p.distant_ties);
    visit(Field{.name = "half_daily_range",
                .meaning = {"Écart entre le maximum du jour et sa moyenne", "Day's maximum temperature above its mean"},
                .allowed = {0, 15},
                .plausible = {3.5, 6.0},
                .mark = Mark::assumption,
                .source = "half of monthly maximum minus minimum at Rouen, Rennes and Cannes (climatestotravel.com, "
                          "klima.org): 3 to 5"},
          p.half_daily_range);
    visit(Field{.name = "weather_spread",
                .meaning = {"Écart-type de la température d'un jour autour de la normale",
                            "Standard deviation of a day's temperature around the normal"},
                .allowed = {0, 10},
                .plausible = {2.5, 4.0},
                .mark = Mark::assumption,
                .source = "guess; no daily station series is read"},
          p.weather_spread);
    visit(Field{.name = "weather_memory",
                .meaning = {"Corrélation de la température d'un jour avec celle de la veille",
                            "Correlation of a day's temperature with the day before"},
                .allowed = {0, 0.99},
                .plausible = {0.65, 0.85},
                .mark = Mark::assumption,
                .source = "guess; no daily station series is read"},
          p.weather_memory);
    visit(Field{.name = "news_fading",
                .meaning = {"Temps au bout duquel une nouvelle alarmante a perdu 63 % de sa force",
                            "Time after which alarming news has lost 63 % of its strength"},
                .allowed = {0.5, 60},
                .plausible = {3, 8},
                .mark = Mark::assumption,
                .source = "probe calibrated on French sales of March 2020 (Nielsen, IRI): 5 days"},
          p.news_fading);
    visit(Field{.name = "crisis_fund",
                .meaning = {"Part du budget annuel de fonctionnement que la commune peut donner aux mesures",
                            "Share of the yearly operating budget that the commune can give to measures"},
                .allowed = {0, 1},
                .plausible = {0.005, 0.03},
                .mark = Mark::assumption,
                .source = "guess",
                .lever = true},
          p.crisis_fund);
    visit(Field{.name = "reserve_filling",
                .meaning = {"Jours de besoin que la commune achète par jour pour remplir sa réserve",
                            "Days of need that the commune buys each day to fill its stock"},
                .allowed = {0.01, 30},
                .plausible = {0.2, 1.0},
                .mark = Mark::assumption,
                .source = "guess",
                .lever = true},
          p.reserve_filling);
    visit(
        Field{.name = "heat_comfort",
              .meaning = {"Maximum du jour à partir duquel des logements deviennent trop chauds",
                          "Day's maximum above which homes grow too hot"},
              .allowed = {20, 45},
              .plausible = {28, 32},
              .mark = Mark::assumption,
              .source =
                  "guess: about percentile 95 of summer maxima, above which deaths rise (Sante publique France 2017)"},
        p.heat_comfort);
    visit(Field{.name = "heat_extreme",
                .meaning = {"Maximum du jour auquel le risque relatif de décès vaut 1,96",
                            "Day's maximum at which the relative risk of death is 1.96"},
                .allowed = {30, 50},
                .plausible = {36, 40},
                .mark = Mark::assumption,
                .source = "guess: about percentile 99.9, where Pascal, Wagner and Corso (2017) place 1.96"},
          p.heat_extreme);
    visit(Field{.name = "heat_slope",
                .meaning = {"Part des maisons qui deviennent trop chaudes par degré de plus",
                            "Share of houses that grow too hot for each further degree"},
                .allowed = {0, 1},
                .plausible = {0.01, 0.05},
                .mark = Mark::assumption,
                .source = "guess ordered by 55 to 59 % of people too hot for a day or more in 2023 (RTE-Ipsos)"},
          p.heat_slope);
    visit(Field{.name = "heat_in_flats",
                .meaning = {"Fréquence des appartements trop chauds rapportée à celle des maisons",
                            "How often flats are too hot, relative to houses"},
                .allowed = {1, 10},
                .plausible = {3, 3},
                .mark = Mark::published,
                .source = "RTE-Ipsos 2023, by the press: flats three times as often as houses"},
          p.heat_in_flats);
  }
};

}  // namespace essaim::commune
