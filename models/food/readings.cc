// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/food/readings.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace essaim::food {

namespace {

constexpr std::array table = {
    IndicatorInfo{"food.need_met",
                  "1",
                  {"Besoin alimentaire couvert", "Food need met"},
                  {"Nourriture mangée dans la journée par tous les habitants, rapportée à leur besoin",
                   "Food eaten in the day by all residents over their need"},
                  Better::up,
                  Aim::resilience,
                  "time: mean"},
    IndicatorInfo{
        "food.insecure_share",
        "1",
        {"Ménages qui manquent de nourriture", "Households short of food"},
        {"Part des ménages qui ont manqué plus de 5 % de leur besoin (un seuil réglable) sur environ une semaine",
         "Share of households that missed more than 5 % of their need (a threshold that can be set) over about a week"},
        Better::down,
        Aim::solidarity,
        "time: point",
        false,
        true},
    IndicatorInfo{"food.insecure_share_poorest",
                  "1",
                  {"Ménages modestes qui manquent de nourriture", "Poorer households short of food"},
                  {"La même part dans le tiers des ménages au plus bas revenu par unité de consommation",
                   "The same share in the third of households with the lowest income per consumption unit"},
                  Better::down,
                  Aim::solidarity,
                  "time: point"},
    IndicatorInfo{"food.stockout_share",
                  "1",
                  {"Visites devant un rayon vide", "Visits that met an empty shelf"},
                  {"Part des visites du jour dont au moins 5 % du panier manquait en rayon",
                   "Share of the day's visits that lacked at least 5 % of their basket for want of stock"},
                  Better::down,
                  Aim::resilience,
                  "time: mean"},
    IndicatorInfo{"food.household_stock",
                  "days",
                  {"Réserves des ménages", "Household stocks"},
                  {"Nourriture en réserve chez les habitants, en jours de leur besoin",
                   "Food in residents' homes, in days of their need"},
                  Better::up,
                  Aim::resilience,
                  "time: point"},
    IndicatorInfo{"food.shop_stock",
                  "days",
                  {"Stocks des magasins", "Shop stocks"},
                  {"Nourriture dans les magasins de la commune, en jours de vente ordinaires",
                   "Food in the commune's shops, in days of ordinary sales"},
                  Better::up,
                  Aim::resilience,
                  "time: point"},
    IndicatorInfo{"food.sales",
                  "kg/day",
                  {"Achats des habitants", "Residents' purchases"},
                  {"Nourriture achetée dans la journée, dans la commune et en ville",
                   "Food bought in the day, in the commune and in town"},
                  Better::neither,
                  Aim::none,
                  "time: sum"},
    IndicatorInfo{"food.worry",
                  "1",
                  {"Inquiétude", "Worry"},
                  {"Inquiétude moyenne des ménages sur l'approvisionnement, de 0 à 1",
                   "Mean worry of households about supply, 0 to 1"},
                  Better::down,
                  Aim::resilience,
                  "time: point"},
    IndicatorInfo{"food.local_share",
                  "1",
                  {"Part locale", "Local share"},
                  {"Nourriture livrée dans la journée par les fermes de la commune, rapportée au besoin des habitants",
                   "Food delivered in the day by the commune's farms over residents' need"},
                  Better::up,
                  Aim::sobriety,
                  "time: mean"},
    IndicatorInfo{"food.outside_share",
                  "1",
                  {"Achats faits en ville", "Bought in town"},
                  {"Part des achats du jour faits hors de la commune", "Share of the day's purchases made outside"},
                  Better::neither,
                  Aim::none,
                  "time: mean"},
    IndicatorInfo{"food.visitor_share",
                  "1",
                  {"Ventes à des clients d'ailleurs", "Sold to customers from outside"},
                  {"Part des ventes du jour des commerces de la commune faite à des clients venus d'ailleurs",
                   "Share of the day's sales of the commune's shops that went to customers from outside"},
                  Better::neither,
                  Aim::none,
                  "time: mean"},
    IndicatorInfo{"food.waste",
                  "kg/day",
                  {"Nourriture perdue", "Food lost"},
                  {"Nourriture perdue dans la journée, chez les habitants et dans les magasins",
                   "Food lost in the day, in homes and shops"},
                  Better::down,
                  Aim::sobriety,
                  "time: sum"},
    IndicatorInfo{"food.grocer_members",
                  "households",
                  {"Ménages à l'épicerie solidaire", "Members of the solidarity grocer"},
                  {"Ménages accueillis à l'épicerie solidaire", "Households taken in by the solidarity grocer"},
                  Better::neither,
                  Aim::solidarity,
                  "time: point"},
    IndicatorInfo{"food.reserve",
                  "days",
                  {"Stock communal", "Communal stock"},
                  {"Produits secs du stock communal, en jours de besoin de tous les habitants",
                   "Dry food in the communal stock, in days of need of all residents"},
                  Better::neither,
                  Aim::resilience,
                  "time: point"},
    IndicatorInfo{"food.baskets",
                  "households",
                  {"Paniers d'AMAP", "Farm baskets"},
                  {"Paniers reçus dans la journée par contrat avec des fermes de la commune",
                   "Baskets received in the day by contract with farms of the commune"},
                  Better::neither,
                  Aim::none,
                  "time: sum"},
    IndicatorInfo{"food.visits_prevented",
                  "1",
                  {"Courses empêchées", "Shopping prevented"},
                  {"Part des visites voulues dans la journée que le trajet a empêchées",
                   "Share of the visits wanted in the day that the way prevented"},
                  Better::down,
                  Aim::resilience,
                  "time: mean"},
    IndicatorInfo{"food.harvest",
                  "kg/day",
                  {"Récoltes", "Harvests"},
                  {"Nourriture récoltée dans la journée par les fermes de la commune, exportée pour l'essentiel",
                   "Food harvested in the day by the commune's farms, mostly exported"},
                  Better::up,
                  Aim::none,
                  "time: sum"},
};

template <class T>
double sum(const Column<T>& column) {
  const auto values = column.values();
  if constexpr (std::is_integral_v<T>) {
    return static_cast<double>(std::accumulate(values.begin(), values.end(), std::int64_t{0}));
  } else {
    return std::accumulate(values.begin(), values.end(), 0.0);
  }
}

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0.0; }

}  // namespace

std::span<const IndicatorInfo> Readings::infos() { return table; }

Readings::Readings(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns}, town_{town}, poorest_third_(columns.households.table->rows(), 0) {
  const auto order = commune::by_income(setting.commune.population);
  for (std::size_t i = 0; i < order.size() / 3; ++i) poorest_third_[order[i]] = 1;
}

Readings::Totals Readings::totals() const {
  const auto& h = columns_.households;
  const auto& s = columns_.shops;
  Totals t;
  t.needed = sum(h.needed_g);
  t.eaten = sum(h.eaten_g);
  t.wasted = sum(h.wasted_g) + sum(s.wasted_g) + sum(columns_.platforms.wasted_g);
  t.visits = sum(h.visits);
  t.empty_visits = sum(h.empty_visits);
  t.sold_visitors = sum(s.visitors_g);
  t.sold = sum(s.sold_g[dry]) + sum(s.sold_g[fresh]) - t.sold_visitors;
  t.sold_outside = static_cast<double>(s.sold_g[dry][setting_.outside] + s.sold_g[fresh][setting_.outside]);
  t.sold_here = t.sold + t.sold_visitors - t.sold_outside;
  t.local = sum(s.local_g) + sum(columns_.farms.baskets_g);
  t.harvested = sum(columns_.farms.harvested_g);
  t.baskets = sum(columns_.farms.baskets);
  t.prevented = sum(h.errands_not_made);
  return t;
}

double Readings::share_short_of_food(bool poorest_only) const {
  std::uint32_t counted = 0;
  std::uint32_t short_of_food = 0;
  for (std::uint32_t h = 0; h < columns_.households.table->rows(); ++h) {
    if (poorest_only && !poorest_third_[h]) continue;
    ++counted;
    if (columns_.households.missed_share[h] > setting_.parameters.short_of_food.value()) ++short_of_food;
  }
  return ratio(short_of_food, counted);
}

double Readings::mean_worry() const {
  double worry = 0;
  const std::uint32_t households = columns_.households.table->rows();
  for (std::uint32_t h = 0; h < households; ++h) worry += columns_.households.worry[h];
  return ratio(worry, households);
}

double Readings::stock_days() const {
  const auto& h = columns_.households;
  return ratio(sum(h.stock_g[dry]) + sum(h.stock_g[fresh]), setting_.total_need_g[dry] + setting_.total_need_g[fresh]);
}

double Readings::shelf_days() const {
  double stock = 0;
  double sales = 0;
  for (std::uint32_t shop = 0; shop < setting_.local_shops; ++shop) {
    for (const Product product : {dry, fresh}) {
      stock += static_cast<double>(columns_.shops.stock_g[product][shop]);
      sales += setting_.expected_sales_g[product][shop];
    }
  }
  return ratio(stock, sales);
}

void Readings::read_groups(std::span<double> values) {
  commune::GroupRatios groups{setting_.commune.groups};
  for (std::uint32_t h = 0; h < columns_.households.table->rows(); ++h) {
    groups.add(h, columns_.households.missed_share[h] > setting_.parameters.short_of_food.value() ? 1 : 0, 1);
  }
  groups.write(values);
}

void Readings::read(std::span<double> values) {
  const Totals now = totals();
  const Totals was = std::exchange(before_, now);
  const double sold = now.sold - was.sold;
  const std::array<double, table.size()> today = {
      ratio(now.eaten - was.eaten, now.needed - was.needed),
      share_short_of_food(false),
      share_short_of_food(true),
      ratio(now.empty_visits - was.empty_visits, now.visits - was.visits),
      stock_days(),
      shelf_days(),
      sold / 1'000.0,
      mean_worry(),
      ratio(now.local - was.local, now.needed - was.needed),
      ratio(now.sold_outside - was.sold_outside, sold),
      ratio(now.sold_visitors - was.sold_visitors, now.sold_here - was.sold_here),
      (now.wasted - was.wasted) / 1'000.0,
      static_cast<double>(columns_.shops.members[setting_.grocer]),
      ratio(static_cast<double>(town_.stock_g[0]), setting_.total_need_g[dry]),
      now.baskets - was.baskets,
      ratio(now.prevented - was.prevented, now.prevented - was.prevented + now.visits - was.visits),
      (now.harvested - was.harvested) / 1'000.0,
  };
  std::copy(today.begin(), today.end(), values.begin());
}

}  // namespace essaim::food
