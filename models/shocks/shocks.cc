// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/shocks/shocks.h"

#include <array>

namespace essaim::shocks {

namespace {

using commune::Condition;
using commune::Effect;

constexpr std::array heatwave_settings = {
    Setting{"peak_temperature",
            "degC",
            {"Température maximale au plus fort de la vague", "Maximum temperature at its height"},
            {25, 55},
            0,
            Setting::Need::required},
};

/// The day's maximum is drawn half-way to the peak on the first and last day, fully between.
std::vector<Effect> heatwave(std::span<const double> settings, Time start, Time end) {
  const Duration day = Duration::days(1);
  std::vector<Effect> effects = {{Condition::heat_peak, settings[0], start, end},
                                 {Condition::heat_weight, 0.5, start, end}};
  if (end - start > Duration::days(2)) {
    const Time last_day = start + (end - start - day);
    effects.push_back({Condition::heat_weight, 1.0, start + day, last_day});
  }
  return effects;
}

constexpr std::array supply_settings = {
    Setting{"severity",
            "1",
            {"Part des livraisons à la plateforme qui n'arrivent pas",
             "Share of deliveries to the platform that do not arrive"},
            {0, 1},
            1.0},
    Setting{"reaches_outside",
            "1",
            {"1 si les magasins de la ville voisine manquent aussi, 0 sinon",
             "1 if the shops of the nearest town run short too, 0 if not"},
            {0, 1},
            1.0},
    Setting{"alarm",
            "1",
            {"Force de la nouvelle pour les habitants : 1 comme en mars 2020",
             "Strength of the news for residents: 1 as in March 2020"},
            {0, 1},
            1.0},
};

std::vector<Effect> supply_interruption(std::span<const double> settings, Time start, Time end) {
  return {{Condition::platform_supply, 1 - settings[0], start, end},
          {Condition::outside_supply, 1 - settings[0] * settings[1], start, end},
          {Condition::alarm, settings[2], start, end}};
}

constexpr std::array road_settings = {
    Setting{
        "share", "1", {"Part des routes d'accès fermées", "Share of the access roads that are closed"}, {0, 1}, 1.0},
};

std::vector<Effect> road_closure(std::span<const double> settings, Time start, Time end) {
  return {{Condition::access_closed, settings[0], start, end}};
}

constexpr std::array table = {
    commune::ActionInfo{
        "heatwave",
        {"Canicule", "Heatwave"},
        {"Des jours très chauds : les produits frais se perdent, les récoltes baissent, les logements chauffent.",
         "Very hot days: fresh food spoils, harvests fall, homes grow hot."},
        {},
        heatwave_settings,
        heatwave},
    commune::ActionInfo{"supply_interruption",
                        {"Rupture d'approvisionnement", "Supply interruption"},
                        {"Les fournisseurs de l'extérieur n'envoient plus qu'une part des commandes, et cela se sait.",
                         "Suppliers outside send only part of what is ordered, and people hear of it."},
                        {},
                        supply_settings,
                        supply_interruption},
    commune::ActionInfo{"road_closure",
                        {"Routes d'accès coupées", "Access roads closed"},
                        {"Des routes entre la commune et la ville voisine sont fermées puis rouvertes.",
                         "Roads between the commune and the nearest town close, then reopen."},
                        {},
                        road_settings,
                        road_closure},
};

}  // namespace

std::span<const commune::ActionInfo> infos() { return table; }

}  // namespace essaim::shocks
