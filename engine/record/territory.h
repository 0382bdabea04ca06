// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where a run took place, as a file keeps it and a map draws it. Nobody can be found in it: households are counted by
/// squares of 200 m, and squares with few of them are merged before they are counted.
namespace essaim::record {

inline constexpr double square_m = 200;
/// Counts below this are merged before they are shown.
inline constexpr std::uint32_t fewest_shown_households = 11;

inline constexpr std::array<std::string_view, 6> territory_roads = {"motorway", "major", "minor",
                                                                    "street",   "track", "path"};
inline constexpr std::array<std::string_view, 3> territory_zones = {"centre", "edge", "hamlets"};

enum class TerritoryPlaceKind : std::uint8_t {
  food_shop,
  primary_school,
  middle_school,
  doctor,
  fuel_station,
  town_hall,
  workplace
};
inline constexpr std::array<std::string_view, 7> territory_places = {
    "food_shop", "primary_school", "middle_school", "doctor", "fuel_station", "town_hall", "workplace"};

/// Where the fields of a site come from.
enum class TerritoryFields : std::uint8_t {
  none,     ///< it shows no field
  source,   ///< those of the real map
  known,    ///< made-up places for hectares that are the site's own figure
  assumed,  ///< made-up places for hectares that stand in for a figure that nobody knows there
};
inline constexpr std::array<std::string_view, 4> territory_fields = {"none", "source", "known", "assumed"};

/// What is said of the territory of one site as a whole.
struct TerritoryRow {
  bool generated = true;  ///< drawn by the model: each replicate has its own, and this is that of replicate 0
  double latitude = std::numeric_limits<double>::quiet_NaN();  ///< of the point 0, 0 (WGS84); NaN: nowhere on Earth
  double longitude = std::numeric_limits<double>::quiet_NaN();
  std::string credit;   ///< to be shown with every map
  std::string licence;  ///< of the roads and places
  std::string source;
  std::uint8_t fields = 0;         ///< of `TerritoryFields`
  double farmland_ha = 0;          ///< that its made-up fields stand for
  double farmland_missing_ha = 0;  ///< of that, for which there was no room
};

struct TerritoryNode {
  std::uint32_t site = 0;
  float x_m = 0;
  float y_m = 0;
  bool outside = false;  ///< stands for the nearest town, far away: not to be drawn at its place
};

struct TerritoryRoad {
  std::uint32_t site = 0;
  std::uint32_t from = 0;  ///< nodes
  std::uint32_t to = 0;
  std::uint8_t road_class = 0;  ///< of `territory_roads`
  bool car = true;
  bool foot = true;
  bool one_way = false;  ///< for cars: from `from` to `to`
};

/// A square of 200 m where people live.
struct TerritorySquare {
  std::uint32_t site = 0;
  float x_m = 0;  ///< its south-west corner
  float y_m = 0;
  std::uint32_t households = 0;  ///< of a merged one: its share of those of all squares that it was merged with
  std::uint32_t residents = 0;
  std::uint8_t zone = 0;  ///< of `territory_zones`
  bool merged = false;    ///< fewer than `fewest_shown_households` live here, or in one that it was merged with
};

struct TerritoryPlace {
  std::uint32_t site = 0;
  std::uint8_t kind = 0;  ///< of `TerritoryPlaceKind`
  float x_m = 0;
  float y_m = 0;
};

/// A corner of a field; the rings of a field, and the corners of a ring, follow each other. The last one joins the
/// first.
struct TerritoryCorner {
  std::uint32_t site = 0;
  std::uint32_t field = 0;  ///< of the site
  std::uint32_t ring = 0;   ///< of the field: anticlockwise, or a hole clockwise
  float x_m = 0;
  float y_m = 0;
};

/// The territory of one site; its roads name nodes by their place here.
struct TerritoryMap {
  TerritoryRow about;
  std::vector<TerritoryNode> nodes;
  std::vector<TerritoryRoad> roads;
  std::vector<TerritorySquare> squares;
  std::vector<TerritoryPlace> places;
  std::vector<TerritoryCorner> corners = {};  ///< of fields
};

/// Those of all sites, one after the other, as tables of a file; roads name nodes by their place in the table.
struct TerritoryTables {
  std::vector<TerritoryRow> sites;  ///< one a site; empty if the file knows no territory
  std::vector<TerritoryNode> nodes;
  std::vector<TerritoryRoad> roads;
  std::vector<TerritorySquare> squares;
  std::vector<TerritoryPlace> places;
  std::vector<TerritoryCorner> corners;

  /// Appends the territory of the next site.
  void add(const TerritoryMap& map);
  /// Nothing if no territory was kept, or if a road leads to a node that the site has not.
  std::optional<TerritoryMap> of_site(std::size_t site) const;
};

/// Hides squares in which few households live: each is merged with the nearest others, of its zone where it can be,
/// until they hold enough together, which they then share evenly.
void merge_small_squares(std::vector<TerritorySquare>& squares);

/// Columns of the tables: each a variable of the layout and a member of a row.
template <class Visitor, class Tables>
void visit_territory(Visitor&& visit, Tables& tables) {
  visit("/territory/generated", tables.sites, &TerritoryRow::generated);
  visit("/territory/latitude", tables.sites, &TerritoryRow::latitude);
  visit("/territory/longitude", tables.sites, &TerritoryRow::longitude);
  visit("/territory/credit", tables.sites, &TerritoryRow::credit);
  visit("/territory/licence", tables.sites, &TerritoryRow::licence);
  visit("/territory/source", tables.sites, &TerritoryRow::source);
  visit("/territory/fields", tables.sites, &TerritoryRow::fields);
  visit("/territory/farmland", tables.sites, &TerritoryRow::farmland_ha);
  visit("/territory/farmland_missing", tables.sites, &TerritoryRow::farmland_missing_ha);
  visit("/territory/node_site", tables.nodes, &TerritoryNode::site);
  visit("/territory/node_x", tables.nodes, &TerritoryNode::x_m);
  visit("/territory/node_y", tables.nodes, &TerritoryNode::y_m);
  visit("/territory/node_outside", tables.nodes, &TerritoryNode::outside);
  visit("/territory/road_site", tables.roads, &TerritoryRoad::site);
  visit("/territory/road_from", tables.roads, &TerritoryRoad::from);
  visit("/territory/road_to", tables.roads, &TerritoryRoad::to);
  visit("/territory/road_class", tables.roads, &TerritoryRoad::road_class);
  visit("/territory/road_car", tables.roads, &TerritoryRoad::car);
  visit("/territory/road_foot", tables.roads, &TerritoryRoad::foot);
  visit("/territory/road_one_way", tables.roads, &TerritoryRoad::one_way);
  visit("/territory/square_site", tables.squares, &TerritorySquare::site);
  visit("/territory/square_x", tables.squares, &TerritorySquare::x_m);
  visit("/territory/square_y", tables.squares, &TerritorySquare::y_m);
  visit("/territory/square_households", tables.squares, &TerritorySquare::households);
  visit("/territory/square_residents", tables.squares, &TerritorySquare::residents);
  visit("/territory/square_zone", tables.squares, &TerritorySquare::zone);
  visit("/territory/square_merged", tables.squares, &TerritorySquare::merged);
  visit("/territory/place_site", tables.places, &TerritoryPlace::site);
  visit("/territory/place_kind", tables.places, &TerritoryPlace::kind);
  visit("/territory/place_x", tables.places, &TerritoryPlace::x_m);
  visit("/territory/place_y", tables.places, &TerritoryPlace::y_m);
  visit("/territory/corner_site", tables.corners, &TerritoryCorner::site);
  visit("/territory/corner_field", tables.corners, &TerritoryCorner::field);
  visit("/territory/corner_ring", tables.corners, &TerritoryCorner::ring);
  visit("/territory/corner_x", tables.corners, &TerritoryCorner::x_m);
  visit("/territory/corner_y", tables.corners, &TerritoryCorner::y_m);
}

}  // namespace essaim::record
