// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/places.h"

#include <algorithm>

#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

constexpr std::uint32_t most_of_a_kind = 128;
constexpr std::uint32_t households_per_workplace = 150;  // places where jobs lie together
constexpr std::uint32_t most_workplaces = 12;
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

}  // namespace

Places draw_places(const Territory& territory, const FigureValues& figures, const Parameters& parameters,
                   std::uint32_t residents, const Random& random) {
  Places places;
  std::vector<NodeId>& nodes = places.nodes;
  const Draft draft{territory, random};
  const auto households = static_cast<std::uint32_t>(territory.homes.size());
  nodes.push_back(territory.town);
  const std::uint32_t shops = std::max(1u, whole(residents / parameters.residents_per_shop.value()));
  places.shops = draft.add(streams::place, shops + 1, nodes);  // and the grocer
  --places.shops.count;
  places.grocer = places.shops.end();
  places.schools =
      draft.add(streams::school_place, std::max(1u, whole(value(figures, FigureId::primary_schools))), nodes);
  places.middle_schools =
      draft.add(streams::middle_school_place, whole(value(figures, FigureId::middle_schools)), nodes);
  places.workplaces =
      draft.add(streams::workplace, std::clamp(households / households_per_workplace, 1u, most_workplaces), nodes);
  places.doctors =
      draft.add(streams::doctor_place, std::min(4u, whole(value(figures, FigureId::general_practitioners))), nodes);
  places.stations = draft.add(streams::station_place, whole(residents / residents_per_station), nodes);
  places.hall = places.count();
  nodes.push_back(territory.crossings.front());
  return places;
}

}  // namespace essaim::commune
