// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/farm_types.h"

#include <algorithm>

namespace essaim::commune {

namespace {

constexpr double census_farms = 389'000;  // metropolitan France, farm census 2020 (web-agri.fr)

/// A type by its share of all farms: specialised farms, metropolitan France, farm census 2020.
struct CensusType {
  std::string_view name;
  Words label;
  double farms;
  std::string_view source;
};
constexpr CensusType census[] = {
    {"field_crops",
     {"Grandes cultures", "Field crops"},
     112'000,
     "112,000 of 389,000 farms, census 2020 (Carto, March 2022, pressreader.com) (computed); range: none to all"},
    {"vineyard",
     {"Vigne", "Vineyards"},
     59'000,
     "59,000 of 389,000 farms, census 2020 (Carto, March 2022, pressreader.com) (computed); range: none to all"},
    {"beef",
     {"Bovins viande", "Beef cattle"},
     48'000,
     "48,000 of 389,000 farms, census 2020 (Carto, March 2022, pressreader.com) (computed); range: none to all"},
};

constexpr double usual_herd = 56;            // mean dairy farm of France (produits-laitiers.com)
constexpr double large_herd = 5'091.0 / 79;  // Le Mené, 31 December 2023 (FranceAgriMer in paysan-breton.fr)

}  // namespace

std::vector<FarmType> farms_by_type(const Site& site) {
  std::vector<FarmType> types;
  const Figure all = site.figure(FigureId::farms);
  const Figure cows = site.figure(FigureId::dairy_cows);
  if (cows.present) {
    types.push_back({"dairy",
                     {"Vaches laitières", "Dairy cows"},
                     cows.value / usual_herd,
                     {cows.range.low / large_herd, cows.range.high / usual_herd},
                     "dairy_cows over 56 cows a farm (produits-laitiers.com) to 64, Le Mené 2023 (paysan-breton.fr)"});
  }
  for (const CensusType& type : census) {
    if (!all.present) break;
    const Figure vines = site.figure(FigureId::vineyards);
    const bool none = type.name == "vineyard" && vines.present && vines.value == 0;
    const double farms = none ? 0 : all.value * type.farms / census_farms;
    types.push_back({type.name, type.label, farms, {0, none ? 0 : all.range.high}, std::string{type.source}});
  }
  return types;
}

}  // namespace essaim::commune
