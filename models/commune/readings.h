// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "engine/core/random.h"
#include "engine/world/indicator.h"
#include "models/commune/public_body.h"

namespace essaim::commune {

/// What is read of the commune as a whole at the end of each day: heat, and what measures cost it.
///
/// A home is too hot on a day of maximum temperature T if its own draw u, the same on all days, is below
/// heat_slope max(0, T - heat_comfort), times heat_in_flats in a flat. Energy class does not enter: RTE-Ipsos 2023
/// finds that it does not predict summer comfort.
class Readings {
 public:
  Readings(const Commune& commune, const PublicColumns& town, const Random& random);

  static std::span<const IndicatorInfo> infos();
  void read(std::span<double> values);  ///< one per info, in their order

 private:
  const Commune& commune_;
  PublicColumns town_;
  std::vector<double> coolness_;  ///< of each home, uniform in (0, 1)
};

}  // namespace essaim::commune
