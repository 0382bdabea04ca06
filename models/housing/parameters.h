// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/core/quantity.h"
#include "engine/world/field.h"

namespace essaim::housing {

/// What a scenario may say about housing, under `[parameters.housing]`. Prices are of 2024, with tax (science rule 8).
struct Parameters {
  // Dwellings
  Fraction heating_share{0.75};
  KilowattHoursPerSquareMetreYear label_g{548};
  Fraction primary_electricity{2.3};
  Celsius heating_base{17};
  EurosPerSquareMetreMonth rent_flat{9.38};
  EurosPerSquareMetreMonth rent_house{8.2};
  EurosPerSquareMetreMonth rent_social{6.2};
  Fraction rent_most{0.33};
  Fraction loan_young{0.85};
  Fraction loan_share{0.22};
  EurosPerSquareMetreMonth charges{1};
  Metres floor_height{0.3};
  // Energy
  Fraction intensity_level{0.3564};
  Fraction intensity_exponent{0.244};
  Fraction intensity_most{1.2};
  EurosPerKilowattHour price_electricity{0.23};
  EurosPerKilowattHour price_gas{0.1036};
  EurosPerKilowattHour price_oil{0.1257};
  EurosPerKilowattHour price_wood{0.05};
  EurosPerKilowattHour price_district{0.11};
  EurosPerYear energy_standing{250};
  KilowattHoursPerYear hot_water{800};
  KilowattHoursPerYear electricity_home{1000};
  KilowattHoursPerYear electricity_person{600};
  Days price_lag{30};
  Fraction burden_limit{0.08};
  Fraction cold_intensity{0.62};
  Celsius cold_below{8};
  Fraction electric_cooking{0.6};
  // Heat
  PerCelsius heat_slope{0.03};
  Fraction heat_in_flats{3};
  Fraction heat_top_floor{1.3};
  Fraction heat_deaths_old{0.71};
  Fraction hot_home_risk{2.5};
  Fraction cool_place_effect{0.67};
  Fraction visit_effect{0.7};
  Fraction cool_take_up{0.4};
  // Flood
  Metres leave_depth{0.15};
  Fraction never_return{0.19};
  Days insurance_delay{83};
  Fraction insurance_spread{0.8};
  Days repair_works{100};
  Fraction craft_firms{7};
  Fraction craft_share{0.3};
  Fraction with_relatives{0.6};
  // Moves
  PerYear move_rate{0.107};
  Fraction private_moves{2.2};
  Fraction social_moves{1.3};
  Fraction commute_push{3};
  // Retrofit
  PerYear rate_owner_house{0.0306};
  PerYear rate_private_house{0.0116};
  PerYear rate_social{0.016};
  PerYear rate_owner_flat{0.0177};
  PerYear rate_private_flat{0.0067};
  Fraction decide{0.33};
  Fraction move_trigger{3};
  Fraction heater_trigger{2};
  Days heater_life{7305};
  Fraction aid_weight{0.0964};
  Fraction advice_odds{3};
  Fraction peer_weight{1};
  Fraction deep_share{0.11};
  Fraction class_gain{0.4};
  Euros retrofit_cost{9100};
  Euros deep_cost{26000};
  Fraction credit_share{0.1};
  Days retrofit_works{12};
  Days deep_works{45};

  static void describe(auto& p, auto visit) {
    visit(Field{.name = "heating_share",
                .meaning = {"Part du chauffage dans la consommation que l'étiquette énergie donne à un logement",
                            "Share of heating in the consumption that the energy label gives a home"},
                .allowed = {0, 1},
                .plausible = {0.65, 0.85},
                .mark = Mark::assumption,
                .source = "guess; the energy label also counts hot water, cooling, light and pumps"},
          p.heating_share);
    visit(Field{.name = "label_g",
                .meaning = {"Consommation que l'étiquette énergie donne à un logement de classe G (énergie primaire)",
                            "Consumption that the energy label gives a home of class G (primary energy)"},
                .allowed = {430, 1200},
                .plausible = {548, 548},
                .mark = Mark::published,
                .source = "CAE and Credit Mutuel, January 2024 (latribune.fr): 548 in theory"},
          p.label_g);
    visit(
        Field{.name = "primary_electricity",
              .meaning = {"Énergie que l'étiquette énergie compte pour un kWh d'électricité, en kWh (énergie primaire)",
                          "Energy that the energy label counts for a kWh of electricity, in kWh (primary energy)"},
              .allowed = {1, 4},
              .plausible = {2.3, 2.3},
              .mark = Mark::published,
              .source = "French energy label, 2021 to 2025"},
        p.primary_electricity);
    visit(Field{.name = "heating_base",
                .meaning = {"Température moyenne du jour sous laquelle on chauffe",
                            "Day's mean temperature below which homes are heated"},
                .allowed = {10, 20},
                .plausible = {15.5, 18},
                .mark = Mark::assumption,
                .source = "guess around base 18 of French degree-days, which counts some free gains"},
          p.heating_base);
    visit(Field{.name = "rent_flat",
                .meaning = {"Loyer d'un appartement privé, charges comprises",
                            "Rent of a private flat, charges included"},
                .allowed = {0, 100},
                .plausible = {9.38, 9.38},
                .mark = Mark::published,
                .source = "ANIL 2022, mean of communes, rents asked (journaldeleconomie.fr)"},
          p.rent_flat);
    visit(
        Field{.name = "rent_house",
              .meaning = {"Loyer d'une maison privée, charges comprises", "Rent of a private house, charges included"},
              .allowed = {0, 100},
              .plausible = {8.2, 8.2},
              .mark = Mark::published,
              .source = "ANIL 2022, mean of communes, rents asked (journaldeleconomie.fr)"},
        p.rent_house);
    visit(Field{.name = "rent_social",
                .meaning = {"Loyer d'un logement social, charges comprises",
                            "Rent of a social dwelling, charges included"},
                .allowed = {0, 100},
                .plausible = {5.5, 7},
                .mark = Mark::assumption,
                .source = "guess: below private rents"},
          p.rent_social);
    visit(Field{.name = "rent_most",
                .meaning = {"Part du revenu qu'un loyer ne dépasse pas", "Share of income that a rent does not exceed"},
                .allowed = {0, 1},
                .plausible = {0.28, 0.4},
                .mark = Mark::assumption,
                .source = "guess: older leases, smaller homes and housing benefit, which incomes hold already, are not "
                          "told apart"},
          p.rent_most);
    visit(Field{.name = "loan_young",
                .meaning = {"Part des propriétaires de 35 ans qui remboursent un emprunt",
                            "Share of owners of 35 who repay a loan"},
                .allowed = {0, 1},
                .plausible = {0.7, 0.95},
                .mark = Mark::assumption,
                .source = "guess; it falls to none at 70"},
          p.loan_young);
    visit(Field{.name = "loan_share",
                .meaning = {"Part du revenu que prend un emprunt immobilier", "Share of income that a home loan takes"},
                .allowed = {0, 1},
                .plausible = {0.15, 0.3},
                .mark = Mark::assumption,
                .source = "guess below the 35 % that French banks accept"},
          p.loan_share);
    visit(Field{.name = "charges",
                .meaning = {"Charges et taxes d'un propriétaire", "Charges and taxes of an owner"},
                .allowed = {0, 50},
                .plausible = {0.5, 1.8},
                .mark = Mark::assumption,
                .source = "guess"},
          p.charges);
    visit(Field{.name = "floor_height",
                .meaning = {"Hauteur du sol d'un rez-de-chaussée au-dessus du terrain (médiane)",
                            "Height of a ground floor above the land (median)"},
                .allowed = {0, 5},
                .plausible = {0.1, 0.6},
                .mark = Mark::assumption,
                .source = "guess; no survey of thresholds is read"},
          p.floor_height);
    visit(Field{.name = "intensity_level",
                .meaning = {"Part du chauffage théorique que l'on s'offre si sa facture devait prendre tout le revenu",
                            "Share of theoretical heating that people afford if its bill were to take all of income"},
                .allowed = {0, 2},
                .plausible = {0.3564, 0.3564},
                .mark = Mark::published,
                .source = "CIRED/Res-IRF4 thermal.py, heat_intensity"},
          p.intensity_level);
    visit(Field{.name = "intensity_exponent",
                .meaning =
                    {"De combien de % on chauffe moins quand la part du revenu à y mettre est plus grande de 1 % "
                     "(exposant)",
                     "Percent by which people heat less when the share of income it takes is larger by 1 % (exponent)"},
                .allowed = {0, 1},
                .plausible = {0.244, 0.244},
                .mark = Mark::published,
                .source = "CIRED/Res-IRF4 thermal.py, heat_intensity"},
          p.intensity_exponent);
    visit(Field{.name = "intensity_most",
                .meaning = {"Chauffage que personne ne dépasse, rapporté au chauffage théorique du logement",
                            "Heating that nobody exceeds, over the theoretical heating of the home"},
                .allowed = {0.5, 3},
                .plausible = {1, 1.4},
                .mark = Mark::assumption,
                .source = "guess: the curve has no bound for small bills"},
          p.intensity_most);
    visit(Field{.name = "price_electricity",
                .meaning = {"Prix de l'électricité, taxes comprises, sans l'abonnement",
                            "Price of electricity with tax, without the standing charge"},
                .allowed = {0.01, 5},
                .plausible = {0.2, 0.26},
                .mark = Mark::assumption,
                .source = "regulated tariff with tax: 0.2516 in March 2024 (hellowatt.fr), 0.2016 in July 2025 "
                          "(winter-energies.fr)"},
          p.price_electricity);
    visit(Field{.name = "price_gas",
                .meaning = {"Prix du gaz pour le chauffage, taxes comprises", "Price of gas for heating, with tax"},
                .allowed = {0.01, 5},
                .plausible = {0.1036, 0.1036},
                .mark = Mark::published,
                .source = "CRE reference price, September 2024 (fournisseurs-electricite.com); 0.1085 in July 2025"},
          p.price_gas);
    visit(Field{.name = "price_oil",
                .meaning = {"Prix du fioul, taxes comprises", "Price of heating oil, with tax"},
                .allowed = {0.01, 5},
                .plausible = {0.1257, 0.1257},
                .mark = Mark::published,
                .source = "September 2024 (boisenergienord.fr)"},
          p.price_oil);
    visit(Field{.name = "price_wood",
                .meaning = {"Prix moyen du bois de chauffage, taxes comprises", "Mean price of firewood, with tax"},
                .allowed = {0.005, 5},
                .plausible = {0.025, 0.0936},
                .mark = Mark::assumption,
                .source = "pellets 0.0936, logs 0.071 in 2024 (boisenergienord.fr); much is cut by its users: 52 EUR a "
                          "household in 2020 (alpiq.fr) over some 2.3 MWh"},
          p.price_wood);
    visit(Field{.name = "price_district",
                .meaning = {"Prix de la chaleur d'un réseau de chauffage, taxes comprises",
                            "Price of heat from a district network, with tax"},
                .allowed = {0.01, 5},
                .plausible = {0.09, 0.13},
                .mark = Mark::assumption,
                .source = "guess around the price of gas"},
          p.price_district);
    visit(Field{.name = "energy_standing",
                .meaning = {"Abonnements d'énergie d'un ménage", "Standing charges for energy of a household"},
                .allowed = {0, 2000},
                .plausible = {150, 430},
                .mark = Mark::assumption,
                .source = "electricity 151 EUR a year at 6 kVA in March 2024 (hellowatt.fr), gas 277 "
                          "(fournisseurs-electricite.com)"},
          p.energy_standing);
    visit(Field{.name = "hot_water",
                .meaning = {"Énergie de l'eau chaude par personne", "Energy for hot water per person"},
                .allowed = {0, 5000},
                .plausible = {600, 1000},
                .mark = Mark::assumption,
                .source = "guess"},
          p.hot_water);
    visit(Field{.name = "electricity_home",
                .meaning = {"Électricité d'un logement, hors chauffage et eau chaude",
                            "Electricity of a home, heating and hot water apart"},
                .allowed = {0, 10000},
                .plausible = {700, 1400},
                .mark = Mark::assumption,
                .source = "guess"},
          p.electricity_home);
    visit(Field{.name = "electricity_person",
                .meaning = {"Électricité par personne, hors chauffage et eau chaude",
                            "Electricity per person, heating and hot water apart"},
                .allowed = {0, 10000},
                .plausible = {400, 800},
                .mark = Mark::assumption,
                .source = "guess"},
          p.electricity_person);
    visit(Field{.name = "price_lag",
                .meaning = {"Temps pour qu'un nouveau prix de l'énergie change les mensualités d'un ménage",
                            "Time until a new price of energy changes a household's monthly instalments"},
                .allowed = {0, 400},
                .plausible = {20, 120},
                .mark = Mark::assumption,
                .source = "guess"},
          p.price_lag);
    visit(
        Field{.name = "burden_limit",
              .meaning =
                  {"Part du revenu au-delà de laquelle l'énergie pèse trop, chez les 30 % de ménages les plus modestes",
                   "Share of income above which energy weighs too much, among the poorest 30 % of households"},
              .allowed = {0, 1},
              .plausible = {0.08, 0.08},
              .mark = Mark::published,
              .source = "ONPE indicator TEE 3D: above 8 % in the first three deciles"},
        p.burden_limit);
    visit(Field{.name = "cold_intensity",
                .meaning = {"Part du chauffage théorique du logement en dessous de laquelle on a froid",
                            "Share of the home's theoretical heating below which people are cold"},
                .allowed = {0, 1.5},
                .plausible = {0.55, 0.68},
                .mark = Mark::assumption,
                .source = "guess ordered by 22 % who were cold in 2022 (senat.fr r22-811)"},
          p.cold_intensity);
    visit(Field{.name = "cold_below",
                .meaning = {"Température moyenne du jour sous laquelle un logement mal chauffé est froid",
                            "Day's mean temperature below which a poorly heated home is cold"},
                .allowed = {-10, 20},
                .plausible = {5, 11},
                .mark = Mark::assumption,
                .source = "guess"},
          p.cold_below);
    visit(Field{.name = "electric_cooking",
                .meaning = {"Part des ménages qui ne cuisinent qu'à l'électricité",
                            "Share of households that cook with electricity alone"},
                .allowed = {0, 1},
                .plausible = {0.5, 0.75},
                .mark = Mark::assumption,
                .source = "guess"},
          p.electric_cooking);
    visit(Field{.name = "heat_slope",
                .meaning = {"Part des maisons qui deviennent trop chaudes à chaque degré de plus, les jours chauds",
                            "Share of houses that grow too hot for each further degree, on hot days"},
                .allowed = {0, 1},
                .plausible = {0.01, 0.05},
                .mark = Mark::assumption,
                .source = "guess ordered by 55 to 59 % of people too hot for a day or more in 2023 (RTE-Ipsos)"},
          p.heat_slope);
    visit(Field{.name = "heat_in_flats",
                .meaning = {"Combien de fois plus souvent un appartement est trop chaud qu'une maison (1 : autant)",
                            "How many times as often a flat is too hot as a house (1: as often)"},
                .allowed = {1, 10},
                .plausible = {3, 3},
                .mark = Mark::published,
                .source = "RTE-Ipsos 2023, by the press: flats three times as often as houses"},
          p.heat_in_flats);
    visit(Field{.name = "heat_top_floor",
                .meaning = {"Combien de fois plus souvent un appartement est trop chaud au dernier étage qu'aux autres "
                            "(1 : autant)",
                            "How many times as often a flat is too hot on the top floor as on others (1: as often)"},
                .allowed = {1, 5},
                .plausible = {1, 1.6},
                .mark = Mark::assumption,
                .source = "guess; a top floor is a risk factor (Vandentorren 2006, Paris 2003)"},
          p.heat_top_floor);
    visit(Field{.name = "heat_deaths_old",
                .meaning = {"Part des 75 ans et plus dans les décès dus à la chaleur",
                            "Share of those of 75 and over in deaths from heat"},
                .allowed = {0, 1},
                .plausible = {0.71, 0.71},
                .mark = Mark::published,
                .source = "Sante publique France 2014-2022: 23,080 of 32,658"},
          p.heat_deaths_old);
    visit(Field{.name = "hot_home_risk",
                .meaning = {"Risque de décès par la chaleur dans un logement trop chaud, rapporté aux autres logements",
                            "Risk of death from heat in a home that is too hot, over other homes"},
                .allowed = {1, 10},
                .plausible = {1, 4},
                .mark = Mark::assumption,
                .source = "guess; ordered by an odds ratio of 3.35 for who does not leave home (Bouchama 2007)"},
          p.hot_home_risk);
    visit(
        Field{.name = "cool_place_effect",
              .meaning =
                  {"Part du risque de décès par la chaleur qui reste à qui va dans un lieu frais (100 % : aucun effet)",
                   "Share of the risk of death from heat that remains for who goes to a cool room (100 %: no effect)"},
              .allowed = {0, 1},
              .plausible = {0.34, 1},
              .mark = Mark::assumption,
              .source = "from an odds ratio of 0.34 (Bouchama 2007, observational) to no effect"},
        p.cool_place_effect);
    visit(Field{.name = "visit_effect",
                .meaning =
                    {"Part du risque de décès par la chaleur qui reste à qui reçoit une visite (100 % : aucun effet)",
                     "Share of the risk of death from heat that remains for who is visited (100 %: no effect)"},
                .allowed = {0, 1},
                .plausible = {0.4, 1},
                .mark = Mark::assumption,
                .source = "from an odds ratio of 0.40 for social contact (Bouchama 2007, observational) to no effect"},
          p.visit_effect);
    visit(
        Field{
            .name = "cool_take_up",
            .meaning = {"Part des habitants de logements trop chauds qui vont dans un lieu frais s'il y a de la place",
                        "Share of residents of homes that are too hot who go to a cool room if there is a place"},
            .allowed = {0, 1},
            .plausible = {0.15, 0.7},
            .mark = Mark::assumption,
            .source = "guess; no reach of a French cool room was found"},
        p.cool_take_up);
    visit(Field{.name = "leave_depth",
                .meaning = {"Hauteur d'eau dans son logement qui fait partir un ménage (médiane)",
                            "Depth of water in its home that makes a household leave (median)"},
                .allowed = {0, 5},
                .plausible = {0.05, 0.4},
                .mark = Mark::assumption,
                .source = "guess"},
          p.leave_depth);
    visit(Field{.name = "never_return",
                .meaning = {"Part des ménages chassés par une crue qui ne reviennent jamais",
                            "Share of households driven out by a flood that never return"},
                .allowed = {0, 1},
                .plausible = {0.19, 0.19},
                .mark = Mark::published,
                .source = "Var, June 2010: 193 of about 1,000 families (senat.fr r11-775)"},
          p.never_return);
    visit(Field{.name = "insurance_delay",
                .meaning = {"Temps entre une crue et l'indemnisation par l'assurance (médiane)",
                            "Time from a flood to the insurer's payment (median)"},
                .allowed = {1, 1000},
                .plausible = {60, 120},
                .mark = Mark::assumption,
                .source = "log-normal through 77 % paid after 5 months, Aude 2018 (francetvinfo.fr)"},
          p.insurance_delay);
    visit(Field{.name = "insurance_spread",
                .meaning = {"Dispersion, d'un ménage à l'autre, du délai d'indemnisation après une crue (écart-type du "
                            "logarithme)",
                            "Spread between households of the time to the insurer's payment (standard deviation of the "
                            "logarithm)"},
                .allowed = {0, 2},
                .plausible = {0.5, 1},
                .mark = Mark::assumption,
                .source = "guess"},
          p.insurance_spread);
    visit(
        Field{.name = "repair_works",
              .meaning = {"Durée des travaux d'une équipe pour remettre en état un logement détruit par une crue",
                          "Time that a crew works to restore a home destroyed by a flood"},
              .allowed = {1, 2000},
              .plausible = {60, 180},
              .mark = Mark::assumption,
              .source = "guess, in proportion to damage for others: a claim of Aude 2018 is 9.1 kEUR on average, some "
                        "15 to 25 days of a crew"},
        p.repair_works);
    visit(Field{.name = "craft_firms",
                .meaning = {"Entreprises artisanales du bâtiment pour 1 000 habitants",
                            "Building craft firms per 1,000 residents"},
                .allowed = {0.1, 100},
                .plausible = {3.8, 15.7},
                .mark = Mark::assumption,
                .source = "by department 2013 (lemoniteur.fr): 3.8 in Nord, 15.7 in Corse-du-Sud"},
          p.craft_firms);
    visit(Field{.name = "craft_share",
                .meaning =
                    {"Part des artisans du bâtiment qui réparent ou rénovent des logements, une équipe par entreprise",
                     "Share of building craft firms that repair or retrofit homes, a crew each"},
                .allowed = {0, 1},
                .plausible = {0.15, 0.5},
                .mark = Mark::assumption,
                .source = "guess"},
          p.craft_share);
    visit(Field{.name = "with_relatives",
                .meaning =
                    {"Part des ménages chassés par une crue que d'autres hébergent dans la commune, faute de logement "
                     "léger",
                     "Share of households driven out by a flood put up in the commune when no light dwelling is free"},
                .allowed = {0, 1},
                .plausible = {0.4, 0.8},
                .mark = Mark::assumption,
                .source = "guess; no share of hosts was found"},
          p.with_relatives);
    visit(Field{.name = "move_rate",
                .meaning = {"Part des ménages qui déménagent en un an", "Share of households that move in a year"},
                .allowed = {0, 1},
                .plausible = {0.107, 0.107},
                .mark = Mark::published,
                .source = "INSEE 2020 (vie-publique.fr); 11.0 % in 2019, 11.4 % in 2021"},
          p.move_rate);
    visit(
        Field{.name = "private_moves",
              .meaning = {"Combien de fois plus souvent un locataire du privé déménage qu'un propriétaire (1 : autant)",
                          "How many times as often a private tenant moves as an owner (1: as often)"},
              .allowed = {0, 10},
              .plausible = {1.6, 2.8},
              .mark = Mark::assumption,
              .source = "guess; the labels of Res-IRF's table look swapped"},
        p.private_moves);
    visit(
        Field{.name = "social_moves",
              .meaning =
                  {"Combien de fois plus souvent un locataire du parc social déménage qu'un propriétaire (1 : autant)",
                   "How many times as often a social tenant moves as an owner (1: as often)"},
              .allowed = {0, 10},
              .plausible = {1, 1.8},
              .mark = Mark::assumption,
              .source = "guess"},
        p.social_moves);
    visit(Field{.name = "commute_push",
                .meaning = {"Hausse des déménagements si les trajets domicile-travail prenaient tout le revenu (1 : "
                            "deux fois plus)",
                            "Rise of moves if commutes were to take all of income (1: twice as many)"},
                .allowed = {0, 50},
                .plausible = {0, 6},
                .mark = Mark::assumption,
                .source = "guess"},
          p.commute_push);
    visit(Field{.name = "rate_owner_house",
                .meaning =
                    {"Part des maisons habitées par leur propriétaire où se fait en un an une rénovation énergétique",
                     "Share of houses lived in by their owners that get an energy retrofit in a year"},
                .allowed = {0, 1},
                .plausible = {0.0306, 0.0306},
                .mark = Mark::published,
                .source = "CIRED/Res-IRF4 renovation_rate_ini"},
          p.rate_owner_house);
    visit(
        Field{.name = "rate_private_house",
              .meaning = {"Part des maisons louées par des particuliers où se fait en un an une rénovation énergétique",
                          "Share of houses let by private owners that get an energy retrofit in a year"},
              .allowed = {0, 1},
              .plausible = {0.0116, 0.0116},
              .mark = Mark::published,
              .source = "CIRED/Res-IRF4 renovation_rate_ini"},
        p.rate_private_house);
    visit(Field{.name = "rate_social",
                .meaning = {"Part des logements sociaux où se fait en un an une rénovation énergétique",
                            "Share of social dwellings that get an energy retrofit in a year"},
                .allowed = {0, 1},
                .plausible = {0.016, 0.016},
                .mark = Mark::published,
                .source = "CIRED/Res-IRF4 renovation_rate_ini"},
          p.rate_social);
    visit(
        Field{.name = "rate_owner_flat",
              .meaning =
                  {"Part des appartements habités par leur propriétaire où se fait en un an une rénovation énergétique",
                   "Share of flats lived in by their owners that get an energy retrofit in a year"},
              .allowed = {0, 1},
              .plausible = {0.0177, 0.0177},
              .mark = Mark::published,
              .source = "CIRED/Res-IRF4 renovation_rate_ini"},
        p.rate_owner_flat);
    visit(Field{.name = "rate_private_flat",
                .meaning =
                    {"Part des appartements loués par des particuliers où se fait en un an une rénovation énergétique",
                     "Share of flats let by private owners that get an energy retrofit in a year"},
                .allowed = {0, 1},
                .plausible = {0.0067, 0.0067},
                .mark = Mark::published,
                .source = "CIRED/Res-IRF4 renovation_rate_ini"},
          p.rate_private_flat);
    visit(Field{.name = "decide",
                .meaning = {"Chance qu'un ménage qui envisage une rénovation énergétique s'y décide, sans aide, "
                            "conseil ni exemple",
                            "Chance that a household that considers an energy retrofit decides for it, without aid, "
                            "advice or example"},
                .allowed = {0.01, 0.99},
                .plausible = {0.2, 0.5},
                .mark = Mark::assumption,
                .source = "guess"},
          p.decide);
    visit(
        Field{
            .name = "move_trigger",
            .meaning =
                {"Combien de fois plus souvent on envisage une rénovation dans l'année d'un emménagement (1 : autant)",
                 "How many times as often a retrofit is considered in the year after moving in (1: as often)"},
            .allowed = {1, 20},
            .plausible = {1.5, 5},
            .mark = Mark::assumption,
            .source = "guess; easier finance alone has little effect, triggers do (JASSS 19/1/4)"},
        p.move_trigger);
    visit(Field{.name = "heater_trigger",
                .meaning = {"Combien de fois plus souvent on envisage une rénovation quand le chauffage est en fin de "
                            "vie (1 : autant)",
                            "How many times as often a retrofit is considered when the heater is at the end of its "
                            "life (1: as often)"},
                .allowed = {1, 20},
                .plausible = {1.2, 3},
                .mark = Mark::assumption,
                .source = "guess"},
          p.heater_trigger);
    visit(Field{.name = "heater_life",
                .meaning = {"Durée de vie d'un chauffage", "Life of a heater"},
                .allowed = {365, 40000},
                .plausible = {7305, 7305},
                .mark = Mark::published,
                .source = "20 years (CIRED/Res-IRF4)"},
          p.heater_life);
    visit(
        Field{.name = "aid_weight",
              .meaning = {"Poids de mille euros d'aide dans la décision de rénover son logement (0 : aucun ; logit)",
                          "Weight of a thousand euros of aid in the decision to retrofit one's home (0: none; logit)"},
              .allowed = {0, 2},
              .plausible = {0.0964, 0.0964},
              .mark = Mark::published,
              .source = "CIRED/Res-IRF4 (logit, per thousand euros)"},
        p.aid_weight);
    visit(
        Field{
            .name = "advice_odds",
            .meaning =
                {"Par combien un conseil multiplie les chances de oui contre non à une rénovation (1 : aucun effet ; "
                 "cote)",
                 "Factor by which advice multiplies the chances of yes against no to a retrofit (1: no effect; odds)"},
            .allowed = {0.1, 50},
            .plausible = {1, 6},
            .mark = Mark::assumption,
            .source = "from no effect; advisers matter (JASSS 19/1/4)"},
        p.advice_odds);
    visit(
        Field{.name = "peer_weight",
              .meaning =
                  {"Poids, dans la décision de rénover, de la part des proches qui l'ont déjà fait (0 : aucun ; logit)",
                   "Weight, in the decision to retrofit, of the share of ties that have done so (0: none; logit)"},
              .allowed = {0, 20},
              .plausible = {0, 2},
              .mark = Mark::assumption,
              .source = "from no effect; sign in JASSS 19/1/4"},
        p.peer_weight);
    visit(Field{.name = "deep_share",
                .meaning = {"Part des rénovations énergétiques qui sont d'ampleur (trois classes gagnées)",
                            "Share of energy retrofits that are deep (three classes gained)"},
                .allowed = {0, 1},
                .plausible = {0.11, 0.11},
                .mark = Mark::published,
                .source = "2023: 11 % of 623,790 dwellings (ithaque-renovation.fr)"},
          p.deep_share);
    visit(
        Field{
            .name = "class_gain",
            .meaning = {"Chance qu'une rénovation ordinaire fasse gagner une classe à l'étiquette énergie du logement",
                        "Chance that an ordinary retrofit gains the home a class of its energy label"},
            .allowed = {0, 1},
            .plausible = {0.25, 0.55},
            .mark = Mark::assumption,
            .source = "guess: 9.1 kEUR are spent on average, 16 where a class is gained (TREMI)"},
        p.class_gain);
    visit(Field{.name = "retrofit_cost",
                .meaning = {"Coût d'une rénovation énergétique ordinaire", "Cost of an ordinary energy retrofit"},
                .allowed = {0, 200000},
                .plausible = {9100, 9100},
                .mark = Mark::published,
                .source = "TREMI, mean (CIRED/Res-IRF4 data_validation.csv)"},
          p.retrofit_cost);
    visit(Field{.name = "deep_cost",
                .meaning = {"Coût d'une rénovation énergétique d'ampleur", "Cost of a deep energy retrofit"},
                .allowed = {0, 500000},
                .plausible = {26000, 26000},
                .mark = Mark::published,
                .source = "TREMI, two classes or more (CIRED/Res-IRF4 data_validation.csv)"},
          p.deep_cost);
    visit(Field{.name = "credit_share",
                .meaning = {"Part du revenu que peut prendre le remboursement du prêt d'une rénovation énergétique",
                            "Share of income that repaying the loan for an energy retrofit may take"},
                .allowed = {0, 1},
                .plausible = {0.1, 0.1},
                .mark = Mark::published,
                .source = "CIRED/Res-IRF4: debt over income, 15 years"},
          p.credit_share);
    visit(Field{.name = "retrofit_works",
                .meaning = {"Durée des travaux d'une rénovation énergétique ordinaire",
                            "Time that the works of an ordinary energy retrofit take"},
                .allowed = {1, 500},
                .plausible = {5, 25},
                .mark = Mark::assumption,
                .source = "guess around two weeks for inner walls (izi-by-edf.fr)"},
          p.retrofit_works);
    visit(Field{.name = "deep_works",
                .meaning = {"Durée des travaux d'une rénovation énergétique d'ampleur",
                            "Time that the works of a deep energy retrofit take"},
                .allowed = {1, 1000},
                .plausible = {30, 75},
                .mark = Mark::assumption,
                .source = "guess"},
          p.deep_works);
  }
};

}  // namespace essaim::housing
