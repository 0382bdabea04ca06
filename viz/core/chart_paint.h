// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "viz/core/marks.h"
#include "viz/core/svg.h"

namespace essaim::plot {

/// After Okabe and Ito (2008), as in the page; each is also told by its dash or its mark.
inline constexpr std::string_view with_colour = "#0072b2";
inline constexpr std::string_view without_colour = "#c04f00";
inline constexpr std::string_view quiet_colour = "#00795a";
inline constexpr std::string_view grey = "#4a4a4a";
inline constexpr std::string_view shock_colour = "#f3d9b8";
inline constexpr std::string_view measure_colour = "#cfe4f2";

/// Paints a layout, in millimetres, with its upper left corner at a point of the figure: what each role looks like on
/// paper. For the screen, viz/web/src/styles/charts.css says it.
void paint(Svg& svg, const Layout& layout, Point corner);

}  // namespace essaim::plot
