// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/catalogue/scenario.h"

namespace essaim::catalogue {

/// What the shocks of a scenario do, in their order.
std::vector<commune::Effect> shock_effects(const Scenario& scenario);

/// The measures of a variant and all effects at work in one of its arms. A measure that would give every condition the
/// value that it has anyway is left out, so that it changes no bit. All variants have a measure table of equal size.
/// A measure draws the same chance in every variant that has it, whatever other measures are there.
commune::Programme programme_of(const Scenario& scenario, const Variant& variant, Shocks shocks);

}  // namespace essaim::catalogue
