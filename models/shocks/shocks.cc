// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/shocks/shocks.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "engine/core/math.h"

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

constexpr std::array fuel_settings = {
    Setting{"factor",
            "1",
            {"Prix du carburant rapporté au prix ordinaire : 1,5 pour 50 % de plus",
             "Price of motor fuel over the ordinary one: 1.5 for 50 % more"},
            {0.01, 100},
            0,
            Setting::Need::required},
};

std::vector<Effect> fuel_price(std::span<const double> settings, Time start, Time end) {
  return {{Condition::fuel_price, settings[0], start, end}};
}

constexpr std::array shortage_settings = {
    Setting{"severity",
            "1",
            {"Part des livraisons aux stations qui n'arrivent pas", "Share of deliveries to stations that do not come"},
            {0, 1},
            0.75},
};

std::vector<Effect> fuel_shortage(std::span<const double> settings, Time start, Time end) {
  return {{Condition::fuel_supply, 1 - settings[0], start, end}};
}

constexpr std::array flood_settings = {
    Setting{
        "depth",
        "m",
        {"Hauteur de la rivière au-dessus de ses berges, au plus fort", "Height of the river above its banks at most"},
        {0, 15},
        0,
        Setting::Need::required},
};

/// Half its height in the first and the last quarter, its full height between.
std::vector<Effect> flood(std::span<const double> settings, Time start, Time end) {
  const Duration quarter = Duration::seconds((end - start).count() / 4);
  return {{Condition::flood_depth, settings[0] / 2, start, end},
          {Condition::flood_depth, settings[0], start + quarter, start + quarter * 3}};
}

constexpr std::array outage_settings = {
    Setting{"share",
            "1",
            {"Part des logements et commerces coupés au début", "Share of homes and shops cut off at the start"},
            {0, 1},
            1.0},
    Setting{
        "alarm", "1", {"Force de la nouvelle pour les habitants", "Strength of the news for residents"}, {0, 1}, 0.0},
};

/// Restored as after the storm Ciaran (press count of Enedis, November 2023): of those cut off at first,
/// F(t) = exp(-(t / 24.5 h)^0.68) still are after t, in steps; all are back at the end.
std::vector<Effect> power_outage(std::span<const double> settings, Time start, Time end) {
  constexpr std::array<std::int64_t, 9> steps_h = {0, 6, 12, 24, 48, 96, 168, 336, 672};
  std::vector<Effect> effects = {{Condition::alarm, settings[1], start, end}};
  for (std::size_t i = 0; i < steps_h.size(); ++i) {
    const Time from = start + Duration::hours(steps_h[i]);
    const Time until = i + 1 < steps_h.size() ? std::min(end, start + Duration::hours(steps_h[i + 1])) : end;
    if (from >= until) break;
    const double left = math::exp(-math::pow(static_cast<double>(steps_h[i]) / 24.5, 0.68));
    effects.push_back({Condition::power_out, settings[0] * left, from, until});
  }
  return effects;
}

constexpr std::array epidemic_settings = {
    Setting{"peak_absence",
            "1",
            {"Part des actifs absents de leur travail au plus fort de la vague",
             "Share of workers absent from work at the height of the wave"},
            {0, 1},
            0,
            Setting::Need::required},
};

/// A wave in five equal parts: 25, 60, 100, 60 and 25 % of its height.
std::vector<Effect> epidemic_wave(std::span<const double> settings, Time start, Time end) {
  constexpr std::array heights = {0.25, 0.6, 1.0, 0.6, 0.25};
  const std::int64_t part = (end - start).count() / 5;
  std::vector<Effect> effects;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    const Time from = start + Duration::seconds(part * static_cast<std::int64_t>(i));
    const Time until = i + 1 < heights.size() ? from + Duration::seconds(part) : end;
    effects.push_back({Condition::absent_workers, settings[0] * heights[i], from, until});
  }
  return effects;
}

constexpr std::array price_settings = {
    Setting{"food",
            "1",
            {"Prix de l'alimentation rapporté au prix ordinaire", "Price of food over the ordinary one"},
            {0.01, 100},
            1},
    Setting{
        "energy",
        "1",
        {"Prix de l'énergie du logement rapporté au prix ordinaire", "Price of energy at home over the ordinary one"},
        {0.01, 100},
        1},
    Setting{"fuel",
            "1",
            {"Prix du carburant rapporté au prix ordinaire", "Price of motor fuel over the ordinary one"},
            {0.01, 100},
            1},
};

std::vector<Effect> price_rise(std::span<const double> settings, Time start, Time end) {
  return {{Condition::food_price, settings[0], start, end},
          {Condition::energy_price, settings[1], start, end},
          {Condition::fuel_price, settings[2], start, end}};
}

constexpr std::array job_settings = {
    Setting{"share",
            "1",
            {"Part des actifs occupés qui perdent leur emploi", "Share of workers who lose their job"},
            {0, 1},
            0,
            Setting::Need::required},
};

std::vector<Effect> job_losses(std::span<const double> settings, Time start, Time end) {
  return {{Condition::jobs_lost, settings[0], start, end}};
}

/// A shock: what it is, and what it does outside the commune.
constexpr commune::ActionInfo shock(std::string_view name, Words label, Words meaning, Words outside,
                                    std::span<const Setting> settings, decltype(commune::ActionInfo::effects) effects) {
  commune::ActionInfo info{name, label, meaning, {}, settings, effects};
  info.outside = outside;
  return info;
}

constexpr std::array table = {
    shock("heatwave", {"Canicule", "Heatwave"},
          {"Des jours très chauds : les produits frais se perdent, les récoltes baissent, les logements chauffent.",
           "Very hot days: fresh food spoils, harvests fall, homes grow hot."},
          {"Autour de la commune : le temps est le même, et les magasins de la ville perdent du frais comme les siens.",
           "Outside the commune: the weather is the same, and the town's shops lose fresh food as its own do."},
          heatwave_settings, heatwave),
    shock("supply_interruption", {"Rupture d'approvisionnement", "Supply interruption"},
          {"Les fournisseurs de l'extérieur n'envoient plus qu'une part des commandes, et cela se sait.",
           "Suppliers outside send only part of what is ordered, and people hear of it."},
          {"Autour de la commune : `reaches_outside` dit si les magasins de la ville manquent aussi ; leurs clients "
           "achètent alors davantage dans la commune.",
           "Outside the commune: `reaches_outside` says whether the town's shops run short too; their customers then "
           "buy more in the commune."},
          supply_settings, supply_interruption),
    shock("road_closure", {"Routes d'accès coupées", "Access roads closed"},
          {"Des routes entre la commune et la ville voisine sont fermées puis rouvertes.",
           "Roads between the commune and the nearest town close, then reopen."},
          {"Autour de la commune : rien d'autre ne change ; ceux qui viennent d'ailleurs ne passent plus non plus.",
           "Outside the commune: nothing else changes; those who come from outside cannot pass either."},
          road_settings, road_closure),
    shock("fuel_price", {"Carburant cher", "Dear motor fuel"},
          {"Le prix du carburant monte d'un coup, puis revient.",
           "The price of motor fuel rises at once, then comes back."},
          {"Autour de la commune : le prix est le même partout.",
           "Outside the commune: the price is the same everywhere."},
          fuel_settings, fuel_price),
    shock("fuel_shortage", {"Pénurie de carburant", "Fuel shortage"},
          {"Les stations ne reçoivent qu'une part de leurs livraisons.",
           "Stations receive only part of their deliveries."},
          {"Autour de la commune : les camions de tout le territoire en manquent aussi ; les stations de la ville ne "
           "sont pas simulées.",
           "Outside the commune: lorries lack fuel as well; the town's stations are not simulated."},
          shortage_settings, fuel_shortage),
    shock("flood", {"Crue", "Flood"},
          {"La rivière sort de son lit : logements abîmés, routes coupées.",
           "The river leaves its bed: homes are damaged, roads are cut."},
          {"Autour de la commune : la ville reste au sec et ses magasins ouverts.",
           "Outside the commune: the town stays dry and its shops open."},
          flood_settings, flood),
    shock("power_outage", {"Coupure d'électricité", "Power outage"},
          {"Logements et commerces sont coupés, puis rétablis peu à peu.",
           "Homes and shops are cut off, then restored little by little."},
          {"Autour de la commune : la ville garde le courant.", "Outside the commune: the town keeps its power."},
          outage_settings, power_outage),
    shock("epidemic_wave", {"Vague épidémique", "Epidemic wave"},
          {"Des actifs malades ou aidants s'absentent de leur travail ; le modèle de la maladie elle-même viendra.",
           "Workers who are ill or caring are absent from work; the disease itself is not modelled."},
          {"Autour de la commune : les chauffeurs manquent dans la même proportion ; les magasins de la ville restent "
           "ouverts.",
           "Outside the commune: drivers of lorries are absent alike; the town's shops stay open."},
          epidemic_settings, epidemic_wave),
    shock("price_rise", {"Hausse des prix", "Price rise"},
          {"L'alimentation, l'énergie ou le carburant coûtent plus cher.", "Food, energy or motor fuel cost more."},
          {"Autour de la commune : les prix montent de la même façon en ville.",
           "Outside the commune: prices rise alike in town."},
          price_settings, price_rise),
    shock("job_losses", {"Pertes d'emploi", "Job losses"},
          {"Des actifs perdent leur emploi et une part de leur revenu.",
           "Workers lose their job and part of their income."},
          {"Autour de la commune : les habitants perdent aussi des emplois occupés ailleurs ; le reste de l'économie "
           "n'est pas simulé.",
           "Outside the commune: residents also lose jobs held elsewhere; the rest of the economy is not simulated."},
          job_settings, job_losses),
};

}  // namespace

std::span<const commune::ActionInfo> infos() { return table; }

}  // namespace essaim::shocks
