// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/core/quantity.h"
#include "engine/world/field.h"

namespace essaim::commune {

/// What a scenario may say about the making of a commune, under `[parameters.commune]`.
struct Parameters {
  Fraction bend{1.06};
  Fraction detour{1.25};
  Fraction hamlet_share{0.25};
  Persons residents_per_shop{1'200};
  Fraction ties{6};
  Fraction distant_ties{0.15};
  Fraction affinity{3};
  Fraction group_ties{2};
  Celsius half_daily_range{4.5};
  Celsius weather_spread{3.2};
  Fraction weather_memory{0.75};
  Days news_fading{5};
  Fraction second_car{0.45};
  Fraction surface_spread{0.25};
  Fraction area_income{0.25};
  Fraction local_work{0.45};
  Fraction transit_stop_rural{0.5};
  Fraction valley_slope{0.015};
  Fraction essential_spending{0.22};
  Fraction without_savings{0.113};
  Days savings_days{60};
  Fraction labour_share{0.75};
  Fraction job_loss_income{0.57};
  Fraction crisis_fund{0.03};
  Fraction measure_investment{0.1};
  EurosPerHour staff_cost{25};
  Fraction volunteer_minimum{0.5};
  Days reserve_filling{0.5};
  Celsius heat_comfort{30};
  Celsius heat_extreme{38};

  static void describe(auto& p, auto visit) {
    visit(Field{.name = "bend",
                .meaning = {"Longueur d'une route générée entre deux carrefours, rapportée à la ligne droite",
                            "Length of a generated road between two crossings, over the straight line"},
                .allowed = {1, 2},
                .plausible = {1.06, 1.06},
                .mark = Mark::measured,
                .source = "six OpenStreetMap networks, all lengths over all straight lines: 1.05 to 1.13, median 1.06"},
          p.bend);
    visit(Field{.name = "detour",
                .meaning = {"Longueur de la route de la ville la plus proche rapportée à la distance à vol d'oiseau",
                            "Length of the road to the nearest town over the straight distance"},
                .allowed = {1, 3},
                .plausible = {1.15, 1.4},
                .mark = Mark::assumption,
                .source = "guess, within what shortest ways add on six OpenStreetMap networks: 1.19 to 1.37"},
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
    visit(
        Field{
            .name = "distant_ties",
            .meaning = {"Part des liens entre ménages, hors école et travail, qui vont au-delà du voisinage",
                        "Share of ties between households, school and work apart, that reach beyond the neighbourhood"},
            .allowed = {0, 1},
            .plausible = {0.05, 0.35},
            .mark = Mark::assumption,
            .source = "guess; INED Coconel 2020 finds 66 % of people with a tie within 1 km"},
        p.distant_ties);
    visit(
        Field{.name = "affinity",
              .meaning =
                  {"Ménages tirés au sort parmi lesquels on se lie, au loin, au plus proche par l'âge (1 : au hasard)",
                   "Households drawn by lot of which one ties, far away, with the nearest in age (1: anyone)"},
              .allowed = {1, 20},
              .plausible = {1, 5},
              .mark = Mark::assumption,
              .source = "guess; that people tie with others of their age is well known, how much is not measured here"},
        p.affinity);
    visit(
        Field{.name = "group_ties",
              .meaning =
                  {"Moitié du nombre de camarades d'école ou de collègues qu'on fréquente dans la commune (2 : quatre)",
                   "Half the number of schoolmates or colleagues that a person knows in the commune (2: four)"},
              .allowed = {0, 20},
              .plausible = {1, 3},
              .mark = Mark::assumption,
              .source = "guess"},
        p.group_ties);
    visit(Field{.name = "half_daily_range",
                .meaning = {"Écart entre la température la plus haute d'un jour et sa température moyenne",
                            "A day's highest temperature above its mean temperature"},
                .allowed = {0, 15},
                .plausible = {3.5, 6.0},
                .mark = Mark::assumption,
                .source = "half of monthly maximum minus minimum at Rouen, Rennes and Cannes (climatestotravel.com, "
                          "klima.org): 3 to 5"},
          p.half_daily_range);
    visit(Field{.name = "weather_spread",
                .meaning = {"Écart habituel de la température d'un jour à la normale de saison (écart-type)",
                            "Usual gap between a day's temperature and the normal of the season (standard deviation)"},
                .allowed = {0, 10},
                .plausible = {2.5, 4.0},
                .mark = Mark::assumption,
                .source = "guess; no daily station series is read"},
          p.weather_spread);
    visit(
        Field{
            .name = "weather_memory",
            .meaning = {"Part de l'écart de température à la normale de saison qui demeure le lendemain (corrélation)",
                        "Share of a day's gap to the normal temperature that remains on the next day (correlation)"},
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
    visit(Field{.name = "second_car",
                .meaning = {"Part des ménages motorisés de deux adultes ou plus qui ont une seconde voiture",
                            "Share of households with a car and two adults or more that have a second car"},
                .allowed = {0, 1},
                .plausible = {0.35, 0.6},
                .mark = Mark::assumption,
                .source = "guess; the census of cars read here tells none from some"},
          p.second_car);
    visit(
        Field{.name = "surface_spread",
              .meaning =
                  {"Dispersion de la surface entre logements de même sorte (0 : tous égaux ; écart-type du logarithme)",
                   "Spread of floor areas among homes of the same kind (0: all equal; standard deviation of the "
                   "logarithm)"},
              .allowed = {0, 1.5},
              .plausible = {0.15, 0.35},
              .mark = Mark::assumption,
              .source = "guess; means by tenure and type are Res-IRF's (CIRED/Res-IRF4 surface.csv)"},
        p.surface_spread);
    visit(
        Field{
            .name = "area_income",
            .meaning = {"De combien de % le logement est plus grand quand le revenu du ménage est plus haut de 1 % "
                        "(élasticité)",
                        "Percent by which a home is larger when the household's income is higher by 1 % (elasticity)"},
            .allowed = {0, 1.5},
            .plausible = {0.1, 0.4},
            .mark = Mark::assumption,
            .source = "guess; areas by income were not found"},
        p.area_income);
    visit(Field{.name = "local_work",
                .meaning = {"Part des emplois de la commune que ses habitants occupent",
                            "Share of the commune's jobs that its residents hold"},
                .allowed = {0, 1},
                .plausible = {0.3, 0.6},
                .mark = Mark::assumption,
                .source =
                    "guess ordered by INSEE Premiere 1948: more than half of rural workers work in an urban commune"},
          p.local_work);
    visit(Field{.name = "transit_stop_rural",
                .meaning = {"Chance qu'une commune rurale ait un arrêt de transport collectif",
                            "Chance that a rural commune has a stop of public transport"},
                .allowed = {0, 1},
                .plausible = {0.4, 0.6},
                .mark = Mark::assumption,
                .source = "guess around UFC-Que Choisir, by the press: about half of small communes without a stop"},
          p.transit_stop_rural);
    visit(Field{.name = "valley_slope",
                .meaning = {"Pente du terrain quand on s'éloigne de la rivière (1 % : un mètre tous les cent mètres)",
                            "Slope of the land away from the river (1 %: one metre in a hundred)"},
                .allowed = {0.0001, 1},
                .plausible = {0.005, 0.03},
                .mark = Mark::assumption,
                .source = "guess; no share of dwellings in a flood zone was found for any pilot"},
          p.valley_slope);
    visit(
        Field{.name = "essential_spending",
              .meaning = {"Part du revenu qui va à des dépenses contraintes autres que logement, transport, nourriture",
                          "Share of income that must go to what is neither housing, transport nor food"},
              .allowed = {0, 0.9},
              .plausible = {0.15, 0.3},
              .mark = Mark::assumption,
              .source = "guess: what housing 22, food 18 and transport 14 % of the poorest fifth's spending leave is "
                        "46 % (INSEE Focus 203), half of it taken as binding"},
        p.essential_spending);
    visit(Field{.name = "without_savings",
                .meaning = {"Part des ménages sans aucune épargne", "Share of households without any savings"},
                .allowed = {0, 1},
                .plausible = {0.113, 0.113},
                .mark = Mark::published,
                .source = "INSEE Premiere 1899, early 2021: 11.3 % hold no financial product (insee.fr 6437977)"},
          p.without_savings);
    visit(
        Field{.name = "savings_days",
              .meaning =
                  {"Épargne disponible, en jours de revenu, que dépasse la moitié des ménages qui en ont une (médiane)",
                   "Savings at hand, in days of income, that half of the households with any exceed (median)"},
              .allowed = {0, 3'650},
              .plausible = {30, 120},
              .mark = Mark::assumption,
              .source = "guess ordered by YouGov 2015 (cbanque): 20 % could last under a week, 38 % up to a month"},
        p.savings_days);
    visit(Field{.name = "labour_share",
                .meaning = {"Part du revenu d'un ménage d'actifs qui vient du travail",
                            "Share of the income of a household with workers that comes from work"},
                .allowed = {0, 1},
                .plausible = {0.65, 0.85},
                .mark = Mark::assumption,
                .source = "guess; Filosofi gives shares of income over all households"},
          p.labour_share);
    visit(Field{.name = "job_loss_income",
                .meaning = {"Part de son ancien salaire que touche une personne qui a perdu son emploi",
                            "Share of the former wage that somebody who has lost a job receives"},
                .allowed = {0, 1},
                .plausible = {0.57, 0.57},
                .mark = Mark::published,
                .source = "57 % of the daily reference wage (openfisca-france, allocations_assurance_chomage)"},
          p.job_loss_income);
    visit(Field{.name = "measure_investment",
                .meaning = {"Part du budget annuel d'investissement que la commune peut donner aux mesures",
                            "Share of the yearly investment budget that the commune can give to measures"},
                .allowed = {0, 1},
                .plausible = {0.03, 0.2},
                .mark = Mark::assumption,
                .source = "guess; a participatory budget of 700 kEUR is 5 % of Carpentras's investment (democurieux)",
                .lever = true},
          p.measure_investment);
    visit(Field{.name = "staff_cost",
                .meaning = {"Coût d'une heure d'agent communal", "Cost of an hour of municipal staff"},
                .allowed = {0, 200},
                .plausible = {20, 32},
                .mark = Mark::assumption,
                .source = "guess: Malaunay 2021, 3,746,670 EUR of staff for a little over 100 persons of 1,600 hours "
                          "gives 23 EUR (malaunay.fr)"},
          p.staff_cost);
    visit(Field{.name = "volunteer_minimum",
                .meaning = {"Part des bénévoles dont une mesure a besoin en dessous de laquelle elle s'arrête",
                            "Share of the volunteers that a measure needs below which it stops"},
                .allowed = {0, 1},
                .plausible = {0.3, 0.7},
                .mark = Mark::assumption,
                .source = "guess"},
          p.volunteer_minimum);
    visit(Field{.name = "crisis_fund",
                .meaning = {"Part du budget annuel de fonctionnement que la commune peut donner aux mesures",
                            "Share of the yearly operating budget that the commune can give to measures"},
                .allowed = {0, 1},
                .plausible = {0.01, 0.05},
                .mark = Mark::assumption,
                .source = "guess",
                .lever = true},
          p.crisis_fund);
    visit(Field{.name = "reserve_filling",
                .meaning = {"Jours de besoin en produits secs que la commune achète par jour pour remplir sa réserve",
                            "Days of need of dry food that the commune buys each day to fill its stock"},
                .allowed = {0.01, 30},
                .plausible = {0.2, 1.0},
                .mark = Mark::assumption,
                .source = "guess",
                .lever = true},
          p.reserve_filling);
    visit(
        Field{.name = "heat_comfort",
              .meaning = {"Température la plus haute du jour à partir de laquelle des logements deviennent trop chauds",
                          "Day's highest temperature above which homes grow too hot"},
              .allowed = {20, 45},
              .plausible = {28, 32},
              .mark = Mark::assumption,
              .source =
                  "guess: about percentile 95 of summer maxima, above which deaths rise (Sante publique France 2017)"},
        p.heat_comfort);
    visit(
        Field{.name = "heat_extreme",
              .meaning = {"Température la plus haute du jour à laquelle le risque de décès vaut 1,96 fois l'ordinaire",
                          "Day's highest temperature at which the risk of death is 1.96 times the ordinary one"},
              .allowed = {30, 50},
              .plausible = {36, 40},
              .mark = Mark::assumption,
              .source = "guess: about percentile 99.9, where Pascal, Wagner and Corso (2017) place 1.96"},
        p.heat_extreme);
  }
};

}  // namespace essaim::commune
