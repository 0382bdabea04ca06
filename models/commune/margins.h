// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/commune/population.h"

namespace essaim::commune {

struct Commune;

/// A figure that the population should meet, and what it drew, both counted anew from the persons and households.
struct Margin {
  FigureId figure;
  double target = 0;  ///< the figure's value in this replicate
  double drawn = 0;
  double units = 1;    ///< households, persons or euros in one of the figure's units: of a share, its whole
  bool known = false;  ///< the figure is this place's own; if not, it gives way where it contradicts those that are

  double unit_error() const { return (drawn - target) * units; }
  double relative_error() const { return target != 0 ? drawn / target - 1 : drawn; }
  /// At most 2 % or 2 households, persons or euros, whichever is larger: what is promised of figures that are known.
  bool is_met() const;
};

/// All margins of the population. Shares of a whole that figures do not give are of what was drawn.
std::vector<Margin> margins(const Commune& commune);

}  // namespace essaim::commune
