// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/territory.h"

#include <algorithm>
#include <utility>

namespace essaim::record {

namespace {

template <class Row>
void append(std::vector<Row>& all, const std::vector<Row>& rows, std::uint32_t site) {
  for (const Row& row : rows) {
    all.push_back(row);
    all.back().site = site;
  }
}

template <class Row>
std::vector<Row> rows_of(const std::vector<Row>& all, std::size_t site) {
  std::vector<Row> rows;
  std::ranges::copy_if(all, std::back_inserter(rows), [site](const Row& row) { return row.site == site; });
  return rows;
}

/// Squares that are counted together.
struct Lot {
  std::vector<std::size_t> squares;
  std::uint32_t households = 0;
  std::uint32_t residents = 0;
};

double distance2(const TerritorySquare& a, const TerritorySquare& b) {
  const double x = a.x_m - b.x_m;
  const double y = a.y_m - b.y_m;
  return x * x + y * y;
}

/// The lot nearest to one, by their first squares; in another zone only if there is none in its own.
std::size_t nearest_lot(const std::vector<Lot>& lots, std::size_t of, const std::vector<TerritorySquare>& squares) {
  const TerritorySquare& from = squares[lots[of].squares.front()];
  const auto key = [&](std::size_t i) {
    const TerritorySquare& to = squares[lots[i].squares.front()];
    return std::pair{to.zone != from.zone, distance2(from, to)};
  };
  std::size_t best = of == 0 ? 1 : 0;
  for (std::size_t i = 0; i < lots.size(); ++i) {
    if (i != of && key(i) < key(best)) best = i;
  }
  return best;
}

void share_out(const Lot& lot, std::vector<TerritorySquare>& squares) {
  const auto count = static_cast<std::uint32_t>(lot.squares.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    TerritorySquare& square = squares[lot.squares[i]];
    square.merged = true;
    square.households = lot.households / count + (i < lot.households % count ? 1 : 0);
    square.residents = lot.residents / count + (i < lot.residents % count ? 1 : 0);
  }
}

}  // namespace

void TerritoryTables::add(const TerritoryMap& map) {
  const auto site = static_cast<std::uint32_t>(sites.size());
  const auto first_node = static_cast<std::uint32_t>(nodes.size());
  const std::size_t first_road = roads.size();
  sites.push_back(map.about);
  append(nodes, map.nodes, site);
  append(roads, map.roads, site);
  append(squares, map.squares, site);
  append(places, map.places, site);
  append(corners, map.corners, site);
  for (std::size_t i = first_road; i < roads.size(); ++i) roads[i].from += first_node, roads[i].to += first_node;
}

std::optional<TerritoryMap> TerritoryTables::of_site(std::size_t site) const {
  if (site >= sites.size()) return std::nullopt;
  TerritoryMap map{sites[site],           rows_of(nodes, site),  rows_of(roads, site), rows_of(squares, site),
                   rows_of(places, site), rows_of(corners, site)};
  const auto first = std::ranges::find(nodes, site, &TerritoryNode::site);
  const auto first_node = static_cast<std::uint32_t>(first - nodes.begin());
  for (TerritoryRoad& road : map.roads) {
    road.from -= first_node;
    road.to -= first_node;
    if (road.from >= map.nodes.size() || road.to >= map.nodes.size()) return std::nullopt;
    if (road.road_class >= territory_roads.size()) return std::nullopt;
  }
  for (TerritoryNode& node : map.nodes) node.site = 0;
  for (TerritoryRoad& road : map.roads) road.site = 0;
  for (TerritorySquare& square : map.squares) square.site = 0;
  for (TerritoryPlace& place : map.places) place.site = 0;
  for (TerritoryCorner& corner : map.corners) corner.site = 0;
  return map;
}

void merge_small_squares(std::vector<TerritorySquare>& squares) {
  std::vector<Lot> lots;
  for (std::size_t i = 0; i < squares.size(); ++i) lots.push_back({{i}, squares[i].households, squares[i].residents});
  const auto is_small = [](const Lot& lot) { return lot.households < fewest_shown_households; };
  while (lots.size() > 1) {
    const auto small = std::ranges::find_if(lots, is_small);
    if (small == lots.end()) break;
    Lot& into = lots[nearest_lot(lots, static_cast<std::size_t>(small - lots.begin()), squares)];
    into.squares.insert(into.squares.end(), small->squares.begin(), small->squares.end());
    into.households += small->households;
    into.residents += small->residents;
    lots.erase(small);
  }
  for (const Lot& lot : lots) {
    if (lot.squares.size() > 1) share_out(lot, squares);
  }
}

}  // namespace essaim::record
