// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "scenarios/validation/target_tables.h"

// Generated roads beside those of six real places. Measured on the largest part of each network, with all ways that a
// person can use; Montiers-sur-Saulx, a box of open country, has the longest roads. The skeleton's parameter was chosen
// in sight of degrees and detours; no constant has seen the lengths.

namespace essaim::validation {

namespace {

constexpr std::string_view source =
    "OpenStreetMap (ODbL), measured: Redon 2019, Pont-de-Veyle and Montiers-sur-Saulx 2022, Saint-Jean-la-Poterie, "
    "Monaco 2012, Liechtenstein 2015; extremes of the six";
constexpr Words six_places = {"Six réseaux réels, du bourg au pays : hors de leurs extrêmes, le plan n'est pas d'ici.",
                              "Six real networks, from a village to a country: beyond their extremes no such place."};

constexpr std::array table = {
    Target{"roads.degree",
           {"Routes à un carrefour, en moyenne", "Roads at a crossing, on average"},
           {"", ""},
           2.42,
           2.74,
           0.05,
           six_places,
           source,
           Use::fitted,
           {"Le paramètre du squelette de rues (1,6) est choisi en vue des degrés et détours des six réseaux.",
            "The parameter of the skeleton of streets (1.6) was chosen in sight of degrees and detours of the six."},
           Judged::median,
           2},
    Target{"roads.dead_ends",
           {"Carrefours au bout d'une impasse", "Crossings at a dead end"},
           {"%", "%"},
           11,
           24,
           2,
           six_places,
           source,
           Use::implied,
           {"La part des impasses est donnée au plan ; le squelette de rues en ajoute quelques-unes.",
            "The share of lanes is given to the plan; the skeleton of streets adds a few."}},
    Target{"roads.detour",
           {"Chemin le plus court rapporté à la ligne droite, médiane", "Shortest way over the straight line, median"},
           {"", ""},
           1.19,
           1.37,
           0.05,
           six_places,
           source,
           Use::fitted,
           {"Le paramètre du squelette de rues (1,6) est choisi en vue des degrés et détours des six réseaux.",
            "The parameter of the skeleton of streets (1.6) was chosen in sight of degrees and detours of the six."},
           Judged::median,
           2},
    Target{"roads.length",
           {"Longueur d'une route entre deux carrefours, médiane", "Length of a road between two crossings, median"},
           {"m", "m"},
           19,
           201,
           0,
           six_places,
           source,
           Use::held_out,
           {},
           Judged::median,
           0},
};

}  // namespace

std::span<const Target> road_targets() { return table; }

}  // namespace essaim::validation
