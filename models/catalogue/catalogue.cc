// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/catalogue/catalogue.h"

#include <algorithm>
#include <array>

#include "models/catalogue/parameters.h"
#include "models/commune/readings.h"
#include "models/food/readings.h"
#include "models/governance/readings.h"
#include "models/housing/readings.h"
#include "models/measures/measures.h"
#include "models/mobility/readings.h"
#include "models/shocks/shocks.h"

namespace essaim::catalogue {

namespace {

constexpr std::array themes = {
    ThemeInfo{"commune",
              {"Commune", "Commune"},
              {"Habitants, logements, routes, temps qu'il fait, mairie : ce que tous les thèmes partagent.",
               "Residents, homes, roads, weather, town hall: what all themes share."},
              "docs/models/commune.md"},
    ThemeInfo{"food",
              {"Alimentation", "Food"},
              {"Ménages, magasins, plateforme, fermes : de la récolte et de l'extérieur jusqu'à l'assiette.",
               "Households, shops, platform, farms: from the harvest and the outside to the plate."},
              "docs/models/food.md"},
    ThemeInfo{"mobility",
              {"Mobilité", "Mobility"},
              {"Qui va où, par quel mode, et les trajets qui ne se font pas.",
               "Who goes where, by what mode, and the trips that are not made."},
              "docs/models/mobility.md"},
    ThemeInfo{"housing",
              {"Logement et énergie", "Housing and energy"},
              {"Logements, chauffage, factures, froid et chaleur, dégâts, travaux et déménagements.",
               "Dwellings, heating, bills, cold and heat, damage, works and moves."},
              "docs/models/housing.md"},
    ThemeInfo{"governance",
              {"Gouvernance", "Governance"},
              {"Avis, confiance, conseil municipal, budgets et bénévoles.",
               "Opinions, trust, the council, budgets and volunteers."},
              "docs/models/governance.md"},
};

std::vector<ParameterInfo> list_parameters() {
  std::vector<ParameterInfo> infos;
  Parameters defaults;
  for_each_parameter(defaults, [&](std::string_view theme, const Field& field, std::string_view unit, double& value) {
    infos.push_back({std::string{theme} + "." + std::string{field.name}, field, unit, value});
  });
  // Names are unique, so they are a total key.
  std::sort(infos.begin(), infos.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return infos;
}

std::vector<IndicatorInfo> list_indicators() {
  std::vector<IndicatorInfo> infos;
  for (const auto list : {commune::Readings::infos(), food::Readings::infos(), governance::Readings::infos(),
                          housing::Readings::infos(), mobility::Readings::infos()}) {
    infos.insert(infos.end(), list.begin(), list.end());
  }
  // Names are unique, so they are a total key.
  std::sort(infos.begin(), infos.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return infos;
}

}  // namespace

std::span<const ThemeInfo> theme_infos() { return themes; }
std::span<const commune::ActionInfo> shock_infos() { return shocks::infos(); }
std::span<const commune::ActionInfo> measure_infos() { return measures::infos(); }

const std::vector<ParameterInfo>& parameter_infos() {
  static const std::vector<ParameterInfo> infos = list_parameters();
  return infos;
}

const std::vector<IndicatorInfo>& indicator_infos() {
  static const std::vector<IndicatorInfo> infos = list_indicators();
  return infos;
}

const std::vector<IndicatorInfo>& group_indicator_infos() {
  static const std::vector<IndicatorInfo> infos = [] {
    std::vector<IndicatorInfo> some;
    for (const IndicatorInfo& info : indicator_infos()) {
      if (info.by_group) some.push_back(info);
    }
    return some;
  }();
  return infos;
}

}  // namespace essaim::catalogue
