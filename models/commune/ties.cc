// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/ties.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

#include "models/commune/commune.h"
#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

/// One direction of a tie. In the order of its parts, so that of several reasons the first in `TieKind` comes first.
struct Half {
  std::uint32_t from;
  std::uint32_t to;
  TieKind kind;
  friend auto operator<=>(const Half&, const Half&) = default;
};

class Acquaintance {
 public:
  Acquaintance(const Commune& commune, const Random& random) : commune_{commune}, random_{random} {}

  std::vector<Half> halves() {
    meet_neighbours();
    meet_in_groups();
    std::sort(halves_.begin(), halves_.end());  // a total order: equal ones are the same
    const auto same_pair = [](const Half& a, const Half& b) { return a.from == b.from && a.to == b.to; };
    halves_.erase(std::unique(halves_.begin(), halves_.end(), same_pair), halves_.end());
    return std::move(halves_);
  }

 private:
  void tie(std::uint32_t a, std::uint32_t b, TieKind kind) {
    if (a == b) return;
    halves_.push_back({a, b, kind});
    halves_.push_back({b, a, kind});
  }

  int oldest(std::uint32_t household) const {
    const auto ages = commune_.population.ages_of(household);
    return *std::max_element(ages.begin(), ages.end());
  }

  std::uint32_t kindred(std::uint32_t household, std::uint32_t tried, Draw& draw) const {
    const std::uint32_t others = commune_.population.households() - 1;
    const int age = oldest(household);
    std::uint32_t best = household;
    int least = std::numeric_limits<int>::max();
    for (std::uint32_t i = 0; i < tried && others > 0; ++i) {
      const std::uint32_t drawn = draw.below(others);
      const std::uint32_t other = drawn < household ? drawn : drawn + 1;
      const int gap = std::abs(oldest(other) - age);
      if (gap < least) least = gap, best = other;
    }
    return best;
  }

  void meet_neighbours() {
    const Parameters& parameters = commune_.parameters;
    const std::uint32_t households = commune_.population.households();
    const auto each_side = static_cast<std::uint32_t>(parameters.ties.value() / 2 + 0.5);
    const auto tried = static_cast<std::uint32_t>(parameters.affinity.value() + 0.5);
    for (std::uint32_t h = 0; h < households; ++h) {
      for (std::uint32_t step = 1; step <= each_side; ++step) {
        Draw draw = random_.draw(streams::tie, h, step);
        if (draw.chance(parameters.distant_ties.value())) {
          tie(h, kindred(h, tried, draw), TieKind::affinity);
        } else {
          tie(h, (h + step) % households, TieKind::neighbour);
        }
      }
    }
  }

  /// A member of a school or workplace of the commune.
  struct Member {
    PlaceId place;
    std::uint32_t rank;  ///< orders the members of a place: age, or a number drawn by key
    std::uint32_t person;
    std::uint32_t household;
    friend auto operator<=>(const Member&, const Member&) = default;
  };

  std::vector<Member> members(Activity activity) const {
    const Population& people = commune_.population;
    std::vector<Member> members;
    for (std::uint32_t h = 0; h < people.households(); ++h) {
      const std::uint32_t first = people.first_person[h];
      for (std::uint32_t person = first; person < first + people.persons[h]; ++person) {
        const PlaceId place = commune_.destinations.place[person];
        if (people.activity[person] != activity || place == Destinations::none || place == Places::town) continue;
        const std::uint32_t rank =
            activity == Activity::pupil ? people.age[person] : random_.draw(streams::colleague, person, 0).bits();
        members.push_back({place, rank, person, h});
      }
    }
    std::sort(members.begin(), members.end());  // a total order: each holds its person
    return members;
  }

  void meet_in_groups() {
    const auto known = static_cast<std::uint32_t>(commune_.parameters.group_ties.value() + 0.5);
    for (const auto& [activity, kind] :
         {std::pair{Activity::pupil, TieKind::school}, {Activity::worker, TieKind::work}}) {
      const std::vector<Member> all = members(activity);
      for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t next = i + 1; next <= i + known && next < all.size(); ++next) {
          if (all[next].place == all[i].place) tie(all[i].household, all[next].household, kind);
        }
      }
    }
  }

  const Commune& commune_;
  const Random& random_;
  std::vector<Half> halves_;
};

}  // namespace

Ties::Ties(const Commune& commune, const Random& random) : first_(commune.population.households() + 1, 0) {
  const std::vector<Half> halves = Acquaintance{commune, random}.halves();
  ties_.reserve(halves.size());
  for (const Half& half : halves) {
    ++first_[half.from + 1];
    ties_.push_back(half.to);
    ++of_kind_[static_cast<std::size_t>(half.kind)];
  }
  for (std::size_t h = 0; h + 1 < first_.size(); ++h) first_[h + 1] += first_[h];
}

double Ties::mean_degree() const { return households() == 0 ? 0.0 : static_cast<double>(ties_.size()) / households(); }

double Ties::mean_degree(TieKind kind) const {
  return households() == 0 ? 0.0 : static_cast<double>(of_kind_[static_cast<std::size_t>(kind)]) / households();
}

double Ties::clustering() const {
  double sum = 0;
  std::uint32_t counted = 0;
  for (std::uint32_t h = 0; h < households(); ++h) {
    const auto own = of(h);
    if (own.size() < 2) continue;
    std::size_t closed = 0;
    for (std::size_t i = 0; i < own.size(); ++i) {
      const auto theirs = of(own[i]);
      for (std::size_t j = i + 1; j < own.size(); ++j) {
        closed += std::binary_search(theirs.begin(), theirs.end(), own[j]) ? 1 : 0;
      }
    }
    sum += static_cast<double>(2 * closed) / static_cast<double>(own.size() * (own.size() - 1));
    ++counted;
  }
  return counted == 0 ? 0.0 : sum / counted;
}

}  // namespace essaim::commune
