// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/measures/measures.h"

#include <array>

namespace essaim::measures {

namespace {

using commune::Condition;
using commune::Effect;

constexpr std::array grocer_settings = {
    Setting{"capacity",
            "households",
            {"Ménages accueillis en même temps", "Households taken in at the same time"},
            {0, 5'000},
            0,
            Setting::Need::required},
    Setting{"price",
            "1",
            {"Prix, en part du prix ordinaire (10 à 30 % d'ordinaire)",
             "Prices, as a share of ordinary prices (10 to 30 % is usual)"},
            {0, 1},
            0.2},
};

std::vector<Effect> solidarity_grocer(std::span<const double> settings, Time start, Time end) {
  return {{Condition::grocer_capacity, settings[0], start, end}, {Condition::grocer_price, settings[1], start, end}};
}

constexpr std::array stock_settings = {
    Setting{"stock",
            "days",
            {"Produits secs gardés, en jours de besoin de tous les habitants",
             "Dry food kept, in days of need of all residents"},
            {0, 90},
            0,
            Setting::Need::required},
    Setting{"ration",
            "days",
            {"Achat permis par visite en cas d'alerte, en jours de besoin du ménage ; 3650 : sans limite",
             "What a visit may take during an alarm, in days of the household's need; 3650: no limit"},
            {1, 3'650},
            3'650},
};

std::vector<Effect> communal_stock(std::span<const double> settings, Time start, Time end) {
  return {{Condition::reserve_days, settings[0], start, end}, {Condition::ration_days, settings[1], start, end}};
}

constexpr std::array table = {
    commune::ActionInfo{"solidarity_grocer",
                        {"Épicerie solidaire", "Solidarity grocer"},
                        {"Les ménages dont le budget ne couvre pas l'alimentation y achètent une part de leurs courses "
                         "à bas prix ; elle vit des invendus des magasins et d'une aide de la commune.",
                         "Households whose budget does not cover their food buy part of it there at low prices; it "
                         "lives on what shops do not sell and on aid from the commune."},
                        {"la commune ou son centre d'action sociale", "the commune or its social-action centre"},
                        grocer_settings,
                        solidarity_grocer},
    commune::ActionInfo{"communal_stock",
                        {"Stock communal et rationnement", "Communal stock with rationing"},
                        {"La commune garde des produits secs et les cède aux magasins quand leurs livraisons manquent "
                         "; en cas d'alerte, chaque visite est limitée.",
                         "The commune keeps dry food and hands it to shops when their deliveries fall short; during an "
                         "alarm, each visit is limited."},
                        {"la commune", "the commune"},
                        stock_settings,
                        communal_stock},
};

}  // namespace

std::span<const commune::ActionInfo> infos() { return table; }

}  // namespace essaim::measures
