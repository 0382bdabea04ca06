// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/core/quantity.h"
#include "engine/world/field.h"

namespace essaim::mobility {

/// What a scenario may say about mobility, under `[parameters.mobility]`. Coefficients of the choice of mode are those
/// published for Ile-de-France; the shifts that bring it near French shares by type of area are assumptions.
struct Parameters {
  PerDay work_trips{1.043};
  Fraction weekend_work{0.15};
  Fraction commute_stop{0.15};
  Kilometres commute_distance{13};
  Fraction commute_spread{0.8};
  Fraction school_presence{0.95};
  PerDay trips{3.0};
  PerDay care_visits{0.012};
  PerDay shopping_rhythm{0.36};
  PerMinute habit_decay{0.08};
  Fraction town_pull{4.0};
  Kilometres leisure_distance{18};
  PerEuro cost_weight{-0.206};
  Fraction cost_distance{-0.4};
  Fraction car_constant{1.35};
  PerMinute car_minute{-0.06};
  PerMinute transit_minute{-0.017};
  PerMinute wait_minute{-0.0484};
  PerMinute access_minute{-0.0804};
  Fraction transfer{-0.17};
  Fraction bike_constant{-2.0};
  PerMinute bike_minute{-0.05};
  PerYear bike_age{-0.0496};
  Fraction walk_constant{1.43};
  PerMinute walk_minute{-0.15};
  Fraction car_shift_rural{1.0};
  Fraction car_shift_town{0.2};
  Fraction bike_shift{0.6};
  Fraction walk_shift{0.0};
  Fraction transit_shift{-0.9};
  Fraction lift_shift{-1.4};
  Fraction income_weight{0.5};
  Fraction postponing{0.4};
  Minutes transit_headway_rural{90};
  Minutes transit_headway_town{20};
  Fraction transit_slowness{1.6};
  Minutes transit_access{7};
  Euros fare{1.5};
  KilometresPerHour bike_speed{15};
  Kilometres bike_reach{12};
  Fraction cycle_comfort{1.2};
  Fraction cycle_speed{0.1};
  Fraction bike_climb{0.07};
  Fraction bike_descent{0.045};
  KilometresPerHour walk_speed{4.5};
  Kilometres walk_reach{5};
  Fraction carpool_ordinary{0.1};
  Fraction carpool_match{0.5};
  Minutes carpool_meeting{5};
  Fraction carpool_cost{0.5};
  Fraction neighbour_lift{0.5};
  Fraction lift_detour{0.5};
  EurosPerLitre fuel_price{1.75};
  LitresPerHundredKilometres consumption{6.5};
  EurosPerKilometre wear{0.05};
  EurosPerYear fixed_car_cost{1000};
  Litres tank{50};
  Fraction refuel_below{0.25};
  Fraction worried_refuel{0.6};
  Days station_stock{4};
  Fraction peak_share{0.3};
  Fraction through_traffic{1};
  Fraction heavy_cost{0.15};
  KilogramsPerKilometre car_co2{0.218};
  KilogramsPerKilometre carpool_co2{0.109};
  KilogramsPerKilometre transit_co2{0.05};
  KilogramsPerKilometre bike_co2{0.00017};

  static void describe(auto& p, auto visit) {
    visit(Field{.name = "work_trips",
                .meaning = {"Déplacements entre domicile et travail par actif et par jour de la semaine, samedi et "
                            "dimanche compris",
                            "Trips to and from work per worker and day, weekends included"},
                .allowed = {0, 3},
                .plausible = {1.043, 1.043},
                .mark = Mark::published,
                .source = "EMP 2019 (SDES): 7.3 trips to or from work a week and worker"},
          p.work_trips);
    visit(
        Field{.name = "weekend_work",
              .meaning = {"Chance d'aller travailler un jour de fin de semaine rapportée à celle d'un jour de semaine",
                          "Chance of going to work on a weekend day over that of a weekday"},
              .allowed = {0, 1},
              .plausible = {0.08, 0.25},
              .mark = Mark::assumption,
              .source = "guess"},
        p.weekend_work);
    visit(Field{.name = "commute_stop",
                .meaning = {"Part des trajets de travail en semaine où l'on s'arrête ailleurs en route",
                            "Share of weekday commutes with a stop elsewhere on the way"},
                .allowed = {0, 1},
                .plausible = {0.15, 0.15},
                .mark = Mark::published,
                .source = "EMP 2019 (SDES): 15 % of weekday commutes have another stop"},
          p.commute_stop);
    visit(Field{.name = "commute_distance",
                .meaning =
                    {"Distance au travail que dépasse la moitié de ceux qui travaillent hors de la commune (médiane)",
                     "Distance to work that half of those who work outside the commune exceed (median)"},
                .allowed = {1, 100},
                .plausible = {13, 13},
                .mark = Mark::published,
                .source = "INSEE Premiere 1948 (2019): half of rural workers go further than 13 km"},
          p.commute_distance);
    visit(
        Field{
            .name = "commute_spread",
            .meaning =
                {"Dispersion des distances, au travail ou en sortie, faites hors de la commune (écart-type du "
                 "logarithme)",
                 "Spread of distances, to work or outings, outside the commune (standard deviation of the logarithm)"},
            .allowed = {0, 2},
            .plausible = {0.65, 0.95},
            .mark = Mark::assumption,
            .source = "guess ordered by EMP 2019: 71 % of trips under 10 km, 1.5 % over 100 km"},
        p.commute_spread);
    visit(Field{.name = "school_presence",
                .meaning = {"Part des élèves présents un jour de classe", "Share of pupils present on a school day"},
                .allowed = {0, 1},
                .plausible = {0.92, 0.98},
                .mark = Mark::assumption,
                .source = "guess"},
          p.school_presence);
    visit(
        Field{
            .name = "trips",
            .meaning = {"Déplacements par personne un jour de semaine (le nombre de sorties est réglé pour y arriver)",
                        "Trips per person on a weekday (the number of outings is set to reach it)"},
            .allowed = {0, 10},
            .plausible = {3.0, 3.0},
            .mark = Mark::published,
            .source = "EMP 2019 (SDES): 3 trips a day"},
        p.trips);
    visit(Field{.name = "care_visits",
                .meaning = {"Visites à un soignant par adulte et par jour", "Visits to a carer per adult and day"},
                .allowed = {0, 1},
                .plausible = {0.008, 0.02},
                .mark = Mark::assumption,
                .source = "guess: four or five visits a year"},
          p.care_visits);
    visit(
        Field{
            .name = "shopping_rhythm",
            .meaning =
                {"Courses alimentaires par ménage et par jour, là où le thème de l'alimentation ne les décide pas",
                 "Food shopping trips per household and day, where the food theme does not decide them"},
            .allowed = {0, 2},
            .plausible = {0.3, 0.45},
            .mark = Mark::assumption,
            .source =
                "guess: about 2.5 a week; INSEE Premiere 636 (1999): of supermarket users 40 % go once a week or less"},
        p.shopping_rhythm);
    visit(
        Field{.name = "habit_decay",
              .meaning =
                  {"Part de l'attrait d'un lieu de sortie perdue par minute de trajet (0 : la distance ne compte pas)",
                   "Share of the attraction of a place to go to lost per minute of way (0: distance does not count)"},
              .allowed = {0, 1},
              .plausible = {0.05, 0.12},
              .mark = Mark::assumption,
              .source = "guess; the same order as for food shops"},
        p.habit_decay);
    visit(Field{.name = "town_pull",
                .meaning = {"Attrait de la ville pour une sortie, les lieux de la commune comptant pour 8 à eux tous",
                            "Attraction of the town for an outing, the places of the commune counting 8 all together"},
                .allowed = {0, 100},
                .plausible = {2.5, 6},
                .mark = Mark::assumption,
                .source = "guess, in sight of distances of EMP 2019; places of the commune together weigh 8"},
          p.town_pull);
    visit(Field{.name = "leisure_distance",
                .meaning = {"Distance que dépasse la moitié des sorties faites hors de la commune (médiane)",
                            "Distance that half of the outings outside the commune exceed (median)"},
                .allowed = {1, 100},
                .plausible = {12, 24},
                .mark = Mark::assumption,
                .source = "guess ordered by EMP 2019: 40 % of rural trips are of 10 to 100 km"},
          p.leisure_distance);
    visit(
        Field{.name = "cost_weight",
              .meaning =
                  {"Poids d'un euro dans le choix du moyen de transport, sur 40 km (négatif : il dissuade ; utilité)",
                   "Weight of one euro in the choice of transport, on a trip of 40 km (negative: it deters; utility)"},
              .allowed = {-5, 0},
              .plausible = {-0.206, -0.206},
              .mark = Mark::published,
              .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
        p.cost_weight);
    visit(Field{.name = "cost_distance",
                .meaning = {"De combien de % change le poids d'un euro dans le choix du transport sur un trajet plus "
                            "long de 1 % (exposant)",
                            "Percent by which the weight of a euro in the choice of transport changes on a trip longer "
                            "by 1 % (exponent)"},
                .allowed = {-2, 0},
                .plausible = {-0.4, -0.4},
                .mark = Mark::published,
                .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
          p.cost_distance);
    visit(Field{.name = "car_constant",
                .meaning =
                    {"Attrait propre de la voiture face au transport collectif, durée et coût mis à part (constante du "
                     "logit)",
                     "Own attraction of the car against public transport, time and cost apart (constant of the logit)"},
                .allowed = {-10, 10},
                .plausible = {1.35, 1.35},
                .mark = Mark::published,
                .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
          p.car_constant);
    visit(Field{.name = "car_minute",
                .meaning = {"Poids d'une minute en voiture dans le choix du moyen de transport (négatif : elle "
                            "dissuade ; utilité)",
                            "Weight of a minute by car in the choice of transport (negative: it deters; utility)"},
                .allowed = {-5, 0},
                .plausible = {-0.06, -0.06},
                .mark = Mark::published,
                .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
          p.car_minute);
    visit(
        Field{.name = "transit_minute",
              .meaning =
                  {"Poids d'une minute en transport collectif dans le choix du transport (négatif : elle dissuade ; "
                   "utilité)",
                   "Weight of a minute in public transport in the choice of transport (negative: it deters; utility)"},
              .allowed = {-5, 0},
              .plausible = {-0.017, -0.017},
              .mark = Mark::published,
              .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
        p.transit_minute);
    visit(
        Field{.name = "wait_minute",
              .meaning =
                  {"Poids d'une minute d'attente à l'arrêt dans le choix du transport (négatif : elle dissuade ; "
                   "utilité)",
                   "Weight of a minute of waiting at a stop in the choice of transport (negative: it deters; utility)"},
              .allowed = {-5, 0},
              .plausible = {-0.0484, -0.0484},
              .mark = Mark::published,
              .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
        p.wait_minute);
    visit(Field{.name = "access_minute",
                .meaning =
                    {"Poids d'une minute à pied jusqu'à l'arrêt dans le choix du transport (négatif : elle dissuade ; "
                     "utilité)",
                     "Weight of a minute on foot to a stop in the choice of transport (negative: it deters; utility)"},
                .allowed = {-5, 0},
                .plausible = {-0.0804, -0.0804},
                .mark = Mark::published,
                .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
          p.access_minute);
    visit(
        Field{.name = "transfer",
              .meaning =
                  {"Poids d'une correspondance dans le choix du moyen de transport (négatif : elle dissuade ; utilité)",
                   "Weight of a transfer in the choice of transport (negative: it deters; utility)"},
              .allowed = {-5, 0},
              .plausible = {-0.17, -0.17},
              .mark = Mark::published,
              .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
        p.transfer);
    visit(
        Field{.name = "bike_constant",
              .meaning =
                  {"Attrait propre du vélo face au transport collectif, durée et coût mis à part (constante du logit)",
                   "Own attraction of the bike against public transport, time and cost apart (constant of the logit)"},
              .allowed = {-10, 10},
              .plausible = {-2.0, -2.0},
              .mark = Mark::published,
              .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
        p.bike_constant);
    visit(
        Field{.name = "bike_minute",
              .meaning =
                  {"Poids d'une minute à vélo dans le choix du moyen de transport (négatif : elle dissuade ; utilité)",
                   "Weight of a minute by bike in the choice of transport (negative: it deters; utility)"},
              .allowed = {-5, 0},
              .plausible = {-0.05, -0.05},
              .mark = Mark::published,
              .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
        p.bike_minute);
    visit(
        Field{.name = "bike_age",
              .meaning =
                  {"Ce que chaque année d'âge au-delà de 18 ans change à l'attrait du vélo (négatif : il baisse ; "
                   "utilité)",
                   "What each year of age over 18 changes in the attraction of the bike (negative: it falls; utility)"},
              .allowed = {-1, 0},
              .plausible = {-0.0496, -0.0496},
              .mark = Mark::published,
              .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
        p.bike_age);
    visit(Field{.name = "walk_constant",
                .meaning =
                    {"Attrait propre de la marche face au transport collectif, durée et coût mis à part (constante du "
                     "logit)",
                     "Own attraction of walking against public transport, time and cost apart (constant of the logit)"},
                .allowed = {-10, 10},
                .plausible = {1.43, 1.43},
                .mark = Mark::published,
                .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
          p.walk_constant);
    visit(
        Field{.name = "walk_minute",
              .meaning =
                  {"Poids d'une minute à pied dans le choix du moyen de transport (négatif : elle dissuade ; utilité)",
                   "Weight of a minute on foot in the choice of transport (negative: it deters; utility)"},
              .allowed = {-5, 0},
              .plausible = {-0.15, -0.15},
              .mark = Mark::published,
              .source = "eqasim-java IDFModeParameters (Ile-de-France), published coefficients"},
        p.walk_minute);
    visit(
        Field{.name = "car_shift_rural",
              .meaning =
                  {"Attrait de la voiture en plus dans une commune rurale, par rapport à l'Île-de-France (0 : le même "
                   "; logit)",
                   "Attraction of the car in addition in a rural commune, against Ile-de-France (0: the same; logit)"},
              .allowed = {-10, 10},
              .plausible = {0.7, 1.3},
              .mark = Mark::assumption,
              .source = "guess, brought near EMP 2019 shares by type of area: car about 80 % outside urban units, "
                        "62.8 % overall"},
        p.car_shift_rural);
    visit(Field{.name = "car_shift_town",
                .meaning = {"Attrait de la voiture en plus dans une commune non rurale, par rapport à l'Île-de-France "
                            "(0 : le même ; logit)",
                            "Attraction of the car in addition in a commune that is not rural, against Ile-de-France "
                            "(0: the same; logit)"},
                .allowed = {-10, 10},
                .plausible = {-0.1, 0.5},
                .mark = Mark::assumption,
                .source = "guess, brought near EMP 2019 shares by type of area: car about 80 % outside urban units, "
                          "62.8 % overall"},
          p.car_shift_town);
    visit(Field{.name = "bike_shift",
                .meaning = {"Attrait du vélo en plus par rapport à l'Île-de-France (0 : le même ; logit)",
                            "Attraction of the bike in addition, against Ile-de-France (0: the same; logit)"},
                .allowed = {-10, 10},
                .plausible = {0.1, 1.1},
                .mark = Mark::assumption,
                .source = "guess, brought near EMP 2019: bike 2.7 % of trips"},
          p.bike_shift);
    visit(
        Field{
            .name = "walk_shift",
            .meaning =
                {"Attrait de la marche en plus par rapport à l'Île-de-France (0 : le même, négatif : moindre ; logit)",
                 "Attraction of walking in addition, against Ile-de-France (0: the same, negative: less; logit)"},
            .allowed = {-10, 10},
            .plausible = {-0.3, 0.3},
            .mark = Mark::assumption,
            .source =
                "fitted to 6 % of commuters on foot (INSEE Premiere 1835), in sight of EMP 2019: 23.7 % of trips"},
        p.walk_shift);
    visit(Field{.name = "transit_shift",
                .meaning = {"Attrait du transport collectif en plus par rapport à l'Île-de-France (0 : le même, "
                            "négatif : moindre ; logit)",
                            "Attraction of public transport in addition, against Ile-de-France (0: the same, negative: "
                            "less; logit)"},
                .allowed = {-10, 10},
                .plausible = {-1.3, -0.5},
                .mark = Mark::assumption,
                .source = "guess, brought near EMP 2019: public transport 9.1 % of trips"},
          p.transit_shift);
    visit(
        Field{.name = "lift_shift",
              .meaning =
                  {"Attrait d'être conduit par un membre du ménage plutôt que de conduire (négatif : moindre ; logit)",
                   "Attraction of being driven by a member of the household over driving (negative: less; logit)"},
              .allowed = {-10, 10},
              .plausible = {-1.8, -1},
              .mark = Mark::assumption,
              .source = "guess, brought near EMP 2019: 1.43 persons a car under 100 km"},
        p.lift_shift);
    visit(
        Field{
            .name = "income_weight",
            .meaning =
                {"De combien de % un euro pèse plus dans le choix du transport quand on gagne 1 % de moins (exposant)",
                 "Percent by which a euro weighs more in the choice of transport when income is 1 % lower (exponent)"},
            .allowed = {0, 3},
            .plausible = {0.3, 0.8},
            .mark = Mark::assumption,
            .source = "guess: the best-off do not respond to fuel prices (accessecon EB-11-00049)"},
        p.income_weight);
    visit(
        Field{
            .name = "postponing",
            .meaning =
                {"De combien de % baissent les sorties en voiture quand le carburant est plus cher de 1 % (élasticité)",
                 "Percent by which outings by car fall when fuel costs 1 % more (elasticity)"},
            .allowed = {0, 2},
            .plausible = {0.2, 0.6},
            .mark = Mark::assumption,
            .source = "guess, so that car-km answer by -0.1 (EEA) to -0.3 (INSEE Analyses 86: -0.21 to -0.40)"},
        p.postponing);
    visit(Field{.name = "transit_headway_rural",
                .meaning = {"Temps entre deux passages du transport collectif dans une commune rurale",
                            "Time between two services of public transport in a rural commune"},
                .allowed = {1, 1440},
                .plausible = {60, 180},
                .mark = Mark::assumption,
                .source = "guess; tests of 2019 (LCI) found two or three services a day"},
          p.transit_headway_rural);
    visit(Field{.name = "transit_headway_town",
                .meaning = {"Temps entre deux passages du transport collectif dans une commune non rurale",
                            "Time between two services of public transport in a commune that is not rural"},
                .allowed = {1, 1440},
                .plausible = {12, 30},
                .mark = Mark::assumption,
                .source = "guess"},
          p.transit_headway_town);
    visit(Field{.name = "transit_slowness",
                .meaning = {"Durée à bord d'un transport collectif rapportée à la durée du même trajet en voiture",
                            "Time aboard public transport over the time of the same trip by car"},
                .allowed = {1, 10},
                .plausible = {1.3, 1.9},
                .mark = Mark::assumption,
                .source = "guess ordered by EMP 2019: 41 min by public transport, 19 by car"},
          p.transit_slowness);
    visit(Field{.name = "transit_access",
                .meaning = {"Temps de marche entre l'arrêt de transport collectif et chaque bout du trajet",
                            "Walking time between a stop of public transport and each end of the trip"},
                .allowed = {0, 60},
                .plausible = {5, 10},
                .mark = Mark::assumption,
                .source = "guess"},
          p.transit_access);
    visit(Field{.name = "fare",
                .meaning = {"Prix d'un trajet en transport collectif", "Price of a trip by public transport"},
                .allowed = {0, 50},
                .plausible = {1, 2},
                .mark = Mark::assumption,
                .source = "guess",
                .lever = true},
          p.fare);
    visit(Field{.name = "bike_speed",
                .meaning = {"Vitesse à vélo", "Speed by bike"},
                .allowed = {5, 40},
                .plausible = {13, 16},
                .mark = Mark::assumption,
                .source = "users of a cycling application in 2020 (propos.orientes): 13 to 16 km/h"},
          p.bike_speed);
    visit(Field{.name = "bike_reach",
                .meaning = {"Trajet le plus long à vélo", "Longest trip by bike"},
                .allowed = {0, 100},
                .plausible = {8, 20},
                .mark = Mark::assumption,
                .source = "guess; mobility (github.com/mobility-team) takes 20 km"},
          p.bike_reach);
    visit(Field{.name = "cycle_comfort",
                .meaning = {"Attrait que gagne le vélo là où toutes les voies sont sûres (0 : aucun ; utilité)",
                            "Attraction that the bike gains where all ways are safe (0: none; utility)"},
                .allowed = {0, 10},
                .plausible = {0, 2.5},
                .mark = Mark::assumption,
                .source = "guess, from no effect to that of the urban constant of eqasim (1.5) and beyond"},
          p.cycle_comfort);
    visit(Field{.name = "cycle_speed",
                .meaning = {"Part de sa vitesse que gagne le vélo là où toutes les voies sont sûres",
                            "Part of its speed that the bike gains where all ways are safe"},
                .allowed = {0, 1},
                .plausible = {0, 0.2},
                .mark = Mark::assumption,
                .source = "guess"},
          p.cycle_speed);
    visit(
        Field{.name = "bike_climb",
              .meaning =
                  {"Part de sa vitesse que le vélo perd par pour cent de pente en montée (jamais plus lent qu'à pied)",
                   "Part of its speed that the bike loses per percent of slope uphill (never slower than on foot)"},
              .allowed = {0, 0.5},
              .plausible = {0.045, 0.1},
              .mark = Mark::assumption,
              .source = "guess, above bike_descent: climbing acts more than descending (Parkin and Rotheram 2010, "
                        "doi.org/10.1016/j.tranpol.2010.03.001, abstract)"},
        p.bike_climb);
    visit(Field{.name = "bike_descent",
                .meaning = {"Part de sa vitesse que le vélo gagne par pour cent de pente en descente, jusqu'à 3 %",
                            "Part of its speed that the bike gains per percent of slope downhill, up to 3 %"},
                .allowed = {0, 0.5},
                .plausible = {0, 0.06},
                .mark = Mark::assumption,
                .source = "22 km/h on the flat, 25 at 3 % (85th percentile, everyday cyclists in Leeds, Parkin and "
                          "Rotheram 2010, doi.org/10.1016/j.tranpol.2010.03.001, abstract): 4.5 % per percent "
                          "(computed); range a guess"},
          p.bike_descent);
    visit(Field{.name = "walk_speed",
                .meaning = {"Vitesse à pied", "Speed on foot"},
                .allowed = {1, 10},
                .plausible = {4, 5},
                .mark = Mark::assumption,
                .source = "guess"},
          p.walk_speed);
    visit(Field{.name = "walk_reach",
                .meaning = {"Trajet le plus long à pied", "Longest trip on foot"},
                .allowed = {0, 50},
                .plausible = {4, 6},
                .mark = Mark::assumption,
                .source = "guess around the 5 km of mobility (github.com/mobility-team)"},
          p.walk_reach);
    visit(Field{.name = "carpool_ordinary",
                .meaning = {"Chance de trouver une place en covoiturage avec un autre ménage, sans offre organisée",
                            "Chance of finding a seat in the car of another household, without an organised offer"},
                .allowed = {0, 1},
                .plausible = {0.05, 0.15},
                .mark = Mark::assumption,
                .source = "guess ordered by EMP 2019: 3 % of passengers share a car with another household"},
          p.carpool_ordinary);
    visit(Field{.name = "carpool_match",
                .meaning =
                    {"Chance qu'un covoiturage organisé convienne à un trajet si tous les conducteurs y prennent part",
                     "Chance that organised car sharing suits a trip if all drivers take part"},
                .allowed = {0, 1},
                .plausible = {0.2, 0.7},
                .mark = Mark::assumption,
                .source = "guess"},
          p.carpool_match);
    visit(Field{.name = "carpool_meeting",
                .meaning = {"Temps pour se retrouver avant un trajet en covoiturage",
                            "Time to meet before a trip in a shared car"},
                .allowed = {0, 60},
                .plausible = {5, 5},
                .mark = Mark::published,
                .source = "mobility (github.com/mobility-team/mobility, issue 120): 5 minutes"},
          p.carpool_meeting);
    visit(Field{.name = "carpool_cost",
                .meaning = {"Coût d'une place en covoiturage rapporté à celui du même trajet dans sa voiture",
                            "Cost of a seat in a shared car over that of the same trip in one's own"},
                .allowed = {0, 1},
                .plausible = {0.5, 0.5},
                .mark = Mark::published,
                .source = "mobility (github.com/mobility-team): 0.05 against 0.10 EUR/km"},
          p.carpool_cost);
    visit(Field{.name = "neighbour_lift",
                .meaning =
                    {"Chance qu'un proche conduise une personne qui ne pourrait sinon se soigner, étudier ou faire ses "
                     "courses",
                     "Chance that a relative or neighbour drives somebody who could not reach care, school or shops"},
                .allowed = {0, 1},
                .plausible = {0.3, 0.7},
                .mark = Mark::assumption,
                .source = "guess"},
          p.neighbour_lift);
    visit(
        Field{.name = "lift_detour",
              .meaning = {"Part du trajet d'un passager que le conducteur de son ménage n'aurait pas faite sans lui",
                          "Part of a passenger's way that the driver of the household would not have driven otherwise"},
              .allowed = {0, 1},
              .plausible = {0.3, 0.7},
              .mark = Mark::assumption,
              .source = "guess"},
        p.lift_detour);
    visit(Field{.name = "fuel_price",
                .meaning = {"Prix du carburant à la pompe, taxes comprises", "Price of fuel at the pump, with tax"},
                .allowed = {0.1, 20},
                .plausible = {1.6, 1.9},
                .mark = Mark::assumption,
                .source = "guess ordered by French pump prices of 2023-2024"},
          p.fuel_price);
    visit(Field{.name = "consumption",
                .meaning = {"Consommation d'une voiture", "Consumption of a car"},
                .allowed = {0.5, 30},
                .plausible = {6.5, 6.5},
                .mark = Mark::published,
                .source = "Ifop 2008, by the press: 6.5 l/100 km declared"},
          p.consumption);
    visit(Field{.name = "wear",
                .meaning = {"Entretien et usure d'une voiture par kilomètre", "Upkeep and wear of a car per kilometre"},
                .allowed = {0, 2},
                .plausible = {0.03, 0.08},
                .mark = Mark::assumption,
                .source = "guess; eqasim takes 0.15 EUR/km with fuel"},
          p.wear);
    visit(Field{.name = "fixed_car_cost",
                .meaning = {"Assurance et entretien d'une voiture, sans l'achat",
                            "Insurance and upkeep of a car, without its purchase"},
                .allowed = {0, 20000},
                .plausible = {700, 1400},
                .mark = Mark::assumption,
                .source = "guess"},
          p.fixed_car_cost);
    visit(Field{.name = "tank",
                .meaning = {"Réservoir d'une voiture", "Tank of a car"},
                .allowed = {5, 200},
                .plausible = {40, 60},
                .mark = Mark::assumption,
                .source = "trade pages: 35 to 45 l in small cars, 60 to 80 l in large ones"},
          p.tank);
    visit(Field{.name = "refuel_below",
                .meaning = {"Part du réservoir en dessous de laquelle on fait le plein",
                            "Part of the tank below which one refuels"},
                .allowed = {0.01, 0.95},
                .plausible = {0.15, 0.35},
                .mark = Mark::assumption,
                .source = "guess; the warning light comes on at about 10 %"},
          p.refuel_below);
    visit(Field{.name = "worried_refuel",
                .meaning = {"Part du réservoir en dessous de laquelle on fait le plein si le carburant a manqué ou "
                            "qu'une nouvelle alarme",
                            "Part of the tank below which one refuels when fuel was missing or alarming news is about"},
                .allowed = {0.01, 0.99},
                .plausible = {0.45, 0.75},
                .mark = Mark::assumption,
                .source = "guess ordered by +30 % of demand at some stations in October 2022 (press)"},
          p.worried_refuel);
    visit(Field{.name = "station_stock",
                .meaning = {"Stock de carburant d'une station-service, en jours de vente",
                            "Stock of fuel at a station, in days of sales"},
                .allowed = {0.1, 60},
                .plausible = {2.5, 6},
                .mark = Mark::assumption,
                .source = "guess"},
          p.station_stock);
    visit(Field{.name = "peak_share",
                .meaning = {"Part des trajets de travail du jour dans l'heure la plus chargée",
                            "Share of the day's commutes in the busiest hour"},
                .allowed = {0, 1},
                .plausible = {0.2, 0.4},
                .mark = Mark::assumption,
                .source = "guess"},
          p.peak_share);
    visit(Field{.name = "through_traffic",
                .meaning = {"Trafic de passage sur les routes d'accès rapporté à celui des habitants",
                            "Through traffic on access roads over that of residents"},
                .allowed = {0, 20},
                .plausible = {0.5, 2},
                .mark = Mark::assumption,
                .source = "guess; no traffic count is read"},
          p.through_traffic);
    visit(Field{.name = "heavy_cost",
                .meaning = {"Part du revenu à partir de laquelle le transport pèse lourd",
                            "Share of income from which transport weighs heavily"},
                .allowed = {0.01, 1},
                .plausible = {0.12, 0.18},
                .mark = Mark::assumption,
                .source = "guess; transport is 14 % of the poorest fifth's spending (INSEE Focus 203)"},
          p.heavy_cost);
    visit(Field{.name = "car_co2",
                .meaning = {"CO2 émis par kilomètre en voiture", "CO2 emitted per kilometre by car"},
                .allowed = {0, 1},
                .plausible = {0.218, 0.218},
                .mark = Mark::published,
                .source = "mobility (github.com/mobility-team), per passenger-km"},
          p.car_co2);
    visit(Field{.name = "carpool_co2",
                .meaning = {"CO2 émis par kilomètre et par personne en covoiturage",
                            "CO2 emitted per kilometre and person in a shared car"},
                .allowed = {0, 1},
                .plausible = {0.109, 0.109},
                .mark = Mark::published,
                .source = "mobility (github.com/mobility-team), per passenger-km"},
          p.carpool_co2);
    visit(Field{.name = "transit_co2",
                .meaning = {"CO2 émis par kilomètre et par personne en transport collectif",
                            "CO2 emitted per kilometre and person in public transport"},
                .allowed = {0, 1},
                .plausible = {0.05, 0.05},
                .mark = Mark::published,
                .source = "mobility (github.com/mobility-team), per passenger-km"},
          p.transit_co2);
    visit(Field{.name = "bike_co2",
                .meaning = {"CO2 émis par kilomètre à vélo", "CO2 emitted per kilometre by bike"},
                .allowed = {0, 1},
                .plausible = {0.00017, 0.00017},
                .mark = Mark::published,
                .source = "mobility (github.com/mobility-team), per passenger-km"},
          p.bike_co2);
  }
};

}  // namespace essaim::mobility
