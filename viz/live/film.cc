// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/live/film.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "engine/design/spread.h"
#include "models/catalogue/catalogue.h"
#include "models/catalogue/programme.h"
#include "models/commune/field_plan.h"
#include "models/commune/places.h"
#include "models/commune/population_grid.h"
#include "viz/live/codec.h"

namespace essaim::live {
namespace {

using nlohmann::ordered_json;

/// Whole metres, or hectares: half of one is nothing on a map.
long whole(double value) { return std::lround(value); }

void add_places(ordered_json& places, std::string_view kind, commune::PlaceRange range) {
  for (commune::PlaceId place = range.first; place < range.end(); ++place) places[place] = kind;
}

bool takes(const catalogue::Variant& variant, std::string_view measure) {
  return std::ranges::any_of(variant.measures, [measure](const catalogue::Action& action) {
    return catalogue::measure_infos()[action.kind].name == measure;
  });
}

/// What each place is, by its number. A solidarity grocer is shown where a measure opens it.
ordered_json kinds_of(const commune::Places& places, bool has_grocer) {
  ordered_json kinds = ordered_json::array();
  for (std::size_t i = 0; i < places.nodes.size(); ++i) kinds.push_back("town");
  add_places(kinds, "workplace", places.workplaces);
  add_places(kinds, "food_shop", places.shops);
  add_places(kinds, "school", places.schools);
  add_places(kinds, "school", places.middle_schools);
  add_places(kinds, "doctor", places.doctors);
  add_places(kinds, "fuel_station", places.stations);
  kinds[places.grocer] = has_grocer ? "grocer" : "town";
  kinds[places.hall] = "town_hall";
  kinds[commune::Places::town] = "town";
  return kinds;
}

/// Households by squares of 200 m, as column, row and count; squares with too few of them are left out.
ordered_json squares_of(const commune::Territory& territory) {
  std::map<std::pair<long, long>, std::uint32_t> counts;
  for (const NodeId home : territory.homes) {
    const Node& node = territory.network.nodes()[home.index()];
    const auto square = [](double metre) { return std::lround(std::floor(metre / commune::grid_square_m)); };
    ++counts[{square(node.x_m), square(node.y_m)}];
  }
  ordered_json squares = ordered_json::array();
  for (const auto& [square, count] : counts) {
    if (design::is_hidden_count(count)) continue;
    squares.push_back({square.first, square.second, count});
  }
  return squares;
}

/// Rings, each as x, y, x, y ...
ordered_json rings_of(const commune::FieldPlan& plan) {
  ordered_json rings = ordered_json::array();
  for (const commune::FarmField& field : plan.fields) {
    for (const std::vector<Node>& ring : field.rings) {
      ordered_json& corners = rings.emplace_back(ordered_json::array());
      for (const Node& corner : ring) {
        corners.push_back(whole(corner.x_m));
        corners.push_back(whole(corner.y_m));
      }
    }
  }
  return rings;
}

ordered_json farmland_of(const commune::FieldPlan& plan) {
  return {{"origin", commune::field_origin_names[static_cast<std::size_t>(plan.origin)]},
          {"hectares", whole(plan.wanted_ha)},
          {"missing", whole(plan.missing_ha)}};
}

}  // namespace

Film::Film(const catalogue::Scenario& scenario, std::uint32_t replicate, std::uint32_t variant)
    : scenario_{scenario},
      variant_{variant},
      shared_{scenario, 0, replicate},
      arm_{scenario, shared_, scenario.variants[variant], catalogue::Shocks::with} {
  arm_.watch_trips(this);
  delivered_.assign(shared_.food.outside + 1, 0);
}

std::string Film::ground() const {
  const commune::Territory& territory = shared_.commune.territory;
  ordered_json nodes = ordered_json::array();
  for (const Node& node : territory.network.nodes()) {
    nodes.push_back(whole(node.x_m));
    nodes.push_back(whole(node.y_m));
  }
  ordered_json roads = ordered_json::array();
  for (const Edge& edge : territory.network.edges()) {
    for (const std::uint32_t number : {edge.a.index(), edge.b.index(), static_cast<std::uint32_t>(edge.road)}) {
      roads.push_back(number);
    }
  }
  const commune::FieldPlan plan = commune::fields_of(shared_.commune, scenario_.sites[0].map.get(), shared_.random);
  ordered_json places = ordered_json::array();
  for (const NodeId node : shared_.commune.places.nodes) places.push_back(node.index());
  return ordered_json{
      {"nodes", std::move(nodes)},
      {"roads", std::move(roads)},
      {"places", std::move(places)},
      {"kinds", kinds_of(shared_.commune.places, takes(scenario_.variants[variant_], "solidarity_grocer"))},
      {"homes", squares_of(territory)},
      {"fields", rings_of(plan)},
      {"farmland", farmland_of(plan)},
      {"town", territory.town.index()},
      {"residents", shared_.commune.population.residents()},
      {"made_up", scenario_.sites[0].map == nullptr}}
      .dump();
}

bool Film::next_day(Executor& executor) {
  if (over_ || next_day_ == scenario_.days) return false;
  tours_.clear();
  deliveries_.clear();
  over_ = !arm_.run_day(executor);
  const auto& deliveries = arm_.food().shops.deliveries;
  for (std::uint32_t shop = 0; shop < delivered_.size(); ++shop) {
    const std::uint32_t since = deliveries[shop] - delivered_[shop];
    if (shop != shared_.food.outside) deliveries_.insert(deliveries_.end(), since, shared_.food.place_of(shop));
    delivered_[shop] = deliveries[shop];
  }
  ++next_day_;
  return true;
}

std::uint32_t Film::road_state() const {
  const Time noon = Time::start_of_day(next_day_ - 1) + Duration::hours(12);
  const std::vector<commune::Effect> shocks = catalogue::shock_effects(scenario_);
  return shared_.commune.travel.find(commune::road_state(shared_.commune.territory, shocks, noon));
}

std::string Film::day() const {
  std::vector<std::uint32_t> homes;
  std::vector<std::uint32_t> places;
  std::vector<std::uint16_t> minutes;
  std::vector<std::uint8_t> kinds;
  for (const mobility::MadeTour& tour : tours_) {
    homes.push_back(tour.home);
    places.push_back(tour.place);
    minutes.push_back(static_cast<std::uint16_t>(std::clamp(tour.minutes + 0.5, 1.0, 600.0)));
    kinds.push_back(static_cast<std::uint8_t>(static_cast<unsigned>(tour.purpose) << 4U | tour.mode));
  }
  std::uint32_t day = next_day_ - 1;
  std::uint32_t state = road_state();
  std::vector<std::uint32_t> deliveries = deliveries_;
  Writer writer;
  writer(day, state, homes, places, minutes, kinds, deliveries);
  return writer.take();
}

std::string Film::ways_to(std::uint32_t state, commune::PlaceId place) const {
  const commune::Travel& travel = shared_.commune.travel;
  const Network& network = shared_.commune.territory.network;
  const auto nodes = static_cast<std::uint32_t>(network.nodes().size());
  std::string bytes;
  if (state >= travel.states().size() || place >= shared_.commune.places.nodes.size()) return bytes;
  std::vector<std::uint32_t> next(nodes);
  std::vector<std::uint32_t> left(nodes);
  for (std::uint32_t node = 0; node < nodes; ++node) {
    next[node] = node;
    left[node] = travel.metres(state, place, node);
  }
  // A road is on the shortest way if what is left shrinks by its length; of several the lowest node, for one way each.
  const auto offer = [&](std::uint32_t from, std::uint32_t to, std::uint32_t length_m) {
    if (left[from] == Network::unreachable || left[to] == Network::unreachable) return;
    if (left[from] != left[to] + length_m) return;
    if (next[from] == from || to < next[from]) next[from] = to;
  };
  for (const Edge& edge : network.edges()) {
    if (!edge.foot) continue;
    offer(edge.a.index(), edge.b.index(), edge.length_m);
    offer(edge.b.index(), edge.a.index(), edge.length_m);
  }
  for (const std::uint32_t node : next) {
    for (unsigned i = 0; i < 4; ++i) bytes += static_cast<char>(node >> (8 * i) & 0xFFU);
  }
  return bytes;
}

}  // namespace essaim::live
