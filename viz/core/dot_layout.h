// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "viz/core/axis.h"

// Rows of dots or bars with their intervals, a row a site, a group or an uncertain value; and cells in rows.

namespace essaim::plot {

/// The level with or without the measures; their difference; or a bar from zero, full or hollow.
enum class Sign : unsigned char { with, without, effect, full_bar, hollow_bar };

struct Dot {
  Sign sign = Sign::effect;
  double value = 0;
  std::optional<double> low;  ///< of its interval, if it has one
  std::optional<double> high;
};

struct DotRow {
  std::string name;
  std::vector<Dot> dots;
  std::string note;  ///< in place of dots, where there are none
};

/// Where names stand: beside their rows where there is room, or always above them.
enum class Names : unsigned char { fitting, above };

struct DotChart {
  Sheet sheet;
  std::string unit;
  bool difference = false;  ///< the scale holds zero and writes signs
  Names names = Names::fitting;
  std::vector<DotRow> rows;  ///< in their order, never sorted here
};

/// Without any dot there is no scale: it would be made up.
Layout dot_layout(const DotChart& chart);

/// A cell of a strip: its text, and its class from 0 to 4.
struct Cell {
  std::string text;
  unsigned level = 0;
};

struct StripRow {
  std::string name;
  std::vector<Cell> cells;  ///< one a column
};

struct StripChart {
  Sheet sheet;
  std::vector<std::string> columns;
  std::vector<StripRow> rows;
};

Layout strip_layout(const StripChart& chart);

}  // namespace essaim::plot
