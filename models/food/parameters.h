// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/core/quantity.h"
#include "engine/world/field.h"

namespace essaim::food {

/// What a scenario may say about food, under `[parameters.food]`. "Probe against 2020" is a two-product model of 4,600
/// households whose sales peak, stocks and shortages were brought near those of March 2020 (Nielsen, IRI, Ifop, Apur).
struct Parameters {
  KilogramsPerPersonDay intake{1.4};
  Fraction dry_share{0.45};
  Fraction waste_at_home{0.073};
  Days household_dry{10};
  Days household_fresh{6};
  Fraction stock_spread{0.55};
  PerDay visit_chance{0.08};
  PerDay worried_visit{0.6};
  PerDay urgent_visit{0.85};
  Days urgent_below{0.8};
  Fraction travel_weight{0.08};
  Fraction outside_size{6};
  Fraction visitor_share{0.12};
  Fraction visitor_spill{0.3};
  Days shop_dry{10};
  Days shop_fresh{2};
  Days platform_dry{6};
  Days platform_fresh{1};
  Fraction burst{2};
  PerDay learning{0.08};
  Fraction safety{2};
  Fraction panic_news{0.3};
  Fraction panic_social{0.08};
  Fraction panic_shelves{0.2};
  Days panic_fading{7};
  Fraction panic_stocking{2.5};
  Fraction substitution{0.5};
  EurosPerKilogram dry_price{3.5};
  EurosPerKilogram fresh_price{6.0};
  Fraction wholesale{0.7};
  Fraction cheap_basket{0.75};
  Fraction food_budget{0.29};
  Fraction food_budget_spread{0.3};
  Fraction aid_take_up{0.48};
  Fraction grocer_basket{0.35};
  Days grocer_stay{120};
  Fraction donated{0.5};
  PerDay shop_spoilage{0.02};
  Celsius heat_loss_from{25};
  PerCelsius heat_spoilage{0.1};
  Fraction local_share{0.02};
  Fraction land_per_person{0.43};
  Fraction farm_flexibility{0.1};
  Fraction farm_season{0.5};
  Celsius farm_heat_from{30};
  PerCelsius farm_heat{0.02};
  Fraction short_of_food{0.05};
  KilometresPerHour carless_speed{8};
  Hours fridge_holds{12};
  Fraction cooked{0.5};
  Fraction generators{0.3};
  Metres shop_floods_at{0.3};
  Fraction absence_felt{0.5};
  Fraction fuel_felt{0.3};
  Kilograms basket{4.5};
  Euros basket_price{15};

  static void describe(auto& p, auto visit) {
    visit(Field{.name = "intake",
                .meaning = {"Nourriture mangée par personne et par jour, sans l'eau",
                            "Food eaten per person and day, without water"},
                .allowed = {0.1, 5},
                .plausible = {1.4, 1.4},
                .mark = Mark::published,
                .source = "territoiresfertiles.fr: 1.4 kg per person and day"},
          p.intake);
    visit(Field{.name = "dry_share",
                .meaning = {"Part des produits secs dans ce que l'on mange", "Share of dry food in what is eaten"},
                .allowed = {0.05, 0.95},
                .plausible = {0.4, 0.5},
                .mark = Mark::assumption,
                .source = "guess; two classes are needed to tell shelves from stores"},
          p.dry_share);
    visit(Field{.name = "waste_at_home",
                .meaning = {"Part de la nourriture perdue à la maison", "Share of food lost at home"},
                .allowed = {0, 0.9},
                .plausible = {0.073, 0.073},
                .mark = Mark::published,
                .source = "ADEME 2016: 7.3 % at the consumption stage"},
          p.waste_at_home);
    visit(Field{.name = "household_dry",
                .meaning = {"Réserve de produits secs que vise un ménage un jour ordinaire, en jours de besoin",
                            "Stock of dry food that a household aims at on an ordinary day, in days of need"},
                .allowed = {0.5, 120},
                .plausible = {7, 14},
                .mark = Mark::assumption,
                .source = "probe of 4,600 households against 2020; Germany 2022: over 1 in 5 hold 10 days (Civey)"},
          p.household_dry);
    visit(Field{.name = "household_fresh",
                .meaning = {"Réserve de produits frais que vise un ménage, en jours de besoin",
                            "Stock of fresh food that a household aims at, in days of need"},
                .allowed = {0.5, 30},
                .plausible = {4.5, 8},
                .mark = Mark::assumption,
                .source = "fitted to INSEE Premiere 636 (1999): 40 % of supermarket users go once a week or less"},
          p.household_fresh);
    visit(
        Field{.name = "stock_spread",
              .meaning =
                  {"Dispersion, d'un ménage à l'autre, des réserves de nourriture visées (écart-type du logarithme)",
                   "Spread between households of the stocks of food aimed at (standard deviation of the logarithm)"},
              .allowed = {0, 2},
              .plausible = {0.4, 0.7},
              .mark = Mark::assumption,
              .source = "fitted to the spread of visits a week (INSEE Premiere 636, 1999), ordered by declared stocks "
                        "(Ifop, March 2020)"},
        p.stock_spread);
    visit(Field{.name = "visit_chance",
                .meaning = {"Chance d'aller faire des courses un jour où rien ne presse",
                            "Chance of shopping on a day without need"},
                .allowed = {0, 1},
                .plausible = {0.03, 0.15},
                .mark = Mark::assumption,
                .source = "fitted to INSEE Premiere 636 (1999): 40 % of supermarket users go once a week or less"},
          p.visit_chance);
    visit(Field{.name = "worried_visit",
                .meaning = {"Chance qu'un ménage tout à fait inquiet de manquer aille faire des courses un jour donné",
                            "Chance that a household fully worried about running short goes shopping on a given day"},
                .allowed = {0, 1},
                .plausible = {0.4, 0.8},
                .mark = Mark::assumption,
                .source = "probe against 2020"},
          p.worried_visit);
    visit(Field{.name = "urgent_visit",
                .meaning = {"Chance d'aller faire des courses un jour où la réserve de nourriture s'épuise",
                            "Chance of shopping on a day when the stock of food runs out"},
                .allowed = {0, 1},
                .plausible = {0.75, 0.95},
                .mark = Mark::assumption,
                .source = "probe against 2020"},
          p.urgent_visit);
    visit(Field{.name = "urgent_below",
                .meaning =
                    {"Jours de produits secs ou frais restants en dessous desquels un ménage se presse d'en racheter",
                     "Days left of dry or fresh food below which a household hurries to the shops"},
                .allowed = {0, 30},
                .plausible = {0.5, 1.2},
                .mark = Mark::assumption,
                .source = "guess: today's meals and tomorrow's morning"},
          p.urgent_below);
    visit(Field{.name = "travel_weight",
                .meaning = {"Poids d'une minute de trajet dans le choix du magasin (0 : la distance ne compte pas)",
                            "Weight of a minute of travel in the choice of a shop (0: distance does not count)"},
                .allowed = {0, 1},
                .plausible = {0.05, 0.12},
                .mark = Mark::assumption,
                .source = "guess ordered by -0.06 per minute of the Ile-de-France mode choice (eqasim)"},
          p.travel_weight);
    visit(Field{.name = "outside_size",
                .meaning = {"Attrait des magasins de la ville voisine, un commerce de la commune comptant pour 1",
                            "Pull of the nearest town's shops, a shop of the commune counting 1"},
                .allowed = {0, 100},
                .plausible = {3, 12},
                .mark = Mark::assumption,
                .source = "guess; no survey of where residents buy is read"},
          p.outside_size);
    visit(Field{.name = "visitor_share",
                .meaning = {"Part des ventes ordinaires des commerces de la commune à des clients venus d'ailleurs",
                            "Share of the ordinary sales of the commune's shops to customers from outside"},
                .allowed = {0, 0.9},
                .plausible = {0.02, 0.3},
                .mark = Mark::assumption,
                .source = "guess; no survey of who buys in small communes is read"},
          p.visitor_share);
    visit(
        Field{
            .name = "visitor_spill",
            .meaning =
                {"Achats en plus des clients d'ailleurs quand les magasins de la ville ne reçoivent rien (0,3 : 30 %)",
                 "What customers from outside buy in addition when the town's shops receive nothing (0.3: 30 %)"},
            .allowed = {0, 10},
            .plausible = {0, 1},
            .mark = Mark::assumption,
            .source = "guess"},
        p.visitor_spill);
    visit(Field{.name = "shop_dry",
                .meaning = {"Stock de produits secs d'un magasin, en jours de vente",
                            "Stock of dry food in a shop, in days of sales"},
                .allowed = {0.5, 120},
                .plausible = {6, 15},
                .mark = Mark::assumption,
                .source = "probe against 2020; Apur: 2 days over all products; Carrefour 2020: 30 days of dry goods in "
                          "warehouses"},
          p.shop_dry);
    visit(Field{.name = "shop_fresh",
                .meaning = {"Stock de produits frais d'un magasin, en jours de vente",
                            "Stock of fresh food in a shop, in days of sales"},
                .allowed = {0.5, 30},
                .plausible = {1.9, 2.5},
                .mark = Mark::assumption,
                .source = "Apur (Paris): shops and catering hold 2 days"},
          p.shop_fresh);
    visit(Field{.name = "platform_dry",
                .meaning = {"Stock de produits secs de la plateforme qui livre les magasins, en jours d'expédition",
                            "Stock of dry food at the platform that supplies the shops, in days of shipments"},
                .allowed = {0, 120},
                .plausible = {3, 10},
                .mark = Mark::assumption,
                .source = "probe against 2020; Apur: 2 days over all products"},
          p.platform_dry);
    visit(Field{.name = "platform_fresh",
                .meaning = {"Stock de produits frais de la plateforme qui livre les magasins, en jours d'expédition",
                            "Stock of fresh food at the platform that supplies the shops, in days of shipments"},
                .allowed = {0, 30},
                .plausible = {0.8, 1.5},
                .mark = Mark::assumption,
                .source = "probe against 2020"},
          p.platform_fresh);
    visit(
        Field{.name = "burst",
              .meaning =
                  {"Plus grande commande que reçoit en un jour la plateforme des magasins, l'ordinaire comptant pour 1",
                   "Largest order that the shops' platform can be sent in a day, the ordinary one counting 1"},
              .allowed = {1, 20},
              .plausible = {1.5, 3},
              .mark = Mark::assumption,
              .source = "probe against 2020"},
        p.burst);
    visit(
        Field{
            .name = "learning",
            .meaning = {"Poids des ventes du jour quand un magasin ou sa plateforme prévoit les suivantes (0 : aucun)",
                        "Weight of today's sales when a shop or its platform forecasts the next ones (0: none)"},
            .allowed = {0, 1},
            .plausible = {0.05, 0.12},
            .mark = Mark::assumption,
            .source = "guess; usual range of exponential smoothing"},
        p.learning);
    visit(
        Field{.name = "safety",
              .meaning = {"Stock de sécurité des magasins, en multiple de l'écart habituel des ventes aux prévisions "
                          "(écart-type)",
                          "Safety stock of shops, over the usual gap between sales and forecasts (standard deviation)"},
              .allowed = {0, 6},
              .plausible = {1.65, 2.5},
              .mark = Mark::assumption,
              .source = "usual base-stock rule for 95 to 99 % service"},
        p.safety);
    visit(
        Field{.name = "panic_news",
              .meaning = {"Inquiétude, de 0 à 100 %, que gagne par jour un ménage calme quand court la plus alarmante "
                          "des nouvelles",
                          "Worry, 0 to 100 %, that a calm household gains a day while the most alarming news is about"},
              .allowed = {0, 1},
              .plausible = {0.2, 0.4},
              .mark = Mark::assumption,
              .source = "probe against 2020: peak of sales 3.4 times the ordinary"},
        p.panic_news);
    visit(Field{.name = "panic_social",
                .meaning =
                    {"Inquiétude, de 0 à 100 %, gagnée par jour par un ménage calme aux proches à moitié inquiets",
                     "Worry, 0 to 100 %, that a calm household gains a day when the people it knows are half worried"},
                .allowed = {0, 1},
                .plausible = {0.02, 0.11},
                .mark = Mark::assumption,
                .source = "probe against 2020, kept below 1 / panic_fading: above it worry feeds itself without news, "
                          "while sales of March 2020 fell back within days (Nielsen)"},
          p.panic_social);
    visit(
        Field{.name = "panic_shelves",
              .meaning = {"Inquiétude, de 0 à 100 %, gagnée par jour par un ménage calme qui a trouvé les rayons vides",
                          "Worry, 0 to 100 %, that a calm household gains a day after finding empty shelves"},
              .allowed = {0, 1},
              .plausible = {0.1, 0.3},
              .mark = Mark::assumption,
              .source = "probe against 2020"},
        p.panic_shelves);
    visit(Field{.name = "panic_fading",
                .meaning = {"Temps au bout duquel l'inquiétude de manquer de nourriture a perdu 63 % de sa force",
                            "Time after which worry about running short of food has lost 63 % of its strength"},
                .allowed = {0.5, 90},
                .plausible = {4, 9},
                .mark = Mark::assumption,
                .source = "probe against 2020"},
          p.panic_fading);
    visit(
        Field{.name = "panic_stocking",
              .meaning =
                  {"Produits secs que vise en plus un ménage tout à fait inquiet, sa réserve ordinaire comptant pour 1",
                   "Dry food that a fully worried household aims at in addition, its ordinary stock counting 1"},
              .allowed = {0, 20},
              .plausible = {2, 3},
              .mark = Mark::assumption,
              .source = "probe against 2020: household stocks of 12 days (Ifop)"},
        p.panic_stocking);
    visit(Field{.name = "substitution",
                .meaning = {"Part des produits frais manquants que l'on remplace par des produits secs",
                            "Share of missing fresh food that dry food replaces"},
                .allowed = {0, 1},
                .plausible = {0.2, 0.8},
                .mark = Mark::assumption,
                .source = "guess"},
          p.substitution);
    visit(Field{.name = "dry_price",
                .meaning = {"Prix de détail des produits secs, toutes taxes, euros de 2022",
                            "Retail price of dry food, with tax, euros of 2022"},
                .allowed = {0.01, 1000},
                .plausible = {3.0, 4.2},
                .mark = Mark::assumption,
                .source = "guess: with the fresh price, 2,490 EUR per person and year, two thirds of 3,600 (INSEE "
                          "Premiere 1568, 2014, out of home included)"},
          p.dry_price);
    visit(
        Field{.name = "fresh_price",
              .meaning = {"Prix de détail des produits frais, toutes taxes, euros de 2022",
                          "Retail price of fresh food, with tax, euros of 2022"},
              .allowed = {0.01, 1000},
              .plausible = {5.0, 7.0},
              .mark = Mark::assumption,
              .source = "guess between vegetables 2.29, fruit 2.42 (2017) and meat 12.30 EUR/kg (2023), FranceAgriMer"},
        p.fresh_price);
    visit(Field{.name = "wholesale",
                .meaning = {"Prix de gros de la nourriture rapporté à son prix de détail",
                            "Wholesale price of food over its retail price"},
                .allowed = {0.05, 1},
                .plausible = {0.65, 0.75},
                .mark = Mark::assumption,
                .source = "guess"},
          p.wholesale);
    visit(Field{.name = "cheap_basket",
                .meaning = {"Prix du panier de nourriture le moins cher rapporté au panier ordinaire",
                            "Price of the cheapest basket of food over the ordinary one"},
                .allowed = {0.2, 1},
                .plausible = {0.65, 0.85},
                .mark = Mark::assumption,
                .source = "guess"},
          p.cheap_basket);
    visit(Field{.name = "food_budget",
                .meaning = {"Part du revenu qu'un ménage peut donner à l'alimentation s'il le faut",
                            "Share of income that a household can give to food if it must"},
                .allowed = {0.01, 1},
                .plausible = {0.23, 0.35},
                .mark = Mark::assumption,
                .source = "guess above the 18 % that the poorest fifth spend (INSEE Focus 203); sets the share that "
                          "lacks food, 12 % of adults in July 2022 (Credoc)"},
          p.food_budget);
    visit(Field{.name = "food_budget_spread",
                .meaning = {"Dispersion, d'un ménage à l'autre, de la part du revenu donnée à l'alimentation "
                            "(écart-type du logarithme)",
                            "Spread between households of the share of income given to food (standard deviation of the "
                            "logarithm)"},
                .allowed = {0, 2},
                .plausible = {0.15, 0.45},
                .mark = Mark::assumption,
                .source = "guess; rents, bills and transport are paid apart"},
          p.food_budget_spread);
    visit(Field{.name = "aid_take_up",
                .meaning = {"Part des ménages sans moyens de se nourrir assez qui demandent l'aide alimentaire",
                            "Share of households that cannot pay for enough food that ask for food aid"},
                .allowed = {0, 1},
                .plausible = {0.48, 0.48},
                .mark = Mark::published,
                .source = "Credoc 2022 (cca.asso.fr): 48 % of those who lack food"},
          p.aid_take_up);
    visit(Field{.name = "grocer_basket",
                .meaning = {"Part de ses courses qu'un bénéficiaire de l'épicerie solidaire y fait",
                            "Share of its shopping trips that a member of the solidarity grocer makes there"},
                .allowed = {0, 1},
                .plausible = {0.2, 0.5},
                .mark = Mark::assumption,
                .source = "guess"},
          p.grocer_basket);
    visit(Field{.name = "grocer_stay",
                .meaning = {"Durée pendant laquelle un ménage est accueilli à l'épicerie solidaire",
                            "Time for which a household stays a member of the solidarity grocer"},
                .allowed = {7, 730},
                .plausible = {90, 180},
                .mark = Mark::assumption,
                .source = "3 to 6 months (solidarites.gouv.fr, ANDES)",
                .lever = true},
          p.grocer_stay);
    visit(Field{.name = "donated",
                .meaning = {"Part des invendus frais encore bons que les magasins donnent à l'épicerie solidaire",
                            "Share of unsold fresh food that shops give to the solidarity grocer"},
                .allowed = {0, 1},
                .plausible = {0.2, 0.8},
                .mark = Mark::assumption,
                .source = "guess",
                .lever = true},
          p.donated);
    visit(Field{.name = "shop_spoilage",
                .meaning = {"Part des produits frais d'un magasin perdue chaque jour",
                            "Share of the fresh food in a shop lost each day"},
                .allowed = {0, 0.9},
                .plausible = {0.01, 0.03},
                .mark = Mark::assumption,
                .source = "guess"},
          p.shop_spoilage);
    visit(Field{.name = "heat_loss_from",
                .meaning = {"Température la plus haute du jour à partir de laquelle il se perd plus de produits frais",
                            "Day's highest temperature above which more fresh food is lost"},
                .allowed = {0, 60},
                .plausible = {23, 28},
                .mark = Mark::assumption,
                .source = "guess"},
          p.heat_loss_from);
    visit(Field{.name = "heat_spoilage",
                .meaning = {"Hausse des pertes de produits frais par degré au-delà du seuil où la chaleur les gâte",
                            "Rise of losses of fresh food per degree beyond the heat that spoils it faster"},
                .allowed = {0, 1},
                .plausible = {0.03, 0.15},
                .mark = Mark::assumption,
                .source = "guess"},
          p.heat_spoilage);
    visit(Field{.name = "local_share",
                .meaning = {"Part des commandes des magasins passée aux fermes de la commune",
                            "Share of shops' orders that goes to the commune's farms"},
                .allowed = {0, 1},
                .plausible = {0.02, 0.02},
                .mark = Mark::published,
                .source = "Utopies note 12 (2017): 2 % of what the 100 largest urban areas eat; up to 8.2 % (Avignon)",
                .lever = true},
          p.local_share);
    visit(Field{.name = "land_per_person",
                .meaning = {"Hectares qui nourrissent une personne", "Hectares that feed one person"},
                .allowed = {0.05, 5},
                .plausible = {0.43, 0.43},
                .mark = Mark::published,
                .source = "ADEME 2020: 0.43 ha per person for the present diet"},
          p.land_per_person);
    visit(Field{.name = "farm_flexibility",
                .meaning = {"Part de la récolte du jour que les fermes peuvent céder à la commune sur demande",
                            "Share of the day's harvest that farms can turn to the commune on request"},
                .allowed = {0, 1},
                .plausible = {0, 0.3},
                .mark = Mark::assumption,
                .source = "guess; contracts and processing bind most of it",
                .lever = true},
          p.farm_flexibility);
    visit(Field{.name = "farm_season",
                .meaning =
                    {"De combien les récoltes fraîches dépassent leur moyenne fin juillet (0 % : égales toute l'année, "
                     "100 % : doublées)",
                     "How far fresh harvests exceed their mean at the end of July (0 %: the same all year, 100 %: "
                     "doubled)"},
                .allowed = {0, 1},
                .plausible = {0.3, 0.7},
                .mark = Mark::assumption,
                .source = "guess"},
          p.farm_season);
    visit(Field{.name = "farm_heat_from",
                .meaning = {"Température la plus haute du jour à partir de laquelle les récoltes fraîches baissent",
                            "Day's highest temperature above which fresh harvests fall"},
                .allowed = {0, 60},
                .plausible = {28, 32},
                .mark = Mark::assumption,
                .source = "guess"},
          p.farm_heat_from);
    visit(
        Field{.name = "farm_heat",
              .meaning = {"Part de la récolte fraîche du jour perdue par degré au-delà du seuil où la chaleur lui nuit",
                          "Share of the day's fresh harvest lost per degree beyond the heat that harms it"},
              .allowed = {0, 0.2},
              .plausible = {0.005, 0.04},
              .mark = Mark::assumption,
              .source = "guess; drought over a season is another shock"},
        p.farm_heat);
    visit(Field{.name = "short_of_food",
                .meaning = {"Part de son besoin manquée en une semaine au-delà de laquelle un ménage est dit manquer "
                            "de nourriture",
                            "Share of its need missed over a week above which a household is said to lack food"},
                .allowed = {0.001, 1},
                .plausible = {0.03, 0.1},
                .mark = Mark::assumption,
                .source = "convention of this model"},
          p.short_of_food);
    visit(Field{.name = "carless_speed",
                .meaning = {"Vitesse à laquelle un ménage sans voiture compte aller au magasin quand il choisit lequel",
                            "Speed at which a household without a car reckons to reach a shop when it chooses one"},
                .allowed = {1, 60},
                .plausible = {5, 12},
                .mark = Mark::assumption,
                .source = "guess between walking and cycling"},
          p.carless_speed);
    visit(Field{.name = "fridge_holds",
                .meaning = {"Heures sans courant au bout desquelles les produits frais sont perdus",
                            "Hours without power after which fresh food is lost"},
                .allowed = {0, 240},
                .plausible = {6, 24},
                .mark = Mark::assumption,
                .source = "guess; a half-full freezer holds 24 h, a full one 48 h (maisondesenergiesedf.fr)"},
          p.fridge_holds);
    visit(Field{.name = "cooked",
                .meaning = {"Part de ce que l'on mange qui demande une cuisine",
                            "Share of what is eaten that needs a kitchen"},
                .allowed = {0, 1},
                .plausible = {0.3, 0.7},
                .mark = Mark::assumption,
                .source = "guess"},
          p.cooked);
    visit(Field{.name = "generators",
                .meaning = {"Part des magasins qui ont un groupe électrogène", "Share of shops that have a generator"},
                .allowed = {0, 1},
                .plausible = {0.1, 0.5},
                .mark = Mark::assumption,
                .source = "guess; big stores often have one, small ones do not (planet.fr)"},
          p.generators);
    visit(Field{.name = "shop_floods_at",
                .meaning = {"Hauteur d'eau à laquelle un magasin ferme", "Depth of water at which a shop closes"},
                .allowed = {0, 5},
                .plausible = {0.1, 0.5},
                .mark = Mark::assumption,
                .source = "guess around the depth at which a car stops (trid.trb.org 1412184)"},
          p.shop_floods_at);
    visit(Field{.name = "absence_felt",
                .meaning = {"Part des livraisons aux magasins qui serait perdue si tous les actifs étaient absents",
                            "Share of deliveries to shops that would be lost if all workers were absent"},
                .allowed = {0, 1},
                .plausible = {0.2, 0.8},
                .mark = Mark::assumption,
                .source = "guess: some of those absent are replaced"},
          p.absence_felt);
    visit(Field{.name = "fuel_felt",
                .meaning = {"Part des livraisons aux magasins perdue quand les stations-service ne reçoivent rien",
                            "Share of deliveries to shops lost when fuel stations receive nothing"},
                .allowed = {0, 1},
                .plausible = {0.1, 0.6},
                .mark = Mark::assumption,
                .source = "guess: hauliers have stocks and come first"},
          p.fuel_felt);
    visit(Field{.name = "basket",
                .meaning = {"Poids du panier d'une semaine, par contrat avec une ferme",
                            "Weight of a week's basket, by contract with a farm"},
                .allowed = {0.1, 50},
                .plausible = {4, 5},
                .mark = Mark::assumption,
                .source = "4 to 5 kg (ecofrugal, agra, biofil)"},
          p.basket);
    visit(Field{.name = "basket_price",
                .meaning = {"Prix du panier d'une semaine, par contrat avec une ferme",
                            "Price of a week's basket, by contract with a farm"},
                .allowed = {0, 200},
                .plausible = {12, 18},
                .mark = Mark::assumption,
                .source = "12 to 18 EUR (ecofrugal, agra, biofil)"},
          p.basket_price);
  }
};

}  // namespace essaim::food
