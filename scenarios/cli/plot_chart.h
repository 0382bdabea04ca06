// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/cli/commands.h"
#include "viz/term/locale.h"

namespace essaim::cli {

/// The kinds of `essaim plot` besides the map: fan, resilience, compare, rank, timeline, tornado.
std::vector<std::string> chart_names();
bool is_chart(const std::string& kind);

/// The chart as SVG. Throws a reader::InputError where the options do not fit the file or the kind.
std::string chart_of_results(const PlotOptions& options, double width_mm, const term::Locale& locale);

/// Writes a figure: SVG as it is; PNG, at 300 dots an inch, through rsvg-convert. Whole, or not at all.
void write_figure(const std::filesystem::path& out, std::string_view svg, const term::Locale& locale);

}  // namespace essaim::cli
