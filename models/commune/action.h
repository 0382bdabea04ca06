// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/core/time.h"
#include "engine/world/field.h"
#include "models/commune/conditions.h"

namespace essaim::commune {

/// A kind of shock or measure that scenarios may name: what may be said about it, and what it then does.
struct ActionInfo {
  std::string_view name;  ///< "heatwave", "solidarity_grocer"
  Words label;
  Words meaning;
  Words decided_by;  ///< measures: the body that has the power to decide; shocks: empty
  std::span<const Setting> settings;
  /// Effects during [start, end), for the settings in their declared order.
  std::vector<Effect> (*effects)(std::span<const double> settings, Time start, Time end);
};

}  // namespace essaim::commune
