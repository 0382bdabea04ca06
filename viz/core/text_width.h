// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "viz/core/geometry.h"
#include "viz/core/svg.h"

namespace essaim::plot {

/// How wide a text is at most [mm] in the fonts that a figure names: that of DejaVu Sans, the widest of them.
double text_width(std::string_view text, double size, bool bold = false);

/// The box that a line of text fills, with room for accents and descenders.
Box box_of(const Line& line);

/// A text as lines of at most that width; a word that is wider stands alone.
std::vector<std::string> wrapped(std::string_view text, double width, double size, bool bold = false);

/// From one base line to the next.
constexpr double line_height(double size) { return 1.3 * size; }

}  // namespace essaim::plot
