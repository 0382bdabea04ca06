// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "viz/core/chart_parts.h"
#include "viz/core/chart_sheet.h"

namespace essaim::plot {

/// The scale of differences in rows: lines down at each mark with its number, the unit above. `x` places a value.
void draw_scale(ChartSheet& sheet, const Axis& axis, const std::function<double(double)>& x, const Box& frame,
                const std::string& unit, const term::Locale& locale);

}  // namespace essaim::plot
