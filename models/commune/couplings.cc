// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/couplings.h"

#include <array>

namespace essaim::commune {

namespace {

constexpr std::array<CouplingInfo, coupling_count> table = {{
    {Coupling::food_mobility, "food.mobility", {"Aller faire des courses est un déplacement", "Shopping is a trip"}},
    {Coupling::food_governance,
     "food.governance",
     {"Manquer de nourriture change la confiance et les avis", "Missed meals move trust and opinions"}},
    {Coupling::mobility_food,
     "mobility.food",
     {"Un magasin hors d'atteinte ne vend rien ; le carburant prend sur l'alimentation",
      "A shop out of reach sells nothing; fuel competes with food"}},
    {Coupling::mobility_housing,
     "mobility.housing",
     {"Des trajets chers font déménager", "Costly commutes make households move"}},
    {Coupling::mobility_governance,
     "mobility.governance",
     {"Les trajets empêchés changent la confiance et les avis", "Trips not made move trust and opinions"}},
    {Coupling::housing_food,
     "housing.food",
     {"Cuisine ou réfrigérateur hors d'usage : repas et vivres perdus ; loyer et énergie prennent sur l'alimentation",
      "Kitchens and fridges out of use lose meals and food; rents and energy compete with food"}},
    {Coupling::housing_mobility,
     "housing.mobility",
     {"Qui est relogé ailleurs part de plus loin", "Who is displaced starts from elsewhere"}},
    {Coupling::housing_governance,
     "housing.governance",
     {"Froid, chaleur et dégâts changent la confiance ; qui est relogé ailleurs n'a plus voix",
      "Cold, heat and damage move trust; who is displaced has no voice"}},
    {Coupling::governance_food,
     "governance.food",
     {"Décision, moyens et respect des mesures sur l'alimentation",
      "Decision, means and compliance of measures on food"}},
    {Coupling::governance_mobility,
     "governance.mobility",
     {"Décision et moyens des mesures sur la mobilité", "Decision and means of measures on mobility"}},
    {Coupling::governance_housing,
     "governance.housing",
     {"Décision, moyens et respect des mesures sur le logement",
      "Decision, means and compliance of measures on housing"}},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].coupling != static_cast<Coupling>(i)) return false;
  }
  return true;
}
static_assert(in_order(), "one row per Coupling, in the order of its enumerators");

}  // namespace

std::span<const CouplingInfo> coupling_infos() { return table; }

std::optional<Coupling> find_coupling(std::string_view name) {
  for (const CouplingInfo& info : table) {
    if (info.name == name) return info.coupling;
  }
  return std::nullopt;
}

}  // namespace essaim::commune
