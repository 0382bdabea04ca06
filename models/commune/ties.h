// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/random.h"
#include "models/commune/parameters.h"

namespace essaim::commune {

struct Commune;

/// Where two households know each other from; a pair that has several reasons keeps the first.
enum class TieKind : std::uint8_t { neighbour, school, work, affinity };
inline constexpr std::size_t tie_kinds = 4;

/// Who knows whom, household to household. Mutual, never to oneself, never double.
///
///     neighbours   each household and its nearest in the spatial order of homes, k = `ties` / 2 on each side, of which
///                  a share `distant_ties` goes elsewhere instead (a small world: Watts and Strogatz 1998)
///     affinity     these: of `affinity` households drawn anywhere in the commune, the one whose oldest member is
///                  nearest in age to one's own (1: anyone)
///     school       members of one school in the order of their ages, each tied to the next `group_ties`
///     work         members of one workplace of the commune, in an order drawn by key, likewise
///
/// Who works or learns outside the commune has no such tie there: those people are not simulated.
class Ties {
 public:
  Ties() = default;
  /// Of a commune whose population, homes and destinations are drawn.
  Ties(const Commune& commune, const Random& random);

  std::span<const std::uint32_t> of(std::uint32_t household) const {
    return std::span{ties_}.subspan(first_[household], first_[household + 1] - first_[household]);
  }
  std::uint32_t households() const { return first_.empty() ? 0 : static_cast<std::uint32_t>(first_.size() - 1); }

  double mean_degree() const;  ///< ties a household
  /// Ties of this kind a household.
  double mean_degree(TieKind kind) const;
  /// Mean over households with two ties or more of the share of pairs of them who know each other (Watts and Strogatz
  /// 1998); 0 if there are none. Time linear in the sum of squared degrees.
  double clustering() const;

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> ties_;  ///< of each household in increasing order
  std::array<std::uint64_t, tie_kinds> of_kind_{};
};

}  // namespace essaim::commune
