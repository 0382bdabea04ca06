// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/osm_draft.h"

#include <algorithm>
#include <span>

#include "scenarios/importer/field_finder.h"
#include "scenarios/importer/geometry.h"
#include "scenarios/importer/place_tags.h"
#include "scenarios/importer/road_tags.h"

namespace essaim::importer {

namespace {

using commune::PlaceKind;

struct Bend {
  std::int64_t node = 0;
  Location at;
};
using Piece = std::vector<Bend>;

/// The parts of a road inside the extract: nothing is known of what lies between them.
std::vector<Piece> pieces_of(const OsmWay& way, const OsmData& data, std::size_t& cuts) {
  std::vector<Piece> pieces(1);
  bool was_outside = false;
  for (std::size_t i = 0; i < way.nodes.size(); ++i) {
    const std::int64_t node = way.nodes[i];
    const std::optional<Location> at = data.find(node);
    if (i > 0 && was_outside == at.has_value()) ++cuts;
    was_outside = !at;
    if (!at) {
      if (!pieces.back().empty()) pieces.emplace_back();
      continue;
    }
    if (pieces.back().empty() || pieces.back().back().node != node) pieces.back().push_back({node, *at});
  }
  std::erase_if(pieces, [](const Piece& piece) { return piece.size() < 2; });
  return pieces;
}

double length_of(std::span<const Bend> bends) {
  double metres = 0;
  for (std::size_t i = 1; i < bends.size(); ++i) {
    const Location a = bends[i - 1].at;
    const Location b = bends[i].at;
    metres += distance_m(a.lat(), a.lon(), b.lat(), b.lon());
  }
  return metres;
}

class RoadCutter {
 public:
  RoadCutter(const OsmData& data, Draft& draft) : data_{data}, draft_{draft} {}

  void cut() {
    for (const OsmWay& way : data_.ways) {
      const std::optional<RoadUse> use = road_use(way.tags);
      if (!use) continue;
      if (use->for_nobody()) {
        ++draft_.remarks.forbidden_ways;
        continue;
      }
      for (Piece& piece : pieces_of(way, data_, draft_.remarks.cut_roads)) {
        roads_.push_back({way.id, *use, std::move(piece)});
      }
    }
    find_crossings();
    for (const Road& road : roads_) cut(road);
  }

 private:
  struct Road {
    std::int64_t way = 0;
    RoadUse use;
    Piece bends;
  };

  /// A node is a crossing if roads pass it twice, or if one ends there.
  void find_crossings() {
    std::vector<Bend> passed;
    for (const Road& road : roads_) {
      passed.insert(passed.end(), road.bends.begin(), road.bends.end());
      passed.push_back(road.bends.front());
      passed.push_back(road.bends.back());
    }
    std::ranges::sort(passed, {}, &Bend::node);
    for (std::size_t i = 0; i + 1 < passed.size(); ++i) {
      const bool is_new = crossings_.empty() || crossings_.back() != passed[i].node;
      if (passed[i].node != passed[i + 1].node || !is_new) continue;
      crossings_.push_back(passed[i].node);
      draft_.nodes.push_back({passed[i].node, passed[i].at.lat(), passed[i].at.lon()});
    }
  }

  std::optional<std::size_t> crossing(std::int64_t node) const {
    const auto found = std::ranges::lower_bound(crossings_, node);
    if (found == crossings_.end() || *found != node) return std::nullopt;
    return static_cast<std::size_t>(found - crossings_.begin());
  }

  void cut(const Road& road) {
    std::size_t from = 0;
    for (std::size_t i = 1; i < road.bends.size(); ++i) {
      if (!crossing(road.bends[i].node)) continue;
      add(road, std::span{road.bends}.subspan(from, i - from + 1));
      from = i;
    }
  }

  void add(const Road& road, std::span<const Bend> bends) {
    const std::size_t a = *crossing(bends.front().node);
    const std::size_t b = *crossing(bends.back().node);
    if (a != b) return add_edge(road, bends, a, b);
    // A loop is cut at its middle, so that each edge has two ends and its houses a node nearby.
    const std::size_t middle = bends.size() / 2;
    const std::size_t half = draft_.nodes.size();
    const Bend& bend = bends[middle];
    draft_.nodes.push_back({bend.node, bend.at.lat(), bend.at.lon()});
    add_edge(road, bends.first(middle + 1), a, half);
    add_edge(road, bends.subspan(middle), half, b);
  }

  void add_edge(const Road& road, std::span<const Bend> bends, std::size_t a, std::size_t b) {
    DraftEdge edge;
    const bool reversed = road.use.cars == Direction::backwards;
    edge.a = reversed ? b : a;
    edge.b = reversed ? a : b;
    edge.length_m = length_of(bends);
    edge.road = road.use.road;
    edge.speed_km_h = road.use.speed_km_h;
    edge.speed_tagged = road.use.speed_tagged;
    edge.one_way = road.use.car && road.use.cars != Direction::both;
    edge.car = road.use.car;
    edge.foot = road.use.foot;
    edge.source = road.way;
    draft_.edges.push_back(edge);
  }

  const OsmData& data_;
  Draft& draft_;
  std::vector<Road> roads_;
  std::vector<std::int64_t> crossings_;  ///< ids, sorted; the first nodes of the draft, in this order
};

/// The middle and the surface of a ring, as far as its nodes are there.
struct Ground {
  double latitude = 0;
  double longitude = 0;
  double surface_m2 = 0;
};

std::optional<Ground> ground_of(const OsmWay& way, const OsmData& data) {
  std::vector<Location> corners;
  for (std::size_t i = 0; i + 1 < way.nodes.size(); ++i) {
    if (const auto at = data.find(way.nodes[i])) corners.push_back(*at);
  }
  if (corners.size() < 3) return std::nullopt;
  Ground ground;
  for (const Location at : corners) {
    ground.latitude += at.lat() / static_cast<double>(corners.size());
    ground.longitude += at.lon() / static_cast<double>(corners.size());
  }
  const Plane plane{ground.latitude, ground.longitude};
  std::vector<Metres> ring;
  for (const Location at : corners) ring.push_back(plane.at(at.lat(), at.lon()));
  ground.surface_m2 = surface_m2(ring);
  return ground;
}

class PlaceFinder {
 public:
  PlaceFinder(const OsmData& data, Draft& draft) : data_{data}, draft_{draft} {}

  void find() {
    for (const OsmArea& area : data_.areas) rings_.insert(rings_.end(), area.outer.begin(), area.outer.end());
    std::ranges::sort(rings_);
    for (const OsmPoint& point : data_.points) {
      add(*place_kind(point.tags), {point.at.lat(), point.at.lon(), 0}, 1, "node/" + std::to_string(point.id));
    }
    for (const OsmWay& way : data_.ways) {
      if (way.is_closed() && !is_ring_of_area(way.id)) {
        add_ground(way.tags, ground_of(way, data_), "way/" + std::to_string(way.id));
      }
    }
    for (const OsmArea& area : data_.areas) {
      add_ground(area.tags, ground_of_area(area), "relation/" + std::to_string(area.id));
    }
    merge();
  }

 private:
  /// A ring that repeats the tags of its area would count twice.
  bool is_ring_of_area(std::int64_t way) const { return std::ranges::binary_search(rings_, way); }

  std::optional<Ground> ground_of_area(const OsmArea& area) const {
    std::optional<Ground> largest;
    double surface = 0;
    for (const std::int64_t id : area.outer) {
      const auto way = std::ranges::lower_bound(data_.ways, id, {}, &OsmWay::id);
      if (way == data_.ways.end() || way->id != id || !way->is_closed()) continue;
      const std::optional<Ground> ground = ground_of(*way, data_);
      if (!ground) continue;
      surface += ground->surface_m2;
      if (!largest || largest->surface_m2 < ground->surface_m2) largest = ground;
    }
    if (largest) largest->surface_m2 = surface;
    return largest;
  }

  void add_ground(const Tags& tags, const std::optional<Ground>& ground, const std::string& source) {
    if (!ground) return;
    if (const auto kind = place_kind(tags)) return add(*kind, *ground, 1, source);
    if (!looks_residential(tags)) return;
    if (ground->surface_m2 < smallest_home_m2) {
      ++draft_.remarks.small_buildings;
      return;
    }
    const Dwellings dwellings = dwellings_of(tags, ground->surface_m2);
    if (dwellings.guessed) ++draft_.remarks.guessed_flats;
    add(PlaceKind::dwellings, *ground, dwellings.count, source);
  }

  void add(PlaceKind kind, const Ground& ground, double weight, const std::string& source) {
    draft_.places.push_back({kind, ground.latitude, ground.longitude, weight, source});
  }

  /// Large places are often drawn twice, as a point and as the ground or the building around it.
  void merge() {
    constexpr double same_place_m = 100;
    std::vector<DraftPlace> kept;
    std::vector<DraftPlace> large;
    for (DraftPlace& place : draft_.places) {
      const bool is_large = place.kind == PlaceKind::primary_school || place.kind == PlaceKind::middle_school ||
                            place.kind == PlaceKind::supermarket || place.kind == PlaceKind::town_hall ||
                            place.kind == PlaceKind::fuel_station;
      const bool is_known =
          is_large && std::ranges::any_of(large, [&](const DraftPlace& other) {
            return other.kind == place.kind &&
                   distance_m(other.latitude, other.longitude, place.latitude, place.longitude) < same_place_m;
          });
      if (is_known) {
        ++draft_.remarks.merged_places;
        continue;
      }
      if (is_large) large.push_back(place);
      kept.push_back(std::move(place));
    }
    draft_.places = std::move(kept);
  }

  const OsmData& data_;
  Draft& draft_;
  std::vector<std::int64_t> rings_;  ///< ways that are part of an area, sorted
};

}  // namespace

Draft draft_of(const OsmData& data) {
  Draft draft;
  draft.licence = "ODbL 1.0";
  draft.credit = "© OpenStreetMap contributors";
  RoadCutter{data, draft}.cut();
  PlaceFinder{data, draft}.find();
  draft.fields = find_fields(data);
  return draft;
}

}  // namespace essaim::importer
