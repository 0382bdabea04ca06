// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/design/study.h"
#include "viz/core/axis.h"
#include "viz/core/chart.h"
#include "viz/core/event_layout.h"
#include "viz/core/legend.h"
#include "viz/core/svg.h"
#include "viz/term/locale.h"

// The sheet that every chart is drawn on: a title above, how to read it and where it comes from below.

namespace essaim::plot {

class ChartSheet {
 public:
  ChartSheet(const design::Study& study, const ChartChoice& choice, const term::Locale& locale);

  Svg& svg() { return svg_; }
  Column& column() { return column_; }
  double size() const { return size_; }
  /// What a chart is laid out for between the margins.
  Sheet sheet() const { return {width_mm_ - 2 * margin_, size_, locale_.language()}; }

  void head(std::string_view title, std::string_view subtitle);
  /// The chart itself, below what stands already.
  void put(const Layout& layout);
  /// How to read it, then the source; ends the figure.
  std::string finish(std::string_view how_to_read, std::string_view description);

 private:
  const design::Study& study_;
  const term::Locale& locale_;
  double width_mm_;
  double size_;
  double margin_;
  std::string title_;
  Svg svg_;
  Column column_;
};

/// The shocks of a study, then the measures of a variant (none for the baseline), each on its own.
std::vector<EventBar> event_bars(const design::Study& study, std::size_t variant, const term::Locale& locale);

/// What a scale of differences says on top of it: differences between shares are points, not percent.
std::string difference_unit(const std::string& unit, const term::Locale& locale);

/// "avec « Épicerie »", or that there is none.
std::string variant_words(const design::Study& study, std::size_t variant, const term::Locale& locale);

}  // namespace essaim::plot
