// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/conditions.h"

#include <algorithm>

#include "engine/core/math.h"

namespace essaim::commune {

namespace {

constexpr std::array<ConditionInfo, condition_count> table = {{
    {Condition::platform_supply,
     "platform_supply",
     "1",
     {"Part des commandes de la plateforme que les fournisseurs honorent",
      "Share of the platform's orders that suppliers send"},
     1,
     Combine::product},
    {Condition::outside_supply,
     "outside_supply",
     "1",
     {"La même part pour les magasins de la ville voisine", "The same share for the shops of the nearest town"},
     1,
     Combine::product},
    {Condition::access_closed,
     "access_closed",
     "1",
     {"Part des routes d'accès fermées", "Share of the access roads that are closed"},
     0,
     Combine::largest},
    {Condition::alarm,
     "alarm",
     "1",
     {"Force d'une nouvelle alarmante sur l'approvisionnement", "Strength of alarming news about supply"},
     0,
     Combine::largest},
    {Condition::heat_peak,
     "heat_peak",
     "degC",
     {"Maximum vers lequel tend une canicule", "Maximum temperature that a heatwave tends to"},
     0,
     Combine::largest},
    {Condition::heat_weight,
     "heat_weight",
     "1",
     {"Poids de la canicule dans le temps du jour", "Weight of the heatwave in the day's weather"},
     0,
     Combine::largest},
    {Condition::grocer_capacity,
     "grocer_capacity",
     "households",
     {"Ménages que l'épicerie solidaire accueille", "Households that the solidarity grocer takes in"},
     0,
     Combine::sum},
    {Condition::grocer_price,
     "grocer_price",
     "1",
     {"Prix de l'épicerie solidaire, en part du prix ordinaire",
      "Prices of the solidarity grocer, as a share of ordinary prices"},
     1,
     Combine::smallest},
    {Condition::reserve_days,
     "reserve_days",
     "days",
     {"Réserve communale de produits secs, en jours de besoin", "Communal stock of dry food, in days of need"},
     0,
     Combine::sum},
    {Condition::ration_days,
     "ration_days",
     "days",
     {"Achat de produits secs permis par visite en cas d'alerte, en jours de besoin",
      "Dry food that a visit may take during an alarm, in days of need"},
     3'650,
     Combine::smallest},
}};

double combine(Combine rule, double a, double b) {
  switch (rule) {
    case Combine::product:
      return a * b;
    case Combine::sum:
      return a + b;
    case Combine::largest:
      return std::max(a, b);
    case Combine::smallest:
      return std::min(a, b);
  }
  return a;
}

}  // namespace

std::span<const ConditionInfo> condition_infos() { return table; }

const ConditionInfo& info(Condition condition) { return table[static_cast<std::size_t>(condition)]; }

double combined(Condition condition, std::span<const Effect> effects, Time now) {
  const ConditionInfo& about = info(condition);
  double value = about.otherwise;
  for (const Effect& effect : effects) {
    if (effect.condition != condition || now < effect.start || now >= effect.end) continue;
    value = combine(about.combine, value, effect.value);
  }
  return value;
}

double news_strength(std::span<const Effect> effects, Time now, double fading_days) {
  double strongest = 0;
  for (const Effect& effect : effects) {
    if (effect.condition != Condition::alarm || now < effect.start) continue;
    strongest = std::max(strongest, effect.value * math::exp(-(now - effect.start).in_days() / fading_days));
  }
  return strongest;
}

}  // namespace essaim::commune
