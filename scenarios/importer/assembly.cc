// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/assembly.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "models/commune/field_plan.h"
#include "scenarios/importer/components.h"
#include "scenarios/importer/geometry.h"
#include "scenarios/importer/nearest.h"
#include "scenarios/importer/outline.h"
#include "scenarios/reader/input_error.h"

namespace essaim::importer {

namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

double tenth(double metres) {
  const double rounded = std::round(metres * 10) / 10;
  return rounded == 0 ? 0 : rounded;  // no "-0"
}

/// Every second bit of the result is one of `x`: numbers near each other in the plane stay near each other.
std::uint64_t spread(std::uint64_t x) {
  x &= 0xFFFF'FFFF;
  x = (x | x << 16) & 0x0000'FFFF'0000'FFFF;
  x = (x | x << 8) & 0x00FF'00FF'00FF'00FF;
  x = (x | x << 4) & 0x0F0F'0F0F'0F0F'0F0F;
  x = (x | x << 2) & 0x3333'3333'3333'3333;
  return (x | x << 1) & 0x5555'5555'5555'5555;
}

std::uint64_t morton(Node node) {
  constexpr double middle = 1 << 22;  // metres: keeps both numbers positive
  const auto whole = [](double metres) {
    return static_cast<std::uint64_t>(std::clamp(metres + middle, 0.0, 2 * middle));
  };
  return spread(whole(node.x_m)) | spread(whole(node.y_m)) << 1;
}

class Assembler {
 public:
  explicit Assembler(const Draft& draft) : draft_{draft} {}

  Imported build() {
    result_.report.remarks = draft_.remarks;
    result_.map.source = draft_.source;
    result_.map.licence = draft_.licence;
    result_.map.credit = draft_.credit;
    keep_walkable_part();
    place_nodes();
    add_edges();
    fill_heights();
    measure_cars();
    add_places();
    add_fields();
    return std::move(result_);
  }

 private:
  /// The largest part that can be walked through; of equal ones that with the smallest id.
  void keep_walkable_part() {
    std::vector<Link> links;
    for (const DraftEdge& edge : draft_.edges) {
      if (edge.foot) links.push_back({edge.a, edge.b});
      result_.report.found.km += edge.length_m / 1'000;
    }
    result_.report.found.nodes = draft_.nodes.size();
    result_.report.found.edges = draft_.edges.size();
    const Parts parts = connected_parts(draft_.nodes.size(), links);
    const std::vector<std::size_t> sizes = parts.sizes();
    std::vector<std::int64_t> least(parts.count, std::numeric_limits<std::int64_t>::max());
    for (std::size_t i = 0; i < draft_.nodes.size(); ++i) {
      least[parts.of[i]] = std::min(least[parts.of[i]], draft_.nodes[i].source);
    }
    std::uint32_t best = 0;
    for (std::uint32_t part = 1; part < parts.count; ++part) {
      if (std::pair{sizes[best], -least[best]} < std::pair{sizes[part], -least[part]}) best = part;
    }
    for (std::size_t i = 0; i < draft_.nodes.size(); ++i) {
      if (parts.of[i] == best) kept_.push_back(i);
    }
  }

  void place_nodes() {
    double south = 90;
    double north = -90;
    double west = 180;
    double east = -180;
    for (const std::size_t i : kept_) {
      south = std::min(south, draft_.nodes[i].latitude);
      north = std::max(north, draft_.nodes[i].latitude);
      west = std::min(west, draft_.nodes[i].longitude);
      east = std::max(east, draft_.nodes[i].longitude);
    }
    if (kept_.empty()) return;
    const auto rounded = [](double degrees) { return std::round(degrees * 1e6) / 1e6; };
    result_.map.latitude = rounded((south + north) / 2);
    result_.map.longitude = rounded((west + east) / 2);
    std::vector<std::tuple<std::uint64_t, std::int64_t, std::size_t>> order;
    for (const std::size_t i : kept_) order.emplace_back(morton(at(i)), draft_.nodes[i].source, i);
    std::ranges::sort(order);
    number_.assign(draft_.nodes.size(), nowhere);
    for (const auto& [key, source, i] : order) {
      number_[i] = static_cast<std::uint32_t>(result_.map.nodes.size());
      result_.map.nodes.push_back(at(i));
      result_.node_sources.push_back(source);
      heights_.push_back(draft_.nodes[i].height_m);
    }
  }

  Node at(std::size_t i) const { return at(draft_.nodes[i].latitude, draft_.nodes[i].longitude); }
  Node at(double latitude, double longitude) const {
    const Metres metres = Plane{result_.map.latitude, result_.map.longitude}.at(latitude, longitude);
    return {tenth(metres.x), tenth(metres.y)};
  }

  void add_edges() {
    struct Ends {
      std::uint32_t a;
      std::uint32_t b;
      const DraftEdge* edge;
    };
    std::vector<Ends> ends;
    for (const DraftEdge& edge : draft_.edges) {
      Ends one{number_.empty() ? nowhere : number_[edge.a], number_.empty() ? nowhere : number_[edge.b], &edge};
      if (one.a == nowhere || one.b == nowhere || one.a == one.b) continue;
      if (!edge.one_way && one.b < one.a) std::swap(one.a, one.b);
      ends.push_back(one);
    }
    std::ranges::sort(ends, {}, [](const Ends& e) {
      return std::tuple{e.a,         e.b,          e.edge->source,  e.edge->length_m,  e.edge->road,
                        e.edge->car, e.edge->foot, e.edge->one_way, e.edge->speed_km_h};
    });
    for (const Ends& one : ends) add_edge(NodeId{one.a}, NodeId{one.b}, *one.edge);
    result_.report.kept.nodes = result_.map.nodes.size();
    result_.report.kept.edges = result_.map.edges.size();
  }

  void add_edge(NodeId a, NodeId b, const DraftEdge& from) {
    Edge edge{a, b};
    edge.length_m = static_cast<std::uint32_t>(std::max(1.0, std::round(from.length_m)));
    edge.speed_km_h = static_cast<std::uint16_t>(std::max(1.0, std::round(from.speed_km_h)));
    edge.road = from.road;
    edge.one_way = from.one_way;
    edge.car = from.car;
    edge.foot = from.foot;
    result_.map.edges.push_back(edge);
    result_.edge_sources.push_back(from.source);
    result_.edge_speed_tagged.push_back(from.speed_tagged ? 1 : 0);
    Report& report = result_.report;
    const double km = from.length_m / 1'000;
    report.kept.km += km;
    report.km_by_class[static_cast<std::size_t>(from.road)] += km;
    if (from.car) report.km_driven += km;
    if (from.car && from.speed_tagged) report.km_speed_tagged += km;
  }

  /// Unknown heights are the mean of their neighbours, from known ones outwards.
  void fill_heights() {
    if (std::ranges::all_of(heights_, [](double height) { return std::isnan(height); })) return;
    for (std::size_t missing = 1; missing > 0;) {
      std::vector<double> sum(heights_.size(), 0);
      std::vector<double> count(heights_.size(), 0);
      const auto tell = [&](NodeId from, NodeId to) {
        if (std::isnan(heights_[from.index()])) return;
        sum[to.index()] += heights_[from.index()];
        count[to.index()] += 1;
      };
      for (const Edge& edge : result_.map.edges) {
        tell(edge.a, edge.b);
        tell(edge.b, edge.a);
      }
      missing = 0;
      for (std::size_t i = 0; i < heights_.size(); ++i) {
        if (!std::isnan(heights_[i])) continue;
        ++missing;
        if (count[i] == 0) continue;
        heights_[i] = tenth(sum[i] / count[i]);
        ++result_.report.guessed_heights;
      }
    }
    for (const double height : heights_) result_.map.height_m.push_back(static_cast<float>(height));
  }

  void measure_cars() {
    std::vector<Link> links;
    std::vector<std::uint8_t> driven(result_.map.nodes.size(), 0);
    for (const Edge& edge : result_.map.edges) {
      if (!edge.car) continue;
      links.push_back({edge.a.index(), edge.b.index(), edge.one_way});
      driven[edge.a.index()] = driven[edge.b.index()] = 1;
    }
    result_.report.car_nodes = static_cast<std::size_t>(std::ranges::count(driven, 1));
    if (result_.report.car_nodes == 0) return;
    const std::vector<std::size_t> sizes = strong_parts(driven.size(), links).sizes();
    result_.report.car_core = std::ranges::max(sizes);
  }

  void add_places() {
    if (result_.map.nodes.empty()) return;
    const NearestNode nearest{result_.map.nodes, farthest_place_m};
    struct Joined {
      commune::MapPlace place;
      const std::string* source;
    };
    std::vector<Joined> joined;
    for (const DraftPlace& from : draft_.places) {
      const Node here = at(from.latitude, from.longitude);
      const auto node = nearest.to(here);
      if (!node) {
        ++result_.report.far_places;
        continue;
      }
      joined.push_back({{from.kind, *node, here.x_m, here.y_m, from.weight}, &from.source});
    }
    std::ranges::sort(joined, {}, [](const Joined& j) {
      return std::tuple{j.place.kind, j.place.node.index(), j.place.x_m, j.place.y_m, *j.source, j.place.weight};
    });
    for (const Joined& one : joined) {
      result_.map.places.push_back(one.place);
      result_.place_sources.push_back(*one.source);
      ++result_.report.places[static_cast<std::size_t>(one.place.kind)];
      if (one.place.kind == commune::PlaceKind::dwellings) result_.report.dwellings += one.place.weight;
    }
  }

  void add_fields() {
    if (result_.map.nodes.empty()) return;
    const auto [west, east] = std::ranges::minmax(result_.map.nodes, {}, &Node::x_m);
    const auto [south, north] = std::ranges::minmax(result_.map.nodes, {}, &Node::y_m);
    const Frame frame{west.x_m - fields_beyond_m, south.y_m - fields_beyond_m, east.x_m + fields_beyond_m,
                      north.y_m + fields_beyond_m};
    std::vector<std::pair<std::string, commune::FarmField>> fields;
    for (const DraftField& from : draft_.fields) {
      commune::FarmField field;
      for (const auto& ring : from.outer) add_ring(ring, frame, false, field);
      if (field.rings.empty()) continue;
      for (const auto& ring : from.inner) add_ring(ring, frame, true, field);
      fields.emplace_back(from.source, std::move(field));
    }
    std::ranges::sort(fields, {}, &std::pair<std::string, commune::FarmField>::first);  // ids: each source once
    for (auto& [source, field] : fields) {
      result_.report.field_ha += commune::hectares(field);
      result_.map.fields.push_back(std::move(field));
      result_.field_sources.push_back(std::move(source));
    }
    result_.report.fields = result_.map.fields.size();
  }

  void add_ring(const std::vector<std::array<double, 2>>& from, const Frame& frame, bool is_hole,
                commune::FarmField& field) const {
    std::vector<Node> ring;
    for (const auto& [latitude, longitude] : from) ring.push_back(at(latitude, longitude));
    ring = drawn_ring(std::move(ring), frame);
    if (is_hole) std::ranges::reverse(ring);
    if (!ring.empty()) field.rings.push_back(std::move(ring));
  }

  const Draft& draft_;
  Imported result_;
  std::vector<std::size_t> kept_;      ///< of `Draft::nodes`
  std::vector<std::uint32_t> number_;  ///< by node of the draft: its number in the map
  std::vector<double> heights_;        ///< by node of the map
};

}  // namespace

Imported assemble(const Draft& draft) { return Assembler{draft}.build(); }

void refuse_unfit(const Imported& imported, const std::string& name) {
  const Report& report = imported.report;
  if (report.found.edges == 0) {
    throw reader::InputError{name,
                             "no road that people can use (expected the roads of a commune), take an extract "
                             "with its highways and their nodes"};
  }
  if (report.kept.nodes < fewest_nodes) {
    throw reader::InputError{name, "only " + std::to_string(report.kept.nodes) +
                                       " crossings and ends of roads hang together (expected at least " +
                                       std::to_string(fewest_nodes) + "), take a larger extract"};
  }
  const bool is_far = std::ranges::any_of(
      imported.map.nodes, [](Node node) { return std::max(std::abs(node.x_m), std::abs(node.y_m)) > farthest_node_m; });
  if (is_far) {
    throw reader::InputError{name, "its roads reach over more than " +
                                       std::to_string(static_cast<int>(2 * farthest_node_m / 1'000)) +
                                       " km (expected a commune or several), cut out a smaller territory"};
  }
  if (report.car_nodes == 0) {
    throw reader::InputError{name, "no road is open to cars (expected the roads of a commune), take a larger extract"};
  }
}

}  // namespace essaim::importer
