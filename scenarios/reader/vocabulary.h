// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "engine/world/indicator.h"
#include "models/catalogue/catalogue.h"
#include "models/commune/action.h"

namespace essaim::reader {

/// The names that a scenario may use. In the program they are those of the catalogue; tests bring their own.
struct Vocabulary {
  std::span<const commune::ActionInfo> shocks;
  std::span<const commune::ActionInfo> measures;
  std::span<const catalogue::ParameterInfo> parameters;
  std::span<const IndicatorInfo> indicators;
  std::span<const commune::ConditionInfo> conditions;  ///< that composed measures may name
};

/// What the models of this build declare.
Vocabulary catalogue_vocabulary();

}  // namespace essaim::reader
