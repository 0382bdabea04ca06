// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/random.h"
#include "models/commune/parameters.h"

namespace essaim::commune {

/// Who knows whom, household to household: a small world (Watts and Strogatz 1998). Each household is tied to its
/// nearest in the spatial order of homes, and a share of these ties goes to anyone in the commune instead. Ties are
/// mutual, never to oneself, never double.
class Ties {
 public:
  Ties() = default;
  Ties(std::uint32_t households, const Parameters& parameters, const Random& random);

  std::span<const std::uint32_t> of(std::uint32_t household) const {
    return std::span{ties_}.subspan(first_[household], first_[household + 1] - first_[household]);
  }
  double mean_degree() const;

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> ties_;
};

}  // namespace essaim::commune
