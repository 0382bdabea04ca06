// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace essaim::plot {

/// How wide a text is at most, in the unit of `size`, in the fonts that figures and page name: that of DejaVu Sans, the
/// widest of them.
double text_width(std::string_view text, double size, bool bold = false);

/// The text, or its beginning with an ellipsis, in at most `width`.
std::string fitted(const std::string& text, double width, double size);

/// A text as lines of at most that width; a word that is wider stands alone.
std::vector<std::string> wrapped(std::string_view text, double width, double size, bool bold = false);

/// From one base line to the next.
constexpr double line_height(double size) { return 1.3 * size; }

}  // namespace essaim::plot
