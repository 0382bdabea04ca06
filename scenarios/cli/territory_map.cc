// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/territory_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "models/catalogue/shared_draw.h"
#include "models/commune/field_plan.h"
#include "scenarios/cli/results_header.h"

namespace essaim::cli {

namespace {

using record::TerritoryMap;
using record::TerritoryPlaceKind;

static_assert(record::territory_roads == road_class_names);
static_assert(record::territory_zones == commune::zone_names);
static_assert(record::territory_fields == commune::field_origin_names);

record::TerritoryRow about(const commune::Site& site) {
  record::TerritoryRow row;
  if (!site.map) {
    row.source = "made up by Essaim with the figures of the site";
    row.credit = lines(site.credits);
    return row;
  }
  row.generated = false;
  row.latitude = site.map->latitude;
  row.longitude = site.map->longitude;
  // That of the roads first; the pilot's own lines may name it too.
  std::vector<std::string> others;
  std::ranges::copy_if(site.credits, std::back_inserter(others),
                       [&](const std::string& line) { return line.find(site.map->credit) == std::string::npos; });
  row.credit = site.map->credit + (others.empty() ? "" : "\n" + lines(others));
  row.licence = site.map->licence;
  row.source = site.map->source;
  return row;
}

void add_roads(TerritoryMap& map, const commune::Territory& territory) {
  const std::span<const Node> nodes = territory.network.nodes();
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    map.nodes.push_back(
        {0, static_cast<float>(nodes[i].x_m), static_cast<float>(nodes[i].y_m), i == territory.town.index()});
  }
  for (const Edge& edge : territory.network.edges()) {
    map.roads.push_back(
        {0, edge.a.index(), edge.b.index(), static_cast<std::uint8_t>(edge.road), edge.car, edge.foot, edge.one_way});
  }
}

/// What lies in one square, before few are hidden.
struct Count {
  std::uint32_t residents = 0;
  std::array<std::uint32_t, commune::zone_count> households{};
};

void add_squares(TerritoryMap& map, const commune::Commune& commune) {
  std::map<std::pair<std::int64_t, std::int64_t>, Count> counts;  // by row and column: from south to north
  const commune::Territory& territory = commune.territory;
  for (std::uint32_t household = 0; household < territory.homes.size(); ++household) {
    const std::uint32_t home = territory.homes[household].index();
    const Node& node = territory.network.nodes()[home];
    const auto column = static_cast<std::int64_t>(std::floor(node.x_m / record::square_m));
    const auto row = static_cast<std::int64_t>(std::floor(node.y_m / record::square_m));
    Count& count = counts[{row, column}];
    count.residents += commune.population.persons[household];
    ++count.households[static_cast<std::size_t>(territory.zone[home])];
  }
  for (const auto& [place, count] : counts) {
    const auto most = std::ranges::max_element(count.households);
    record::TerritorySquare square;
    square.x_m = static_cast<float>(static_cast<double>(place.second) * record::square_m);
    square.y_m = static_cast<float>(static_cast<double>(place.first) * record::square_m);
    for (const std::uint32_t households : count.households) square.households += households;
    square.residents = count.residents;
    square.zone = static_cast<std::uint8_t>(most - count.households.begin());
    map.squares.push_back(square);
  }
  record::merge_small_squares(map.squares);
}

void add_places(TerritoryMap& map, const commune::Commune& commune) {
  const commune::Places& places = commune.places;
  const auto add = [&](TerritoryPlaceKind kind, commune::PlaceRange range) {
    for (commune::PlaceId id = range.first; id < range.end(); ++id) {
      if (places.nodes[id] == commune.territory.town) continue;
      const Node& node = commune.territory.network.nodes()[places.nodes[id].index()];
      map.places.push_back(
          {0, static_cast<std::uint8_t>(kind), static_cast<float>(node.x_m), static_cast<float>(node.y_m)});
    }
  };
  add(TerritoryPlaceKind::food_shop, places.shops);
  add(TerritoryPlaceKind::primary_school, places.schools);
  add(TerritoryPlaceKind::middle_school, places.middle_schools);
  add(TerritoryPlaceKind::doctor, places.doctors);
  add(TerritoryPlaceKind::fuel_station, places.stations);
  add(TerritoryPlaceKind::town_hall, {places.hall, 1});
  add(TerritoryPlaceKind::workplace, places.workplaces);
}

void add_fields(TerritoryMap& map, const commune::FieldPlan& plan) {
  map.about.fields = static_cast<std::uint8_t>(plan.origin);
  map.about.farmland_ha = plan.wanted_ha;
  map.about.farmland_missing_ha = plan.missing_ha;
  for (std::uint32_t field = 0; field < plan.fields.size(); ++field) {
    const auto& rings = plan.fields[field].rings;
    for (std::uint32_t ring = 0; ring < rings.size(); ++ring) {
      for (const Node& corner : rings[ring]) {
        map.corners.push_back({0, field, ring, static_cast<float>(corner.x_m), static_cast<float>(corner.y_m)});
      }
    }
  }
}

/// The same roads, homes and places as in `SharedDraw`, which prepares much more; weather and closed roads are left
/// out, as they move none of these.
TerritoryMap draw(const catalogue::Scenario& scenario, std::uint32_t site) {
  const Random random{scenario.seed, 0, scenario.sites[site].id};
  const catalogue::Parameters parameters = catalogue::draw_parameters(scenario, random);
  const auto uncertainty = scenario.fixed_parameters ? commune::Uncertainty::fixed : commune::Uncertainty::drawn;
  const commune::Frame frame{scenario.start, 1, {}, scenario.couplings};
  return territory_map(commune::make_commune(scenario.sites[site], parameters.commune, uncertainty, frame, random),
                       scenario.sites[site], random);
}

}  // namespace

TerritoryMap territory_map(const commune::Commune& commune, const commune::Site& site, const Random& random) {
  TerritoryMap map;
  map.about = about(site);
  add_roads(map, commune.territory);
  add_squares(map, commune);
  add_places(map, commune);
  add_fields(map, commune::fields_of(commune, site.map.get(), random));
  return map;
}

record::TerritoryTables territory_tables(const catalogue::Scenario& scenario) {
  record::TerritoryTables tables;
  for (std::uint32_t site = 0; site < scenario.sites.size(); ++site) tables.add(draw(scenario, site));
  return tables;
}

TerritoryMap territory_of_pilot(const commune::Site& site) {
  catalogue::Scenario scenario;
  scenario.sites = {site};
  scenario.start = Date{2026, 1, 1};
  scenario.days = 1;
  scenario.seed = 1;
  scenario.fixed_parameters = true;
  return draw(scenario, 0);
}

}  // namespace essaim::cli
