// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/world/field.h"
#include "engine/world/indicator.h"
#include "models/commune/action.h"

/// The one list of what the models offer. Readers, results, reference pages and command lines learn names from here.
namespace essaim::catalogue {

struct ThemeInfo {
  std::string_view name;  ///< "food"
  Words label;
  Words meaning;
  std::string_view page;  ///< its ODD page, "docs/models/food.md"
};

/// A declared parameter under its full name, with what the declaration's struct adds: unit and default.
struct ParameterInfo {
  std::string name;  ///< "food.panic_social"
  Field field;
  std::string_view unit;  ///< canonical symbol
  double fallback = 0;    ///< default value
};

std::span<const ThemeInfo> theme_infos();
std::span<const commune::ActionInfo> shock_infos();
std::span<const commune::ActionInfo> measure_infos();
const std::vector<ParameterInfo>& parameter_infos();        ///< sorted by full name
const std::vector<IndicatorInfo>& indicator_infos();        ///< sorted by name: the order of every stored series
const std::vector<IndicatorInfo>& group_indicator_infos();  ///< those of them that are also read by group

}  // namespace essaim::catalogue
