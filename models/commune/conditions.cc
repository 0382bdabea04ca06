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
     Combine::product,
     {0, 1}},
    {Condition::outside_supply,
     "outside_supply",
     "1",
     {"La même part pour les magasins de la ville voisine", "The same share for the shops of the nearest town"},
     1,
     Combine::product,
     {0, 1}},
    {Condition::access_closed,
     "access_closed",
     "1",
     {"Part des routes d'accès fermées", "Share of the access roads that are closed"},
     0,
     Combine::largest,
     {0, 0}},
    {Condition::alarm,
     "alarm",
     "1",
     {"Force d'une nouvelle alarmante sur l'approvisionnement", "Strength of alarming news about supply"},
     0,
     Combine::largest,
     {0, 0}},
    {Condition::heat_peak,
     "heat_peak",
     "degC",
     {"Maximum vers lequel tend une canicule", "Maximum temperature that a heatwave tends to"},
     0,
     Combine::largest,
     {0, 0}},
    {Condition::heat_weight,
     "heat_weight",
     "1",
     {"Poids de la canicule dans le temps du jour", "Weight of the heatwave in the day's weather"},
     0,
     Combine::largest,
     {0, 0}},
    {Condition::grocer_capacity,
     "grocer_capacity",
     "households",
     {"Ménages que l'épicerie solidaire accueille", "Households that the solidarity grocer takes in"},
     0,
     Combine::sum,
     {0, 5'000}},
    {Condition::grocer_price,
     "grocer_price",
     "1",
     {"Prix de l'épicerie solidaire, en part du prix ordinaire",
      "Prices of the solidarity grocer, as a share of ordinary prices"},
     1,
     Combine::smallest,
     {0, 1}},
    {Condition::reserve_days,
     "reserve_days",
     "days",
     {"Réserve communale de produits secs, en jours de besoin", "Communal stock of dry food, in days of need"},
     0,
     Combine::sum,
     {0, 90}},
    {Condition::ration_days,
     "ration_days",
     "days",
     {"Achat de produits secs permis par visite en cas d'alerte, en jours de besoin",
      "Dry food that a visit may take during an alarm, in days of need"},
     3'650,
     Combine::smallest,
     {1, 3'650}},
    {Condition::food_price,
     "food_price",
     "1",
     {"Prix de l'alimentation rapporté au prix ordinaire", "Price of food over the ordinary one"},
     1,
     Combine::product,
     {0.01, 100}},
    {Condition::land_for_locals,
     "land_for_locals",
     "ha",
     {"Terres dont la récolte va d'abord aux magasins de la commune",
      "Farmland whose harvest goes to the commune's shops first"},
     0,
     Combine::sum,
     {0, 100'000}},
    {Condition::amap_baskets,
     "amap_baskets",
     "households",
     {"Ménages qui peuvent avoir un panier d'AMAP", "Households that may hold a farm contract for a weekly basket"},
     0,
     Combine::sum,
     {0, 5'000}},
    {Condition::fuel_price,
     "fuel_price",
     "1",
     {"Prix du carburant rapporté au prix ordinaire", "Price of motor fuel over the ordinary one"},
     1,
     Combine::product,
     {0.01, 100}},
    {Condition::fuel_supply,
     "fuel_supply",
     "1",
     {"Part des livraisons ordinaires qui arrivent aux stations",
      "Share of ordinary deliveries that reach fuel stations"},
     1,
     Combine::product,
     {0, 1}},
    {Condition::carpool_offer,
     "carpool_offer",
     "1",
     {"Part des conducteurs qui offrent une place dans un covoiturage organisé",
      "Share of drivers who offer a seat through an organised scheme"},
     0,
     Combine::largest,
     {0, 1}},
    {Condition::solidarity_rides,
     "solidarity_rides",
     "rides/day",
     {"Trajets par jour offerts par des bénévoles à qui n'a pas de voiture",
      "Rides a day that volunteers give to people without a car"},
     0,
     Combine::sum,
     {0, 10'000}},
    {Condition::cycle_network,
     "cycle_network",
     "1",
     {"Part des trajets rendus sûrs et faciles à vélo, en plus d'aujourd'hui",
      "Share of ways made safe and easy by bike, beyond today's"},
     0,
     Combine::largest,
     {0, 1}},
    {Condition::energy_price,
     "energy_price",
     "1",
     {"Prix de l'énergie du logement rapporté au prix ordinaire", "Price of energy at home over the ordinary one"},
     1,
     Combine::product,
     {0.01, 100}},
    {Condition::power_out,
     "power_out",
     "1",
     {"Part des logements et commerces sans électricité", "Share of homes and shops without electricity"},
     0,
     Combine::largest,
     {0, 0},
     Extent::zones},
    {Condition::flood_depth,
     "flood_depth",
     "m",
     {"Hauteur de la rivière au-dessus de ses berges", "Height of the river above its banks"},
     0,
     Combine::largest,
     {0, 0},
     Extent::zones},
    {Condition::retrofit_advice,
     "retrofit_advice",
     "households/year",
     {"Ménages qu'un guichet de rénovation peut conseiller en un an",
      "Households that a retrofit desk can advise in a year"},
     0,
     Combine::sum,
     {0, 100'000}},
    {Condition::retrofit_aid,
     "retrofit_aid",
     "1",
     {"Part du coût des travaux payée en plus", "Share of the cost of works that is paid in addition"},
     0,
     Combine::sum,
     {0, 1}},
    {Condition::cool_places,
     "cool_places",
     "persons",
     {"Personnes que des lieux frais accueillent", "Persons that cool rooms take in"},
     0,
     Combine::sum,
     {0, 100'000}},
    {Condition::visits,
     "visits",
     "visits/day",
     {"Personnes isolées visitées chaque jour", "Isolated persons visited each day"},
     0,
     Combine::sum,
     {0, 100'000}},
    {Condition::light_dwellings,
     "light_dwellings",
     "dwellings",
     {"Logements légers en plus du parc ordinaire", "Light dwellings beside the ordinary stock"},
     0,
     Combine::sum,
     {0, 1'000}},
    {Condition::absent_workers,
     "absent_workers",
     "1",
     {"Part des actifs occupés absents de leur travail", "Share of workers absent from work"},
     0,
     Combine::largest,
     {0, 0}},
    {Condition::jobs_lost,
     "jobs_lost",
     "1",
     {"Part des actifs occupés qui ont perdu leur emploi", "Share of workers who have lost their job"},
     0,
     Combine::largest,
     {0, 0}},
    {Condition::assembly,
     "assembly",
     "persons",
     {"Sièges d'une assemblée citoyenne qui siège", "Seats of a citizens' assembly that meets"},
     0,
     Combine::largest,
     {0, 1'000}},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].condition != static_cast<Condition>(i)) return false;
  }
  return true;
}
static_assert(in_order(), "one row per Condition, in the order of its enumerators");

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

double combined(Condition condition, Zone zone, std::span<const Effect> effects, Strength strength, Time now) {
  const ConditionInfo& about = info(condition);
  const auto bit = static_cast<std::uint8_t>(1u << static_cast<unsigned>(zone));
  double value = about.otherwise;
  for (const Effect& effect : effects) {
    if (effect.condition != condition || now < effect.start || now >= effect.end) continue;
    if (about.extent == Extent::zones && (effect.zones & bit) == 0) continue;
    const double part = strength.of(effect);
    if (part <= 0) continue;
    // A full effect is its value to the last bit.
    const double given = part >= 1 ? effect.value : about.otherwise + part * (effect.value - about.otherwise);
    value = combine(about.combine, value, given);
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
