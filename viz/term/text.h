// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// What a terminal shows: tables, small curves, sentences in two languages.
namespace essaim::term {

/// Columns that a UTF-8 text takes: accents and narrow no-break spaces count for one, combining marks for none.
std::size_t width(std::string_view text);

enum class Align : unsigned char { left, right };

/// Fills with spaces up to `columns`; a longer text is returned as it is.
std::string padded(std::string_view text, std::size_t columns, Align align);

/// At most `columns` wide, with an ellipsis for what was cut.
std::string shortened(std::string_view text, std::size_t columns);

/// Breaks at spaces so that no line is wider than `columns` if its words allow it; every line after the first starts
/// with `indent` spaces.
std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent = 0);

/// A curve of at most `columns` blocks, from its lowest to its highest value; days are averaged when there are more.
/// A missing value is a space.
std::string sparkline(std::span<const double> values, std::size_t columns);

/// How a cell or a word stands out, where colours are shown; never the only sign of its meaning.
enum class Tone : unsigned char { plain, strong, faint, good, bad, unsure };
enum class Colours : unsigned char { off, on };

std::string painted(std::string_view text, Tone tone, Colours colours);

/// Colours belong on a terminal whose user has not set NO_COLOR (no-color.org: any value but the empty one).
Colours colours_for(bool is_terminal, const char* no_color);

}  // namespace essaim::term
