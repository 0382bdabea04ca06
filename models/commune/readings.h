// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "engine/core/random.h"
#include "engine/world/indicator.h"
#include "models/commune/public_body.h"

namespace essaim::commune {

/// What is read of the commune as a whole at the end of each day: the weather, the risk of a population in it, and what
/// measures cost. Heat in homes is read by the housing theme.
class Readings {
 public:
  Readings(const Commune& commune, const PublicColumns& town);

  static std::span<const IndicatorInfo> infos();
  void read(std::span<double> values);  ///< one per info, in their order
  void read_groups(std::span<double> values);

 private:
  const Commune& commune_;
  PublicColumns town_;
};

}  // namespace essaim::commune
