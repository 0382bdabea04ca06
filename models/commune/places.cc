// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/places.h"

#include <algorithm>
#include <initializer_list>

#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

constexpr std::uint32_t most_of_a_kind = 128;
constexpr std::uint32_t households_per_workplace = 150;  // places where jobs lie together
constexpr std::uint32_t most_workplaces = 12;
constexpr std::uint32_t most_doctors = 4;
constexpr double residents_per_station = 5'000;  // order of 11,000 stations for 67 million residents

double value(const FigureValues& figures, FigureId id) { return figures[static_cast<std::size_t>(id)]; }

class Draft {
 public:
  Draft(const Territory& territory, const Random& random) : territory_{territory}, random_{random} {}

  /// Every other one among the third of crossings listed first, in the main village where it is that large, the others
  /// anywhere.
  PlaceRange add(Stream stream, std::uint32_t count, std::vector<NodeId>& nodes) const {
    const PlaceRange range{static_cast<PlaceId>(nodes.size()), std::min(count, most_of_a_kind)};
    const auto crossings = static_cast<std::uint32_t>(territory_.crossings.size());
    const std::uint32_t central = std::max(1u, crossings / 3);
    for (std::uint32_t i = 0; i < range.count; ++i) {
      Draw draw = random_.draw(stream, i, 0);
      nodes.push_back(territory_.crossings[i % 2 == 0 ? draw.below(central) : draw.below(crossings)]);
    }
    return range;
  }

 private:
  const Territory& territory_;
  const Random& random_;
};

std::uint32_t whole(double count) { return static_cast<std::uint32_t>(std::max(0.0, count) + 0.5); }

/// What the map shows of a kind; nothing if the territory is generated.
std::vector<NodeId> found(const Territory& territory, std::initializer_list<PlaceKind> kinds) {
  std::vector<NodeId> nodes;
  for (const PlaceKind kind : kinds) {
    const auto& of_kind = territory.found[static_cast<std::size_t>(kind)];
    nodes.insert(nodes.end(), of_kind.begin(), of_kind.end());
  }
  return nodes;
}

}  // namespace

Places draw_places(const Territory& territory, const FigureValues& figures, const Parameters& parameters,
                   std::uint32_t residents, const Random& random) {
  Places places;
  std::vector<NodeId>& nodes = places.nodes;
  const Draft draft{territory, random};
  const auto households = static_cast<std::uint32_t>(territory.homes.size());
  // Where a map shows places of a kind it says where and how many they are, at most `most`; else they are drawn.
  const auto add = [&](Stream stream, std::vector<NodeId> seen, std::uint32_t drawn, std::uint32_t most) {
    if (seen.empty()) return draft.add(stream, drawn, nodes);
    const PlaceRange range{places.count(), std::min({static_cast<std::uint32_t>(seen.size()), most, most_of_a_kind})};
    nodes.insert(nodes.end(), seen.begin(), seen.begin() + range.count);
    return range;
  };
  nodes.push_back(territory.town);
  const std::uint32_t shops = std::max(1u, whole(residents / parameters.residents_per_shop.value()));
  const auto seen_shops = found(territory, {PlaceKind::supermarket, PlaceKind::food_shop});
  if (seen_shops.empty()) {
    places.shops = draft.add(streams::place, shops + 1, nodes);  // and the grocer
    --places.shops.count;
  } else {
    places.shops = add(streams::place, seen_shops, shops, shops);
    draft.add(streams::place, 1, nodes);
  }
  places.grocer = places.shops.end();
  places.schools = add(streams::school_place, found(territory, {PlaceKind::primary_school}),
                       std::max(1u, whole(value(figures, FigureId::primary_schools))), most_of_a_kind);
  places.middle_schools = add(streams::middle_school_place, found(territory, {PlaceKind::middle_school}),
                              whole(value(figures, FigureId::middle_schools)), most_of_a_kind);
  places.workplaces = add(streams::workplace, found(territory, {PlaceKind::workplace}),
                          std::clamp(households / households_per_workplace, 1u, most_workplaces), most_workplaces);
  places.doctors = add(streams::doctor_place, found(territory, {PlaceKind::doctor}),
                       std::min(most_doctors, whole(value(figures, FigureId::general_practitioners))), most_doctors);
  places.stations = add(streams::station_place, found(territory, {PlaceKind::fuel_station}),
                        whole(residents / residents_per_station), most_of_a_kind);
  places.hall = places.count();
  const auto halls = found(territory, {PlaceKind::town_hall});
  nodes.push_back(halls.empty() ? territory.crossings.front() : halls.front());
  return places;
}

}  // namespace essaim::commune
