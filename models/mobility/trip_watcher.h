// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "models/commune/places.h"
#include "models/mobility/columns.h"
#include "models/mobility/setting.h"

namespace essaim::mobility {

/// A tour that somebody made: out and back by the same way. The model decides the tours of a day, not their hours.
struct MadeTour {
  std::uint32_t household = 0;
  std::uint32_t home = 0;  ///< node where it lives now
  commune::PlaceId place = 0;
  Purpose purpose = Purpose::none;
  Mode mode = Mode::walk;
  double minutes = 0;  ///< one way
};

/// Sees tours being made, for who shows them; nothing depends on it. It is told from the threads that handle events.
class TripWatcher {
 public:
  virtual ~TripWatcher() = default;
  virtual void made(const MadeTour& tour) = 0;
};

}  // namespace essaim::mobility
