// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <limits>

#include "scenarios/validation/target_tables.h"

namespace essaim::validation {

namespace {

constexpr double no_end = std::numeric_limits<double>::infinity();
constexpr Words percent = {"%", "%"};
constexpr Words points = {"points", "points"};
constexpr Words clusters = {"groupes", "groups"};

constexpr std::array table = {
    Target{"governance.trust_mayor",
           {"Foyers qui font plutôt confiance à la mairie après six mois ordinaires",
            "Households that rather trust the town hall after six ordinary months"},
           percent,
           60,
           60,
           4,
           {"58 à 65 % de 2018 à 2024.", "58 to 65 % from 2018 to 2024."},
           "Cevipof, wave 15, February 2024 (banquedesterritoires.fr)",
           Use::implied,
           {"Point de départ du modèle : juge s'il y reste.",
            "The model's starting point: it judges whether it stays there."},
           Judged::median,
           1},
    Target{"governance.consensus",
           {"Convaincre quiconque n'est pas à l'opposé (tolérance de la moitié) : groupes d'opinion à la fin",
            "Convincing whoever is not opposite (tolerance of a half): groups of opinion at the end"},
           clusters,
           1,
           1,
           0,
           {"Le cas d'école.", "The textbook case."},
           "Deffuant and others 2000 (pattern G1)",
           Use::implied,
           {"Forme close de la règle : vérifie le code.", "Closed form of the rule: it checks the code."},
           Judged::median,
           0},
    Target{"governance.clusters",
           {"Tolérance d'un dixième : groupes d'opinion de plus de 5 % à la fin",
            "Tolerance of a tenth: groups of opinion above 5 % at the end"},
           clusters,
           5,
           5,
           1,
           {"Environ 1 / (2 x tolérance).", "About 1 / (2 x tolerance)."},
           "Deffuant and others 2000 (pattern G1)",
           Use::implied,
           {"Forme close de la règle : vérifie le code.", "Closed form of the rule: it checks the code."},
           Judged::median,
           0},
    Target{"governance.shares_fairer",
           {"Budget participatif : votants servis par la méthode des parts égales, contre les projets les plus votés",
            "Participatory budget: voters served by the method of equal shares, against most votes first"},
           points,
           0,
           no_end,
           0.5,
           {"Un sens.", "A direction."},
           "pattern G2",
           Use::implied,
           {"Propriété de la méthode : vérifie le code.", "A property of the method: it checks the code."},
           Judged::median,
           1},
    Target{"governance.broken_promise",
           {"Mesure adoptée puis sans moyens pendant six mois : confiance, contre la même qui fonctionne",
            "A measure adopted, then without means for six months: trust, against the same at work"},
           points,
           -no_end,
           -0.5,
           0,
           {"Un sens, d'au moins un demi-point.", "A direction, of half a point at least."},
           "pattern G3",
           Use::implied,
           {"Suit de trust_promise, lui-même supposé.", "Follows from trust_promise, itself a guess."},
           Judged::median,
           1},
    Target{"governance.council_refuses",
           {"Mesure que peu de foyers veulent : tirages où le conseil la refuse",
            "A measure that few households want: draws in which the council refuses it"},
           percent,
           90,
           100,
           0,
           {"Quelques communes aux goûts étranges.", "A few communes of odd tastes."},
           "requirement",
           Use::implied,
           {"Règle du conseil : vérifie le code.", "The council's rule: it checks the code."},
           Judged::median,
           1},
};

}  // namespace

std::span<const Target> governance_targets() { return table; }

}  // namespace essaim::validation
