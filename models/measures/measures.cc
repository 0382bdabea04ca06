// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/measures/measures.h"

#include <array>

namespace essaim::measures {

namespace {

using commune::Body;
using commune::Condition;
using commune::Effect;
using commune::with_needs;
using Values = std::span<const double>;
using Effects = std::vector<Effect>;

constexpr auto required = Setting::Need::required;

// Needs are those of a measure of the size of its `reference`. They are guesses of an order of magnitude where no
// source is named: a scenario that means its own measure states them.

constexpr std::array grocer_own = {
    Setting{"capacity",
            "households",
            {"Ménages accueillis en même temps", "Households taken in at the same time"},
            {0, 5'000},
            0,
            required},
    Setting{"price",
            "1",
            {"Prix, en part du prix ordinaire (10 à 30 % d'ordinaire)",
             "Prices, as a share of ordinary prices (10 to 30 % is usual)"},
            {0, 1},
            0.2},
};
constexpr auto grocer_settings = with_needs(grocer_own, {0, 8'000, 8'000, 15, 40});

Effects solidarity_grocer(Values settings, Time start, Time end) {
  return {{Condition::grocer_capacity, settings[0], start, end}, {Condition::grocer_price, settings[1], start, end}};
}

constexpr std::array stock_own = {
    Setting{"stock",
            "days",
            {"Produits secs gardés, en jours de besoin de tous les habitants",
             "Dry food kept, in days of need of all residents"},
            {0, 90},
            0,
            required},
    Setting{"ration",
            "days",
            {"Achat permis par visite en cas d'alerte, en jours de besoin du ménage ; 3650 : sans limite",
             "What a visit may take during an alarm, in days of the household's need; 3650: no limit"},
            {1, 3'650},
            3'650},
};
constexpr auto stock_settings = with_needs(stock_own, {0, 0, 0, 2, 0});

Effects communal_stock(Values settings, Time start, Time end) {
  return {{Condition::reserve_days, settings[0], start, end}, {Condition::ration_days, settings[1], start, end}};
}

constexpr std::array amap_own = {
    Setting{"baskets",
            "households",
            {"Ménages qui peuvent avoir un panier (environ 50 par groupe)",
             "Households that may hold a contract (about 50 a group)"},
            {0, 5'000},
            0,
            required},
};
constexpr auto amap_settings = with_needs(amap_own, {60, 0, 500, 0, 6});

Effects amap(Values settings, Time start, Time end) { return {{Condition::amap_baskets, settings[0], start, end}}; }

constexpr std::array trust_own = {
    Setting{"area",
            "ha",
            {"Terres achetées et louées à qui vend sur place (environ 30 ha par ferme)",
             "Land bought and let to those who sell locally (about 30 ha a farm)"},
            {0, 100'000},
            0,
            required},
};
// 6,200 EUR/ha and 30 ha a farm (pleinchamp.com); citizens' savings pay for most of it, a third here is a guess.
constexpr auto trust_settings = with_needs(trust_own, {540, 62'000, 0, 1, 4});

Effects land_trust(Values settings, Time start, Time end) {
  return {{Condition::land_for_locals, settings[0], start, end}};
}

constexpr std::array carpool_own = {
    Setting{"drivers",
            "1",
            {"Part des conducteurs qui offrent une place", "Share of drivers who offer a seat"},
            {0, 1},
            0,
            required},
};
constexpr auto carpool_settings = with_needs(carpool_own, {45, 0, 6'000, 6, 4});

Effects carpool(Values settings, Time start, Time end) { return {{Condition::carpool_offer, settings[0], start, end}}; }

constexpr std::array rides_own = {
    Setting{"rides",
            "rides/day",
            {"Trajets offerts par jour à qui n'a pas de voiture", "Rides given each day to people without a car"},
            {0, 10'000},
            0,
            required},
};
constexpr auto rides_settings = with_needs(rides_own, {30, 0, 4'000, 5, 35});

Effects solidarity_transport(Values settings, Time start, Time end) {
  return {{Condition::solidarity_rides, settings[0], start, end}};
}

constexpr std::array cycle_own = {
    Setting{"share",
            "1",
            {"Part des trajets rendus sûrs et faciles à vélo", "Share of ways made safe and easy by bike"},
            {0, 1},
            0,
            required},
};
constexpr auto cycle_settings = with_needs(cycle_own, {240, 120'000, 1'500, 1, 0});

Effects cycle_network(Values settings, Time start, Time end) {
  return {{Condition::cycle_network, settings[0], start, end}};
}

constexpr std::array desk_own = {
    Setting{"advised",
            "households/year",
            {"Ménages conseillés par an", "Households advised in a year"},
            {0, 100'000},
            0,
            required},
    Setting{"aid",
            "1",
            {"Part du coût des travaux payée en plus des aides nationales",
             "Share of the cost of works paid beyond national aid"},
            {0, 1},
            0},
};
constexpr auto desk_settings = with_needs(desk_own, {60, 0, 5'000, 20, 0});

Effects retrofit_desk(Values settings, Time start, Time end) {
  return {{Condition::retrofit_advice, settings[0], start, end}, {Condition::retrofit_aid, settings[1], start, end}};
}

constexpr std::array cool_own = {
    Setting{"places",
            "persons",
            {"Personnes que les lieux frais accueillent", "Persons that cool rooms take in"},
            {0, 100'000},
            0,
            required},
    Setting{"visits",
            "visits/day",
            {"Personnes isolées visitées ou appelées chaque jour", "Isolated persons visited or called each day"},
            {0, 100'000},
            0},
};
constexpr auto cool_settings = with_needs(cool_own, {0, 0, 1'500, 10, 25});

Effects cool_rooms(Values settings, Time start, Time end) {
  return {{Condition::cool_places, settings[0], start, end}, {Condition::visits, settings[1], start, end}};
}

constexpr std::array light_own = {
    Setting{"dwellings",
            "dwellings",
            {"Logements légers installés (10 à 12 par hameau)", "Light dwellings set up (10 to 12 a hamlet)"},
            {0, 1'000},
            0,
            required},
};
// 10 to 80 kEUR a unit, paid by who lives there (hameaux-legers.org); networks and ground are the commune's here.
constexpr auto light_settings = with_needs(light_own, {365, 60'000, 0, 2, 3});

Effects light_housing(Values settings, Time start, Time end) {
  return {{Condition::light_dwellings, settings[0], start, end}};
}

constexpr std::array assembly_own = {
    Setting{"seats",
            "persons",
            {"Personnes tirées au sort qui siègent", "Persons drawn by lot who sit in it"},
            {0, 1'000},
            0,
            required},
};
constexpr auto assembly_settings = with_needs(assembly_own, {60, 0, 12'000, 12, 0});

Effects citizens_assembly(Values settings, Time start, Time end) {
  return {{Condition::assembly, settings[0], start, end}};
}

constexpr std::array<Setting, 0> nothing{};
constexpr auto composed_settings = with_needs(nothing, {0, 0, 0, 0, 0});

Effects composed(Values, Time, Time) { return {}; }

constexpr Words by_commune = {"la commune", "the commune"};
constexpr Words by_centre = {"la commune ou son centre d'action sociale", "the commune or its social-action centre"};
constexpr Words by_group = {"l'intercommunalité", "the inter-municipal body"};
constexpr Words by_association = {"une association", "an association"};

constexpr std::array table = {
    commune::ActionInfo{"solidarity_grocer",
                        {"Épicerie solidaire", "Solidarity grocer"},
                        {"Les ménages dont le budget ne couvre pas l'alimentation y achètent une part de leurs courses "
                         "à bas prix ; elle vit des invendus des magasins et d'une aide de la commune.",
                         "Households whose budget does not cover their food buy part of it there at low prices; it "
                         "lives on what shops do not sell and on aid from the commune."},
                        by_centre,
                        grocer_settings,
                        solidarity_grocer,
                        Body::social_action_centre,
                        "food",
                        {},
                        100},
    commune::ActionInfo{"communal_stock",
                        {"Stock communal et rationnement", "Communal stock with rationing"},
                        {"La commune garde des produits secs et les cède aux magasins quand leurs livraisons manquent "
                         "; en cas d'alerte, chaque visite est limitée.",
                         "The commune keeps dry food and hands it to shops when their deliveries fall short; during an "
                         "alarm, each visit is limited."},
                        by_commune,
                        stock_settings,
                        communal_stock,
                        Body::commune,
                        "food",
                        {},
                        0,
                        {},
                        3},
    commune::ActionInfo{
        "amap",
        {"Paniers en AMAP", "Farm contracts (AMAP)"},
        {"Des ménages paient d'avance un panier de légumes par semaine aux fermes de la commune ; il ne "
         "dépend ni des magasins ni de l'inquiétude, mais de la récolte.",
         "Households pay in advance for a weekly basket from the commune's farms; it depends neither on "
         "shops nor on worry, but on the harvest."},
        by_association,
        amap_settings,
        amap,
        Body::association,
        "food",
        {},
        50},
    commune::ActionInfo{"land_trust",
                        {"Terres citoyennes", "Land trust"},
                        {"Des terres sortent du marché et sont louées à des fermes qui vendent dans la commune.",
                         "Land leaves the market and is let to farms that sell in the commune."},
                        by_association,
                        trust_settings,
                        land_trust,
                        Body::association,
                        "food",
                        {},
                        30},
    commune::ActionInfo{"carpool",
                        {"Covoiturage organisé", "Organised carpooling"},
                        {"Des conducteurs offrent une place aux heures et sur les trajets où d'autres les cherchent.",
                         "Drivers offer a seat at the hours and on the ways where others look for one."},
                        by_group,
                        carpool_settings,
                        carpool,
                        Body::inter_municipality,
                        "mobility",
                        {},
                        0,
                        {},
                        0.2},
    commune::ActionInfo{"solidarity_transport",
                        {"Transport solidaire", "Solidarity transport"},
                        {"Des bénévoles conduisent ceux qui n'ont pas de voiture et dont le trajet ne se ferait pas.",
                         "Volunteers drive those who have no car and whose trip would not be made."},
                        by_centre,
                        rides_settings,
                        solidarity_transport,
                        Body::social_action_centre,
                        "mobility",
                        {},
                        10},
    commune::ActionInfo{"cycle_network",
                        {"Réseau cyclable", "Cycle network"},
                        {"Des voies sûres rendent le vélo plus agréable et plus rapide.",
                         "Safe ways make cycling more pleasant and quicker."},
                        by_commune,
                        cycle_settings,
                        cycle_network,
                        Body::commune,
                        "mobility",
                        {},
                        0.2},
    commune::ActionInfo{"retrofit_desk",
                        {"Guichet de rénovation", "Retrofit desk"},
                        {"Des conseillers vont vers les ménages, montent leurs dossiers et groupent les travaux.",
                         "Advisers go to households, prepare their files and group works."},
                        by_group,
                        desk_settings,
                        retrofit_desk,
                        Body::inter_municipality,
                        "housing",
                        {},
                        100},
    commune::ActionInfo{"cool_rooms",
                        {"Lieux frais et visites", "Cool rooms and visits"},
                        {"Les jours de grande chaleur, des lieux frais ouvrent et les personnes isolées sont visitées.",
                         "On very hot days, cool rooms open and isolated persons are visited."},
                        by_commune,
                        cool_settings,
                        cool_rooms,
                        Body::commune,
                        "housing",
                        {},
                        50},
    commune::ActionInfo{"light_housing",
                        {"Habitat léger", "Light housing"},
                        {"Un hameau de logements légers loge à bas prix, et accueille ceux qu'un sinistre chasse.",
                         "A hamlet of light dwellings houses people cheaply, and takes in those driven out by damage."},
                        by_commune,
                        light_settings,
                        light_housing,
                        Body::commune,
                        "housing",
                        {},
                        10},
    commune::ActionInfo{"citizens_assembly",
                        {"Assemblée citoyenne", "Citizens' assembly"},
                        {"Des habitants tirés au sort s'informent, délibèrent et rendent un avis public.",
                         "Residents drawn by lot inform themselves, deliberate and give public advice."},
                        by_commune,
                        assembly_settings,
                        citizens_assembly,
                        Body::commune,
                        "governance",
                        {},
                        35},
    commune::ActionInfo{"composed",
                        {"Mesure composée", "Composed measure"},
                        {"Une mesure décrite dans le scénario par les conditions qu'elle change.",
                         "A measure that a scenario describes by the conditions that it moves."},
                        by_commune,
                        composed_settings,
                        composed},
};

}  // namespace

std::span<const commune::ActionInfo> infos() { return table; }

}  // namespace essaim::measures
