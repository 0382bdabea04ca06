// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace essaim {

/// One spelling of a unit that a file may use, and how it converts to its canonical symbol.
struct UnitSpelling {
  std::string_view text;       ///< "hours"
  std::string_view canonical;  ///< "h"
  double factor;               ///< canonical value = factor x written value
};

/// Every spelling that scenario, experiment and pilot files accept, canonical symbols included.
std::span<const UnitSpelling> unit_spellings();

/// Converts `value` written in `from` to canonical unit `to`; nothing if the two measure different things
/// or `from` is unknown. "1" (a pure number) accepts "%" and "points".
std::optional<double> convert(double value, std::string_view from, std::string_view to);

}  // namespace essaim
