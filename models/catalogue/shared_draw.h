// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/random.h"
#include "models/catalogue/parameters.h"
#include "models/catalogue/scenario.h"
#include "models/commune/commune.h"
#include "models/food/setting.h"
#include "models/governance/setting.h"
#include "models/housing/setting.h"
#include "models/mobility/setting.h"

namespace essaim::catalogue {

/// What all arms of a replicate share: one draw of everything that no arm decides. Stays where it is made.
struct SharedDraw {
  SharedDraw(const Scenario& scenario, std::uint32_t site, std::uint32_t replicate);
  SharedDraw(const SharedDraw&) = delete;
  SharedDraw& operator=(const SharedDraw&) = delete;

  Random random;
  Parameters parameters;
  commune::Commune commune;
  mobility::Setting mobility;
  housing::Setting housing;
  food::Setting food;
  governance::Setting governance;
};

/// The value of each parameter in this replicate: what the scenario fixes; else, for an assumption, a uniform draw in
/// its plausible range, unless nothing is to be drawn; else its default.
Parameters draw_parameters(const Scenario& scenario, const Random& random);

/// One value per declared parameter, in the order of `parameter_infos()`.
std::vector<double> values_in_order(Parameters parameters);

}  // namespace essaim::catalogue
