// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "scenarios/reader/document.h"

namespace essaim::reader {

using Outline = std::vector<std::array<double, 2>>;

/// The outline of a neighbourhood from GeoJSON: one polygon without holes, alone or as the only feature, in degrees
/// {longitude, latitude} and in France. Its last point is its first. `where` starts the messages.
Outline parse_outline(std::string_view bytes, std::string_view where);

}  // namespace essaim::reader
