// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/destinations.h"

#include <algorithm>

#include "engine/world/network.h"
#include "models/commune/commune.h"
#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

constexpr std::uint8_t middle_school_age = 11;
constexpr std::uint8_t high_school_age = 15;
constexpr double carless_outside = 0.3;  // chance to work outside without a car, over that with one

class Destiny {
 public:
  Destiny(const Commune& commune, bool has_transit) : commune_{commune}, has_transit_{has_transit} {
    const auto& activity = commune.population.activity;
    const auto working = static_cast<double>(std::count(activity.begin(), activity.end(), Activity::worker));
    const double jobs = commune.figure(FigureId::jobs);
    inside_ = working > 0 ? std::clamp(commune.parameters.local_work.value() * jobs / working, 0.1, 0.7) : 0.0;
  }

  PlaceId of(std::uint32_t household, std::uint32_t person, Draw draw) const {
    const Population& people = commune_.population;
    const std::uint32_t node = commune_.territory.homes[household].index();
    const std::uint8_t age = people.age[person];
    switch (people.activity[person]) {
      case Activity::worker:
        return work(people.has_car(household), node, draw);
      case Activity::pupil:
        return age < middle_school_age ? nearest_place(commune_, commune_.places.schools, node)
               : age < high_school_age ? any(commune_.places.middle_schools, draw)
                                       : Places::town;
      case Activity::student:
        return Places::town;
      default:
        return Destinations::none;
    }
  }

 private:
  static PlaceId any(PlaceRange range, Draw& draw) {
    return range.count > 0 ? range.first + draw.below(range.count) : Places::town;
  }
  PlaceId work(bool has_car, std::uint32_t node, Draw& draw) const {
    const double outside = (1 - inside_) * (has_car ? 1.0 : has_transit_ ? carless_outside : 0.0);
    if (draw.chance(outside)) return Places::town;
    return has_car ? any(commune_.places.workplaces, draw) : nearest_place(commune_, commune_.places.workplaces, node);
  }

  const Commune& commune_;
  bool has_transit_;
  double inside_ = 0;  ///< chance of a worker with a car to work in the commune
};

}  // namespace

Destinations draw_destinations(const Commune& commune, const Random& random) {
  Destinations destinations;
  const bool rural = commune.settlement == Settlement::rural;
  destinations.has_transit =
      !rural || random.draw(streams::transit_stop, 0, 0).chance(commune.parameters.transit_stop_rural.value());
  const Destiny destiny{commune, destinations.has_transit};
  const Population& people = commune.population;
  destinations.place.reserve(people.residents());
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    for (std::uint32_t m = 0; m < people.persons[h]; ++m) {
      const std::uint32_t person = people.first_person[h] + m;
      destinations.place.push_back(destiny.of(h, person, random.draw(streams::destination, person, 0)));
    }
  }
  return destinations;
}

PlaceId nearest_place(const Commune& commune, PlaceRange range, std::uint32_t node) {
  PlaceId best = Places::town;
  auto shortest = Network::unreachable;
  for (PlaceId place = range.first; place < range.end(); ++place) {
    const auto metres = commune.travel.metres(0, place, node);
    if (metres < shortest) shortest = metres, best = place;
  }
  return best;
}

}  // namespace essaim::commune
