// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/core/calendar.h"
#include "engine/design/spread.h"
#include "engine/record/results_reader.h"
#include "engine/record/territory.h"
#include "viz/term/locale.h"

namespace essaim::plot {

/// An indicator in each zone of a site: over replicates, on one day or as the mean of all days.
struct ZoneReading {
  std::string label;
  std::string unit;          ///< canonical symbol
  std::string variant;       ///< its title
  bool baseline = false;     ///< the variant without measures
  std::optional<Date> date;  ///< none: the mean of all days
  Date first;
  Date last;
  std::array<design::Spread, record::territory_zones.size()> zones;  ///< `none` where nobody lives, or too few

  std::size_t replicates() const;  ///< the most that any zone has a value of
};

/// Which values to read: places in the tables of the header. `day` none: the mean of all days.
struct ReadingChoice {
  std::size_t indicator = 0;  ///< one that is read by group
  std::size_t design_point = 0;
  std::optional<std::uint32_t> day;
};

ZoneReading read_zones(const record::ResultsReader& results, const ReadingChoice& choice, const term::Locale& locale);

}  // namespace essaim::plot
